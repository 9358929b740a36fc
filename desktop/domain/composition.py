"""Who sits in the council, in numbers alone: what is missing, and what must not be told exactly."""

from collections.abc import Sequence
from dataclasses import dataclass

FEW = 2
"""So many members or fewer could be recognised, so a paper for everybody does not say how many."""

ADDS_UP = ("district", "age")
"""A member lives in one district and has one age, but can know several things at first hand."""


@dataclass(frozen=True)
class Group:
    """A group that members can belong to; ``people`` is None while nobody counted."""

    about: str
    """district, age or perspective."""
    name: str
    people: int | None = None
    needed: bool = False
    """The council does not want to be without it."""


def absent(groups: Sequence[Group]) -> list[Group]:
    """Return the groups that were counted, and to which nobody belongs."""
    return [group for group in groups if group.people == 0]


def missing(groups: Sequence[Group]) -> list[Group]:
    """Return the absent groups that the council does not want to be without."""
    return [group for group in absent(groups) if group.needed]


def only_district(groups: Sequence[Group]) -> str:
    """Return the district that everybody comes from; empty when there are more, or too few known.

    With one district in the list, or one member counted, there is nothing to say.
    """
    counted = [group for group in groups if group.about == "district" and group.people is not None]
    lived_in = [group for group in counted if group.people]
    if len(counted) < 2 or len(lived_in) != 1 or (lived_in[0].people or 0) < 2:
        return ""
    return lived_in[0].name


def few_young(groups: Sequence[Group]) -> bool:
    """Tell whether at most one member is in the youngest group of age, the first in the list."""
    ages = [group for group in groups if group.about == "age"]
    return bool(ages) and ages[0].people is not None and ages[0].people <= 1


def too_many(groups: Sequence[Group], members: int) -> str:
    """Return what cannot be right with *members* in the council: a group, or a kind; or nothing.

    A kind ("district") stands for: its groups together hold more than there are members.
    """
    for group in groups:
        if (group.people or 0) > members:
            return group.name
    for about in ADDS_UP:
        if sum(group.people or 0 for group in groups if group.about == about) > members:
            return about
    return ""
