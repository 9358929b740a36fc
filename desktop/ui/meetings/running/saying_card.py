"""What the chair says now, word for word, and what comes after it."""

from collections.abc import Callable

from desktop.i18n import tr
from desktop.services.meetings.rows import ItemRow
from desktop.services.meetings.saying import chair_lines
from desktop.ui.boxes import Box, beside, text
from desktop.ui.buttons import quiet
from desktop.ui.icons import Icon
from desktop.ui.meetings.running.layout import show_when
from desktop.ui.spoken import announce


class SayingCard(Box):
    """The warm card of the meeting screen. It remembers per item how far the chair is."""

    def __init__(self, ask_help: Callable[[], object]) -> None:
        self._now = text("", "speech")
        self._then = text("", "lead", "muted")
        self._next = quiet(tr("Next sentence"), self.go_on, "next")
        helps = quiet(tr("Help, it is hard now"), ask_help, "hint")
        head = beside(
            Icon("vergaderen", "warm"), (text(tr("You say now"), "label", "warm"), 1), gap=8
        )
        acts = beside(self._next, helps, ..., gap=16, turns=True)
        super().__init__(
            [head, self._now, self._then, acts], gap=8, pad=(20, 12, 20, 10), cls="warm"
        )
        self._places: dict[int, int] = {}
        self._item = 0
        self._lines: tuple[str, ...] = ()

    def show_item(self, item: ItemRow) -> None:
        """Show where the chair was at *item*."""
        self._item, self._lines = item.id, chair_lines(item)
        self._show()

    def go_on(self) -> None:
        """Go to the next sentence; after the last one begin again."""
        if self._lines:
            self._places[self._item] = (self._place() + 1) % len(self._lines)
            self._show()
            announce(self, self._now.text())

    def _place(self) -> int:
        return min(self._places.get(self._item, 0), max(len(self._lines) - 1, 0))

    def _show(self) -> None:
        place, lines = self._place(), self._lines
        show_when(self, wanted=bool(lines))
        if not lines:
            return
        self._now.setText(f"“{lines[place]}”")
        after = lines[place + 1] if place + 1 < len(lines) else ""
        self._then.setText(tr("After that: “{words}”", words=after) if after else "")
        show_when(self._then, wanted=bool(after))
        show_when(self._next, wanted=len(lines) > 1)
