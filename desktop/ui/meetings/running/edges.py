"""The moments before the first item and after the last one, and what comes next in words."""

from collections.abc import Callable

from desktop.i18n import tr
from desktop.services.meetings.freezing import closed_words
from desktop.services.meetings.running import RunningView
from desktop.ui.boxes import Item, text
from desktop.ui.buttons import primary, quiet
from desktop.ui.meetings.running.items import numbered
from desktop.ui.meetings.running.panel import Panel, Room


def heading(view: RunningView) -> tuple[str, str]:
    """Return the heading and the line under it while there is no current item."""
    if view.meeting.minutes_state == "adopted":
        return tr("The meeting is closed"), closed_words()
    if view.meeting.state == "held":
        return (
            tr("The meeting is closed"),
            tr("Everything is kept. The minutes are ready to be finished."),
        )
    if view.meeting.state == "running":
        return tr("All items are done"), tr("You can close the meeting.")
    return (
        tr("Ready to begin?"),
        tr("After opening you tick off who is there. The clock starts then."),
    )


def next_words(view: RunningView) -> str:
    """Return what the one filled button does now."""
    if view.meeting.minutes_state == "adopted":
        return tr("Read the minutes")
    if view.meeting.state == "held":
        return tr("To the minutes")
    if view.meeting.state != "running":
        return tr("Open the meeting")
    if view.meeting.paused is not None:
        return tr("Go on after the break")
    return tr("Next item") if view.following is not None else tr("Close the meeting")


def adopted(room: Room, read: Callable[[], object]) -> Panel:
    """Return what an item or a person of an adopted meeting offers: *read* the minutes."""
    acts = [primary(tr("Read the minutes"), read, "eye"), quiet(tr("Cancel"), room.close)]
    return Panel(tr("The meeting is closed"), [text(closed_words())], acts)


def closing(room: Room, close: Callable[[], object]) -> Panel:
    """Return the last question of a meeting: what comes back next time, and *close*."""
    left = [item for item in room.view.items if item.state == "carried"]
    left += [item for item in room.view.items if item.state == "placed" and item.turn is None]
    parts: list[Item] = []
    if left:
        names = ", ".join(numbered(item) for item in left)
        parts.append(text(tr("This comes back next time: {names}.", names=names)))
    parts.append(text(tr("The minutes are made from your notes. You can still change them.")))
    acts = [primary(tr("Close the meeting"), close, "done"), quiet(tr("Cancel"), room.close)]
    return Panel(tr("Is everything done?"), parts, acts)
