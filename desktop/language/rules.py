"""Examine one sentence with every rule."""

from collections.abc import Callable, Iterator

from desktop.language import abbreviations
from desktop.language.advice import no_advice
from desktop.language.chains import enumerations, negations, prepositions
from desktop.language.clauses import FINITE, mend
from desktop.language.difficulty import measure
from desktop.language.facts import Facts
from desktop.language.found import Found
from desktop.language.hard import hard_words
from desktop.language.length import long_sentences
from desktop.language.nominal import nominals
from desktop.language.passive import passives
from desktop.language.protect import protected
from desktop.language.tagger import tagger
from desktop.language.tang import tangs
from desktop.language.tokens import Sentence
from desktop.language.wording import compounds, tone, vague
from desktop.language.words import difficult_words

# Words first: the rules after it leave a word that already has a hint alone.
_RULES: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    difficult_words,
    hard_words,
    compounds,
    vague,
    tone,
    long_sentences,
    enumerations,
    passives,
    nominals,
    tangs,
    prepositions,
    negations,
    no_advice,
)
_ON_WORDS = (difficult_words, hard_words, compounds, vague, tone, long_sentences)
_SHORTEST = 3  # tokens; a shorter piece is a cell or a name
_HEADING = 5  # tokens; a list item without a verb that is no longer is a heading of sorts


def examine(text: str, *, item: bool = False) -> tuple[tuple[Found, ...], Facts]:
    """Return the hints in the sentence *text* and its facts; *item*: it stands in a list."""
    sentence = Sentence(text)
    if not len(sentence):
        return (), Facts()
    sentence.tags = tagger().tag(sentence.words)
    mend(sentence)
    sentence.protected = protected(sentence)
    whole = _whole(sentence, item=item)
    rules = _RULES if whole else _ON_WORDS
    hints = tuple(hint for rule in rules for hint in rule(sentence) if _may(sentence, hint))
    return hints, _facts(sentence, hints, whole=whole)


def _may(sentence: Sentence, hint: Found) -> bool:
    """Tell whether *hint* marks more than a name, a quote or the title of a law."""
    if not sentence.protected or hint.kind == "long_sentence":
        return True
    inside = (
        place
        for place, start in enumerate(sentence.starts)
        if start >= hint.start and sentence.ends[place] <= hint.end
    )
    return any(place not in sentence.protected for place in inside)


def _whole(sentence: Sentence, *, item: bool) -> bool:
    """Tell whether this is a sentence, and no heading, cell or name."""
    ended = sentence.words[-1] in (".", "?", "!", "…") or sentence.words[-1] in "\"”’'»)"
    return ended or not FINITE.isdisjoint(sentence.tags) or (item and len(sentence) > _HEADING)


def _facts(sentence: Sentence, hints: tuple[Found, ...], *, whole: bool) -> Facts:
    counted = len(sentence) >= _SHORTEST and whole
    short_forms = abbreviations.find(sentence)
    words = sentence.count_words()
    if not counted:
        return Facts(words=words, abbreviations=short_forms)
    difficulty = measure(sentence)
    return Facts(
        words=words,
        counted=True,
        passive=any(hint.kind == "passive" for hint in hints),
        frequency=difficulty.frequency,
        frequent=difficulty.frequent,
        distance=difficulty.distance,
        density=difficulty.density,
        nouns=difficulty.nouns,
        concrete=difficulty.concrete,
        abbreviations=short_forms,
    )
