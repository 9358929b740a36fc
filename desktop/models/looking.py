"""Look along in a council file while somebody else works in it: a copy that follows it."""

import shutil
import tempfile
from pathlib import Path

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

_TRIES = 20

Stamp = tuple[tuple[int, int], ...]


class Follower:
    """A private copy of a council file, encrypted like the file itself.

    The file itself is never opened: on a shared drive a database cannot be read safely while
    another computer writes in it.
    """

    def __init__(self, council: Path) -> None:
        self._council = council
        self._folder = tempfile.TemporaryDirectory(
            prefix="samenspraak-", ignore_cleanup_errors=True
        )
        self._seen: Stamp = ()
        self._turn = 0

    def changed(self) -> bool:
        """Tell whether the file changed since the last copy; False when it is gone for a moment."""
        try:
            return _stamp(self._council) != self._seen
        except OSError:
            return False

    def copy(self) -> Path:
        """Return a fresh copy; raises CouncilError when the file stays in motion or is gone."""
        self._turn += 1
        target = Path(self._folder.name) / f"{self._turn}.samenspraak"
        for _try in range(_TRIES):
            try:
                before = _stamp(self._council)
                for source, copy in zip(_parts(self._council), _parts(target), strict=True):
                    copy.unlink(missing_ok=True)
                    if source.exists():
                        shutil.copyfile(source, copy)
                # What changed while it was copied may be half old, half new.
                if _stamp(self._council) == before:
                    self._seen = before
                    return target
            except OSError:
                continue
        raise CouncilError(tr("This file cannot be read now. Try again in a moment."))

    def drop_older(self) -> None:
        """Throw away every copy but the last."""
        for path in Path(self._folder.name).iterdir():
            if path.name.split(".")[0] != str(self._turn):
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Throw the copies away."""
        self._folder.cleanup()


def _parts(council: Path) -> tuple[Path, Path]:
    return council, council.with_name(council.name + "-wal")


def _stamp(council: Path) -> Stamp:
    """Return size and time of the parts; raises OSError when the file is gone."""
    council.stat()
    return tuple(
        (found.st_size, found.st_mtime_ns)
        for found in (part.stat() for part in _parts(council) if part.exists())
    )
