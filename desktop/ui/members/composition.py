"""The composition of the council in numbers: count without names, and see who is not there."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members.rows_profile import ABOUTS, HeadcountRow, choices, texts, words
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.buttons import Tick
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import button, card, columns, empty, head, message, primary
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page


class CompositionPage(Page):
    """How many members belong to which group; an empty field is a group that was not counted."""

    area = "members"
    tables = frozenset({"headcount", "member"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._groups = desk.office.composition.groups()
        self._forms = self._made()
        self._refused: dict[str, str] = {}

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._change, "print": self._papers}

    def build(self) -> list[Item]:
        if not self._groups:
            return [self._empty()]
        cards: list[Item] = [card(words("about", about), form) for about, form in self._forms]
        keep = primary(tr("Keep the count"), self._keep, "saved")
        return [
            head(tr("Composition in numbers"), texts()["count"]["why"], keep),
            columns(cards, [self._told(), self._how(), self._more()], (1, 1)),
        ]

    def refresh(self) -> None:
        """Show the groups as they are now; a number being typed stays."""
        groups = self._desk.office.composition.groups()
        same = [(one.id, one.name, one.about, one.needed) for one in groups] == [
            (one.id, one.name, one.about, one.needed) for one in self._groups
        ]
        self._groups = groups
        if not same:
            self._forms = self._made()
        for _about, form in self._forms:
            form.set_values(self._values())
        self.rebuild(*(form for _about, form in self._forms))

    def first_focus(self) -> QWidget | None:
        return self._forms[0][1].first() if self._forms else None

    def leave(self) -> bool:
        """Keep a count that was typed; say once what is wrong, before it would be lost."""
        typed = self._typed()
        if typed in (self._values(), self._refused) or self._keep():
            return True
        self._refused = typed
        return False

    def _typed(self) -> dict[str, str]:
        return {
            key: str(value).strip()
            for _about, form in self._forms
            for key, value in form.values().items()
        }

    def _made(self) -> list[tuple[str, Form]]:
        made: list[tuple[str, Form]] = []
        for about in ABOUTS:
            mine = [one for one in self._groups if one.about == about]
            if mine:
                form = Form(gap=10)
                for one in mine:
                    help_ = tr("You do not want to be without this group.") if one.needed else ""
                    form.add_row(one.name, line(str(one.id)), help_)
                form.set_values(self._values())
                made.append((about, form))
        return made

    def _values(self) -> dict[str, str]:
        return {str(one.id): "" if one.people is None else str(one.people) for one in self._groups}

    def _empty(self) -> Box:
        return empty(
            tr("Who sits in the council?"),
            texts()["count"]["why"],
            primary(tr("Start with these groups"), self._take_start, "next"),
            button(tr("Write your own groups"), self._change),
        )

    def _told(self) -> Box:
        told = self._desk.office.composition.told(self._desk.today())
        if not any(one.people is not None for one in self._groups):
            return message("info", tr("Nothing was counted yet."))
        if not told:
            return message("success", tr("Nothing stands out."))
        return message("warning", told[0], "\n".join([*told[1:], texts()["count"]["source"]]))

    def _how(self) -> Box:
        steps = [f"{number}. {one}" for number, one in enumerate(texts()["count"]["how"], 1)]
        slips = button(tr("Make these papers"), self._papers, icon="file")
        about = text(tr("The slip to count with, and the numbers for your annual report."), "small")
        return card(tr("How to count"), stack(*map(text, steps), gap=4), about, beside(slips, ...))

    def _more(self) -> Box:
        change = button(tr("Change the groups"), self._change, icon="settings")
        return card(tr("Other groups?"), beside(change, ...))

    def _keep(self) -> bool:
        """Keep what is filled in, or say at its field what is wrong; tell whether it was kept."""
        people: dict[int, int | None] = {}
        for _about, form in self._forms:
            form.flush()
        try:
            for key, typed in self._typed().items():
                people[int(key)] = _whole(typed, key)
            self._desk.office.composition.count(people, self._desk.today())
        except CouncilError as error:
            forms = [form for _about, form in self._forms]
            next((one for one in forms if error.field in one.rows), forms[0]).show_error(error)
            return False
        return True

    def _take_start(self) -> None:
        self._desk.attempt(self._desk.office.composition.take_start)

    def _change(self) -> None:
        self._desk.window.open_page(GroupsPage(self._desk))

    def _papers(self) -> None:
        folder, composition = members_folder(self._desk), self._desk.office.composition
        if self._desk.attempt(lambda: composition.save_papers(self._desk.today(), folder)):
            told_saved(self._desk, folder)


class GroupsPage(RecordsPage):
    """The groups to count, with one form."""

    area = "members"
    tables = frozenset({"headcount"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _groups(desk))


def _groups(desk: Desk) -> Records:
    composition = desk.office.composition

    def form() -> Form:
        made = Form()
        made.add_row(tr("What is this group called?"), line("name"))
        made.add_row(tr("What is it about?"), choice("about", list(choices("about").items())))
        needed = tr("You do not want to be without this group.")
        made.add_row(needed, Tick(needed, key="needed"))
        made.set_values({"about": ABOUTS[0]})
        return made

    def shown() -> list[Shown]:
        return [Shown(one.id, one.name, _about(one), vars(one)) for one in composition.groups()]

    def keep(group: int | None, values: dict[str, Any]) -> int:
        return composition.keep(
            group, values["about"], values["name"], needed_=bool(values["needed"])
        )

    return Records(
        tr("Groups to count"),
        tr("Your districts, and other groups that you want to see in the council."),
        tr("Add a group"),
        tr("No groups yet."),
        "people",
        form,
        shown,
        lambda values: keep(None, values),
        keep,
        composition.remove,
    )


def _about(one: HeadcountRow) -> str:
    told = words("about", one.about)
    return f"{told} · {tr('must not be missing')}" if one.needed else told


def _whole(words_: str, field: str) -> int | None:
    """Return a number of members as typed, None for nothing; raises CouncilError otherwise."""
    if not words_:
        return None
    if not words_.isdecimal():
        raise CouncilError(tr("Fill in a whole number, such as 3. Or leave it empty."), field)
    return int(words_)
