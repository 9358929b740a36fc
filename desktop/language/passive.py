"""Point out the passive: "er wordt besloten" hides who decides."""

from collections.abc import Iterator
from functools import cache

from desktop.i18n import tr
from desktop.language.clauses import FINITE, HEBBEN, WORDEN, ZIJN, cluster, finite_before
from desktop.language.data import word_set
from desktop.language.found import Found
from desktop.language.lexicon import PARTICLES, is_participle
from desktop.language.tokens import Sentence

_WIDEST = 9  # tokens; when verb and participle stand further apart only the participle is marked
_CLOSERS = frozenset({"LET", "VGN", "VGO", "VZ", "BETR"})


@cache
def _no_passive_with_zijn() -> frozenset[str]:
    return word_set("language/zijn-verbs.txt") | word_set("language/state-participles.txt")


def passives(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for every passive in *sentence*; surer when it says who does it (*door*)."""
    for auxiliary, participle in passive_pairs(sentence):
        yield _hint(sentence, auxiliary, participle)


def passive_pairs(sentence: Sentence) -> list[tuple[int, int]]:
    """Return (verb, participle) as token numbers for every passive in *sentence*."""
    found = sentence.memo.get("passives")
    if found is None:
        found = [("passive", *pair) for pair in _find(sentence)]
        sentence.memo["passives"] = found
    return [(auxiliary, participle) for _, auxiliary, participle in found]


def _find(sentence: Sentence) -> list[tuple[int, int]]:
    if WORDEN.isdisjoint(sentence.lower) and ZIJN.isdisjoint(sentence.lower):
        return []
    pairs: list[tuple[int, int]] = []
    for place, tag in enumerate(sentence.tags):
        if tag == "VD" and sentence.lower[place] not in WORDEN:
            auxiliary = _auxiliary(sentence, place)
            if auxiliary is not None:
                pairs.append((auxiliary, place))
    pairs += _missed(sentence, {auxiliary for auxiliary, _ in pairs})
    return pairs


def _auxiliary(sentence: Sentence, place: int) -> int | None:
    """Return the form of *worden* or *zijn* that makes the participle at *place* passive."""
    lower = sentence.lower
    first, last = cluster(sentence, place)
    spots = [spot for spot in range(first, last + 1) if spot != place]
    for spot in spots:
        if lower[spot] in WORDEN:
            return spot
    if any(lower[spot] in HEBBEN for spot in spots):
        return None
    for spot in spots:
        if lower[spot] in ZIJN:
            return spot if _passive_with_zijn(sentence, place) else None
    before = finite_before(sentence, first)
    if before is None:
        return None
    if lower[before] in WORDEN:
        return before
    if lower[before] in ZIJN and not _says_what_it_is(sentence, before, place):
        return before if _passive_with_zijn(sentence, place) else None
    return None


def _says_what_it_is(sentence: Sentence, verb: int, participle: int) -> bool:
    """Tell whether the participle only adds to a noun: "een boog is een muur gedragen door …"."""
    lower, tags = sentence.lower, sentence.tags
    if "," in lower[max(verb, participle - 4) : participle]:
        return True
    subject_first = tags[0] in ("LIDb", "LIDo", "BEZ", "AWd", "AWp", "PRs", "NP", "Ne")
    return (
        subject_first
        and tags[verb + 1] == "LIDo"
        and participle + 1 < len(tags)
        and tags[participle + 1] == "VZ"
    )


def _passive_with_zijn(sentence: Sentence, place: int) -> bool:
    word = sentence.lower[place]
    listed = _no_passive_with_zijn()
    if word in listed or any(
        word.startswith(particle) and word[len(particle) :] in word_set("language/zijn-verbs.txt")
        for particle in PARTICLES
    ):
        return word in word_set("language/state-participles.txt") and _agent(sentence, place)
    return True


def _agent(sentence: Sentence, place: int) -> bool:
    near = range(max(0, place - 6), min(len(sentence), place + 3))
    return any(sentence.lower[spot] == "door" and sentence.tags[spot] == "VZ" for spot in near)


def _missed(sentence: Sentence, seen: set[int]) -> Iterator[tuple[int, int]]:
    """Give the forms of *worden* whose participle was taken for another word, by the word list."""
    tags, lower = sentence.tags, sentence.lower
    for place, word in enumerate(lower):
        if word not in WORDEN or place in seen or word == "geworden":
            continue
        first, _ = cluster(sentence, place)
        beside = [spot for spot in (first, place - 1) if spot >= 0 and spot != place]
        beside = [spot for spot in beside if tags[spot] != "VD" and _looks_passive(sentence, spot)]
        if beside:
            yield place, beside[0]
            continue
        for spot in range(place + 1, min(len(lower), place + 30)):
            if tags[spot] in FINITE and not is_participle(lower[spot]):
                break
            if lower[spot] in ";:":
                break
            closes = spot + 1 >= len(tags) or tags[spot + 1] in _CLOSERS
            if closes and tags[spot] != "VD" and _looks_passive(sentence, spot):
                yield place, spot
                break


def _looks_passive(sentence: Sentence, place: int) -> bool:
    return (
        sentence.tags[place] in ("ADJv", "WWpe", "WWpm", "INF", "VDp", "Ne")
        and is_participle(sentence.lower[place])
        and sentence.lower[place] not in _no_passive_with_zijn()
    )


def _hint(sentence: Sentence, auxiliary: int, participle: int) -> Found:
    first, last = sorted((auxiliary, participle))
    if last - first >= _WIDEST:
        first = last = participle
    start, end = sentence.span(first, last)
    if _agent(sentence, participle):
        message = tr("Put the one who does it first, without “door”.")
        return Found("passive", start, end, message, 0.85)
    message = tr("Who does this? Say it with the person or the council as subject.")
    return Found("passive", start, end, message, 0.6)
