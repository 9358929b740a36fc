"""Where the copies of a council file lie, what they are called, and which may go."""

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from desktop.domain.rotation import APART, expired
from desktop.models import vault
from desktop.models.council_file import SUFFIX

BACKUP, BEFORE = "reservekopie", "voor terugzetten"
_STAMP = "%Y-%m-%d %H%M%S"
_NAME = re.compile(
    rf"^(?P<stem>.+?) (?P<kind>{BACKUP}|{BEFORE})"
    r" (?P<stamp>\d{4}-\d\d-\d\d \d{6})(?P<why> .+)?$"
)


@dataclass(frozen=True)
class Copy:
    """One dated copy of a council file."""

    path: Path
    made: datetime
    size: int
    """Bytes."""
    why: str = ""
    """Before what it was made, in Dutch, as it stands in its name; empty for the usual ones."""
    dated: bool = True
    """Whether the date stands in the name; only such a copy is ever cleared away."""


def folder_of(council: Path) -> Path:
    """Return the folder of copies beside the file *council*."""
    return folder_in(council.parent, council)


def folder_in(place: Path, council: Path) -> Path:
    """Return the folder of copies of *council* in another *place*, such as a USB stick."""
    return place / f"{council.stem} reservekopieën"


def name_for(council: Path, made: datetime, why: str = "", kind: str = BACKUP) -> str:
    """Return the file name of a copy of *council* that is made now."""
    return " ".join(part for part in (council.stem, kind, f"{made:{_STAMP}}", why) if part) + SUFFIX


def is_copy(path: Path) -> bool:
    """Tell by its name whether *path* is a copy and not a council file to work in."""
    return path.suffix == SUFFIX and bool(_NAME.match(path.stem))


def stem_of(copy: Path) -> str:
    """Return the name of the council file that *copy* was made of."""
    found = _NAME.match(copy.stem)
    return found["stem"] if found else copy.stem


def copies_in(folder: Path, stem: str) -> list[Copy]:
    """Return the copies of the council file called *stem* in *folder*, newest first."""
    found: list[Copy] = []
    for kind in (BACKUP, BEFORE):
        try:
            paths = list(folder.glob(f"{escape(stem)} {kind} *{SUFFIX}"))
        except OSError:  # a drive that is gone for a moment
            continue
        for path in paths:
            with suppress(OSError):
                found.append(_copy(path))
    return sorted(found, key=lambda copy: (copy.made, copy.path.name), reverse=True)


def copies_of(council: Path) -> list[Copy]:
    """Return the copies that lie with *council*: in their own folder, and older ones beside it."""
    both = [*copies_in(folder_of(council), council.stem), *copies_in(council.parent, council.stem)]
    return sorted(both, key=lambda copy: (copy.made, copy.path.name), reverse=True)


def rotate(folder: Path, stem: str, now: datetime, spared: Collection[Path] = ()) -> int:
    """Clear away the copies in *folder* that need not stay; return how many went.

    A copy in *spared* stays: somebody is looking at it, to put it back.
    """
    copies = [copy for copy in copies_in(folder, stem) if copy.dated]
    gone = expired({copy.made for copy in copies if not copy.why}, now)
    old = [
        copy
        for copy in copies
        if (copy.made in gone and not copy.why)
        or (copy.why and copy.made < now - APART and copy is not copies[0])
    ]
    for copy in old:
        if copy.path in spared:
            continue
        with suppress(OSError):
            copy.path.unlink()
            vault.key_path(copy.path).unlink(missing_ok=True)
    return len(old)


def copy_at(path: Path) -> Copy | None:
    """Return the copy at *path*, with its date; None when it is not there."""
    try:
        return _copy(path)
    except OSError:
        return None


def _copy(path: Path) -> Copy:
    facts, found = path.stat(), _NAME.match(path.stem)
    if found is None:
        return Copy(path, datetime.fromtimestamp(facts.st_mtime), facts.st_size, dated=False)
    why = BEFORE if found["kind"] == BEFORE else (found["why"] or "").strip()
    try:
        made = datetime.strptime(found["stamp"], _STAMP)
    except ValueError:
        return Copy(path, datetime.fromtimestamp(facts.st_mtime), facts.st_size, why, dated=False)
    return Copy(path, made, facts.st_size, why)
