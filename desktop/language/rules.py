"""Examine one sentence with every rule."""

from desktop.language import abbreviations
from desktop.language.facts import Facts
from desktop.language.found import Found
from desktop.language.length import long_sentences
from desktop.language.passive import passives
from desktop.language.tokens import Sentence
from desktop.language.words import difficult_words

_RULES = (long_sentences, passives, difficult_words)


def examine(text: str, *, item: bool = False) -> tuple[tuple[Found, ...], Facts]:
    """Return the hints in the sentence *text* and its facts; *item*: it stands in a list."""
    sentence = Sentence(text)
    if not len(sentence):
        return (), Facts()
    hints = tuple(hint for rule in _RULES for hint in rule(sentence))
    return hints, _facts(sentence, hints, item=item)


def _facts(sentence: Sentence, hints: tuple[Found, ...], *, item: bool) -> Facts:
    ended = sentence.words[-1] in ".?!…" or sentence.words[-1] in "\"”’'»)"
    return Facts(
        words=sentence.count_words(),
        counted=ended or (item and len(sentence) > 5),
        passive=any(hint.kind == "passive" for hint in hints),
        abbreviations=abbreviations.find(sentence),
    )
