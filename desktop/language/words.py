"""Point out difficult and old-fashioned words, with simpler words for the same thing."""

from collections.abc import Iterator
from functools import cache

from desktop.i18n import tr
from desktop.language.data import rows
from desktop.language.found import Found
from desktop.language.tokens import Sentence


@cache
def _entries() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, _kind, alternatives in rows("language/difficult-words.tsv"):
        found[word] = tuple(alternatives.split("|"))
    return found


def difficult_words(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for every word or phrase of the list of difficult words."""
    lower = sentence.lower
    for place in range(len(lower)):
        for length in (4, 3, 2, 1):
            phrase = " ".join(lower[place : place + length])
            if phrase in _entries():
                last = min(place + length, len(lower)) - 1
                start, end = sentence.span(place, last)
                message = tr(
                    "“{word}” is difficult for many readers.", word=sentence.text[start:end]
                )
                yield Found("difficult_word", start, end, message, 0.8, _entries()[phrase])
                break
