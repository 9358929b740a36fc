"""What a rule hands back about one sentence, and the words it says about it."""

from functools import cache
from typing import NamedTuple

from desktop.language.data import table


class Found(NamedTuple):
    """A hint whose place is counted from the start of its sentence."""

    kind: str
    start: int
    end: int
    message: str
    confidence: float
    suggestions: tuple[str, ...] = ()


@cache
def explanation(kind: str) -> str:
    """Return the "leg uit" text of the hint kind *kind*."""
    return str(table("language/explanations.toml")[kind])


def cased(word: str, simpler: tuple[str, ...]) -> tuple[str, ...]:
    """Return *simpler* with a capital when *word* has one."""
    if word[:1].isupper() and not word.isupper():
        return tuple(other[:1].upper() + other[1:] for other in simpler)
    return simpler
