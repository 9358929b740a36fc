"""The six pictures of a lesson, laid out for the room there is; without room they go downwards."""

import math
from dataclasses import replace

from desktop.domain.diagram import (
    Block,
    Disc,
    Drawing,
    Panel,
    Pen,
    Shape,
    Stroke,
    arrow,
    bottom,
    edge_towards,
    moved,
)
from desktop.domain.lessons import Picture, Piece
from desktop.domain.lines_of_steps import downwards, ladder, steps, timeline

_RING_EMS = 36
_SIDES_EMS = 26
_HUB_EMS = 38
_PAD = 0.7  # air inside a panel, in ems


def lay_out(picture: Picture, width: float, pen: Pen) -> Drawing:
    """Return *picture* laid out *width* wide in letters of *pen*."""
    make = {
        "steps": steps,
        "circle": _circle,
        "ladder": ladder,
        "balance": _balance,
        "hub": _hub,
        "timeline": timeline,
    }[picture.kind]
    return make(picture, width, pen)


def _balance(picture: Picture, width: float, pen: Pen) -> Drawing:
    sides = [
        (picture.left, [one for one in picture.pieces if one.side == "left"]),
        (picture.right, [one for one in picture.pieces if one.side == "right"]),
    ]
    gap = pen.em * 1.5
    if width < _SIDES_EMS * pen.em:
        upper, first = _pan(*sides[0], 0, 0, width, pen)
        lower, second = _pan(*sides[1], 0, upper.height + pen.em * 0.8, width, pen)
        return Drawing(width, lower.y + lower.height, (upper, *first, lower, *second))
    each = (width - gap) / 2
    drop = pen.em * 1.6
    pans = [_pan(*sides[0], 0, drop, each, pen), _pan(*sides[1], each + gap, drop, each, pen)]
    deepest = max(panel.y + panel.height for panel, _words in pans)
    shapes: list[Shape] = [
        Stroke(each / 2, pen.em * 0.5, width - each / 2, pen.em * 0.5, "accent", thick=True),
        Stroke(width / 2, pen.em * 0.5, width / 2, deepest, "accent", thick=True),
        Disc(width / 2, pen.em * 0.5, pen.em * 0.45),
    ]
    for x in (each / 2, width - each / 2):
        shapes.append(Stroke(x, pen.em * 0.5, x, drop, "accent", thick=True))
    for panel, words in pans:
        shapes += [replace(panel, height=deepest - panel.y), *words]
    return Drawing(width, deepest, tuple(shapes))


def _pan(
    title: str, pieces: list[Piece], x: float, y: float, width: float, pen: Pen
) -> tuple[Panel, list[Shape]]:
    """Return a panel with *title* and its pieces, and all words on it."""
    pad = _PAD * pen.em
    inside = width - 2 * pad
    head = Block(pen, tuple(pen.wrap(title, inside, bold=True)), ())
    lines: list[Shape] = head.at(x + pad, y + pad, tone="accent")
    top = y + pad + head.height + pen.em * 0.3
    for one in pieces:
        said = f"{one.name}: {one.words}" if one.words else one.name
        block = Block(pen, (), tuple(pen.wrap(said, inside - pen.em)))
        lines.append(Disc(x + pad + pen.em * 0.3, top + pen.leading / 2, pen.em * 0.18))
        lines += block.at(x + pad + pen.em, top, dark=True)
        top += block.height + pen.em * 0.25
    return Panel(x, y, width, top - y + pad * 0.7), lines


def _hub(picture: Picture, width: float, pen: Pen) -> Drawing:
    if width < _HUB_EMS * pen.em:
        return _hub_downwards(picture, width, pen)
    side, middle = width * 0.33, width * 0.2
    half = math.ceil(len(picture.pieces) / 2)
    left = _column(picture.pieces[:half], 0, side, pen)
    right = _column(picture.pieces[half:], width - side, side, pen)
    height = max(bottom(shapes) for shapes in (left, right))
    left, right = (
        [moved(shape, 0, (height - bottom(side_shapes)) / 2) for shape in side_shapes]
        for side_shapes in (left, right)
    )
    name = Block(pen, tuple(pen.wrap(picture.middle, middle - pen.em, bold=True)), ())
    high = name.height + pen.em * 2
    hub = Panel((width - middle) / 2, (height - high) / 2, middle, high, "accent_soft", "accent")
    ways: list[Shape] = []
    panels = [one for one in (*left, *right) if isinstance(one, Panel)]
    for piece, panel in zip(picture.pieces, panels, strict=True):
        ways += _way(piece, panel, hub, pen)
    words = name.at(width / 2, hub.y + pen.em, centred=True)
    return Drawing(width, height, (*ways, hub, *words, *left, *right))


def _way(piece: Piece, panel: Panel, hub: Panel, pen: Pen) -> list[Shape]:
    """Return the arrow between *panel* and the *hub*: to it, from it, or both."""
    on_left = panel.x < hub.x
    outer = (panel.x + panel.width if on_left else panel.x, panel.middle[1])
    spread = (panel.middle[1] - hub.middle[1]) * 0.25
    most = hub.height / 2 - pen.em * 0.4
    inner = (
        hub.x if on_left else hub.x + hub.width,
        hub.middle[1] + max(-most, min(most, spread)),
    )
    return _arrows(piece.side, outer, inner, pen)


def _arrows(
    side: str, outer: tuple[float, float], inner: tuple[float, float], pen: Pen
) -> list[Shape]:
    size = pen.em * 0.6
    shapes: list[Shape] = []
    if side in ("to", "both"):
        shapes += arrow(*outer, *inner, size)
    if side in ("from", "both"):
        shapes += arrow(*inner, *outer, size)
    return shapes


def _hub_downwards(picture: Picture, width: float, pen: Pen) -> Drawing:
    name = Block(pen, tuple(pen.wrap(picture.middle, width - pen.em * 2, bold=True)), ())
    hub = Panel(0, 0, width, name.height + pen.em, "accent_soft", "accent")
    indent = pen.em * 3
    shapes: list[Shape] = [hub, *name.at(pen.em, pen.em * 0.5)]
    y, last = hub.height + pen.em * 0.8, 0.0
    ways: list[Shape] = []
    for one in picture.pieces:
        panel, words = _card(one, indent, y, width - indent, pen)
        last = y + panel.height / 2
        ways += _arrows(one.side, (indent, last), (pen.em * 0.8, last), pen)
        shapes += [panel, *words]
        y += panel.height + pen.em * 0.6
    rail = Stroke(pen.em * 0.8, hub.height, pen.em * 0.8, last, "accent", thick=True)
    return Drawing(width, y - pen.em * 0.6, (rail, *ways, *shapes))


def _column(pieces: tuple[Piece, ...], x: float, width: float, pen: Pen) -> list[Shape]:
    shapes: list[Shape] = []
    y = 0.0
    for one in pieces:
        panel, words = _card(one, x, y, width, pen)
        shapes += [panel, *words]
        y += panel.height + pen.em * 0.9
    return shapes


def _card(piece: Piece, x: float, y: float, width: float, pen: Pen) -> tuple[Panel, list[Shape]]:
    """Return a panel for *piece*, and its words."""
    pad = _PAD * pen.em
    block = pen.block(piece.name, piece.words, width - 2 * pad)
    panel = Panel(x, y, width, block.height + 1.6 * pad)
    return panel, block.at(x + pad, y + 0.8 * pad)


def _circle(picture: Picture, width: float, pen: Pen) -> Drawing:
    if width < _RING_EMS * pen.em:
        return downwards(picture, width, pen, again=True)
    count = len(picture.pieces)
    wide = min(pen.em * 12, width * 0.3)
    cards = [_card(one, 0, 0, wide, pen) for one in picture.pieces]
    tallest = max(card[0].height for card in cards)
    across = min((width - wide) / 2, pen.em * 16)
    down = max(tallest * count / 5, tallest * 1.15) + pen.em
    middle = (width / 2, down + tallest / 2)
    shapes: list[Shape] = []
    panels: list[Panel] = []
    for number, (panel, words) in enumerate(cards):
        angle = 2 * math.pi * number / count - math.pi / 2
        x = middle[0] + across * math.cos(angle) - panel.width / 2
        y = middle[1] + down * math.sin(angle) - panel.height / 2
        placed = [moved(shape, x, y) for shape in (panel, *words)]
        panels += [one for one in placed if isinstance(one, Panel)]
        shapes += placed
    ways: list[Shape] = []
    for one, other in zip(panels, (*panels[1:], panels[0]), strict=True):
        start = edge_towards(one, *other.middle, pen.em * 0.2)
        end = edge_towards(other, *one.middle, pen.em * 0.2)
        ways += arrow(*start, *end, pen.em * 0.6)
    if picture.middle:
        name = Block(pen, tuple(pen.wrap(picture.middle, across, bold=True)), ())
        ways += name.at(middle[0], middle[1] - name.height / 2, centred=True)
    return Drawing(width, max(panel.y + panel.height for panel in panels) + 1, (*ways, *shapes))
