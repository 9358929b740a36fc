"""Make and open a council file (``.samenspraak``): one encrypted SQLite file per council."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import erasing, migrations, vault
from desktop.models.store import DamagedFileError, Store, disk_refused

SUFFIX = ".samenspraak"
SHORTEST = 8
"""Least signs of a passphrase."""


class NeedsPassphraseError(CouncilError):
    """The key is not remembered by this computer: ask for the passphrase."""


class NeedsRecoveryCodeError(CouncilError):
    """The key file is missing: only the recovery sheet opens the council file."""


def create(path: Path, passphrase: str, *, cost: int = vault.COST) -> tuple[Store, bytes]:
    """Make a new council file at *path*; return it open, with its key for the recovery sheet."""
    # A key file alone is the only way into a council file that lies somewhere else.
    if path.exists() or vault.key_path(path).exists():
        raise CouncilError(
            tr("A file with this name is already there. Choose another name."), "path"
        )
    if len(passphrase.strip()) < SHORTEST:
        raise CouncilError(tr("Choose a passphrase of at least eight signs."), "passphrase")
    key = vault.new_key()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        key_file = vault.wrap(key, passphrase, cost=cost)
        vault.write_key_file(vault.key_path(path), key_file)
        store = open_with_key(path, key)
    except OSError as error:
        raise CouncilError(
            tr("The file cannot be made in this folder. Choose another folder."), "path"
        ) from error
    vault.remember(key_file.file_id, key)
    return store, key


def open_file(path: Path, *, passphrase: str = "", recovery_code: str = "") -> Store:
    """Open *path* with what this computer remembers, else the passphrase, else the recovery code.

    Raises NeedsPassphraseError or NeedsRecoveryCodeError when one of them must be asked,
    WrongPassphraseError, WrongRecoveryCodeError, DamagedFileError or another CouncilError.
    """
    if not path.is_file():
        raise CouncilError(tr("This file is no longer there. Is the USB stick in the computer?"))
    return open_with_key(path, find_key(path, passphrase, recovery_code))


def find_key(path: Path, passphrase: str = "", recovery_code: str = "") -> bytes:
    """Return the key of the council file at *path*; raises as ``open_file``."""
    key_file = vault.read_key_file(vault.key_path(path))
    if recovery_code:
        return vault.key_of_recovery_code(recovery_code)
    if key_file is None:
        raise NeedsRecoveryCodeError(
            tr("The key file is missing. You can open the file with your recovery sheet.")
        )
    key = vault.remembered(key_file.file_id)
    if key is not None and key_file.fits(key):
        return key
    if not passphrase:
        raise NeedsPassphraseError(tr("Type the passphrase of this council."), "passphrase")
    key = vault.unwrap(key_file, passphrase)
    vault.remember(key_file.file_id, key)
    return key


def open_with_key(path: Path, key: bytes) -> Store:
    """Open (or make) the file at *path* with its raw *key*; brings an older file up to date."""
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
        migrations.bring_up_to_date(engine, path)
        store = Store(engine)
        erasing.finish(store)
        return store
    except DatabaseError as error:
        engine.dispose()
        if disk_refused(error):
            raise CouncilError(
                tr("This file cannot be opened now. Is it in use, or may you not write there?")
            ) from error
        key_file = vault.read_key_file(vault.key_path(path))
        if key_file is not None and not key_file.fits(key):
            raise vault.WrongRecoveryCodeError(
                tr("This recovery sheet belongs to another file."), "recovery_code"
            ) from error
        raise DamagedFileError(
            tr("This file is damaged and cannot be read. Put back a backup.")
        ) from error
    except CouncilError:
        engine.dispose()
        raise


def _engine(path: Path, key: bytes) -> Engine:
    import sqlcipher3.dbapi2

    sqlcipher: Any = sqlcipher3.dbapi2  # it comes without stubs

    def connect() -> Any:  # noqa: ANN401 – a DB-API connection
        connection: Any = sqlcipher.connect(
            str(path), check_same_thread=False, isolation_level=None, timeout=5
        )
        for pragma in (
            f"key = \"x'{key.hex()}'\"",
            "cipher_log_level = NONE",
            "foreign_keys = ON",
            "journal_mode = WAL",
            # FULL: what was committed survives a power cut, not just a crash.
            "synchronous = FULL",
            "secure_delete = ON",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401  # pyright: ignore[reportUnusedFunction]
        # The driver's own transactions leave DDL outside; ours are explicit.
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def set_passphrase(path: Path, key: bytes, passphrase: str, *, cost: int = vault.COST) -> None:
    """Wrap *key* of the file at *path* with a new *passphrase* of at least eight signs."""
    if len(passphrase.strip()) < SHORTEST:
        raise CouncilError(tr("Choose a passphrase of at least eight signs."), "passphrase")
    open_with_key(path, key).close()  # a key that does not open the file is not worth wrapping
    old = vault.read_key_file(vault.key_path(path))
    key_file = vault.wrap(key, passphrase, file_id=old.file_id if old else "", cost=cost)
    vault.write_key_file(vault.key_path(path), key_file)
    vault.remember(key_file.file_id, key)
