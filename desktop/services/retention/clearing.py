"""Clear up the history before a day: first what that means in numbers, then a copy, then it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import clearing
from desktop.models.history import HistoryEntry
from desktop.models.store import Store
from desktop.services.care.safety import Safety
from desktop.services.remembering import Memory
from desktop.services.travel.desk import Travel

_WHY = "voor opruimen"
"""Ends the name of the copy that is made first."""


@dataclass(frozen=True)
class ClearUpRow:
    """What clearing up the history before a day means."""

    day: date
    lines: int
    """Lines of which only who, what and when stay."""
    thrown: int
    """Things in the bin that can never come back then."""
    papers: int
    """Kept papers at most that only this old history still holds."""


class ClearUp:
    """Empty old history for good."""

    def __init__(self, store: Store, memory: Memory, safety: Safety, travel: Travel) -> None:
        self._store, self._memory = store, memory
        self._safety, self._travel = safety, travel

    def oldest(self) -> date | None:
        """Return the day of the first line that was not cleared up yet, or None."""
        first = select(func.min(HistoryEntry.at)).where(
            HistoryEntry.erased.is_(None), HistoryEntry.kind.not_in(("erase", "brought"))
        )
        with self._store.reading() as session:
            at = session.scalar(first)
        return at.date() if at else None

    def look(self, day: date, today: date) -> ClearUpRow:
        """Return what clearing up before *day* would do; raises CouncilError when it may not."""
        self._check(day, today)
        with self._store.reading() as session:
            found = clearing.sketch(session, day, datetime.now())
        thrown = sum(1 + one.more for one in self._memory.bin() if one.act <= found.last)
        return ClearUpRow(day, len(found.lines), thrown, len(found.files))

    def clear(self, day: date, today: date) -> int:
        """Make a verified copy and clear up before *day*; return the number of lines.

        Cannot be undone, apart from putting that copy back. Raises CouncilError when it may not,
        or when the copy cannot be made: then nothing changes.
        """
        self._check(day, today)
        self._safety.before(_WHY)
        label = tr("History cleared up to {date}", date=long_date(day))
        return clearing.clear(self._store, day, label, datetime.now())

    def _check(self, day: date, today: date) -> None:
        if day > today:
            raise CouncilError(tr("Choose a day that has passed."), "day")
        if self._travel.here():
            raise CouncilError(tr("This is the council on the way. Clear up at home."), "day")
        away = min((trip.since for trip in self._travel.away()), default=None)
        if away and day > away:
            # What comes back is compared with how everything was when it left.
            raise CouncilError(
                tr(
                    "A package is away since {date}. Choose that day at most.", date=long_date(away)
                ),
                "day",
            )
