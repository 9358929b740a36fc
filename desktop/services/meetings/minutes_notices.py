"""What asks for attention around minutes: to send round, with remarks, to adopt."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import Term
from desktop.i18n import tr, trn
from desktop.models.meetings import AgendaItem, Meeting, MinutesRemark
from desktop.services.meetings.plan import following_meeting
from desktop.services.notice import SOON, Notice, time_left

_YEAR = timedelta(days=365)
"""Older minutes are history that was brought in; nobody sends those round any more."""


def of_minutes(
    session: Session, today: date, papers_term: Term | None, minutes_term: Term | None
) -> Iterator[Notice]:
    """Return what the minutes of the past year ask for.

    *papers_term* is how long before a meeting its agenda goes out, *minutes_term* how long after
    a meeting its minutes do; None where the council agreed nothing.
    """
    query = select(Meeting).where(
        Meeting.state == "held",
        Meeting.minutes_state != "adopted",
        Meeting.starts >= datetime.combine(today - _YEAR, time()),
    )
    found = session.scalars(query.order_by(Meeting.starts)).all()
    loose = [one for one in found if one.minutes_state in ("", "concept")]
    if loose:
        yield _send_round(loose, today, minutes_term)
    for meeting in found:
        if meeting in loose:
            continue
        waiting = session.scalar(
            select(func.count(MinutesRemark.id)).where(
                MinutesRemark.meeting_id == meeting.id, MinutesRemark.state == "open"
            )
        )
        if waiting:
            yield _remarks(session, meeting, waiting, today)
        yield from _adoption(session, meeting, today, papers_term)


def _send_round(loose: Sequence[Meeting], today: date, term: Term | None) -> Notice:
    """Return the oldest minutes to send round, and how many wait behind it."""
    meeting = loose[0]
    day = meeting.starts.date()
    due = term.after(day) if term else None
    state, tone = time_left(due, today)
    why = (
        tr("Agreed: within {term} ({source}).", term=term.words, source=term.source)
        if term
        else tr("The sooner the members read them, the better they remember.")
    )
    if loose[1:]:
        rest = len(loose) - 1
        why += " " + trn("After that {n} more waits.", "After that {n} more wait.", rest)
    return Notice(
        tr("Send the minutes of {day} round", day=long_date(day)),
        why,
        state if term else tr("concept"),
        tone,
        tr("Minutes"),
        "meetings",
        "late" if tone == "late" else "file",
        due=due,
        place="minutes",
        record=meeting.id,
    )


def _remarks(session: Session, meeting: Meeting, waiting: int, today: date) -> Notice:
    after = following_meeting(session, meeting)
    due = after.starts.date() if after else None
    state, tone = time_left(due, today)
    return Notice(
        trn(
            "{n} remark on the minutes of {day}",
            "{n} remarks on the minutes of {day}",
            waiting,
            day=long_date(meeting.starts.date()),
        ),
        tr("Take them over or leave them out, before the minutes are adopted."),
        state if due else tr("waits"),
        tone,
        tr("Look"),
        "meetings",
        "eye",
        due=due,
        place="remarks",
        record=meeting.id,
    )


def _adoption(
    session: Session, meeting: Meeting, today: date, term: Term | None
) -> Iterator[Notice]:
    """Say that minutes are not on the next agenda, or that a meeting passed them by."""
    day = long_date(meeting.starts.date())
    passed = _treated_since(session, meeting)
    if passed is not None:
        yield Notice(
            tr("Were the minutes of {day} adopted?", day=day),
            tr("They stood on the agenda of {day}.", day=long_date(passed.starts.date())),
            tr("not noted"),
            "soon",
            tr("Record"),
            "meetings",
            "decision",
            due=today,
            place="adopt",
            record=meeting.id,
        )
        return
    after = following_meeting(session, meeting)
    if after is None:
        return
    goes_out = term.before(after.starts.date()) if term else after.starts.date()
    items = session.scalars(select(AgendaItem.kind).where(AgendaItem.meeting_id == after.id)).all()
    if not items or "minutes" in items or goes_out > today + SOON:
        return
    state, tone = time_left(goes_out, today)
    yield Notice(
        tr("Put the minutes of {day} on the agenda", day=day),
        tr("The agenda of {day} has no item to adopt them.", day=long_date(after.starts.date())),
        state,
        tone,
        tr("Agenda"),
        "meetings",
        "decision",
        due=goes_out,
        place="agenda",
        record=after.id,
    )


def _treated_since(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the first later meeting that treated minutes without a word on these being kept."""
    if meeting.adopted_how == "postponed":
        return None
    query = (
        select(Meeting)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            Meeting.kind == meeting.kind,
            Meeting.state == "held",
            Meeting.starts > meeting.starts,
            AgendaItem.kind == "minutes",
            AgendaItem.state == "treated",
        )
    )
    return session.scalar(query.order_by(Meeting.starts).limit(1))
