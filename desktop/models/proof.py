"""Is the file still what its history says? A silent edit of a record shows here."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from desktop.models.base import Record
from desktop.models.history import HistoryEntry, Values, from_json

Place = tuple[str, int]
"""A table and a number in it."""


def strays(session: Session) -> Iterator[Place]:
    """Give each record that is not as the last action on it left it, or that no action made."""
    told = _last_told(session)
    for mapper in Record.registry.mappers:
        if not mapper.class_.__tracked__:
            continue
        table: Any = mapper.local_table
        keys: set[int] = set()
        for row in session.execute(select(table)).mappings():
            keys.add(row["id"])
            if not _same(told.get((table.name, row["id"])), dict(row)):
                yield table.name, row["id"]
        for name, key in told:
            if name == table.name and key not in keys and told[name, key] is not None:
                yield name, key


def _last_told(session: Session) -> dict[Place, Values | None]:
    tables: dict[str, Table] = dict(Record.metadata.tables)
    told: dict[Place, Values | None] = {}
    for rows in session.scalars(select(HistoryEntry.rows).order_by(HistoryEntry.id)):
        for row in from_json(rows, tables):
            told[row.table, row.key] = row.after
    return told


def _same(told: Values | None, row: Values) -> bool:
    """Tell whether *row* is as *told*; a column that came later was not told."""
    return told is not None and all(row[name] == told[name] for name in told if name in row)
