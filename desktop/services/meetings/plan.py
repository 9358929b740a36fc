"""The year plan: which meetings there are, when and where, and whether there are enough."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.domain.calendar import Appointment, calendar_file
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.meetings import Meeting
from desktop.models.store import Store
from desktop.services.council import CouncilDesk, NormRow
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.kinds import template, words
from desktop.services.meetings.rows import MeetingRow
from desktop.services.records import fill, rows, to_row

OVER = ("held", "cancelled")
"""States of a meeting that nobody goes to any more."""

NORM = {"own": "meetings_a_year", "alderman": "alderman_talks_a_year"}
"""The agreed number of meetings of a kind, as the norm is called."""

_SEEN_OUTSIDE = frozenset({"title", "starts", "minutes", "place", "room", "online"})
_LONGEST = 24 * 60


@dataclass(frozen=True)
class YearCount:
    """How many meetings of a kind a year has, against what was agreed."""

    kind: str
    year: int
    held: int
    planned: int
    """Still to come."""
    norm: NormRow | None

    @property
    def short(self) -> int:
        """How many are missing from the plan; 0 without an agreement."""
        return max(0, self.norm.amount - self.held - self.planned) if self.norm else 0


class MeetingPlan:
    """Plan meetings, move them, cancel them, and put them in calendars."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def add(self, starts: datetime, kind: str = "own", title: str = "", **fields: Any) -> int:  # noqa: ANN401
        """Plan a meeting (local Dutch time); return its key. Length and name come from its kind.

        The place of the last meeting of this kind is filled in when none is given.
        """
        with self._store.changing(tr("Plan a meeting")) as session:
            return add_meeting(session, starts, kind, title, fields)

    def add_series(self, dates: list[datetime], kind: str = "own", **fields: Any) -> list[int]:  # noqa: ANN401
        """Plan a meeting at every one of *dates* as one act; days that have one are left out."""
        with self._store.changing(tr("Plan meetings")) as session:
            taken = {
                m.starts.date()
                for m in session.scalars(select(Meeting).where(Meeting.kind == kind))
            }
            return [
                add_meeting(session, starts, kind, "", dict(fields))
                for starts in dates
                if starts.date() not in taken
            ]

    def meeting(self, meeting: int) -> MeetingRow:
        """Return one meeting; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return to_row(MeetingRow, get_meeting(session, meeting))

    def meetings(self, year: int | None = None, kind: str = "") -> list[MeetingRow]:
        """Return the meetings in order of time, of one *year* and *kind* when asked."""
        query = select(Meeting).order_by(Meeting.starts, Meeting.id)
        if year is not None:
            query = query.where(
                Meeting.starts >= datetime(year, 1, 1), Meeting.starts < datetime(year + 1, 1, 1)
            )
        if kind:
            query = query.where(Meeting.kind == kind)
        with self._store.reading() as session:
            return rows(session, MeetingRow, query)

    def coming(self, today: date, kind: str = "") -> list[MeetingRow]:
        """Return the meetings from *today* on, and any older one that still runs."""
        query = _of_kind(kind).where(Meeting.state.not_in(OVER)).order_by(Meeting.starts)
        with self._store.reading() as session:
            found = rows(session, MeetingRow, query)
        return [m for m in found if m.starts.date() >= today or m.state == "running"]

    def next(self, today: date, kind: str = "") -> MeetingRow | None:
        """Return the first meeting that comes, or None."""
        return next(iter(self.coming(today, kind)), None)

    def held(self, kind: str = "") -> list[MeetingRow]:
        """Return the meetings that were held, newest first."""
        query = _of_kind(kind).where(Meeting.state == "held").order_by(Meeting.starts.desc())
        with self._store.reading() as session:
            return rows(session, MeetingRow, query)

    def previous(self, meeting: int) -> MeetingRow | None:
        """Return the last meeting of the same kind before this one that was held, or None."""
        with self._store.reading() as session:
            found = previous_meeting(session, get_meeting(session, meeting))
            return to_row(MeetingRow, found) if found else None

    def following(self, meeting: int) -> MeetingRow | None:
        """Return the first meeting of the same kind after this one that still comes, or None."""
        with self._store.reading() as session:
            found = following_meeting(session, get_meeting(session, meeting))
            return to_row(MeetingRow, found) if found else None

    def change(self, meeting: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a meeting. Another date or place raises its version in calendars."""
        _check(fields)
        place = "+".join(sorted(fields))
        with self._store.changing(tr("Change a meeting"), merge=f"meeting:{meeting}:{place}") as s:
            must_be_open(s, meeting)
            found = get_meeting(s, meeting)
            changed = {k for k, v in fields.items() if getattr(found, k) != v}
            if "starts" in changed:
                _refuse_when_over(found)
                found.moved_from = found.moved_from or found.starts
                if fields["starts"] == found.moved_from:
                    found.moved_from = None
            if changed & _SEEN_OUTSIDE:
                found.calendar_version += 1
            fill(found, fields)

    def cancel(self, meeting: int) -> None:
        """Say that a meeting does not take place; in calendars it becomes CANCELLED."""
        with self._store.changing(tr("Cancel a meeting")) as session:
            found = get_meeting(session, meeting)
            _refuse_when_over(found)
            found.state = "cancelled"
            found.calendar_version += 1

    def restore(self, meeting: int) -> None:
        """Let a cancelled meeting take place after all."""
        with self._store.changing(tr("Let a meeting take place after all")) as session:
            found = get_meeting(session, meeting)
            if found.state == "cancelled":
                found.state = "sent" if found.sent else "planned"
                found.calendar_version += 1

    def delete(self, meeting: int) -> None:
        """Throw away a meeting of which nobody heard yet; undo brings it back."""
        with self._store.changing(tr("Throw a meeting away")) as session:
            found = get_meeting(session, meeting)
            if found.state != "planned":
                raise CouncilError(
                    tr("The members know this meeting. You can cancel it, not throw it away.")
                )
            remove(session, found)

    def count(self, year: int, kind: str = "own") -> YearCount:
        """Return how many meetings of *kind* the year has, with the agreed number."""
        states = [m.state for m in self.meetings(year, kind)]
        held = states.count("held")
        norm = self._council.norm(NORM[kind]) if kind in NORM else None
        return YearCount(kind, year, held, len(states) - held - states.count("cancelled"), norm)

    def calendar(self, meeting: int, now: datetime) -> bytes:
        """Return one meeting as an .ics file; *now* is local time."""
        return self._calendar([self.meeting(meeting)], now)

    def year_calendar(self, year: int, now: datetime) -> bytes:
        """Return all meetings of *year* as one .ics file."""
        return self._calendar(self.meetings(year), now)

    def _calendar(self, meetings: list[MeetingRow], now: datetime) -> bytes:
        profile = self._council.profile()
        return calendar_file(
            [
                Appointment(
                    uid=m.calendar_id,
                    version=m.calendar_version,
                    title=f"{m.title} – {profile.name}" if profile.name else m.title,
                    starts=m.starts,
                    minutes=m.minutes,
                    where=", ".join(part for part in (m.place, m.room) if part),
                    online=m.online,
                    cancelled=m.state == "cancelled",
                )
                for m in meetings
            ],
            now,
            profile.name,
            profile.email,
        )


def add_meeting(
    session: Session, starts: datetime, kind: str, title: str, fields: dict[str, Any]
) -> int:
    """Add a meeting within a running act; return its key."""
    _check({**fields, "starts": starts})
    shape = template(kind)
    last = session.scalar(_of_kind(kind).order_by(Meeting.starts.desc()).limit(1))
    if last and not fields.get("place"):
        for name in ("place", "room", "online"):
            fields[name] = fields.get(name) or getattr(last, name)
    fields.setdefault("minutes", last.minutes if last else shape["minutes"])
    fields.setdefault("public", shape["public"])
    meeting = Meeting(
        title=title.strip() or words("meeting", kind),
        kind=kind,
        starts=starts,
        calendar_id=f"{uuid4()}@samenspraak",
        **fields,
    )
    session.add(meeting)
    session.flush()
    return meeting.id


def get_meeting(session: Session, meeting: int) -> Meeting:
    """Return the meeting record; raises CouncilError when it is gone."""
    found = session.get(Meeting, meeting)
    if found is None:
        raise CouncilError(tr("This meeting is no longer there."))
    return found


def previous_meeting(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the last held meeting of the same kind before *meeting*, or None."""
    query = _of_kind(meeting.kind).where(
        Meeting.state == "held", Meeting.starts < meeting.starts, Meeting.id != meeting.id
    )
    return session.scalar(query.order_by(Meeting.starts.desc()).limit(1))


def following_meeting(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the first coming meeting of the same kind after *meeting*, or None."""
    query = _of_kind(meeting.kind).where(
        Meeting.state.in_(("planned", "sent")),
        Meeting.starts > meeting.starts,
        Meeting.id != meeting.id,
    )
    return session.scalar(query.order_by(Meeting.starts).limit(1))


def same_rhythm(first: datetime, count: int, *, weeks: int = 0) -> list[datetime]:
    """Return *count* dates from *first*: every so many *weeks*, or the same weekday each month.

    "Third Thursday": the weekday and its place in the month stay; a fifth becomes the last.
    """
    if weeks:
        return [first + timedelta(weeks=weeks * i) for i in range(count)]
    place = (first.day - 1) // 7
    result: list[datetime] = []
    for ahead in range(count):
        year, month = divmod(first.year * 12 + first.month - 1 + ahead, 12)
        begin = first.replace(year=year, month=month + 1, day=1)
        day = begin + timedelta(days=(first.weekday() - begin.weekday()) % 7 + 7 * place)
        result.append(day if day.month == month + 1 else day - timedelta(days=7))
    return result


def _of_kind(kind: str) -> Select[Meeting]:
    query = select(Meeting)
    return query.where(Meeting.kind == kind) if kind else query


def _check(fields: dict[str, Any]) -> None:
    if "title" in fields and not str(fields["title"]).strip():
        raise CouncilError(tr("Give the meeting a name."), "title")
    if "starts" in fields and not fields["starts"]:
        raise CouncilError(tr("Fill in the day and the time of the meeting."), "date")
    if "minutes" in fields and not 0 < fields["minutes"] <= _LONGEST:
        raise CouncilError(tr("How many minutes does the meeting take?"), "minutes")


def _refuse_when_over(meeting: Meeting) -> None:
    if meeting.state in ("running", "held"):
        raise CouncilError(tr("This meeting has been held. Its date stays as it was."))
