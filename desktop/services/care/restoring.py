"""Put a copy back: first see what would change, then keep the present and put the copy there."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import lock, putting_back
from desktop.models.base import Record
from desktop.models.council_file import open_with_key
from desktop.models.disk import is_there
from desktop.models.history import HistoryEntry
from desktop.models.putting_back import parts
from desktop.models.store import Store
from desktop.services import record_words
from desktop.services.care.copies import BEFORE, folder_of, name_for

_PAGE = 4096
"""Bytes; a SQLCipher file is made of whole pages."""

Rows = dict[str, dict[int, tuple[Any, ...]]]


@dataclass(frozen=True)
class Preview:
    """What putting a copy back would do, in words: "3 dossiers", "12 acties"."""

    changed: tuple[str, ...]
    """What becomes as it was in the copy."""
    lost: tuple[str, ...]
    """What is not in the copy, because it was made later."""
    back: tuple[str, ...]
    """What is in the copy and not here any more."""
    last_at: datetime | None
    """When somebody last worked in the copy."""
    last_actor: str

    @property
    def same(self) -> bool:
        """Whether nothing would change."""
        return not (self.changed or self.lost or self.back)


def preview(store: Store, copy: Path) -> Preview:
    """Compare *copy* with the open *store*, without touching either.

    Raises CouncilError when the copy is gone, damaged, or made under another key.
    """
    if not is_there(copy):
        raise CouncilError(tr("This backup is not there. Is the USB stick in the computer?"))
    with tempfile.TemporaryDirectory(prefix="samenspraak-", ignore_cleanup_errors=True) as folder:
        mine = Path(folder) / "kopie"
        try:
            _copy_parts(parts(copy)[1:], parts(mine)[1:])
        except OSError as error:
            raise CouncilError(
                tr("This backup is not there. Is the USB stick in the computer?")
            ) from error
        with closing(_opened(mine, store.key)) as then:
            with then.reading() as session:
                old, last = _rows(session), session.scalars(_LAST).first()
            with store.reading() as session:
                return _compared(old, _rows(session), last)


_LAST = select(HistoryEntry).order_by(HistoryEntry.id.desc()).limit(1)


def _opened(path: Path, key: bytes) -> Store:
    try:
        return open_with_key(path, key)
    except CouncilError as error:
        raise CouncilError(
            tr("This copy is damaged, or made under an older key. What differs cannot be shown.")
        ) from error


def _rows(session: Session) -> Rows:
    """Return every record that people know, by kind and number."""
    found: Rows = {}
    for mapper in Record.registry.mappers:
        table: Any = mapper.local_table
        if mapper.class_.__tracked__ and record_words.kind(table.name):
            rows = session.execute(select(table)).mappings()
            found[table.name] = {row["id"]: tuple(row.values()) for row in rows}
    return found


def _compared(old: Rows, new: Rows, last: HistoryEntry | None) -> Preview:
    changed: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    back: Counter[str] = Counter()
    for name, now in new.items():
        then = old.get(name, {})
        changed[name] = sum(now[key] != then[key] for key in now.keys() & then.keys())
        lost[name] = len(now.keys() - then.keys())
        back[name] = len(then.keys() - now.keys())
    return Preview(
        _in_words(changed),
        _in_words(lost),
        _in_words(back),
        last.at if last else None,
        last.actor if last else "",
    )


def _in_words(counted: "Counter[str]") -> tuple[str, ...]:
    found = [(count, name) for name, count in counted.items() if count]
    return tuple(record_words.counted(name, n) for n, name in sorted(found, reverse=True))


def restore(copy: Path, council: Path) -> Path | None:
    """Put *copy* in the place of *council*; return where the present file was kept, if any.

    Raises CouncilError when *copy* is missing, when somebody works in *council*, or when the disk
    refuses; nothing is lost then.
    """
    if not is_there(copy):
        raise CouncilError(tr("This backup is not there. Is the USB stick in the computer?"))
    if not _is_council_file(copy):
        raise CouncilError(tr("This is not a backup of Samenspraak, or it is damaged."))
    taken = lock.take(council)  # nobody may be working in the file that goes away
    try:
        council.parent.mkdir(parents=True, exist_ok=True)
        putting_back.finish(council)
        kept = _set_aside(council) if council.exists() else None
        putting_back.drop(council)
        _copy_parts(parts(copy), putting_back.fresh(council))
        putting_back.put_back(council)
    except OSError as error:
        with suppress(OSError):
            putting_back.drop(council)
        raise CouncilError(
            tr("The backup could not be put back. The present file is unchanged.")
        ) from error
    finally:
        taken.release()
    return kept


def _set_aside(council: Path) -> Path:
    """Copy all that belongs to *council* to its folder of copies; return the copy."""
    folder = folder_of(council)
    folder.mkdir(parents=True, exist_ok=True)
    made = datetime.now()
    while (kept := folder / name_for(council, made, kind=BEFORE)).exists():
        made += timedelta(seconds=1)
    try:
        _copy_parts(parts(council), parts(kept))
    except OSError:
        for part in parts(kept):  # half a copy may not look like one
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise
    return kept


def _copy_parts(sources: Sequence[Path], targets: Sequence[Path]) -> None:
    for source, target in zip(sources, targets, strict=True):
        if source.exists():
            shutil.copyfile(source, target)


def _is_council_file(path: Path) -> bool:
    """Tell whether *path* can be a council file: whole pages, and nothing readable in front."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_PAGE)
    readable = start.startswith(b"SQLite format 3") or max(start, default=0) < 127
    return size > 0 and size % _PAGE == 0 and not readable
