"""Small drawn signs that stand beside words and say nothing themselves."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.personal_names import initials
from desktop.ui.theme import look


class Mark(QWidget):
    """The mark of the app: two voices that share a middle. Decoration, so it is silent."""

    def __init__(self, size: int = 30) -> None:
        super().__init__()
        self._size = size
        self.restyle()

    def restyle(self) -> None:
        side = look.size(self._size)
        self.setFixedSize(round(side * 1.1), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height()
        left, right = QPainterPath(), QPainterPath()
        left.addEllipse(QRectF(0, side * 0.05, side * 0.68, side * 0.68))
        right.addEllipse(QRectF(side * 0.38, side * 0.28, side * 0.68, side * 0.68))
        painter.fillPath(left, look.colour("accent"))
        painter.fillPath(right, look.colour("warm"))
        painter.fillPath(left.intersected(right), look.colour("window"))


class Initials(QWidget):
    """A round badge with the first letters of a name; silent, for the name stands beside it."""

    def __init__(self, name: str, size: int = 36, tone: str = "accent") -> None:
        super().__init__()
        self._name, self._size, self._tone = name, size, tone
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(look.size(self._size), look.size(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_initials(painter, QRectF(self.rect()), self._name, self._tone)


def draw_initials(painter: QPainter, place: QRectF, name: str, tone: str) -> None:
    """Draw the badge of *name* in the colour role *tone*, as large as *place*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = place.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(look.colour(tone), 1))
    painter.setBrush(look.colour(f"{tone}_soft"))
    painter.drawEllipse(box)
    font = look.font("small", 700)
    font.setPixelSize(round(place.height() * 0.38))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))


class Sample(QWidget):
    """A bit of line in the pattern of a hint family: the legend, and the mark before each hint."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._family = family
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(look.gap(26), look.gap(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        from desktop.ui.writing.families import families
        from desktop.ui.writing.underline import pattern

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pattern(painter, 1, self.width() - 1, self.height() / 2, families()[self._family])
