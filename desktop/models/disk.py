"""What the disk says (full, gone, read-only, locked, damaged), in one sentence for people."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError, NoResultFound, OperationalError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

_OF_THE_DISK = (
    "SQLITE_BUSY",
    "SQLITE_CANTOPEN",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_LOCKED",
    "SQLITE_READONLY",
)


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
def reading_told() -> Generator[None]:
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
def saving_told() -> Generator[None]:
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
