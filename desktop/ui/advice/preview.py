"""The real pages of a letter, as they will leave the council."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from desktop.documents.preview import PagePicture, page_picture
from desktop.i18n import tr
from desktop.ui.boxes import Box, beside, text
from desktop.ui.desk import Desk
from desktop.ui.kit import quiet
from desktop.ui.theme import look

_A4 = 297 / 210
_DRAWN_WIDE = 1240  # sharp at 200 % on a plain screen, and quick to draw


class Sheet(QWidget):
    """One page, drawn to fit."""

    def __init__(self, turned: Callable[[int], object]) -> None:
        super().__init__()
        self._image = QImage()
        self._turned = turned
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: PagePicture) -> None:
        """Show *picture*."""
        self._image = QImage(
            picture.pixels, picture.width, picture.height, QImage.Format.Format_RGB32
        ).copy()
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.wide(400), round(look.wide(400) * _A4))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 170)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self._image.height() / self._image.width() if self._image.width() else _A4
        self.setFixedHeight(round(self.width() * ratio))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            dots = self.devicePixelRatioF()
            size = QSize(round(self.width() * dots), round(self.height() * dots))
            scaled = self._image.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(dots)
            painter.drawImage(0, 0, scaled)
        painter.setPen(look.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._turned(step)


class Preview(Box):
    """The pages with a way to turn them; drawn on the worker, so that typing never waits."""

    def __init__(self, desk: Desk, name: str = "") -> None:
        self._desk = desk
        self._make: Callable[[], bytes] | None = None
        self._page, self._count, self._asked = 0, 1, 0
        self._sheet = Sheet(self._turn)
        self._sheet.setAccessibleName(name or tr("Preview of the letter"))
        self._where = text("", "small", "muted", wrap=False)
        self._back = quiet(tr("Previous"), lambda: self._turn(-1))
        self._on = quiet(tr("Next"), lambda: self._turn(1))
        self._back.setAccessibleName(tr("Previous page"))
        self._on.setAccessibleName(tr("Next page"))
        super().__init__(
            [self._sheet, beside(..., self._back, self._where, self._on, ..., gap=20)], gap=6
        )

    def show_letter(self, make: Callable[[], bytes]) -> None:
        """Show the PDF that *make* returns; it is called on the worker."""
        self._make = make
        self._draw()

    def _turn(self, step: int) -> None:
        target = min(max(self._page + step, 0), self._count - 1)
        if target != self._page:
            self._page = target
            self._draw()

    def _draw(self) -> None:
        make, page = self._make, self._page
        if make is None:
            return
        self._asked += 1
        asked = self._asked

        def arrived(picture: PagePicture) -> None:
            # The page may be gone by now: who presses on quickly does not wait for the drawing.
            if isValid(self._sheet) and asked == self._asked:
                self._show(picture)

        self._desk.tasks.run(lambda: page_picture(make(), page, _DRAWN_WIDE), arrived)

    def _show(self, picture: PagePicture) -> None:
        self._count = picture.count
        self._page = min(self._page, self._count - 1)
        self._sheet.show_picture(picture)
        words = tr("Page {page} of {pages}", page=self._page + 1, pages=self._count)
        self._where.setText(words)
        self._sheet.setAccessibleDescription(words)
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self._count - 1)
