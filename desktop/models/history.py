"""The council's memory of who changed what and when; also what undo and redo stand on."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Table, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop.models.base import Record

Values = dict[str, Any]


class HistoryEntry(Record):
    """One action: its label, who did it, when, and every row before and after."""

    __tablename__ = "history"
    __tracked__: ClassVar[bool] = False

    at: Mapped[datetime]
    label: Mapped[str]
    actor: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="do")
    """do, undo, redo, erase, or brought: done in another copy, a later entry brought its work."""
    of_entry: Mapped[int | None] = mapped_column(default=None)
    """For undo and redo: the entry that was taken back or done again."""
    merge_key: Mapped[str] = mapped_column(default="")
    """Typing in one place within ten minutes is one action: see ``Store.changing``."""
    rows: Mapped[str] = mapped_column(default="[]")
    digest: Mapped[str] = mapped_column(default="")
    """sha256 of ``rows`` as they were written; stays when they are erased."""
    link: Mapped[str] = mapped_column(default="")
    """sha256 of the link before and everything of this entry: a silent edit breaks the chain."""
    erased: Mapped[datetime | None] = mapped_column(default=None)
    """When personal data was taken out of ``rows``: such an entry cannot be undone.

    Of the kind erase: when the bytes were gone from the file; None while that must still be done.
    """


@dataclass(frozen=True)
class RowChange:
    """One row before and after; None means it did not exist."""

    table: str
    key: int
    before: Values | None
    after: Values | None

    def reversed(self) -> "RowChange":
        """Return the change that puts the row back."""
        return RowChange(self.table, self.key, self.after, self.before)


@dataclass(frozen=True)
class Action:
    """Everything one act of the user changed."""

    label: str
    rows: tuple[RowChange, ...]
    merge: str = ""
    """Where was typed; empty for any other act."""

    @property
    def tables(self) -> frozenset[str]:
        """The kinds of record touched."""
        return frozenset(row.table for row in self.rows)

    def reversed(self) -> "Action":
        """Return the action that puts every row back."""
        return Action(self.label, tuple(row.reversed() for row in reversed(self.rows)))


def chain(entry: HistoryEntry, before: str) -> None:
    """Link *entry* to the link *before* it: from now on a silent edit of either shows.

    An entry that was emptied keeps the digest of what it once said.
    """
    if entry.erased is None:
        entry.digest = _sha256(entry.rows)
    entry.link = _link(entry, before)


def chain_all(session: Session) -> None:
    """Link every entry of a file whose history was not chained yet."""
    link = ""
    for entry in session.scalars(select(HistoryEntry).order_by(HistoryEntry.id)):
        chain(entry, link)
        link = entry.link


def breaks(session: Session) -> Iterator[int]:
    """Give the number of every entry that was edited, of every gap, and of one gone at the end."""
    link, number = "", 0
    for entry in session.scalars(select(HistoryEntry).order_by(HistoryEntry.id)):
        # Numbers are given out without gaps: a transaction that fails takes its number back.
        whole = entry.id == number + 1 and entry.link == _link(entry, link)
        if not whole or (entry.erased is None and entry.digest != _sha256(entry.rows)):
            yield entry.id
        link, number = entry.link, entry.id
    last = text("SELECT seq FROM sqlite_sequence WHERE name = 'history'")
    if number != (session.scalar(last) or 0):
        yield number + 1


def _link(entry: HistoryEntry, before: str) -> str:
    facts = [before, entry.at.isoformat(), entry.actor, entry.label, entry.kind, entry.of_entry]
    return _sha256(json.dumps([*facts, entry.digest], ensure_ascii=False))


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def merged(earlier: tuple[RowChange, ...], later: tuple[RowChange, ...]) -> tuple[RowChange, ...]:
    """Return both changes as one: the first *before* and the last *after* of every row."""
    rows: dict[tuple[str, int], RowChange] = {}
    for row in (*earlier, *later):
        first = rows.get((row.table, row.key))
        rows[row.table, row.key] = (
            RowChange(row.table, row.key, first.before, row.after) if first else row
        )
    return tuple(row for row in rows.values() if row.before != row.after)


def to_json(rows: tuple[RowChange, ...]) -> str:
    """Return *rows* as JSON; dates become ISO text."""
    return json.dumps(
        [[row.table, row.key, row.before, row.after] for row in rows],
        ensure_ascii=False,
        default=lambda value: value.isoformat(),
    )


def from_json(told: str, tables: dict[str, Table]) -> tuple[RowChange, ...]:
    """Return the rows of *told*; the columns of *tables* say which values are dates."""
    return tuple(
        RowChange(table, key, _typed(before, tables.get(table)), _typed(after, tables.get(table)))
        for table, key, before, after in json.loads(told)
    )


def _typed(values: Values | None, table: Table | None) -> Values | None:
    if values is None or table is None:
        return values
    return {
        name: _value(value, table.c[name].type.python_type) if name in table.c else value
        for name, value in values.items()
    }


def _value(value: Any, kind: type) -> Any:  # noqa: ANN401 – a cell of any column
    if isinstance(value, str) and kind is datetime:
        return datetime.fromisoformat(value)
    if isinstance(value, str) and kind is date:
        return date.fromisoformat(value)
    return value
