"""The paper: a text editor that keeps to a few shapes and tells when its text changed."""

import time
from collections.abc import Callable, Generator
from typing import TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.documents.markdown import blocks
from desktop.i18n import tr
from desktop.ui.theme import look
from desktop.ui.writing import editing, paste
from desktop.ui.writing.shapes import Dress, Shape, in_table, shape
from desktop.ui.writing.stored import load_into, stored, stored_in_slices

QUIET_MS, LATEST_MS = 700, 1500
"""A change is told after 0.7 s without a key, and 1.5 s after the first key at the latest."""

LONG, SLICE_MS = 20_000, 2.0
"""A text with more characters than this is read in slices of so many milliseconds."""

MEASURE = 68
"""Longest line of running text, in characters."""

TEXT_SIZE = 1.07
"""The paper is a little larger than the rest of the screen."""

Seen: TypeAlias = list[tuple[QTextBlock, QPointF]]
"""Paragraphs in sight, each with its corner."""

_SAMPLE = "Wij vragen het college om de regels eenvoudiger te maken voor iedereen."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Paper(QTextEdit):
    """Rich text in our subset of Markdown; ``changed`` carries it as stored, after a pause."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "bare")
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Text"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)  # room for the outline of a tip
        self._busy = False
        self._stored = ""
        self._dress = Dress(self.document())
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LATEST_MS)
        self._reading: Generator[None, None, str] | None = None
        self._slice = QTimer(self, singleShot=True, interval=0)
        self._slice.timeout.connect(self._read_on)
        self.document().contentsChange.connect(self._on_change)
        self.restyle()
        self.load("")

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self._tell_soon)
        return timer

    # ---- text in and out

    def load(self, markdown: str) -> None:
        """Show *markdown* (our subset) and forget the undo steps of what was there."""
        self._busy = True
        load_into(self.document(), markdown)
        self._busy = False
        self._stored = self.markdown()
        self._stop_timers()
        start = self.textCursor()
        start.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(start)

    def markdown(self) -> str:
        """Return the text as it is stored, in its normal form."""
        return stored(self.document())

    def flush(self) -> None:
        """Tell a change that was not told yet; call this before the editor goes away."""
        self._stop_timers()
        self._tell(self.markdown())

    def _tell(self, now: str) -> None:
        if now != self._stored:
            self._stored = now
            self.changed.emit(now)

    def _tell_soon(self) -> None:
        """Tell a change; a long text is read a bit at a time, between the keys."""
        if self.document().characterCount() <= LONG:
            self.flush()
            return
        self._stop_timers()
        self._reading = stored_in_slices(self.document())
        self._slice.start()

    def _read_on(self) -> None:
        until = time.perf_counter() + SLICE_MS / 1000
        while self._reading is not None:
            try:
                next(self._reading)
            except StopIteration as done:
                self._reading = None
                self._tell(done.value)
                return
            if time.perf_counter() > until:
                self._slice.start()
                return

    def _stop_timers(self) -> None:
        self._reading = None
        self._quiet.stop()
        self._latest.stop()

    # ---- acts

    def toggle_bold(self) -> None:
        """Make the chosen words bold, or plain again."""
        heavy = self.textCursor().charFormat().fontWeight() >= QFont.Weight.DemiBold
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        self._merge(form)

    def toggle_italic(self) -> None:
        """Make the chosen words italic, or upright again."""
        form = QTextCharFormat()
        form.setFontItalic(not self.textCursor().charFormat().fontItalic())
        self._merge(form)

    def _merge(self, form: QTextCharFormat) -> None:
        # A sub-heading and the top row of a table are bold of themselves and take no other dress.
        if self.shape() not in (Shape.SUBHEADING, Shape.HEADER_CELL):
            self.mergeCurrentCharFormat(form)

    def toggle_shape(self, kind: Shape) -> None:
        """Make the chosen paragraphs a *kind*, or plain again."""
        editing.toggle(self.textCursor(), kind)
        self.cursorPositionChanged.emit()

    def insert_table(self, columns: int) -> None:
        """Put in a table with a header and two rows; columns is 2, 3 or 4."""
        self._act(lambda cursor: editing.insert_table(cursor, columns))

    def add_row(self) -> None:
        """Add a row under the one of the cursor."""
        self._act(editing.add_row)

    def remove_row(self) -> None:
        """Take the row of the cursor away; the last one takes the table with it."""
        self._act(editing.remove_row)

    def remove_table(self) -> None:
        """Take the table of the cursor away."""
        self._act(editing.remove_table)

    def insert_markdown(self, markdown: str) -> None:
        """Put *markdown* in at the cursor, as one step to undo."""
        self._act(lambda cursor: paste.insert(cursor, blocks(markdown)))

    def _act(self, act: Callable[[QTextCursor], object]) -> None:
        cursor = self.textCursor()
        act(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def shape(self) -> Shape:
        """Return what the paragraph of the cursor is."""
        return shape(self.textCursor().block())

    def in_table(self) -> bool:
        """Say whether the cursor stands in a table."""
        return in_table(self.textCursor()) is not None

    # ---- telling and drawing

    def _on_change(self, at: int, removed: int, added: int) -> None:
        if self._busy:
            return
        if self._reading is not None:  # what was read is void: begin again
            self._reading = stored_in_slices(self.document())
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def paintEvent(self, e: QPaintEvent) -> None:
        area = QRectF(e.rect())
        seen = self._visible(area)
        painter = self._painter(area)
        self.draw_under(painter, seen)
        painter.end()
        super().paintEvent(e)
        painter = self._painter(area)
        self.draw_over(painter, seen)
        painter.end()

    def draw_under(self, painter: QPainter, seen: Seen) -> None:
        """Draw what lies behind the words of the paragraphs in sight: the bar beside a quote."""
        layout = self.document().documentLayout()
        for block, top in seen:
            if shape(block) is Shape.QUOTE:
                high = layout.blockBoundingRect(block).height() - block.blockFormat().bottomMargin()
                painter.fillRect(QRectF(look.gap(4), top.y(), 3, high), look.colour("border"))

    def draw_over(self, painter: QPainter, seen: Seen) -> None:
        """Draw what lies over the words of the paragraphs in sight: nothing, on bare paper."""

    def _painter(self, area: QRectF) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def _visible(self, area: QRectF) -> Seen:
        """Return the paragraphs that show in *area*, with their corners."""
        found: Seen = []
        layout = self.document().documentLayout()
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self.cursorForPosition(area.topLeft().toPoint()).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(-scrolled)
            if box.top() > area.bottom():
                break
            found.append((block, box.topLeft()))
            block = block.next()
        return found

    # ---- size and colour

    def restyle(self) -> None:
        """Take the text size and the colours in use."""
        self._set_font()
        self._dress.renew()
        self._fit()

    def _set_font(self) -> None:
        font = look.font("body")
        font.setPixelSize(round(look.px("body") * TEXT_SIZE))
        self.document().setDefaultFont(font)
        self.document().setIndentWidth(look.wide(24))
        self.setViewportMargins(0, 0, look.gap(8), 0)  # air between the words and the scroll bar
        self.setCursorWidth(max(2, round(look.factor * 1.5)))

    def measure(self) -> int:
        """Return the width in pixels of the longest line of running text."""
        font = look.font("body")
        font.setPixelSize(round(look.px("body") * TEXT_SIZE))
        return round(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE)

    def _fit(self) -> None:
        if self.viewport().width() > self.measure():
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(self.measure())
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:  # Qt has just put the font of the widget back
            self._set_font()

    # ---- keys, paste, leaving

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not self._own_key(e):
            super().keyPressEvent(e)

    def _own_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _TABS and control:
            return super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif event.key() in _ENTER and not event.modifiers() & _NOT_PLAIN:
            self._act(editing.enter)
        elif event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return self._backspace()
        else:
            return False
        return True

    def _backspace(self) -> bool:
        cursor = self.textCursor()
        if not editing.backspace(cursor):
            return False
        self.setTextCursor(cursor)
        return True

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 – the name Qt gives it
        cursor = self.textCursor()
        if self.hasFocus() and editing.tab(cursor, back=not next):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return True
        return super().focusNextPrevChild(next)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file that is dropped here is for the window: it may be a letter that arrived.
        return source.hasHtml() or (source.hasText() and not source.hasUrls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._act(lambda cursor: paste.insert(cursor, paste.blocks_of(source)))

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()
