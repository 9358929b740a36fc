"""The council's memory of who changed what and when; also what undo and redo stand on."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Table
from sqlalchemy.orm import Mapped, mapped_column

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
    """do, undo, redo or erase."""
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

    @property
    def tables(self) -> frozenset[str]:
        """The kinds of record touched."""
        return frozenset(row.table for row in self.rows)

    def reversed(self) -> "Action":
        """Return the action that puts every row back."""
        return Action(self.label, tuple(row.reversed() for row in reversed(self.rows)))


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


def from_json(text: str, tables: dict[str, Table]) -> tuple[RowChange, ...]:
    """Return the rows of *text*; the columns of *tables* say which values are dates."""
    return tuple(
        RowChange(table, key, _typed(before, tables.get(table)), _typed(after, tables.get(table)))
        for table, key, before, after in json.loads(text)
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
