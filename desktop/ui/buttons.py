"""Buttons that say the act, and cards and ticks to choose with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.boxes import TOP, Box, Pad, beside, repolish, stack, text
from desktop.ui.icons import Icon, draw_icon, pixmap
from desktop.ui.theme import look, tokens

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INK = {"primary": "on_accent", "quiet": "accent", "chip": "accent"}


class Button(QPushButton):
    """A button with the words of its act; Enter presses it as well as Space."""

    def __init__(self, words: str, kind: str = "", icon: str = "", icon_px: int = 18) -> None:
        super().__init__(words)
        self._kind, self._sign, self._icon_px, self._least = kind, icon, icon_px, 0.0
        self.setProperty("cls", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.restyle()

    @property
    def kind(self) -> str:
        """The kind of button: primary, quiet, chip, nav, or empty for plain."""
        return self._kind

    def least(self, ems: float) -> None:
        """Be at least *ems* times the text size wide, so that buttons below each other line up."""
        self._least = ems
        self.restyle()

    def become(self, kind: str) -> None:
        """Become another *kind* of button."""
        self._kind = kind
        self.setProperty("cls", kind)
        repolish(self)
        self.restyle()

    def ink(self) -> str:
        """Return the colour role of the icon."""
        if not self.isEnabled():
            return "muted"
        return _INK.get(self._kind, "text")

    def restyle(self) -> None:
        if self._least:
            self.setMinimumWidth(round(look.px() * self._least))
        if self._sign:
            size = look.size(self._icon_px)
            room = look.gap(8 if self._kind == "nav" else 5)
            self.setIcon(pixmap(self._sign, look[self.ink()], size, room))
            self.setIconSize(QSize(size + room, size))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(self, event):
            super().keyPressEvent(event)


def enter_presses(pressed: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button when *event* is Enter, as people expect; Qt itself knows Space only."""
    if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        pressed.click()
        return True
    return False


def button(
    words: str,
    act: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon: str = "",
    name: str = "",
) -> Button:
    """Return a button that calls *act*.

    Kinds: ``primary`` (one per screen), plain (empty), ``quiet`` (no edge), ``chip`` (small, inside
    a card). *name* is what a screen reader says when the words alone are not enough.
    """
    made = Button(words, kind, icon)
    if name:
        made.setAccessibleName(name)
    if act:
        on_press(made, act)
    return made


def on_press(pressed: QAbstractButton, act: Callable[[], object]) -> None:
    """Call *act* without arguments; Qt would hand "checked" to a method that takes one."""

    def call() -> None:
        act()

    pressed.clicked.connect(call)


def primary(words: str, act: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Return the one filled button of a screen."""
    return button(words, act, kind="primary", icon=icon)


def quiet(words: str, act: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Return a button without an edge, for what is seldom needed."""
    return button(words, act, kind="quiet", icon=icon)


def chip(words: str, act: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Return a small button for inside a card or message."""
    return button(words, act, kind="chip", icon=icon)


class Face:
    """What is inside a card or tick: a sign, words that may wrap, and what these need of room."""

    def __init__(self, owner: QAbstractButton, words: str, why: str, pad: Pad, role: str) -> None:
        self.sign = Icon("", "border", 20)
        lines = [text(words, role), *([text(why, "small", "muted")] if why else [])]
        self.box = beside((self.sign, 0, TOP), (stack(*lines, ..., gap=1), 1), gap=10, pad=pad)
        self.box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.layout = QVBoxLayout(owner)
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.layout.addWidget(self.box)
        owner.setAccessibleName(words)
        owner.setAccessibleDescription(why)
        owner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class ChoiceCard(QRadioButton):
    """One of a few ways, as a card with a radio sign, a title and a line of explanation."""

    def __init__(self, words: str, why: str = "") -> None:
        super().__init__()
        self._face = Face(self, words, why, (14, 10, 12, 10), "strong")
        self.toggled.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        on = self.isChecked()
        self._face.sign.show_icon("now" if on else "open", "accent" if on else "border")
        self.update()

    def sizeHint(self) -> QSize:
        return self._face.layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._face.layout.minimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(look.colour("accent" if on else "border"), 2 if on else 1))
        painter.setBrush(look.colour("accent_soft" if on else "surface"))
        radius = int(tokens()["radius"]["control"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class Tick(QCheckBox):
    """A tick box whose words may take two lines."""

    edited = Signal()

    def __init__(self, words: str, why: str = "", key: str = "") -> None:
        super().__init__()
        self.setObjectName(key)
        self._face = Face(self, words, why, (0, 6, 0, 6), "strong" if why else "body")
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it when *value* is true."""
        self.setChecked(bool(value))

    def sizeHint(self) -> QSize:
        return self._face.layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._face.layout.minimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.size(20)
        box = QRectF(1, look.gap(6), side - 2, side - 2)
        painter.setPen(QPen(look.colour("accent" if self.isChecked() else "border"), 1.5))
        painter.setBrush(look.colour("accent" if self.isChecked() else "raised"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            size = round(side * 0.75)
            half = QPointF(size / 2, size / 2)
            draw_icon(painter, box.center() - half, "saved", "on_accent", size)


class ChoiceCards(Box):
    """A few ways side by side of which one is picked; arrows move the choice.

    *choices* are (key, words, explanation); an empty explanation makes it one line.
    """

    edited = Signal()

    def __init__(self, spoken: str, choices: Sequence[tuple[str, str, str]], key: str = "") -> None:
        super().__init__(aside=True, gap=12, turns=True)
        self.setObjectName(key)
        self.setAccessibleName(spoken)
        self._cards = {value: ChoiceCard(words, why) for value, words, why in choices}
        self._group = QButtonGroup(self)
        for value, card in self._cards.items():
            self._group.addButton(card)
            self.add((card, 1))
            card.setAccessibleDescription(" ".join([spoken, card.accessibleDescription()]).strip())
            card.clicked.connect(self.edited)
            card.setObjectName(f"{key}_{value}" if key else value)

    def value(self) -> str:
        """Return the key of the picked card, or an empty word."""
        return next((value for value, card in self._cards.items() if card.isChecked()), "")

    def set_value(self, value: object) -> None:
        """Pick the card with key *value*."""
        if str(value) in self._cards:
            self._cards[str(value)].setChecked(True)

    def focus_target(self) -> QWidget:
        """Return the card that takes the focus of the group."""
        return self._cards.get(self.value()) or next(iter(self._cards.values()))
