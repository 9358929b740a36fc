"""What the screens and the report of a handover show, as frozen rows; and the words around it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop.resources import text

FREE = ("agreement", "place", "lesson", "worry")
"""Kinds of points that are only words: nothing in the file changes hands with them."""


@dataclass(frozen=True)
class PointRow:
    """One thing to hand over."""

    id: int
    handover_id: int
    title: str
    position: int
    kind: str
    note: str
    record: int | None
    receiver_id: int | None
    state: str
    receiver: str = ""


@dataclass(frozen=True)
class HandoverRow:
    """What one member hands over."""

    id: int
    name: str
    started: date
    member_id: int | None
    receiver_id: int | None
    finished: date | None
    last_day: date | None
    points: tuple[PointRow, ...]

    @property
    def first_name(self) -> str:
        """What the member is called: the first word of the name."""
        return self.name.partition(" ")[0]

    @property
    def left(self) -> tuple[PointRow, ...]:
        """The points that nobody confirmed yet."""
        return tuple(one for one in self.points if one.state != "confirmed")

    def is_gone(self, today: date) -> bool:
        """Tell whether the member left, or is no longer in the file."""
        return self.member_id is None or (self.last_day is not None and self.last_day < today)


@cache
def handover_words() -> dict[str, Any]:
    """Return the words of a handover, by part."""
    return tomllib.loads(text("members/handover.toml"))


def words(part: str, key: str) -> str:
    """Return the words for *key* of *part*; a key of the council's own stands for itself."""
    return str(handover_words()[part].get(key, key))
