"""Make a copy of the open file, open it again with the key, and only then call it a copy."""

import errno
import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import vault
from desktop.models.copies import Facts, read_through
from desktop.models.history import HistoryEntry
from desktop.models.store import Store
from desktop.services.care.copies import copies_of, name_for

if TYPE_CHECKING:
    from desktop.services.office import Office


def backups(council: Path) -> list[Path]:
    """Return the copies that lie with *council*, newest first."""
    return [copy.path for copy in copies_of(council)]


def backup(office: "Office", folder: Path) -> Path:
    """Copy the open file and its key file to *folder*, read it through; return the copy."""
    return make_copy(office.store, office.path, folder, datetime.now())[0]


def make_copy(
    store: Store, council: Path, folder: Path, made: datetime, why: str = ""
) -> tuple[Path, Facts]:
    """Copy the open *store* of *council* to *folder*; return the copy and what it holds.

    The copy gets its name when it was opened with the key and read from end to end. Raises
    CouncilError when the disk refuses; nothing is left behind then.
    """
    path = folder / name_for(council, made, why)
    fresh = path.with_name(path.name + ".nieuw")
    try:
        with store.reading() as session:
            actions = session.scalar(select(func.count()).select_from(HistoryEntry)) or 0
        folder.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        store.copy_to(fresh)
        facts = _into_place(fresh, path, store.key, vault.key_path(council))
        if facts.actions < actions:
            path.unlink(missing_ok=True)
            raise CouncilError(tr("The copy could not be made."))
    except (OSError, DatabaseError, CouncilError) as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise CouncilError(
            tr("The copy could not be made. Is there room, and may you write there?")
        ) from error
    return path, facts


def carry(copy: Path, folder: Path, key: bytes) -> None:
    """Bring *copy* to *folder* on a second place and read it through there.

    Raises CouncilError with one sentence: full, read-only, gone, or damaged on the way.
    """
    fresh = folder / (copy.name + ".nieuw")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy, fresh)
        _into_place(fresh, folder / copy.name, key, vault.key_path(copy))
    except (OSError, CouncilError) as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise CouncilError(_why(error)) from error


def _into_place(fresh: Path, path: Path, key: bytes, key_file: Path) -> Facts:
    """Verify *fresh*, put its key file beside it, and give it its name."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())  # a stick that is pulled out may not leave half a copy
    facts = read_through(fresh, key)
    if key_file.exists():
        shutil.copyfile(key_file, vault.key_path(path))
    fresh.replace(path)
    return facts


def _why(error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else 0
    if number in (errno.ENOSPC, errno.EDQUOT):
        return tr("The second place is full. Make room there, or choose another place.")
    if number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return tr("Nothing may be written on the second place. Choose another place.")
    if isinstance(error, CouncilError):
        return tr("The copy on the second place is not good. Use another stick.")
    return tr("The second place does not answer. Is the USB stick in the computer?")
