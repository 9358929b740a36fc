"""Theme cards: what the council knows about a theme, on one page, with who keeps it up to date."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.members.knowledge import ThemeRow
from desktop.services.members.knowledge_out import reading_time
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, chip, columns, head, message, primary, quiet, row
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page

_CHIPS = 6
_SUFFIXES = (".pdf", ".docx", ".odt", ".txt")


class ThemesPage(Page):
    """All cards; a theme that others often have is started with one press."""

    area = "members"
    tables = frozenset({"theme_card", "member"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._new = Form()
        self._new.add_row(tr("Which theme?"), line("title"))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._add}

    def build(self) -> list[Item]:
        cards = self._desk.office.knowledge.cards()
        none: list[Item] = [text(tr("No cards yet. Choose a theme that comes back often."))]
        rows = ruled(*(self._row(one) for one in cards))
        chips = [
            beside(chip(title, partial(self._start, title)), ...)
            for title in self._desk.office.knowledge.themes()[:_CHIPS]
        ]
        return [
            head(
                tr("What the council knows"),
                tr("A page for each theme. Then nobody needs to find it out again."),
            ),
            columns(
                [card(tr("Theme cards"), *(rows or none))],
                [
                    card(
                        tr("A new card"),
                        self._new,
                        beside(primary(tr("Make a card"), self._add, "add"), ...),
                        *([text(tr("Or begin with one of these:"), "small")] if chips else []),
                        *chips,
                    )
                ],
            ),
        ]

    def refresh(self) -> None:
        """Build the list again; a title being typed stays."""
        self.rebuild(self._new)

    def first_focus(self) -> QWidget | None:
        return self._new.first()

    def _row(self, one: ThemeRow) -> QWidget:
        old = one.look_again is not None and one.look_again < self._desk.today()
        owner = _owner(self._desk, one)
        why = tr("{name} keeps it up to date", name=owner) if owner else tr("Nobody keeps it")
        state = (tr("look again"), "warning") if old else None
        act = button(tr("Open"), partial(self._open, one.id))
        return row(one.title, why, icon="lesson", state=state, act=act)

    def _add(self) -> None:
        values = self._new.read()
        if values is not None:
            self._start(str(values["title"]))

    def _start(self, title: str) -> None:
        try:
            made = self._desk.office.knowledge.add(title)
        except CouncilError as error:
            self._new.show_error(error)
            return
        self._new.flush()
        self._new.set_values({"title": ""})
        self._open(made)

    def _open(self, one: int) -> None:
        self._desk.window.open_page(ThemePage(self._desk, one))


class ThemePage(KeptPage[ThemeRow]):
    """One card; what is typed is kept by itself, with tips under the words."""

    area = "members"
    tables = frozenset({"theme_card", "member"})

    def __init__(self, desk: Desk, theme: int) -> None:
        self._theme = theme
        super().__init__(desk, _form(desk))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._paper}

    def now(self) -> ThemeRow:
        return self._desk.office.knowledge.card(self._theme)

    def around(self, now: ThemeRow) -> object:
        owner = _owner(self._desk, now)
        return now.title, owner, now.look_again, now.paper_name, reading_time(now)

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.knowledge.change(self._theme, **fields)

    def parts(self, now: ThemeRow) -> list[Item]:
        over = tr("Theme card")
        return [
            head(now.title, reading_time(now), over=over),
            *self._stale(now),
            columns([card("", self._form)], [self._out(now), self._longer(now), self._end()]),
        ]

    def _stale(self, now: ThemeRow) -> list[Item]:
        told: list[Item] = []
        if now.look_again and now.look_again < self._desk.today():
            right = button(tr("It is still right"), self._right, icon="done")
            day = long_date(now.look_again)
            why = tr("You wanted to look again on {day}.", day=day)
            told.append(message("warning", tr("Is this card still right?"), why, right))
        if not _owner(self._desk, now):
            what = tr("Nobody keeps this card up to date.")
            told.append(message("info", what, tr("Choose a member below.")))
        return told

    def _out(self, now: ThemeRow) -> Box:
        why = text(tr("One page, for who has little time."), "small")
        make = button(tr("Make this paper"), self._paper, icon="file")
        return card(tr("On paper"), why, beside(make, ...))

    def _longer(self, now: ThemeRow) -> Box:
        add = button(tr("Add a file"), self._attach, icon="attach")
        if not now.paper:
            return card(tr("Is there a longer paper?"), beside(add, ...))
        out = button(tr("Save it beside the council"), self._save_paper, icon="file")
        title = tr("The longer paper")
        return card(title, text(now.paper_name), beside(out, add, ..., turns=True))

    def _end(self) -> Box:
        return card(tr("Not needed any more?"), beside(quiet(tr("Throw away"), self._remove), ...))

    def _right(self) -> None:
        self._form.flush()
        knowledge, today = self._desk.office.knowledge, self._desk.today()
        self._desk.attempt(lambda: knowledge.still_right(self._theme, today))

    def _paper(self) -> None:
        self._form.flush()
        folder, today = members_folder(self._desk), self._desk.today()
        save = self._desk.office.knowledge.save_card
        if self._desk.attempt(lambda: save(self._theme, today, folder)):
            told_saved(self._desk, folder)

    def _attach(self) -> None:
        attach = self._desk.office.knowledge.attach
        for path in self._desk.choose_files(tr("Add a file"), _SUFFIXES)[:1]:
            self._desk.attempt(partial(attach, self._theme, path))

    def _save_paper(self) -> None:
        folder = members_folder(self._desk)
        save = self._desk.office.knowledge.save_paper
        if self._desk.attempt(lambda: save(self._theme, folder)):
            told_saved(self._desk, folder)

    def _remove(self) -> None:
        title = self.now().title
        self._form.flush()
        if self._desk.attempt(lambda: self._desk.office.knowledge.remove(self._theme)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))


def _owner(desk: Desk, one: ThemeRow) -> str:
    """Return who keeps *one* up to date; empty when nobody does, or not any more."""
    members = desk.office.council.members(desk.today())
    return next((member.name for member in members if member.id == one.owner_id), "")


def _form(desk: Desk) -> Form:
    people = [(one.id, one.name) for one in desk.office.council.members(desk.today())]
    form = Form()
    form.add_row(tr("Which theme?"), line("title"))
    form.add_row(
        tr("What is it, in half a page?"),
        written(desk, "summary", 6),
        tr("As you would tell it to a new member."),
    )
    form.add_row(tr("What do you watch for?"), written(desk, "watch", 3), tr("One on each line."))
    form.add_row(
        tr("Which questions do you ask?"), written(desk, "questions", 3), tr("One on each line.")
    )
    form.add_pair(
        (tr("Where does it come from?"), line("source")), (tr("Of which day?"), date_line("dated"))
    )
    form.add_pair(
        (tr("Who keeps it up to date?"), choice("owner_id", [(None, tr("Nobody yet")), *people])),
        (tr("When do you look again?"), date_line("look_again")),
    )
    form.add_row(
        tr("Words that bring this up"),
        line("words"),
        tr("With commas between them. At an agenda item with such a word you see this card."),
        optional=True,
    )
    return form


def cards_at(desk: Desk, found: list[ThemeRow]) -> Box:
    """Return the cards that belong to an agenda item, each with the way to it."""

    def go(one: ThemeRow) -> None:
        desk.window.open_page(ThemePage(desk, one.id))

    rows = [
        row(one.title, reading_time(one), icon="lesson", act=button(tr("Open"), partial(go, one)))
        for one in found
    ]
    return card(tr("What you know about this"), *ruled(*rows))


def counted(desk: Desk) -> str:
    """Return how many cards there are, in words."""
    many = len(desk.office.knowledge.cards())
    return trn("{n} theme card", "{n} theme cards", many) if many else tr("A page for each theme.")
