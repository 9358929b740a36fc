"""Erase records for good: no word of them stays in the file, in its history or in its search.

Ordinary removing keeps everything for undo. This is for what may no longer be kept at all, such as
the data of a candidate after the agreed date.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, delete, or_, select
from sqlalchemy.orm import Session

from desktop.models import index
from desktop.models.base import Record
from desktop.models.history import HistoryEntry, RowChange, Values, from_json, to_json
from desktop.models.links import pointing_at, remove
from desktop.models.papers import StoredFile
from desktop.models.store import Store

Row = tuple[str, int]
"""The name of a table and the number of a record in it."""

_CHECKSUM = re.compile(r"\b[0-9a-f]{64}\b")
_LOOKED_BACK = 20
"""Lines of history in which an erasing that was cut off is looked for: it is always the last."""


def erase(
    store: Store,
    records: Sequence[tuple[type[Record], int]],
    label: str,
    before: Callable[[Session], object] | None = None,
    past: Sequence[tuple[type[Record], int]] = (),
) -> None:
    """Take *records* away with all that hangs on them, and every byte that told of them.

    *label* is the line of history that stays; it may hold no personal data. *before* may keep
    something else in the same act, such as a total, and may take fields out of the records of
    *past*: these stay, but what they held before this act is erased as well. Records that were
    removed before are erased from the history too. This cannot be undone, and nothing that touched
    these records can be undone or done again any more. Raises CouncilError when the disk refuses.
    """
    asked = {(kind.__tablename__, key) for kind, key in records}
    renewed = {(kind.__tablename__, key) for kind, key in past}

    def forget(session: Session, changes: tuple[RowChange, ...]) -> tuple[RowChange, ...]:
        gone = asked | {(row.table, row.key) for row in changes if row.after is None}
        gone = _with_removed_parts(session, gone)
        stays = (renewed & {(row.table, row.key) for row in changes}) - gone
        files = _checksums(changes, gone | stays) | _empty_history(session, gone | stays)
        kept = tuple(_as_left(row, stays) for row in _emptied(changes, gone))
        _drop_files(session, files)
        index.renew(session.connection())
        return kept

    with store.changing(label, forget=forget) as session:
        if before:
            before(session)
        for kind, key in records:
            found = session.get(kind, key)
            if found is not None:
                remove(session, found)
    finish(store)


def finish(store: Store) -> None:
    """Write the file anew when an erasing still asks for it: the power may have failed halfway."""
    with store.reading() as session:
        line = HistoryEntry
        newest = select(line.id, line.kind, line.erased).order_by(line.id.desc())
        found = session.execute(newest.limit(_LOOKED_BACK))
        waiting = [entry for entry, kind, erased in found if kind == "erase" and not erased]
    if not waiting:
        return
    store.wipe()
    with store.changing("") as session:  # the history is not history of itself: no label needed
        for entry in waiting:
            session.get_one(HistoryEntry, entry).erased = datetime.now()


def _with_removed_parts(session: Session, gone: set[Row]) -> set[Row]:
    """Add the parts of *gone* that were removed earlier: only the history still tells of them."""
    found = set(gone)
    while True:
        parts = {
            (kind.__tablename__, str(column.key), table)
            for table in {table for table, _key in found}
            for kind, column, goes_along in pointing_at(table)
            if goes_along
        }
        more: set[Row] = set()
        for entry in _entries(session, {table for table, _column, _whole in parts}):
            for row in from_json(entry.rows, {}):
                more |= {
                    (row.table, row.key)
                    for table, column, whole in parts
                    for values in (row.before, row.after)
                    if row.table == table and values and (whole, values.get(column)) in found
                }
        if more <= found:
            return found
        found |= more


def _empty_history(session: Session, gone: set[Row]) -> set[str]:
    """Empty every line of history that tells of *gone*; return the files that were named there."""
    files: set[str] = set()
    now = datetime.now()
    for entry in _entries(session, {table for table, _key in gone}):
        changes = from_json(entry.rows, {})
        if any((row.table, row.key) in gone for row in changes):
            files |= _checksums(changes, gone)
            entry.rows, entry.erased = to_json(_emptied(changes, gone)), now
    session.flush()
    return files


def _entries(session: Session, tables: set[str]) -> Iterator[HistoryEntry]:
    """Give the lines of history in which one of *tables* is named."""
    if tables:
        named = or_(*(HistoryEntry.rows.contains(json.dumps(table)) for table in sorted(tables)))
        yield from session.scalars(select(HistoryEntry).where(named).order_by(HistoryEntry.id))


def _emptied(changes: tuple[RowChange, ...], gone: set[Row]) -> tuple[RowChange, ...]:
    """Return *changes* that say which rows of *gone* came and went, but not what stood in them."""
    return tuple(
        RowChange(row.table, row.key, _blank(row.before), _blank(row.after))
        if (row.table, row.key) in gone
        else row
        for row in changes
    )


def _as_left(row: RowChange, stays: set[Row]) -> RowChange:
    """Return *row* without what it was before, when it is one of those that stay."""
    if (row.table, row.key) not in stays:
        return row
    return RowChange(row.table, row.key, _blank(row.before), row.after)


def _blank(values: Values | None) -> Values | None:
    return None if values is None else {}


def _checksums(changes: tuple[RowChange, ...], gone: set[Row]) -> set[str]:
    """Return the checksums of kept files that the rows of *gone* name."""
    told = [
        json.dumps(values, default=str)
        for row in changes
        if (row.table, row.key) in gone
        for values in (row.before, row.after)
        if values
    ]
    return set(_CHECKSUM.findall("\n".join(told)))


def _drop_files(session: Session, checksums: set[str]) -> None:
    """Delete the kept files that nothing names any more, not even what can still be undone."""
    for checksum in sorted(checksums):
        if not any(_names(session, columns, checksum) for columns in _text_columns()):
            session.execute(delete(StoredFile).where(StoredFile.sha256 == checksum))


def _text_columns() -> Iterator[list[Any]]:
    """Give the text columns of each table that has them."""
    for table in Record.metadata.sorted_tables:
        found = [column for column in table.columns if isinstance(column.type, String)]
        if found and table.name != StoredFile.__tablename__:
            yield found


def _names(session: Session, columns: list[Any], checksum: str) -> bool:
    named = or_(*(column.contains(checksum) for column in columns))
    return session.scalar(select(1).where(named).limit(1)) is not None
