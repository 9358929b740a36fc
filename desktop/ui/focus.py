"""The focus ring: laid over the window, outside the control, so that no stylesheet can hide it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import Shiboken

from desktop.ui.theme import look, tokens

_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


class FocusRing(QWidget):
    """Show where the keyboard is; after a click of the mouse it stays away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @property
    def target(self) -> QWidget | None:
        """The control that has the ring, if any."""
        return self._target

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not Shiboken.isValid(self._window):
            return  # the window is going, and takes the focus with it
        self._let_go()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or by_mouse or now.window() is not self._window:
            self.hide()
            return
        self._target = now
        widget: QWidget | None = now
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        now.destroyed.connect(self._gone)
        self._place()

    def _let_go(self) -> None:
        for widget in self._followed:
            if Shiboken.isValid(widget):
                widget.removeEventFilter(self)
        if self._target is not None and Shiboken.isValid(self._target):
            self._target.destroyed.disconnect(self._gone)
        self._followed, self._target = [], None

    def _gone(self) -> None:
        self._followed, self._target = [], None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.hide()  # no more than that: the window may be half gone already
        elif event.type() in _FOLLOWED:
            self._place()
        return False

    def restyle(self) -> None:
        self._place()

    def _place(self) -> None:
        """Lie around the control, inside what can be seen of the page it scrolls in."""
        if self._target is None:
            return
        window, target = self._window, self._target
        out = self._room()
        box = QRect(target.mapTo(window, QPoint(0, 0)), target.size()).adjusted(
            -out, -out, out, out
        )
        shown = self._seen(target, window, out)
        self.setGeometry(box)
        self.setVisible(target.isVisible() and shown.intersects(box))
        self.setMask(shown.translated(-box.topLeft()))
        self.raise_()
        self.update()

    @staticmethod
    def _room() -> int:
        size = tokens()["size"]
        return int(size["focus_gap"]) + int(size["focus_width"]) + 1

    @staticmethod
    def _seen(target: QWidget, window: QWidget, out: int) -> QRect:
        """Return the part of the window where *target* can be seen."""
        seen = window.rect()
        above = target.parentWidget()
        while above is not None and above is not window:
            if isinstance(above, QAbstractScrollArea):
                port = above.viewport()
                place = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
                seen = seen.intersected(place.adjusted(-out, 0, out, 0))
            above = above.parentWidget()
        return seen

    def paintEvent(self, event: QPaintEvent) -> None:
        size = tokens()["size"]
        wide = float(size["focus_width"])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus"), wide))
        inset = 1 + wide / 2
        radius = float(tokens()["radius"]["control"]) + float(size["focus_gap"]) + wide / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)
