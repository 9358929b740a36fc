"""A small picture of how hard the draft was, version by version."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.i18n import tr
from desktop.ui.drawn import Drawn, small_line, write_small
from desktop.ui.theme import look

_HIGHEST = 100.0


class Trend(Drawn):
    """Points from left to right, oldest first; low is easy.

    *points* are (when, score) with a LiNT score of 0 (easy) to 100.
    """

    def __init__(self, points: Sequence[tuple[str, float]]) -> None:
        self._points = list(points)
        super().__init__(self._sentence())
        self.restyle()

    def _sentence(self) -> str:
        first, last = self._points[0][1], self._points[-1][1]
        if round(last) < round(first):
            return tr("The draft became easier to read.")
        if round(last) > round(first):
            return tr("The draft became harder to read.")
        return tr("The draft is as hard as before.")

    def high(self) -> int:
        return round(look.gap(70) + 2 * small_line())

    def draw(self, painter: QPainter) -> None:
        box = QRectF(6, small_line(), self.width() - 12, self.height() - 2.2 * small_line())
        write_small(painter, QRectF(0, 0, self.width(), small_line()), self.says(), weight=600)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        step = box.width() / max(len(self._points) - 1, 1)
        places = [
            QPointF(box.left() + n * step, box.bottom() - box.height() * score / _HIGHEST)
            for n, (_when, score) in enumerate(self._points)
        ]
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawPolyline(places)
        painter.setBrush(look.colour("accent"))
        for place in places:
            painter.drawEllipse(place, 3.5, 3.5)
        foot = QRectF(0, box.bottom() + 4, self.width(), small_line())
        write_small(painter, foot, self._points[0][0], "muted")
        write_small(painter, foot, self._points[-1][0], "muted", align=Qt.AlignmentFlag.AlignRight)
