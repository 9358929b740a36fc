"""Point out words that no list knows but that are probably hard: their parts or ending tell."""

from collections.abc import Iterator
from functools import cache, lru_cache

from desktop.i18n import tr
from desktop.language.data import table
from desktop.language.found import Found
from desktop.language.hashed import hashed_table
from desktop.language.jargon import single_terms
from desktop.language.lexicon import frequency
from desktop.language.tokens import Sentence
from desktop.language.wording import LONG_WORD, hyphened
from desktop.language.wordlist import index

_TAGS = frozenset({"Ne", "Nm", "ADJp", "ADJv", "ADJn", "INFn", "INF", "VD", "VDp"})
_SHORT = 8  # letters; a shorter word is seldom hard for its form
_SHORTEST = 11  # letters of a word with a hard part
_LONGEST = 17  # letters; a longer word with such an ending is a compound of known words
_LONGEST_WORD = 60  # letters; what is longer is no word
_LEAST_PART = 7  # letters of a listed noun inside a compound
_LEAST_BESIDE = 4  # letters of the other part
_CONCRETE = 1
_RARE = 2.3  # log10 per billion words; a commoner compound is known well enough
_VERY_RARE = 2.05  # the same for a word whose ending alone makes it suspect


@cache
def _parts(name: str) -> tuple[str, ...]:
    return tuple(table("language/hard-parts.toml")[name])


@cache
def _known() -> frozenset[str]:
    familiar = frozenset(
        str(form)
        for term in table("glossary/council.toml")["term"]
        for form in (term["term"], *term["forms"])
        if not term["hint"]
    )
    return familiar | frozenset(_parts("known"))


def hard_words(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for rare compounds with a hard part and for rare words with a loan ending.

    The suggestion cuts a very long word in two, as ``compounds`` does for words that are only long.
    """
    found: set[int] = set()
    for place, word in enumerate(sentence.lower):
        if not _SHORT <= len(word) <= _LONGEST_WORD or sentence.tags[place] not in _TAGS:
            continue
        if place in sentence.explained or place in sentence.protected or not is_hard(word):
            continue
        found.add(place)
        start, end = sentence.span(place, place)
        message = tr("“{word}” is a rare word. Is there a simpler one?", word=sentence.words[place])
        cut = hyphened(sentence.words[place]) if len(word) >= LONG_WORD else ()
        yield Found("difficult_word", start, end, message, 0.55, cut)
    sentence.explained |= found


@cache
def _nouns() -> frozenset[str]:
    """Return the listed nouns that make a compound hard when it ends in one."""
    listed = {form for form, found in index().words.items() if found.entry.kind == "zn"}
    return frozenset(word for word in listed | set(single_terms()) if len(word) >= _LEAST_PART)


def _has_hard_part(word: str) -> bool:
    if word.endswith(_parts("last")):
        return True
    if word.startswith(_parts("first")):
        kind = hashed_table("language/nouns.bin").get(word)
        return kind is None or kind[0] & 3 != _CONCRETE
    # The end of a compound says what it is: "procesevaluatie" is an evaluation. The longest end
    # that is a noun counts: "wijkcommissies" are "commissies" and no "missies".
    for cut in range(_LEAST_BESIDE, len(word) - _LEAST_PART + 1):
        if word[cut:] in _nouns():
            return True
        if hashed_table("language/nouns.bin").get(word[cut:]) is not None:
            return False
    return False


@lru_cache(maxsize=50_000)
def is_hard(word: str) -> bool:
    """Tell whether *word* (small letters) is probably hard."""
    if word in _known() or not word.replace("-", "").isalpha():
        return False
    rarity = frequency(word)
    if len(word) >= _SHORTEST and rarity < _RARE and _has_hard_part(word):
        return True
    if rarity > _VERY_RARE or len(word) > _LONGEST or word.endswith(_parts("plain")):
        return False
    return word.endswith(_parts("endings"))
