"""The budget of the year and the help asked for, as the screens and papers see them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop.domain import money
from desktop.domain.budget import Amounts, Budget, State
from desktop.i18n import tr
from desktop.resources import text
from desktop.services.records import listed

FREE = "free"
"""The one amount for all parts together; nothing is spent on it."""

OTHER = "other"
"""The part for what the app does not know."""


@dataclass(frozen=True)
class PartRow:
    """One part of the budget of a year: its amounts in cents, and where they stand."""

    key: str
    name: str
    amounts: Amounts
    state: State | None
    """None for the one amount for everything."""
    source: str = ""
    kept: bool = False
    """Whether somebody filled something in, so that there is something to take away."""


@dataclass(frozen=True)
class SpentRow:
    """What was spent on one part in one way; ``how`` is claims, trainings or spendings."""

    part: str
    how: str
    many: int
    amount: int


@dataclass(frozen=True)
class YearView:
    """The budget of one year."""

    year: int
    budget: Budget
    rows: tuple[PartRow, ...]
    spent: tuple[SpentRow, ...]
    waiting: tuple[int, int]
    """How many claims nobody decided about yet, and how much they are together."""
    undated: int
    """Trainings with a cost and without a day: they count in no year."""

    @property
    def is_over(self) -> bool:
        """Whether more was spent than granted: on a part, or on all together."""
        return self.budget.overspent > 0 or (self.budget.total.left or 0) < 0

    @property
    def told(self) -> str:
        """How the year stands, in one sentence."""
        total = self.budget.total
        if self.budget.overspent:
            return tr(
                "In {year} you spent {amount} too much on: {parts}.",
                year=self.year,
                amount=money.euros(self.budget.overspent),
                parts=listed(self.over),
            )
        if total.left is not None and total.left < 0:
            return tr(
                "In {year} you spent {amount} more than you got.",
                year=self.year,
                amount=money.euros(-total.left),
            )
        if total.granted is None:
            return tr("Nobody said yet how much you get in {year}.", year=self.year)
        return tr(
            "You got {granted} in {year}. You spent {spent}.",
            year=self.year,
            granted=money.euros(total.granted),
            spent=money.euros(total.spent),
        )

    @property
    def over(self) -> list[str]:
        """The names of the parts on which too much was spent."""
        return [row.name for row in self.rows if row.state == "over"]

    @property
    def planned_over(self) -> list[str]:
        """The names of the parts for which more is planned than was granted."""
        return [
            row.name
            for row in self.rows
            if row.state
            and (row.amounts.granted is not None or self.budget.free is not None)
            and (row.amounts.planned or 0) > (row.amounts.granted or 0)
        ]


@dataclass(frozen=True)
class SpendingRow:
    """Money spent on something else than claims and trainings; ``amount`` in cents."""

    id: int
    what: str
    on: date
    amount: int
    part: str


@dataclass(frozen=True)
class NeedRow:
    """Help that the council needs; ``given`` is yes, partly, no, or empty without an answer."""

    id: int
    what: str
    priority: str
    asked: date | None
    given: str
    by_whom: str
    note: str

    @property
    def state(self) -> str:
        """How it stands: yes, partly, no, asked or open."""
        return self.given or ("asked" if self.asked else "open")


@cache
def texts() -> dict[str, Any]:
    """Return the words around the budget: resources/members/budget.toml."""
    return tomllib.loads(text("members/budget.toml"))


def words(name: str, key: str) -> str:
    """Return the words for *key* among the choices called *name* (part, state, need …)."""
    return str(texts()[name].get(key, key))


def parts(*, free: bool = False) -> list[tuple[str, str]]:
    """Return the parts with their words, in screen order; *free* with the amount for everything."""
    return [(key, name) for key, name in texts()["part"].items() if free or key != FREE]


def known(part: str) -> str:
    """Return *part*, or the part for other costs when this council does not know it."""
    return part if part in texts()["part"] and part != FREE else OTHER
