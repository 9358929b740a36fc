"""Fill in the profile of the council, each member for himself or herself; and choose its points."""

from collections.abc import Mapping
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members.rows_profile import KINDS, choices, words
from desktop.ui.boxes import Item
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, head


class LevelsPage(KeptPage[Mapping[int, int]]):
    """What one member says of each point; every choice keeps itself."""

    area = "members"
    tables = frozenset({"profile_item", "profile_level", "member"})

    def __init__(self, desk: Desk, member: int) -> None:
        self._member, self._profiles = member, desk.office.profiles
        self._points = self._profiles.items()
        super().__init__(desk, *(self._made(kind) for kind in self._kinds()))

    def now(self) -> Mapping[int, int]:
        self._desk.office.people.person(self._member)  # a member who is gone closes the page
        return self._profiles.levels_of(self._member)

    def values(self, now: Mapping[int, int]) -> dict[str, Any]:
        return {str(point.id): now.get(point.id) for point in self._points}

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – a level for each point
        self._profiles.say(self._member, {int(point): fields[point] for point in fields})

    def refresh(self) -> None:
        """Show the levels, and the points as they are now; without any, the page closes."""
        now, points = self.now(), self._profiles.items()
        if points == self._points:
            self._show(now)
            return
        if not points:
            raise CouncilError(tr("The profile has no points any more."))
        for form in self._forms:
            form.flush()
        self._points = points
        self.use(*(self._made(kind) for kind in self._kinds()))
        self.rebuild()

    def parts(self, now: Mapping[int, int]) -> list[Item]:
        name = self._desk.office.people.person(self._member).row.name
        done = button(tr("Done"), self._desk.window.back, icon="done")
        titles = (words("kind", kind) for kind in self._kinds())
        return [
            head(
                tr("What can {name} do?", name=name),
                tr("Say it for yourself. Nobody has to be good at everything."),
                done,
            ),
            *(card(title, form) for title, form in zip(titles, self._forms, strict=True)),
        ]

    def _kinds(self) -> list[str]:
        return list(dict.fromkeys(point.kind for point in self._points))

    def _made(self, kind: str) -> Form:
        levels = [(int(level), told) for level, told in choices("level").items()]
        form = Form()
        for point in self._points:
            if point.kind == kind:
                offered = [(None, tr("Not filled in")), *levels]
                form.add_row(point.name, choice(str(point.id), offered))
        return form


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
