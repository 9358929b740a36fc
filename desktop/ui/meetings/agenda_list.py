"""The items of an agenda in their order: walk with the arrows, move with keys or the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.i18n import tr
from desktop.ui.line_parts import Part, Pill, Sign, Told
from desktop.ui.painted import Figure, PaintedLine, PaintedList
from desktop.ui.tabs import keep_tab_order

_NUMBER_EMS, _TIME_EMS, _MINUTES_EMS = 2.2, 2.9, 4.2


@dataclass(frozen=True)
class Line:
    """An item as one line of the list."""

    id: int
    time: str
    number: str
    title: str
    what: str
    """Purpose, owner and papers, as one small line."""
    minutes: str
    part: bool = False
    closed: bool = False
    late: str = ""
    """What is missing, in a few words."""
    fixed: bool = False
    """Whether it stays where it is for good."""

    @property
    def sentence(self) -> str:
        """The line as a screen reader says it."""
        place = tr("Item {number}", number=self.number) if self.number else ""
        closed = tr("closed") if self.closed else ""
        parts = (place, self.title, self.time, self.minutes, self.what, closed, self.late)
        return ", ".join(part for part in parts if part)


class _LineBox(PaintedLine):
    """One line that the arrows stop at."""

    picked = Signal()
    stepped = Signal(int)
    sunk = Signal(bool)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    entered = Signal()

    def __init__(self, line: Line, *, ruled: bool) -> None:
        super().__init__(_figure(line), line.sentence, ruled=ruled)
        self.line = line
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setObjectName(f"item-{line.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and not self.line.fixed and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.sunk.emit(key == Qt.Key.Key_Right)
        elif way:
            self.stepped.emit(way)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(-9999 if key == Qt.Key.Key_Home else 9999)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.globalPosition().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._pressed is None or self.line.fixed:
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was, self._dragging, self._pressed = self._dragging, False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if was:
            self.dropped.emit(event.globalPosition().toPoint())
        elif self.rect().contains(event.position().toPoint()):
            self.picked.emit()


def _figure(line: Line) -> Figure:
    """Return how *line* looks: its place, time and number, the words, what to know, its minutes."""
    number = f"{line.number}." if line.number else ""
    words = [(line.title, "strong", "")]
    if line.what:
        words.append((line.what, "small", "muted"))
    tail: list[Part] = [Pill(tr("closed"))] if line.closed else []
    if line.late:
        tail.append(Pill(line.late, "warning"))
    return Figure(
        [
            *([24] if line.part else []),
            *([] if line.fixed else [Sign("drag")]),
            Told(((line.time, "small", "muted"),), ems=_TIME_EMS),
            Told(((number, "strong", ""),), ems=_NUMBER_EMS),
            Told(tuple(words)),
            *tail,
            Told(((line.minutes, "strong", ""),), ems=_MINUTES_EMS, right=True),
        ]
    )


class AgendaList(PaintedList):
    """The lines of an agenda. Signals name items by key."""

    opened = Signal(int)
    sunk = Signal(int, bool)
    """An item becomes a part of the one above it (True) or stands on its own again."""
    placed = Signal(int, int)
    """An item is dropped on the place of another item (both by key)."""

    def __init__(self) -> None:
        super().__init__(tr("Agenda"))
        self._boxes: list[_LineBox] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines."""
        self._boxes = []
        for number, line in enumerate(lines):
            box = _LineBox(line, ruled=number > 0)
            box.picked.connect(lambda key=line.id: self.opened.emit(key))
            box.stepped.connect(partial(self._step, number))
            box.sunk.connect(partial(self.sunk.emit, line.id))
            box.dragged.connect(self._show_target)
            box.dropped.connect(partial(self._drop, line.id))
            box.entered.connect(lambda at=number: self._one_stop(at))
            self._boxes.append(box)
        self.put(self._boxes)
        self._one_stop(0)
        keep_tab_order(self)

    def focused(self) -> int | None:
        """Return the key of the item that has the focus, if any."""
        return next((box.line.id for box in self._boxes if box.hasFocus()), None)

    def focus_item(self, key: int) -> None:
        """Give the focus to the line of item *key*."""
        for place, box in enumerate(self._boxes):
            if box.line.id == key:
                self._go(place)

    def stops(self) -> Sequence[QWidget]:
        """Return the lines as widgets, for the focus and for tests."""
        return self._boxes

    def _step(self, number: int, way: int) -> None:
        self._go(number + way)

    def _go(self, place: int) -> None:
        if self._boxes:
            place = min(max(place, 0), len(self._boxes) - 1)
            self._one_stop(place)
            self._boxes[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _one_stop(self, place: int) -> None:
        """Let Tab stop at one line only: the one where the arrows were last."""
        for number, box in enumerate(self._boxes):
            here = number == place
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            box.setFocusPolicy(policy)

    def _at(self, point: QPoint) -> int:
        y = self.mapFromGlobal(point).y()
        below = [n for n, box in enumerate(self._boxes) if box.geometry().top() <= y]
        return below[-1] if below else 0

    def _show_target(self, point: QPoint) -> None:
        target = self._at(point)
        for number, box in enumerate(self._boxes):
            box.light(on=number == target)

    def _drop(self, key: int, point: QPoint) -> None:
        target = self._boxes[self._at(point)].line.id
        for box in self._boxes:
            box.light(on=False)
        if target != key:
            self.placed.emit(key, target)
