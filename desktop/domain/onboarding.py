"""When the steps of a new member are due: never in the past, and never on a public holiday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.terms import add

_WEEK, _FRIDAY = 7, 4


@dataclass(frozen=True)
class Timing:
    """When a step comes: so many days, evenings or months after the start, or at a meeting."""

    days: int = 0
    evening: int = 0
    """First, second, third … evening, one a week; 0 for none."""
    months: int = 0
    meeting: bool = False
    """Comes on the day of the first meeting."""


def due(timing: Timing, starts: date, today: date, meeting: date | None) -> date:
    """Return the day of a step for someone who starts on *starts*.

    Who is put in later than the start begins *today*. *meeting* is the day of the first meeting
    from then on; without one the step falls after its days.
    """
    begin = max(starts, today)
    if timing.meeting and meeting and meeting >= begin:
        return meeting
    if timing.months:
        return workable(add(begin, timing.months, "months"), week=True)
    weeks = max(timing.evening - 1, 0)
    return workable(begin + timedelta(days=timing.days + _WEEK * weeks))


def in_order(days: Sequence[date]) -> list[int]:
    """Return the places of *days* from early to late; what falls on one day keeps its order."""
    return sorted(range(len(days)), key=lambda place: (days[place], place))


def workable(day: date, *, week: bool = False) -> date:
    """Return *day*, or the first after it that is no public holiday.

    With *week* it is no Saturday or Sunday either, as for a talk.
    """
    while day in holidays(day.year) or (week and day.weekday() > _FRIDAY):
        day += timedelta(days=1)
    return day


def holidays(year: int) -> frozenset[date]:
    """Return the days on which people in the Netherlands are free (Algemene termijnenwet, art. 3).

    Good Friday is one by that law; Liberation Day counts every year there.
    """
    easter = _easter(year)
    moving = (-2, 0, 1, 39, 49, 50)  # Good Friday, Easter, Ascension Day, Whitsun
    king = date(year, 4, 27)
    return frozenset(
        {
            date(year, 1, 1),
            king if king.weekday() <= _FRIDAY + 1 else date(year, 4, 26),
            date(year, 5, 5),
            date(year, 12, 25),
            date(year, 12, 26),
            *(easter + timedelta(days=step) for step in moving),
        }
    )


def _easter(year: int) -> date:
    """Return Easter Sunday by the rule of the Gregorian calendar (Meeus)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
