"""A road of steps between two parties, as a picture: ours at the left, theirs at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.domain.diagram import Disc, Drawing, Pen, Shape, Stroke


@dataclass(frozen=True)
class Turn:
    """One step and whose turn it is."""

    name: str
    words: str
    ours: bool


def two_sides(turns: Sequence[Turn], heads: tuple[str, str], width: float, pen: Pen) -> Drawing:
    """Return the steps downwards along one line; *heads* stand above our side and theirs."""
    em = pen.em
    radius = em * 1.15
    middle, gap = width * 0.5, radius + em * 0.7
    side = middle - gap
    shapes: list[Shape] = []
    tops: list[float] = []
    for x, head in ((0.0, heads[0]), (middle + gap, heads[1])):
        block = pen.block(head, "", side)
        shapes += block.at(x, 0, tone="accent")
        tops.append(block.height)
    y = max(tops, default=0) + em * 0.5
    discs: list[Disc] = []
    for number, turn in enumerate(turns, 1):
        block = pen.block(turn.name, turn.words, side)
        high = max(block.height, radius * 2)
        shapes += block.at(0 if turn.ours else middle + gap, y, dark=True)
        discs.append(Disc(middle, y + high / 2, radius, str(number), hollow=not turn.ours))
        y += high + em * 0.75
    rail = [
        Stroke(middle, one.y, middle, other.y, "accent", thick=True)
        for one, other in pairwise(discs)
    ]
    return Drawing(width, y, (*rail, *discs, *shapes))
