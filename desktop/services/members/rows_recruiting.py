"""Vacancies as the screens and papers see them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class VacancyRow:
    """A vacancy as the screens and papers see it."""

    id: int
    title: str
    seat_id: int | None
    state: str
    profile: str
    offer: str
    channels: str
    contact: str
    opened: date | None
    closes: date | None
    mixed: bool


@dataclass(frozen=True)
class VacancyLine:
    """A vacancy in the list, with how many candidates there are."""

    row: VacancyRow
    candidates: int


@dataclass(frozen=True)
class Yield:
    """How many people came by one place, and how many of them became a member."""

    source: str
    came: int
    joined: int
