"""What the council's file remembers: who did what, what was thrown away, and clearing that up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.base import Record, record_of
from desktop.models.branches import present, put
from desktop.models.history import HistoryEntry, RowChange, Values, from_json
from desktop.models.store import Store
from desktop.services import record_words

_TABLES: dict[str, Table] = dict(Record.metadata.tables)
_QUIET = frozenset({"setting"})
"""Kinds that say nothing when they are thrown away."""


@dataclass(frozen=True)
class ActRow:
    """One line of the history."""

    id: int
    at: datetime
    actor: str
    label: str
    kind: str
    """do, undo, redo, brought (from another copy) or erase."""
    emptied: bool
    """What it changed was cleared up or erased."""


@dataclass(frozen=True)
class DifferenceRow:
    """One field of one record, before and after, in words."""

    what: str
    """ "Actie A-2026-014: bellen met de Voedselbank" """
    field: str
    """Empty when the whole record came or went: then *after* says which."""
    before: str
    after: str


@dataclass(frozen=True)
class ThrownRow:
    """Something that lies in the bin."""

    act: int
    """The action that threw it away; bringing back undoes all of that."""
    what: str
    name: str
    more: int
    """How many parts of it went along."""
    at: datetime
    actor: str


class Memory:
    """Look back in the history, bring back what was thrown away, clear up what is old."""

    PAGE = 100
    """Actions that ``acts`` returns at most."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def acts(self, words: str = "", before: int | None = None) -> list[ActRow]:
        """Return at most a hundred actions, newest first, with *words* in label or name.

        *before* is the number of the last action that was shown.
        """
        query = select(HistoryEntry).order_by(HistoryEntry.id.desc()).limit(self.PAGE)
        if before is not None:
            query = query.where(HistoryEntry.id < before)
        for word in words.split():
            said = HistoryEntry.label + " " + HistoryEntry.actor
            query = query.where(func.lower(said).contains(word.lower(), autoescape=True))
        with self._store.reading() as session:
            return [
                ActRow(e.id, e.at, e.actor, e.label, e.kind, e.erased is not None)
                for e in session.scalars(query)
            ]

    def differences(self, act: int) -> list[DifferenceRow]:
        """Return what the action *act* changed, field by field, in words."""
        with self._store.reading() as session:
            entry = session.get_one(HistoryEntry, act)
            return [
                line
                for row in from_json(entry.rows, _TABLES)
                for line in _differences(session, row)
            ]

    def bin(self) -> list[ThrownRow]:
        """Return what was thrown away and is not back, newest first."""
        found: list[ThrownRow] = []
        seen: set[tuple[str, int]] = set()  # thrown away again after undo: the last time counts
        with self._store.reading() as session:
            for entry in session.scalars(_deletions()):
                gone = _gone(session, entry)
                top = [row for row in gone if not _goes_with(row, gone)]
                for row in top:
                    kind = record_words.kind(row.table)
                    if not kind or row.table in _QUIET or (row.table, row.key) in seen:
                        continue
                    seen.add((row.table, row.key))
                    name = record_words.title(session, row.table, row.before or {})
                    more = len(gone) - len(top) if row is top[0] else 0
                    found.append(ThrownRow(entry.id, kind, name, more, entry.at, entry.actor))
        return found

    def bring_back(self, act: int) -> None:
        """Put back all that the action *act* threw away; raises CouncilError when it cannot.

        Who let go of it then (a letter that lost its addressee) points at it again, unless that
        was changed since.
        """
        with self._store.changing(tr("Bring back from the bin")) as session:
            session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            entry = session.get_one(HistoryEntry, act)
            gone = _gone(session, entry)
            if not gone:
                raise CouncilError(tr("This is back already."))
            for row in gone:
                put(session, (row.table, row.key), row.before or {})
            session.flush()
            for row in from_json(entry.rows, _TABLES):
                if row.before and row.after is not None:
                    _point_again(session, row)
            session.flush()
            if session.connection().exec_driver_sql("PRAGMA foreign_key_check").first():
                raise CouncilError(
                    tr("What it belonged to was thrown away as well. Bring that back first.")
                )


def _deletions():  # noqa: ANN202 – a SQLAlchemy query
    # In the JSON a deletion ends with "null]": that leaves out most lines before they are read.
    return (
        select(HistoryEntry)
        .where(HistoryEntry.rows.contains(", null]"), HistoryEntry.kind.in_(("do", "redo")))
        .order_by(HistoryEntry.id.desc())
    )


def _gone(session: Session, entry: HistoryEntry) -> list[RowChange]:
    """Return what *entry* threw away and is still gone."""
    return [
        row
        for row in from_json(entry.rows, _TABLES)
        if row.after is None and row.before and present(session, (row.table, row.key)) is None
    ]


def _goes_with(row: RowChange, gone: list[RowChange]) -> bool:
    """Tell whether *row* hung on something else that went in the same action."""
    places = {(other.table, other.key) for other in gone}
    return any(
        key.ondelete == "CASCADE"
        and (key.column.table.name, (row.before or {}).get(column.name)) in places
        for column in _TABLES[row.table].columns
        for key in column.foreign_keys
    )


def _point_again(session: Session, row: RowChange) -> None:
    record = session.get(record_of(row.table), row.key)
    if record is None:
        return
    for column in _TABLES[row.table].columns:
        before, after = (row.before or {}).get(column.name), (row.after or {}).get(column.name)
        lost = column.foreign_keys and before is not None and after is None
        if lost and getattr(record, column.name) is None:
            setattr(record, column.name, before)


def _differences(session: Session, row: RowChange) -> Iterator[DifferenceRow]:
    kind = record_words.kind(row.table)
    if not kind:
        return
    values: Values = row.after or row.before or {}
    name = record_words.title(session, row.table, values)
    what = ": ".join(part for part in (kind, name) if part)
    if row.before == {} and row.after is not None:
        return  # cleared up: nobody knows any more what it was
    if not row.before or row.after is None:
        yield DifferenceRow(what, "", "", tr("thrown away") if row.after is None else tr("new"))
        return
    for field, content in row.after.items():
        if content != row.before.get(field) and record_words.field(field):
            yield DifferenceRow(
                what,
                record_words.field(field),
                record_words.value(session, row.table, field, row.before.get(field)),
                record_words.value(session, row.table, field, content),
            )
