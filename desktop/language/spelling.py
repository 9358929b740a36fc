"""Check the spelling of Dutch words with the OpenTaal dictionary; slow, so only in the background.

A first look at a long compound takes up to 75 ms and suggestions for one word up to 600 ms: never
call this from the thread of the screen. Not used by ``analyse``.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Protocol, cast

from desktop.i18n import tr
from desktop.language.abbreviations import meanings
from desktop.language.found import explanation
from desktop.language.hints import Hint
from desktop.language.protect import protected
from desktop.language.sentences import paragraphs, sentences
from desktop.language.tagger import tagger
from desktop.language.tokens import Sentence
from desktop.language.wording import split
from desktop.resources import resource

_LONGEST = 40  # letters; a longer "word" is no word, and hunspell takes seconds over it
_LONGEST_TO_SUGGEST = 14  # suggestions for longer words take too long and help little
_MOST_SUGGESTIONS = 5
_SHORTEST_COMPOUND = 10  # letters; a longer word may be two known nouns in one


class _Dictionary(Protocol):
    """The part of hunspell that is used here."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


class Speller:
    """Knows which words are spelled well; for one thread.

    ``own_words`` are words the council accepts: names, local words.
    """

    def __init__(self, own_words: Collection[str] = ()) -> None:
        self._own = {word.lower() for word in own_words}
        self._known: dict[str, bool] = {}
        self._dictionary: _Dictionary | None = None

    def add(self, word: str) -> None:
        """Accept *word* from now on."""
        self._own.add(word.lower())

    def is_right(self, word: str) -> bool:
        """Tell whether *word* is in the dictionary or among the council's own words."""
        if word.lower() in self._own:
            return True
        right = self._known.get(word)
        if right is None:
            right = self._known[word] = self._looks_right(word)
        return right

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that are spelled like *word*, the best first; none for a long word."""
        if len(word) > _LONGEST_TO_SUGGEST:
            return ()
        return tuple(self._hunspell().suggest(word))[:_MOST_SUGGESTIONS]

    def check(self, text: str) -> tuple[Hint, ...]:
        """Return a hint, without suggestions, for every word of *text* that no list knows.

        Names, links, quotes, titles of laws, numbers and short forms are left alone.
        """
        return tuple(self._hints(text))

    def _hints(self, text: str) -> Iterator[Hint]:
        for start, end in paragraphs(text):
            for unit in sentences(text[start:end]):
                yield from self._sentence(text, start + unit.start, start + unit.end)

    def _sentence(self, text: str, start: int, end: int) -> Iterator[Hint]:
        sentence = Sentence(text[start:end])
        sentence.tags = tagger().tag(sentence.words)
        sentence.protected = protected(sentence)
        for place, word in enumerate(sentence.words):
            if place in sentence.protected or not _is_plain(word, first=place == 0):
                continue
            if not self.is_right(word):
                first, last = sentence.span(place, place)
                yield spelling_hint(word, start + first, start + last)

    def _looks_right(self, word: str) -> bool:
        dictionary = self._hunspell()
        straight = word.replace("’", "'").replace("Eé", "éé")  # "Eén" begins a sentence
        if dictionary.spell(straight) or dictionary.spell(straight.lower()):
            return True
        parts = [part for part in straight.replace("/", "-").split("-") if part]
        if len(parts) > 1:
            return all(dictionary.spell(part) for part in parts)
        return len(straight) >= _SHORTEST_COMPOUND and split(straight.lower()) is not None

    def _hunspell(self) -> _Dictionary:
        if self._dictionary is None:
            from hunspell import Hunspell

            folder = resource("language/spelling/nl.dic").parent
            loaded = Hunspell("nl", hunspell_data_dir=str(folder))
            self._dictionary = cast("_Dictionary", loaded)
        return self._dictionary


def spelling_hint(word: str, start: int, end: int) -> Hint:
    """Return the hint that *word* is in no list; suggestions are asked when somebody wants them."""
    return Hint("spelling", start, end, word, _message(word), (), 0.6, explanation("spelling"))


@lru_cache(maxsize=4096)
def _message(word: str) -> str:
    return tr("“{word}” is not in the word list.", word=word)


def _is_plain(word: str, *, first: bool) -> bool:
    """Tell whether *word* is a word to look up: letters only, no name, no short form."""
    if len(word) < 2 or len(word) > _LONGEST or word in meanings():
        return False
    if any(letter.isdigit() for letter in word) or not word[0].isalpha() or "." in word:
        return False
    if word.isupper() or any(letter.isupper() for letter in word[1:]):
        return False
    return first or word[0].islower()
