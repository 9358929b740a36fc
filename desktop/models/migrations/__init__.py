"""Bring an older council file up to date, safely.

A migration is a numbered ``.sql`` file in this folder and stands on its own: it never imports
today's tables. Each runs in one transaction, after a copy of the file was made. ``PRAGMA
user_version`` is the number of the last one. See docs/adr/0006.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import vault

APPLICATION_ID = 0x53616D65
"""Marks the file as ours ("Same")."""


class NewerFileError(CouncilError):
    """The file was made by a newer version of the app."""


def scripts() -> list[str]:
    """Return the SQL of every migration, in order; the first is number 1."""
    folder = files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [folder.joinpath(name).read_text("utf-8") for name in names]


def bring_up_to_date(
    engine: Engine, path: Path, migrations: list[str] | None = None
) -> Path | None:
    """Run the migrations that the file at *path* lacks; return the copy made first, if any.

    Raises NewerFileError when the file knows more migrations than this app, and CouncilError when
    a migration fails: the file is then as it was.
    """
    migrations = scripts() if migrations is None else migrations
    with engine.connect() as connection:
        version = _version(connection)
    if version > len(migrations):
        raise NewerFileError(
            tr("This file was made with a newer Samenspraak. Install the newest version first.")
        )
    if version == len(migrations):
        return None
    if not version:  # a fresh file: all of it or nothing, and it is there sooner
        _run(engine, "\n".join(migrations), len(migrations))
        return None
    copy = _copy(engine, path, version)
    for number in range(version + 1, len(migrations) + 1):
        _run(engine, migrations[number - 1], number)
    return copy


def statements(script: str) -> Iterator[str]:
    """Give the statements of *script* one by one; a trigger is one statement."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            if pending.strip():
                yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(f"unfinished statement: {pending[:60]}")


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _copy(engine: Engine, path: Path, version: int) -> Path:
    """Copy the file and its key among its backups, so that erasing and clearing know of it.

    Raises CouncilError when the disk refuses.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    made = f"{datetime.now():%Y-%m-%d %H%M%S}"
    why = tr("before updating from {version}", version=version)
    folder = path.parent / f"{path.stem} reservekopieën"
    copy = folder / f"{path.stem} reservekopie {made} {why}{path.suffix}"
    try:
        folder.mkdir(exist_ok=True)
        shutil.copyfile(path, copy)
        if vault.key_path(path).exists():
            shutil.copyfile(vault.key_path(path), vault.key_path(copy))
    except OSError as error:
        for part in (copy, vault.key_path(copy)):
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise CouncilError(
            tr("This file must be updated first, but there is no room for a copy. Make room.")
        ) from error
    return copy


def _run(engine: Engine, script: str, number: int) -> None:
    with engine.execution_options(immediate=True).connect() as connection:
        # Outside the transaction, or SQLite ignores it. On, a rebuilt parent deletes its children.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            for statement in statements(script):
                connection.exec_driver_sql(statement)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise CouncilError(tr("The file could not be brought up to date. It is unchanged."))
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        finally:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            connection.exec_driver_sql("BEGIN")
