"""The lines under the words of an editor, where they stand now, and which tip is open."""

from typing import TypeAlias

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.language import Hint
from desktop.ui.writing import underline
from desktop.ui.writing.marks import Mark, Marks

Editor: TypeAlias = QTextEdit | QPlainTextEdit

_STRIP = 90  # px of the editor that are drawn at a time


class Signs(QObject):
    """The tips on the words of *editor*, which draws them with ``draw_under`` and ``draw_over``.

    ``reached`` carries the mark that the cursor came into.
    """

    reached = Signal(object)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.editor = editor
        self._marks = Marks()
        self._opened: Hint | None = None
        self._going = False  # while the cursor is put somewhere, so that there is nothing to follow
        self._strip = self._scrolled = 0
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._next_strip)
        self._revision = editor.document().revision()
        editor.document().contentsChange.connect(self._marks.edited)
        editor.cursorPositionChanged.connect(self._follow)

    # ---- which, and where

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Draw the lines of *marks*; the open tip stays open when it is still there."""
        if not marks and not self._marks:
            return
        was = self.opened()
        self._marks.place(marks)
        self._opened = None
        if was:
            same = (
                one for one in marks if (one.hint.kind, one.start) == (was.hint.kind, was.start)
            )
            found = next(same, None)
            self._opened = found.hint if found else None
        self._redraw()

    def marks(self) -> list[Mark]:
        """Return the marks where they stand now, in reading order."""
        return self._marks.all()

    def opened(self) -> Mark | None:
        """Return the open tip where it stands now, or None."""
        return self._marks.of(self._opened) if self._opened else None

    def open_mark(self, mark: Mark | None) -> None:
        """Outline *mark* as the open one, without moving the cursor."""
        self._opened = mark.hint if mark else None
        self._redraw()

    def go_to(self, mark: Mark) -> None:
        """Put the cursor before *mark*, bring it in sight, and open it."""
        cursor = self.editor.textCursor()
        cursor.setPosition(mark.start)
        self._going = True
        self.editor.setTextCursor(cursor)
        self._going = False
        self.open_mark(mark)
        self.editor.ensureCursorVisible()

    def mark_at(self, position: int) -> Mark | None:
        """Return the mark whose line is drawn at *position*, or None."""
        block = self.editor.document().findBlock(position)
        near = self._marks.between(block.position(), position + 1)
        here = [mark for mark in near if mark.start <= position <= mark.end]
        return min(here, key=underline.rank, default=None)

    def replace(self, mark: Mark, words: str) -> None:
        """Put *words* in the place of what *mark* is about: one step to undo."""
        cursor = self.editor.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words, _first_dress(cursor))
        self.editor.setTextCursor(cursor)

    def _follow(self) -> None:
        """Follow the cursor to a tip, but only when it was moved, not when something was typed."""
        revision, self._revision = self._revision, self.editor.document().revision()
        if self._going or revision != self._revision:
            return
        mark = self.mark_at(self.editor.textCursor().position())
        if mark and mark.hint is not self._opened:
            self.open_mark(mark)
            self.reached.emit(mark)

    # ---- drawing

    def _redraw(self) -> None:
        """Draw what is in sight again, a strip in each turn of the window: no key waits long."""
        self._strip, self._scrolled = 0, self.editor.verticalScrollBar().value()
        self._next_strip()

    def _next_strip(self) -> None:
        view = self.editor.viewport()
        if self.editor.verticalScrollBar().value() != self._scrolled:
            view.update()
            return
        view.update(0, self._strip, view.width(), _STRIP)
        self._strip += _STRIP
        if self._strip < view.height():
            self._drawing.start()

    def draw_under(self, painter: QPainter, block: QTextBlock, top: QPointF) -> None:
        """Draw what lies behind the words of *block*, whose corner is at *top*."""
        if self._opened:
            underline.surround(painter, block, top, self._stretches(block))

    def draw_over(self, painter: QPainter, block: QTextBlock, top: QPointF) -> None:
        """Draw the lines under the words of *block*, whose corner is at *top*."""
        lines = self._stretches(block) if self._marks else []
        if lines:
            underline.draw(painter, block, top, lines)

    def _stretches(self, block: QTextBlock) -> list[underline.Stretch]:
        first = block.position()
        marks = self._marks.between(first, first + block.length())
        return underline.stretches(marks, first, self._opened) if marks else []


def _first_dress(cursor: QTextCursor) -> QTextCharFormat:
    """Return the dress of the first chosen character, so that what replaces it looks the same."""
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart() + 1)
    return first.charFormat()
