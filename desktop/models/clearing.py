"""Clear up the history before a day: who did what and when stays, what it changed does not.

How each record was last left stays too when no later line tells of it, so that a silent edit of the
file still shows. What was thrown away before that day is gone for good.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import String, delete, func, select, update
from sqlalchemy.orm import Session

from desktop.models import erasing, index
from desktop.models.base import Record
from desktop.models.history import HistoryEntry, RowChange, Values, from_json, to_json
from desktop.models.papers import StoredFile
from desktop.models.store import Store

_CHECKSUM = re.compile(r"\b[0-9a-f]{64}\b")
_NOTHING = "[]"


@dataclass(frozen=True)
class Sketch:
    """What clearing up would do."""

    last: int
    """The number of the last line that is cleared up; 0 when there is none."""
    lines: dict[int, str]
    """The lines that change: number → what they hold afterwards."""
    files: frozenset[str]
    """Checksums of kept files that these lines will not name any more."""


def sketch(session: Session, day: date, now: datetime) -> Sketch:
    """Return what clearing up the history before *day* would do; nothing changes."""
    last = last_before(session, day, now)
    told: set[tuple[str, int]] = set()
    lines: dict[int, str] = {}
    files: set[str] = set()
    newest_first = select(
        HistoryEntry.id, HistoryEntry.kind, HistoryEntry.erased, HistoryEntry.rows
    ).order_by(HistoryEntry.id.desc())
    for number, kind, erased, rows in session.execute(newest_first):
        changes = from_json(rows, {})
        if number <= last:
            emptied = to_json(tuple(_emptied(row, told) for row in changes))
            first_time = erased is None and kind != "erase" and rows != _NOTHING
            if emptied != rows or first_time:
                lines[number] = emptied
                files |= set(_CHECKSUM.findall(rows)) - set(_CHECKSUM.findall(emptied))
        told |= {(row.table, row.key) for row in changes}
    return Sketch(last, lines, frozenset(files))


def last_before(session: Session, day: date, now: datetime) -> int:
    """Return the number of the last line before *day*; 0 when there is none.

    Lines go from the oldest on, without leaving one out: else undo could come between them. A line
    that seems to come from after *now* (the clock was wrong) does not hold up those that follow it.
    """
    line = HistoryEntry
    later = select(func.min(line.id)).where(
        line.at >= datetime.combine(day, time()), line.at <= now
    )
    first = session.scalar(later)
    if first is not None:
        return first - 1
    return session.scalar(select(func.max(line.id)).where(line.at <= now)) or 0


def clear(store: Store, day: date, label: str, now: datetime) -> int:
    """Clear up the history before *day*; return how many lines that were. Cannot be undone.

    *label* is the line of history that tells of it. Raises CouncilError when the disk refuses; a
    file that could not be written anew by then is written anew at the next opening.
    """
    erasing.finish(store)
    done: list[int] = []

    def forget(session: Session, changes: tuple[RowChange, ...]) -> tuple[RowChange, ...]:
        found = sketch(session, day, now)
        done.extend(found.lines)
        # Lines of the kind erase tell with ``erased`` when they were finished: that stays.
        when = func.coalesce(HistoryEntry.erased, now)
        for number, rows in found.lines.items():
            line = update(HistoryEntry).where(HistoryEntry.id == number)
            session.execute(line.values(rows=rows, erased=when))
        _drop_files(session, found.files)
        index.renew(session.connection())
        return changes

    with store.changing(label, forget=forget):
        pass
    erasing.finish(store)
    return len(done)


def _emptied(row: RowChange, told: set[tuple[str, int]]) -> RowChange:
    """Return *row* without what it was; with how it was left only when nothing later tells that."""
    known = (row.table, row.key) in told
    return RowChange(row.table, row.key, _blank(row.before), _blank(row.after, empty=known))


def _blank(values: Values | None, *, empty: bool = True) -> Values | None:
    return {} if empty and values is not None else values


def _drop_files(session: Session, checksums: frozenset[str]) -> None:
    """Delete the kept files that nothing in the council file names any more."""
    if not checksums:
        return
    unnamed = set(checksums)
    for column in _text_columns():
        named = session.scalars(select(column).where(func.length(column) >= 64))
        for words in named:
            unnamed.difference_update(_CHECKSUM.findall(words))
    for checksum in sorted(unnamed):
        session.execute(delete(StoredFile).where(StoredFile.sha256 == checksum))


def _text_columns() -> Iterator[Any]:
    for table in Record.metadata.sorted_tables:
        if table.name != StoredFile.__tablename__:
            yield from (column for column in table.columns if isinstance(column.type, String))
