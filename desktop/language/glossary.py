"""Explain a word: from the glossary, the list of short forms, or the list of difficult words."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from desktop.i18n import tr
from desktop.language.abbreviations import meanings
from desktop.language.data import table
from desktop.language.lexicon import frequency
from desktop.language.words import index

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_EVERYDAY = 3.2
"""So common (see ``frequency``) that a word in small letters is itself, and no short form."""
_MOST_WORDS = 5  # of a term in the glossary: "adviesraad sociaal domein"


class Explained(NamedTuple):
    """A word in its basic form, what it means in one sentence, and words to use instead."""

    term: str
    meaning: str
    instead: tuple[str, ...] = ()


@cache
def _terms() -> dict[str, Explained]:
    """Return the glossary by every form of every term, in small letters."""
    found: dict[str, Explained] = {}
    for row in table("glossary/council.toml")["term"]:
        instead = (str(row["alternative"]),) if row["alternative"] else ()
        explained = Explained(row["term"], row["explanation"], instead)
        for form in (row["term"], *row["forms"]):
            found.setdefault(form.lower(), explained)
    return found


@cache
def _short_forms() -> dict[str, tuple[str, str]]:
    return {short.lower().rstrip("."): (short, words) for short, words in meanings().items()}


def explain(words: str) -> Explained | None:
    """Return the explanation of *words*, in whatever form they stand; None when there is none."""
    return _known(words) or _difficult(_low(words).rstrip("."))


def _low(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _known(words: str) -> Explained | None:
    """Return the explanation of a term of the glossary or of a short form."""
    low = _low(words)
    found = _terms().get(low) or _terms().get(low.rstrip("."))
    if found:
        return found
    short, meant = _short_forms().get(low.rstrip("."), ("", ""))
    as_written = words.isupper() or words.rstrip(".") == short.rstrip(".")
    if not short or not (as_written or frequency(low.rstrip(".")) < _EVERYDAY):
        return None  # "wij" is no law, and "om" no office
    return Explained(short, tr("Short for: {words}.", words=meant))


def _difficult(low: str) -> Explained | None:
    first, *_rest = low.split(" ")
    form = index().words.get(low)
    entry = form.entry if form else None
    for words, phrase in index().phrases.get(first, ()):
        if " ".join(words) == low:
            entry = phrase
    if entry is None or not entry.simpler:
        return None
    return Explained(
        entry.word, tr("Simpler: {words}.", words=", ".join(entry.simpler)), entry.simpler
    )


def terms() -> list[Explained]:
    """Return every term of the glossary, by the alphabet."""
    return sorted(set(_terms().values()), key=lambda one: one.term.lower())


def beginning_with(letters: str, most: int = 8) -> list[Explained]:
    """Return the terms of the glossary that begin with *letters*, then those that hold them."""
    low = " ".join(letters.lower().split())
    if not low:
        return []
    found = [one for one in terms() if low in one.term.lower()]
    return sorted(found, key=lambda one: not one.term.lower().startswith(low))[:most]


def terms_in(text: str) -> Counter[str]:
    """Count the terms of the glossary in *text*, in all their forms; short forms are left out."""
    counted: Counter[str] = Counter()
    words = [word.rstrip(".") for word in _WORD.findall(text.lower().replace("’", "'"))]
    for word, times in Counter(words).items():
        found = _terms().get(word)
        if found:
            counted[found.term] += times
    low = f" {' '.join(words)} "
    for form, explained in _terms().items():
        if " " in form and f" {form} " in low:
            counted[explained.term] += low.count(f" {form} ")
    return counted


def word_at(text: str, place: int) -> str:
    """Return the word of *text* in or after which *place* stands; empty between words."""
    found = (word for word in _WORD.finditer(text) if word.start() <= place <= word.end())
    word = next(found, None)
    return word.group().rstrip(".") if word else ""


def explain_at(text: str, place: int) -> Explained | None:
    """Return the explanation of the longest term of *text* around the character *place*."""
    return _around(text, place, explain)


def term_at(text: str, place: int) -> Explained | None:
    """Do as ``explain_at``, without words that are only difficult: nobody asked for a tip here."""
    return _around(text, place, _known)


def _around(text: str, place: int, tell: Callable[[str], Explained | None]) -> Explained | None:
    words = list(_WORD.finditer(text))
    here = next((n for n, word in enumerate(words) if word.start() <= place <= word.end()), None)
    if here is None:
        return None
    for size in range(_MOST_WORDS, 0, -1):
        for first in range(max(0, here - size + 1), min(here, len(words) - size) + 1):
            found = tell(text[words[first].start() : words[first + size - 1].end()])
            if found:
                return found
    return None
