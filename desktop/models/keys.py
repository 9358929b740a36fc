"""Another passphrase or another key for the council file: at every moment something opens it.

A new passphrase rewrites the key file only. A new key rewrites everything, beside the council file:
first the next key file (``-sleutel.nieuw``), then a copy under the new key, then the copy takes the
place of the council file, then the next key file takes the place of the old one. Whoever opens the
file in between finds the key that fits (``council_file.find_key``); what was left is put in order.
"""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DatabaseError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import council_file, vault
from desktop.models.store import Store


def check_passphrase(path: Path, passphrase: str) -> bytes:
    """Return the key of the council at *path*; raises WrongPassphraseError, or CouncilError."""
    return vault.unwrap(_key_file(path), passphrase)


def change_passphrase(path: Path, present: str, new: str, *, cost: int = vault.COST) -> None:
    """Let *new* open the council at *path* instead of *present*; raises CouncilError."""
    key_file = _key_file(path)
    key = vault.unwrap(key_file, present)
    vault.check_length(new)
    fresh = vault.wrap(key, new, file_id=key_file.file_id, cost=cost, before=key_file.before)
    _write(path, fresh)


def set_passphrase(path: Path, key: bytes, passphrase: str, *, cost: int = vault.COST) -> None:
    """Wrap *key* of the file at *path* with a new *passphrase*, whatever the present one is."""
    vault.check_length(passphrase)
    with council_file.sheet_told(path, asked=True):
        # A key that does not open the file is not worth wrapping.
        council_file.open_with_key(path, key).close()
    vault.settle(path, key)
    old = vault.read_key_file(vault.key_path(path))
    fresh = vault.wrap(key, passphrase, cost=cost)
    if old and old.fits(key):
        fresh = replace(fresh, file_id=old.file_id, before=old.before)
    _write(path, fresh)
    vault.remember(fresh.file_id, key)


def renew(store: Store, path: Path, present: str, new: str, *, cost: int = vault.COST) -> bytes:
    """Give the open file at *path* a new key under the passphrase *new*; return the key.

    Copies made before keep the old key, passphrase and recovery sheet. Raises WrongPassphraseError
    when *present* does not fit, and CouncilError; the file is as it was then, and stays open.
    """
    if store.closed_because:
        raise CouncilError(store.closed_because)
    key_file = _key_file(path)
    old = vault.unwrap(key_file, present)
    vault.check_length(new)
    key = vault.new_key()
    fresh = vault.wrap(key, new, cost=cost, before=(*key_file.before, key_file.check))
    try:
        vault.write_key_file(vault.next_key_path(path), fresh)
        vault.remember(fresh.file_id, key)
        _copy_under(store, _beside(path), old, key)
        _take_its_place(store, path)
    except (OSError, DatabaseError, CouncilError) as error:
        vault.settle(path, old)
        store.closed_because = ""
        raise CouncilError(
            tr("The key was not changed. Is there room on the disk, and may you write there?")
        ) from error
    _to_disk(path.parent)  # the key file may follow only when the council file is surely there
    vault.settle(path, key)
    store.follow(council_file.checked_engine(path, key))
    store.key, store.closed_because = key, ""
    return key


def _key_file(path: Path) -> vault.KeyFile:
    found = vault.read_key_file(vault.key_path(path))
    if found is None:
        raise CouncilError(tr("The key file is missing. Use your recovery sheet."))
    return found


def _write(path: Path, key_file: vault.KeyFile) -> None:
    try:
        vault.write_key_file(vault.key_path(path), key_file)
    except OSError as error:
        raise CouncilError(
            tr("The passphrase was not changed. May you write in the folder of the file?")
        ) from error


def _beside(path: Path) -> Path:
    return path.with_name(path.name + vault.COPY)


def _copy_under(store: Store, copy: Path, old: bytes, key: bytes) -> None:
    """Write the open file to *copy*, under *key*, and read it through."""
    import sqlcipher3.dbapi2

    sqlcipher: Any = sqlcipher3.dbapi2  # it comes without stubs
    copy.unlink(missing_ok=True)
    store.copy_to(copy)
    try:
        _run(sqlcipher, copy, old, f"PRAGMA rekey = \"x'{key.hex()}'\"")
        found = _run(sqlcipher, copy, key, "PRAGMA cipher_integrity_check")
        found += [row for row in _run(sqlcipher, copy, key, "PRAGMA quick_check") if row != ("ok",)]
    except sqlcipher.Error as error:
        raise OSError(str(copy)) from error
    if found:
        raise OSError(str(copy))
    with copy.open("rb+") as file:
        os.fsync(file.fileno())


def _run(sqlcipher: Any, path: Path, key: bytes, statement: str) -> list[Any]:  # noqa: ANN401
    connection = sqlcipher.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def _take_its_place(store: Store, path: Path) -> None:
    """Let go of the council file and put the copy in its place; *store* keeps the right to write.

    Raises OSError when somebody still reads in it: what waits in its log may not be left behind.
    """
    guard, store.guard = store.guard, None
    try:
        store.close()
    finally:
        store.guard = guard
    # Work in the background may not write in the file that goes away.
    store.closed_because = tr("The file gets a new key. Try again in a moment.")
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise OSError(str(log))
    for rest in (log, path.with_name(path.name + "-shm")):
        rest.unlink(missing_ok=True)
    os.replace(_beside(path), path)


def _to_disk(folder: Path) -> None:
    with suppress(OSError):  # a folder cannot be opened on Windows; it needs no such care there
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
