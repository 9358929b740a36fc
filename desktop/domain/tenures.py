"""Count the terms of members: when one ends, how near that is, and whether too many end at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.domain.terms import Term, add

Stage = Literal["far", "year", "half", "quarter", "over"]


@dataclass(frozen=True)
class Ending:
    """A term that ends, of somebody."""

    name: str
    until: date


def last_day(since: date, length: Term | None) -> date | None:
    """Return the last day of a term that starts on *since*; None when no length was agreed."""
    return length.after(since) - timedelta(days=1) if length else None


def following_start(until: date) -> date:
    """Return the first day of the term after one that ends on *until*."""
    return until + timedelta(days=1)


def stage(until: date | None, today: date) -> Stage:
    """Tell how near the end is: over a year away, within a year, half a year, three months, past.

    A council that looks a year ahead can look for somebody new and let both work together for a
    while.
    """
    if until is None or until > add(today, 12, "months"):
        return "far"
    if until < today:
        return "over"
    if until > add(today, 6, "months"):
        return "year"
    return "half" if until > add(today, 3, "months") else "quarter"


def may_return(number: int, most: int | None) -> bool:
    """Tell whether after term *number* another one is allowed; without a rule it always is."""
    return most is None or number < most


def by_year(endings: Iterable[Ending]) -> dict[int, list[Ending]]:
    """Return the endings of each year, in order of date."""
    years: dict[int, list[Ending]] = {}
    for one in sorted(endings, key=lambda ending: (ending.until, ending.name)):
        years.setdefault(one.until.year, []).append(one)
    return years


def crowded(endings: Sequence[Ending], members: int) -> dict[int, list[Ending]]:
    """Return the years in which a third of the *members* or more leaves, and two at least.

    The share of a third is a hint of this app: it lets a council spread, it forbids nothing.
    """
    years = by_year(endings)
    return {year: ends for year, ends in years.items() if len(ends) >= max(2, members / 3)}
