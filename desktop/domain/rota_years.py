"""The rota as a picture for paper: a bar for each member over the years, with its last day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.diagram import Drawing, Line, Panel, Pen, Shape, Stroke

_ROW = 2.1
"""From one member to the next, in ems."""


@dataclass(frozen=True)
class Bar:
    """The term of one member; *last* is its last day in a few words."""

    name: str
    since: date
    until: date
    last: str


def rota_years(
    bars: Sequence[Bar], years: range, crowded: Collection[int], width: float, pen: Pen
) -> Drawing:
    """Return *bars* below each other over *years*; years in *crowded* have a tinted ground."""
    em, top = pen.em, pen.leading + pen.em * 0.6
    names = max((pen.measure(one.name, True) for one in bars), default=0.0)
    scale = _Scale(years, min(names + em, width * 0.4), width)
    high = top + em * _ROW * len(bars)
    shapes: list[Shape] = [*_grid(scale, crowded, top, high, pen)]
    for number, one in enumerate(bars):
        y = top + em * _ROW * number
        lines = pen.wrap(one.name, scale.left - em * 0.5, bold=True)
        shapes.append(Line(0, y + em * 0.45, lines[0] if lines else "", bold=True))
        shapes += _bar(scale, one, y, pen)
    return Drawing(width, high, tuple(shapes))


@dataclass(frozen=True)
class _Scale:
    """Where a day stands between the names at the left and the edge at the right."""

    years: range
    left: float
    width: float

    def x(self, day: date) -> float:
        """Return the place of *day*; a day outside the years stands at the edge."""
        first = date(self.years.start, 1, 1).toordinal()
        whole = date(self.years.stop, 1, 1).toordinal() - first
        part = min(max((day.toordinal() - first) / whole, 0.0), 1.0)
        return self.left + (self.width - self.left) * part


def _grid(
    scale: _Scale, crowded: Collection[int], top: float, high: float, pen: Pen
) -> Iterator[Shape]:
    one_year = (scale.width - scale.left) / len(scale.years)
    every = 1 if pen.measure("2026 ", True) <= one_year else 2
    for year in scale.years:
        x = scale.x(date(year, 1, 1))
        if year in crowded:
            yield Panel(x, 0, one_year, high, "sunken", "sunken")
        yield Stroke(x, top, x, high)
        if (year - scale.years.start) % every == 0:
            yield Line(x + one_year / 2, 0, str(year), bold=True, centred=True)


def _bar(scale: _Scale, one: Bar, y: float, pen: Pen) -> Iterator[Shape]:
    em = pen.em
    left, right = scale.x(one.since), scale.x(one.until)
    yield Panel(left, y + em * 0.2, max(right - left, em * 0.5), em * 1.7, "accent_soft", "accent")
    room = pen.measure(one.last, False) + em
    if right - left > room:
        yield Line(right - room + em * 0.5, y + em * 0.45, one.last)
    elif right + room <= scale.width:
        yield Line(right + em * 0.5, y + em * 0.45, one.last)
    else:
        yield Line(max(left - room + em * 0.5, scale.left), y + em * 0.45, one.last)
