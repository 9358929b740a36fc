"""Verify the council file: its pages, its papers, its history, and its copies."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.disk import DamagedFileError
from desktop.models.history import HistoryEntry, breaks
from desktop.models.papers import Paper, StoredFile
from desktop.models.proof import strays
from desktop.models.store import Store
from desktop.services.care.backups import backups

if TYPE_CHECKING:
    from desktop.services.office import Office

_MOST_DETAILS = 5


@dataclass(frozen=True)
class Report:
    """What was verified, in sentences."""

    sound: bool
    lines: tuple[str, ...]


def check(office: "Office") -> Report:
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
