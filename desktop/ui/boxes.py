"""Boxes that hold other things: air follows the text size, lines stack in a narrow window."""

import re
from collections.abc import Sequence
from functools import partial
from types import EllipsisType
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QSpacerItem, QWidget

from desktop.ui.spoken import speak_as
from desktop.ui.tabs import keep_tab_order
from desktop.ui.theme import look

Pad: TypeAlias = int | tuple[int, int, int, int]
Item: TypeAlias = (
    QWidget | str | int | EllipsisType | tuple[QWidget, int] | tuple[QWidget, int, Qt.AlignmentFlag]
)
"""What a box takes: a widget, words, px of air, ``...`` for all room that is left, or a widget with
its share of the room (and its place across)."""

TOP, BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
_DOWN = QBoxLayout.Direction.TopToBottom
_ASIDE = QBoxLayout.Direction.LeftToRight


class Box(QFrame):
    """A frame with one line of things in it, downwards or side by side.

    *gap* and *pad* are px at 100 % and grow with the square root of the text size. With *turns*, a
    line side by side stands downwards in a narrow window.
    """

    def __init__(
        self,
        items: Sequence[Item] = (),
        *,
        aside: bool = False,
        gap: int = 8,
        pad: Pad = 0,
        cls: str = "",
        turns: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("cls", cls)
        self._aside, self._turns, self._gap = aside, turns, gap
        self._pad = pad if isinstance(pad, tuple) else (pad,) * 4
        self._line = QBoxLayout(_ASIDE if aside else _DOWN, self)
        self._air: list[tuple[QSpacerItem, int]] = []
        for item in items:
            self.add(item)
        self.restyle()

    def add(self, item: Item) -> None:
        """Put *item* after the others."""
        if isinstance(item, EllipsisType):
            self._line.addStretch(1)
        elif isinstance(item, int):
            air = QSpacerItem(0, 0)
            self._air.append((air, item))
            self._line.addSpacerItem(air)
            self._breathe()
        elif isinstance(item, tuple):
            widget, share, *place = item
            self._line.addWidget(widget, share, place[0] if place else Qt.AlignmentFlag(0))
            show_now(widget)
        else:
            widget = text(item) if isinstance(item, str) else item
            self._line.addWidget(widget)
            show_now(widget)

    def clear(self) -> None:
        """Throw away everything inside."""
        self._air.clear()
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                throw_away(widget)

    def show_items(self, items: Sequence[Item]) -> None:
        """Replace everything inside by *items*."""
        self.clear()
        for item in items:
            self.add(item)
        keep_tab_order(self)

    def dress(self, cls: str) -> None:
        """Become another kind of frame: card, paper, sunken, picked, or a tone."""
        self.setProperty("cls", cls)
        repolish(self)

    def _breathe(self) -> None:
        for air, value in self._air:
            size = look.gap(value)
            air.changeSize(size if self._aside else 0, 0 if self._aside else size)

    def restyle(self) -> None:
        self._line.setSpacing(look.gap(self._gap))
        left, top, right, bottom = (look.gap(side) for side in self._pad)
        self._line.setContentsMargins(left, top, right, bottom)
        if self._turns:
            self._line.setDirection(_DOWN if look.narrow else _ASIDE)
        self._breathe()
        self._line.invalidate()


_leaving: set[QWidget] = set()


def show_now(widget: QWidget) -> None:
    """Show *widget*, just put in a visible box, at once instead of at Qt's next turn.

    Only what is visible has a height and can get the focus. What was hidden on purpose stays so.
    """
    above = widget.parentWidget()
    hidden = widget.isHidden() and widget.testAttribute(
        Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    )
    if above and above.isVisible() and not hidden:
        widget.show()


def throw_away(widget: QWidget) -> None:
    """Take *widget* off the screen and delete it when Qt is done with it.

    It may be the very button that was pressed, so Python holds it until Qt has let go.
    """
    widget.hide()
    widget.setParent(None)
    _leaving.add(widget)
    widget.destroyed.connect(partial(_leaving.discard, widget))
    widget.deleteLater()


def stack(*items: Item, gap: int = 8, pad: Pad = 0, cls: str = "") -> Box:
    """Return a box with *items* below each other."""
    return Box(items, gap=gap, pad=pad, cls=cls)


def beside(*items: Item, gap: int = 12, pad: Pad = 0, cls: str = "", turns: bool = False) -> Box:
    """Return a box with *items* side by side; with *turns* they stack in a narrow window."""
    return Box(items, aside=True, gap=gap, pad=pad, cls=cls, turns=turns)


class Words(QLabel):
    """Words on the screen, in a role of the type scale; plain text, so a name can hold a ``<``."""

    def __init__(
        self, words: str, role: str = "body", tone: str = "", *, wrap: bool = True
    ) -> None:
        super().__init__(words)
        self._width = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if role in ("h1", "h2", "h3"):
            speak_as(self, QAccessible.Role.Heading, self.text)

    def keep_width(self, width: int) -> None:
        """Stay *width* px wide (at 100 %), as a column of a list does; figures line up."""
        self._width = width
        font = self.font()
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.restyle()

    def restyle(self) -> None:
        if self._width:
            self.setFixedWidth(look.wide(self._width))

    def set_tone(self, tone: str) -> None:
        """Take the colour of *tone*."""
        self.setProperty("tone", tone)
        repolish(self)


def text(words: str, role: str = "body", tone: str = "", *, wrap: bool = True) -> Words:
    """Return *words* as a label; h1, h2 and h3 are headings for a screen reader too.

    Roles: h1 h2 h3 lead body strong small label (and display, speech for the meeting screen).
    Tones: muted accent warm success warning danger info, or empty for ink.
    """
    return Words(words, role, tone, wrap=wrap)


def breakable(path: object) -> str:
    """Return a folder or file name that may go on on the next line after each of its parts."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


def rule() -> QFrame:
    """Return a thin line between rows."""
    line = QFrame()
    line.setProperty("cls", "rule")
    return line


def ruled(*rows: QWidget) -> list[Item]:
    """Return *rows* with a thin line between each two."""
    return [
        part for number, row in enumerate(rows) for part in ([rule(), row] if number else [row])
    ]


def repolish(widget: QWidget) -> None:
    """Let the stylesheet look again at the properties of *widget*."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
