"""What the analysis of a text gives back: hints on places in the text, and a score."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

KINDS = (
    "difficult_word",
    "jargon",
    "abbreviation",
    "long_sentence",
    "passive",
    "nominal",
    "tang",
    "prepositions",
    "negation",
    "compound",
    "enumeration",
    "vague",
    "tone",
    "no_advice",
    "spelling",
)


class Hint(NamedTuple):
    """One remark on one place in a text.

    A tuple and not a dataclass: a long draft has thousands, and each keystroke moves all after it.
    ``start`` and ``end`` count Python characters, ``confidence`` runs from 0 to 1, ``message`` is
    one sentence in the user's language and ``explanation`` the longer "leg uit" of its kind.
    """

    kind: str
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[str, ...]
    confidence: float
    explanation: str


@dataclass(frozen=True, slots=True)
class Score:
    """How hard a text is, as an estimate.

    ``lint`` runs from 0 (easy) to 100 and is None under eight sentences; ``level`` is 1 to 4;
    ``margin`` is the uncertainty of ``lint`` in points; ``counts`` is the number of hints per kind.
    """

    lint: float | None = None
    level: int | None = None
    margin: float = 0.0
    sentences: int = 0
    words: int = 0
    words_per_sentence: float = 0.0
    counts: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its hints, in order of place, and its score."""

    text: str
    hints: tuple[Hint, ...]
    score: Score
