"""Draw the lines under the words that have a tip: five patterns, told apart without colour."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextBlock,
    QTextLine,
)

from desktop.language import Hint
from desktop.ui.theme import look
from desktop.ui.writing.families import Family, family
from desktop.ui.writing.marks import Mark

_OUTLINE = 1.5  # px
_DASHES = {"dots": [0.05, 2.2], "dashes": [5.0, 2.0], "dashdot": [5.0, 2.0, 1.0, 2.0]}


@dataclass(frozen=True)
class Stretch:
    """A piece of a paragraph that gets one line: units from its start, and the family."""

    start: int
    end: int
    family: Family
    opened: bool = False


def rank(mark: Mark) -> tuple[int, int]:
    """Return who goes first where two tips want the same word: lowest first."""
    return family(mark.hint.kind).rank, mark.end - mark.start


def stretches(marks: Sequence[Mark], position: int, opened: Hint | None) -> list[Stretch]:
    """Divide the paragraph at *position* among its *marks*, so that no word carries two lines.

    The open tip comes first, then the family that is about the fewest words; a long sentence gets
    what is left.
    """
    ranked = sorted(marks, key=lambda mark: (mark.hint is not opened, rank(mark)))
    taken: list[tuple[int, int]] = []
    found: list[Stretch] = []
    for mark in ranked:
        for start, end in _free(mark.start - position, mark.end - position, taken):
            found.append(Stretch(start, end, family(mark.hint.kind), mark.hint is opened))
            taken.append((start, end))
        taken.sort()
    return found


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    free: list[tuple[int, int]] = []
    for first, last in taken:
        if last <= start or first >= end:
            continue
        if first > start:
            free.append((start, first))
        start = max(start, last)
    if start < end:
        free.append((start, end))
    return free


def draw(painter: QPainter, block: QTextBlock, top: QPointF, marked: Sequence[Stretch]) -> None:
    """Draw the lines of *marked* under the words of *block*, whose corner is at *top*."""
    sight = painter.clipBoundingRect() if painter.hasClipping() else None
    for stretch, line, box in _boxes(block, top, marked, sight):
        under = top.y() + line.y() + line.ascent() + look.gap(4.5)
        pattern(painter, box.left(), box.right(), under, stretch.family)


def surround(painter: QPainter, block: QTextBlock, top: QPointF, marked: Sequence[Stretch]) -> None:
    """Put an outline with a soft tint behind the open tip; called before the words are drawn.

    Where two lines of it touch, the tint of one hides the outline of the other: they melt together.
    """
    pieces, kind = _pieces(block, top, marked)
    if not kind:
        return
    soft = kind.colours["soft"] if look.theme == "light" else look["accent_soft"]
    painter.strokePath(_rounded(pieces, 0), QPen(QColor(kind.colours[look.theme]), _OUTLINE))
    painter.fillPath(_rounded(pieces, _OUTLINE / 2), QBrush(QColor(soft)))


def _boxes(
    block: QTextBlock, top: QPointF, marked: Sequence[Stretch], sight: QRectF | None = None
) -> Iterator[tuple[Stretch, QTextLine, QRectF]]:
    """Give the pieces of *marked* with the room each takes, line by line; those in *sight* only."""
    layout = block.layout()
    units = block.text().encode("utf-16-le") if marked else b""
    for stretch in marked:
        number = layout.lineForTextPosition(stretch.start).lineNumber()
        while 0 <= number < layout.lineCount():
            line = layout.lineAt(number)
            first = line.textStart()
            if first >= stretch.end:
                break
            number += 1
            if sight and not _in_sight(top.y() + line.y(), line.height(), sight):
                continue
            start, end = max(stretch.start, first), min(stretch.end, first + line.textLength())
            start, end = _trimmed(units, start, end)
            if start < end:
                left, right = _x(line, start), _x(line, end)
                corner = QPointF(top.x() + left, top.y() + line.y())
                yield stretch, line, QRectF(corner, QSizeF(right - left, line.height()))


def _in_sight(top: float, high: float, sight: QRectF) -> bool:
    """Say whether a line of text shows, or what is drawn under it."""
    return top <= sight.bottom() and top + 1.5 * high >= sight.top()


def _pieces(
    block: QTextBlock, top: QPointF, marked: Sequence[Stretch]
) -> tuple[list[QRectF], Family | None]:
    """Return the room that the open tip takes on each of its lines."""
    pieces: list[QRectF] = []
    kind = None
    layout = block.layout()
    opened = [stretch for stretch in marked if stretch.opened]
    for stretch, line, box in _boxes(block, top, opened):
        kind = stretch.family
        box.setBottom(box.top() + line.ascent() + look.gap(9))
        if stretch.end > line.textStart() + line.textLength():
            after = layout.lineAt(line.lineNumber() + 1)
            reaches = _x(after, min(stretch.end, after.textStart() + after.textLength()))
            if top.x() + reaches > box.left():  # one above the other
                box.setBottom(top.y() + after.y() + 6)
        pieces.append(box.adjusted(-2.5, 1, 2.5, 0))
    return pieces, kind


def _rounded(pieces: Sequence[QRectF], smaller: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in pieces:
        path.addRoundedRect(box.adjusted(smaller, smaller, -smaller, -smaller), 5, 5)
    return path


def _trimmed(units: bytes, start: int, end: int) -> tuple[int, int]:
    """Take the spaces off both ends: no line under the space where the text turns."""
    words = units[2 * start : 2 * end].decode("utf-16-le", "replace")
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _x(line: QTextLine, position: int) -> float:
    x: Any = line.cursorToX(
        position
    )  # PySide gives the pair (x, position) where its stub says float
    return float(x[0])


def pattern(painter: QPainter, left: float, right: float, y: float, kind: Family) -> None:
    """Draw one line in the pattern and colour of *kind*, from *left* to *right* at *y*."""
    thick = math.sqrt(look.factor)
    colour = QColor(kind.colours[look.theme])
    pen = QPen(colour, 2 * thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind.line == "wave":
        ratio = painter.device().devicePixelRatioF()
        wave = _wave(int((right - left) / (3 * thick)), thick, colour.name(), ratio)
        high = wave.deviceIndependentSize().height()
        painter.drawPixmap(QPointF(round(left), round(y - high / 2)), wave)
        return
    if kind.line == "double":
        pen.setWidthF(1.3 * thick)
    elif kind.line == "dots":
        pen.setWidthF(2.6 * thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if kind.line in _DASHES:
        pen.setDashPattern(_DASHES[kind.line])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if kind.line == "double":
        painter.drawLine(QPointF(left, y + 2.6 * thick), QPointF(right, y + 2.6 * thick))


@lru_cache(maxsize=512)
def _wave(bends: int, thick: float, colour: str, ratio: float) -> QPixmap:
    """Return a wave of so many *bends*, *thick* and in *colour*; *ratio* is that of the screen.

    It is a picture, because a bent line takes longer to draw than the words above it.
    """
    half, high = 3 * thick, 3.6 * thick  # the bend reaches half as high as what pulls it
    path, way = QPainterPath(QPointF(0, 0)), 1
    for bend in range(bends):
        x = bend * half
        path.quadTo(x + half / 2, way * high, x + half, 0)
        way = -way
    size = QSizeF(bends * half + thick, 2 * math.ceil(high / 2 + thick))
    picture = QPixmap(QSize(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, size.height() / 2)
    painter.strokePath(path, QPen(QColor(colour), 1.6 * thick))
    painter.end()
    return picture
