"""The words and the practice cases for new members; they come from resources/onboarding."""

import tomllib
from functools import cache
from typing import Any

from desktop.resources import text
from desktop.services.members.rows_onboarding import PracticeCase, PracticePoint


@cache
def _all() -> dict[str, dict[str, Any]]:
    return tomllib.loads(text("onboarding/words.toml"))


def choices(name: str) -> dict[str, str]:
    """Return the choices called *name* (kind, understood): key → words, in screen order."""
    return dict(_all()[name])


def words(name: str, key: str) -> str:
    """Return the words for *key*; a key of the council's own stands for itself."""
    return str(_all()[name].get(key, key))


def what_we_do() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a council does and what it does not do, one sentence each."""
    lists = _all()["what_we_do"]
    return tuple(lists["yes"]), tuple(lists["no"])


@cache
def practice_cases() -> dict[str, PracticeCase]:
    """Return the practice cases by key."""
    cases: dict[str, dict[str, Any]] = tomllib.loads(text("onboarding/practice.toml"))["case"]
    return {key: _case(key, values) for key, values in cases.items()}


def practice_case(key: str) -> PracticeCase:
    """Return the practice case *key*; the first one while nobody chose."""
    cases = practice_cases()
    return cases.get(key) or next(iter(cases.values()))


def next_case(case: PracticeCase) -> PracticeCase:
    """Return the case that comes after *case*, and after the last one the first."""
    cases = list(practice_cases().values())
    return cases[(cases.index(case) + 1) % len(cases)]


def _case(key: str, values: dict[str, Any]) -> PracticeCase:
    texts = {name: value.strip() for name, value in values.items() if isinstance(value, str)}
    points = (
        PracticePoint(one["ask"], one["example"], tuple(one["signs"])) for one in values["compare"]
    )
    return PracticeCase(key=key, hints=tuple(values["hints"]), compare=tuple(points), **texts)


def first_words() -> list[str]:
    """Return the words of the glossary that every new member meets."""
    return list(_all()["first"]["words"])
