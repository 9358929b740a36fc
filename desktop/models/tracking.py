"""Note what a change did to each row: before and after."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from desktop.models.base import Record
from desktop.models.history import RowChange, Values

_RANK = {table.name: place for place, table in enumerate(Record.metadata.sorted_tables)}


def changed_rows(session: Session) -> Iterator[RowChange]:
    """Give every tracked row of this flush, parents before children, deletions the other way."""
    for record in _tracked(session.new):
        yield RowChange(record.__tablename__, record.id, None, _now(record))
    for record in _tracked(session.dirty):
        if session.is_modified(record):
            yield RowChange(record.__tablename__, record.id, _before(record), _now(record))
    for record in reversed(_tracked(session.deleted)):
        yield RowChange(record.__tablename__, record.id, _before(record), None)


def _tracked(records: Any) -> list[Record]:  # noqa: ANN401 – SQLAlchemy's identity set
    found = [record for record in records if isinstance(record, Record) and record.__tracked__]
    return sorted(found, key=lambda record: (_rank(record), record.id))


def _rank(record: Record) -> int:
    # Models may be imported after this module: the order is read again when a table is new.
    if record.__tablename__ not in _RANK:
        _RANK.update({t.name: i for i, t in enumerate(Record.metadata.sorted_tables)})
    return _RANK[record.__tablename__]


def _now(record: Record) -> Values:
    return {attr.key: getattr(record, attr.key) for attr in inspect(record).mapper.column_attrs}


def _before(record: Record) -> Values:
    state = inspect(record)
    values = _now(record)
    for attr in state.mapper.column_attrs:
        old = state.attrs[attr.key].history.deleted
        if old:
            values[attr.key] = old[0]
    return values
