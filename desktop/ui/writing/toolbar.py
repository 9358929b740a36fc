"""The words above the paper: what a paragraph or a word can become."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.i18n import tr
from desktop.ui.kit import Button, look, on_press
from desktop.ui.writing.shapes import Shape
from desktop.ui.writing.writing import Writing

_HEAVY = 600


class Tool(Button):
    """One word of the bar; it is drawn pressed where its act is already done."""

    def __init__(self, words: str, act: Callable[[], object] | None = None, icon: str = "") -> None:
        super().__init__(words, "quiet", icon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        self.is_on: Callable[[], bool] | None = None
        self.fill: Callable[[QMenu], None] | None = None
        self.seldom = False
        if act:
            on_press(self, act)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        if self.isChecked():  # tint and line: it must show without colour too
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            room = QRectF(self.rect()).adjusted(0, 3, 0, -3)
            painter.drawRoundedRect(room, 6, 6)
            side = look.gap(6)
            line = QRectF(side, self.height() - look.gap(8), self.width() - 2 * side, 2)
            painter.fillRect(line, look.colour("accent"))
            painter.end()
        super().paintEvent(arg__1)

    def show_state(self) -> None:
        """Look pressed where the act of this word is done already."""
        if self.is_on is not None:
            on = self.is_on()
            self.setCheckable(True)
            if self.isChecked() != on:
                self.setChecked(on)

    def drop(self, fill: Callable[[QMenu], None]) -> None:
        """Open a menu, filled anew each time, when pressed."""
        self.fill = fill
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: _renew(menu, fill))
        self.setMenu(menu)


def bold_tool(writing: Writing) -> Tool:
    """Return the word that makes the chosen words bold."""
    tool = Tool(tr("Bold"), writing.toggle_bold)
    tool.is_on = lambda: writing.currentCharFormat().fontWeight() >= _HEAVY
    tool.setToolTip("Ctrl+B")
    return tool


def list_tool(writing: Writing) -> Tool:
    """Return the word that makes a list of the chosen paragraphs."""
    tool = Tool(tr("List"), lambda: writing.toggle_shape(Shape.BULLET))
    tool.is_on = lambda: writing.shape() is Shape.BULLET
    return tool


def _renew(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    menu.clear()
    fill(menu)


class Toolbar(QWidget):
    """Words side by side; those that do not fit stand in the menu "Meer"."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._tools: list[Tool] = []
        self._build()
        self._more = Tool(tr("More"), icon="open_down")
        self._more.setParent(self)
        self._more.drop(self._fill_more)
        self._more.setAccessibleName(tr("More text tools"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Text tools"))
        writing.cursorPositionChanged.connect(self._show_state)
        writing.currentCharFormatChanged.connect(self._show_state)

    def _build(self) -> None:
        writing = self._writing
        self._shape(tr("Heading"), Shape.SUBHEADING)
        self._put(bold_tool(writing))
        italic = self.add(tr("Italic"), writing.toggle_italic)
        italic.is_on = lambda: writing.currentCharFormat().fontItalic()
        italic.setToolTip("Ctrl+I")
        self._put(list_tool(writing))
        numbers = self._shape(tr("Numbers"), Shape.NUMBER)
        self._shape(tr("Quote"), Shape.QUOTE)
        table = self.add(tr("Table"))
        table.drop(self._fill_table)
        for tool in (italic, numbers, table):
            tool.seldom = True

    def _shape(self, words: str, kind: Shape) -> Tool:
        tool = self.add(words, lambda: self._writing.toggle_shape(kind))
        tool.is_on = lambda: self._writing.shape() is kind
        return tool

    def add(
        self,
        words: str,
        act: Callable[[], object] | None = None,
        icon: str = "",
        *,
        keep: bool = False,
    ) -> Tool:
        """Add a word to the bar; with *keep* it stays in sight when others go to the menu."""
        return self._put(Tool(words, act, icon), keep=keep)

    def _put(self, tool: Tool, *, keep: bool = False) -> Tool:
        tool.setParent(self)
        tool.setProperty("keep", keep)
        self._tools.append(tool)
        if tool.is_on is None:
            tool.setCheckable(False)
        if hasattr(self, "_more"):
            self._more.raise_()  # the last of the children, as it is the last of the bar: for Tab
        self._arrange()
        return tool

    # ---- menus

    def _fill_table(self, menu: QMenu) -> None:
        writing = self._writing
        if not writing.in_table():
            for columns in (2, 3, 4):
                words = tr("{count} columns", count=columns)
                menu.addAction(words, lambda count=columns: writing.insert_table(count))
            return
        menu.addAction(tr("Add a row"), writing.add_row)
        menu.addAction(tr("Remove this row"), writing.remove_row)
        menu.addAction(tr("Remove the table"), writing.remove_table)

    def _fill_more(self, menu: QMenu) -> None:
        for tool in self._tools:
            if not tool.isHidden():
                continue
            if tool.fill:
                tool.fill(menu.addMenu(tool.text()))
                continue
            action = menu.addAction(tool.text(), tool.click)
            if tool.is_on:
                action.setCheckable(True)
                action.setChecked(tool.is_on())
        menu.addSeparator()
        menu.addAction(tr("Undo typing"), self._writing.undo)
        menu.addAction(tr("Redo typing"), self._writing.redo)

    def _show_state(self) -> None:
        for tool in self._tools:
            tool.show_state()

    # ---- place

    def restyle(self) -> None:
        self._arrange()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        sizes = [tool.sizeHint() for tool in self._tools]
        wide = sum(size.width() for size in sizes)
        return QSize(wide, max((size.height() for size in sizes), default=look.px()))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not hasattr(self, "_more"):
            return
        gap = look.gap(4)
        shown = self._fitting(gap)
        x = 0
        for tool in [*self._tools, self._more]:
            tool.setVisible(tool in shown)
            if tool in shown:
                size = tool.sizeHint()
                tool.setGeometry(x, 0, size.width(), self.height())
                x += size.width() + gap

    def _fitting(self, gap: int) -> list[Tool]:
        """Return the tools that fit: those to keep first, then what is used most."""
        room = self.width() - self._more.sizeHint().width() - gap
        kept = [tool for tool in self._tools if tool.property("keep")]
        room -= sum(tool.sizeHint().width() + gap for tool in kept)
        fitting: set[Tool] = set(kept)
        for tool in sorted(self._tools, key=lambda tool: tool.seldom):
            if tool in fitting:
                continue
            room -= tool.sizeHint().width() + gap
            if room < 0:
                break
            fitting.add(tool)
        return [*(tool for tool in self._tools if tool in fitting), self._more]
