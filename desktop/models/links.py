"""Take a record away with everything that hangs on it, so that undo brings all of it back."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import Record


def remove(session: Session, record: Record) -> None:
    """Delete *record*: its parts go with it, and whoever points at it lets go.

    The database would do the same by its own ON DELETE, but then the history would not see it.
    """
    for kind, column, goes_along in pointing_at(record.__tablename__):
        for other in session.scalars(select(kind).where(column == record.id)).all():
            if goes_along:
                remove(session, other)
            else:
                setattr(other, column.key, None)
    session.flush()
    session.delete(record)
    session.flush()


def pointing_at(table: str) -> list[tuple[type[Record], Any, bool]]:
    """Return each kind of record that can point at *table*, where, and whether it goes along."""
    found: list[tuple[type[Record], Any, bool]] = []
    for mapper in Record.registry.mappers:
        columns: Any = mapper.local_table.columns
        for column in columns:
            for key in column.foreign_keys:
                if key.column.table.name == table:
                    found.append((mapper.class_, column, key.ondelete == "CASCADE"))
    return sorted(found, key=lambda link: (not link[2], link[0].__tablename__, link[1].key))
