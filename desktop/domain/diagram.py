"""Where everything in the picture of a lesson stands; the screen and the paper only draw it.

All sizes are in the unit of ``Pen.em``, the size of the letters; the origin is the upper left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["accent", "accent_soft", "surface", "sunken", "border", "text", "muted"]


@dataclass(frozen=True)
class Panel:
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Tone = "surface"
    edge: Tone = "border"

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the panel."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Stroke:
    """A straight line; ``thick`` for what carries, such as the rails of a ladder."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone = "border"
    thick: bool = False


@dataclass(frozen=True)
class Head:
    """The head of an arrow: a filled triangle."""

    points: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
    tone: Tone = "accent"


@dataclass(frozen=True)
class Disc:
    """A circle, with a short text inside or none; ``hollow`` shows only its edge."""

    x: float
    y: float
    radius: float
    text: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class Line:
    """One line of words; x is its left side, or its middle when ``centred``."""

    x: float
    y: float
    text: str
    bold: bool = False
    tone: Tone = "text"
    centred: bool = False


Shape: TypeAlias = Panel | Stroke | Head | Disc | Line


@dataclass(frozen=True)
class Drawing:
    """A picture, ready to draw, back to front."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Pen:
    """The letters to draw with: their size, and how wide a text is (bold or not)."""

    em: float
    measure: Callable[[str, bool], float]

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.em * 1.35

    def wrap(self, words: str, width: float, *, bold: bool = False) -> list[str]:
        """Return *words* as lines no wider than *width*; a longer word stands alone."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def block(self, name: str, words: str, width: float) -> "Block":
        """Return a bold *name* with *words* under it, in lines that fit *width*."""
        return Block(self, tuple(self.wrap(name, width, bold=True)), tuple(self.wrap(words, width)))


@dataclass(frozen=True)
class Block:
    """A name and a few words under it, in lines."""

    pen: Pen
    name: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.pen.leading * (len(self.name) + len(self.words))

    @property
    def width(self) -> float:
        """The width of the widest line."""
        bold = [self.pen.measure(line, True) for line in self.name]
        plain = [self.pen.measure(line, False) for line in self.words]
        return max([*bold, *plain, 0.0])

    def at(
        self,
        x: float,
        y: float,
        *,
        centred: bool = False,
        tone: Tone = "text",
        dark: bool = False,
    ) -> list[Shape]:
        """Return the lines with the upper left (or upper middle) at *x*, *y*.

        *tone* is that of the name; the words are muted unless *dark*.
        """
        shapes: list[Shape] = []
        for number, line in enumerate((*self.name, *self.words)):
            bold = number < len(self.name)
            own: Tone = tone if bold else "text" if dark else "muted"
            shapes.append(Line(x, y + number * self.pen.leading, line, bold, own, centred))
        return shapes


def arrow(
    x1: float, y1: float, x2: float, y2: float, size: float, tone: Tone = "accent"
) -> list[Shape]:
    """Return a line from the first point to the second with a head at its end."""
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 0.001)
    along, across = (x2 - x1) / length, (y2 - y1) / length
    back_x, back_y = x2 - along * size, y2 - across * size
    side_x, side_y = -across * size * 0.55, along * size * 0.55
    points = (
        (x2, y2),
        (back_x + side_x, back_y + side_y),
        (back_x - side_x, back_y - side_y),
    )
    return [Stroke(x1, y1, back_x, back_y, tone, thick=True), Head(points, tone)]


def edge_towards(panel: Panel, x: float, y: float, gap: float) -> tuple[float, float]:
    """Return where the line from the middle of *panel* to (*x*, *y*) leaves it, *gap* further."""
    mid_x, mid_y = panel.middle
    across, down = x - mid_x, y - mid_y
    half_wide, half_high = panel.width / 2 + gap, panel.height / 2 + gap
    scale = min(
        half_wide / abs(across) if across else 1e9,
        half_high / abs(down) if down else 1e9,
    )
    return mid_x + across * scale, mid_y + down * scale


def moved(shape: Shape, across: float, down: float) -> Shape:
    """Return *shape* moved; only for panels, discs and words."""
    if isinstance(shape, Stroke | Head):
        raise TypeError(shape)
    return replace(shape, x=shape.x + across, y=shape.y + down)


def bottom(shapes: Sequence[Shape]) -> float:
    """Return the lowest edge of the panels in *shapes*."""
    return max((one.y + one.height for one in shapes if isinstance(one, Panel)), default=0.0)
