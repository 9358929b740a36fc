"""Pictures of a lesson that go in one direction: steps, years and the ladder."""

from itertools import pairwise

from desktop.domain.diagram import Block, Disc, Drawing, Pen, Shape, Stroke, arrow
from desktop.domain.lessons import Picture

_STEP_EMS = 8.5  # a step beside another needs at least this


def steps(picture: Picture, width: float, pen: Pen) -> Drawing:
    """Return numbered steps beside each other, or under each other when there is no room."""
    count = len(picture.pieces)
    each = width / count
    if each < _STEP_EMS * pen.em:
        return downwards(picture, width, pen)
    radius = pen.em * 0.95
    shapes: list[Shape] = []
    blocks = [pen.block(one.name, one.words, each - pen.em) for one in picture.pieces]
    for number, block in enumerate(blocks):
        x = number * each
        if number + 1 < count:
            shapes += arrow(x + radius * 2, radius, x + each - pen.em * 0.2, radius, pen.em * 0.6)
        shapes.append(Disc(x + radius, radius, radius, str(number + 1)))
        shapes += block.at(x, radius * 2 + pen.em * 0.5)
    tallest = max(block.height for block in blocks)
    return Drawing(width, radius * 2 + pen.em * 0.5 + tallest, tuple(shapes))


def downwards(picture: Picture, width: float, pen: Pen, *, again: bool = False) -> Drawing:
    """Return numbered steps under each other; with *again* a line back to the first."""
    radius = pen.em * 0.95
    left = pen.em * (1.6 if again else 0) + radius
    shapes: list[Shape] = []
    y, tops = 0.0, list[float]()
    for number, one in enumerate(picture.pieces, start=1):
        block = pen.block(one.name, one.words, width - left - radius - pen.em * 0.8)
        tops.append(y + radius)
        shapes.append(Disc(left, y + radius, radius, str(number)))
        shapes += block.at(left + radius + pen.em * 0.7, y + radius - pen.leading / 2)
        y += max(block.height, radius * 2) + pen.em * 0.8
    ways: list[Shape] = []
    for upper, lower in pairwise(tops):
        ways += arrow(left, upper + radius, left, lower - radius - 1, pen.em * 0.5)
    if again:
        edge = pen.em * 0.4
        ways.append(Stroke(left - radius, tops[-1], edge, tops[-1], "accent", thick=True))
        ways.append(Stroke(edge, tops[-1], edge, tops[0], "accent", thick=True))
        ways += arrow(edge, tops[0], left - radius - 1, tops[0], pen.em * 0.5)
    return Drawing(width, y - pen.em * 0.4, (*ways, *shapes))


def timeline(picture: Picture, width: float, pen: Pen) -> Drawing:
    """Return the years at the left of a line, what happened at its right."""
    names = max(pen.measure(one.name, True) for one in picture.pieces)
    radius = pen.em * 0.45
    axis = min(names, width * 0.35) + pen.em * 1.2
    shapes: list[Shape] = []
    y, tops = 0.0, list[float]()
    for one in picture.pieces:
        name = Block(pen, tuple(pen.wrap(one.name, axis - pen.em, bold=True)), ())
        words = Block(pen, (), tuple(pen.wrap(one.words, width - axis - pen.em * 1.4)))
        tops.append(y + pen.leading / 2)
        shapes.append(Disc(axis, tops[-1], radius))
        shapes += name.at(0, y)
        shapes += words.at(axis + pen.em * 1.2, y, dark=True)
        y += max(name.height, words.height) + pen.em * 0.7
    rail = Stroke(axis, tops[0], axis, tops[-1], "accent", thick=True)
    return Drawing(width, y - pen.em * 0.5, (rail, *shapes))


def ladder(picture: Picture, width: float, pen: Pen) -> Drawing:
    """Return a ladder; the first piece is the lowest rung."""
    wide = pen.em * 4.5
    left, right = pen.em * 0.4, pen.em * 0.4 + wide
    shapes: list[Shape] = []
    y = pen.em * 0.8
    for place, one in enumerate(reversed(picture.pieces)):
        block = pen.block(one.name, one.words, width - right - pen.em * 1.2)
        high = max(block.height, pen.em * 2)
        rung = y + pen.leading / 2
        shapes.append(Stroke(left, rung, right, rung, "accent", thick=True))
        number = len(picture.pieces) - place
        shapes.append(Disc(left + wide / 2, rung, pen.em * 0.85, str(number)))
        shapes += block.at(right + pen.em, y)
        y += high + pen.em * 0.9
    rails = [Stroke(x, 0, x, y, "accent", thick=True) for x in (left, right)]
    return Drawing(width, y + pen.em * 0.2, (*rails, *shapes))
