"""The parts of a draft, one below the other: done, being written, still empty."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.i18n import tr
from desktop.ui.boxes import Box, beside, text
from desktop.ui.buttons import enter_presses, on_press
from desktop.ui.fields import Choice
from desktop.ui.form import choice
from desktop.ui.line_parts import Sign, Told
from desktop.ui.painted import Figure, draw_lit
from desktop.ui.theme import look

_WIDE = 190


class RailButton(QPushButton):
    """One part: a sign, a name that may take two lines, and what the sign means in words."""

    def __init__(self, words: str, sign: str, state: str, *, here: bool) -> None:
        super().__init__()
        self._here = here
        told = Told(((words, "strong" if here else "body", ""),))
        self._figure = Figure(
            [Sign(sign, "accent" if here else "text"), told], gap=10, pad=(10, 8, 10, 8)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{words}, {state}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return self._figure.high(arg__1)

    def sizeHint(self) -> QSize:
        return QSize(look.wide(_WIDE), self._figure.high(look.wide(_WIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def fits(self) -> bool:
        """Tell whether no word of it is cut."""
        return self._figure.fits(self.size())

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if not enter_presses(self, arg__1):
            super().keyPressEvent(arg__1)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._here:
            draw_lit(painter, self.rect())
        self._figure.draw(painter, self.rect())
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
