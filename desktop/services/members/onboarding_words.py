"""The words and the practice cases for new members; they come from resources/onboarding."""

import tomllib
from functools import cache
from typing import Any

from desktop.resources import text
from desktop.services.members.rows_onboarding import PracticeCase


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
    return {
        key: PracticeCase(
            key=key,
            **{name: tuple(v) if isinstance(v, list) else v.strip() for name, v in case.items()},
        )
        for key, case in tomllib.loads(text("onboarding/practice.toml"))["case"].items()
    }
