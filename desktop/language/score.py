"""Estimate how hard a text is, on the scale of LiNT: 0 is easy, 100 is very hard."""

from bisect import bisect_right
from collections.abc import Mapping
from math import sqrt

from desktop.language.data import table
from desktop.language.facts import Sums
from desktop.language.hints import Score

FEWEST = 8  # sentences; below this the estimate says little (docs/language-quality.md)
_ENOUGH_WORDS = 150  # eight pieces with this many words do as well: laws have few, long sentences
# Nine of ten chunks of n sentences lie within SPREAD / √n points of LiNT-II on the true parse.
SPREAD = 15.0
_LEAST_MARGIN = 3.0  # what the formula itself leaves open, however long the text


def score(sums: Sums, counts: Mapping[str, int]) -> Score:
    """Return the score of a text from the sums over its sentences."""
    sentences = sums.sentences
    enough = sentences >= FEWEST or (sums.units >= FEWEST and sums.words >= _ENOUGH_WORDS)
    points = lint(sums) if enough else None
    margin = 0.0 if points is None else round(max(_LEAST_MARGIN, SPREAD / sqrt(sentences)), 1)
    return Score(
        lint=None if points is None else round(points, 1),
        level=None if points is None else level(points),
        margin=margin,
        sentences=sentences,
        words=sums.words,
        words_per_sentence=round(sums.words / sentences, 1) if sentences else 0.0,
        counts=dict(counts),
    )


def lint(sums: Sums) -> float | None:
    """Return the estimated LiNT score, or None when the text holds too little to count."""
    if not (sums.frequent and sums.clauses and sums.nouns):
        return None
    formula = table("language/lint.toml")["formula"]
    easy = (
        formula["constant"]
        + formula["frequency"] * sums.frequency / sums.frequent
        + formula["distance"] * sums.distance / sums.sentences
        + formula["density"] * sums.density / sums.clauses
        + formula["concrete"] * sums.concrete / sums.nouns
    )
    return min(100.0, max(0.0, 100.0 - easy))


def level(points: float) -> int:
    """Return the LiNT level, 1 (easy) to 4 (very hard), of a score."""
    return bisect_right(table("language/lint.toml")["formula"]["levels"], points) + 1
