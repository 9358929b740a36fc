"""The parts every screen is made of: cards, rows, heads, next steps, messages.

Screens take all they need from here; the files beside it hold how the parts work.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.i18n import tr
from desktop.ui.boxes import TOP, Box, Item, Pad, Words, beside, rule, ruled, stack, text
from desktop.ui.buttons import (
    Button,
    ChoiceCard,
    ChoiceCards,
    Tick,
    button,
    chip,
    on_press,
    primary,
    quiet,
)
from desktop.ui.drawn import Bar, Steps
from desktop.ui.icons import Icon
from desktop.ui.marks import Initials, Mark, Sample
from desktop.ui.measures import Level, TermBar
from desktop.ui.spoken import announce
from desktop.ui.theme import look, tokens

__all__ = [
    "TOP",
    "Bar",
    "Box",
    "Button",
    "ChoiceCard",
    "ChoiceCards",
    "Icon",
    "Initials",
    "Item",
    "Level",
    "Mark",
    "Pad",
    "Row",
    "Sample",
    "Steps",
    "TermBar",
    "Tick",
    "Words",
    "announce",
    "beside",
    "button",
    "card",
    "cell",
    "chip",
    "columns",
    "empty",
    "head",
    "look",
    "message",
    "next_step",
    "on_press",
    "person",
    "pill",
    "primary",
    "quiet",
    "row",
    "rule",
    "ruled",
    "stack",
    "text",
    "tokens",
    "told_path",
    "undo_line",
]

_BUTTON_EMS = 6.4  # all buttons of a list share one edge


def pill(words: str, tone: str = "plain") -> QLabel:
    """Return a state in words: ``plain`` or one of the tones; late is danger, soon is warning."""
    label = Words(words, "label", wrap=False)
    label.setProperty("pill", tone)
    return label


def card(title: str, *items: Item, side: QWidget | None = None, gap: int = 10) -> Box:
    """Return a card with a heading (empty for none), *side* at the right of it, and *items*."""
    top: list[Item] = []
    if title and side:
        top.append(beside((text(title, "h2"), 1), side))
    elif title:
        top.append(text(title, "h2"))
    return stack(*top, *items, gap=gap, pad=(20, 16, 20, 18), cls="card")


def columns(
    left: Item | list[Item], right: Item | list[Item], ratio: tuple[int, int] = (5, 3)
) -> Box:
    """Return two columns of cards, stacked in reading order when the window is narrow."""
    sides = [
        stack(*(side if isinstance(side, list) else [side]), ..., gap=16) for side in (left, right)
    ]
    box = beside((sides[0], ratio[0]), (sides[1], ratio[1]), gap=20, turns=True)
    for side in sides:  # the ratio counts, not how wide the words would like to be
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return box


def head(title: str, sub: str = "", *tail: QWidget, over: str = "") -> Box:
    """Return the head of a page: where am I (*over*), the one h1, a sub-line, buttons or pills."""
    words = stack(
        *([text(over, "label", "muted")] if over else []),
        text(title, "h1"),
        *([text(sub, "lead", "muted")] if sub else []),
        gap=2,
    )
    if not tail:
        return stack(words)
    ends: list[Item] = [(part, 0, TOP) for part in tail]
    return beside((words, 1), (beside(*ends, ..., gap=12), 0, TOP), gap=20, turns=True)


def next_step(title: str, why: str, *acts: QWidget, over: str = "") -> Box:
    """Return the one warm block of a screen: what to do now. *over* replaces "Next step"."""
    words = stack(
        text(over or tr("Next step"), "label", "warm"), text(title, "h2"), text(why), gap=2
    )
    tail = beside(*acts, ..., gap=12) if len(acts) > 1 else beside(*acts, ...)
    return beside((words, 1), (tail, 0), gap=20, pad=(20, 14, 20, 16), cls="warm", turns=True)


def empty(title: str, why: str, *acts: QWidget) -> Box:
    """Return what an empty screen shows: the mark, what this is for, and one thing to do."""
    middle = Qt.AlignmentFlag.AlignHCenter
    heading, words = text(title, "h1"), text(why, "lead", "muted")
    for label in (heading, words):
        label.setAlignment(middle)
    words.keep_width(600)
    return stack(
        ...,
        (Mark(72), 0, middle),
        heading,
        (words, 0, middle),
        8,
        (beside(*acts, gap=12, turns=True), 0, middle),
        ...,
        ...,
        gap=8,
    )


def told_path(path: Path) -> str:
    """Return *path* to be read on the screen: it may go on at a next line after each folder."""
    return str(path).replace(os.sep, f"{os.sep}\u200b")


def message(tone: str, what: str, why: str = "", *acts: QWidget) -> Box:
    """Return a message where the trouble is: what, why, and the repair as buttons.

    Tones: info, success, warning, danger. The icon repeats the tone in shape.
    """
    sign = {"success": "done", "info": "hint", "danger": "error"}.get(tone, "warning")
    lines: list[Item] = [text(what, "strong")]
    if why:
        lines.append(text(why))
    if acts:
        lines.append(beside(*acts, ..., gap=16))
    return beside(
        (Icon(sign, tone), 0, TOP),
        (stack(*lines, gap=6), 1),
        gap=12,
        pad=(16, 12, 16, 12),
        cls=tone,
    )


def undo_line(words: str, undo: Callable[[], object], label: str = "") -> Box:
    """Return the green line after a delete: what is gone, and the button that puts it back."""
    back = quiet(label or tr("Put back"), undo, "undo")
    return beside(
        Icon("done", "success"), (text(words), 1), back, gap=10, pad=(16, 4, 12, 4), cls="success"
    )


def person(name: str, what: str, size: int = 36) -> Box:
    """Return a person: initials, name, and what they are or when to call."""
    words = stack(text(name, "strong"), text(what, "small", "muted"), gap=1)
    return beside(Initials(name, size), (words, 1), gap=12)


def cell(
    words: str, width: int, role: str = "body", tone: str = "", *, right: bool = False
) -> Words:
    """Return *words* as a cell *width* px wide at 100 %, with figures of one width."""
    label = Words(words, role, tone, wrap=False)
    label.keep_width(width)
    if right:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


class Row(Box):
    """One row of a list: sign, what, why, state in words, one thing to do; two lines when narrow.

    A screen reader hears its button as one sentence: what, why, state, and the word on the button.
    A *plain* row stands back: another one of the list is what it is about.
    """

    def __init__(
        self,
        what: str,
        why: str = "",
        *,
        icon: str = "",
        tone: str = "muted",
        state: tuple[str, str] | None = None,
        act: Button | None = None,
        plain: bool = False,
    ) -> None:
        self.act = act
        self.sentence = ", ".join(part for part in (what, why, state[0] if state else "") if part)
        words: list[Item] = [text(what, "body" if plain else "strong")]
        if why:
            words.append(text(why, "small", "muted"))
        front: list[Item] = [Icon(icon, tone)] if icon else []
        lead = beside(*front, (stack(*words, gap=1), 1), gap=12)
        tail: list[Item] = [pill(*state)] if state else []
        if act:
            tail.append(act)
            act.setAccessibleName(f"{self.sentence}, {act.text()}")
            if act.kind != "quiet":
                act.least(_BUTTON_EMS)
        items: list[Item] = [(lead, 1)]
        if tail:
            items.append((beside(*tail, ..., gap=12), 0))
        super().__init__(items, aside=True, gap=12, pad=(0, 4, 0, 4), turns=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.act:
            self.act.click()


def row(
    what: str,
    why: str = "",
    *,
    icon: str = "",
    tone: str = "muted",
    state: tuple[str, str] | None = None,
    act: Button | None = None,
) -> Row:
    """Return a row: *icon* in *tone*, bold *what*, small *why*, *state* (words, tone), a button."""
    return Row(what, why, icon=icon, tone=tone, state=state, act=act)
