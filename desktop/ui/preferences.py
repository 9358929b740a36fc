"""What this person chose on this computer: theme, text size, window, last council files."""

import json
import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

FOLDER_VARIABLE = "SAMENSPRAAK_CONFIG"  # another folder, for tests and for a memory stick
_KEPT_FILES = 6
_WIDEST = 20_000
LOCK_AFTER = (0, 5, 15, 30)
"""Minutes to choose from."""


@dataclass(frozen=True)
class Preferences:
    """Choices of one person; *width* and *height* are the window in px, *person* who works here.

    *meeting_tips* says whether the notes of a running meeting get plain-language tips.
    *lock_after* is in minutes without a key or the mouse, 0 for never; *locked* are the council
    files that ask for their passphrase, though this computer remembers their key.
    """

    theme: str = "system"
    factor: float = 1.0
    width: int = 1280
    height: int = 800
    recent: tuple[str, ...] = ()
    person: str = ""
    meeting_tips: bool = True
    lock_after: int = 0
    locked: tuple[str, ...] = ()

    def with_file(self, path: Path) -> "Preferences":
        """Return these with the council file *path* as the one used last."""
        others = [name for name in self.recent if name != str(path)]
        return replace(self, recent=(str(path), *others)[:_KEPT_FILES])

    def files(self) -> list[Path]:
        """Return the council files used last that still exist, newest first."""
        return [Path(name) for name in self.recent if is_there(Path(name))]


def is_there(path: Path) -> bool:
    """Tell whether *path* is there; a place that refuses to say is not."""
    try:
        return path.exists()
    except OSError:  # a stick of another user, a drive that asks for a password
        return False


def folder() -> Path:
    """Return the folder of the preferences file."""
    own = os.environ.get(FOLDER_VARIABLE)
    return Path(own) if own else user_config_path("samenspraak", appauthor=False)


def load() -> Preferences:
    """Return what was saved; a missing or damaged file gives the normal choices."""
    try:
        saved = tomllib.loads((folder() / "preferences.toml").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    return Preferences(**_known(saved))


def _known(saved: dict[str, Any]) -> dict[str, Any]:
    """Keep what we know and what has the right type; another version may have written the rest."""
    good: dict[str, Any] = {}
    for field in fields(Preferences):
        value = saved.get(field.name)
        if isinstance(field.default, tuple):
            if isinstance(value, list):
                good[field.name] = tuple(str(name) for name in value)
        elif field.name == "factor" and isinstance(value, int | float):
            good["factor"] = value / 1 if 1 <= value <= 2 else field.default
        elif field.name in {"width", "height"}:
            fits = isinstance(value, int) and 100 <= value <= _WIDEST
            good[field.name] = value if fits else field.default
        elif field.name == "lock_after":
            good["lock_after"] = value if value in LOCK_AFTER else 0
        elif value is not None and type(value) is type(field.default):
            good[field.name] = value
    return good


def save(preferences: Preferences) -> None:
    """Write *preferences*; a disk that refuses is no reason to stop anybody's work."""
    lines = [
        f"{field.name} = {_toml(getattr(preferences, field.name))}" for field in fields(preferences)
    ]
    target = folder() / "preferences.toml"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".new")
        fresh.write_text("\n".join([*lines, ""]), "utf-8")
        fresh.replace(target)
    except OSError:
        return


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(str(name)) for name in value) + "]"
    # As JSON, but TOML knows no halves of signs (as JSON writes an emoji) and no bare DEL.
    text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return text.encode("utf-8", "replace").decode()


def with_factor(preferences: Preferences, factor: float) -> Preferences:
    """Return *preferences* with another text size."""
    return replace(preferences, factor=factor)


def with_meeting_tips(preferences: Preferences, *, wanted: bool) -> Preferences:
    """Return *preferences* with or without tips during a meeting."""
    return replace(preferences, meeting_tips=wanted)


def with_person(preferences: Preferences, person: str) -> Preferences:
    """Return *preferences* with the name of who works on this computer."""
    return replace(preferences, person=person)


def with_lock_after(preferences: Preferences, minutes: int) -> Preferences:
    """Return *preferences* that lock after *minutes* of rest; 0 is never."""
    return replace(preferences, lock_after=minutes)


def with_lock(preferences: Preferences, council: Path, *, locked: bool) -> Preferences:
    """Return *preferences* in which the file *council* is locked, or not any more."""
    others = tuple(name for name in preferences.locked if name != _name(council))
    return replace(preferences, locked=(*others, _name(council)) if locked else others)


def is_locked(preferences: Preferences, council: Path) -> bool:
    """Tell whether the file *council* asks for its passphrase."""
    return _name(council) in preferences.locked


def _name(council: Path) -> str:
    return str(council.resolve())
