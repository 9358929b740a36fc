"""Make a council file again of an export: every record, every paper, every line of history."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import council_file, index, migrations, vault
from desktop.models.base import Record
from desktop.models.history import HistoryEntry, from_json
from desktop.services.exchange import EVERYTHING, FILES, NUMBERS, VERSION

Row = dict[str, Any]

_NOT_AN_EXPORT = (
    SQLAlchemyError, AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError,
)  # fmt: skip
"""What comes of a list that was meddled with: it is told in one sentence."""


def rebuild(folder: Path, path: Path, passphrase: str, *, cost: int = vault.COST) -> None:
    """Make the council file *path* of the export in *folder*, under a new key and *passphrase*.

    All is as it was, numbers and history too; only the key is new. Raises CouncilError when the
    export is not whole; no file is left then.
    """
    told = _told(folder)
    papers = _papers(folder)
    store, _key = council_file.create(path, passphrase, cost=cost)
    try:
        with store.changing(tr("make a council file of an export")) as session:
            _fill(session, told, papers)
        store.close()
    except BaseException as error:
        store.close()
        for part in (path, vault.key_path(path)):
            part.unlink(missing_ok=True)
        if isinstance(error, _NOT_AN_EXPORT):
            raise _broken(tr("it does not fit together")) from error
        raise


def _told(folder: Path) -> dict[str, Any]:
    """Return what the list of all records says, after a first look whether it can be true."""
    place = next((p for p in (folder, *_folders(folder)) if (p / EVERYTHING).is_file()), None)
    if place is None:
        raise CouncilError(tr("This folder holds no export of Samenspraak."))
    try:
        told: Any = json.loads((place / EVERYTHING).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(tr("the list of all records is damaged")) from error
    if not isinstance(told, dict) or not isinstance(told.get(VERSION), int):
        raise _broken(tr("the list of all records is damaged"))
    known = Record.metadata.tables.keys() | {VERSION, NUMBERS}
    if told[VERSION] > len(migrations.scripts()) or told.keys() - known:
        raise _broken(tr("it was made with a newer Samenspraak"))
    return dict(told)


def _papers(folder: Path) -> dict[str, Path]:
    """Return where each paper lies, by its checksum: a name in the list never becomes a path."""
    found: dict[str, Path] = {}
    for place in _folders(folder):
        for path in place.iterdir():
            if path.is_file() and not path.is_symlink() and path.name != EVERYTHING:
                with suppress(OSError), path.open("rb") as file:
                    found[hashlib.file_digest(file, "sha256").hexdigest()] = path
    return found


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.is_symlink())
    except OSError:
        return []


def _fill(session: Session, told: dict[str, Any], papers: dict[str, Path]) -> None:
    connection = session.connection()
    tables = dict(Record.metadata.tables)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in Record.metadata.sorted_tables:
        rows = [_row(table, row) for row in told.get(table.name, [])]
        if table.name == HistoryEntry.__tablename__:
            for row in rows:
                from_json(row["rows"], tables)  # undo and looking back must be able to read it
        if table.name == FILES:
            _put_papers(connection, table, rows, papers)
        else:
            # One statement for all rows that know the same columns: an old export knows fewer.
            for _names, alike in groupby(rows, tuple):
                connection.execute(insert(table), list(alike))
    for name, number in told.get(NUMBERS, {}).items():
        ask = text("UPDATE sqlite_sequence SET seq = max(seq, :n) WHERE name = :name")
        if not connection.execute(ask, {"n": int(number), "name": name}).rowcount:
            new = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :n)")
            connection.execute(new, {"n": int(number), "name": name})
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise _broken(tr("it does not fit together"))
    index.refresh(connection, list(_searched(told)))


def _put_papers(
    connection: Connection, table: Table, rows: list[Row], papers: dict[str, Path]
) -> None:
    for row in rows:
        path = papers.get(row["sha256"])
        data = path.read_bytes() if path else b""
        if path is None or hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise _broken(tr("a paper is missing or was changed"))
        connection.execute(insert(table), {**row, "data": data})


def _row(table: Table, told: Any) -> Row:  # noqa: ANN401 – whatever the JSON holds
    """Return *told* as a row of *table*; raises TypeError or ValueError when it cannot be one."""
    if not isinstance(told, dict) or not isinstance(told.get("id"), int):
        raise TypeError(table.name)
    known = {name: told[name] for name in told if name in table.c}
    if table.name != FILES and len(known) != len(told):
        raise ValueError(table.name)
    return {name: _cell(table.c[name].type.python_type, known[name]) for name in known}


def _cell(kind: type, value: Any) -> Any:  # noqa: ANN401 – a cell of any column
    if value is None:
        return None
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if kind is float and isinstance(value, int):
        return float(value)
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _searched(told: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for name, rows in told.items():
        if name in Record.metadata.tables:
            yield from ((name, row["id"]) for row in rows)


def _broken(what: str) -> CouncilError:
    return CouncilError(tr("This export cannot be read: {what}.", what=what))
