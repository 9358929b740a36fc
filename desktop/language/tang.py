"""Point out words that belong together but stand far apart: "heeft … (ten words) … gedaan"."""

from collections.abc import Iterator

from desktop.i18n import tr
from desktop.language.clauses import (
    FINITE,
    HEBBEN,
    MODAL,
    OPENERS,
    STOPS,
    WORDEN,
    ZIJN,
    cluster,
    finite_before,
)
from desktop.language.data import bag, word_set
from desktop.language.found import Found
from desktop.language.lexicon import PARTICLES, frequency, infinitives
from desktop.language.tokens import Sentence

FEWEST = 7  # words between the two parts
_NOUNS = frozenset({"Ne", "Nm", "NP", "PRs", "ADJn", "ONBp", "AWp", "INFn", "SPEC"})
_BEFORE_NOUN = frozenset(
    {"LIDb", "LIDo", "BEZ", "AWd", "ONBd", "TWh", "TWr", "ADJp", "VDp", "ADJn", "VRG"}
)
_ADDED = bag("ook ongeveer circa bijna ruim alleen zelfs vooral juist")
_PARTICLE_TAGS = frozenset({"VZf", "BW", "ADJv"})
_GOING = bag("ga gaat gaan ging gingen")
_COMPARING = bag("als dan zoals")
_CONFIDENCE = {"om": 0.8, "particle": 0.75, "verbs": 0.75, "subject": 0.65, "clause": 0.6}
# The noun of a long subject is easily taken for the word beside it: one more word, to be sure.
_ONE_OFF = frozenset({"subject"})
_HELPERS = WORDEN | ZIJN | HEBBEN | MODAL


def tangs(sentence: Sentence) -> Iterator[Found]:
    """Give a hint on the two words that stand furthest apart; mend them and the next pair shows."""
    if len(sentence) < FEWEST + 2:
        return
    found = pairs(sentence)
    if not found:
        return
    kind, first, last = max(found, key=lambda pair: between(sentence, pair[1], pair[2]))
    start, end = sentence.span(first, last)
    message = tr(
        "“{one}” and “{other}” belong together, but stand far apart.",
        one=sentence.words[first],
        other=sentence.words[last],
    )
    yield Found("tang", start, end, message, _CONFIDENCE[kind])


def pairs(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return (type, token, token) for all parts that stand too far apart."""
    return [
        (kind, first, last)
        for kind, first, last in all_pairs(sentence)
        if between(sentence, first, last) >= FEWEST + (kind in _ONE_OFF)
    ]


def all_pairs(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return (type, token, token) for all parts that belong together, near or far."""
    found = sentence.memo.get("pairs")
    if found is None:
        found = [*_om_te(sentence), *_verbs(sentence), *_particles(sentence)]
        found += [*_main_subject(sentence), *_clause_subject(sentence)]
        sentence.memo["pairs"] = found
    return found


def between(sentence: Sentence, first: int, last: int) -> int:
    """Return the number of words, not signs, between two tokens."""
    return sum(1 for tag in sentence.tags[first + 1 : last] if tag != "LET")


def _om_te(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    lower, tags = sentence.lower, sentence.tags
    for place, word in enumerate(lower):
        if word != "om" or tags[place] == "VZf":
            continue
        for spot in range(place + 1, min(len(lower), place + 40)):
            if tags[spot] in FINITE or lower[spot] in ".;:?!" or lower[spot] == "om":
                break
            if lower[spot] == "te" and spot + 1 < len(tags) and tags[spot + 1] in ("INF", "VD"):
                yield "om", place, spot
                break


def _verbs(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Give helping verbs with the first other verb that belongs to it."""
    lower, tags = sentence.lower, sentence.tags
    used: set[int] = set()
    place = 0
    while place < len(tags):
        if tags[place] in ("INF", "VD"):
            first, last = cluster(sentence, place)
            row = range(first, last + 1)
            if not any(tags[spot] in FINITE for spot in row) and lower[first] != "te":
                helper = finite_before(sentence, first)
                if helper is not None and helper not in used and _helps(sentence, helper, first):
                    used.add(helper)
                    yield "verbs", helper, first
            place = last
        place += 1


def _helps(sentence: Sentence, helper: int, place: int) -> bool:
    """Tell whether the verb at *place* can go with the helping verb *helper*."""
    word = sentence.lower[helper]
    if word in ZIJN | HEBBEN:
        other = sentence.lower[place]
        if sentence.tags[place] != "VD" or other in ("geweest", "geworden"):
            return False
        if sentence.lower[place + 1 : place + 3] == ["en", "ongevraagd"]:
            return False
        # "… is een dorp, gelegen aan zee" and "zij is zeer betrokken" have no second verb.
        apart = "," in sentence.lower[max(helper, place - 3) : place]
        state = other in word_set("language/state-participles.txt")
        return not (word in ZIJN and (apart or state))
    if word in _GOING and not {"om", "over"}.isdisjoint(sentence.lower[helper:place]):
        return False  # "het gaat om het meedoen": no helping verb
    return word in WORDEN or word in MODAL


def _particles(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    lower, tags = sentence.lower, sentence.tags
    for place, tag in enumerate(tags):
        if lower[place] not in PARTICLES or tag not in _PARTICLE_TAGS:
            continue
        following = tags[place + 1] if place + 1 < len(tags) else "LET"
        if following not in ("LET", "VGN", "VGO", "VZ") or lower[place + 1 : place + 2] == ["te"]:
            continue
        if tags[place - 1] in ("LET", "VGN", "VZ"):
            continue
        verb = finite_before(sentence, place)
        if verb is None or lower[verb] in _HELPERS - MODAL:
            continue
        sure = tag == "VZf" and following != "VZ"
        if sure or _one_verb(lower[place], lower[verb]):
            yield "particle", verb, place


def _one_verb(particle: str, form: str) -> bool:
    """Tell whether both are one verb in the dictionary: *terug* and *betaalden*."""
    verb = infinitives().get(form)
    return verb is not None and frequency(particle + verb) > 0


def _main_subject(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Give the noun that opens the sentence with its verb, when both stand far apart."""
    tags = sentence.tags
    start = 0
    while start < len(tags) and (tags[start] in ("LET", "VGN") or sentence.lower[start] in _ADDED):
        start += 1
    head = _head(sentence, start)
    if head is None or (head == 0 and tags[0] == "Ne" and sentence.lower[0] in infinitives()):
        return  # "Licht toe waarom …" opens with a verb that looks like a noun
    verb = _main_verb(sentence, head)
    if verb is not None and not _mere_list(sentence, head, verb):
        yield "subject", head, verb


def _head(sentence: Sentence, start: int) -> int | None:
    """Return the noun of the group that starts at token *start*, or None."""
    tags = sentence.tags
    for place in range(start, min(len(tags), start + 7)):
        if tags[place] in _NOUNS:
            following = tags[place + 1] if place + 1 < len(tags) else ""
            if tags[place] in ("ADJn", "ONBp", "AWp") and following in _NOUNS:
                continue
            return place
        if tags[place] not in _BEFORE_NOUN:
            return None
    return None


def _main_verb(sentence: Sentence, head: int) -> int | None:
    """Return the finite verb of the main clause after *head*; a clause about *head* is skipped."""
    tags, lower = sentence.tags, sentence.lower
    inside = False
    for place in range(head + 1, min(len(tags), head + 45)):
        if lower[place] in STOPS and lower[place] not in "()":
            return None
        if (tags[place] in OPENERS and lower[place] not in _COMPARING) or tags[place] == "VRGa":
            inside = True
        elif tags[place] in FINITE:
            if not inside:
                return place
            # The clause is over when a comma or the next verb follows: "die dat wil, kan …".
            _, last = cluster(sentence, place)
            following = lower[last + 1] if last + 1 < len(lower) else "."
            verbs = [spot for spot in range(place + 1, last + 1) if tags[spot] in FINITE]
            if verbs:
                return verbs[0]
            inside = following != ","
        elif tags[place] == "VGN" and lower[place] in ("maar", "want"):
            return None
    return None


def _mere_list(sentence: Sentence, head: int, verb: int) -> bool:
    tags = sentence.tags[head + 1 : verb]
    joins = sum(1 for tag in tags if tag in ("VGN", "LET"))
    if joins < 2 or "VGN" not in tags or "(" in sentence.lower[head:verb]:
        return False
    return not any(tag in ("VZ", "BETR", "VGO", "WWpe", "WWpm") for tag in tags)


def _clause_subject(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Give the subject and the verb at the end of a clause with *dat*, *die* or *omdat*."""
    tags = sentence.tags
    for place, tag in enumerate(tags):
        asks = tag in ("VRG", "VRGa") and place > 1 and tags[place - 1] != "VZ"
        if (tag not in OPENERS and not asks) or sentence.lower[place] in _COMPARING:
            continue
        start = place + 1
        while start < len(tags) and tags[start] in ("BW", "ER") and start < place + 4:
            start += 1
        head = place if tag == "BETR" or sentence.lower[place] == "wat" else None
        other = _head(sentence, start)
        if other is not None and (head is None or tags[other] == "PRs" or other > start):
            other_verb = _clause_verb(sentence, other)
            if head is None or not _object(sentence, start, other, other_verb):
                head = other
        if head is None:
            continue
        verb = _clause_verb(sentence, head)
        if verb is not None:
            yield "clause", head, verb


def _object(sentence: Sentence, start: int, noun: int, verb: int | None) -> bool:
    """Tell whether the noun after *die* is its object: "raden die een advies … geven"."""
    tags = sentence.tags
    if tags[start] == "LIDo":
        return True
    return verb is not None and (tags[noun], tags[verb]) in (("Ne", "WWpm"), ("Nm", "WWpe"))


def _clause_verb(sentence: Sentence, head: int) -> int | None:
    """Return the first finite verb after *head* when it stands at the end of its clause."""
    tags, lower = sentence.tags, sentence.lower
    for place in range(head + 1, min(len(tags), head + 45)):
        if lower[place] in STOPS and lower[place] not in "()":
            return None
        if tags[place] in OPENERS and lower[place] not in _COMPARING:
            return None
        if tags[place] in FINITE:
            return place
    return None
