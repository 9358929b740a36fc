"""Give a simpler word the form of the word it replaces, so that the sentence stays right.

A replacement that would break the sentence is left out; the message of the hint still names it.
"""

from collections.abc import Iterator
from functools import cache

from desktop.language.clauses import FINITE
from desktop.language.data import bag, word_set
from desktop.language.hashed import hashed_table
from desktop.language.inflect import (
    compared,
    conjugate,
    conjugated,
    inflected,
    plural,
    split_verb,
)
from desktop.language.lexicon import VerbForms, frequency, verbs
from desktop.language.tokens import Sentence
from desktop.language.wordlist import Form

_WITH_DE = bag("de deze die onze elke iedere welke")
_WITH_HET = bag("het dit dat ons elk ieder welk")
_DEFINITE = bag("de het deze dit die dat onze ons mijn jouw uw zijn haar jullie hun")
_ONE = bag("een geen")
_UNCOUNTED = bag("geld informatie hulp steun werk toezicht gedrag verloop vervoer inhoud")
_NO_ADJECTIVE = bag("de het een wat hoe wie te niet volgens recht zich snel elkaar")
_DESCRIBING = frozenset({"ADJp", "VDp", "TWr"})
_BEFORE_NOUN = frozenset({"Ne", "Nm", "ADJp"})
_PREPOSITIONS = bag("aan af bij door in met naar om op over tot uit van voor tegen")
_BEFORE_OBJECT = frozenset({"LIDb", "LIDo", "BEZ", "AWd", "Ne", "Nm", "NP", "TWh", "ADJp"})
_SUBJECTS = frozenset({"PRs", "Ne", "Nm", "NP"})
_HELPING = bag("laten doen")  # "laten weten": this verb takes the endings


def replacements(sentence: Sentence, place: int, form: Form) -> tuple[str, ...]:
    """Return the simpler words of *form* in the form that the word at *place* has."""
    simpler = form.entry.simpler
    if form.entry.kind == "zn":
        return nouns(sentence, place, simpler, many=form.form == "plural")
    if form.entry.kind == "ww":
        return tuple(_verb(sentence, place, form))
    if form.entry.kind == "bn":
        return tuple(_adjective(sentence, place, form))
    return simpler


def nouns(
    sentence: Sentence, place: int, simpler: tuple[str, ...], *, many: bool
) -> tuple[str, ...]:
    """Return those of *simpler* that fit the number and the article of the noun at *place*."""
    first = place
    while first and sentence.tags[first - 1] in _DESCRIBING:
        first -= 1
    before = sentence.lower[first - 1] if first else ""
    described = sentence.lower[first] if first < place else ""
    # After a preposition it is no subject: no verb that would have to change with its number.
    free = "VZ" in sentence.tags[max(0, first - 2) : first] and before not in _ONE
    found: list[str] = []
    for phrase in simpler:
        words = phrase.split()
        at = 0 if len(words) == 1 or _is_noun(words[0]) else 1
        if at and words[0] in _NO_ADJECTIVE:
            continue
        if many:
            found += _several(words, at)
        elif free and _is_plural(words[at]) and before not in _WITH_HET:
            found.append(phrase)
        elif _agrees(words[at], before, described):
            if at and (before in _DEFINITE or words[at] not in het_words()):
                words[0] = inflected(words[0])
            found.append(" ".join(words))
    return tuple(found)


def _several(words: list[str], at: int) -> list[str]:
    """Return the phrase with its noun (place *at*) as a plural, when it has one."""
    noun = words[at]
    several = noun if _is_plural(noun) else plural(noun)
    if not _is_noun(noun) or not frequency(several) or (several == noun and not _is_plural(noun)):
        return []
    adjective = [inflected(word) for word in words[:at]]
    return [" ".join([*adjective, several, *words[at + 1 :]])]


def _agrees(noun: str, before: str, described: str) -> bool:
    """Tell whether *noun* can stand after the word *before* and the adjective *described*."""
    infinitive = not _is_noun(noun) and noun in verbs()
    if not (infinitive or _is_noun(noun)) or _is_plural(noun):
        return False
    neuter = infinitive or noun in het_words()
    if before in _ONE:
        # "een goede uitkomst" cannot become "een goede resultaat".
        fits = not described or described.endswith("e") != neuter
        return fits and not infinitive and noun not in _UNCOUNTED
    return before not in (_WITH_DE if neuter else _WITH_HET)


@cache
def het_words() -> frozenset[str]:
    """Return the nouns among our simpler words that go with *het*."""
    return word_set("language/het-words.txt")


def _is_noun(word: str) -> bool:
    return hashed_table("language/nouns.bin").get(word) is not None


def _is_plural(word: str) -> bool:
    known = hashed_table("language/nouns.bin").get(word)
    return known is not None and known[0] & 4 != 0


def _verb(sentence: Sentence, place: int, form: Form) -> Iterator[str]:
    tags, simpler = sentence.tags, form.entry.simpler
    tag = tags[place]
    following = tags[place + 1] if place + 1 < len(tags) else "LET"
    if form.form == "present":
        return  # "faciliterend": the simpler verb seldom goes there
    if form.form == "attribute" or (tag in _DESCRIBING and following in _BEFORE_NOUN):
        yield from _attributes(sentence, place, form)
    elif form.form == "participle" or (form.form == "he" and tag in ("VD", "ADJv")):
        yield from _closing(simpler, "participle")
    elif tag in FINITE and form.form in VerbForms._fields:
        if following in ("LET", "VGN", "VGO") and place > 2:
            yield from _closing(simpler, form.form)
        else:
            yield from _second(sentence, place, simpler, form.form)
    elif form.form == "infinitive":
        after_te = place > 0 and sentence.lower[place - 1] == "te"
        yield from _after_te(simpler) if after_te else _closing(simpler, "infinitive")


def _closing(simpler: tuple[str, ...], kind: str) -> Iterator[str]:
    """Give verbs that stand last; what asks for an object after it cannot stand there."""
    for phrase in simpler:
        words = phrase.split()
        if len(words) > 1 and words[-1] in _PREPOSITIONS:
            continue
        if words[0] in _HELPING:
            form = "infinitive" if kind == "participle" else kind
            yield " ".join([_form(words[0], form), *words[1:]])
        else:
            yield " ".join([*words[:-1], _form(words[-1], kind)])


def _form(verb: str, kind: str) -> str:
    return verb if kind == "infinitive" else getattr(conjugate(verb), kind)


def _second(sentence: Sentence, place: int, simpler: tuple[str, ...], kind: str) -> Iterator[str]:
    """Give finite verbs for the second place, where nothing may move to the end."""
    tags = sentence.tags
    after = tags[place + 1] if place + 1 < len(tags) else ""
    object_after = place and tags[place - 1] in _SUBJECTS and after in _BEFORE_OBJECT
    for phrase in simpler:
        words = phrase.split()
        if len(words) == 1 and not split_verb(phrase)[0]:
            yield _form(phrase, kind)
        elif len(words) > 1 and words[-1] in _PREPOSITIONS and object_after:
            yield conjugated(phrase, kind) if kind != "infinitive" else _first_verb(words)


def _first_verb(words: list[str]) -> str:
    """Return "houden rekening met" for "rekening houden met"."""
    at = next((n for n, word in enumerate(words) if word in verbs()), 0)
    return " ".join([words[at], *words[:at], *words[at + 1 :]])


def _after_te(simpler: tuple[str, ...]) -> Iterator[str]:
    """Give verbs of one part: others need their *te* in the middle, "op te lossen"."""
    for phrase in simpler:
        first, *rest = phrase.split()
        if first in _HELPING or (not rest and not split_verb(first)[0]):
            yield phrase


def _attributes(sentence: Sentence, place: int, form: Form) -> Iterator[str]:
    """Give participles before a noun, such as "de uitgevoerde plannen"."""
    before = sentence.lower[place - 1] if place else ""
    plural_after = sentence.tags[place + 1 : place + 2] == ["Nm"]
    if form.form not in ("attribute", "past") and before not in _DEFINITE and not plural_after:
        return
    for phrase in form.entry.simpler:
        if " " not in phrase:
            yield inflected(_form(phrase, "participle"))


def _adjective(sentence: Sentence, place: int, form: Form) -> Iterator[str]:
    tags, simpler = sentence.tags, form.entry.simpler
    if form.form == "compared":
        ending = "e" if sentence.lower[place].endswith("e") else ""
        words = [compared(word) for word in simpler if " " not in word]
        yield from (word + ending for word in words if frequency(word) > 0)
        return
    before_noun = tags[place] == "ADJp" or tags[place + 1 : place + 2] in (["Ne"], ["Nm"])
    for word in simpler:
        changed = inflected(word)
        if not before_noun:
            yield word
        elif " " not in word and frequency(changed) > 0:
            yield changed if form.form == "inflected" else word
