"""Put the hints of all sentences at their place in the whole text and add up the score."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.language.abbreviations import unexplained
from desktop.language.facts import Facts
from desktop.language.found import Found, explanation
from desktop.language.hints import KINDS, Analysis, Hint
from desktop.language.score import score

_MANY_PASSIVES = 0.2  # more than this share of the sentences: the passive is a habit here
_WORD_KINDS = frozenset({"difficult_word", "jargon", "abbreviation", "compound", "spelling"})
# How often the same word is pointed out at a time; mend the first and the next one shows up.
_REPEATS = {"difficult_word": 2, "jargon": 2, "compound": 1}
_DEFAULT = frozenset(KINDS) - {"spelling"}


class Settings(NamedTuple):
    """What the writer asked for: the kind of text, the kinds of hint, and what to leave alone."""

    context: str = ""
    kinds: frozenset[str] | None = None
    own_words: frozenset[str] = frozenset()
    ignore: frozenset[tuple[str, str]] = frozenset()


class Place(NamedTuple):
    """What was found in one sentence, and where that sentence starts in its paragraph."""

    start: int
    hints: tuple[Found, ...]
    facts: Facts


def assemble(text: str, parts: list[tuple[int, tuple[Place, ...]]], settings: Settings) -> Analysis:
    """Return the analysis of *text*; *parts* are its paragraphs, each with its sentences."""
    facts = [place.facts for _, places in parts for place in places]
    hints = list(_hints(text, parts, settings, many_passives=_many_passives(facts)))
    hints.sort(key=lambda hint: (hint.start, hint.end))
    counts = Counter(hint.kind for hint in hints)
    return Analysis(text, tuple(hints), score(facts, counts))


def _many_passives(facts: list[Facts]) -> bool:
    counted = sum(1 for fact in facts if fact.counted)
    return counted >= 8 and sum(fact.passive for fact in facts) > _MANY_PASSIVES * counted


def _hints(
    text: str,
    parts: list[tuple[int, tuple[Place, ...]]],
    settings: Settings,
    *,
    many_passives: bool,
) -> Iterator[Hint]:
    wanted = _DEFAULT if settings.kinds is None else settings.kinds
    seen: Counter[tuple[str, str]] = Counter()
    for offset, found in _located(parts):
        kind = found.kind
        if kind not in wanted or (kind == "no_advice" and not _is_advice(found, settings)):
            continue
        start, end = found.start + offset, found.end + offset
        words = text[start:end]
        if settings.ignore and (kind, words.lower()) in settings.ignore:
            continue
        if settings.own_words and kind in _WORD_KINDS and words.lower() in settings.own_words:
            continue
        if kind in _REPEATS:
            seen[kind, words.lower()] += 1
            if seen[kind, words.lower()] > _REPEATS[kind]:
                continue
        confidence = found.confidence
        if many_passives and kind == "passive":
            confidence = max(confidence, 0.8)
        yield Hint(
            kind, start, end, words, found.message, found.suggestions, confidence, explanation(kind)
        )


def _located(parts: list[tuple[int, tuple[Place, ...]]]) -> Iterator[tuple[int, Found]]:
    for start, places in parts:
        for place in places:
            for found in place.hints:
                yield start + place.start, found
    yield from unexplained(_abbreviations(parts))


def _abbreviations(
    parts: list[tuple[int, tuple[Place, ...]]],
) -> Iterable[tuple[int, Facts]]:
    for start, places in parts:
        for place in places:
            if place.facts.abbreviations:
                yield start + place.start, place.facts


def _is_advice(found: Found, settings: Settings) -> bool:
    """Tell whether to show a remark on a recommendation: in an advice, or when it is sure."""
    return settings.context == "advice" or found.confidence >= 0.7
