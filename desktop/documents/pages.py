"""Divide lines over pages: what belongs together stays together, and everything always fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.documents.lines import Line


@dataclass(frozen=True)
class Placed:
    """A line and its top, in points below the top of the text area."""

    line: Line
    top: float


def height(lines: Sequence[Line]) -> float:
    """Return the height of *lines* under each other, without the air above the first."""
    return sum(line.height + line.before for line in lines) - (lines[0].before if lines else 0)


def paginate(lines: Sequence[Line], first: float, others: float) -> list[list[Placed]]:
    """Return the lines per page; *first* and *others* are the heights of the text area in points.

    A break falls where ``Line.keep`` is lowest; a group that no page can hold breaks all the same.
    """
    pages: list[list[Placed]] = []
    start = 0
    while start < len(lines):
        room = others if pages else first
        stop = _cut(lines, start, _fill(lines, start, room))
        pages.append(_place(lines, start, stop))
        start = stop
    return pages or [[]]


def _repeated(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    return lines[start].repeat


def _fill(lines: Sequence[Line], start: int, room: float) -> int:
    """Return how far a page that begins at *start* can reach."""
    used = sum(line.height for line in _repeated(lines, start))
    for index in range(start, len(lines)):
        line = lines[index]
        if index > start:
            if line.new_page:
                return index
            used += line.before
        used += line.height
        if used > room + 0.01 and index > start:
            return index
    return len(lines)


def _cut(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return the best place to break at or before *stop*."""
    if stop == len(lines) or lines[stop].new_page:
        return stop
    for firm in range(4):
        for index in range(stop - 1, start - 1, -1):
            if lines[index].keep <= firm:
                return index + 1
    return stop


def _place(lines: Sequence[Line], start: int, stop: int) -> list[Placed]:
    placed: list[Placed] = []
    top = 0.0
    for line in _repeated(lines, start):
        again = [replace(piece, elem=None, link=None) for piece in line.pieces]
        placed.append(Placed(replace(line, pieces=again), top))
        top += line.height
    for index in range(start, stop):
        line = lines[index]
        if index > start:
            top += line.before
        placed.append(Placed(line, top))
        top += line.height
    return placed
