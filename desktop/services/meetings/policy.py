"""The policy calendar (beleidskalender): what the municipality decides, and our time for it."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.models.store import Store
from desktop.services.advice import looking
from desktop.services.advice.rows import DossierLine
from desktop.services.council import CouncilDesk
from desktop.services.meetings.plan import OVER, MeetingPlan
from desktop.services.meetings.rows import MeetingRow

_GIVEN = ("sent", "overdue", "replied", "following")
_ADOPTED = ("adopted", *_GIVEN)


@dataclass(frozen=True)
class PolicyRow:
    """One decision of the municipality, and the meeting in which we can adopt our advice."""

    dossier: int
    title: str
    decides_on: date | None
    advice_by: date | None
    """The last day for our advice; None when it was given, or when no day was told."""
    meeting: date | None
    """The last meeting of the council in time for it."""
    in_time: bool
    """False when no meeting comes before the last day."""
    words: str
    """What stands there for the council: in time, or what it can do."""


class PolicyCalendar:
    """Lay what the municipality decides beside our own meetings."""

    def __init__(self, store: Store, council: CouncilDesk, plan: MeetingPlan) -> None:
        self._store = store
        self._council = council
        self._plan = plan

    def rows(self, year: int, today: date) -> list[PolicyRow]:
        """Return what is decided, or what we must advise on, in *year*; soonest first."""
        minimum, reply = self._council.term("advice_minimum"), self._council.term("reply_term")
        with self._store.reading() as session:
            lines = looking.lines(session, minimum, reply)
        meetings = [m for m in self._plan.coming(today, "own") if m.state not in OVER]
        found = [
            _row(line, meetings, today)
            for line in lines
            if not line.dossier.ended
            and any(day and day.year == year for day in (line.dossier.decision_on, _by(line)))
        ]
        return sorted(
            found, key=lambda row: (row.advice_by or row.decides_on or date.max, row.title)
        )


def _by(line: DossierLine) -> date | None:
    return None if line.dossier.state in _GIVEN else line.due


def _row(line: DossierLine, meetings: list[MeetingRow], today: date) -> PolicyRow:
    dossier, last_day = line.dossier, _by(line)
    in_time = [m.starts.date() for m in meetings if last_day and m.starts.date() <= last_day]
    meeting = in_time[-1] if in_time else None
    late = last_day is not None and dossier.state not in _ADOPTED and meeting is None
    return PolicyRow(
        dossier.id,
        dossier.title.partition(":")[0],
        dossier.decision_on,
        last_day,
        None if dossier.state in _ADOPTED else meeting,
        not late,
        _words(dossier.state, last_day, meeting, today),
    )


def _words(state: str, last_day: date | None, meeting: date | None, today: date) -> str:
    if state in _GIVEN:
        return tr("Our advice was sent.")
    if state == "adopted":
        return tr("Our advice was adopted. It must still be sent.")
    if last_day is None:
        return tr("No day for our advice was told.")
    if last_day < today:
        return tr("The day for our advice has passed. Ask for more time.")
    if meeting is None:
        return tr("No meeting comes before that. Plan an extra one, or decide in writing.")
    return tr("We can adopt it on {day}.", day=long_date(meeting))
