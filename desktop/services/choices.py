"""The choices on the screens, with the words the user sees; they come from resources/advice."""

import tomllib
from functools import cache

from desktop.resources import text


@cache
def _all() -> dict[str, dict[str, str]]:
    return tomllib.loads(text("advice/choices.toml"))


def choices(name: str) -> dict[str, str]:
    """Return the choices called *name* (kind, state, phase …): key → words, in screen order."""
    return dict(_all()[name])


def words(name: str, key: str) -> str:
    """Return the words for *key*; a key of the council's own stands for itself."""
    return _all()[name].get(key, key)


def plural(person_word: str) -> str:
    """Return "inwoners" for "inwoner": the council's own word for the people it speaks for."""
    return person_word + ("en" if person_word.endswith("ënt") else "s")
