"""Copies from before an erasing still hold what was erased: which they are, and erasing them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from desktop.domain import terms
from desktop.domain.errors import CouncilError
from desktop.domain.rotation import APART, KEPT
from desktop.i18n import tr
from desktop.models import vault
from desktop.models.history import HistoryEntry
from desktop.models.store import Store
from desktop.services.care.copies import Copy
from desktop.services.care.safety import Safety


@dataclass(frozen=True)
class OldCopyRow:
    """A copy that was made before the last erasing."""

    copy: Copy
    second: bool
    """Whether it lies on the second place."""
    until: date
    """When the app clears it away by itself at the latest, as long as new copies are made."""
    erased: datetime
    """When was erased what it still holds."""


def old_copies(store: Store, safety: Safety) -> list[OldCopyRow]:
    """Return the copies from before the last erasing, newest first."""
    last = select(func.max(HistoryEntry.at)).where(HistoryEntry.kind == "erase")
    with store.reading() as session:
        erased = session.scalar(last)
    if erased is None:
        return []
    return [
        OldCopyRow(copy, safety.on_second(copy), _until(copy), erased)
        for copy in safety.copies()
        if copy.made <= erased
    ]


def drop(safety: Safety, old: OldCopyRow) -> None:
    """Erase one old copy with its key file; when nothing newer lies there, a copy is made first.

    Raises CouncilError when that fails, or when the place is away or refuses.
    """
    newer = (copy for copy in safety.copies() if copy.made > old.erased)
    if not any(safety.on_second(copy) == old.second for copy in newer):
        safety.make()
    try:
        old.copy.path.unlink(missing_ok=True)
        vault.key_path(old.copy.path).unlink(missing_ok=True)
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
