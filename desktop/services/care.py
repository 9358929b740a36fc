"""Look after the council file: verify it, copy it, put a copy back."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models import vault
from desktop.models.disk import DamagedFileError
from desktop.models.history import HistoryEntry, breaks
from desktop.models.papers import Paper, StoredFile
from desktop.models.proof import strays
from desktop.models.store import Store
from desktop.services.office import SUFFIX, Office

_PAGE = 4096
"""Bytes; a SQLCipher file is made of whole pages."""
_MOST_DETAILS = 5


@dataclass(frozen=True)
class Report:
    """What was verified, in sentences."""

    sound: bool
    lines: tuple[str, ...]


def check(office: Office) -> Report:
    """Verify the file, its encryption, its links, every kept paper, and list the backups."""
    try:
        troubles = _pages(office.store)
        counted: list[str] = []
        if not troubles:
            troubles, counted = _contents(office.store)
    except DamagedFileError as error:
        troubles, counted = [error.message], []
    found = backups(office.path)
    beside = trn("{n} backup beside the file", "{n} backups beside the file", len(found))
    lines = [*(troubles or [tr("The file is sound.")]), *counted, beside]
    return Report(not troubles, (*lines, *(path.name for path in found)))


def _pages(store: Store) -> list[str]:
    """Return what is wrong with the pages of the file and the links between its records."""
    with store.reading() as session:
        connection = session.connection()
        found = [
            f"{pragma}: {str(row[0]).splitlines()[-1]}"
            for pragma in ("integrity_check", "cipher_integrity_check", "foreign_key_check")
            for row in connection.exec_driver_sql(f"PRAGMA {pragma}")
            if row[0] != "ok"
        ]
    damaged = tr("This file is damaged and cannot be read. Put back a backup.")
    return [damaged, *found[:_MOST_DETAILS]] if found else []


def _contents(store: Store) -> tuple[list[str], list[str]]:
    """Return what is wrong with the papers in the file, and what it holds."""
    troubles: list[str] = []
    with store.reading() as session:
        entries = session.scalar(select(func.count()).select_from(HistoryEntry)) or 0
        checksums = list(session.scalars(select(StoredFile.sha256)))
        missing = len(set(session.scalars(select(Paper.sha256))) - set(checksums))
    for checksum in checksums:
        try:
            store.kept(checksum)
        except DamagedFileError:
            raise
        except CouncilError as error:
            troubles.append(f"{error.message} ({checksum[:12]})")
    if missing:
        troubles.append(trn("{n} paper is missing.", "{n} papers are missing.", missing))
    troubles += _told(store)
    return troubles, [
        trn("{n} action in the history", "{n} actions in the history", entries),
        trn("{n} paper kept", "{n} papers kept", len(checksums)),
    ]


def _told(store: Store) -> list[str]:
    """Return what was changed in the file by something else than the app."""
    with store.reading() as session:
        edited = len(list(breaks(session)))
        strange = list(strays(session))
    found: list[str] = []
    if edited:
        found.append(
            trn(
                "{n} line of the history was changed outside the app.",
                "{n} lines of the history were changed outside the app.",
                edited,
            )
        )
    if strange:
        found.append(
            trn(
                "{n} record was changed outside the app.",
                "{n} records were changed outside the app.",
                len(strange),
            )
        )
    return found


def backups(council: Path) -> list[Path]:
    """Return the copies of *council* in its own folder, newest first."""
    found = council.parent.glob(f"{escape(council.stem)} reservekopie *{SUFFIX}")
    return sorted(found, reverse=True)


def backup(office: Office, folder: Path) -> Path:
    """Copy the open file and its key file to *folder*, read it through; return the copy."""
    stamp = f"{datetime.now():%Y-%m-%d %H%M%S}"
    path = folder / f"{office.path.stem} reservekopie {stamp}{SUFFIX}"
    temporary = path.with_name(path.name + ".nieuw")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        office.store.copy_to(temporary)
        key = vault.key_path(office.path)
        if key.exists():
            shutil.copyfile(key, vault.key_path(path))
        temporary.replace(path)
    except (OSError, DatabaseError, CouncilError) as error:
        with suppress(OSError):
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
    if not _is_council_file(copy):
        raise CouncilError(tr("This is not a backup of Samenspraak, or it is damaged."))
    fresh = [path.with_name(path.name + ".nieuw") for path in _parts(council)]
    try:
        kept = _set_aside(council) if council.exists() else None
        _copy_parts(_parts(copy), fresh)
        # What a crashed app left in the log belongs to the old file: it is kept beside that.
        for rest in ("-wal", "-shm"):
            council.with_name(council.name + rest).unlink(missing_ok=True)
        for source, target in zip(fresh, _parts(council), strict=True):
            if source.exists():
                os.replace(source, target)
    except OSError as error:
        with suppress(OSError):
            for path in fresh:
                path.unlink(missing_ok=True)
        raise CouncilError(
            tr("The backup could not be put back. The present file is unchanged.")
        ) from error
    return kept


def _set_aside(council: Path) -> Path:
    """Copy all that belongs to *council* beside it; return the copy."""
    stamp = f"{datetime.now():%Y-%m-%d %H%M%S}"
    kept = council.with_name(f"{council.stem} voor terugzetten {stamp}{SUFFIX}")
    _copy_parts(_parts(council), _parts(kept))
    return kept


def _copy_parts(sources: Sequence[Path], targets: Sequence[Path]) -> None:
    for source, target in zip(sources, targets, strict=True):
        if source.exists():
            shutil.copyfile(source, target)


def _parts(council: Path) -> tuple[Path, Path, Path]:
    """Return what belongs to a council file: its key, what was not folded in yet, and itself."""
    return vault.key_path(council), council.with_name(council.name + "-wal"), council


def _is_council_file(path: Path) -> bool:
    """Tell whether *path* can be a council file: whole pages, and nothing readable in front."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_PAGE)
    readable = start.startswith(b"SQLite format 3") or max(start, default=0) < 127
    return size > 0 and size % _PAGE == 0 and not readable
