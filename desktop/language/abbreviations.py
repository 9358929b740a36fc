"""Point out short forms that the text does not explain the first time it uses them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from desktop.i18n import tr
from desktop.language.data import bag, rows, word_set
from desktop.language.found import Found
from desktop.language.lexicon import frequency
from desktop.language.tokens import Sentence

_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ&]{1,6}|[A-Z][a-z]{0,3}[A-Z][A-Za-z]{0,4}|[A-Z]{2,5}en")
_SMALL = bag("de den der van von ter ten te 't ’t in het la el al ben")
_LONGEST_NAME = 5  # tokens
_ROMAN = re.compile(r"[IVX]{1,5}")


@cache
def meanings() -> dict[str, str]:
    """Return the known short forms with their meaning; the key is as written."""
    return dict(rows("language/abbreviations.tsv"))


@cache
def _lower_meanings() -> dict[str, str]:
    return {short.lower(): meaning for short, meaning in meanings().items() if "." in short}


@cache
def _familiar() -> frozenset[str]:
    return word_set("language/familiar-abbreviations.txt")


def find(sentence: Sentence) -> tuple[tuple[str, int, int, bool], ...]:
    """Return the short forms in *sentence*: (as written, start, end, explained on the spot)."""
    if sentence.text.isupper():
        return ()
    # A name explains its initials: after "P. de Boer" in a list, "PdB" needs no explanation.
    found = [(short, 0, 0, True) for short in _initials(sentence)]
    known = meanings()
    for place, word in enumerate(sentence.words):
        if word.islower() and word[-1] != "." and word not in known:
            continue
        if place not in sentence.protected and _is_short_form(word):
            start, end = sentence.span(place, place)
            found.append((word, start, end, _explained(sentence, place)))
    return tuple(found)


def _initials(sentence: Sentence) -> Iterator[str]:
    """Give the short forms of the names in *sentence*: PdB, PB and PDB for "P. de Boer"."""
    words = sentence.words
    for place in range(len(words) - 1):
        first = words[place]
        if not (first[0].isupper() and (first.endswith(".") or sentence.tags[place] == "NP")):
            continue
        letters = first.replace(".", "") if first.endswith(".") else first[0]
        between = ""
        for word in words[place + 1 : place + _LONGEST_NAME]:
            if word[0].isupper():
                for middle in {between, between.upper(), ""}:
                    yield letters + middle + word[0]
                between += word[0]
            elif word.lower() in _SMALL:
                between += word.lstrip("'’")[0]
            else:
                break


def _is_short_form(word: str) -> bool:
    if len(word) < 2 or word in _familiar() or word.lower() in _familiar():
        return False
    if word in meanings():
        return True
    if "." in word[1:] or word.endswith("."):
        return word.lower().rstrip(".") in {key.rstrip(".") for key in _lower_meanings()}
    # A word in capitals is no short form: "LET OP", "BIJLAGE".
    if _ROMAN.fullmatch(word):
        return False
    known = word.isupper() and frequency(word.lower()) > (1.8 if len(word) > 3 else 4.5)
    return _CAPITALS.fullmatch(word) is not None and not known


def _explained(sentence: Sentence, place: int) -> bool:
    """Tell whether the long form stands beside it: ``sociale raad (SR)`` or the reverse."""
    words = sentence.words
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if before == "(" and after == ")":
        return _long_form(sentence, place)
    if after in ("(", "=") and place + 3 < len(words) and words[place + 2][:1].isalpha():
        return True
    meaning = meanings().get(words[place], "").lower()
    return bool(meaning) and meaning in sentence.text.lower()


def _long_form(sentence: Sentence, place: int) -> bool:
    """Tell whether the words before the bracket begin with the letters of the short form."""
    first = sentence.words[place][0].lower()
    before = sentence.lower[max(0, place - 9) : place - 1]
    return any(word.startswith(first) for word in before) or len(before) >= 2


def unexplained(
    parts: Iterable[tuple[int, Iterable[tuple[str, int, int, bool]]]],
) -> Iterator[tuple[int, Found]]:
    """Give a hint at the first use of every short form that is not explained there.

    *parts* are the paragraphs: (start in the text, short forms as ``find`` returns them).
    """
    seen: set[str] = set()
    for offset, short_forms in parts:
        for short, start, end, explained in short_forms:
            if short not in seen and not explained:
                yield offset, _hint(short, start, end)
            seen.add(short)


def _hint(short: str, start: int, end: int) -> Found:
    meaning = meanings().get(short) or _lower_meanings().get(short.lower(), "")
    if "." in short and meaning:
        message = tr("Not everyone knows “{short}”. Write it in full.", short=short)
        return Found("abbreviation", start, end, message, 0.85, (meaning,))
    if meaning:
        message = tr("Explain “{short}” the first time you use it.", short=short)
        return Found("abbreviation", start, end, message, 0.9, (f"{meaning} ({short})",))
    message = tr("Explain “{short}” the first time you use it.", short=short)
    return Found("abbreviation", start, end, message, 0.6)
