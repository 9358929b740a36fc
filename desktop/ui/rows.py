"""Lists: rows of a service in a sortable table, or in a card to walk through with the arrows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QFocusEvent, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTableView, QWidget

from desktop.i18n import tr
from desktop.ui.boxes import Box, rule
from desktop.ui.buttons import button, quiet
from desktop.ui.kit import Row
from desktop.ui.spoken import announce, speak_as
from desktop.ui.tabs import keep_tab_order
from desktop.ui.theme import look

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HIGHEST = 30  # rows; a longer table scrolls by itself


@dataclass(frozen=True)
class Column(Generic[R]):
    """A heading and how to read its cell from a row; *spoken* when it sounds another way."""

    heading: str
    shown: Callable[[R], str]
    sorted_by: Callable[[R], Any] | None = None
    spoken: Callable[[R], str] | None = None
    number: bool = False


class Rows(QAbstractTableModel, Generic[R]):
    """A read-only table over frozen rows."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: Sequence[R] = ()
        self._by, self._down = 0, False

    def show(self, rows: Sequence[R]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._rows = [rows[place] for place in self._sorted(rows)]
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of *column*; what was picked stays picked."""
        self._by, self._down = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        places = self._sorted(self._rows)
        now = {old: new for new, old in enumerate(places)}
        held = self.persistentIndexList()
        self._rows = [self._rows[place] for place in places]
        moved = [self.index(now[index.row()], index.column()) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _sorted(self, rows: Sequence[R]) -> list[int]:
        """Return the places of *rows* in order; each cell is read once, also of 6,000 rows."""
        column = self._columns[self._by]
        read = column.sorted_by or column.shown
        keys = [read(row) for row in rows]
        keys = [key.casefold() if isinstance(key, str) else key for key in keys]
        return sorted(range(len(rows)), key=keys.__getitem__, reverse=self._down)

    def row(self, index: Index) -> R:
        """Return the row behind *index*."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.shown(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.shown)(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            right = self._columns[section].number
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class Table(QTableView, Generic[R]):
    """A sortable table of rows; Enter or a double click opens one. Tab goes on to what follows."""

    opened = Signal(object)

    def __init__(self, spoken: str, columns: Sequence[Column[R]], wide: int = 0) -> None:
        super().__init__()
        self.rows, self._most = Rows(columns, self), _HIGHEST
        self.setModel(self.rows)
        self.setAccessibleName(spoken)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)
        self.rows.modelReset.connect(self._fit)
        self.restyle()

    def _fit(self) -> None:
        """Be as high as the rows, so that the page scrolls and not a part of it."""
        count = min(self.rows.rowCount(), self._most)
        high = count * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(high + self.horizontalHeader().sizeHint().height() + 4)

    def restyle(self) -> None:
        font = look.font()
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.verticalHeader().setDefaultSectionSize(round(look.px() * 1.4) + 2 * look.gap(9))
        self._fit()

    def current(self) -> R | None:
        """Return the row that is picked, if any."""
        index = self.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class Face:
    """How a row looks in a list: sign, what, why, state (words, tone), the word on its button.

    A *plain* one stands back, without bold words.
    """

    what: str
    why: str = ""
    icon: str = ""
    tone: str = "muted"
    state: tuple[str, str] | None = None
    act: str = ""
    plain: bool = False


class _Stop(Box):
    """A row that the arrow keys stop at; Enter, Space or a click opens it."""

    picked = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__(pad=(0, 2, 0, 2))
        act = button(face.act, self.picked.emit) if face.act else None
        row = Row(
            face.what,
            face.why,
            icon=face.icon,
            tone=face.tone,
            state=face.state,
            act=act,
            plain=face.plain,
        )
        if act:  # the row itself is the stop; the mouse can still press the button
            act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(row)
        sentence = f"{row.sentence}, {tr('button {name}', name=face.act)}" if act else row.sentence
        speak_as(self, QAccessible.Role.ListItem, lambda: sentence)
        self.setAccessibleName(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Home: -9999,
            Qt.Key.Key_End: 9999,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit()
        elif key in steps:
            self.moved.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.picked.emit()


class RowList(Box, Generic[R]):
    """A list of rows: Tab goes in and out, the arrows go along, Enter opens.

    *face* tells how a row looks. With *most*, only so many show until "Show all" is pressed.
    """

    opened = Signal(object)

    def __init__(self, spoken: str, face: Callable[[R], Face], most: int = 0) -> None:
        super().__init__(gap=2)
        self.setAccessibleName(spoken)
        self._face, self._most = face, most
        self._rows: Sequence[R] = ()
        self._stops: list[_Stop] = []

    def show_rows(self, rows: Sequence[R]) -> None:
        """Replace the rows; the focus stays at the same place in the list."""
        place = next((n for n, stop in enumerate(self._stops) if stop.hasFocus()), None)
        self._rows = rows
        self._fill(self._most or len(rows))
        if place is not None and self._stops:
            self._stops[min(place, len(self._stops) - 1)].setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Return the rows as widgets, for the focus and for tests."""
        return self._stops

    def _fill(self, most: int) -> None:
        self.clear()
        self._stops = []
        for number, row in enumerate(self._rows[:most]):
            stop = _Stop(self._face(row))
            stop.picked.connect(lambda row=row: self.opened.emit(row))
            stop.moved.connect(partial(self._step, number))
            stop.entered.connect(partial(self._one_stop, number))
            if number:
                self.add(rule())
            self.add(stop)
            self._stops.append(stop)
        self._one_stop(0)
        if len(self._rows) > most:
            self.add(quiet(tr("Show all {n}", n=len(self._rows)), self._show_all, "open_down"))
        keep_tab_order(self)

    def _show_all(self) -> None:
        place = len(self._stops)
        self._fill(len(self._rows))
        self._go(place)
        announce(self, tr("{n} rows", n=len(self._rows)))

    def _step(self, number: int, step: int) -> None:
        self._go(number + step)

    def _go(self, place: int) -> None:
        place = min(max(place, 0), len(self._stops) - 1)
        self._one_stop(place)
        self._stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self._stops[place])
            above = above.parentWidget()

    def _one_stop(self, place: int) -> None:
        """Let Tab stop at one row only: the one where the arrows were last."""
        for number, stop in enumerate(self._stops):
            here = number == place
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            stop.setFocusPolicy(policy)
