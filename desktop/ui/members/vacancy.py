"""One vacancy: whom you look for, what you offer, where it is known, and who responded."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members import vacancy_words
from desktop.services.members.candidates import CandidateRow
from desktop.services.members.rows_recruiting import VacancyRow
from desktop.ui.autosave import may_leave
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, date_line, line, lines
from desktop.ui.kit import Icon, button, card, chip, columns, head, pill, primary, quiet, row
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.committee import Committee
from desktop.ui.members.vacancies import TONES
from desktop.ui.pages import Page

_CHIPS = 3
"""Places that are proposed at once; more would be a wall of buttons."""


class VacancyPage(Page):
    """A vacancy; what is typed is kept by itself."""

    area = "members"
    tables = frozenset({"vacancy", "candidate", "committee_member", "member"})

    def __init__(self, desk: Desk, vacancy: int) -> None:
        super().__init__()
        self._desk, self._vacancy = desk, vacancy
        self._form = _form()
        self._hints, self._chips = Box(gap=6), Box(aside=True, gap=8, turns=True)
        self._form.rows["profile"].add(self._hints)
        self._form.rows["channels"].add(self._chips)
        self._form.set_values(vars(self._now()))
        self._form.changed.connect(self._save)
        self._committee = Committee(desk, vacancy)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._add, "print": self._papers}

    def build(self) -> list[Item]:
        vacancy = self._now()
        self._show_hints(vacancy)
        state = pill(words_of(vacancy), TONES[vacancy.state])
        tail: list[QWidget] = [state]
        if vacancy.state in ("draft", "stopped"):
            tail.append(primary(tr("It is made known"), self._open, "next"))
        else:
            tail.append(primary(tr("New candidate"), self._add, "add"))
        side: list[Item] = [
            self._people(vacancy),
            self._committee.card(),
            self._out(),
            self._end(vacancy),
        ]
        over = tr("Vacancy")
        return [head(vacancy.title, "", *tail, over=over), columns([card("", self._form)], side)]

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        self._form.set_values(vars(self._now()))
        self.rebuild(self._form, *self._committee.forms)

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _now(self) -> VacancyRow:
        return self._desk.office.recruiting.vacancy(self._vacancy)

    def _show_hints(self, vacancy: VacancyRow) -> None:
        told = vacancy_words.hints_on_profile(vacancy.profile) if vacancy.profile.strip() else []
        self._hints.show_items([_hint(words) for words in told])
        self._hints.setVisible(bool(told))
        few = vacancy_words.hints_on_channels(vacancy.channels)
        known = {one.casefold() for one in vacancy_words.channels(vacancy.channels)}
        more = [one for one in vacancy_words.places() if one.casefold() not in known]
        chips: list[Item] = [chip(one, partial(self._add_place, one)) for one in more[:_CHIPS]]
        self._chips.show_items(
            [stack(*(_hint(words) for words in few), *chips, gap=8)] if few else []
        )
        self._chips.setVisible(bool(few))

    def _people(self, vacancy: VacancyRow) -> Box:
        found = self._desk.office.candidates.of(self._vacancy)
        rows = ruled(*(self._person(one) for one in found))
        items: list[Item] = rows or [text(tr("Nobody responded yet."), tone="muted")]
        if vacancy.state in ("draft", "stopped"):
            items.append(beside(button(tr("New candidate"), self._add, icon="add"), ...))
        return card(tr("Who responded"), *items)

    def _person(self, one: CandidateRow) -> QWidget:
        state = vacancy_words.words("state", one.state)
        why = " · ".join(part for part in (state, one.source) if part)
        act = button(tr("Open"), partial(self._open_candidate, one.id))
        return row(one.name, why, icon="buddy", act=act)

    def _out(self) -> Box:
        return card(
            tr("To make it known"),
            text(
                tr("Advert, flyer, text for the paper and a guide for the talk, as Word and PDF."),
                "small",
            ),
            beside(button(tr("Make these papers"), self._papers, icon="file"), ...),
        )

    def _end(self, vacancy: VacancyRow) -> Box:
        items: list[Item] = []
        if vacancy.state == "open":
            items.append(button(tr("Stop looking"), self._stop))
        items += [quiet(tr("Throw away"), self._remove), ...]
        return card(tr("Not needed any more?"), beside(*items, turns=True))

    def _save(self) -> None:
        values: dict[str, Any] = self._form.readable()
        now = vars(self._now())
        changed = {name: value for name, value in values.items() if now[name] != value}
        if not changed:
            return
        try:
            self._desk.office.recruiting.change(self._vacancy, **changed)
        except CouncilError as error:
            self._form.point_out(error)

    def _add_place(self, place: str) -> None:
        self._form.flush()
        channels = [*vacancy_words.channels(self._now().channels), place]
        change = self._desk.office.recruiting.change
        self._desk.attempt(partial(change, self._vacancy, channels="\n".join(channels)))

    def _open(self) -> None:
        self._form.flush()
        try:
            self._desk.office.recruiting.open(self._vacancy, self._desk.today())
        except CouncilError as error:
            self._form.show_error(error)

    def _stop(self) -> None:
        self._desk.attempt(lambda: self._desk.office.recruiting.stop(self._vacancy))

    def _remove(self) -> None:
        title = self._now().title
        self._form.flush()
        if self._desk.attempt(lambda: self._desk.office.recruiting.remove(self._vacancy)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))

    def _papers(self) -> None:
        self._form.flush()
        folder = members_folder(self._desk)
        recruiting, today = self._desk.office.recruiting, self._desk.today()
        if self._desk.attempt(lambda: recruiting.save_papers(self._vacancy, today, folder)):
            told_saved(self._desk, folder)

    def _add(self) -> None:
        from desktop.ui.members.candidate import NewCandidatePage

        self._desk.window.open_page(NewCandidatePage(self._desk, self._vacancy))

    def _open_candidate(self, candidate: int) -> None:
        from desktop.ui.members.candidate import CandidatePage

        self._desk.window.open_page(CandidatePage(self._desk, candidate))


def members_folder(desk: Desk) -> Path:
    """Return the folder in which papers about members are saved."""
    return desk.office.path.parent / tr("Members")


def words_of(vacancy: VacancyRow) -> str:
    """Return the state of *vacancy* in words."""
    return vacancy_words.words("vacancy_state", vacancy.state)


def _form() -> Form:
    form = Form()
    form.add_row(tr("Heading"), line("title"))
    form.add_row(tr("Whom do you look for?"), lines("profile", 4), vacancy_words.help_words())
    form.add_row(tr("What does a member get?"), lines("offer", 5), tr("One on each line."))
    form.add_row(tr("Whom can people call or mail?"), line("contact"))
    form.add_row(tr("Where do you make it known?"), lines("channels", 3), tr("One on each line."))
    form.add_row(tr("Until when can people respond?"), date_line("closes"), optional=True)
    return form


def _hint(words: str) -> Box:
    return beside(Icon("hint", "warning", 18), (text(words, "small"), 1), gap=8)
