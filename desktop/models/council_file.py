"""Make and open a council file (``.samenspraak``): one encrypted SQLite file per council."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import erasing, lock, migrations, putting_back, vault
from desktop.models.disk import DamagedFileError, Place, disk_refused, is_there
from desktop.models.looking import Follower
from desktop.models.store import Store

SUFFIX = ".samenspraak"


class NeedsPassphraseError(CouncilError):
    """The key is not remembered by this computer: ask for the passphrase."""


class NeedsRecoveryCodeError(CouncilError):
    """The key file is missing: only the recovery sheet opens the council file."""


def create(
    path: Path, passphrase: str, *, cost: int = vault.COST, name: str = ""
) -> tuple[Store, bytes]:
    """Make a new council file at *path*; return it open, with its key for the recovery sheet."""
    vault.check_length(passphrase)
    key = vault.new_key()
    try:
        _put_aside_unfinished(path)
        # A key file alone is the only way into a council file that lies somewhere else.
        if path.exists() or vault.key_path(path).exists():
            raise CouncilError(
                tr("A file with this name is already there. Choose another name."), "path"
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        key_file = vault.wrap(key, passphrase, cost=cost)
        # It gets its name when the file is there: a key file alone would be in the way of a retry.
        vault.write_key_file(vault.next_key_path(path), key_file)
        store = _open_to_write(path, key, name)
    except (OSError, ValueError) as error:  # a name with a sign that no disk takes
        raise CouncilError(
            tr("The file cannot be made in this folder. Choose another folder."), "path"
        ) from error
    vault.remember(key_file.file_id, key)
    return store, key


def _put_aside_unfinished(path: Path) -> None:
    """Move a council file away whose making was cut off: its key file has no name yet."""
    if path.exists() and not vault.key_path(path).exists() and vault.next_key_path(path).exists():
        for part in (path, *(path.with_name(path.name + rest) for rest in ("-wal", "-shm"))):
            with suppress(OSError):
                part.replace(part.with_name(part.name + "-onaf"))


def open_file(
    path: Path,
    *,
    passphrase: str = "",
    recovery_code: str = "",
    name: str = "",
    force: bool = False,
) -> Store:
    """Open *path* with what this computer remembers, else the passphrase, else the recovery code.

    Others see that *name* works in it; with *force* it is taken over from them.

    Raises NeedsPassphraseError or NeedsRecoveryCodeError when one of them must be asked,
    InUseError when somebody else works in it, WrongPassphraseError, WrongRecoveryCodeError,
    DamagedFileError or another CouncilError.
    """
    putting_back.finish(path)
    _must_exist(path)
    key = find_key(path, passphrase, recovery_code)
    with sheet_told(path, asked=bool(recovery_code)):
        return _open_to_write(path, key, name, force=force)


def look_along(path: Path, *, passphrase: str = "", recovery_code: str = "") -> Store:
    """Open *path* to read while somebody else works in it; raises as ``open_file``."""
    _must_exist(path)
    key = find_key(path, passphrase, recovery_code)
    follower = Follower(path)
    try:
        store = open_with_key(follower.copy(), key)
    except CouncilError:
        follower.close()
        raise
    store.closed_because = tr("You look along in this file, so you cannot change anything.")
    store.guard = Following(follower, key)
    return store


@contextmanager
def sheet_told(path: Path, *, asked: bool) -> Generator[None]:
    """Say that a recovery sheet may be too old, when no key file tells it from a damaged file."""
    try:
        yield
    except DamagedFileError as error:
        if not asked or vault.key_files(path):
            raise
        raise vault.WrongRecoveryCodeError(
            tr("This code does not open the file. Is there a newer recovery sheet?"),
            "recovery_code",
        ) from error


def _must_exist(path: Path) -> None:
    if not is_there(path):
        raise CouncilError(tr("This file is no longer there. Is the USB stick in the computer?"))
    if path.stat().st_size == 0:  # SQLite takes it for a new file: an empty council would open
        raise DamagedFileError(tr("This file is damaged and cannot be read. Put back a backup."))


def _open_to_write(path: Path, key: bytes, name: str, *, force: bool = False) -> Store:
    taken = lock.take(path, name, force=force)
    try:
        store = open_with_key(path, key)
    except BaseException:
        taken.release()
        raise
    vault.settle(path, key)
    store.guard = Writing(taken, next(iter(vault.key_files(path)), None))
    return store


def reopen(path: Path, key: bytes, name: str) -> Store:
    """Open the file at *path* with the *key* that was in use already; raises as ``open_file``."""
    return _open_to_write(path, key, name)


class Writing:
    """The guard of somebody who works in the file."""

    every = 30.0
    """Seconds between two signs of life."""

    def __init__(self, taken: lock.Lock, key_file: vault.KeyFile | None = None) -> None:
        self._taken = taken
        self.key_file = key_file
        """As it was when the file was opened, for when the drive is gone."""

    def keep_up(self, store: Store) -> None:
        """Give a sign of life; when somebody took over, nothing may be changed any more.

        Raises NotSavedError when the file is not in its place any more.
        """
        if not store.closed_because and not self._taken.keep():
            store.closed_because = tr(
                "Someone else took over this file. Open it again to go on working."
            )
        if not store.closed_because:
            with store.changing("") as session:
                session.connection()  # asks for the right to write: told when it is gone

    def release(self) -> None:
        """Let others write."""
        self._taken.release()


class Following:
    """The guard of somebody who looks along."""

    every = 3.0
    """Seconds between two looks whether the file changed."""

    def __init__(self, follower: Follower, key: bytes) -> None:
        self._follower, self._key = follower, key

    def keep_up(self, store: Store) -> None:
        """Show what the other one saved; what cannot be read now comes at a next look."""
        if not self._follower.changed():
            return
        try:
            engine = checked_engine(self._follower.copy(), self._key)
        except CouncilError:
            return
        store.follow(engine)
        self._follower.drop_older()

    def release(self) -> None:
        """Throw the copies away."""
        self._follower.close()


def find_key(path: Path, passphrase: str = "", recovery_code: str = "") -> bytes:
    """Return the key of the council file at *path*; raises as ``open_file``.

    A passphrase that is given must fit, also when this computer remembers the key.
    """
    if recovery_code:
        return vault.key_of_recovery_code(recovery_code)
    key_files = vault.key_files(path)
    if not key_files:
        raise NeedsRecoveryCodeError(
            tr("The key file is missing. You can open the file with your recovery sheet.")
        )
    only = len(key_files) == 1
    if not passphrase:
        for key_file in key_files:
            key = vault.remembered(key_file.file_id)
            if key is not None and key_file.fits(key) and (only or opens(path, key)):
                return key
        raise NeedsPassphraseError(tr("Type the passphrase of this council."), "passphrase")
    key_file, key = _unwrapped(path, key_files, passphrase)
    vault.remember(key_file.file_id, key)
    return key


def _unwrapped(
    path: Path, key_files: list[vault.KeyFile], passphrase: str
) -> tuple[vault.KeyFile, bytes]:
    """Return the key file that *passphrase* fits, with its key; the one that opens the file.

    Between an old and a new key the old passphrase may still fit its key file, but not the file.
    """
    fitting: list[tuple[vault.KeyFile, bytes]] = []
    for key_file in key_files:
        try:
            fitting.append((key_file, vault.unwrap(key_file, passphrase)))
        except vault.WrongPassphraseError:
            if key_file is key_files[-1] and not fitting:
                raise
    if len(key_files) == 1:
        return fitting[0]
    for one in fitting:
        if opens(path, one[1]):
            return one
    raise vault.WrongPassphraseError


def opens(path: Path, key: bytes) -> bool:
    """Tell whether *key* opens the file at *path*, without changing anything in it."""
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except DatabaseError:
        return False
    finally:
        engine.dispose()
    return True


def open_with_key(path: Path, key: bytes) -> Store:
    """Open (or make) the file at *path* with its raw *key*; brings an older file up to date."""
    store = Store(checked_engine(path, key))
    store.key = key
    erasing.finish(store)
    return store


def checked_engine(path: Path, key: bytes) -> Engine:
    """Return the file at *path*, open and up to date; raises CouncilError when that fails."""
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
        migrations.bring_up_to_date(engine, path)
        return engine
    except DatabaseError as error:
        engine.dispose()
        if disk_refused(error):
            raise CouncilError(
                tr("This file cannot be opened now. Is it in use, or may you not write there?")
            ) from error
        _tell_another_key(path, key)
        raise DamagedFileError(
            tr("This file is damaged and cannot be read. Put back a backup.")
        ) from error
    except CouncilError:
        engine.dispose()
        raise


def _tell_another_key(path: Path, key: bytes) -> None:
    """Raise WrongRecoveryCodeError when *key* is not the key of the file at *path*."""
    key_files = vault.key_files(path)
    if any(key_file.had(key) for key_file in key_files):
        raise vault.WrongRecoveryCodeError(
            tr("This is the old recovery sheet. The file has a new key: take the newest sheet."),
            "recovery_code",
        )
    if key_files and not any(key_file.fits(key) for key_file in key_files):
        raise vault.WrongRecoveryCodeError(
            tr("This recovery sheet belongs to another file."), "recovery_code"
        )


def _engine(path: Path, key: bytes) -> Engine:
    import sqlcipher3.dbapi2

    sqlcipher: Any = sqlcipher3.dbapi2  # it comes without stubs
    opened: list[Place] = []

    def connect() -> Any:  # noqa: ANN401 – a DB-API connection
        for place in opened:
            place.must_hold()  # a file that was thrown away may not be made again, empty
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
        opened[:] = opened or [Place(path)]
        return connection

    engine = create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401  # pyright: ignore[reportUnusedFunction]
        # The driver's own transactions leave DDL outside; ours are explicit.
        immediate = connection.get_execution_options().get("immediate")
        if immediate:
            opened[0].must_hold()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine
