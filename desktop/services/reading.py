"""How hard an incoming paper is, and what its hardest words mean."""

from collections import Counter
from dataclasses import dataclass

_KINDS = ("jargon", "abbreviation", "difficult_word")
"""Kinds of tip that name a word; jargon first, because a paper cannot be read without it."""
_LOOKED_AT = 120_000
"""Characters; the words of a policy paper repeat, so its first fifty pages tell enough."""


@dataclass(frozen=True)
class HardTerm:
    """A hard word of a paper, how often it stands there, and what it means."""

    term: str
    times: int
    meaning: str


def hardest_terms(text: str, most: int = 10) -> list[HardTerm]:
    """Return the hardest words of *text* with their meaning, those used most first."""
    from desktop.language import analyse

    hints = analyse(text[:_LOOKED_AT], kinds=_KINDS).hints
    times = Counter(hint.text.lower() for hint in hints)
    first = {hint.text.lower(): hint for hint in reversed(hints)}
    ranked = sorted(times, key=lambda term: (_KINDS.index(first[term].kind), -times[term], term))
    return [HardTerm(first[term].text, times[term], first[term].message) for term in ranked[:most]]
