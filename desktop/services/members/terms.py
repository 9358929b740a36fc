"""Terms of members: appoint, appoint again, leave; and the rota of who leaves when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import tenures as rules
from desktop.domain.errors import CouncilError
from desktop.domain.tenures import Ending
from desktop.domain.terms import Term
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.members import Seat, Tenure
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.members.names import own_name
from desktop.services.members.rows_people import RotaLine, TenureRow
from desktop.services.records import rows

_LAPSED = timedelta(days=183)
"""Half a year after a term nobody needs to be asked about it any more."""


@dataclass(frozen=True)
class Rota:
    """The rota (rooster van aftreden): who leaves when, and the rules behind it."""

    lines: tuple[RotaLine, ...]
    """The running or coming term of every member, soonest end first; without an end last."""
    length: Term | None
    most: Term | None
    crowded: dict[int, list[Ending]]
    """Years in which many leave at once."""

    @property
    def endings(self) -> list[Ending]:
        """Every end that is known."""
        return [
            Ending(line.name, line.tenure.last_day) for line in self.lines if line.tenure.last_day
        ]


class Terms:
    """Everything around terms."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def length(self) -> Term | None:
        """Return how long a term lasts by the council's own rule, or None."""
        return self._council.term("term_length")

    def most(self) -> Term | None:
        """Return how many terms a member may have by the council's own rule, or None."""
        return self._council.term("terms_most")

    def of(self, member: int) -> list[TenureRow]:
        """Return the terms of *member*, oldest first."""
        with self._store.reading() as session:
            query = select(Tenure).filter_by(member_id=member).order_by(Tenure.since, Tenure.id)
            return rows(session, TenureRow, query)

    def proposed(self, member: int, today: date) -> tuple[date, date | None]:
        """Return first and last day of the next term of *member*, by the rules."""
        with self._store.reading() as session:
            found = session.get_one(Member, member)
            ends = [one.ended or one.until for one in _of(session, member)]
            first = found.since
        end = ends[-1] if ends else None
        since = (first or today) if not ends else today
        if end and end >= today:
            since = rules.following_start(end)
        return since, rules.last_day(since, self.length())

    def allowed(self, member: int) -> bool:
        """Tell whether the rules allow *member* another term."""
        most = self.most()
        number = max((one.number for one in self.of(member)), default=0)
        return rules.may_return(number, most.amount if most else None)

    def appoint(
        self,
        member: int,
        since: date,
        *,
        seat: int | None = None,
        until: date | None = None,
        by: str = "",
    ) -> int:
        """Give *member* a term from *since*; without *until* the rules say when it ends.

        Raises CouncilError when the dates turn round, overlap another term or the seat is taken.
        The number of terms is not refused here: a council may decide otherwise, the screen warns.
        """
        with self._store.changing(tr("Appoint a member")) as session:
            end = until or rules.last_day(since, self.length())
            return _appoint(session, session.get_one(Member, member), since, seat, end, by)

    def welcome(
        self,
        name: str,
        role: str = "lid",
        *,
        since: date | None = None,
        seat: int | None = None,
        **contact: Any,  # noqa: ANN401 – any column of a member
    ) -> int:
        """Add a member, with a first term from *since* when that is known; return the number.

        *contact* holds email, phone or address. Raises CouncilError as ``appoint``.
        """
        with self._store.changing(tr("Add a member")) as session:
            return self.take_in(session, name, role, since=since, seat=seat, **contact)

    def take_in(
        self,
        session: Session,
        name: str,
        role: str = "lid",
        *,
        since: date | None = None,
        seat: int | None = None,
        by: str = "",
        **contact: Any,  # noqa: ANN401 – any column of a member
    ) -> int:
        """Do as ``welcome`` within an action that does more, such as starting a programme."""
        member = Member(name=own_name(session, name), role=role.strip() or "lid", **contact)
        session.add(member)
        session.flush()
        if since:
            _appoint(session, member, since, seat, rules.last_day(since, self.length()), by)
        elif seat is not None:
            raise CouncilError(tr("On which day does the term begin?"), "since")
        return member.id

    def bring_in(
        self, session: Session, member: Member, since: date, until: date | None, today: date
    ) -> None:
        """Note since when *member* is one, as a list says it; raises CouncilError as ``appoint``.

        Without a last day the rules say it, unless that day is past: the list names who is a member
        now, and does not tell how one term followed on another.
        """
        ruled = rules.last_day(since, self.length())
        end = until or (ruled if ruled and ruled >= today else None)
        _appoint(session, member, since, None, end, "")

    def change(self, tenure: int, since: date, until: date | None, seat: int | None) -> None:
        """Correct the days or the seat of a term; raises CouncilError as ``appoint`` does."""
        with self._store.changing(tr("Change a term"), merge=f"tenure:{tenure}") as session:
            found = session.get_one(Tenure, tenure)
            others = [one for one in _of(session, found.member_id) if one.id != tenure]
            _check(since, until, others)
            if seat is not None:
                _check_seat(session, seat, found.member_id, since, until)
            found.since, found.until, found.seat_id = since, until, seat
            session.flush()
            _tell_member(session, session.get_one(Member, found.member_id))

    def end(self, member: int, day: date) -> None:
        """Let *member* leave with *day* as the last day; nobody asks why.

        A term that would begin later is taken away. Raises CouncilError when there is no term to
        end on that day.
        """
        with self._store.changing(tr("A member leaves")) as session:
            found = session.get_one(Member, member)
            if found.since and day < found.since:
                raise CouncilError(tr("This is before the first day as a member."), "day")
            for one in _of(session, member):
                if one.since > day:
                    remove(session, one)
                elif one.until is None or one.until >= day:
                    one.ended = day
            session.flush()
            _tell_member(session, found)
            found.until = day

    def rota(self, today: date) -> Rota:
        """Return who leaves when: the running or the next term of every member in office."""
        lines = [one for one in self._lines() if (one.tenure.last_day or today) >= today]
        ends = [Ending(line.name, line.tenure.last_day) for line in lines if line.tenure.last_day]
        crowded = rules.crowded(ends, len(lines))
        return Rota(tuple(lines), self.length(), self.most(), crowded)

    def lapsed(self, today: date) -> list[RotaLine]:
        """Return who had a term that is over, and neither went on nor left."""
        since = today - _LAPSED
        return [
            one
            for one in self._lines()
            if one.tenure.ended is None and one.tenure.until and since <= one.tenure.until < today
        ]

    def _lines(self) -> list[RotaLine]:
        """Return the last term of every member, soonest end first."""
        most = self.most()
        with self._store.reading() as session:
            members = {m.id: (m.name, m.role) for m in session.scalars(select(Member))}
            seats = {seat.id: seat.name for seat in session.scalars(select(Seat))}
            tenures = rows(session, TenureRow, select(Tenure).order_by(Tenure.since))
        last = {one.member_id: one for one in tenures}
        lines = [
            RotaLine(
                one.member_id,
                *members[one.member_id],
                seats.get(one.seat_id or 0, ""),
                one,
                rules.may_return(one.number, most.amount if most else None),
            )
            for one in last.values()
        ]
        return sorted(lines, key=lambda line: (line.tenure.last_day or date.max, line.name))


def _appoint(
    session: Session, member: Member, since: date, seat: int | None, end: date | None, by: str
) -> int:
    before = _of(session, member.id)
    _check(since, end, before)
    if seat is not None:
        _check_seat(session, seat, member.id, since, end)
    tenure = Tenure(
        member_id=member.id,
        since=since,
        seat_id=seat,
        number=max((one.number for one in before), default=0) + 1,
        until=end,
        appointed_by=by.strip(),
    )
    session.add(tenure)
    session.flush()
    _tell_member(session, member)
    return tenure.id


def _of(session: Session, member: int) -> list[Tenure]:
    query = select(Tenure).filter_by(member_id=member).order_by(Tenure.since, Tenure.id)
    return list(session.scalars(query))


def _check(since: date, until: date | None, others: list[Tenure]) -> None:
    if until is not None and until < since:
        raise CouncilError(tr("The last day lies before the first day."), "until")
    for other in others:
        end = other.ended or other.until or date.max
        if since <= end and (until is None or other.since <= until):
            raise CouncilError(tr("This member has a term on these days already."), "since")


def _check_seat(session: Session, seat: int, member: int, since: date, until: date | None) -> None:
    for other in session.scalars(select(Tenure).filter_by(seat_id=seat)):
        end = other.ended or other.until or date.max
        if other.member_id != member and since <= end and (until is None or other.since <= until):
            name = session.get_one(Member, other.member_id).name
            raise CouncilError(tr("{name} sits on this seat in that time.", name=name), "seat_id")


def _tell_member(session: Session, member: Member) -> None:
    """Keep the first and last day of the member as the terms say; lists and letters use these."""
    every = _of(session, member.id)
    if not every:
        return
    first = every[0].since
    member.since = min(member.since, first) if member.since else first
    ends = [one.ended or one.until for one in every]
    known = [end for end in ends if end is not None]
    member.until = max(known) if len(known) == len(ends) else None
