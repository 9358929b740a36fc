"""A list to walk through with the arrows: Tab goes in and out, Enter or Space picks one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QScrollArea

from desktop.ui.line_parts import Part
from desktop.ui.painted import Figure, PaintedLine, PaintedList
from desktop.ui.tabs import keep_tab_order
from desktop.ui.theme import look

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -9999,
    Qt.Key.Key_End: 9999,
}
_WIDE = 200
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Stop(PaintedLine):
    """One line of the list; *key* is what it stands for, *sentence* what a screen reader says."""

    picked = Signal()
    moved = Signal(int)

    def __init__(
        self, key: int, sentence: str, parts: Sequence[Part], *, here: bool = False
    ) -> None:
        super().__init__(Figure(parts, gap=9, pad=(10, 6, 8, 6)), sentence, lit=here)
        self.key, self.here = key, here
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _PICKS:
            self.picked.emit()
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.picked.emit()


class StopList(PaintedList):
    """The lines; Tab comes in at the one that is *here*, or where the arrows were last."""

    picked = Signal(int)

    def __init__(self, spoken: str) -> None:
        super().__init__(spoken, gap=2)
        self.resize(look.wide(_WIDE), 1)  # else its lines are measured at a width they never get
        self.stops: list[Stop] = []
        self._last = -1

    def sizeHint(self) -> QSize:
        wide = look.wide(_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def show_stops(self, stops: list[Stop]) -> None:
        """Replace the lines; the focus stays at the line of the same key."""
        focus = next((stop.key for stop in self.stops if stop.hasFocus()), None)
        self.put(stops)
        self.stops = stops
        for place, stop in enumerate(stops):
            stop.picked.connect(partial(self._pick, stop.key))
            stop.moved.connect(partial(self._step, place))
        here = focus if focus is not None else self._last
        self._one_stop(self._place(here))
        if focus is not None:
            self.enter(focus)

    def enter(self, key: int | None = None) -> None:
        """Go to the line of *key*, else to where Tab comes in."""
        if self.stops:
            place = self._place(self._last if key is None else key)
            self._one_stop(place)
            self.stops[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._show(place)

    def _pick(self, key: int) -> None:
        self._last = key
        self.picked.emit(key)

    def _place(self, key: int) -> int:
        """Return the place of *key*, else of the line that is here, else the first."""
        places = [place for place, stop in enumerate(self.stops) if stop.key == key]
        places += [place for place, stop in enumerate(self.stops) if stop.here]
        return places[0] if places else 0

    def _step(self, place: int, step: int) -> None:
        place = min(max(place + step, 0), len(self.stops) - 1)
        self._last = self.stops[place].key
        self.enter(self._last)

    def _one_stop(self, place: int) -> None:
        for number, stop in enumerate(self.stops):
            inside = number == place
            stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus if inside else Qt.FocusPolicy.ClickFocus)
        if self.window().isVisible():  # a page that is being built does so once, at its end
            keep_tab_order(self)

    def _show(self, place: int) -> None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self.stops[place], 0, 0)
            above = above.parentWidget()
