"""Find the personal data of which the agreed time has passed; nothing changes here."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import Term
from desktop.i18n import tr
from desktop.models.base import Record
from desktop.models.clearing import last_before
from desktop.models.council import Member
from desktop.models.history import HistoryEntry
from desktop.models.means import Claim, HoursWorked
from desktop.models.meetings import Attendance, Meeting
from desktop.models.members import Candidate, Contact, ProfileLevel
from desktop.models.onboarding import LessonDone, LookedUp, Programme
from desktop.models.papers import Paper

OF_MEMBER = ("email", "phone", "address", "photo", "about", "wish_note")
"""What a former member leaves; the name and the terms stay."""
NO_WISHES = "[]"
Places = tuple[tuple[type[Record], int], ...]


@dataclass(frozen=True)
class Found:
    """One thing that may go, and the records that it is made of."""

    record: int
    name: str
    since: date
    over: date
    """The last day that it might stay."""
    gone: Places = ()
    """Records that go as a whole."""
    emptied: Places = ()
    """Records of which only some fields go."""
    lines: int = 0
    """Lines of the history."""


@dataclass(frozen=True)
class Question:
    """What is looked for: older than *term* on *today*."""

    term: Term | None
    today: date

    def over(self, since: date | None) -> date | None:
        """Return the last day that something of *since* might stay, when that day has passed."""
        if since is None or self.term is None or self.term.unit in ("persons", "times"):
            return None
        last = self.term.after(since)
        return last if last < self.today else None


Finder = Callable[[Session, Question], Iterator[Found]]


def former(session: Session, asked: Question) -> Iterator[tuple[Member, date, date]]:
    """Give each member who left, with the day and the last day that the data might stay."""
    for member in session.scalars(select(Member).where(Member.until.is_not(None))):
        over = asked.over(member.until)
        if member.until and over:
            yield member, member.until, over


def _former_contact(session: Session, asked: Question) -> Iterator[Found]:
    for member, left, over in former(session, asked):
        told = any(getattr(member, name) for name in OF_MEMBER) or member.wishes != NO_WISHES
        if told or member.most_hours is not None:
            yield Found(member.id, member.name, left, over, emptied=((Member, member.id),))


def _of_former(*kinds: type[Programme | LessonDone | LookedUp | ProfileLevel]) -> Finder:
    def find(session: Session, asked: Question) -> Iterator[Found]:
        for member, left, over in former(session, asked):
            gone: Places = tuple(
                (kind, key)
                for kind in kinds
                for key in session.scalars(select(kind.id).where(kind.member_id == member.id))
            )
            if gone:
                yield Found(member.id, member.name, left, over, gone)

    return find


def _candidates(session: Session, asked: Question) -> Iterator[Found]:
    query = select(Candidate).where(Candidate.keep_until < asked.today)
    for one in session.scalars(query):
        day = one.keep_until or asked.today
        yield Found(one.id, one.name, day, day, ((Candidate, one.id),))


def _claims(session: Session, asked: Question) -> Iterator[Found]:
    named = select(Claim, Member.name).join(Member, Member.id == Claim.member_id)
    for claim, name in session.execute(named):
        ended = claim.paid or (claim.on if claim.refused else None)
        over = asked.over(ended)
        if ended and over:
            yield Found(claim.id, f"{name}: {claim.name}", ended, over, ((Claim, claim.id),))


def _hours(session: Session, asked: Question) -> Iterator[Found]:
    named = select(HoursWorked, Member.name).join(Member, Member.id == HoursWorked.member_id)
    old: dict[tuple[int, str], list[tuple[date, date, int]]] = defaultdict(list)
    for worked, name in session.execute(named):
        over = asked.over(worked.on)
        if over:
            old[worked.member_id, name].append((worked.on, over, worked.id))
    for (member, name), lines in old.items():
        since, over, _number = min(lines)
        yield Found(member, name, since, over, tuple((HoursWorked, line[2]) for line in lines))


def _contacts(session: Session, asked: Question) -> Iterator[Found]:
    for contact in session.scalars(select(Contact)):
        over = asked.over(contact.last_contact)
        if contact.last_contact and over:
            gone = ((Contact, contact.id),)
            yield Found(contact.id, contact.name, contact.last_contact, over, gone)


def _senders(session: Session, asked: Question) -> Iterator[Found]:
    named = select(Paper.id, Paper.name, Paper.dated, Paper.added).where(Paper.sender != "")
    for number, name, dated, added in session.execute(named):
        since: date | None = dated or (added.date() if added else None)
        over = asked.over(since)
        if since and over:
            yield Found(number, name, since, over, emptied=((Paper, number),))


def _guests(session: Session, asked: Question) -> Iterator[Found]:
    # Without adopted minutes somebody still needs to know who was there.
    guests = (
        select(Attendance, Meeting.title, Meeting.starts)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(Attendance.member_id.is_(None), Meeting.minutes_state == "adopted")
    )
    of_meeting: dict[tuple[int, str, date], list[int]] = defaultdict(list)
    for guest, title, starts in session.execute(guests):
        if guest.name != guest_name():
            of_meeting[guest.meeting_id, title, starts.date()].append(guest.id)
    for (meeting, title, held), numbers in of_meeting.items():
        over = asked.over(held)
        if over:
            emptied: Places = tuple((Attendance, number) for number in numbers)
            yield Found(meeting, title, held, over, emptied=emptied)


def _history(session: Session, asked: Question) -> Iterator[Found]:
    if asked.term is None or asked.term.unit in ("persons", "times"):
        return
    day = asked.term.before(asked.today)
    last = last_before(session, day, datetime.now())
    waiting = select(func.count(), func.min(HistoryEntry.at)).where(
        HistoryEntry.id <= last,
        HistoryEntry.erased.is_(None),
        HistoryEntry.kind.not_in(("erase", "brought")),
        HistoryEntry.rows != "[]",
    )
    lines, oldest = session.execute(waiting).one()
    if lines:
        over = asked.term.after(oldest.date())
        yield Found(0, long_date(day), oldest.date(), over, lines=lines)


def guest_name() -> str:
    """Return what stands on the attendance list instead of a name."""
    return tr("guest")


def find(kind: str, session: Session, asked: Question) -> Iterator[Found]:
    """Give what may go of *kind*; without a term only what has a last day of its own."""
    if asked.term is not None or kind == _OWN_DAY:
        yield from FINDERS[kind](session, asked)


_OWN_DAY = "candidates"
"""Of a candidate the last day was fixed at the last contact."""

FINDERS: dict[str, Finder] = {
    "former_contact": _former_contact,
    "learning": _of_former(Programme, LessonDone, ProfileLevel),
    "looked_up": _of_former(LookedUp),
    "candidates": _candidates,
    "claims": _claims,
    "hours": _hours,
    "contacts": _contacts,
    "senders": _senders,
    "guests": _guests,
    "history": _history,
}
