"""How hard an incoming paper is, and what its hardest words mean."""

import re
from collections import Counter
from dataclasses import dataclass
from math import sqrt

from desktop.language.glossary import Explained, explain
from desktop.language.lexicon import frequency

_KINDS = {"jargon": 1.5, "abbreviation": 1.2, "difficult_word": 1.0}
"""Kinds of tip that name a word; jargon first, because a paper cannot be read without it."""
_LOOKED_AT = 120_000
"""Characters; the words of a policy paper repeat, so its first fifty pages tell enough."""
_COMMONEST = 7.0  # log10 per billion words: "de", "het"
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


@dataclass(frozen=True)
class HardTerm:
    """A hard word of a paper in its basic form, how often it stands there, and what it means."""

    term: str
    times: int
    meaning: str


def hardest_terms(text: str, most: int = 10) -> list[HardTerm]:
    """Return the hardest words of *text* that can be explained, the hardest first.

    A word is harder when fewer people use it and when the paper uses it more. Takes half a second
    for fifty pages: call it away from the screen.
    """
    from desktop.language import analyse

    text = text[:_LOOKED_AT]
    found: dict[str, tuple[Explained, float]] = {}
    for hint in analyse(text, kinds=_KINDS).hints:
        explained = explain(hint.text)
        if explained:
            known = found.get(explained.term, (explained, 0.0))
            found[explained.term] = (explained, max(known[1], _KINDS[hint.kind]))
    times = _times(text, frozenset(found))
    ranked = sorted(
        found.values(),
        key=lambda pair: (-_hardness(pair[0].term, times[pair[0].term]) * pair[1], pair[0].term),
    )
    return [HardTerm(one.term, times[one.term], one.meaning) for one, _weight in ranked[:most]]


def _hardness(term: str, times: int) -> float:
    rarest = min((frequency(word) for word in term.lower().split()), default=0.0)
    return sqrt(times) * (_COMMONEST - rarest)


def _times(text: str, terms: frozenset[str]) -> Counter[str]:
    """Count each of *terms* in *text*, in all its forms; at least once."""
    counted: Counter[str] = Counter(dict.fromkeys(terms, 0))
    for word, times in Counter(word.lower() for word in _TOKEN.findall(text)).items():
        explained = explain(word)
        if explained and explained.term in terms:
            counted[explained.term] += times
    low = " ".join(text.lower().split())
    for term in terms:
        if " " in term:
            counted[term] += low.count(term.lower())
    return Counter({term: max(times, 1) for term, times in counted.items()})
