"""Read and change the council file, one act of the user at a time.

One act = one transaction = one undo step = one line of history = one message to the screens. The
history lies in the file, so undo still works after closing and opening it again.
"""

import hashlib
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from sqlalchemy import Connection, Engine, delete, event, insert, select, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import index, noting
from desktop.models.base import Record
from desktop.models.disk import FileGoneError, NotSavedError, reading_told, saving_told
from desktop.models.history import (
    Action,
    HistoryEntry,
    RowChange,
    chain_all,
    from_json,
    merged,
    to_json,
)
from desktop.models.papers import StoredFile
from desktop.models.tracking import changed_rows

_TABLES = Record.metadata.tables


class Guard(Protocol):
    """What decides whether this file may be written, and when it must be read again."""

    every: float
    """Seconds between two times that ``keep_up`` is asked."""

    def keep_up(self, store: "Store") -> None:
        """Look whether something changed around *store*."""
        ...

    def release(self) -> None:
        """Let go of the file."""
        ...


Forget: TypeAlias = Callable[[Session, tuple[RowChange, ...]], tuple[RowChange, ...]]
"""Empties the history of the rows that go; returns what it may keep of these changes."""


class Store:
    """The open council file."""

    def __init__(
        self, engine: Engine, actor: str = "", now: Callable[[], datetime] = datetime.now
    ) -> None:
        self.actor = actor
        self.closed_because = ""
        """A sentence: why nothing may be changed now. Empty: everything may."""
        self.guard: Guard | None = None
        self.key = b""
        """The raw key, to open copies of this file with; it never leaves the memory."""
        self._now = now
        self._read_from(engine)
        self._listeners: list[Callable[[Action], None]] = []
        self._chain_older()
        self._undo, self._redo = self._stacks()
        with self.reading() as session:
            self._unsearched = noting.unsearched(session)

    def _read_from(self, engine: Engine) -> None:
        self._engine = engine
        self._readers = sessionmaker(engine, expire_on_commit=False)
        # Asking for the write lock at once means that a change never fails half-way on another one.
        self._writers = sessionmaker(
            engine.execution_options(immediate=True), expire_on_commit=False
        )

    def follow(self, engine: Engine) -> None:
        """Read from *engine* from now on, a newer copy of the file; tell that all may differ."""
        self._engine.dispose()
        self._read_from(engine)
        self._tell(Action("", tuple(RowChange(name, 0, None, None) for name in _TABLES)))

    def on_change(self, listener: Callable[[Action], None]) -> None:
        """Call *listener* after every committed action."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Generator[Session]:
        """Give a session that is thrown away afterwards.

        Raises DamagedFileError, and another CouncilError when the disk does not answer.
        """
        with reading_told(), self._readers() as session:
            yield session

    @contextmanager
    def changing(
        self, label: str, merge: str = "", *, forget: Forget | None = None
    ) -> Generator[Session]:
        """Save everything in the block as one action called *label*, or nothing.

        Actions that follow each other with the same *merge* key within ten minutes become one:
        a burst of typing is one undo step and one line of history. The search hears of them when
        something else is done or somebody searches: it takes longer than a key may wait. *forget*
        is for ``erasing.erase`` alone: it returns what the history may keep, and nothing is undone.
        """
        rows: list[RowChange] = []
        self._must_be_open()
        with saving_told(merge), self._writers() as session:
            event.listen(session, "after_flush", _noting(rows))
            yield session
            session.flush()
            changes = merged((), tuple(rows))
            if not changes and forget is None:
                session.commit()  # a file may have been kept: that is no action of its own
                return
            touched = self._unsearched | noting.records(changes)
            if not merge:
                index.refresh(session.connection(), sorted(touched))
            kept = forget(session, changes) if forget else changes
            entry, new = self._note(session, label, merge, kept, "erase" if forget else "do")
            session.commit()
        self._unsearched = touched if merge else frozenset()
        if forget:
            self._undo, self._redo = self._stacks()
        if new:
            self._undo.append(entry)
        self._redo.clear()
        self._tell(Action(label, changes, merge))

    def keep(self, session: Session, data: bytes) -> str:
        """Keep the file *data* and return its sha256; the same file is kept once."""
        checksum = hashlib.sha256(data).hexdigest()
        known = session.scalar(select(StoredFile.id).where(StoredFile.sha256 == checksum))
        if known is None:
            session.add(StoredFile(sha256=checksum, data=data))
            session.flush()
        return checksum

    def kept(self, checksum: str) -> bytes:
        """Return the kept file with this sha256; raises CouncilError when it is gone or damaged."""
        with self.reading() as session:
            data = session.scalar(select(StoredFile.data).where(StoredFile.sha256 == checksum))
        if data is None or hashlib.sha256(data).hexdigest() != checksum:
            raise CouncilError(tr("This paper cannot be read any more. Put back a backup."))
        return data

    @property
    def undo_label(self) -> str:
        """What undo would take back, or an empty text."""
        return self._label(self._undo)

    @property
    def redo_label(self) -> str:
        """What redo would do again, or an empty text."""
        return self._label(self._redo)

    def undo(self) -> None:
        """Take the last action back; raises CouncilError when the rows changed since."""
        self._replay(self._undo, self._redo, "undo")

    def redo(self) -> None:
        """Do the last undone action again."""
        self._replay(self._redo, self._undo, "redo")

    def search(self, query: str, limit: int = 50) -> list[index.Found]:
        """Return what the file holds about *query*, best first."""
        self._catch_up()
        with self.reading() as session:
            return index.search(session.connection(), query, limit)

    def copy_to(self, path: Path) -> None:
        """Write the file to *path* under the same key, and read the copy through.

        Raises OSError or DatabaseError when the disk refuses or the copy is not sound.
        """
        with self.reading() as session:
            connection = session.connection()
            connection.exec_driver_sql("COMMIT")  # a copy is not made within a transaction
            try:
                connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
                connection.exec_driver_sql("ATTACH ? AS fresh", (str(path),))
                try:
                    answers = connection.exec_driver_sql("PRAGMA fresh.integrity_check").all()
                finally:
                    connection.exec_driver_sql("DETACH fresh")
            finally:
                connection.exec_driver_sql("BEGIN")
        if [row[0] for row in answers] != ["ok"]:
            raise OSError(str(path))

    def wipe(self) -> None:
        """Write the file anew, so that no byte stays of what was deleted from it.

        Raises NotSavedError when the disk has no room for it or somebody else reads the file.
        """
        with saving_told(), self._engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            try:
                connection.exec_driver_sql("VACUUM")
                row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            finally:
                connection.exec_driver_sql("BEGIN")
        if row[0]:
            raise NotSavedError(tr("This file is in use elsewhere. Close it there and try again."))

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        if not self.closed_because:  # else the file is somebody else's
            # What the disk refuses to fold in now stays in the log until the next time.
            with suppress(DatabaseError, FileGoneError), self._engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")
        self._engine.dispose()
        if self.guard:
            self.guard.release()

    def _must_be_open(self) -> None:
        if self.closed_because:
            raise CouncilError(self.closed_because)

    def _note(
        self, session: Session, label: str, merge: str, changes: tuple[RowChange, ...], kind: str
    ) -> tuple[int, bool]:
        """Write the history line; return its number and whether it is a new one."""
        now = self._now()
        known = noting.continue_burst(session, merge, changes, now)
        if known is not None:
            return known, False
        entry = HistoryEntry(at=now, label=label, kind=kind, merge_key=merge)
        entry.actor, entry.rows = self.actor, to_json(changes)
        return noting.write(session, entry), True

    def _replay(self, source: list[int], target: list[int], kind: str) -> None:
        self._must_be_open()
        if not source:
            raise CouncilError(tr("There is nothing to undo."))
        with saving_told(), self._writers() as session:
            entry = session.get_one(HistoryEntry, source[-1])
            if entry.kind == "erase":
                source.pop()  # the next time comes what was done before it
                raise CouncilError(tr("What was erased for good cannot come back."))
            action = Action(entry.label, from_json(entry.rows, dict(_TABLES)))
            action = action.reversed() if kind == "undo" else action
            connection = session.connection()
            _put_rows(connection, action.rows)
            index.refresh(connection, sorted(self._unsearched | noting.records(action.rows)))
            noted = HistoryEntry(at=self._now(), label=entry.label, kind=kind, of_entry=entry.id)
            noted.actor, noted.rows = self.actor, to_json(action.rows)
            noting.write(session, noted)
            session.commit()
        self._unsearched = frozenset()
        target.append(source.pop())
        self._tell(action)

    def _chain_older(self) -> None:
        with self.reading() as session:
            older = noting.must_be_chained(session)
        if older:
            with self._writers() as session:
                chain_all(session)
                session.commit()

    def _catch_up(self) -> None:
        """Let the search know what was typed last; when the disk refuses, it waits a bit longer."""
        if not self._unsearched or self.closed_because:
            return
        with suppress(CouncilError), saving_told(), self._writers() as session:
            index.refresh(session.connection(), sorted(self._unsearched))
            session.commit()
            self._unsearched = frozenset()

    def _stacks(self) -> tuple[list[int], list[int]]:
        with self.reading() as session:
            return noting.stacks(session)

    def _label(self, stack: list[int]) -> str:
        if not stack:
            return ""
        with self.reading() as session:
            return session.get_one(HistoryEntry, stack[-1]).label

    def _tell(self, action: Action) -> None:
        for listener in self._listeners:
            listener(action)


def _noting(rows: list[RowChange]) -> Callable[[Session, object], None]:
    def note(session: Session, _context: object) -> None:
        rows.extend(changed_rows(session))

    return note


def _put_rows(connection: Connection, rows: tuple[RowChange, ...]) -> None:
    """Write *rows* back exactly; raises CouncilError when a row is not as this action left it."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for row in rows:
        table = _TABLES[row.table]
        here = table.c.id == row.key
        present = connection.execute(select(table).where(here)).mappings().first()
        if (dict(present) if present else None) != row.before:
            raise CouncilError(tr("This has been changed since, so it cannot be undone."))
        if row.after is None:
            connection.execute(delete(table).where(here))
        elif row.before is None:
            connection.execute(insert(table).values(row.after))
        else:
            connection.execute(update(table).where(here).values(row.after))
