"""Point out council jargon, with the explanation of the glossary."""

from functools import cache
from typing import NamedTuple

from desktop.i18n import tr
from desktop.language.data import table
from desktop.language.fit import nouns
from desktop.language.found import Found, cased
from desktop.language.tokens import Sentence


class Term(NamedTuple):
    """A word of the glossary, with its explanation and what to write instead (or "")."""

    term: str
    explanation: str
    alternative: str


@cache
def _terms() -> tuple[tuple[tuple[str, ...], Term], ...]:
    found: list[tuple[tuple[str, ...], Term]] = []
    for row in table("glossary/council.toml")["term"]:
        if row["hint"]:
            term = Term(row["term"], row["explanation"], row["alternative"])
            found += [(tuple(form.split()), term) for form in (row["term"], *row["forms"])]
    return tuple(found)


@cache
def plain_terms() -> frozenset[tuple[str, ...]]:
    """Return the terms of more words that every reader knows; their words get no hint either."""
    return frozenset(
        tuple(str(form).split())
        for row in table("glossary/council.toml")["term"]
        for form in (row["term"], *row["forms"])
        if not row["hint"] and " " in form
    )


@cache
def single_terms() -> dict[str, Term]:
    """Return the terms of one word, by form."""
    return {words[0]: term for words, term in _terms() if len(words) == 1}


@cache
def phrase_terms() -> dict[str, list[tuple[tuple[str, ...], Term]]]:
    """Return the terms of more words by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for words, term in sorted(_terms(), key=lambda pair: -len(pair[0])):
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, term))
    return found


def jargon(sentence: Sentence, first: int, last: int, term: Term) -> Found:
    """Return the hint on the tokens from *first* to *last*."""
    start, end = sentence.span(first, last)
    simpler = (term.alternative,) if term.alternative else ()
    simpler = nouns(sentence, first, simpler, many=sentence.tags[last] == "Nm")
    message = tr(
        "“{word}” is jargon. It means: {meaning}",
        word=sentence.text[start:end],
        meaning=term.explanation,
    )
    return Found("jargon", start, end, message, 0.8, cased(sentence.text[start:end], simpler))
