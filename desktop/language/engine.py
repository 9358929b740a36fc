"""Run all rules over a text, remember what each sentence gave, and add up the score."""

import time
from collections import OrderedDict
from collections.abc import Collection, Generator, Iterator
from typing import TypeAlias

from desktop.language.assemble import Paragraph, Settings, assemble, paragraph
from desktop.language.data import table
from desktop.language.facts import Facts
from desktop.language.found import Found
from desktop.language.hints import Analysis
from desktop.language.rules import examine
from desktop.language.sentences import paragraphs, sentences

Result: TypeAlias = tuple[tuple[Found, ...], Facts]
_LONGEST_SENTENCE_MS = 3.0
_REMEMBERED = 20_000  # sentences; about twenty long drafts


class _Memory:
    """The most recently used results, by the text they are about."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._results: OrderedDict[tuple[str, bool], tuple[tuple[Found, ...], Facts]] = (
            OrderedDict()
        )

    def get(self, text: str, item: bool) -> Result:
        key = (text, item)
        result = self._results.get(key)
        if result is None:
            result = self._results[key] = examine(text, item=item)
            if len(self._results) > self._size:
                self._results.popitem(last=False)
        else:
            self._results.move_to_end(key)
        return result


class Analyser:
    """Follows one text while it is written: only what changed is examined again.

    Give the council's wishes once; ``update`` after each change. Not to be shared by two threads.
    """

    def __init__(
        self,
        *,
        context: str = "",
        kinds: Collection[str] | None = None,
        own_words: Collection[str] = (),
        ignore: Collection[tuple[str, str]] = (),
    ) -> None:
        self.settings = Settings(
            context,
            None if kinds is None else frozenset(kinds),
            frozenset(word.lower() for word in own_words),
            frozenset((kind, text.lower()) for kind, text in ignore),
        )
        self._memory = _Memory(_REMEMBERED)
        self._paragraphs: dict[str, Paragraph] = {}

    def update(self, text: str) -> Analysis:
        """Return the analysis of *text*; paragraphs seen before cost next to nothing."""
        known, self._paragraphs = self._paragraphs, {}
        parts: list[tuple[int, Paragraph]] = []
        for start, end in paragraphs(text):
            piece = text[start:end]
            found = known.get(piece) or self._paragraphs.get(piece)
            if found is None:
                found = paragraph(piece, self._examine(piece), self.settings)
            self._paragraphs[piece] = found
            parts.append((start, found))
        return assemble(text, parts, self.settings)

    def analyse_in_slices(self, text: str, budget_ms: float = 5) -> Generator[None, None, Analysis]:
        """Examine *text* bit by bit, yielding whenever *budget_ms* has passed.

        For a first full pass: run ``next`` from a timer until StopIteration, whose value is
        the analysis.
        """
        # A long sentence takes up to three milliseconds: stop while there is still room for one.
        room = max(budget_ms - _LONGEST_SENTENCE_MS, 0.5) / 1000
        until = time.perf_counter() + room
        for start, end in paragraphs(text):
            piece = text[start:end]
            if piece in self._paragraphs:
                continue
            places: list[tuple[int, tuple[Found, ...], Facts]] = []
            for place in self._examine(piece):
                places.append(place)
                if time.perf_counter() > until:
                    yield
                    until = time.perf_counter() + room
            self._paragraphs[piece] = paragraph(piece, places, self.settings)
        yield
        return self.update(text)

    def _examine(self, piece: str) -> Iterator[tuple[int, tuple[Found, ...], Facts]]:
        for unit in sentences(piece):
            yield unit.start, *self._memory.get(piece[unit.start : unit.end], unit.item)


def prepare() -> None:
    """Load all lists and weights, which takes a few tenths of a second; call it in the background.

    Whoever looks at a text first pays for the loading when nobody prepared. The explanations are
    read too: common words and turns are then known, and the first sentences cost a third less.
    """
    analyse("Wij geven o.a. advies over dit plan, dat morgen wordt besproken.")
    # A word for each list that is made ready at its first use: ends, things, nouns with "het".
    analyse("De procesevaluatie en de wijkafdelingen geven een outcome aan het domein.")
    analyse("\n\n".join(table("language/explanations.toml").values()))


def analyse(
    text: str,
    *,
    context: str = "",
    kinds: Collection[str] | None = None,
    own_words: Collection[str] = (),
    ignore: Collection[tuple[str, str]] = (),
) -> Analysis:
    """Return the plain-language hints and the score of *text*.

    ``context`` is "advice", "minutes", "letter" or "": it switches rules that suit only that kind
    of text. ``kinds`` limits the hints to these kinds; None gives all but spelling. ``own_words``
    are words the council accepts. ``ignore`` holds (kind, text) pairs that the writer put aside.
    A blank line ends a paragraph; a sentence never runs over it.
    """
    analyser = Analyser(context=context, kinds=kinds, own_words=own_words, ignore=ignore)
    return analyser.update(text)
