"""When the place of the council file fails for good: go on in another place, with everything."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import council_file, vault
from desktop.services import care
from desktop.services import office as offices
from desktop.services.office import SUFFIX, Office


@dataclass(frozen=True)
class Rescued:
    """Where the council lies now."""

    path: Path
    backup: Path | None = None
    """The copy it was made of, because the file itself could not be read any more."""


def rescue(office: Office, folder: Path) -> Rescued:
    """Write the open council to a new file in *folder*; *office* saves there from now on.

    What can still be read goes along; when nothing can, the newest backup is taken. Raises
    CouncilError when *folder* fails too, or when there is nothing to read; nothing changes then.
    """
    store = office.store
    if store.closed_because:
        raise CouncilError(store.closed_because)
    path = _free(folder, office.path)
    fresh = path.with_name(path.name + ".nieuw")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        backup = None if _copied(office, fresh) else _newest(office, fresh)
        _write_key(office, path)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
            vault.key_path(path).unlink(missing_ok=True)
        raise CouncilError(
            tr("Saving in this folder does not work either. Choose another folder.")
        ) from error
    store.follow(council_file.checked_engine(path, store.key))
    return Rescued(path, backup)


def go_on(office: Office, rescued: Rescued) -> Office:
    """Let go of *office* and open the rescued file."""
    actor = office.store.actor
    office.close()
    return offices.reopen(rescued.path, office.store.key, actor)


def _copied(office: Office, fresh: Path) -> bool:
    """Write what is open to *fresh*; False when it cannot be read, OSError when it has no room."""
    try:
        office.store.copy_to(fresh)
    except (OSError, DatabaseError, CouncilError):
        fresh.write_bytes(bytes(_size(office)))  # no room: that is why
        fresh.unlink()
        return False
    return True


def _size(office: Office) -> int:
    """Return how many bytes the open file takes; of one that cannot be read, next to nothing."""
    with suppress(DatabaseError, CouncilError), office.store.reading() as session:
        ask = session.connection().exec_driver_sql
        pages, size = (ask(f"PRAGMA page_{name}").scalar_one() for name in ("count", "size"))
        return int(pages) * int(size)
    return 1


def _newest(office: Office, fresh: Path) -> Path:
    """Write the newest backup that opens to *fresh*; return the backup."""
    failed: OSError | None = None
    for backup in care.backups(office.path):
        try:
            shutil.copyfile(backup, fresh)
            council_file.open_with_key(fresh, office.store.key).close()
        except OSError as error:
            failed = error
        except CouncilError:
            fresh.unlink(missing_ok=True)
        else:
            return backup
    if failed:
        raise failed
    raise CouncilError(
        tr("The council file cannot be read, and neither can a backup. Leave this window open.")
    )


def _write_key(office: Office, path: Path) -> None:
    """Put the key file beside *path*: the one that is there, else as it was when it was opened."""
    fitting = (one for one in vault.key_files(office.path) if one.fits(office.store.key))
    guard = office.store.guard
    kept = guard.key_file if isinstance(guard, council_file.Writing) else None
    key_file = next(fitting, kept)
    if key_file:
        vault.write_key_file(vault.key_path(path), key_file)


def _free(folder: Path, council: Path) -> Path:
    for number in count(1):
        path = folder / f"{council.stem}{f' {number}' if number > 1 else ''}{SUFFIX}"
        if not path.exists() and not vault.key_path(path).exists():
            return path
    raise AssertionError
