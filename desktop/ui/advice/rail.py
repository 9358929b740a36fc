"""The parts of a draft, one below the other: done, being written, still empty."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import tr
from desktop.ui.boxes import Box, beside, text
from desktop.ui.buttons import Face, enter_presses, on_press
from desktop.ui.fields import Choice
from desktop.ui.form import choice
from desktop.ui.theme import look, tokens

_WIDE = 190


class RailButton(QPushButton):
    """One part: a sign, a name that may take two lines, and what the sign means in words."""

    def __init__(self, words: str, sign: str, state: str, *, here: bool) -> None:
        super().__init__()
        self._here = here
        self._face = Face(self, words, "", (10, 8, 10, 8), "strong" if here else "body")
        self._face.sign.show_icon(sign, "accent" if here else "text")
        self.setAccessibleName(f"{words}, {state}")

    def sizeHint(self) -> QSize:
        return self._face.layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._face.layout.minimumSize()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if not enter_presses(self, arg__1):
            super().keyPressEvent(arg__1)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        if not self._here:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(look.colour("accent_soft"))
        radius = int(tokens()["radius"]["control"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class Rail(Box):
    """The list of parts; in a narrow window it is one list to choose from."""

    def __init__(self, opened: Callable[[str], object]) -> None:
        self._opened = opened
        self._parts: list[tuple[str, str, bool]] = []
        self._here = ""
        super().__init__(gap=4)

    def show_parts(self, parts: Sequence[tuple[str, str, bool]], here: str) -> None:
        """Show *parts*, each (key, name, written), with *here* as the open one."""
        if list(parts) == self._parts and here == self._here:
            return
        held = next((n for n, stop in enumerate(self._stops()) if stop.hasFocus()), None)
        self._parts, self._here = list(parts), here
        self._build()
        if held is not None:
            self._stops()[held].setFocus()

    def _stops(self) -> list[QWidget]:
        return [*self.findChildren(RailButton), *self.findChildren(Choice)]

    def restyle(self) -> None:
        super().restyle()
        if self._parts:
            self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        buttons = self.findChildren(RailButton)
        held = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        buttons[(held + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        if look.narrow:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self._as_list()
            return
        self.setFixedWidth(look.wide(_WIDE))
        buttons: list[RailButton] = []
        for key, name, written in self._parts:
            here = key == self._here
            sign = "now" if here else "done" if written else "open"
            state = tr("open now") if here else tr("written") if written else tr("still empty")
            one = RailButton(name, sign, state, here=here)
            on_press(one, lambda key=key: self._opened(key))
            buttons.append(one)
        self.show_items([text(tr("Parts"), "label", "muted"), *buttons, ...])

    def _as_list(self) -> None:
        names = [(key, name) for key, name, _written in self._parts]
        pick = choice("part", names)
        pick.setAccessibleName(tr("Part of the draft"))
        pick.set_value(self._here)
        pick.textActivated.connect(lambda: self._opened(str(pick.value())))
        place = [key for key, _name in names].index(self._here) + 1
        words = tr("Part {number} of {total}", number=place, total=len(names))
        self.show_items([beside(text(words, "label", "muted"), (pick, 1))])
