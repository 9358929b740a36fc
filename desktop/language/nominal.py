"""Point out verbs that hide in nouns: "het betrekken van" for "wij betrekken"."""

from collections.abc import Iterator
from functools import cache, lru_cache

from desktop.i18n import tr
from desktop.language.data import bag, rows, word_set
from desktop.language.found import Found
from desktop.language.hashed import hashed_table
from desktop.language.inflect import conjugate, plurals, split_verb
from desktop.language.lexicon import frequency, verbs
from desktop.language.tokens import Sentence

_DETERMINERS = bag("het een dit dat ons hun zijn haar uw elk")
_DETERMINER_TAGS = frozenset({"LIDb", "LIDo", "BEZ", "AWd"})
_BETWEEN = frozenset({"BW", "ADJv", "ADJp", "VDp", "VZ", "Ne", "Nm", "LIDo", "VGN", "VZf"})
_AFTER = frozenset({"VZ", "LET", "VGN"})
_PARTS = bag("vorm vormen deel delen begin")  # "een vorm van" is no action
_CLAUSE = frozenset({"WWpe", "WWpm", "VGO", "BETR"})
_FEWEST = 2  # action nouns that carry the message together
_REACH = 12
_SHORTEST = 5  # letters; a shorter word ends many others by chance
_ENDINGS = (("ingen", "en"), ("ing", "en"), ("ing", ""), ("atie", "eren"), ("aties", "eren"))
_HEAVY = 2.5  # log10 per billion words; so rare an action noun hides its verb on its own
_OBJECT = frozenset({"van", "door", "tot"})  # what follows is who or what the action is about


def nominals(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for every infinitive used as a noun, and for groups of action nouns."""
    seen: set[int] = set()
    for first, last in infinitives(sentence):
        seen.update(range(first, last + 1))
        start, end = sentence.span(first, last)
        message = tr("A verb hides in this noun. Say who does what.")
        yield Found("nominal", start, end, message, 0.8)
    for noun, verb in light_verbs(sentence):
        if noun not in seen:
            seen.add(noun)
            start, end = sentence.span(*sorted((noun, verb)))
            message = tr("The verb says little here; the action hides in the noun.")
            yield Found("nominal", start, end, message, 0.7)
    nouns = [place for place in action_nouns(sentence) if place not in seen]
    group = _group(sentence, nouns)
    if group is not None:
        start, end = sentence.span(*group)
        message = tr("Many actions stand here as nouns. Turn them into verbs.")
        yield Found("nominal", start, end, message, 0.65)
        return
    heavy = next((place for place in nouns if _heavy(sentence, place)), None)
    if heavy is not None:
        start, end = sentence.span(heavy, heavy + 1)
        message = tr("A verb hides in this noun. Say who does what.")
        yield Found("nominal", start, end, message, 0.55)


def _heavy(sentence: Sentence, place: int) -> bool:
    """Tell whether a rare action noun has its object after it: "de borging van invloed"."""
    following = sentence.lower[place + 1 : place + 2]
    return not _OBJECT.isdisjoint(following) and frequency(sentence.lower[place]) < _HEAVY


def infinitives(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give (first, last) token of every "het … betrekken van" in *sentence*."""
    tags, lower = sentence.tags, sentence.lower
    for place, tag in enumerate(tags):
        if tag not in ("INFn", "INF", "Ne") or not _is_infinitive(lower[place], tag):
            continue
        if lower[place] in word_set("language/not-actions.txt"):
            continue
        if place + 1 < len(tags) and tags[place + 1] not in _AFTER:
            continue
        joined = _joined(sentence, place)
        start = _determiner(sentence, place)
        if start is None or (tag != "INFn" and start < place - 1):
            continue
        bound = place + 1 < len(tags) and lower[place + 1] in ("van", "aan", "door", "voor", "in")
        if tag == "INFn" or bound or joined:
            yield start, place + 1 if bound and lower[place + 1] == "van" else place


def _is_infinitive(word: str, tag: str) -> bool:
    """Tell whether *word* is a verb, or a compound of one: "het overheidshandelen"."""
    may_be = tag == "INFn" or hashed_table("language/nouns.bin").get(word) is None
    compound = may_be and any(word[cut:] in verbs() for cut in range(3, len(word) - 4))
    return word in verbs() or compound


def _joined(sentence: Sentence, place: int) -> bool:
    """Tell whether another infinitive shares the object: "het voorkomen en bestrijden van"."""
    lower = sentence.lower[place + 1 : place + 4]
    return (
        len(lower) == 3 and lower[0] in ("en", "of") and lower[1] in verbs() and lower[2] == "van"
    )


def _determiner(sentence: Sentence, place: int) -> int | None:
    """Return the article before the infinitive at *place*; adverbs may stand between."""
    for spot in range(place - 1, max(-1, place - 7), -1):
        tag = sentence.tags[spot]
        if tag in _DETERMINER_TAGS and sentence.lower[spot] in _DETERMINERS:
            return spot
        if spot == place - 1 and tag == "PRs" and sentence.lower[spot] == "het":
            return spot  # "Het inzetten van …" opens the sentence: the tagger sees a pronoun
        if tag not in _BETWEEN:
            return None
    return None


def action_nouns(sentence: Sentence) -> Iterator[int]:
    """Give the nouns made from a verb: *verbetering*, *vergroting*, *invoering*."""
    for place, tag in enumerate(sentence.tags):
        if tag in ("Ne", "Nm") and is_action(sentence.lower[place]):
            yield place


@lru_cache(maxsize=20_000)
def is_action(word: str) -> bool:
    """Tell whether the noun *word* comes from a verb and still means doing it."""
    if word in word_set("language/not-actions.txt"):
        return False
    if word in word_set("language/actions.txt"):
        return True
    # The end of a compound says what it is: "beleidsafdeling" is a department.
    compound = not word.endswith(_things())
    for ending, verb in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)] + verb
            if base in verbs() or (compound and _known_part(base)):
                return True
    return False


@cache
def _things() -> tuple[str, ...]:
    return tuple(word for word in word_set("language/not-actions.txt") if len(word) > _SHORTEST)


def _known_part(verb: str) -> bool:
    return any(verb[cut:] in verbs() for cut in range(2, min(8, len(verb) - 4)))


def _group(sentence: Sentence, nouns: list[int]) -> tuple[int, int] | None:
    """Return the first and last token of action nouns that together carry the message."""
    tags = sentence.tags
    bound = [
        place
        for place in nouns
        if place + 1 < len(tags) and (tags[place + 1] == "VZ" or sentence.lower[place + 1] == "en")
    ]
    for one in bound:
        near = [other for other in nouns if _together(sentence, one, other)]
        if len(near) + 1 >= _FEWEST:
            places = sorted([one, *near])
            return places[0], places[-1]
    # Two with an object each, far apart: together they carry the sentence; the first is marked.
    return (bound[0], bound[0] + 1) if len(bound) >= _FEWEST else None


def _together(sentence: Sentence, one: int, other: int) -> bool:
    """Tell whether two nouns stand close together, without a verb or a clause in between."""
    first, last = sorted((one, other))
    between = sentence.tags[first:last]
    return 0 < last - first <= _REACH and not any(tag in _CLAUSE for tag in between)


def light_verbs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give (noun, verb) where an empty verb only carries an action noun: "inbreng … leveren"."""
    lower, tags = sentence.lower, sentence.tags
    for place, word in enumerate(lower):
        nouns, particle = _light().get(word, (frozenset[str](), ""))
        if (
            not nouns
            or (particle and particle not in lower)
            or tags[place] not in ("WWpe", "WWpm", "INF", "VD", "INFn")
        ):
            continue
        for spot in range(max(0, place - _REACH), min(len(lower), place + _REACH)):
            part_of = lower[spot] in _PARTS and lower[spot + 1 : spot + 2] == ["van"]
            acts = lower[spot] in nouns or ("*" in nouns and is_action(lower[spot]))
            if tags[spot] in ("Ne", "Nm") and acts and not part_of:
                yield spot, place
                break


@cache
def _light() -> dict[str, tuple[frozenset[str], str]]:
    """Return, by form of the empty verb, the nouns it only carries and its loose particle."""
    found: dict[str, tuple[frozenset[str], str]] = {}
    for verb, nouns in rows("language/light-verbs.tsv"):
        words = frozenset(form for noun in nouns.split() for form in (noun, *plurals(noun)))
        for form in {*conjugate(verb)[1:], verb}:
            found[form] = (found.get(form, (words, ""))[0] | words, "")
        particle, rest = split_verb(verb)
        if particle:
            for form in conjugate(rest)[1:5]:
                if form not in found:
                    found[form] = (words, particle)
    return found
