"""The paper with the tips on it, as lines under the words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.language import Hint
from desktop.ui.writing import underline
from desktop.ui.writing.marks import Mark, Marks
from desktop.ui.writing.paper import Paper, Seen


class Writing(Paper):
    """Text with tips. ``tip_reached`` carries the mark that the cursor came into."""

    tip_reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._marks = Marks()
        self._opened: Hint | None = None
        self._revision = 0
        super().__init__(parent)
        self.cursorPositionChanged.connect(self._on_cursor)

    def load(self, markdown: str) -> None:
        """Show *markdown* (our subset), without tips until the next look at it."""
        super().load(markdown)
        self._marks.place(())
        self._opened = None
        self._revision = self.document().revision()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Draw the lines of *marks*; the open tip stays open when it is still there."""
        was = self.opened()
        self._marks.place(marks)
        self._opened = None
        if was:
            same = (
                one for one in marks if (one.hint.kind, one.start) == (was.hint.kind, was.start)
            )
            self.open_mark(next(same, None))
        self.viewport().update()

    def marks(self) -> list[Mark]:
        """Return the marks where they stand now, in reading order."""
        return self._marks.all()

    def opened(self) -> Mark | None:
        """Return the open tip where it stands now, or None."""
        if self._opened is None:
            return None
        return next((mark for mark in self._marks.all() if mark.hint is self._opened), None)

    def open_mark(self, mark: Mark | None) -> None:
        """Outline *mark* as the open one, without moving the cursor."""
        self._opened = mark.hint if mark else None
        self.viewport().update()

    def go_to(self, mark: Mark) -> None:
        """Put the cursor before *mark*, bring it in sight, and open it."""
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        self._busy = True  # the cursor is put here, so there is nothing to follow
        self.setTextCursor(cursor)
        self._busy = False
        self.open_mark(mark)
        self.ensureCursorVisible()

    def mark_at(self, position: int) -> Mark | None:
        """Return the mark whose line is drawn at *position*, or None."""
        block = self.document().findBlock(position)
        near = self._marks.between(block.position(), position + 1)
        here = [mark for mark in near if mark.start <= position <= mark.end]
        return min(here, key=underline.rank, default=None)

    def _on_change(self, at: int, removed: int, added: int) -> None:
        super()._on_change(at, removed, added)
        if not self._busy:
            self._marks.edited(at, removed, added)

    def _on_cursor(self) -> None:
        """Follow the cursor to a tip, but only when it was moved, not when something was typed."""
        revision, self._revision = self._revision, self.document().revision()
        if self._busy or revision != self._revision:
            return
        mark = self.mark_at(self.textCursor().position())
        if mark and mark.hint is not self._opened:
            self.open_mark(mark)
            self.tip_reached.emit(mark)

    def draw_under(self, painter: QPainter, seen: Seen) -> None:
        super().draw_under(painter, seen)
        if self._opened:
            for block, top in seen:
                underline.tint(
                    painter, block, top, self._stretches(block.position(), block.length())
                )

    def draw_over(self, painter: QPainter, seen: Seen) -> None:
        if not self._marks:
            return
        for block, top in seen:
            lines = self._stretches(block.position(), block.length())
            if lines:
                underline.draw(painter, block, top, lines)

    def _stretches(self, first: int, length: int) -> list[underline.Stretch]:
        marks = self._marks.between(first, first + length)
        return underline.stretches(marks, first, self._opened) if marks else []
