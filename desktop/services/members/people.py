"""The people of the council: who they are, what they know, and how they want papers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.documents.pictures import portrait
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.members import Duty, Expertise, Interest, Seat, Tenure, WorkGroup
from desktop.models.store import Store
from desktop.services.meetings.rows import ItemRow
from desktop.services.members.duties import Duties
from desktop.services.members.exchange import Exchange
from desktop.services.members.interests import prompts
from desktop.services.members.kinds import as_stored
from desktop.services.members.names import own_name
from desktop.services.members.rows_people import (
    DutyRow,
    ExpertiseRow,
    InterestRow,
    PersonRow,
    PersonView,
    SeatRow,
    TenureRow,
)
from desktop.services.members.spent import keep_spent
from desktop.services.members.terms import Terms
from desktop.services.records import fill, rows, to_row

_OfMember = TypeVar("_OfMember", TenureRow, DutyRow, ExpertiseRow, InterestRow)

_ORDER = {"voorzitter": 0, "secretaris": 1, "penningmeester": 2}
_PHOTO_LIMIT = 8_000_000
_PHOTO_SIDE = 480
"""Pixels: sharp in the welcome booklet, and small in the file."""


class People:
    """Read and change everything about members."""

    def __init__(self, store: Store, terms: Terms) -> None:
        self._store = store
        self.duties = Duties(store)
        self.exchange = Exchange(store, terms)

    def people(self, today: date, *, left: bool = False) -> list[PersonView]:
        """Return the members, chair and secretary first; with *left* those who left instead."""
        with self._store.reading() as session:
            views = _views(session, session.scalars(select(Member)).all())
        wanted = [view for view in views if view.row.is_member(today) != left]
        return sorted(wanted, key=lambda view: (_ORDER.get(view.row.role, 3), view.row.name))

    def person(self, member: int) -> PersonView:
        """Return one member; raises CouncilError when the member is gone."""
        with self._store.reading() as session:
            found = session.get(Member, member)
            if found is None:
                raise CouncilError(tr("This member is no longer in the file."))
            return _views(session, [found], found.id)[0]

    def named(self, name: str) -> int | None:
        """Return the number of the member called *name*, or None."""
        with self._store.reading() as session:
            return session.scalar(select(Member.id).where(Member.name == name).limit(1))

    def change(self, member: int, **fields: Any) -> None:  # noqa: ANN401 – any column of a member
        """Change *fields* of a member; the name cannot be taken away."""
        if fields.get("role") == "":
            fields["role"] = "lid"
        with self._store.changing(tr("Change a member"), merge=f"member:{member}") as session:
            if "name" in fields:
                fields["name"] = own_name(session, fields["name"], member)
            fill(session.get_one(Member, member), fields)

    def wish(self, member: int, keys: Sequence[str], note: str) -> None:
        """Keep how *member* wants papers and meetings: *keys* of the choices, and own words."""
        self.change(member, wishes=as_stored(keys), wish_note=note.strip())

    def remove(self, member: int) -> None:
        """Take a member out of the file; undo brings everything back.

        What the council spent on the member stays in its year, without the name.
        """
        with self._store.changing(tr("Remove a member")) as session:
            found = session.get(Member, member)
            if found:
                keep_spent(session, member)
                remove(session, found)

    def set_photo(self, member: int, data: bytes) -> None:
        """Keep the picture *data* of *member*, made small; raises CouncilError when it is none."""
        picture = small_photo(data)
        with self._store.changing(tr("Choose a photo")) as session:
            found = session.get_one(Member, member)
            found.photo = self._store.keep(session, picture)

    def remove_photo(self, member: int) -> None:
        """Take the photo away."""
        self.change(member, photo="")

    def photo(self, person: PersonRow) -> bytes | None:
        """Return the photo of a member as JPEG, or None."""
        return self._store.kept(person.photo) if person.photo else None

    def keep_expertise(self, expertise: int | None, member: int, values: Mapping[str, Any]) -> None:
        """Note what *member* can be asked about, or change *expertise*."""
        if not str(values["subject"]).strip():
            raise CouncilError(tr("Say what the member knows about."), "subject")
        with self._store.changing(tr("Note what a member knows")) as session:
            if expertise is None:
                session.add(Expertise(member_id=member, **values))
            else:
                fill(session.get_one(Expertise, expertise), dict(values))

    def remove_expertise(self, expertise: int) -> None:
        """Take a subject away."""
        with self._store.changing(tr("Note what a member knows")) as session:
            found = session.get(Expertise, expertise)
            if found:
                remove(session, found)

    def keep_interest(self, interest: int | None, member: int, values: Mapping[str, Any]) -> None:
        """Add another function of *member*, or change *interest*."""
        if not str(values["organisation"]).strip():
            raise CouncilError(tr("Say at which organisation this is."), "organisation")
        with self._store.changing(tr("Change another function")) as session:
            if interest is None:
                session.add(Interest(member_id=member, **values))
            else:
                fill(session.get_one(Interest, interest), dict(values))

    def prompts(self, items: Sequence[ItemRow], day: date) -> dict[int, list[str]]:
        """Return item → whom to ask, for agenda *items* that touch another function of a member."""
        return prompts(self._store, items, day)

    def remove_interest(self, interest: int) -> None:
        """Throw another function away."""
        with self._store.changing(tr("Throw another function away")) as session:
            found = session.get(Interest, interest)
            if found:
                remove(session, found)


def small_photo(data: bytes) -> bytes:
    """Return the picture in *data* as a small JPEG: turned upright, without what a phone adds.

    A phone writes the place and time into a photo; that does not belong in this file.
    """
    if len(data) > _PHOTO_LIMIT:
        raise CouncilError(tr("This photo is too large. Choose one of at most 8 MB."), "photo")
    return portrait(data, _PHOTO_SIDE)


def _views(
    session: Session, members: Sequence[Member], only: int | None = None
) -> list[PersonView]:
    """Return *members* with their work, each table read once; *only*: of this member alone."""
    terms = _per_member(session, TenureRow, select(Tenure).order_by(Tenure.since), only)
    tasks = _per_member(session, DutyRow, select(Duty).order_by(Duty.id), only)
    known = _per_member(session, ExpertiseRow, select(Expertise).order_by(Expertise.id), only)
    others = select(Interest).order_by(Interest.organisation)
    interests = _per_member(session, InterestRow, others, only)
    seats = {seat.id: seat for seat in rows(session, SeatRow, Seat)}
    groups = {group.id: group.name for group in session.scalars(select(WorkGroup))}
    views: list[PersonView] = []
    for member in members:
        tenures = terms[member.id]
        views.append(
            PersonView(
                row=to_row(PersonRow, member),
                seat=seats.get(tenures[-1].seat_id or 0) if tenures else None,
                tenures=tuple(tenures),
                duties=tuple(tasks[member.id]),
                groups=groups,
                expertise=tuple(known[member.id]),
                interests=tuple(interests[member.id]),
            )
        )
    return views


def _per_member(
    session: Session, row: type[_OfMember], query: Select[Any], only: int | None
) -> dict[int, list[_OfMember]]:
    found: defaultdict[int, list[_OfMember]] = defaultdict(list)
    for one in rows(session, row, query.filter_by(member_id=only) if only else query):
        found[one.member_id].append(one)
    return found
