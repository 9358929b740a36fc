"""Allowances and claims as the screens and papers see them, and the words around them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from desktop.domain import money
from desktop.resources import text

State = Literal["claimed", "agreed", "paid", "refused"]


@dataclass(frozen=True)
class ClaimKindRow:
    """A kind of allowance or expense; ``amount`` in cents per unit, None: what it cost."""

    id: int
    name: str
    amount: int | None
    unit: str
    source: str
    used: bool
    budget: str = "allowances"
    """The part of the budget that pays for it."""

    @property
    def words(self) -> str:
        """Its amount in words: "€ 0,23 per kilometer"."""
        per = words("unit", self.unit)
        return per if self.amount is None else f"{money.euros(self.amount)} {per}"


@dataclass(frozen=True)
class ClaimRow:
    """A claim; ``amount`` in cents."""

    id: int
    member_id: int
    name: str
    on: date
    amount: int
    kind_id: int | None
    units: float
    note: str
    receipt: str
    agreed: date | None
    paid: date | None
    refused: str

    @property
    def state(self) -> State:
        """Where it stands."""
        return state_of(self.agreed, self.paid, self.refused)


def state_of(agreed: date | None, paid: date | None, refused: str) -> State:
    """Return where a claim stands that was agreed and paid on these days, or *refused*."""
    if refused:
        return "refused"
    if paid:
        return "paid"
    return "agreed" if agreed else "claimed"


@cache
def texts() -> dict[str, Any]:
    """Return the words around claims: resources/members/claims.toml."""
    return tomllib.loads(text("members/claims.toml"))


def words(name: str, key: str) -> str:
    """Return the words for *key* among the choices called *name* (unit, state)."""
    return str(texts()[name].get(key, key))
