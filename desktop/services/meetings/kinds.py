"""The words for kinds and states around a meeting; they come from resources/meetings."""

import tomllib
from functools import cache
from typing import Any

from desktop.resources import text


@cache
def _all() -> dict[str, dict[str, str]]:
    return tomllib.loads(text("meetings/kinds.toml"))


@cache
def _templates() -> dict[str, dict[str, Any]]:
    return tomllib.loads(text("meetings/templates.toml"))


def choices(name: str) -> dict[str, str]:
    """Return the choices called *name* (meeting, item, purpose …): key → words, in screen order."""
    return dict(_all()[name])


def words(name: str, key: str) -> str:
    """Return the words for *key*; a key of the council's own stands for itself."""
    return _all()[name].get(key, key)


def decides(kind: str) -> bool:
    """Tell whether the council itself decides in a *kind* of meeting, so that a quorum counts."""
    return kind in ("own", "theme")


def template(kind: str) -> dict[str, Any]:
    """Return the fixed agenda of a *kind* of meeting: title, minutes, public and its items."""
    templates = _templates()
    return templates.get(kind, templates["own"])
