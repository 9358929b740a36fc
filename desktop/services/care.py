"""Look after the council file: verify it, copy it, put a copy back."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models import vault
from desktop.models.history import HistoryEntry
from desktop.models.papers import Paper, StoredFile
from desktop.services.office import SUFFIX, Office


@dataclass(frozen=True)
class Report:
    """What was verified, in sentences."""

    sound: bool
    lines: tuple[str, ...]


def check(office: Office) -> Report:
    """Verify the file, its encryption, its links, every kept paper, and list the backups."""
    troubles: list[str] = []
    with office.store.reading() as session:
        connection = session.connection()
        for pragma in ("integrity_check", "cipher_integrity_check", "foreign_key_check"):
            for row in connection.exec_driver_sql(f"PRAGMA {pragma}"):
                if row[0] != "ok":
                    troubles.append(f"{pragma}: {row[0]}")
        entries = session.scalar(select(func.count()).select_from(HistoryEntry)) or 0
        checksums = list(session.scalars(select(StoredFile.sha256)))
        wanted = set(session.scalars(select(Paper.sha256)))
    for checksum in checksums:
        try:
            office.store.kept(checksum)
        except CouncilError as error:
            troubles.append(f"{error.message} ({checksum[:12]})")
    if wanted - set(checksums):
        missing = len(wanted - set(checksums))
        troubles.append(trn("{n} paper is missing.", "{n} papers are missing.", missing))
    lines = list(troubles) or [tr("The file is sound.")]
    lines.append(trn("{n} action in the history", "{n} actions in the history", entries))
    lines.append(trn("{n} paper kept", "{n} papers kept", len(checksums)))
    found = backups(office.path)
    lines.append(trn("{n} backup beside the file", "{n} backups beside the file", len(found)))
    lines += [path.name for path in found]
    return Report(not troubles, tuple(lines))


def backups(council: Path) -> list[Path]:
    """Return the copies of *council* in its own folder, newest first."""
    found = council.parent.glob(f"{council.stem} reservekopie *{SUFFIX}")
    return sorted(found, reverse=True)


def backup(office: Office, folder: Path) -> Path:
    """Copy the open file and its key file to *folder*, verified; return the copy."""
    stamp = f"{datetime.now():%Y-%m-%d %H%M%S}"
    path = folder / f"{office.path.stem} reservekopie {stamp}{SUFFIX}"
    temporary = path.with_name(path.name + ".nieuw")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        with office.store.reading() as session:
            connection = session.connection()
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(temporary),))
            connection.exec_driver_sql("BEGIN")
        key = vault.key_path(office.path)
        if key.exists():
            shutil.copyfile(key, vault.key_path(path))
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CouncilError(
            tr("The copy could not be made. Is there room, and may you write there?")
        ) from error
    return path


def restore(copy: Path, council: Path) -> Path | None:
    """Put *copy* in the place of *council*; return where the present file was kept, if any.

    Raises CouncilError when *copy* is missing or when the disk refuses; nothing is lost then.
    """
    if not copy.is_file():
        raise CouncilError(tr("This backup is not there. Is the USB stick in the computer?"))
    kept: Path | None = None
    try:
        if council.exists():
            stamp = f"{datetime.now():%Y-%m-%d %H%M%S}"
            kept = council.with_name(f"{council.stem} voor terugzetten {stamp}{SUFFIX}")
            shutil.copyfile(council, kept)
            if vault.key_path(council).exists():
                shutil.copyfile(vault.key_path(council), vault.key_path(kept))
        for source, target in (
            (vault.key_path(copy), vault.key_path(council)),
            (copy, council),
        ):
            if source.exists():
                fresh = target.with_name(target.name + ".nieuw")
                shutil.copyfile(source, fresh)
                os.replace(fresh, target)
        for rest in ("-wal", "-shm"):
            council.with_name(council.name + rest).unlink(missing_ok=True)
    except OSError as error:
        raise CouncilError(
            tr("The backup could not be put back. The present file is unchanged.")
        ) from error
    return kept
