"""What this computer remembers of the copies of one council: the second place, and the last copy.

It lies in the folder of copies and not in the council file: a letter of a drive or the place of a
stick differs from computer to computer, and noting that a copy was made must not itself be a change
that asks for a copy, or a step of undo. No word of the council stands in it.
"""

import json
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.services.care.copies import folder_of

_FILE = "plaatsen.json"
_HERE = "computers"


@dataclass(frozen=True)
class Remembered:
    """What is known on this computer; dates in ISO form, empty for never."""

    second: str = ""
    """The second place; empty when none was chosen."""
    seen: str = ""
    """When a copy last lay on the second place."""
    last: str = ""
    """When the last verified copy was made."""
    link: str = ""
    """The end of the history in that copy."""
    name: str = ""
    """The file name of that copy: by its date alone a clock that was wrong once would mislead."""

    def at(self, name: str) -> datetime | None:
        """Return the date called *name* ("seen", "last"), None for never or unreadable."""
        try:
            return datetime.fromisoformat(str(getattr(self, name)))
        except ValueError:
            return None


def recall(council: Path) -> Remembered:
    """Return what this computer knows of the copies of *council*."""
    mine = _read(council).get(platform.node())
    if not isinstance(mine, dict):
        return Remembered()
    return replace(
        Remembered(), **{k: str(v) for k, v in mine.items() if k in asdict(Remembered())}
    )


def note(council: Path, known: Remembered) -> None:
    """Write down what this computer knows; raises OSError when the disk refuses."""
    folder = folder_of(council)
    folder.mkdir(parents=True, exist_ok=True)
    computers = {**_read(council), platform.node(): asdict(known)}
    fresh = folder / (_FILE + ".nieuw")
    fresh.write_text(json.dumps({_HERE: computers}, ensure_ascii=False, indent=1), "utf-8")
    fresh.replace(folder / _FILE)


def _read(council: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        content: Any = json.loads((folder_of(council) / _FILE).read_text("utf-8"))
        computers: Any = content.get(_HERE) if isinstance(content, dict) else None
        if isinstance(computers, dict):
            return dict(computers)
    return {}
