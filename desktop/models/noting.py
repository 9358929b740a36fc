"""The lines of the history: written with each action, read back to know what can be undone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.base import Record
from desktop.models.history import (
    HistoryEntry,
    RowChange,
    chain,
    from_json,
    merged,
    to_json,
)

MERGE_WITHIN = timedelta(minutes=10)
"""Typing in one field longer than this starts a new undo step."""

_TABLES = dict(Record.metadata.tables)
_NEWEST_FIRST = select(HistoryEntry).order_by(HistoryEntry.id.desc())


def write(session: Session, entry: HistoryEntry) -> int:
    """Add *entry* to the history, linked to the line before it; return its number."""
    newest = session.scalar(_NEWEST_FIRST.limit(1))
    chain(entry, newest.link if newest else "")
    session.add(entry)
    session.flush()
    return entry.id


def continue_burst(
    session: Session, merge: str, changes: tuple[RowChange, ...], now: datetime
) -> int | None:
    """Add *changes* to the newest line when that is the same burst of typing; return its number."""
    newest = session.scalar(_NEWEST_FIRST.limit(1))
    if (
        newest is None
        or not merge
        or newest.merge_key != merge
        or newest.erased is not None
        or not timedelta() <= now - newest.at < MERGE_WITHIN
    ):
        return None
    newest.rows = to_json(merged(from_json(newest.rows, _TABLES), changes))
    before = session.scalar(_NEWEST_FIRST.offset(1).limit(1))
    chain(newest, before.link if before else "")
    session.flush()
    return newest.id


def write_brought(session: Session, entries: Iterable[HistoryEntry]) -> None:
    """Write who did what and when in another copy; a later line holds what that changed."""
    for entry in entries:
        told = HistoryEntry(at=entry.at, actor=entry.actor, label=entry.label, kind="brought")
        write(session, told)


def must_be_chained(session: Session) -> bool:
    """Tell whether the history is from before histories were chained.

    One link is enough to know that it is not: a link that was taken away must show.
    """
    lines = session.scalar(select(func.max(HistoryEntry.id)))
    return lines is not None and not session.scalar(select(func.max(HistoryEntry.link)))


def stacks(session: Session) -> tuple[list[int], list[int]]:
    """Return the numbers of what can be undone and what can be done again, the last one last."""
    undo: list[int] = []
    redo: list[int] = []
    emptied: set[int] = set()
    line = HistoryEntry
    for number, kind, of_entry, erased in session.execute(
        select(line.id, line.kind, line.of_entry, line.erased).order_by(line.id)
    ):
        if erased:
            emptied.add(number)
        if kind == "undo":
            redo.append(_taken(undo, of_entry or 0))
        elif kind == "redo":
            undo.append(_taken(redo, of_entry or 0))
        elif kind != "brought":
            redo.clear()
            undo += [number] if kind == "do" else []
    return [n for n in undo if n not in emptied], [n for n in redo if n not in emptied]


def unsearched(session: Session) -> frozenset[tuple[str, int]]:
    """Return the records of the burst at the end of the history: the search may not know them."""
    other = select(func.max(HistoryEntry.id)).where(HistoryEntry.merge_key == "")
    last = session.scalar(other) or 0
    bursts = session.scalars(select(HistoryEntry.rows).where(HistoryEntry.id > last))
    return records(row for rows in bursts for row in from_json(rows, _TABLES))


def records(rows: Iterable[RowChange]) -> frozenset[tuple[str, int]]:
    """Return the table and number of each of *rows*."""
    return frozenset((row.table, row.key) for row in rows)


def _taken(stack: list[int], entry: int) -> int:
    """Take *entry* off *stack*, and whatever lay on it: that had been erased by then."""
    while stack.pop() != entry:
        continue
    return entry
