"""The clock of a meeting: time planned and used per item, and whether it runs late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Timed:
    """An item as the clock sees it."""

    minutes: int
    seconds: int = 0
    """Used before the clock was last started."""
    started: datetime | None = None
    """When the clock was last started; None while it stands still."""
    over: bool = False
    """Treated, carried over or otherwise done with."""


@dataclass(frozen=True)
class Clock:
    """The clock at one moment, in whole seconds."""

    planned: int
    used: int
    behind: int
    """How far the whole meeting is behind its plan; less than zero: ahead."""

    @property
    def left(self) -> int:
        """Seconds that the item still has; less than zero when it takes too long."""
        return self.planned - self.used

    @property
    def share(self) -> float:
        """Which part of the time of the item is used, 0 to 1."""
        return min(1.0, self.used / self.planned) if self.planned else 1.0


def used_seconds(item: Timed, now: datetime) -> int:
    """Return the seconds used for *item* until *now*; a clock that was set back counts nothing."""
    running = now - item.started if item.started is not None else timedelta()
    return item.seconds + max(0, int(running.total_seconds()))


def clock(
    current: Timed | None, items: Iterable[Timed], planned_start: datetime, now: datetime
) -> Clock:
    """Return the clock of the *current* item among all *items* of a meeting.

    The meeting should by now have done what is over; the current item counts up to its own plan.
    """
    done = sum(item.minutes * 60 for item in items if item.over)
    planned = current.minutes * 60 if current is not None else 0
    used = used_seconds(current, now) if current is not None else 0
    passed = int((now - planned_start).total_seconds())
    return Clock(planned, used, passed - done - min(used, planned))
