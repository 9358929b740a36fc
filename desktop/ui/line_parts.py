"""What stands on a painted line: words, signs, badges and pills, each measured and drawn."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, TypeGuard

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from desktop.ui.icons import draw_icon
from desktop.ui.marks import draw_initials
from desktop.ui.theme import look, tokens

BETWEEN = 1
"""Pixels of air between two lines of words."""


@dataclass(frozen=True)
class Told:
    """Words below each other: (words, role, tone). With *ems* a column of that least width."""

    lines: tuple[tuple[str, str, str], ...]
    ems: float = 0.0
    right: bool = False


@dataclass(frozen=True)
class Sign:
    """An icon in the colour role *tone*."""

    icon: str
    tone: str = "muted"
    size: int = 20


@dataclass(frozen=True)
class Badge:
    """The first letters of a name in a circle."""

    name: str
    tone: str
    size: int = 30


@dataclass(frozen=True)
class Pill:
    """A state in words."""

    words: str
    tone: str = "plain"


Part: TypeAlias = Told | Sign | Badge | Pill | int
"""What stands on a line, from left to right; a number is px of air."""


@lru_cache(maxsize=64)
def _measured(role: str, _px: int) -> tuple[QFont, QFontMetrics]:
    font = look.font(role)
    return font, QFontMetrics(font)


def font_of(role: str) -> tuple[QFont, QFontMetrics]:
    """Return the font of *role* with its measures; both stay until the text size changes."""
    return _measured(role, look.px(role))


def wraps(part: Part) -> TypeGuard[Told]:
    """Tell whether *part* holds the words that take the room that is left."""
    return isinstance(part, Told) and not part.ems


def wide(part: Part) -> float:
    """Return the width in px of a part that does not wrap."""
    if isinstance(part, int):
        return look.gap(part)
    if isinstance(part, Told):
        words = (font_of(role)[1].horizontalAdvance(told) + 1 for told, role, _ in part.lines)
        return max(look.px() * part.ems, *words)
    if isinstance(part, Pill):
        return font_of("label")[1].horizontalAdvance(part.words) + 2 * look.gap(10) + 2
    return look.size(part.size)


def high(part: Part) -> float:
    """Return the height in px of a part that does not wrap."""
    if isinstance(part, int):
        return 0
    if isinstance(part, Told):
        return sum(font_of(role)[1].height() + BETWEEN for _, role, _ in part.lines) - BETWEEN
    if isinstance(part, Pill):
        return font_of("label")[1].height() + 2 * look.gap(2) + 2
    return look.size(part.size)


def write(painter: QPainter, box: QRectF, words: str, role: str, tone: str, *, right: bool) -> None:
    """Write one line of *words* in *box*."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = int(side) | int(Qt.TextFlag.TextDontClip) | int(Qt.TextFlag.TextSingleLine)
    painter.setFont(font_of(role)[0])
    painter.setPen(look.colour(tone or "text"))
    painter.drawText(box, flags, words)


def draw(painter: QPainter, box: QRectF, part: Part) -> None:
    """Draw a part that does not wrap in the middle of the height of *box*."""
    if isinstance(part, int):
        return
    tall = high(part)
    place = QRectF(box.left(), box.top() + (box.height() - tall) / 2, box.width(), tall)
    if isinstance(part, Told):
        for words, role, tone in part.lines:
            write(painter, place, words, role, tone, right=part.right)
            place.translate(0, font_of(role)[1].height() + BETWEEN)
    elif isinstance(part, Pill):
        _draw_pill(painter, place, part)
    elif isinstance(part, Badge):
        draw_initials(painter, place, part.name, part.tone)
    elif part.icon:
        corner = QPointF(round(place.left()), round(place.top()))
        draw_icon(painter, corner, part.icon, part.tone, look.size(part.size))


def _draw_pill(painter: QPainter, place: QRectF, pill: Pill) -> None:
    """Draw a pill as the stylesheet dresses the ones that are labels."""
    plain = pill.tone == "plain"
    ground = "sunken" if plain else f"{pill.tone}_soft"
    edge = "line" if plain else ground
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("border" if look.theme == "high_contrast" else edge), 1))
    painter.setBrush(look.colour(ground))
    radius = min(look.size(int(tokens()["radius"]["pill"])), place.height() / 2)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(font_of("label")[0])
    painter.setPen(look.colour("muted" if plain else pill.tone))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, pill.words)
