"""Point out vague times, a harsh tone, and long compounds."""

import re
from collections.abc import Iterator
from functools import cache

from desktop.i18n import tr
from desktop.language.data import rows
from desktop.language.found import Found, cased
from desktop.language.hashed import hashed_table
from desktop.language.tokens import Sentence

LONG_WORD = 24  # letters
_SHORTEST_PART = 4
_LINKS = ("", "s", "en", "n", "e")
_DATED = re.compile(
    r"\b\d{1,2} ?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december)|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\b20\d\d\b|\b\d+ (?:dag|week|weken|maand|uur)",
    re.IGNORECASE,
)


@cache
def _phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], list[str]]]]:
    found: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
    for phrase, *rest in rows(f"language/{name}.tsv"):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, rest))
    for phrases in found.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return found


def _matches(sentence: Sentence, name: str) -> Iterator[tuple[int, int, list[str]]]:
    known = _phrases(name)
    for place, word in enumerate(sentence.lower):
        for words, rest in known.get(word, ()):
            last = place + len(words) - 1
            same = tuple(sentence.lower[place : last + 1]) == words
            if same and sentence.protected.isdisjoint(range(place, last + 1)):
                yield place, last, rest
                break


def vague(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for words that leave open when, unless the sentence also gives a date."""
    if _DATED.search(sentence.text):
        return
    for first, last, rest in _matches(sentence, "vague"):
        start, end = sentence.span(first, last)
        message = tr("When exactly? Name a date or a number of weeks.")
        yield Found("vague", start, end, message, 0.6, tuple(rest[0].split("|")))


def tone(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for words that sound like blame, a threat or an absolute."""
    messages = {
        "blame": tr("This can sound like blame. Say what you need or what you saw."),
        "threat": tr("This can sound like a threat. Say calmly what happens next."),
        "absolute": tr("This is very absolute. The reader will look for the exception."),
    }
    for first, last, (why, *rest) in _matches(sentence, "tone"):
        start, end = sentence.span(first, last)
        simpler = tuple(word for word in (rest[0].split("|") if rest else ()) if word)
        yield Found(
            "tone", start, end, messages[why], 0.6, cased(sentence.text[start:end], simpler)
        )


def compounds(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for a very long word, cut into parts with a hyphen."""
    for place, word in enumerate(sentence.words):
        if len(word) < LONG_WORD or len(word) > 60 or not word.isalpha():
            continue
        if place in sentence.protected or place in sentence.explained:
            continue
        cut = hyphened(word)
        if cut:
            start, end = sentence.span(place, place)
            message = tr("This word has {count} letters. Cut it up.", count=len(word))
            yield Found("compound", start, end, message, 0.7, cut)


def hyphened(word: str) -> tuple[str, ...]:
    """Return the compound *word* with a hyphen between its parts; nothing when unknown."""
    parts = split(word.lower())
    return cased(word, ("-".join(parts),)) if parts else ()


def split(word: str) -> tuple[str, str] | None:
    """Return the two parts of a compound noun, the first with its -s or -en; None if unknown."""
    nouns = hashed_table("language/nouns.bin")
    best: tuple[int, int] | None = None
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if nouns.get(word[cut:]) is None:
            continue
        for link in _LINKS:
            head = word[: cut - len(link)]
            if word[:cut].endswith(link) and len(head) >= 3 and nouns.get(head) is not None:
                middle = abs(cut - len(word) // 2)
                if best is None or middle < best[0]:
                    best = (middle, cut)
                break
    return (word[: best[1]], word[best[1] :]) if best else None
