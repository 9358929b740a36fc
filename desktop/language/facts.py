"""The few numbers about a sentence that the score of the whole text is added up from."""

from collections.abc import Iterable
from typing import NamedTuple


class Facts(NamedTuple):
    """Counts of one sentence.

    ``counted`` is False for headings and loose cells, which no score may use. ``frequency`` is the
    sum over ``frequent`` content words, ``nouns`` counts those with a known kind, ``concrete`` the
    ones you can touch. ``abbreviations`` are (short form, start, end, explained here).
    """

    words: int = 0
    counted: bool = False
    passive: bool = False
    frequency: float = 0.0
    frequent: int = 0
    distance: float = 0.0
    density: float = 0.0
    nouns: int = 0
    concrete: int = 0
    abbreviations: tuple[tuple[str, int, int, bool], ...] = ()


class Sums(NamedTuple):
    """The facts of many sentences added up; only sentences that count for the score."""

    sentences: int = 0
    words: int = 0
    passive: int = 0
    frequency: float = 0.0
    frequent: int = 0
    distance: float = 0.0
    density: float = 0.0
    clauses: int = 0
    nouns: int = 0
    concrete: int = 0
    units: int = 0

    @staticmethod
    def of(facts: Iterable[Facts]) -> "Sums":
        """Return the sums over the sentences *facts*; ``units`` also counts headings and cells."""
        every = list(facts)
        counted = [fact for fact in every if fact.counted]
        verbal = [fact.density for fact in counted if fact.density >= 0]
        return Sums(
            sentences=len(counted),
            words=sum(fact.words for fact in counted),
            passive=sum(fact.passive for fact in counted),
            frequency=sum(fact.frequency for fact in counted),
            frequent=sum(fact.frequent for fact in counted),
            distance=sum(fact.distance for fact in counted),
            density=sum(verbal),
            clauses=len(verbal),
            nouns=sum(fact.nouns for fact in counted),
            concrete=sum(fact.concrete for fact in counted),
            units=len(every),
        )

    @staticmethod
    def total(sums: "Iterable[Sums]") -> "Sums":
        """Return the sums of several paragraphs together."""
        columns = list(zip(*sums, strict=True))
        return Sums(*map(sum, columns)) if columns else Sums()
