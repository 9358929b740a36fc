"""Copies from before an erasing still hold what was erased: which they are, and erasing them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from desktop.domain import terms
from desktop.domain.errors import CouncilError
from desktop.domain.rotation import APART, KEPT
from desktop.i18n import tr
from desktop.models import vault
from desktop.models.history import HistoryEntry
from desktop.models.store import Store
from desktop.services.care.copies import Copy, folder_in, folder_of
from desktop.services.care.safety import Safety


@dataclass(frozen=True)
class OldCopyRow:
    """A copy that was made before the last erasing."""

    copy: Copy
    here: bool
    """Whether it lies beside the file."""
    second: bool
    """Whether it lies on the second place."""
    until: date
    """When the app clears it away by itself at the latest, as long as new copies are made."""
    erased: datetime
    """When was erased what it still holds."""


def old_copies(store: Store, safety: Safety) -> list[OldCopyRow]:
    """Return the copies from before the last erasing that can be reached now, newest first."""
    last = select(func.max(HistoryEntry.at)).where(HistoryEntry.kind == "erase")
    with store.reading() as session:
        erased = session.scalar(last)
    if erased is None:
        return []
    return [
        OldCopyRow(copy, *safety.places(copy), _until(copy), erased)
        for copy in safety.copies()
        if copy.made <= erased
    ]


def drop(safety: Safety, council: Path, old: OldCopyRow) -> None:
    """Erase one old copy of *council* with its key file, on each place where it lies.

    When a place has nothing newer, a fresh copy is made first. Raises CouncilError when that fails,
    or when a place refuses.
    """
    newer = [safety.places(copy) for copy in safety.copies() if copy.made > old.erased]
    covered = any(here for here, _there in newer), any(there for _here, there in newer)
    if (old.here and not covered[0]) or (old.second and not covered[1]):
        safety.make(after=old.erased)
    name, second = old.copy.path.name, safety.state.second
    folders = [folder_of(council), council.parent]
    folders += [folder_in(second, council)] if second and old.second else []
    try:
        for path in (folder / name for folder in folders):
            path.unlink(missing_ok=True)
            vault.key_path(path).unlink(missing_ok=True)
    except OSError as error:
        raise CouncilError(
            tr("This copy could not be erased. Is the USB stick in the computer?")
        ) from error


def _until(copy: Copy) -> date:
    """Return the last day that *copy* can stay by the rotation, plus the month it is in."""
    if copy.why:
        return (copy.made + APART + timedelta(days=1)).date()
    _period, months = KEPT[-1]
    return terms.add(copy.made.date().replace(day=1), months, "months")
