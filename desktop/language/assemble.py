"""Put the hints of all paragraphs at their place in the whole text and add up the score."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from desktop.language.abbreviations import unexplained
from desktop.language.facts import Facts, Sums
from desktop.language.found import Found, explanation
from desktop.language.hints import KINDS, Analysis, Hint
from desktop.language.score import score

_MANY_PASSIVES = 0.2  # more than this share of the sentences: the passive is a habit here
_WORD_KINDS = frozenset({"difficult_word", "jargon", "abbreviation", "compound", "spelling"})
# How often the same word is pointed out at a time; mend the first and the next one shows up.
_REPEATS = {"difficult_word": 2, "jargon": 2, "compound": 1}
_SURE = 0.6  # a hint that is less sure comes once
_DEFAULT = frozenset(KINDS) - {"spelling"}
ShortForm: TypeAlias = tuple[str, int, int, bool]


class Settings(NamedTuple):
    """What the writer asked for: the kind of text, the kinds of hint, and what to leave alone."""

    context: str = ""
    kinds: frozenset[str] | None = None
    own_words: frozenset[str] = frozenset()
    ignore: frozenset[tuple[str, str]] = frozenset()


class Paragraph(NamedTuple):
    """The results of one paragraph, counted from its own start; kept while it does not change."""

    hints: tuple[Hint, ...]
    sums: Sums
    short_forms: tuple[ShortForm, ...]


def paragraph(
    text: str, places: Iterable[tuple[int, tuple[Found, ...], Facts]], settings: Settings
) -> Paragraph:
    """Put together the sentences of a paragraph: (start, hints, facts) of each."""
    hints: list[Hint] = []
    facts: list[Facts] = []
    short_forms: list[ShortForm] = []
    for start, found, fact in places:
        facts.append(fact)
        hints += (hint for one in found for hint in _hint(text, start, one, settings))
        short_forms += (
            (short, start + first, start + last, explained)
            for short, first, last, explained in fact.abbreviations
        )
    return Paragraph(tuple(hints), Sums.of(facts), tuple(short_forms))


def assemble(text: str, parts: Sequence[tuple[int, Paragraph]], settings: Settings) -> Analysis:
    """Return the analysis of *text*; *parts* are its paragraphs, each with its start."""
    sums = Sums.total(part.sums for _, part in parts)
    many = sums.sentences >= 8 and sums.passive > _MANY_PASSIVES * sums.sentences
    hints = [*_moved(parts, many_passives=many), *_short_forms(text, parts, settings)]
    hints.sort(key=itemgetter(1, 2))
    return Analysis(text, tuple(hints), score(sums, Counter(map(itemgetter(0), hints))))


def _moved(parts: Sequence[tuple[int, Paragraph]], *, many_passives: bool) -> Iterator[Hint]:
    """Give the hints at their place in the text, without too many on the same word."""
    seen: Counter[tuple[str, str]] = Counter()
    for offset, part in parts:
        for kind, start, end, words, message, suggestions, confidence, more in part.hints:
            sure = confidence
            if kind in _REPEATS:
                key = (kind, words.lower())
                seen[key] += 1
                if seen[key] > (_REPEATS[kind] if confidence >= _SURE else 1):
                    continue
            elif many_passives and kind == "passive":
                sure = max(confidence, 0.8)
            yield Hint(kind, start + offset, end + offset, words, message, suggestions, sure, more)


def _short_forms(
    text: str, parts: Sequence[tuple[int, Paragraph]], settings: Settings
) -> Iterator[Hint]:
    used = [(start, part.short_forms) for start, part in parts if part.short_forms]
    for offset, found in unexplained(used):
        yield from _hint(text, offset, found, settings)


def _hint(text: str, offset: int, found: Found, settings: Settings) -> Iterator[Hint]:
    """Give the hint for *found*, or nothing when the writer does not want it."""
    kind = found.kind
    if kind not in (_DEFAULT if settings.kinds is None else settings.kinds):
        return
    if kind == "no_advice" and settings.context != "advice" and found.confidence < 0.7:
        return
    start, end = offset + found.start, offset + found.end
    words = text[start:end]
    low = words.lower()
    if (kind, low) in settings.ignore or (kind in _WORD_KINDS and low in settings.own_words):
        return
    yield Hint(
        kind,
        start,
        end,
        words,
        found.message,
        found.suggestions,
        found.confidence,
        explanation(kind),
    )
