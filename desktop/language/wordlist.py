"""The list of difficult words: every form to look for, ready to look up."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop.language.data import rows, word_set
from desktop.language.inflect import compared, conjugate, inflected, plurals, split_verb
from desktop.language.lexicon import frequency, verbs

_KNOWN_WELL = 2.5  # log10 per billion words; a commoner relative of a hard word is not hard
_SHORTEST_RELATIVE = 9  # letters: "briefen" must not make "brief" hard


class Entry(NamedTuple):
    """A word of the list, its kind (see difficult-words.tsv) and simpler words, commonest first."""

    word: str
    kind: str
    simpler: tuple[str, ...]


class Form(NamedTuple):
    """One written form of an entry: which form of the verb, noun or adjective it is."""

    entry: Entry
    form: str


class Index(NamedTuple):
    """All forms to look for: single words, phrases by first word, and words that go with a verb."""

    words: dict[str, Form]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    split: dict[str, tuple[str, Form]]
    partners: dict[str, list[tuple[tuple[str, ...], str, Entry]]]


def _commonness(phrase: str) -> float:
    return min(frequency(word) for word in phrase.split())


@cache
def entries() -> tuple[Entry, ...]:
    """Return the list of difficult words."""
    return tuple(
        Entry(word, kind, tuple(sorted(simpler.split("|"), key=_commonness, reverse=True)))
        for word, kind, simpler in rows("language/difficult-words.tsv")
    )


@cache
def index() -> Index:
    """Return the forms of all entries, ready to look up."""
    found = Index({}, {}, {}, {})
    for entry in entries():
        *fixed, verb = entry.word.split()
        if entry.kind == "lv" or (len(fixed) > 1 and verb in verbs()):
            found.partners.setdefault(fixed[0], []).append((tuple(fixed), verb, entry))
        elif " " in entry.word:
            first, *rest = entry.word.split()
            found.phrases.setdefault(first, []).append(((first, *rest), entry))
        else:
            _add_forms(found.words, entry)
            if entry.kind == "ww":
                _add_split(found.split, entry)
    for entry in _family():
        _add_forms(found.words, entry)
    for phrases in found.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def _add_forms(words: dict[str, Form], entry: Entry) -> None:
    for form, kind in _forms(entry):
        known = words.get(form)
        # The noun "instroom" goes before a form of "instromen".
        own = form == entry.word and (known is None or known.form not in ("base", "infinitive"))
        if (known is None or own) and form not in word_set("language/plain-forms.txt"):
            words[form] = Form(entry, kind)


def _family() -> Iterator[Entry]:
    """Give the rare words made from a listed one: *overheveling* makes *overhevelen* hard too.

    They have no simpler words of their own: those of the listed word need another sentence.
    """
    for entry in entries():
        for word, kind in _relatives(entry):
            if len(word) >= _SHORTEST_RELATIVE and 0 < frequency(word) < _KNOWN_WELL:
                yield Entry(word, kind, ())


def _relatives(entry: Entry) -> Iterator[tuple[str, str]]:
    word = entry.word
    if " " in word:
        return
    if entry.kind == "ww":
        yield (word + "ing" if word.endswith("zien") else word[:-2] + "ing"), "zn"
        if word.endswith("eren"):
            yield word[:-4] + "atie", "zn"
    elif entry.kind == "zn" and word.endswith("ing"):
        yield word[:-3] + "en", "ww"
    elif entry.kind == "zn" and word.endswith("atie"):
        yield word[:-4] + "eren", "ww"
    elif entry.kind == "bn":
        yield word + "heid", "zn"
        if word.endswith("ief"):
            yield word[:-1], "zn"


def _forms(entry: Entry) -> Iterator[tuple[str, str]]:
    word = entry.word
    yield word, "infinitive" if entry.kind == "ww" else "base"
    if entry.kind == "ww":
        forms = conjugate(word)
        for name in ("he", "participle", "i", "past", "pasts"):
            yield getattr(forms, name), name
        yield inflected(forms.participle), "attribute"
        yield word + "d", "present"
        yield word + "de", "present"
    elif entry.kind == "zn":
        for form in plurals(word):
            yield form, "plural"
    elif entry.kind == "bn":
        yield inflected(word), "inflected"
        yield compared(word), "compared"
        yield compared(word) + "e", "compared"


def _add_split(split: dict[str, tuple[str, Form]], entry: Entry) -> None:
    particle, verb = split_verb(entry.word)
    if particle:
        forms = conjugate(verb)
        for name in ("he", "i", "past", "pasts", "infinitive"):
            split.setdefault(getattr(forms, name) + " " + particle, (particle, Form(entry, name)))


@cache
def particles() -> dict[str, frozenset[str]]:
    """Return the verb forms of the list that fall apart, with the particles they leave behind."""
    found: dict[str, set[str]] = {}
    for key in index().split:
        form, particle = key.split(" ")
        found.setdefault(form, set()).add(particle)
    return {form: frozenset(rest) for form, rest in found.items()}
