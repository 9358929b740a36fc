"""The few numbers about a sentence that the score of the whole text is added up from."""

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
