"""Trainings of the council and its members, and the hours that a member wants to keep."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.means import HoursWorked, Training
from desktop.models.store import Store
from desktop.services.records import fill, needed, rows


@dataclass(frozen=True)
class TrainingRow:
    """A training; without a member it was for the whole council. ``cost`` in cents."""

    id: int
    topic: str
    member_id: int | None
    provider: str
    on: date | None
    hours: float | None
    cost: int | None
    note: str


@dataclass(frozen=True)
class HoursRow:
    """Hours that a member wrote down."""

    id: int
    member_id: int
    on: date
    hours: float
    what: str


class TrainingDesk:
    """Read and change trainings and hours."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def trainings(self, member: int | None = None) -> list[TrainingRow]:
        """Return the trainings, newest first; of *member* also those of the whole council."""
        query = select(Training).order_by(Training.on.desc().nulls_first(), Training.id.desc())
        if member is not None:
            query = query.where(or_(Training.member_id == member, Training.member_id.is_(None)))
        with self._store.reading() as session:
            return rows(session, TrainingRow, query)

    def keep(self, training: int | None, **fields: Any) -> int:  # noqa: ANN401 – any column
        """Add a training, or change *training*; return its number."""
        fields["topic"] = needed(fields["topic"], "topic")
        with self._store.changing(tr("Change a training")) as session:
            found = session.get_one(Training, training) if training else None
            if found is None:
                found = Training(topic=fields["topic"])
                session.add(found)
            fill(found, fields)
            session.flush()
            return found.id

    def remove(self, training: int) -> None:
        """Throw a training away; undo brings it back."""
        with self._store.changing(tr("Throw a training away")) as session:
            found = session.get(Training, training)
            if found:
                remove(session, found)

    def hours(self, member: int, year: int) -> list[HoursRow]:
        """Return the hours that *member* kept in *year*, newest first; nobody else's."""
        query = (
            select(HoursWorked)
            .where(HoursWorked.member_id == member)
            .where(HoursWorked.on >= date(year, 1, 1), HoursWorked.on <= date(year, 12, 31))
            .order_by(HoursWorked.on.desc(), HoursWorked.id.desc())
        )
        with self._store.reading() as session:
            return rows(session, HoursRow, query)

    def keep_hours(self, line: int | None, member: int, on: date, hours: float, what: str) -> int:
        """Add a line of hours of *member*, or change *line*; return its number."""
        with self._store.changing(tr("Keep hours")) as session:
            found = session.get_one(HoursWorked, line) if line else None
            if found is None:
                found = HoursWorked(member_id=member, on=on, hours=hours)
                session.add(found)
            fill(found, {"on": on, "hours": hours, "what": what.strip()})
            session.flush()
            return found.id

    def remove_hours(self, hours: int) -> None:
        """Throw a line of hours away; undo brings it back."""
        with self._store.changing(tr("Throw hours away")) as session:
            found = session.get(HoursWorked, hours)
            if found:
                remove(session, found)
