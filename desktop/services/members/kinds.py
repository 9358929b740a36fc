"""The words for seats and wishes of members; they come from resources/members/choices.toml."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from desktop.resources import text

Version = Literal["", "large", "word", "post"]


@dataclass(frozen=True)
class Wish:
    """Something that helps a member to take part; never why."""

    key: str
    group: str
    words: str
    why: str
    makes: Version = ""
    """The version of the papers that it asks for, if any."""


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads(text("members/choices.toml"))


def choices(name: str) -> dict[str, str]:
    """Return the choices called *name* (seat, wish_group): key → words, in screen order."""
    return dict(_all()[name])


def words(name: str, key: str) -> str:
    """Return the words for *key*; a key of the council's own stands for itself."""
    return str(_all()[name].get(key, key))


@cache
def wishes() -> tuple[Wish, ...]:
    """Return every wish that can be chosen, in screen order."""
    return tuple(Wish(key, **values) for key, values in _all()["wish"].items())


def chosen(stored: str) -> tuple[Wish, ...]:
    """Return the wishes in *stored* (a JSON list of keys); what is not known any more is left."""
    keys = cast("list[str]", json.loads(stored or "[]"))
    return tuple(wish for wish in wishes() if wish.key in keys)


def as_stored(keys: Sequence[str]) -> str:
    """Return wish *keys* as they are kept, in screen order."""
    return json.dumps([wish.key for wish in wishes() if wish.key in keys])
