"""The agenda beside the meeting: what was treated, where we are, what still comes."""

from desktop.i18n import tr
from desktop.services.meetings.rows import ItemRow
from desktop.services.meetings.running import RunningView
from desktop.ui.line_parts import Part, Sign, Told
from desktop.ui.meetings.running.stops import Stop, StopList

_SIGNS = {"treated": "done", "carried": "carry", "placed": "open"}


class Items(StopList):
    """The items in the order of the agenda; Enter tells what can be done with one."""

    def __init__(self) -> None:
        super().__init__(tr("Agenda"))
        self.setObjectName("items")
        self._shown: tuple[object, ...] = ()

    def show_view(self, view: RunningView) -> None:
        """Show the agenda as it is now."""
        here = view.current.id if view.current is not None else 0
        shown = (here, *((i.id, i.number, i.title, i.state) for i in view.items))
        if shown == self._shown:
            return  # typing is stored every second: only what changed is made again
        self._shown = shown
        self.show_stops([_stop(item, here=item.id == here) for item in view.items])


def numbered(item: ItemRow) -> str:
    """Return "5. Advies bijzondere bijstand"; an item without a number is only its title."""
    return f"{item.number}. {item.title}" if item.number else item.title


def _stop(item: ItemRow, *, here: bool) -> Stop:
    states = {
        "treated": tr("treated"),
        "carried": tr("put off"),
        "placed": tr("still to come"),
    }
    state = tr("we are here") if here else states.get(item.state, "")
    icon = "now" if here else _SIGNS.get(item.state, "open")
    words = Told(((numbered(item), "strong" if here else "body", ""),))
    tone = "accent" if here or item.state == "treated" else "muted"
    front: list[Part] = [12] if item.parent_id is not None else []
    return Stop(item.id, f"{numbered(item)}, {state}", [*front, Sign(icon, tone), words], here=here)
