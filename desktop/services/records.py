"""Turn records of the file into frozen rows for the screens, and fill records from forms."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.base import Record

Row = TypeVar("Row")


def to_row(row: type[Row], record: Record) -> Row:
    """Return *record* as a frozen *row*: the fields of the same name."""
    names: dict[str, object] = getattr(row, "__dataclass_fields__")  # noqa: B009 – typed access
    return row(**{name: getattr(record, name) for name in names})


def rows(session: Session, row: type[Row], query: Select[Any] | type[Record]) -> list[Row]:
    """Return what *query* (or a whole table, oldest first) gives as frozen rows."""
    if isinstance(query, type):
        query = select(query).order_by(query.id)
    return [to_row(row, record) for record in session.scalars(query)]


def fill(record: Record, fields: dict[str, Any]) -> None:
    """Set *fields* on *record*; a field that does not exist is a mistake in the code."""
    for name, value in fields.items():
        if name == "id" or name not in record.__table__.columns:
            raise AttributeError(f"{record.__tablename__}.{name}")
        setattr(record, name, value)


def needed(words: str, field: str) -> str:
    """Return *words* without spaces around it; raises CouncilError when nothing is left."""
    if not words.strip():
        raise CouncilError(tr("Fill in a name."), field)
    return words.strip()


def listed(items: Sequence[str]) -> str:
    """Return *items* as people write a list: "a, b en c"."""
    if not items[1:]:
        return "".join(items)
    return tr("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])
