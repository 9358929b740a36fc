"""Say of every word in a sentence what part of speech it is: noun, verb or preposition.

An averaged perceptron that reads from left to right. ``tools/language/train_tagger.py`` makes its
weights from the Dutch treebanks of Universal Dependencies. The tags are a short form of the CGN
tags: ``WWp`` finite verb, ``INF`` infinitive, ``VD`` participle (see TAGS in the training script).

All that depends on one word alone is added up once and remembered, so that a word costs a few
additions of short rows.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from desktop.language.lexicon import word_class
from desktop.resources import resource

Row: TypeAlias = tuple[int, ...]
# (tag before, tag before that, state of the clause, classes of the words at -2, 0, +1 and +2)
Context: TypeAlias = tuple[str, str, str, tuple[str, str, str, str]]
_CLAUSE_ENDS = frozenset(",;:.?!()")
_REMEMBERED = 30_000
_LIKELY = 8  # tags looked at for a word the treebank seldom has
_NEVER = 1 << 30
# The treebank has straight quotes only.
_STRAIGHT = (
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’", "'") | {"–": "-", "—": "-", "…": "..."}
)
_AROUND = ((1, "n"), (-1, "p"))
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
    """Return what *word* tells about the word beside it; *place* is n (next) or p (previous)."""
    low = word.lower()
    return [
        f"{place}w={low}",
        f"{place}c={word_class(low)}",
        f"{place}s={low[-3:]}",
        f"{place}h={_shape(word)}",
    ]


def context_features(context: Context) -> dict[tuple[str, ...], list[str]]:
    """Return what the tags so far and the classes of the words around tell together.

    In groups that come back often, so that the sum of each group can be remembered.
    """
    before, earlier, state, kinds = context
    second_before, kind, after, second_after = kinds
    return {
        ("t", before, earlier): [f"t={before}", f"tt={before},{earlier}"],
        ("z", before, state, kind): [
            f"tc={before},{kind}",
            f"z={state},{kind}",
            f"zt={state},{before}",
        ],
        ("a", before, after): [f"tn={before},{after}"],
        ("c", state, kind, after): [f"cn={kind},{after}", f"zn={state},{after},{kind}"],
        ("w", second_before, second_after): [f"ppc={second_before}", f"nnc={second_after}"],
    }


def _shape(word: str) -> str:
    if word.isalpha():
        if word.islower():
            return "x"
        if word.isupper():
            return "X" if len(word) > 1 else "x1"
        return "Xx" if word[0].isupper() else "x"
    if word.isdigit():
        return "9"
    if not any(map(str.isalnum, word)):
        return "."
    shape = "Xx" if word[0].isupper() else "x"
    if "-" in word:
        shape += "-"
    return shape + "9" if any(map(str.isdigit, word)) else shape


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
        weights: Mapping[str, Sequence[int]],
        known: dict[str, list[int]],
    ) -> None:
        self.tags = list(tags)
        # Tuples of numbers and not lists: the garbage collector does not walk over 30,000 of them.
        self.weights = {feature: tuple(row) for feature, row in weights.items()}
        self.known = known  # a frequent word → the only tags it ever has
        self._words: tuple[dict[str, Row], dict[str, Row]] = ({}, {})
        self._beside: dict[str, dict[str, Row]] = {place: {} for place in ("n", "p")}
        self._rows: dict[tuple[str, ...], Row] = {}
        # As written and not in small letters: what a word can be depends on its capital too.
        self._choices: tuple[dict[str, Sequence[int]], dict[str, Sequence[int]]] = ({}, {})

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag for each of *words*."""
        self._tidy()
        words = [_STRAIGHT.get(word, word) for word in words]
        lower = [word.lower() for word in words]
        kinds = ["", "", *(word_class(low) for low in lower), "END", "END"]
        given: list[str] = []
        before, earlier, state = "START", "START", "m-"
        for place, low in enumerate(lower):
            possible = self._choices[place == 0]
            choices = self.known.get(low) or possible.get(words[place])
            if choices is not None and len(choices) == 1:
                best = choices[0]
            else:
                rows = self._evidence(words, place)
                around = (kinds[place], kinds[place + 2], kinds[place + 3], kinds[place + 4])
                rows += self._context((before, earlier, state, around))
                if choices is None:
                    choices = possible[words[place]] = self._likely(rows[0])
                best, most = choices[0], -_NEVER
                for tag in choices:
                    score = 0
                    for row in rows:
                        score += row[tag]
                    if score > most:
                        best, most = tag, score
            earlier, before = before, self.tags[best]
            given.append(before)
            state = next_state(state, low, before)
        return given

    def _tidy(self) -> None:
        if len(self._words[0]) + len(self._rows) > _REMEMBERED:
            for memory in (*self._words, *self._choices, *self._beside.values(), self._rows):
                memory.clear()

    def _evidence(self, words: Sequence[str], place: int) -> list[Row]:
        """Return the rows of the word itself and of the words around it."""
        memory = self._words[place == 0]
        word = words[place]
        row = memory.get(word)
        if row is None:
            row = memory[word] = self._sum(word_features(word, first=place == 0))
        rows = [row]
        for step, name in _AROUND:
            spot = place + step
            if 0 <= spot < len(words):
                other = words[spot]
                row = self._beside[name].get(other)
                if row is None:
                    row = self._sum(neighbour_features(other, name))
                    self._beside[name][other] = row
                rows.append(row)
        return rows

    def _likely(self, row: Row) -> Sequence[int]:
        """Return the tags that the word itself makes possible; the others never win."""
        ranked = sorted(range(len(row)), key=row.__getitem__, reverse=True)
        return tuple(ranked[:_LIKELY])

    def _context(self, context: Context) -> list[Row]:
        before, earlier, state, (second_before, kind, after, second_after) = context
        keys = (
            ("t", before, earlier),
            ("z", before, state, kind),
            ("a", before, after),
            ("c", state, kind, after),
            ("w", second_before, second_after),
        )
        rows: list[Row] = []
        features: list[list[str]] | None = None
        for place, key in enumerate(keys):
            row = self._rows.get(key)
            if row is None:
                if features is None:
                    features = list(context_features(context).values())
                row = self._rows[key] = self._sum(features[place])
            rows.append(row)
        return rows

    def _sum(self, features: Sequence[str]) -> Row:
        total = [0] * len(self.tags)
        for feature in features:
            pairs = self.weights.get(feature)
            if pairs is not None:
                numbers = iter(pairs)
                for tag, weight in zip(numbers, numbers, strict=True):
                    total[tag] += weight
        return tuple(total)


@cache
def tagger() -> Tagger:
    """Return the tagger that comes with the app."""
    content = json.loads(zlib.decompress(resource("language/tagger.bin").read_bytes()))
    return Tagger(content["tags"], content["weights"], content["known"])
