"""Estimate how hard a text is, on the scale of LiNT: 0 is easy, 100 is very hard."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from math import sqrt

from desktop.language.data import table
from desktop.language.facts import Facts
from desktop.language.hints import Score

FEWEST = 8  # sentences; below this the estimate says little (docs/language-quality.md)
# Nine of ten chunks of n sentences lie within SPREAD / √n points of LiNT-II on the true parse.
SPREAD = 15.0
_LEAST_MARGIN = 3.0  # what the formula itself leaves open, however long the text


def score(facts: Iterable[Facts], counts: Mapping[str, int]) -> Score:
    """Return the score of a text from the facts of its sentences."""
    counted = [fact for fact in facts if fact.counted]
    words = sum(fact.words for fact in counted)
    sentences = len(counted)
    points = lint(counted) if sentences >= FEWEST else None
    return Score(
        lint=None if points is None else round(points, 1),
        level=None if points is None else level(points),
        margin=round(max(_LEAST_MARGIN, SPREAD / sqrt(sentences)), 1) if points is not None else 0.0,
        sentences=sentences,
        words=words,
        words_per_sentence=round(words / sentences, 1) if sentences else 0.0,
        counts=dict(counts),
    )


def lint(facts: Iterable[Facts]) -> float | None:
    """Return the estimated LiNT score of sentences, or None when they hold too little to count."""
    frequency = distance = density = 0.0
    frequent = sentences = clauses = nouns = concrete = 0
    for fact in facts:
        frequency += fact.frequency
        frequent += fact.frequent
        distance += fact.distance
        sentences += 1
        if fact.density >= 0:
            density += fact.density
            clauses += 1
        nouns += fact.nouns
        concrete += fact.concrete
    if not (frequent and clauses and nouns):
        return None
    formula = table("language/lint.toml")["formula"]
    easy = (
        formula["constant"]
        + formula["frequency"] * frequency / frequent
        + formula["distance"] * distance / sentences
        + formula["density"] * density / clauses
        + formula["concrete"] * concrete / nouns
    )
    return min(100.0, max(0.0, 100.0 - easy))


def level(points: float) -> int:
    """Return the LiNT level, 1 (easy) to 4 (very hard), of a score."""
    return bisect_right(table("language/lint.toml")["formula"]["levels"], points) + 1
