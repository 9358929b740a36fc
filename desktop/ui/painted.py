"""Lines of a long list, each painted as one widget: forty of them open as fast as four.

A line of boxes and labels costs a dozen widgets, and the stylesheet looks at every one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

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

    def count(self, room: float) -> int:
        """Return how many lines ``wrapped`` gives, without making them."""
        used, lines = -self.space, 1
        for width in self.widths:
            used += self.space + width
            if used > room and used > width:
                used, lines = width, lines + 1
        return lines

    @cached_property
    def longest(self) -> float:
        """The width of the longest word."""
        return max(self.widths, default=0.0)

    @cached_property
    def wide(self) -> float:
        """The width of all words on one line."""
        return sum(self.widths) + self.space * (len(self.widths) - 1)


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
    placed: tuple[tuple[Part, float], ...]
    """Each part with its width; 0 of the words that wrap."""
    high: float
    """The highest of the parts that do not wrap."""
    lines: tuple[_Line, ...]
    taken: float
    """The width that the words cannot have."""
    pills: tuple[Pill, ...]
    pills_wide: float
    """The part of *taken* that comes free when the pills go below the words."""
    pills_high: float
    least: float
    """With less room than this the pills go below."""

    def room(self, width: int) -> tuple[float, bool]:
        """Return the width for the words at *width*, and whether the pills go below them."""
        rest = width - self.taken
        below = rest < self.least
        return max(rest + self.pills_wide if below else rest, 1.0), below and bool(self.pills)

    def words_high(self, room: float, *, below: bool) -> float:
        """Return the height of the words in *room*, with what goes below them."""
        high = sum(
            line.high * (1 if room >= line.wide else line.count(room)) for line in self.lines
        )
        return high + BETWEEN * len(self.lines) + (self.pills_high if below else 0)

    def total(self, words_high: float) -> int:
        """Return the height of the whole line."""
        return round(max(self.high, words_high)) + self.pad[1] + self.pad[3]


class Figure:
    """How one line looks, at any width and text size. One of its parts has words that wrap."""

    def __init__(
        self, parts: Sequence[Part], *, gap: int = 8, pad: tuple[int, int, int, int] = (6, 5, 6, 5)
    ) -> None:
        self._parts, self._gap, self._pad = tuple(parts), gap, pad
        self._words: Told = next(part for part in parts if parts_of.wraps(part))
        self._measured: _Measures | None = None

    def high(self, width: int) -> int:
        """Return the height in pixels at *width*; Qt asks it for many widths that never come."""
        measures = self._measures()
        room, below = measures.room(width)
        return measures.total(measures.words_high(room, below=below))

    def fits(self, size: QSize) -> bool:
        """Tell whether no word is cut in a line of *size*."""
        measures = self._measures()
        room, _ = measures.room(size.width())
        longest = max(line.longest for line in measures.lines)
        return size.height() >= self.high(size.width()) and longest <= room + 1

    def draw(self, painter: QPainter, place: QRect) -> None:
        """Draw the line in *place*."""
        for part, box, below in self._boxes(place):
            if parts_of.wraps(part):
                self._draw_words(painter, box, below=below)
            else:
                parts_of.draw(painter, box, part)

    def words_at(self, place: QRect, point: QPoint) -> tuple[str, int]:
        """Return the line of words under *point*, and the number of the character there."""
        here = point.toPointF()
        for part, box, below in self._boxes(place):
            lines = self._lines(box, below=below) if parts_of.wraps(part) else ()
            for line, words, line_box in lines:
                if line_box.contains(here):
                    font, far = font_of(line.role)[1], here.x() - box.left()
                    wide = (font.horizontalAdvance(words[: end + 1]) for end in range(len(words)))
                    return words, next((n for n, end in enumerate(wide) if end > far), -1)
        return "", -1

    def _boxes(self, place: QRect) -> Iterator[tuple[Part, QRectF, bool]]:
        """Give each part of the line in *place* with its box, and whether pills go below."""
        measures = self._measures()
        left, top, _, bottom = measures.pad
        room, below = measures.room(place.width())
        x, high = float(place.left() + left), place.height() - top - bottom
        for part, wide in measures.placed:
            if below and isinstance(part, Pill):
                continue
            taken = room if parts_of.wraps(part) else wide
            yield part, QRectF(x, place.top() + top, taken, high), below
            x += taken + measures.gap

    def _lines(self, box: QRectF, *, below: bool) -> Iterator[tuple[_Line, str, QRectF]]:
        """Give the words that wrap in *box*, each line in its place."""
        measures = self._measures()
        y = box.top() + (box.height() - measures.words_high(box.width(), below=below)) / 2
        for line in measures.lines:
            for words in line.wrapped(box.width()):
                yield line, words, QRectF(box.left(), y, box.width(), line.high)
                y += line.high
            y += BETWEEN

    def _draw_words(self, painter: QPainter, box: QRectF, *, below: bool) -> None:
        """Draw the words that wrap, and the pills that go below them."""
        y = box.top()
        for line, words, place in self._lines(box, below=below):
            parts_of.write(painter, place, words, line.role, line.tone, right=False)
            y = place.bottom() + BETWEEN
        for pill in self._measures().pills if below else ():
            y += look.gap(_BELOW)
            high = parts_of.high(pill)
            parts_of.draw(painter, QRectF(box.left(), y, parts_of.wide(pill), high), pill)
            y += high

    def _measures(self) -> _Measures:
        known = self._measured
        if known is None or known.base != look.base:
            known = self._measured = self._measure()
        return known

    def _measure(self) -> _Measures:
        left, top, right, bottom = (look.gap(side) for side in self._pad)
        gap = look.gap(self._gap)
        placed = [
            (part, 0.0 if part is self._words else parts_of.wide(part)) for part in self._parts
        ]
        pills = [part for part in self._parts if isinstance(part, Pill)]
        highs = [parts_of.high(part) for part in self._parts if part is not self._words]
        return _Measures(
            look.base,
            (left, top, right, bottom),
            gap,
            tuple(placed),
            max(highs, default=0.0),
            tuple(_line(*line, look.base) for line in self._words.lines),
            taken=left + right + sum(wide for _, wide in placed) + gap * (len(placed) - 1),
            pills=tuple(pills),
            pills_wide=sum(parts_of.wide(pill) + gap for pill in pills),
            pills_high=sum(parts_of.high(pill) + look.gap(_BELOW) for pill in pills),
            least=look.px() * _ENOUGH_EMS,
        )


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
