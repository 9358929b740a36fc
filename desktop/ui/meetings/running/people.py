"""Who is there, who wants to speak, and whether the council may decide."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.domain.attendance import words
from desktop.i18n import tr
from desktop.services.meetings.attendance import Person
from desktop.services.meetings.running import RunningView
from desktop.ui.boxes import Box, Item, stack, text
from desktop.ui.buttons import button, quiet
from desktop.ui.line_parts import Badge, Told
from desktop.ui.meetings.running.layout import Rolling, show_when
from desktop.ui.meetings.running.stops import Stop, StopList


class People(Box):
    """The attendance list; Enter tells what can be noted about someone."""

    spoke = Signal(int)

    def __init__(self, all_here: Callable[[], object], add_guest: Callable[[], object]) -> None:
        self.list = StopList(tr("Who is there?"))
        self.list.setObjectName("people")
        self._shown: tuple[object, ...] = ()
        self._floor = stack(gap=4)
        self._everyone = quiet(tr("Everyone is here"), all_here, "done")
        self._guest = quiet(tr("A guest"), add_guest, "add")
        super().__init__(
            [
                text(tr("Who is there?"), "h3"),
                self._floor,
                (Rolling(stack(self.list, ..., gap=4)), 1),
                self._everyone,
                self._guest,
            ],
            gap=8,
            pad=(12, 14, 8, 10),
            cls="card",
        )

    def show_view(self, view: RunningView) -> None:
        """Show who is there at the current item."""
        numbers = {item.id: item.number for item in view.items}
        adopted = view.meeting.minutes_state == "adopted"
        shown = (view.people, view.turns, numbers, adopted)
        if shown == self._shown:
            return
        self._shown = shown
        self.list.show_stops([_stop(person, numbers) for person in view.people])
        waits = any(person.presence.way == "expected" for person in view.people)
        show_when(self._everyone, wanted=waits and not adopted)
        show_when(self._guest, wanted=not adopted)
        if view.turns or self._floor.isVisible():
            self._floor.show_items(self._speakers(view))
        show_when(self._floor, wanted=bool(view.turns))

    def _speakers(self, view: RunningView) -> list[Item]:
        if not view.turns:
            return []
        first, *rest = view.turns
        speaks = button(
            tr("{name} has the floor", name=first.name.split()[0]),
            lambda: self.spoke.emit(first.id),
            kind="chip",
        )
        after = [text(f"{place}. {row.name}", "small") for place, row in enumerate(rest, 2)]
        return [text(tr("Wants to speak"), "label", "muted"), speaks, *after]


def _stop(person: Person, numbers: dict[int, str]) -> Stop:
    told = words(person.presence, numbers)
    role = person.row.role if person.row.role not in ("", "lid") else ""
    below = told or role
    lines = [(person.row.name, "strong", "")]
    if below:
        lines.append((below, "small", "muted"))
    sentence = ", ".join(part for part in (person.row.name, role, told) if part)
    mark = Badge(person.row.name, "info" if person.here else "warm")
    return Stop(person.row.id, sentence, [mark, Told(tuple(lines))])
