"""The face of a member: the photo that he or she gave, else the initials."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.services.members.rows_people import PersonRow
from desktop.ui.desk import Desk
from desktop.ui.marks import Initials
from desktop.ui.theme import look


class Photo(QWidget):
    """A round photo; silent, for the name stands beside it."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__()
        self._size = size
        self._picture = QPixmap()
        self._picture.loadFromData(data)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(look.size(self._size), look.size(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addEllipse(box)
        painter.setClipPath(shape)
        painter.drawPixmap(box.toRect(), self._picture)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawEllipse(box)
        painter.end()


def portrait(desk: Desk, person: PersonRow, size: int = 40) -> QWidget:
    """Return the photo of *person*, or the initials when there is none."""
    data = desk.office.people.photo(person)
    return Photo(data, size) if data else Initials(person.name, size)
