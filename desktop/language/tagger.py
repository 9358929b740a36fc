"""Say of every word in a sentence what part of speech it is: noun, verb, preposition …

An averaged perceptron that reads from left to right. ``tools/language/train_tagger.py`` makes its
weights from the Dutch treebanks of Universal Dependencies. The tags are a short form of the CGN
tags: ``WWp`` finite verb, ``INF`` infinitive, ``VD`` participle (see TAGS in the training script).

All that depends on one word alone is added up once and remembered, so that a word costs a few
additions of short rows.
"""

import json
import zlib
from collections.abc import Sequence
from functools import cache
from operator import add

from desktop.language.lexicon import word_class
from desktop.resources import resource

Row = list[int]
_CLAUSE_ENDS = frozenset(",;:.?!()")
_REMEMBERED = 30_000
FINITE = frozenset({"WWpe", "WWpm"})


def word_features(word: str, *, first: bool) -> list[str]:
    """Return what can be told from the word itself; *first*: it opens the sentence."""
    low = word.lower()
    shape = _shape(word)
    kind = word_class(low)
    features = ["b", f"w={low}", f"c={kind}", f"h={shape}{int(first)}"]
    features += [f"s{size}={low[-size:]}" for size in range(1, min(6, len(low)) + 1)]
    features += [f"p{size}={low[:size]}" for size in (2, 3, 4) if len(low) > size]
    features.append(f"ch={kind}{shape}{int(first)}")
    features.append(f"cs={kind}{low[-2:]}")
    return features


def neighbour_features(word: str, place: str) -> list[str]:
    """Return what *word* tells about the word beside it; *place* is n, nn, p or pp."""
    low = word.lower()
    kind = word_class(low)
    features = [f"{place}w={low}", f"{place}c={kind}"]
    if place in ("n", "p"):
        features.append(f"{place}s={low[-3:]}")
        features.append(f"{place}h={_shape(word)}")
    return features


def tag_features(before: str, earlier: str, state: str, kind: str, after: str) -> list[str]:
    """Return what the tags so far and the words around tell together."""
    return [
        f"t={before}",
        f"tt={before},{earlier}",
        f"tc={before},{kind}",
        f"tn={before},{after}",
        f"z={state},{kind}",
        f"zt={state},{before}",
        f"cn={kind},{after}",
        f"zn={state},{after},{kind}",
    ]


def _shape(word: str) -> str:
    if word.isdigit():
        return "9"
    if not any(letter.isalnum() for letter in word):
        return "."
    if word.isupper():
        return "X" if len(word) > 1 else "x1"
    shape = "Xx" if word[0].isupper() else "x"
    if "-" in word:
        shape += "-"
    if any(letter.isdigit() for letter in word):
        shape += "9"
    return shape


def next_state(state: str, word: str, tag: str) -> str:
    """Return what is known of the clause after *word*: opened by a conjunction, verb seen."""
    sub, verb = state
    if word in _CLAUSE_ENDS:
        return "m" + ("-" if word in ".?!;:" else verb.lower())
    if tag in ("VGO", "BETR"):
        return "s-"
    if tag in FINITE:
        return sub + "F"
    if tag == "VGN":
        return sub + verb.lower()
    return state


class Tagger:
    """The weights of the tagger, ready to tag."""

    def __init__(
        self,
        tags: Sequence[str],
        weights: dict[str, list[int]],
        known: dict[str, list[int]],
    ) -> None:
        self.tags = list(tags)
        self.weights = weights  # feature → [tag, weight, tag, weight, …]
        self.known = known  # a frequent word → the only tags it ever has
        self._zero: Row = [0] * len(self.tags)
        self._words: dict[tuple[str, bool], Row] = {}
        self._beside: dict[tuple[str, str], Row] = {}
        self._rows: dict[tuple[str, ...], Row] = {}

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag for each of *words*."""
        if len(self._words) > _REMEMBERED:
            self._words.clear()
            self._beside.clear()
        tags = self.tags
        lower = [word.lower() for word in words]
        kinds = [word_class(low) for low in lower]
        size = len(words)
        kinds += ["END", "END"]
        given: list[str] = []
        before, earlier, state = "START", "START", "m-"
        for place, word in enumerate(words):
            choices = self.known.get(lower[place])
            if choices is not None and len(choices) == 1:
                best = choices[0]
            else:
                row = self._word(word, place == 0)
                if place + 1 < size:
                    row = map(add, row, self._neighbour(words[place + 1], "n"))
                if place + 2 < size:
                    row = map(add, row, self._neighbour(words[place + 2], "nn"))
                if place:
                    row = map(add, row, self._neighbour(words[place - 1], "p"))
                if place > 1:
                    row = map(add, row, self._neighbour(words[place - 2], "pp"))
                context = (before, earlier, state, kinds[place], kinds[place + 1])
                scores = list(map(add, row, self._context(context)))
                best = self._best(scores, choices)
            earlier, before = before, tags[best]
            given.append(before)
            state = next_state(state, lower[place], before)
        return given

    @staticmethod
    def _best(scores: list[int], choices: list[int] | None) -> int:
        if choices is None:
            return scores.index(max(scores))
        return max(choices, key=scores.__getitem__)

    def _word(self, word: str, first: bool) -> Row:
        key = (word, first)
        row = self._words.get(key)
        if row is None:
            row = self._words[key] = self._sum(word_features(word, first=first))
        return row

    def _neighbour(self, word: str, place: str) -> Row:
        key = (word, place)
        row = self._beside.get(key)
        if row is None:
            row = self._beside[key] = self._sum(neighbour_features(word, place))
        return row

    def _context(self, context: tuple[str, str, str, str, str]) -> Row:
        row = self._rows.get(context)
        if row is None:
            if len(self._rows) > _REMEMBERED:
                self._rows.clear()
            row = self._rows[context] = self._sum(tag_features(*context))
        return row

    def _sum(self, features: Sequence[str]) -> Row:
        row = self._zero.copy()
        for feature in features:
            pairs = self.weights.get(feature)
            if pairs is not None:
                for place in range(0, len(pairs), 2):
                    row[pairs[place]] += pairs[place + 1]
        return row


@cache
def tagger() -> Tagger:
    """Return the tagger that comes with the app."""
    content = json.loads(zlib.decompress(resource("language/tagger.bin").read_bytes()))
    return Tagger(content["tags"], content["weights"], content["known"])
