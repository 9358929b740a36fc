"""File names that every computer accepts, and that never hide another file."""

import re
import unicodedata
from itertools import count
from pathlib import Path

from desktop.i18n import tr

LONGEST = 120
"""Signs; with room for a number, and for what a computer adds itself."""
_MOST_BYTES = 200
_LONGEST_ENDING = 16
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)")


def safe_name(words: str, otherwise: str = "") -> str:
    """Return *words* as a file name; *otherwise* when nothing of it is left.

    No forbidden signs, no names that Windows keeps for itself, at most 120 signs; an ending such as
    ".pdf" stays.
    """
    name = unicodedata.normalize("NFC", words)
    name = re.sub(r"[/\\|]", "-", re.sub(r'[<>:"?*]', "", name))
    name = "".join(sign for sign in name if sign.isspace() or unicodedata.category(sign)[0] != "C")
    name = " ".join(name.split()).strip(" .")
    if not name:
        return otherwise or tr("nameless")
    name = f"_{name}" if _RESERVED.match(name) else name
    ending = Path(name).suffix
    if " " in ending or len(ending) > _LONGEST_ENDING:
        ending = ""  # a full stop in a sentence is no ending
    stem = name.removesuffix(ending)[: LONGEST - len(ending)]
    while len((stem + ending).encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.strip(" .") + ending


def free_path(path: Path) -> Path:
    """Return *path*, with a number behind its name when there is such a file already."""
    if not path.exists():
        return path
    tries = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(other for other in tries if not other.exists())
