"""A line of buttons that turns to the next line when it is full."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop.ui.theme import look


class _Flow(QLayout):
    """Lays its items side by side, as many as fit, then the next line."""

    def __init__(self, parent: QWidget, gap: int, line_gap: int) -> None:
        super().__init__(parent)
        self._line_gap = line_gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """Height by width; a page asks it again and again while it finds its size."""
        self._gap = gap
        self.setContentsMargins(QMargins())

    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        if arg__1 not in self._heights:
            self._heights[arg__1] = self._lay(QRect(0, 0, arg__1, 0), place=False)
        return self._heights[arg__1]

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._lay(arg__1, place=True)

    def sizeHint(self) -> QSize:
        gap = look.gap(self._gap)
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() + gap for size in sizes) - gap
        return QSize(max(wide, 1), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _lay(self, area: QRect, *, place: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            if y > area.y():
                y += look.gap(self._line_gap)
            x, high = area.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint()
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + look.gap(self._gap)
            y += high
        return y - area.y()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        """Divide the items into lines that are no wider than *room*."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or wide > left:
                lines.append([])
                left = room
            lines[-1].append(item)
            left -= wide + look.gap(self._gap)
        return lines


class Wrapped(QWidget):
    """A few widgets side by side; what does not fit goes to the next line.

    *gap* between them and *line_gap* between the lines are px at 100 %.
    """

    def __init__(self, widgets: Sequence[QWidget], gap: int = 14, line_gap: int = 0) -> None:
        super().__init__()
        flow = _Flow(self, gap, line_gap)
        for widget in widgets:
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
