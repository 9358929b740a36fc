"""What can be noted about one person on the attendance list."""

from collections.abc import Callable

from desktop.i18n import tr
from desktop.services.meetings.attendance import Person
from desktop.services.meetings.rows import ItemRow
from desktop.ui.buttons import Button, button, primary
from desktop.ui.meetings.running.panel import Panel, Room, act_then_close, choice_panel


def person_panel(room: Room, person: Person) -> Panel:
    """Return the acts for *person*, the likely one first."""
    name, key = person.row.name, person.row.id
    desk = room.running.attendance
    maker = _Maker(room)
    item = room.view.current
    number = item.number if item is not None else ""
    late = item is not None and any(i.state == "treated" for i in room.view.items)
    if not person.here:
        _coming(maker, person, number, late=late)
    elif item is not None:
        maker.add(tr("Wants to speak"), lambda: desk.ask_turn(item.id, key), "buddy")
        maker.add(
            tr("Leaves after item {number}", number=number),
            lambda: desk.leave(key, item.id),
            "carry",
        )
        before = _before(room)
        if before is not None:
            words = tr("Left after item {number}", number=before.number)
            maker.add(words, lambda: desk.leave(key, before.id), "carry")
        maker.add(
            tr("Stays out for item {number}", number=number),
            lambda: desk.away_for(key, item.id, away=True),
            "dash",
        )
    if person.here:
        online = person.row.way == "online"
        words = tr("In the room") if online else tr("Via Teams")
        maker.add(words, lambda: desk.set_way(key, "room" if online else "online"), "place")
    if not person.here or not late:
        maker.add(tr("Absent with notice"), lambda: desk.set_way(key, "absent_notice"), "letter")
        maker.add(tr("Absent without notice"), lambda: desk.set_way(key, "absent"), "dash")
    if person.row.member_id is None:
        maker.add(tr("Take off the list"), lambda: desk.remove_guest(key), "close")
    return choice_panel(room, name, "", maker.acts)


def _coming(maker: "_Maker", person: Person, number: str, *, late: bool) -> None:
    """Offer what fits someone who is not there at this item."""
    room, key = maker.room, person.row.id
    desk, item = room.running.attendance, room.view.current
    if item is not None and item.id in person.presence.away:
        maker.add(
            tr("Is back for item {number}", number=number),
            lambda: desk.away_for(key, item.id, away=False),
            "done",
        )
        return
    if item is not None and person.row.to_item is not None:
        words = tr("Is back from item {number}", number=number)
        maker.add(words, lambda: desk.come_back(key, item.id), "done")
        maker.add(tr("Did not leave"), lambda: desk.leave(key, None), "undo")
        return
    if item is not None and late:
        words = tr("Comes in now, from item {number}", number=number)
        maker.add(words, lambda: desk.arrive(key, item.id), "done")
        words = tr("Via Teams, from item {number}", number=number)
        maker.add(words, lambda: desk.arrive(key, item.id, "online"), "done")
    maker.add(tr("Was here from the start"), lambda: desk.arrive(key, None), "place")
    maker.add(tr("Via Teams"), lambda: desk.arrive(key, None, "online"), "place")


def _before(room: Room) -> ItemRow | None:
    """Return the item that was treated last before the current one."""
    had = [i for i in room.view.items if i.state == "treated" and i.turn is not None]
    return max(had, key=lambda i: i.turn or 0, default=None)


class _Maker:
    """Collects buttons; the first one is the filled one."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.acts: list[Button] = []

    def add(self, words: str, act: Callable[[], object], icon: str) -> None:
        """Add a button that does *act* and closes the panel."""
        do = act_then_close(self.room, act)
        made = button(words, do, icon=icon) if self.acts else primary(words, do, icon)
        self.acts.append(made)
