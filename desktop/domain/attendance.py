"""Who was there at which item: from, up to and including, from home, or away for one item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.i18n import tr

WAYS = ("expected", "room", "online", "absent", "absent_notice")
HERE = ("room", "online")


@dataclass(frozen=True)
class Presence:
    """How one person takes part in a meeting."""

    way: str = "expected"
    from_item: int | None = None
    """Came at this item; None: from the start."""
    to_item: int | None = None
    """Left after this item; None: until the end."""
    away: frozenset[int] = field(default=frozenset())
    """Items for which the person leaves the room because of another interest."""

    def at(self, item: int, order: Sequence[int]) -> bool:
        """Whether the person is there at *item*, when items are treated in *order*."""
        if self.way not in HERE or item in self.away:
            return False
        place = {number: index for index, number in enumerate(order)}
        here = place.get(item, len(order))
        came = place.get(self.from_item, 0) if self.from_item is not None else 0
        left = place.get(self.to_item, len(order)) if self.to_item is not None else len(order)
        return came <= here <= left


def treatment_order(items: Sequence[tuple[int, int | None]]) -> list[int]:
    """Return the numbers of *items* (number, turn) as they are treated.

    What had its turn comes first, by turn; the rest follows in the order of the agenda.
    """
    had = sorted((turn, number) for number, turn in items if turn is not None)
    return [number for _, number in had] + [number for number, turn in items if turn is None]


def words(presence: Presence, numbers: Mapping[int, str]) -> str:
    """Return how someone took part, as in minutes: "via Teams, vanaf punt 3, t/m punt 5".

    *numbers* gives the number on the agenda of each item. Empty for who was there all the time.
    """
    if presence.way == "absent_notice":
        return tr("absent with notice")
    if presence.way == "absent":
        return tr("absent without notice")
    if presence.way == "expected":
        return tr("not here yet")
    told = [tr("via Teams")] if presence.way == "online" else []
    if presence.from_item is not None and presence.from_item in numbers:
        told.append(tr("from item {number}", number=numbers[presence.from_item]))
    if presence.to_item is not None and presence.to_item in numbers:
        told.append(tr("up to and including item {number}", number=numbers[presence.to_item]))
    for item in sorted(presence.away & set(numbers), key=lambda item: list(numbers).index(item)):
        told.append(tr("not at item {number}", number=numbers[item]))
    return ", ".join(told)
