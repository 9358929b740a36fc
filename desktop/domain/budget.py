"""The budget of a year (werkbudget): what is left, what is too much, what nobody said.

There is no norm here: every amount is the council's own, with its source. One amount may be granted
for all parts together (*free*); it pays what the parts do not have themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

FIRST_YEAR, LAST_YEAR = 2000, 2100

State = Literal["over", "planned_over", "unsaid", "free", "fits", "empty"]


@dataclass(frozen=True)
class Amounts:
    """Euro cents of one part of the budget, or of all together; None: nobody said an amount."""

    granted: int | None = None
    planned: int | None = None
    spent: int = 0

    @property
    def left(self) -> int | None:
        """What may still be spent, below zero when it is too much; None without an amount."""
        return None if self.granted is None else self.granted - self.spent


@dataclass(frozen=True)
class Budget:
    """The parts of one year; *free* is granted for all of them together."""

    parts: Mapping[str, Amounts]
    free: int | None = None

    @property
    def total(self) -> Amounts:
        """All parts together; granted and planned are what was said, None when nothing was."""
        every = self.parts.values()
        return Amounts(
            _sum([self.free, *(one.granted for one in every)]),
            _sum([one.planned for one in every]),
            sum(one.spent for one in every),
        )

    @property
    def overspent(self) -> int:
        """How much was spent beyond what was granted."""
        return self._beyond({key: one.spent for key, one in self.parts.items()})

    @property
    def overplanned(self) -> int:
        """How much is planned beyond what was granted."""
        return self._beyond({key: one.planned or 0 for key, one in self.parts.items()})

    @property
    def unsaid(self) -> list[str]:
        """The parts that are used or planned while nobody said an amount for them."""
        return [key for key in self.parts if self.state(key) == "unsaid"]

    def state(self, part: str) -> State:
        """Return how *part* stands."""
        one = self.parts[part]
        if one.granted is None and self.free is None:
            return "unsaid" if one.spent or one.planned else "empty"
        own = one.granted or 0
        if one.spent > own and (self.free is None or self.overspent):
            return "over"
        if (one.planned or 0) > own and (self.free is None or self.overplanned):
            return "planned_over"
        if max(one.spent, one.planned or 0) > own:
            return "free"
        return "empty" if one.granted is None else "fits"

    def _beyond(self, used: Mapping[str, int]) -> int:
        """Return how much of *used* nothing was granted for; without any amount that is unknown."""
        short = 0
        for key, amount in used.items():
            granted = self.parts[key].granted
            if granted is not None or self.free is not None:
                short += max(0, amount - (granted or 0))
        return max(0, short - (self.free or 0))


def check_year(year: int, field: str = "year") -> int:
    """Return *year*; raises CouncilError at *field* when it cannot be a year of a council."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CouncilError(tr("This is not a year."), field)
    return year


def _sum(amounts: list[int | None]) -> int | None:
    said = [one for one in amounts if one is not None]
    return sum(said) if said else None
