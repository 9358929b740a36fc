"""Read and change the council file, one act of the user at a time.

One act = one transaction = one undo step = one line of history = one message to the screens. The
history lies in the file, so undo still works after closing and opening it again.
"""

import hashlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TypeAlias

from sqlalchemy import Connection, Engine, delete, event, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError, NoResultFound, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import index
from desktop.models.base import Record
from desktop.models.history import (
    Action,
    HistoryEntry,
    RowChange,
    from_json,
    merged,
    to_json,
)
from desktop.models.papers import StoredFile
from desktop.models.tracking import changed_rows

MERGE_WITHIN = timedelta(minutes=10)
"""Typing in one field longer than this starts a new undo step."""

_TABLES = Record.metadata.tables
_OF_THE_DISK = (
    "SQLITE_BUSY",
    "SQLITE_CANTOPEN",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_LOCKED",
    "SQLITE_READONLY",
)


Forget: TypeAlias = Callable[[Session, tuple[RowChange, ...]], tuple[RowChange, ...]]
"""Empties the history of the rows that go; returns what it may keep of these changes."""


class Store:
    """The open council file."""

    def __init__(
        self, engine: Engine, actor: str = "", now: Callable[[], datetime] = datetime.now
    ) -> None:
        self.actor = actor
        self._engine = engine
        self._now = now
        self._readers = sessionmaker(engine, expire_on_commit=False)
        # Asking for the write lock at once means that a change never fails half-way on another one.
        self._writers = sessionmaker(
            engine.execution_options(immediate=True), expire_on_commit=False
        )
        self._listeners: list[Callable[[Action], None]] = []
        self._undo, self._redo = self._stacks()

    def on_change(self, listener: Callable[[Action], None]) -> None:
        """Call *listener* after every committed action."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Generator[Session]:
        """Give a session that is thrown away afterwards.

        Raises DamagedFileError, and another CouncilError when the disk does not answer.
        """
        with _reading_told(), self._readers() as session:
            yield session

    @contextmanager
    def changing(
        self, label: str, merge: str = "", *, forget: Forget | None = None
    ) -> Generator[Session]:
        """Save everything in the block as one action called *label*, or nothing.

        Actions that follow each other with the same *merge* key within ten minutes become one:
        a burst of typing is one undo step and one line of history. *forget* is for
        ``erasing.erase`` alone: it returns what the history may keep, and nothing is undone.
        """
        rows: list[RowChange] = []
        with _told_kindly(), self._writers() as session:
            event.listen(session, "after_flush", _noting(rows))
            yield session
            session.flush()
            changes = merged((), tuple(rows))
            if not changes and forget is None:
                session.commit()  # a file may have been kept: that is no action of its own
                return
            index.refresh(session.connection(), changes)
            kept = forget(session, changes) if forget else changes
            kind = "erase" if forget else "do"
            entry, new = self._note(session, label, merge, kept, kind)
            session.commit()
        if forget:
            self._undo, self._redo = self._stacks()
        if new:
            self._undo.append(entry)
        self._redo.clear()
        self._tell(Action(label, changes))

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
        with self.reading() as session:
            return index.search(session.connection(), query, limit)

    def wipe(self) -> None:
        """Write the file anew, so that no byte stays of what was deleted from it.

        Raises NotSavedError when the disk has no room for it or somebody else reads the file.
        """
        with _told_kindly(), self._engine.connect() as connection:
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
        with self._engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        self._engine.dispose()

    def _note(
        self, session: Session, label: str, merge: str, changes: tuple[RowChange, ...], kind: str
    ) -> tuple[int, bool]:
        """Write the history line; return its id and whether it is a new one."""
        now = self._now()
        last = session.get(HistoryEntry, self._undo[-1]) if merge and self._undo else None
        newest = session.scalar(select(HistoryEntry.id).order_by(HistoryEntry.id.desc()).limit(1))
        if (
            last is not None
            and last.id == newest
            and last.merge_key == merge
            and timedelta() <= now - last.at < MERGE_WITHIN
        ):
            last.rows = to_json(merged(from_json(last.rows, dict(_TABLES)), changes))
            session.flush()
            return last.id, False
        entry = HistoryEntry(at=now, label=label, kind=kind, merge_key=merge)
        entry.actor, entry.rows = self.actor, to_json(changes)
        session.add(entry)
        session.flush()
        return entry.id, True

    def _replay(self, source: list[int], target: list[int], kind: str) -> None:
        if not source:
            raise CouncilError(tr("There is nothing to undo."))
        with _told_kindly(), self._writers() as session:
            entry = session.get_one(HistoryEntry, source[-1])
            if entry.kind == "erase":
                source.pop()  # the next time comes what was done before it
                raise CouncilError(tr("What was erased for good cannot come back."))
            action = Action(entry.label, from_json(entry.rows, dict(_TABLES)))
            action = action.reversed() if kind == "undo" else action
            connection = session.connection()
            _put_rows(connection, action.rows)
            index.refresh(connection, action.rows)
            session.add(
                HistoryEntry(
                    at=self._now(),
                    actor=self.actor,
                    label=entry.label,
                    kind=kind,
                    of_entry=entry.id,
                    rows=to_json(action.rows),
                )
            )
            session.commit()
        target.append(source.pop())
        self._tell(action)

    def _stacks(self) -> tuple[list[int], list[int]]:
        undo: list[int] = []
        redo: list[int] = []
        line = HistoryEntry
        with self.reading() as session:
            entries = session.execute(
                select(line.id, line.kind, line.of_entry, line.erased).order_by(line.id)
            )
            emptied: set[int] = set()
            for entry, kind, of_entry, erased in entries:
                if erased:
                    emptied.add(entry)
                if kind == "undo":
                    redo.append(_taken(undo, of_entry or 0))
                elif kind == "redo":
                    undo.append(_taken(redo, of_entry or 0))
                else:
                    redo.clear()
                    undo += [entry] if kind == "do" else []
        return [e for e in undo if e not in emptied], [e for e in redo if e not in emptied]

    def _label(self, stack: list[int]) -> str:
        if not stack:
            return ""
        with self.reading() as session:
            return session.get_one(HistoryEntry, stack[-1]).label

    def _tell(self, action: Action) -> None:
        for listener in self._listeners:
            listener(action)


class NotSavedError(CouncilError):
    """The disk refused; nothing of this action was kept."""


class DamagedFileError(CouncilError):
    """The key fits but the file cannot be read."""


@contextmanager
def _damage_told() -> Generator[None]:
    """Turn a damaged page of the file into one sentence."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "") in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
            raise DamagedFileError(
                tr("This file is damaged and cannot be read. Put back a backup.")
            ) from error
        raise


@contextmanager
def _reading_told() -> Generator[None]:
    """Turn what the disk says while reading (gone, unreadable) into one sentence."""
    try:
        with _damage_told():
            yield
    except OperationalError as error:
        if disk_refused(error):
            raise CouncilError(
                tr("This file cannot be read now. Is the USB stick still in the computer?")
            ) from error
        raise


def disk_refused(error: DatabaseError) -> bool:
    """Tell whether *error* comes from the disk (gone, read-only, full) or from a file in use."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return name.startswith(_OF_THE_DISK)


@contextmanager
def _told_kindly() -> Generator[None]:
    """Turn what the disk says (full, gone, read-only, locked) into one sentence.

    A record that was taken away meanwhile (by undo, on another screen) is told as well.
    """
    try:
        with _damage_told():
            yield
    except (NoResultFound, IntegrityError) as error:
        if isinstance(error, IntegrityError) and "FOREIGN KEY" not in str(error.orig):
            raise
        raise CouncilError(tr("This has been changed since. Look again.")) from error
    except OperationalError as error:
        raise NotSavedError(
            tr("This could not be saved. Is the disk full, or is the USB stick gone?")
        ) from error


def _noting(rows: list[RowChange]) -> Callable[[Session, object], None]:
    def note(session: Session, _context: object) -> None:
        rows.extend(changed_rows(session))

    return note


def _taken(stack: list[int], entry: int) -> int:
    """Take *entry* off *stack*, and whatever lay on it: that had been erased by then."""
    while stack.pop() != entry:
        continue
    return entry


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
