"""Icons: always beside a word, in that word's colour, silent for the screen reader."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import resources
from desktop.ui.theme import look, tokens

SHARP = 2  # pixels drawn per pixel shown, so that a dense screen stays crisp


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, room: int = 0) -> QPixmap:
    """Return the icon *name* of the tokens in *colour*, *size* px, with *room* px on its right.

    Raises KeyError when the design system has no icon of that name.
    """
    drawing = resources.text(f"icons/{tokens()['icons'][name]}.svg")
    if name == "now":  # a dot that is seen at 18 px too
        drawing = drawing.replace('r="1"', 'r="4" fill="currentColor"')
    picture = QPixmap((size + room) * SHARP, size * SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, size * SHARP, size * SHARP))
    painter.end()
    picture.setDevicePixelRatio(SHARP)
    return picture


def draw_icon(painter: QPainter, place: QPointF, name: str, tone: str, size: int) -> None:
    """Draw the icon *name* in the colour role *tone*, *size* px, with its corner at *place*."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, pixmap(name, look[tone], size))


class Icon(QWidget):
    """An icon beside words; it follows theme and text size. An empty name keeps the room only."""

    def __init__(self, name: str, tone: str = "muted", size: int = 20) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_icon(self, name: str, tone: str = "") -> None:
        """Become another icon, in another tone when given."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = look.size(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        draw_icon(QPainter(self), QPointF(0, 0), self._name, self._tone, self.width())
