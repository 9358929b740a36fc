"""Count in one sentence what the LiNT formula asks for, without a parser.

LiNT-II (Utrecht University; lint-ii, EUPL-1.2) scores four things: how common the content words
are, how far apart words stand that belong together, how many content words there are per verb, and
how many nouns can be touched. The second needs a parser; here a short sum over the parts of speech
stands in for it, whose weights ``tools/language/fit_distance.py`` learns from a treebank.
"""

from itertools import pairwise
from typing import NamedTuple

from desktop.language.clauses import FINITE, HEBBEN, MODAL, OPENERS, ZIJN, cluster
from desktop.language.data import bag, table, word_set
from desktop.language.hashed import hashed_table
from desktop.language.lexicon import frequency
from desktop.language.passive import passive_pairs
from desktop.language.tang import all_pairs, between
from desktop.language.tokens import Sentence

_NOUNS = frozenset({"Ne", "Nm"})
_VERBS = frozenset({"WWpe", "WWpm", "INF", "VD", "VDp", "OD"})
_CONTENT = _NOUNS | _VERBS | {"NP", "ADJv", "ADJp", "ADJn", "INFn"}
_LEAST = 1.36  # log frequency of a word nobody counted
_COUNTING = bag("dezelfde hetzelfde allerlei voldoende allebei zulke dergelijke")
_NEVER_HELPING = bag(
    "wil wilt willen wilde wilden wou laat laten liet lieten ga gaat gaan ging gingen kom komt"
    " komen kwam kwamen doe doet doen deed deden"
)
_HEADED = frozenset({"Ne", "Nm", "INFn"})
_NAMED = _HEADED | {"NP"}


class Difficulty(NamedTuple):
    """The four LiNT counts of a sentence, as sums that can be added up over a text."""

    frequency: float
    frequent: int
    distance: float
    density: float
    nouns: int
    concrete: int


def measure(sentence: Sentence) -> Difficulty:
    """Return the counts of *sentence*; ``density`` is -1 when it has no finite verb."""
    tags, lower = sentence.tags, sentence.lower
    finite = sum(1 for tag in tags if tag in FINITE)
    content = _content(sentence)
    total, counted = 0.0, 0
    skipped = word_set("language/skipped-words.txt")
    for place in content:
        if tags[place] != "NP" and lower[place] not in skipped:
            total += _commonness(lower[place], noun=tags[place] in _HEADED)
            counted += 1
    kinds = [_noun_kind(lower[place]) for place in content if tags[place] in _NAMED]
    return Difficulty(
        frequency=total,
        frequent=counted,
        distance=distance(sentence),
        density=len(content) / finite if finite else -1.0,
        nouns=sum(1 for kind in kinds if kind),
        concrete=sum(1 for kind in kinds if kind == 1),
    )


def _content(sentence: Sentence) -> list[int]:
    """Return the tokens that carry meaning: nouns, names, adjectives, verbs that do not help."""
    tags, lower = sentence.tags, sentence.lower
    helping = _helping(sentence)
    manner = word_set("language/manner-adverbs.txt")
    return [
        place
        for place, tag in enumerate(tags)
        if (tag in _CONTENT and place not in helping and lower[place] not in _COUNTING)
        or (tag == "BW" and lower[place] in manner)
    ]


def _helping(sentence: Sentence) -> set[int]:
    """Return the verbs that only help another verb, and the forms of *zijn*."""
    tags, lower = sentence.tags, sentence.lower
    helping = {first for kind, first, _ in all_pairs(sentence) if kind == "verbs"}
    helping |= {auxiliary for auxiliary, _ in passive_pairs(sentence)}
    for place, tag in enumerate(tags):
        if tag not in _VERBS:
            continue
        word = lower[place]
        if word in ZIJN or word == "geweest":
            helping.add(place)
        elif word in HEBBEN or word in MODAL:
            first, last = cluster(sentence, place)
            wanted = "VD" if word in HEBBEN else "INF"
            if any(tags[spot] == wanted and spot != place for spot in range(first, last + 1)):
                helping.add(place)
    return {place for place in helping if lower[place] not in _NEVER_HELPING}


def _commonness(word: str, *, noun: bool) -> float:
    if noun:
        found = hashed_table("language/nouns.bin").get(word)
        if found is not None:
            return max(found[1] / 32, _LEAST)
    return max(frequency(word), _LEAST)


def _noun_kind(word: str) -> int:
    """Return 1 for a noun you can touch, 2 for one you cannot, 3 for both, 0 when unknown."""
    found = hashed_table("language/nouns.bin").get(word)
    return found[0] & 3 if found is not None else 0


def distance_features(sentence: Sentence) -> list[float]:
    """Return what the longest dependency is estimated from; the order is part of the weights."""
    tags = [tag for tag in sentence.tags if tag != "LET"]
    size = len(tags)
    finite = [place for place, tag in enumerate(tags) if tag in FINITE]
    openers = [place for place, tag in enumerate(tags) if tag in OPENERS]
    joins = [place for place, tag in enumerate(tags) if tag == "VGN"]
    first = finite[0] if finite else 0
    last = finite[-1] if finite else 0
    nonfinite = [place for place, tag in enumerate(tags) if tag in ("INF", "VD")]
    gap = max((spot - first - 1 for spot in nonfinite[:1] if spot > first), default=0)
    marks = sentence.words.count(",")
    apart = sorted(between(sentence, one, other) for _, one, other in all_pairs(sentence))
    main = _main_clause(sentence)
    return [
        1.0,
        size,
        size * size / 30,
        len(finite),
        first,
        size - 1 - last,
        last - first,
        len(openers),
        len(joins),
        marks,
        tags.count("VZ"),
        len(nonfinite),
        gap,
        size / (1 + len(finite)),
        sum(1 for spot in joins if spot > first),
        max((size - 1 - spot for spot in joins[:1]), default=0),
        max((size - 1 - spot for spot in openers[:1]), default=0),
        float(tags[0] in ("VZ", "BW", "VGO")) * first if tags else 0.0,
        sum(1 for word in sentence.words if word in ":;"),
        sum(1 for word in sentence.words if word in "()"),
        sum(1 for tag in tags if tag in ("Ne", "Nm", "NP")),
        max((b - a for a, b in pairwise(finite)), default=0),
        float(bool(nonfinite) and nonfinite[-1] == size - 1) * (size - 1 - first),
        float(last == size - 1) * size,
        apart[-1] if apart else 0,
        sum(apart),
        float(len(apart)),
        *main,
    ]


def _main_clause(sentence: Sentence) -> tuple[float, float, float]:
    """Return the longest stretch without comma or conjunction, and before and after a verb."""
    runs = [0]
    for tag, word in zip(sentence.tags, sentence.words, strict=True):
        if tag in ("VGN", "VGO", "BETR") or word == ",":
            runs.append(0)
        else:
            runs[-1] += 1
    return float(max(runs)), float(runs[0]), float(runs[-1])


def distance(sentence: Sentence) -> float:
    """Return the estimated number of words in the longest dependency of *sentence*."""
    weights = table("language/lint.toml")["distance"]["weights"]
    features = distance_features(sentence)
    estimate = sum(w * f for w, f in zip(weights, features, strict=True))
    return min(max(estimate, 0.0), float(len(features) and len(sentence)))
