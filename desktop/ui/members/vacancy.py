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
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, date_line, line, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import Icon, button, card, chip, columns, head, pill, primary, quiet, row
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.committee import Committee
from desktop.ui.members.vacancies import TONES

_CHIPS = 3
"""Places that are proposed at once; more would be a wall of buttons."""


class VacancyPage(KeptPage[VacancyRow]):
    """A vacancy; what is typed is kept by itself."""

    area = "members"
    tables = frozenset({"vacancy", "candidate", "committee_member", "member"})

    def __init__(self, desk: Desk, vacancy: int) -> None:
        self._vacancy, self._committee = vacancy, Committee(desk, vacancy)
        super().__init__(desk, _form(), others=self._committee.forms)
        self._hints, self._chips = Box(gap=6), Box(aside=True, gap=8, turns=True)
        self._form.rows["profile"].add(self._hints)
        self._form.rows["channels"].add(self._chips)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._add, "print": self._papers}

    def now(self) -> VacancyRow:
        return self._desk.office.recruiting.vacancy(self._vacancy)

    def around(self, now: VacancyRow) -> object:
        candidates = self._desk.office.candidates.of(self._vacancy)
        return now, candidates, self._committee.now()

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.recruiting.change(self._vacancy, **fields)

    def parts(self, now: VacancyRow) -> list[Item]:
        self._show_hints(now)
        state = pill(words_of(now), TONES[now.state])
        tail: list[QWidget] = [state]
        if now.state in ("draft", "stopped"):
            tail.append(primary(tr("It is made known"), self._open, "next"))
        else:
            tail.append(primary(tr("New candidate"), self._add, "add"))
        side: list[Item] = [self._people(now), self._committee.card()]
        side += [self._out(), self._end(now)]
        over = tr("Vacancy")
        return [head(now.title, "", *tail, over=over), columns([card("", self._form)], side)]

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

    def _add_place(self, place: str) -> None:
        self._form.flush()
        channels = [*vacancy_words.channels(self.now().channels), place]
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
        title = self.now().title
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
