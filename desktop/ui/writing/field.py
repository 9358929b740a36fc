"""A form field of more lines that gives plain-language tips while you write."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock

from desktop.ui.fields import Lines
from desktop.ui.writing.signs import Signs
from desktop.ui.writing.tip_line import TipLine

Draw: TypeAlias = Callable[[QPainter, QTextBlock, QPointF], None]


class TippedLines(Lines):
    """Plain text with lines under words that have a tip; ``below`` shows the one at the cursor."""

    def __init__(self, key: str, rows: int = 3, hint: str = "") -> None:
        super().__init__(key, rows, hint)
        self.signs = Signs(self)
        self.below = self.tips = TipLine(self.signs)

    def paintEvent(self, e: QPaintEvent) -> None:
        self._draw(self.signs.draw_under)
        super().paintEvent(e)
        self._draw(self.signs.draw_over)

    def _draw(self, draw: Draw) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block, high = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > high:
                break
            draw(painter, block, box.topLeft())
            block = block.next()
        painter.end()
