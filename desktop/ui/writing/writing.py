"""The paper with the tips on it, as lines under the words."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.writing.paper import Paper, Seen
from desktop.ui.writing.signs import Signs


class Writing(Paper):
    """Text with tips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signs = Signs(self)

    def draw_under(self, painter: QPainter, seen: Seen) -> None:
        super().draw_under(painter, seen)
        for block, top in seen:
            self.signs.draw_under(painter, block, top)

    def draw_over(self, painter: QPainter, seen: Seen) -> None:
        for block, top in seen:
            self.signs.draw_over(painter, block, top)
