"""Estimate how hard a text is, on the scale of LiNT: 0 is easy, 100 is very hard."""

from collections.abc import Iterable, Mapping

from desktop.language.facts import Facts
from desktop.language.hints import Score

FEWEST = 8  # sentences; below this the estimate says little (docs/language-quality.md)


def score(facts: Iterable[Facts], counts: Mapping[str, int]) -> Score:
    """Return the score of a text from the facts of its sentences."""
    counted = [fact for fact in facts if fact.counted]
    words = sum(fact.words for fact in counted)
    sentences = len(counted)
    return Score(
        sentences=sentences,
        words=words,
        words_per_sentence=round(words / sentences, 1) if sentences else 0.0,
        counts=dict(counts),
    )
