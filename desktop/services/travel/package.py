"""One file to take along: the encrypted council file, its wrapped key, and a note of the trip."""

import json
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import vault
from desktop.models.council_file import SUFFIX as COUNCIL
from desktop.models.small import parsed, plain_words
from desktop.services.file_names import safe_name

SUFFIX = ".raadpakket"
_COUNCIL, _KEY, _NOTE = "raad", "sleutel", "reis.json"
_MOST_NOTE = 10_000
_MOST_KEY = 100_000
_PIECE = 1_000_000
_MOST_TRIPS = 100_000
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, RuntimeError)
"""What a spoiled package makes of reading it; RuntimeError: locked, or packed in an odd way."""


@dataclass(frozen=True)
class Note:
    """What is written on the package."""

    trip: str
    """A number that no other trip has."""
    copy: int
    """1 for the first time that the council was taken along, 2 for the second …"""
    name: str
    """The name of the council file at home."""


def pack(
    council: Path,
    key_file: Path,
    note: Note,
    target: Path,
    ready: Callable[[], object] | None = None,
) -> None:
    """Write the package *target*; raises OSError when the disk refuses.

    *ready* is called when the package is whole, just before it gets its name.
    """
    fresh = target.with_name(target.name + ".nieuw")
    try:
        # Stored, not compressed: what is encrypted does not get smaller.
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_STORED) as package:
            package.write(council, _COUNCIL)
            if key_file.exists():
                package.write(key_file, _KEY)
            package.writestr(_NOTE, json.dumps(asdict(note), ensure_ascii=False))
        if ready:
            ready()
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def unpack(package: Path, folder: Path) -> Path:
    """Put the council of *package* in *folder*, beside its note; return the council file.

    Raises CouncilError when it is no package, is damaged, or when the disk refuses.
    """
    try:
        with zipfile.ZipFile(package) as opened:
            note = read_note(opened)
            folder.mkdir(parents=True, exist_ok=True)
            council = _free(folder, safe_name(f"{note.name} {tr('on the way')}"))
            try:
                if _KEY in opened.namelist():
                    _extract(opened, _KEY, vault.key_path(council), _MOST_KEY)
                note_path(council).write_text(json.dumps(asdict(note)), "utf-8")
                _extract(opened, _COUNCIL, council, None)
            except BaseException:  # also when the disk is full: half a council may not stay
                for made in (council, vault.key_path(council), note_path(council)):
                    made.unlink(missing_ok=True)
                raise
    except _BROKEN as error:
        raise CouncilError(
            tr("This package is damaged, or it is not a package of Samenspraak.")
        ) from error
    except OSError as error:
        raise CouncilError(tr("The package cannot be read or unpacked. Is there room?")) from error
    return council


def read_note(package: zipfile.ZipFile) -> Note:
    """Return the note on an open *package*; raises ValueError or KeyError when there is none."""
    part = package.getinfo(_NOTE)
    if part.file_size > _MOST_NOTE or part.compress_type != zipfile.ZIP_STORED:
        raise ValueError(_NOTE)
    return note_of(parsed(package.read(_NOTE)))


def note_of(values: Any) -> Note:  # noqa: ANN401 – whatever the JSON holds
    """Return *values* as a note; raises ValueError or KeyError when they are no note."""
    if not isinstance(values, dict):
        raise ValueError(values)
    found: dict[str, Any] = values
    copy = found["copy"]
    if not isinstance(copy, int) or not 0 < copy < _MOST_TRIPS:
        raise ValueError(copy)
    return Note(plain_words(found["trip"]), copy, plain_words(found["name"]))


def note_path(council: Path) -> Path:
    """Return where the note lies of a council that was just unpacked."""
    return council.with_name(council.name + "-reis")


def _extract(package: zipfile.ZipFile, name: str, target: Path, most: int | None) -> None:
    """Write the part *name* to *target*; the name inside the package never becomes a path."""
    size = package.getinfo(name).file_size
    if package.getinfo(name).compress_type != zipfile.ZIP_STORED or (most and size > most):
        raise ValueError(name)
    with package.open(name) as source, target.open("xb") as file:
        while piece := source.read(_PIECE):
            file.write(piece)


def _free(folder: Path, name: str) -> Path:
    for number in count(1):
        path = folder / f"{name}{f' {number}' if number > 1 else ''}{COUNCIL}"
        if not path.exists() and not vault.key_path(path).exists():
            return path
    raise AssertionError
