"""Fill in the profile of the council, each member for himself or herself; and choose its points."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.members.rows_profile import (
    KINDS,
    choices,
    words,
)
from desktop.ui.autosave import may_leave
from desktop.ui.boxes import Item
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import button, card, head
from desktop.ui.pages import Page


class LevelsPage(Page):
    """What one member says of each point; every choice keeps itself."""

    area = "members"
    tables = frozenset({"profile_item", "profile_level", "member"})

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._forms = self._made()
        self._show()

    def build(self) -> list[Item]:
        name = self._desk.office.people.person(self._member).row.name
        done = button(tr("Done"), self._desk.window.back, icon="done")
        return [
            head(
                tr("What can {name} do?", name=name),
                tr("Say it for yourself. Nobody has to be good at everything."),
                done,
            ),
            *(card(words("kind", kind), form) for kind, form in self._forms.items()),
        ]

    def refresh(self) -> None:
        """Show the answers as they are now, also of points that came or went."""
        self._desk.office.people.person(self._member)  # a member who is gone closes the page
        points = [str(item.id) for item in self._desk.office.profiles.items()]
        if points != [key for form in self._forms.values() for key in form.rows]:
            self._forms = self._made()
            self.rebuild()
        self._show()

    def first_focus(self) -> QWidget | None:
        return next((form.first() for form in self._forms.values()), None)

    def leave(self) -> bool:
        return may_leave(*self._forms.values())

    def _made(self) -> dict[str, Form]:
        forms: dict[str, Form] = {}
        levels = [("", tr("Not filled in")), *choices("level").items()]
        for item in self._desk.office.profiles.items():
            form = forms.setdefault(item.kind, Form())
            form.add_row(item.name, choice(str(item.id), levels))
        for form in forms.values():
            form.edited.connect(partial(self._keep, form))
        return forms

    def _show(self) -> None:
        levels = self._desk.office.profiles.levels_of(self._member)
        for form in self._forms.values():
            form.set_values({key: str(levels.get(int(key), "")) for key in form.rows})

    def _keep(self, form: Form) -> None:
        levels = {
            int(key): int(str(value)) if value != "" else None
            for key, value in form.values().items()
        }
        self._desk.attempt(lambda: self._desk.office.profiles.say(self._member, levels))


class PointsPage(RecordsPage):
    """The points of the profile with one form."""

    area = "members"
    tables = frozenset({"profile_item"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _points(desk))


def _points(desk: Desk) -> Records:
    profiles = desk.office.profiles

    def form() -> Form:
        made = Form()
        made.add_row(
            tr("What do you want to find in the council?"),
            line("name"),
            tr("As a short sentence: “Knows how the municipality decides”."),
        )
        made.add_row(tr("What kind of point is it?"), choice("kind", list(choices("kind").items())))
        made.set_values({"kind": KINDS[0]})
        return made

    def shown() -> list[Shown]:
        return [
            Shown(one.id, one.name, words("kind", one.kind), vars(one)) for one in profiles.items()
        ]

    def keep(item: int | None, values: dict[str, Any]) -> int:
        return profiles.keep(item, values["name"], values["kind"])

    return Records(
        tr("Points of the profile"),
        tr("Choose few: about fifteen is enough."),
        tr("Add a point"),
        tr("No points yet."),
        "done",
        form,
        shown,
        lambda values: keep(None, values),
        keep,
        profiles.remove,
    )


def filled_words(desk: Desk, member: int) -> str:
    """Say how much of the profile *member* filled in; empty while there is no profile."""
    items = desk.office.profiles.items()
    known = {one.id for one in items}
    count = sum(item in known for item in desk.office.profiles.levels_of(member))
    if not items:
        return ""
    return tr("{n} of {all} points filled in.", n=count, all=len(items))
