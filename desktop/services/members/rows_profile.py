"""The profile of the council as the screens and papers see it, and the words around it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop.domain.composition import Group
from desktop.resources import text

ABLE = 2
"""From this level on, the council can count on somebody: "dit gaat goed"."""

KINDS = ("knowledge", "skill", "attitude")
ABOUTS = ("district", "age", "perspective")


@dataclass(frozen=True)
class ProfileItemRow:
    """Something that the council wants to know, be able to do, or be like."""

    id: int
    name: str
    kind: str
    position: int


@dataclass(frozen=True)
class ProfileLine:
    """An item with who said what of it: number of the member → level 0–3."""

    row: ProfileItemRow
    said: Mapping[int, int]

    @property
    def able(self) -> int:
        """How many members can do it well."""
        return sum(level >= ABLE for level in self.said.values())


@dataclass(frozen=True)
class Profile:
    """The whole profile, by kind, with the members who filled it in."""

    lines: tuple[ProfileLine, ...]
    members: Mapping[int, str]
    """Number → name of everybody in the council now, also who filled in nothing."""
    filled: frozenset[int]
    """The numbers of the members who filled something in."""

    @property
    def gaps(self) -> list[ProfileLine]:
        """What nobody can do well; nothing while nobody filled anything in."""
        return [line for line in self.lines if not line.able] if self.filled else []


@dataclass(frozen=True)
class HeadcountRow:
    """How many members belong to a group."""

    id: int
    about: str
    name: str
    position: int
    people: int | None
    counted: date | None
    needed: bool

    @property
    def group(self) -> Group:
        """The group as the rules see it."""
        return Group(self.about, self.name, self.people, self.needed)


@cache
def texts() -> dict[str, Any]:
    """Return the words of profile and composition: resources/members/profile.toml."""
    return tomllib.loads(text("members/profile.toml"))


def choices(name: str) -> dict[str, str]:
    """Return the choices called *name* (kind, level, about): key → words, in screen order."""
    return dict(texts()[name])


def words(name: str, key: object) -> str:
    """Return the words for *key* among the choices called *name*."""
    return str(texts()[name].get(str(key), key))
