"""Reads the small files beside a council (key, lock, note), whatever is in them."""

import json
from pathlib import Path
from typing import Any

_MOST = 100_000
"""Bytes; what the app writes itself is under 2,000."""


def read_small(path: Path) -> Any:  # noqa: ANN401 – whatever the JSON holds
    """Return the JSON at *path*; raises OSError, or ValueError when it is none or far too large."""
    with path.open("rb") as file:
        data = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise ValueError(path.name)
    return parsed(data)


def parsed(data: str | bytes) -> Any:  # noqa: ANN401 – whatever the JSON holds
    """Return *data* as JSON; raises ValueError for anything else, however deep it goes."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError(data[:40]) from error


def plain_words(value: object, most: int = 120) -> str:
    """Return *value* as one line that every screen can show."""
    line = "".join(sign if sign.isprintable() else " " for sign in str(value)[: 4 * most])
    return " ".join(line.split())[:most]
