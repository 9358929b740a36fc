"""Find the files that come with the app: texts, icons, fonts, lists."""

import sys
from pathlib import Path


def _home() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)  # set by the packaged app
    package = Path(__file__).resolve().parent
    places = [package / "_resources", package.parent / "resources"]
    if frozen:
        places.insert(0, Path(frozen) / "resources")
    return next((place for place in places if place.is_dir()), places[-1])


HOME = _home()


def resource(name: str) -> Path:
    """Return the path of the resource *name*, such as ``themes/tokens.toml``.

    Raises FileNotFoundError when the app is not complete.
    """
    path = HOME / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def text(name: str) -> str:
    """Return the resource *name* as text."""
    return resource(name).read_text("utf-8")
