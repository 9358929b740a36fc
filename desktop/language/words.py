"""Point out difficult words and council jargon, with simpler words for the same thing."""

from collections.abc import Iterator
from functools import lru_cache

from desktop.i18n import tr
from desktop.language.fit import replacements
from desktop.language.found import Found, cased
from desktop.language.inflect import conjugate, split_verb
from desktop.language.jargon import jargon, phrase_terms, plain_terms, single_terms
from desktop.language.lexicon import word_class
from desktop.language.tokens import Sentence
from desktop.language.wordlist import Form, index, particles

_NOUN_TAGS = frozenset({"Ne", "Nm", "INFn", "SPEC", "ADJn"})
_VERB_TAGS = frozenset({"WWpe", "WWpm", "INF", "INFn", "VD", "VDp", "OD", "ADJv", "ADJp"})
_TAGS = {
    "zn": _NOUN_TAGS | {"NP"},
    "ww": _VERB_TAGS,
    "vg": frozenset({"VGO", "VGN", "BW", "VZ"}),
}
_STRICT = {"daar": frozenset({"VGO"}), "mede": frozenset({"BW"}), "noch": frozenset({"VGN"})}
_MUST = {"dient": "moet", "dienen": "moeten", "diende": "moest", "dienden": "moesten"}
_VERB_CODES = frozenset("ifd")  # see word_class
_UNMISTAKABLE = 8  # letters; a shorter word may be a name or a word of another kind
_NEAR = 3  # words between a fixed word and its verb
_REACH = 15  # tokens between a verb and its particle


def difficult_words(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for every word or phrase of the list of difficult words and of the glossary."""
    taken = _well_known(sentence)
    for first, last, found in _all(sentence):
        span = range(first, last + 1)
        if taken.isdisjoint(span) and sentence.protected.isdisjoint(span):
            taken.update(span)
            yield found
    sentence.explained = frozenset(taken)


def _well_known(sentence: Sentence) -> set[int]:
    """Return the tokens of terms that every reader knows, such as "sociaal domein"."""
    lower = sentence.lower
    found: set[int] = set()
    for place in range(len(lower) - 1):
        for size in (2, 3, 4):
            if tuple(lower[place : place + size]) in plain_terms():
                found.update(range(place, place + size))
    return found


def _all(sentence: Sentence) -> Iterator[tuple[int, int, Found]]:
    """Give what is found, phrases before single words, as (first token, last token, hint)."""
    lower = sentence.lower
    single, phrases, _, partners = index()
    jargon_phrases, terms, split = phrase_terms(), single_terms(), particles()
    for place, word in enumerate(lower):
        if word in phrases or word in jargon_phrases:
            yield from _phrase(sentence, place)
        if word in partners:
            yield from _with_verb(sentence, place)
        if word in split:
            yield from _split(sentence, place)
        if word in _MUST:
            yield from _must(sentence, place)
    for place, word in enumerate(lower):
        term = terms.get(word)
        if term is not None:
            yield place, place, jargon(sentence, place, place, term)
        elif word in single and _fits(sentence, place, single[word]):
            simpler = replacements(sentence, place, single[word])
            every = single[word].entry.simpler
            shown = simpler if len(simpler) == len(every) else every
            yield place, place, _hint(sentence, place, place, simpler, shown)


def _fits(sentence: Sentence, place: int, form: Form) -> bool:
    tag = sentence.tags[place]
    if sentence.lower[place] in _STRICT:
        return tag in _STRICT[sentence.lower[place]]
    if _only(sentence.lower[place], form.entry.kind):
        return True  # whatever the tagger makes of it
    if form.form in ("i", "past", "pasts"):
        return tag in ("WWpe", "WWpm")
    return form.entry.kind not in _TAGS or tag in _TAGS[form.entry.kind]


@lru_cache(maxsize=20_000)
def _only(word: str, kind: str) -> bool:
    """Tell whether *word* can be nothing but a verb, or nothing but a noun."""
    if len(word) < _UNMISTAKABLE:
        return False
    code = word_class(word)
    a_noun, a_verb = "n" in code.lower(), not _VERB_CODES.isdisjoint(code)
    return (kind == "ww" and a_verb and not a_noun) or (kind == "zn" and a_noun and not a_verb)


def _phrase(sentence: Sentence, place: int) -> Iterator[tuple[int, int, Found]]:
    lower = sentence.lower
    for words, term in phrase_terms().get(lower[place], ()):
        if tuple(lower[place : place + len(words)]) == words:
            last = place + len(words) - 1
            yield place, last, jargon(sentence, place, last, term)
            return
    for words, entry in index().phrases.get(lower[place], ()):
        if tuple(lower[place : place + len(words)]) == words:
            last = place + len(words) - 1
            yield place, last, _hint(sentence, place, last, entry.simpler)
            return


def _must(sentence: Sentence, place: int) -> Iterator[tuple[int, int, Found]]:
    """Give "dient … te betalen", an old-fashioned way to say that someone must."""
    lower, tags = sentence.lower, sentence.tags
    for spot in range(place + 1, min(len(lower), place + _REACH)):
        if lower[spot] in ("als", "tot", "voor") and spot == place + 1:
            return
        if lower[spot] == "te" and tags[spot + 1 : spot + 2] in (["INF"], ["VD"]):
            middle = sentence.text[sentence.ends[place] : sentence.starts[spot]].rstrip()
            verb = _MUST[lower[place]]
            # "dient … in te vullen" would need its verb in one word again.
            simpler = (verb + middle,) if tags[spot - 1] != "VZf" else ()
            found = _hint(sentence, place, spot, simpler, (verb,))
            yield place, place, found
            return
        if tags[spot] in ("WWpe", "WWpm", "VGO") or lower[spot] in ";:":
            return


def _with_verb(sentence: Sentence, place: int) -> Iterator[tuple[int, int, Found]]:
    """Give "zorg dragen" when a form of the verb stands in the same clause."""
    lower = sentence.lower
    for fixed, verb, entry in index().partners[lower[place]]:
        last = place + len(fixed) - 1
        if tuple(lower[place : last + 1]) != fixed or sentence.tags[last] not in _NOUN_TAGS:
            continue
        forms = set(conjugate(verb))
        if last + 1 < len(lower) and lower[last + 1] == "van":
            continue
        near = range(max(0, place - _NEAR), min(len(lower), last + _NEAR + 1))
        if any(lower[spot] in forms and sentence.tags[spot] in _VERB_TAGS for spot in near):
            beside = last + 1 < len(lower) and lower[last + 1] in forms
            end = last + 1 if beside else last
            simpler = entry.simpler if beside and lower[end] == verb else ()
            yield place, end, _hint(sentence, place, end, simpler, entry.simpler)


def _split(sentence: Sentence, place: int) -> Iterator[tuple[int, int, Found]]:
    """Give "vangt … aan": the suggestion keeps the words in between."""
    if sentence.tags[place] not in ("WWpe", "WWpm"):
        return
    lower, tags = sentence.lower, sentence.tags
    for spot in range(place + 1, min(len(lower), place + _REACH)):
        if lower[spot] in particles()[lower[place]] and tags[spot] == "VZf":
            _, form = index().split[f"{lower[place]} {lower[spot]}"]
            middle = sentence.text[sentence.ends[place] : sentence.starts[spot]].rstrip()
            simpler = tuple(
                _around(phrase, form.form, middle)
                for phrase in form.entry.simpler
                if " " not in phrase
            )
            yield place, spot, _hint(sentence, place, spot, simpler, form.entry.simpler)
            return
        if tags[spot] in ("WWpe", "WWpm") or lower[spot] in ";:":
            return


def _around(verb: str, form: str, middle: str) -> str:
    """Return *verb* around the words in the *middle*: "stuurt het plan terug"."""
    particle, rest = split_verb(verb)
    finite = rest if form == "infinitive" else str(getattr(conjugate(rest), form))
    return finite + middle + (" " + particle if particle else "")


def _hint(
    sentence: Sentence,
    first: int,
    last: int,
    simpler: tuple[str, ...],
    shown: tuple[str, ...] = (),
) -> Found:
    start, end = sentence.span(first, last)
    word = sentence.text[start:end]
    other = ", ".join(shown or simpler)
    if other:
        message = tr(
            "“{word}” is difficult for many readers. Simpler: {other}.", word=word, other=other
        )
    else:
        message = tr("“{word}” is difficult for many readers.", word=word)
    return Found("difficult_word", start, end, message, 0.8, cased(word, simpler))
