"""Put the parts of a copy in the place of a council file: all of them, also when it is cut off.

The parts are first written beside the council file, with ".nieuw" behind their names. Then a mark
is set: from that moment the copy is the council. What is cut off after it, is finished by whoever
opens the file next; what is cut off before it, changed nothing.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop.models import vault


def parts(council: Path) -> tuple[Path, Path, Path]:
    """Return what belongs to a council file: its key, what was not folded in yet, and itself."""
    return vault.key_path(council), council.with_name(council.name + "-wal"), council


def fresh(council: Path) -> Sequence[Path]:
    """Return where the parts of the copy wait."""
    return [path.with_name(path.name + ".nieuw") for path in parts(council)]


def put_back(council: Path) -> None:
    """Let the parts that wait take the place of *council*; raises OSError when the disk refuses."""
    for path in fresh(council):
        if path.exists():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    _mark(council).touch()
    _finish(council)


def finish(council: Path) -> None:
    """Finish what was cut off; a disk that refuses is told by whoever opens the file."""
    with suppress(OSError):
        if _mark(council).exists():
            _finish(council)


def drop(council: Path) -> None:
    """Throw away the parts that wait, unless they are the council already."""
    if not _mark(council).exists():
        for path in fresh(council):
            path.unlink(missing_ok=True)


def _finish(council: Path) -> None:
    key, log, whole = fresh(council)
    if whole.exists():
        # What a crashed app left in the log belongs to the old file.
        for rest in ("-wal", "-shm"):
            council.with_name(council.name + rest).unlink(missing_ok=True)
        os.replace(whole, council)
    for source, target in ((log, parts(council)[1]), (key, parts(council)[0])):
        if source.exists():
            os.replace(source, target)
    _mark(council).unlink()


def _mark(council: Path) -> Path:
    return council.with_name(council.name + "-terugzetten")
