"""Which dated copies stay: many of today, fewer of last week, one a month of long ago."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

APART = timedelta(days=56)
"""A copy that was made before something big (a restore, a clearing) stays at least this long."""

Period = Callable[[datetime], int]


def _ten_minutes(moment: datetime) -> int:
    return _hour(moment) * 6 + moment.minute // 10


def _hour(moment: datetime) -> int:
    return moment.toordinal() * 24 + moment.hour


def _day(moment: datetime) -> int:
    return moment.toordinal()


def _week(moment: datetime) -> int:
    return (moment.toordinal() - 1) // 7  # day 1 was a Monday


def _month(moment: datetime) -> int:
    return moment.year * 12 + moment.month


KEPT: tuple[tuple[Period, int], ...] = (
    (_ten_minutes, 6),
    (_hour, 24),
    (_day, 14),
    (_week, 8),
    (_month, 24),
)
"""The last copy of each ten minutes of the last hour, and of each of the last 24 hours, 14 days,
8 weeks and 24 months (own working rule)."""


def expired(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of *moments*, when copies were made, need not stay at *now*.

    Of each period that counts, the last copy stays. The newest copy of all stays whatever its age,
    and so does what seems to come from later than *now*: then the clock is wrong, not the copy.
    """
    made = set(moments)
    kept = {max(made)} if made else set[datetime]()
    for period, many in KEPT:
        last: dict[int, datetime] = {}
        for moment in sorted(made):
            if period(moment) > period(now) - many:
                last[period(moment)] = moment
        kept |= set(last.values())
    return {moment for moment in made - kept if moment <= now}
