"""Who is there: a list to tick off, people who come late or leave, and enough members to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.domain.attendance import WAYS, Presence, treatment_order
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.meetings import (
    AgendaItem,
    Attendance,
    AwayForItem,
    MeetingDecision,
    SpeakerTurn,
)
from desktop.models.store import Store
from desktop.services.council import CouncilDesk, MemberRow
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.rows import AttendanceRow
from desktop.services.records import needed, rows


@dataclass(frozen=True)
class Quorum:
    """Whether enough members are there to decide."""

    present: int
    """Members who are there now."""
    members: int
    """Members in office."""
    needed: int | None
    """How many must be there, or None when nothing was agreed."""
    source: str = ""

    @property
    def reached(self) -> bool:
        """Whether the council may decide."""
        return self.needed is None or self.present >= self.needed


@dataclass(frozen=True)
class Person:
    """Someone on the attendance list with how they take part."""

    row: AttendanceRow
    presence: Presence
    here: bool
    """Whether they are there at the item that was asked about."""


class AttendanceDesk:
    """Keep the attendance list of a meeting."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def people(self, meeting: int, item: int | None = None) -> list[Person]:
        """Return everyone on the list, members first, with who is there at *item*."""
        with self._store.reading() as session:
            return people_at(session, meeting, item, order_of(session, meeting))

    def quorum(self, meeting: int, item: int | None, today: date) -> Quorum:
        """Return whether enough members are there at *item*."""
        return self.quorum_of(self.people(meeting, item), today)

    def quorum_of(self, people: Sequence[Person], today: date) -> Quorum:
        """Return whether enough of *people* who are there are members."""
        present = sum(person.here and person.row.member_id is not None for person in people)
        norm = self._council.norm("quorum")
        members = max(len(self._council.members(today)), present)
        return Quorum(present, members, norm.amount if norm else None, norm.source if norm else "")

    def expect(self, meeting: int, today: date) -> None:
        """Put the members in office on the list; who is on it already stays as noted."""
        members = self._council.members(today)
        with self._store.changing(tr("Make the attendance list")) as session:
            must_be_open(session, meeting)
            add_expected(session, meeting, members)

    def add_guest(
        self,
        meeting: int,
        name: str,
        role: str = "",
        way: str = "room",
        *,
        named_in_public: bool = False,
        from_item: int | None = None,
    ) -> int:
        """Add a guest; without consent the public minutes do not name them. Return the number."""
        with self._store.changing(tr("Add a guest")) as session:
            must_be_open(session, meeting)
            guest = Attendance(
                meeting_id=meeting,
                name=needed(name, "name"),
                role=role.strip(),
                way=way,
                from_item=from_item,
                named_in_public=named_in_public,
            )
            session.add(guest)
            session.flush()
            return guest.id

    def set_way(self, person: int, way: str) -> None:
        """Note that someone is there (room, online) or not (absent, absent_notice, expected)."""
        if way not in WAYS:
            raise ValueError(way)
        self._change(person, tr("Note who is there"), way=way)

    def all_here(self, meeting: int) -> None:
        """Note that everyone on the list who was not noted yet is in the room."""
        with self._store.changing(tr("Note who is there")) as session:
            must_be_open(session, meeting)
            for row in session.scalars(_listed(meeting)).all():
                if row.way == "expected":
                    row.way = "room"

    def arrive(self, person: int, item: int | None, way: str = "room") -> None:
        """Note that someone came at *item*; None: was there from the start."""
        self._change(person, tr("Note who came"), way=way, from_item=item)

    def leave(self, person: int, item: int | None) -> None:
        """Note that someone left after *item*; None: stays until the end."""
        self._change(person, tr("Note who left"), to_item=item)

    def come_back(self, person: int, item: int) -> int:
        """Note that someone who left is back from *item* on; return the number of the new line."""
        with self._store.changing(tr("Note who came")) as session:
            old = _get(session, person)
            new = Attendance(
                meeting_id=old.meeting_id,
                name=old.name,
                member_id=old.member_id,
                role=old.role,
                way=old.way,
                from_item=item,
                named_in_public=old.named_in_public,
            )
            before = _who_voted(session, old.meeting_id)
            session.add(new)
            _keep_votes(session, old.meeting_id, before)
            return new.id

    def away_for(self, person: int, item: int, *, away: bool) -> None:
        """Note that someone leaves the room for *item* because of another interest, or not."""
        with self._store.changing(tr("Note who stays out for an item")) as session:
            meeting = _get(session, person).meeting_id
            before = _who_voted(session, meeting)
            query = select(AwayForItem).where(
                AwayForItem.attendance_id == person, AwayForItem.item_id == item
            )
            known = session.scalar(query)
            if away and known is None:
                session.add(AwayForItem(attendance_id=person, item_id=item))
            elif not away and known is not None:
                remove(session, known)
            _keep_votes(session, meeting, before)

    def remove_guest(self, person: int) -> None:
        """Take someone off the list; undo brings them back. A member stays on it."""
        with self._store.changing(tr("Take someone off the list")) as session:
            found = _get(session, person)
            if found.member_id is not None:
                raise CouncilError(tr("A member stays on the list: present or absent."))
            before = _who_voted(session, found.meeting_id)
            meeting = found.meeting_id
            remove(session, found)
            _keep_votes(session, meeting, before)

    def ask_turn(self, item: int, person: int) -> None:
        """Put someone at the end of the list of who wants to speak."""
        with self._store.changing(tr("Note who wants to speak")) as session:
            _get(session, person)
            query = select(SpeakerTurn).where(
                SpeakerTurn.item_id == item, SpeakerTurn.attendance_id == person
            )
            if session.scalar(query) is None:
                session.add(SpeakerTurn(item_id=item, attendance_id=person))

    def give_turn(self, item: int, person: int) -> None:
        """Take someone off the list of who wants to speak: they have the floor. Not counted."""
        with self._store.changing(tr("Give someone the floor")) as session:
            _get(session, person)
            query = select(SpeakerTurn).where(
                SpeakerTurn.item_id == item, SpeakerTurn.attendance_id == person
            )
            for turn in session.scalars(query).all():
                remove(session, turn)

    def turns(self, item: int) -> list[AttendanceRow]:
        """Return who wants to speak, in the order they asked."""
        query = (
            select(Attendance)
            .join(SpeakerTurn, SpeakerTurn.attendance_id == Attendance.id)
            .where(SpeakerTurn.item_id == item)
            .order_by(SpeakerTurn.id)
        )
        with self._store.reading() as session:
            return rows(session, AttendanceRow, query)

    def _change(self, person: int, label: str, **fields: str | int | None) -> None:
        with self._store.changing(label) as session:
            found = _get(session, person)
            before = _who_voted(session, found.meeting_id)
            for name, value in fields.items():
                setattr(found, name, value)
            _keep_votes(session, found.meeting_id, before)


def add_expected(session: Session, meeting: int, members: Sequence[MemberRow]) -> None:
    """Put *members* on the attendance list within a running act; nobody comes on it twice."""
    query = select(Attendance.member_id).where(Attendance.meeting_id == meeting)
    known = set(session.scalars(query))
    session.add_all(
        Attendance(meeting_id=meeting, name=member.name, member_id=member.id, role=member.role)
        for member in members
        if member.id not in known
    )


def people_at(
    session: Session, meeting: int, item: int | None, order: Sequence[int]
) -> list[Person]:
    """Return everyone on the list, members first, with who is there at *item*.

    *order* is the order of treatment; without an item it is about the first one.
    """
    away = _away(session, meeting)
    at = item if item is not None else next(iter(order), None)
    result: list[Person] = []
    found = rows(session, AttendanceRow, _listed(meeting))
    for row in sorted(found, key=lambda row: row.member_id is None):
        presence = Presence(row.way, row.from_item, row.to_item, away.get(row.id, frozenset()))
        here = presence.way in ("room", "online") if at is None else presence.at(at, order)
        result.append(Person(row, presence, here))
    return result


def order_of(session: Session, meeting: int) -> list[int]:
    """Return the items of a meeting in the order of treatment."""
    return treatment(agenda_of(session, meeting))


def treatment(items: Sequence[AgendaItem]) -> list[int]:
    """Return the keys of *items* of an agenda in the order of treatment."""
    return treatment_order([(item.id, item.turn) for item in items])


def agenda_of(session: Session, meeting: int) -> list[AgendaItem]:
    """Return the items on the agenda of a meeting in its order, sub-items under their item."""
    query = select(AgendaItem).where(
        AgendaItem.meeting_id == meeting, AgendaItem.state.in_(("placed", "treated", "carried"))
    )
    items = list(session.scalars(query.order_by(AgendaItem.place, AgendaItem.id)))
    known = {item.id for item in items}
    below: dict[int, list[AgendaItem]] = {}
    for item in items:
        if item.parent_id in known:
            below.setdefault(item.parent_id, []).append(item)
    return [
        each
        for item in items
        if item.parent_id not in known
        for each in (item, *below.get(item.id, ()))
    ]


def present_at(session: Session, meeting: int, item: int) -> frozenset[int]:
    """Return who on the attendance list is there at *item*."""
    order, away = order_of(session, meeting), _away(session, meeting)
    return frozenset(
        row.id
        for row in session.scalars(_listed(meeting))
        if Presence(row.way, row.from_item, row.to_item, away.get(row.id, frozenset())).at(
            item, order
        )
    )


def _who_voted(session: Session, meeting: int) -> dict[int, frozenset[int]]:
    """Return for each item with a vote who was there."""
    query = select(MeetingDecision.item_id).where(
        MeetingDecision.meeting_id == meeting,
        MeetingDecision.voted,
        MeetingDecision.item_id.is_not(None),
    )
    return {
        item: present_at(session, meeting, item)
        for item in set(session.scalars(query))
        if item is not None
    }


def _keep_votes(session: Session, meeting: int, before: dict[int, frozenset[int]]) -> None:
    """Raise CouncilError when a change makes it look as if others were there at a vote."""
    session.flush()
    for item, people in before.items():
        if present_at(session, meeting, item) != people:
            number = session.get_one(AgendaItem, item).number
            raise CouncilError(
                tr(
                    "There was a vote on item {number}. Who was there then cannot change any more.",
                    number=number,
                )
            )


def _away(session: Session, meeting: int) -> dict[int, frozenset[int]]:
    query = (
        select(AwayForItem)
        .join(Attendance, Attendance.id == AwayForItem.attendance_id)
        .where(Attendance.meeting_id == meeting)
    )
    away: dict[int, set[int]] = {}
    for row in session.scalars(query):
        away.setdefault(row.attendance_id, set()).add(row.item_id)
    return {person: frozenset(items) for person, items in away.items()}


def _listed(meeting: int) -> Select[Attendance]:
    return select(Attendance).where(Attendance.meeting_id == meeting).order_by(Attendance.id)


def _get(session: Session, person: int) -> Attendance:
    """Return someone on the attendance list to change what stands there."""
    found = session.get(Attendance, person)
    if found is None:
        raise CouncilError(tr("This has been changed since. Look again."))
    must_be_open(session, found.meeting_id)
    return found
