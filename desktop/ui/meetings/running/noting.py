"""Write down an action, a promise, an urgent item or a guest, and put an item off."""

from collections.abc import Callable
from typing import Any

from desktop.i18n import tr
from desktop.services.meetings.rows import ItemRow
from desktop.services.meetings.saying import helps, phrases
from desktop.ui.boxes import Item, stack, text
from desktop.ui.buttons import Button, Tick, button, primary, quiet
from desktop.ui.form import Form, choice, date_line, line, lines, number
from desktop.ui.meetings.running.panel import (
    FormPanel,
    NameLine,
    Panel,
    Room,
    act_then_close,
    choice_panel,
)


def action(room: Room) -> Panel:
    """Return the panel for an action."""
    form = Form()
    names = [person.row.name for person in room.view.people if person.row.member_id is not None]
    form.add_row(tr("What must happen?"), lines("text", rows=2))
    form.add_pair(
        (tr("Who does it?"), NameLine("owner", names)),
        (tr("Ready before"), date_line("due")),
    )

    def keep(values: dict[str, Any]) -> None:
        today = room.now().date()
        room.running.add_action(
            room.item, values["text"], today, owner=values["owner"], due=values["due"]
        )

    return FormPanel(room, tr("Action"), form, tr("Keep the action"), keep)


def promise(room: Room) -> Panel:
    """Return the panel for a promise of someone outside the council."""
    form = Form()
    guests = [person.row.name for person in room.view.people if person.row.member_id is None]
    names = [*guests, *room.desk.office.lists.people("promise")]
    form.add_row(tr("What is promised?"), lines("text", rows=2))
    form.add_pair(
        (tr("Who promises it?"), NameLine("by_whom", names)),
        (tr("Ready before"), date_line("due")),
    )

    def keep(values: dict[str, Any]) -> None:
        today = room.now().date()
        room.running.add_promise(
            room.item, values["text"], today, by_whom=values["by_whom"], due=values["due"]
        )

    return FormPanel(room, tr("Promise"), form, tr("Keep the promise"), keep)


def urgent(room: Room) -> Panel:
    """Return the panel for an item that cannot wait."""
    form = Form()
    form.add_row(tr("What is it about?"), line("title"))
    form.add_pair((tr("How many minutes?"), number("minutes", 1, 240)))
    form.set_values({"minutes": 10})

    def keep(values: dict[str, Any]) -> None:
        room.running.add_urgent(room.meeting, values["title"], values["minutes"])

    title = tr("An urgent item")
    return FormPanel(room, title, form, tr("Put it after this item"), keep)


def put_off(room: Room, item: ItemRow) -> Panel:
    """Return the panel that puts *item* off to a later meeting, with a reason."""
    form = Form()
    form.add_row(
        tr("Why not now?"), line("reason"), tr("This stands in the minutes. The item comes back.")
    )

    def keep(values: dict[str, Any]) -> None:
        now = room.now()
        room.running.skip(item.id, values["reason"], now)
        if item.id == room.item:
            room.running.go_on(room.meeting, now)

    title = tr("Put off: {title}", title=item.title)
    return FormPanel(room, title, form, tr("Put it off"), keep)


def guest(room: Room) -> Panel:
    """Return the panel for a guest."""
    form = Form()
    form.add_row(tr("Name"), line("name"))
    form.add_row(tr("Comes for"), line("role"), tr("For example: the municipality."), optional=True)
    ways = [("room", tr("In the room")), ("online", tr("Via Teams"))]
    form.add_row(tr("How?"), choice("way", ways))
    consent = tr("The name may stand in the public minutes")
    form.add_row(consent, Tick(consent, key="named_in_public"))

    def keep(values: dict[str, Any]) -> None:
        had = any(item.state != "placed" for item in room.view.items)
        room.running.attendance.add_guest(
            room.meeting, **values, from_item=room.item or None if had else None
        )

    return FormPanel(room, tr("A guest"), form, tr("Put on the list"), keep)


def item_panel(room: Room, item: ItemRow) -> Panel:
    """Return what can be done with an item of the agenda that is not the current one."""
    acts: list[Button] = []
    running = room.running
    now = primary(
        tr("Treat it now"), act_then_close(room, lambda: running.go_to(item.id, room.now()))
    )
    if room.view.meeting.state == "running":
        acts.append(now)
    if item.state == "placed":
        acts.append(button(tr("Put it off"), lambda: room.open(put_off(room, item)), icon="carry"))
    else:
        back = act_then_close(room, lambda: running.put_back(item.id))
        acts.append(button(tr("Put it back on the agenda"), back, icon="undo"))
    title = f"{item.number}. {item.title}" if item.number else item.title
    why = item.state_reason or item.question
    return choice_panel(room, title, why, acts)


def help_panel(room: Room) -> Panel:
    """Return what the chair can say at a hard moment."""
    parts: list[Item] = [
        stack(text(each.title, "h3"), text(f"“{each.words}”", "lead"), gap=2) for each in helps()
    ]
    return Panel(tr("What helps now?"), parts, [primary(tr("Go on"), room.close)])


def phrase_panel(room: Room, write: Callable[[str], object]) -> Panel:
    """Return the sentences for the notes; pressing one calls *write* with it."""
    kind = room.view.current.kind if room.view.current is not None else "discussion"
    acts = [button(each, lambda each=each: write(each)) for each in phrases(kind)]
    return Panel(tr("Which sentence?"), [], [*acts, quiet(tr("Cancel"), room.close)])
