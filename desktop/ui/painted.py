"""Lines of a long list, each painted as one widget: forty of them open as fast as four.

A line of boxes and labels costs a dozen widgets, and the stylesheet looks at every one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import line_parts as parts_of
from desktop.ui.boxes import show_now, throw_away
from desktop.ui.line_parts import BETWEEN, Part, Pill, Told, font_of
from desktop.ui.spoken import speak_as
from desktop.ui.theme import look, tokens

_ENOUGH_EMS = 11
"""With less room than this, what stands behind the words goes below them."""
_BELOW = 3
_ENDLESS = 16_777_215


@dataclass(frozen=True)
class _Line:
    """A line of words that wraps: its words with their widths, measured once."""

    role: str
    tone: str
    words: tuple[str, ...]
    widths: tuple[float, ...]
    space: float
    high: int

    def wrapped(self, room: float) -> tuple[str, ...]:
        """Return the words as lines that are at most *room* wide; one word is never broken."""
        lines: list[str] = []
        used, begin = -self.space, 0
        for place, width in enumerate(self.widths):
            used += self.space + width
            if used > room and place > begin:
                lines.append(" ".join(self.words[begin:place]))
                used, begin = width, place
        return (*lines, " ".join(self.words[begin:]))


@lru_cache(maxsize=2048)
def _line(told: str, role: str, tone: str, _base: float) -> _Line:
    """Measure the words of *told*; an agenda is built again after each change of one item."""
    font = font_of(role)[1]
    words = tuple(told.split())
    widths = tuple(float(font.horizontalAdvance(word)) for word in words)
    return _Line(role, tone, words, widths, font.horizontalAdvance(" "), font.height())


@dataclass(frozen=True)
class _Measures:
    """What a line of a list needs at one text size, whatever its width."""

    base: float
    pad: tuple[int, int, int, int]
    gap: int
    fixed: tuple[float, ...]
    """The width of each part that does not wrap; 0 of the words that do."""
    high: float
    """The highest of the parts that do not wrap."""
    lines: tuple[_Line, ...]

    def rest(self, width: int, widths: Sequence[float]) -> float:
        """Return the width that the other parts leave for the words that wrap."""
        between = self.gap * (len(widths) - 1)
        return max(width - self.pad[0] - self.pad[2] - sum(widths) - between, 1.0)


@dataclass(frozen=True)
class _Plan:
    """Where everything stands at a width."""

    parts: tuple[tuple[Part, float], ...]
    """What stands on the line, each with its width."""
    below: tuple[Pill, ...]
    """What found no room beside the words."""
    told: tuple[tuple[str, ...], ...]
    """The words that wrap, as they stand below each other."""
    words_high: float
    high: int


class Figure:
    """How one line looks, at any width and text size. One of its parts has words that wrap."""

    def __init__(
        self, parts: Sequence[Part], *, gap: int = 8, pad: tuple[int, int, int, int] = (6, 5, 6, 5)
    ) -> None:
        self._parts, self._gap, self._pad = tuple(parts), gap, pad
        self._words: Told = next(part for part in parts if parts_of.wraps(part))
        self._measured: _Measures | None = None
        self._plans: dict[int, _Plan] = {}

    def high(self, width: int) -> int:
        """Return the height in pixels at *width*."""
        return self._plan(width).high

    def fits(self, size: QSize) -> bool:
        """Tell whether no word is cut in a line of *size*."""
        plan = self._plan(size.width())
        room = next(room for part, room in plan.parts if parts_of.wraps(part))
        longest = max(width for line in self._measures().lines for width in line.widths or (0.0,))
        return size.height() >= plan.high and longest <= room + 1

    def draw(self, painter: QPainter, place: QRect) -> None:
        """Draw the line in *place*."""
        plan = self._plan(place.width())
        for part, box in self._boxes(place, plan):
            if parts_of.wraps(part):
                self._draw_words(painter, box, plan)
            else:
                parts_of.draw(painter, box, part)

    def words_at(self, place: QRect, point: QPoint) -> tuple[str, int]:
        """Return the line of words under *point*, and the number of the character there."""
        plan, here = self._plan(place.width()), point.toPointF()
        for part, box in self._boxes(place, plan):
            for line, words, line_box in self._lines(box, plan) if parts_of.wraps(part) else ():
                if line_box.contains(here):
                    font, far = font_of(line.role)[1], here.x() - box.left()
                    wide = (font.horizontalAdvance(words[: end + 1]) for end in range(len(words)))
                    return words, next((n for n, end in enumerate(wide) if end > far), -1)
        return "", -1

    def _boxes(self, place: QRect, plan: _Plan) -> Iterator[tuple[Part, QRectF]]:
        """Give each part of the line in *place* with its box."""
        measures = self._measures()
        left, top, _, bottom = measures.pad
        x, high = float(place.left() + left), place.height() - top - bottom
        for part, room in plan.parts:
            yield part, QRectF(x, place.top() + top, room, high)
            x += room + measures.gap

    def _lines(self, box: QRectF, plan: _Plan) -> Iterator[tuple[_Line, str, QRectF]]:
        """Give the words that wrap in *box*, each line in its place."""
        y = box.top() + (box.height() - plan.words_high) / 2
        for line, told in zip(self._measures().lines, plan.told, strict=True):
            for words in told:
                yield line, words, QRectF(box.left(), y, box.width(), line.high)
                y += line.high
            y += BETWEEN

    def _draw_words(self, painter: QPainter, box: QRectF, plan: _Plan) -> None:
        """Draw the words that wrap, and the pills that go below them."""
        y = box.top()
        for line, words, place in self._lines(box, plan):
            parts_of.write(painter, place, words, line.role, line.tone, right=False)
            y = place.bottom() + BETWEEN
        for pill in plan.below:
            y += look.gap(_BELOW)
            high = parts_of.high(pill)
            parts_of.draw(painter, QRectF(box.left(), y, parts_of.wide(pill), high), pill)
            y += high

    def _measures(self) -> _Measures:
        known = self._measured
        if known is None or known.base != look.base:
            left, top, right, bottom = (look.gap(side) for side in self._pad)
            fixed = [0.0 if parts_of.wraps(part) else parts_of.wide(part) for part in self._parts]
            highs = [parts_of.high(part) for part in self._parts if not parts_of.wraps(part)]
            self._plans = {}
            self._measured = known = _Measures(
                look.base,
                (left, top, right, bottom),
                look.gap(self._gap),
                tuple(fixed),
                max(highs, default=0.0),
                tuple(_line(*line, look.base) for line in self._words.lines),
            )
        return known

    def _plan(self, width: int) -> _Plan:
        measures = self._measures()
        plan = self._plans.get(width)
        if plan is None:
            plan = self._plans[width] = self._made(measures, width)
        return plan

    def _made(self, measures: _Measures, width: int) -> _Plan:
        placed = list(zip(self._parts, measures.fixed, strict=True))
        rest = measures.rest(width, measures.fixed)
        below: tuple[Pill, ...] = ()
        if rest < look.px() * _ENOUGH_EMS:
            below = tuple(part for part in self._parts if isinstance(part, Pill))
            placed = [(part, wide) for part, wide in placed if not isinstance(part, Pill)]
            rest = measures.rest(width, [wide for _, wide in placed])
        told = tuple(line.wrapped(rest) for line in measures.lines)
        words = sum(
            line.high * len(lines) + BETWEEN
            for line, lines in zip(measures.lines, told, strict=True)
        )
        words += sum(parts_of.high(pill) + look.gap(_BELOW) for pill in below)
        high = round(max(measures.high, words)) + measures.pad[1] + measures.pad[3]
        parts = tuple((part, rest if parts_of.wraps(part) else wide) for part, wide in placed)
        return _Plan(parts, below, told, words, high)


class PaintedLine(QWidget):
    """One line of a ``PaintedList``; *sentence* is what a screen reader says.

    It can be *lit*: here we are, or here it will land.
    """

    def __init__(
        self, figure: Figure, sentence: str, *, lit: bool = False, ruled: bool = False
    ) -> None:
        super().__init__()
        self.figure, self._lit, self._ruled = figure, lit, ruled
        speak_as(self, QAccessible.Role.ListItem, lambda: sentence)
        self.setAccessibleName(sentence)

    def light(self, *, on: bool) -> None:
        """Show this line as the one that is meant, or no longer."""
        if on != self._lit:
            self._lit = on
            self.update()

    def fits(self) -> bool:
        """Tell whether no word of it is cut."""
        return self.figure.fits(self.size())

    def words_at(self, point: QPoint) -> tuple[str, int]:
        """Return the line of words under *point*, and the number of the character there."""
        return self.figure.words_at(self.rect(), point)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        if self._lit:
            draw_lit(painter, self.rect())
        self.figure.draw(painter, self.rect())
        painter.end()


class PaintedList(QWidget):
    """Lines below each other; it knows their heights without a layout that asks each many times."""

    def __init__(self, spoken: str, gap: int = 0) -> None:
        super().__init__()
        self._lines: Sequence[PaintedLine] = ()
        self._gap, self._tops = gap, dict[tuple[int, float], list[int]]()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(spoken)

    def put(self, lines: Sequence[PaintedLine]) -> None:
        """Show *lines* instead of those of now."""
        for line in self._lines:
            throw_away(line)
        self._lines = lines
        for line in lines:
            line.setParent(self)
            show_now(line)
        self.restyle()

    def fits(self) -> bool:
        """Tell whether every line has its place."""
        return self.height() >= self.heightForWidth(self.width())

    def restyle(self) -> None:
        self._tops = {}
        self.updateGeometry()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return self._tops_at(arg__1)[-1]

    def sizeHint(self) -> QSize:
        return QSize(look.wide(200), self._tops_at(_ENDLESS)[-1])

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _tops_at(self, width: int) -> list[int]:
        """Return where each line begins at *width*, and at the end where the last one ends."""
        key = (width, look.base)
        if key not in self._tops:
            gap = look.gap(self._gap)
            tops = [0]
            for line in self._lines:
                tops.append(tops[-1] + line.figure.high(width) + gap)
            tops[-1] -= gap if self._lines else 0
            self._tops[key] = tops
        return self._tops[key]

    def _arrange(self) -> None:
        tops = self._tops_at(self.width())
        for line, top in zip(self._lines, tops, strict=False):
            line.setGeometry(0, top, self.width(), line.figure.high(self.width()))
            line.update()


def draw_lit(painter: QPainter, place: QRect) -> None:
    """Draw the ground of the line where we are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(look.colour("accent_soft"))
    radius = int(tokens()["radius"]["control"])
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), radius, radius)
