"""The rules of an agenda: numbers that stay, the order, the time, and what comes back next time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeVar

Reason = Literal["not_treated", "standing", "open_action"]
"""Why an item comes back next time."""

UNNUMBERED = frozenset({"break"})
"""Kinds that get no number on the agenda."""


class Listed(Protocol):
    """An item as far as the rules look at it."""

    @property
    def id(self) -> int:
        """The key of the item."""
        ...

    @property
    def parent_id(self) -> int | None:
        """The item it is a part of."""
        ...

    @property
    def number(self) -> str:
        """The number it was given, or empty."""
        ...

    @property
    def kind(self) -> str:
        """The kind of item."""
        ...

    @property
    def minutes(self) -> int:
        """The time planned for it."""
        ...


Item = TypeVar("Item", bound=Listed)


@dataclass(frozen=True)
class TimeSum:
    """The time the items ask, against the time there is, in minutes."""

    planned: int
    available: int

    @property
    def over(self) -> int:
        """How many minutes do not fit; 0 when all fits."""
        return max(0, self.planned - self.available)

    @property
    def left(self) -> int:
        """How many minutes are free."""
        return max(0, self.available - self.planned)


def numbers(items: Sequence[Listed]) -> dict[int, str]:
    """Return the number of every item, by its key.

    Before the agenda is sent numbers follow the order: 1, 2, 2a, 2b, 3. A number that was given
    stays, wherever its item goes; a later item gets the next free one. Numbers are never used
    twice on one agenda.
    """
    given = {item.id: item.number for item in items if item.number}
    used = set(given.values())
    highest = max((_main(number) for number in used), default=0)
    for item in items:
        if item.parent_id is None and item.id not in given and item.kind not in UNNUMBERED:
            highest += 1
            given[item.id] = str(highest)
            used.add(str(highest))
    for item in items:
        if item.parent_id is not None and item.id not in given:
            main = given.get(item.parent_id, "")
            number = next(n for n in (f"{main}{letter(i)}" for i in range(1000)) if n not in used)
            given[item.id] = number
            used.add(number)
    return {item.id: given.get(item.id, "") for item in items}


def letter(place: int) -> str:
    """Return the letter for sub-item *place* from 0: a to z, then aa, ab."""
    word = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def time_sum(items: Sequence[Listed], available: int) -> TimeSum:
    """Return the time of all *items*; parts count within the time of their item."""
    return TimeSum(sum(own_minutes(items).values()), available)


def own_minutes(items: Sequence[Listed]) -> dict[int, int]:
    """Return the minutes each item adds to the meeting; parts count within their item."""
    parts: dict[int, int] = {}
    for item in items:
        if item.parent_id is not None:
            parts[item.parent_id] = parts.get(item.parent_id, 0) + item.minutes
    return {
        item.id: item.minutes
        if item.parent_id is not None
        else max(0, item.minutes - parts.get(item.id, 0))
        for item in items
    }


def clock_times(items: Sequence[Listed], starts: datetime) -> dict[int, datetime]:
    """Return when every item begins if all goes as planned, by its key."""
    result: dict[int, datetime] = {}
    now = starts
    minutes = own_minutes(items)
    for item in items:
        result[item.id] = now
        now += timedelta(minutes=minutes[item.id])
    return result


def in_order(items: Sequence[Item]) -> list[Item]:
    """Return *items* with every part right after its item, else as they came."""
    heads = {item.id for item in items}
    parts: dict[int | None, list[Item]] = {}
    for item in items:
        if item.parent_id in heads:
            parts.setdefault(item.parent_id, []).append(item)
    result: list[Item] = []
    for item in items:
        if item.parent_id is None or item.parent_id not in heads:
            result += [item, *parts.get(item.id, [])]
    return result


def moved(order: Sequence[int], item: int, steps: int) -> list[int]:
    """Return *order* with *item* some *steps* up (negative) or down, never past the ends."""
    rest = [key for key in order if key != item]
    place = min(max(0, order.index(item) + steps), len(rest))
    return [*rest[:place], item, *rest[place:]]


def reasons_to_return(*, treated: bool, standing: bool, open_action: bool) -> tuple[Reason, ...]:
    """Return why an item comes back next time; empty when it is finished.

    The rule: not discussed, or standing, or with an open action.
    """
    found: list[Reason] = []
    if not treated:
        found.append("not_treated")
    if standing:
        found.append("standing")
    if open_action:
        found.append("open_action")
    return tuple(found)


def _main(number: str) -> int:
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isdigit() else 0
