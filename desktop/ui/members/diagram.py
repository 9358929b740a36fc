"""The picture of a lesson on the screen, drawn by the app in its own colours and letters."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF, QResizeEvent

from desktop.domain.diagram import Disc, Drawing, Head, Line, Panel, Pen, Shape, Stroke
from desktop.domain.layouts import lay_out
from desktop.domain.lessons import Picture
from desktop.ui.drawn import Drawn
from desktop.ui.theme import look

_EDGE = 2  # px of air, so that no line is cut
_BOLD = 600


class Diagram(Drawn):
    """A picture that fits the width it gets; a screen reader hears its facts in words."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._laid: tuple[float, int, Drawing] | None = None
        super().__init__(picture.says)
        self.setAccessibleName(picture.says)
        self.restyle()

    def high(self) -> int:
        return round(self._drawing().height) + 2 * _EDGE

    def draw(self, painter: QPainter) -> None:
        painter.translate(_EDGE, _EDGE)
        for shape in self._drawing().shapes:
            _draw(painter, shape)

    def restyle(self) -> None:
        self._laid = None
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.high():
            self.setFixedHeight(self.high())

    def _drawing(self) -> Drawing:
        wide, em = max(self.width() - 2 * _EDGE, 1), look.px("small")
        if self._laid is None or self._laid[:2] != (wide, em):
            fonts = {
                bold: QFontMetricsF(look.font("small", _BOLD if bold else 400))
                for bold in (False, True)
            }
            pen = Pen(em, lambda words, bold: fonts[bold].horizontalAdvance(words))
            self._laid = (wide, em, lay_out(self._picture, wide, pen))
        return self._laid[2]


def _draw(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Panel(x, y, width, height, fill, edge):
            painter.setPen(QPen(look.colour(edge), 1.2))
            painter.setBrush(look.colour(fill))
            painter.drawRoundedRect(QRectF(x, y, width, height), 6, 6)
        case Stroke(x1, y1, x2, y2, tone, thick):
            painter.setPen(QPen(look.colour(tone), look.size(2) if thick else 1))
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        case Head(points, tone):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(tone))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        case Disc(x, y, radius, text, hollow):
            painter.setPen(QPen(look.colour("accent"), look.size(2)))
            painter.setBrush(look.colour("surface" if hollow else "accent"))
            painter.drawEllipse(QPointF(x, y), radius, radius)
            if text:
                painter.setFont(look.font("small", _BOLD))
                painter.setPen(look.colour("accent" if hollow else "on_accent"))
                box = QRectF(x - radius, y - radius, radius * 2, radius * 2)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        case Line():
            _write(painter, shape)


def _write(painter: QPainter, line: Line) -> None:
    font = look.font("small", _BOLD if line.bold else 400)
    painter.setFont(font)
    painter.setPen(look.colour(line.tone))
    metrics = QFontMetricsF(font)
    x = line.x - metrics.horizontalAdvance(line.text) / 2 if line.centred else line.x
    painter.drawText(QPointF(x, line.y + metrics.ascent()), line.text)
