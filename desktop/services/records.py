"""Turn records of the file into frozen rows for the screens, and fill records from forms."""

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.base import Record

Row = TypeVar("Row")


def to_row(row: type[Row], record: Record) -> Row:
    """Return *record* as a frozen *row*: the fields of the same name."""
    return row(*_fields(row)(record))


def rows(session: Session, row: type[Row], query: Select[Any] | type[Record]) -> list[Row]:
    """Return what *query* (or a whole table, oldest first) gives as frozen rows."""
    if isinstance(query, type):
        query = select(query).order_by(query.id)
    fields = _fields(row)
    return [row(*fields(record)) for record in session.scalars(query)]


@cache
def _fields(row: type[Any]) -> Callable[[Record], tuple[Any, ...]]:
    """Return what gives the values of a record, in the order in which *row* takes them."""
    names: dict[str, object] = getattr(row, "__dataclass_fields__")  # noqa: B009 – typed access
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda record: (get(record),)


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
