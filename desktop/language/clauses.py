"""Find the verbs of a sentence and which of them belong together."""

from desktop.language.data import bag
from desktop.language.lexicon import word_class
from desktop.language.tokens import Sentence

WORDEN = bag("word wordt worden werd werden geworden wordend")
ZIJN = bag("ben bent is zijn was waren wees")
HEBBEN = bag("heb hebt heeft hebben had hadden gehad")
MODAL = bag(
    "kan kun kunt kunnen kon konden zal zult zul zullen zou zouden moet moeten moest moesten mag"
    " mogen mocht mochten wil wilt willen wilde wilden wou dien dient dienen diende dienden hoef"
    " hoeft hoeven laat laten liet lieten blijft blijven bleef bleven blijkt blijken bleek bleken"
    " lijkt lijken leek leken schijnt schijnen gaat gaan ging gingen ga komt komen kwam kwamen"
    " hoort horen doet doen deed deden"
)
_VERBS = frozenset({"WWpe", "WWpm", "INF", "VD"})
_ALWAYS_HELPING = bag(
    "kan kun kunt kunnen kon konden zal zult zul zullen zou zouden moet moeten moest moesten mag"
    " mogen mocht mochten wil wilt willen wilde wilden wou"
)
_CLOSERS = frozenset({"LET", "VGN", "VGO", "VZ"})
_BEFORE_NOUN = frozenset({"LIDb", "LIDo", "BEZ", "AWd", "VZ", "ADJp", "VDp", "VGN"})
FINITE = frozenset({"WWpe", "WWpm"})
OPENERS = frozenset({"VGO", "BETR"})
STOPS = frozenset(";:.?!…()[]–—")


def mend(sentence: Sentence) -> None:
    """Give an infinitive its tag when the helping verb stands too far back for the tagger.

    "Wij kunnen aan hem kleine veranderingen toeschrijven": the last word looks like a plural.
    """
    tags, lower = sentence.tags, sentence.lower
    helper: int | None = None
    for place, tag in enumerate(tags):
        word = lower[place]
        if word in STOPS or tag in OPENERS or tag in ("VRG", "VRGa"):
            helper = None
        elif helper is not None and place > helper + 1 and _last_infinitive(sentence, place):
            tags[place] = "INF"
        elif tag in FINITE:
            helper = place if word in _ALWAYS_HELPING else None


def _last_infinitive(sentence: Sentence, place: int) -> bool:
    """Tell whether the word at *place* can be an infinitive that closes its clause."""
    tags, word = sentence.tags, sentence.lower[place]
    following = tags[place + 1] if place + 1 < len(tags) else "LET"
    if following not in _CLOSERS or not word.endswith("n") or word in MODAL | ZIJN:
        return False
    noun = tags[place] in ("Ne", "Nm")
    if not noun and tags[place] != "WWpm":
        return False
    if sentence.lower[place - 1] == "te" or (noun and tags[place - 1] in _BEFORE_NOUN):
        return False
    return "i" in word_class(word)


def cluster(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return the first and last token of the row of verbs that stands around token *place*."""
    tags, lower = sentence.tags, sentence.lower
    first = last = place
    while first and _in_cluster(tags[first - 1], lower[first - 1]):
        first -= 1
    while last + 1 < len(tags) and _in_cluster(tags[last + 1], lower[last + 1]):
        last += 1
    return first, last


def _in_cluster(tag: str, word: str) -> bool:
    return tag in _VERBS or word == "te"


def opened_by(sentence: Sentence, verb: int) -> int | None:
    """Return the conjunction that opens the clause in which the finite *verb* stands last.

    None when that verb is the verb of a main clause.
    """
    tags, lower = sentence.tags, sentence.lower
    for place in range(verb - 1, max(-1, verb - 40), -1):
        if tags[place] in OPENERS or (tags[place] in ("VRG", "VRGa") and place):
            return place
        if tags[place] in FINITE and tags[place + 1] not in FINITE and place + 1 != verb:
            return None
        if lower[place] in STOPS:
            return None
    return None


def finite_before(sentence: Sentence, place: int) -> int | None:
    """Return the finite verb left of token *place* that governs it; clauses between are skipped."""
    tags, lower = sentence.tags, sentence.lower
    spot = place - 1
    least = max(-1, place - 60)
    while spot > least:
        if lower[spot] in STOPS and lower[spot] not in "()[]–—":
            return None
        if tags[spot] in FINITE:
            opener = opened_by(sentence, spot)
            if opener is None or "," not in lower[spot:place]:
                return spot
            spot = opener
        elif tags[spot] in OPENERS and lower[spot] not in ("dan", "als"):
            return None
        elif lower[spot] in WORDEN and tags[spot] in _VERBS:
            return spot
        spot -= 1
    return None
