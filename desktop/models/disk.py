"""What the disk says (full, gone, read-only, locked, damaged), in one sentence for people."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

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

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.place = place
        """Where was typed (the *merge* key of ``Store.changing``); empty for any other act."""


class FileGoneError(Exception):
    """The file was moved, thrown away or replaced while it was open."""


class Place:
    """Where an open file lies; tells when another file lies there, or none.

    Elsewhere than on Windows an open file can be thrown away: what is saved then goes nowhere.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._seen = path, _identity(path)

    def must_hold(self) -> None:
        """Raise FileGoneError when the file is not the one that was opened."""
        if _identity(self._path) != self._seen:
            raise FileGoneError(self._path.name)


def _identity(path: Path) -> tuple[int, int] | None:
    if sys.platform == "win32":
        return None  # nobody can move or throw away an open file there
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_there(path: Path) -> bool:
    """Tell whether *path* is a file that can be reached; a place that refuses to say is not."""
    try:
        return path.is_file()
    except OSError:
        return False


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
    except FileGoneError as error:
        raise CouncilError(_gone()) from error


def disk_refused(error: DatabaseError) -> bool:
    """Tell whether *error* comes from the disk (gone, read-only, full) or from a file in use."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return name.startswith(_OF_THE_DISK)


@contextmanager
def saving_told(place: str = "") -> Generator[None]:
    """Turn what the disk says (full, gone, read-only, locked) into one sentence.

    A record that was taken away meanwhile (by undo, on another screen) is told as well. *place*
    says where was typed.
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
            tr("This could not be saved. Is the disk full, or is the USB stick gone?"), place
        ) from error
    except FileGoneError as error:
        raise NotSavedError(_gone(), place) from error


def _gone() -> str:
    return tr("The council file is not in its place any more. Was it moved or thrown away?")
