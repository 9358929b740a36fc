"""What the word lists know about a word on its own: verb forms, nouns, how often it is used."""

from functools import cache, lru_cache
from typing import NamedTuple

from desktop.language.data import bag, rows
from desktop.language.hashed import hashed_table

PARTICLES = bag(
    "aan achter achterna achterop achteruit af bij binnen bloot boven buiten dicht door dood"
    " droog fijn gelijk goed groot heen her hoog in klaar kort kwijt langs leeg los mee mis na"
    " neer om omhoog omlaag onder op open over plaats rond rondom samen schoon stil stop tegen"
    " tegemoet tekort teleur terecht terug tewerk thuis toe tussen uit uiteen vast vol voor"
    " voorbij vooruit vrij waar weer weg wijs zwart achterwege teniet teweeg tentoon"
)
_PREFIXES = tuple(sorted(PARTICLES, key=len, reverse=True))
_UNKNOWN_FREQUENCY = 0.0


class VerbForms(NamedTuple):
    """The forms of a verb; ``past`` and ``pasts`` are singular and plural."""

    infinitive: str
    i: str
    he: str
    past: str
    pasts: str
    participle: str


@cache
def verbs() -> dict[str, VerbForms]:
    """Return the verbs of the table by infinitive."""
    return {row[0]: VerbForms(*row) for row in rows("language/verbs.tsv")}


@cache
def participles() -> dict[str, str]:
    """Return the infinitive by participle."""
    return {form.participle: form.infinitive for form in verbs().values() if form.participle}


@cache
def _finite_forms() -> frozenset[str]:
    return frozenset(
        form for verb in verbs().values() for form in (verb.i, verb.he, verb.past, verb.pasts)
    )


@cache
def infinitives() -> dict[str, str]:
    """Return the infinitive by finite form; of two verbs the commoner (the table's first) wins."""
    found: dict[str, str] = {}
    for verb in verbs().values():
        for form in (verb.i, verb.he, verb.past, verb.pasts, verb.infinitive):
            found.setdefault(form, verb.infinitive)
    return found


def without_particle(word: str) -> tuple[str, str]:
    """Return (particle, rest) when *word* starts with a particle and a verb form follows."""
    for particle in _PREFIXES:
        if word.startswith(particle) and len(word) > len(particle) + 2:
            rest = word[len(particle) :]
            if rest in participles() or rest in verbs() or rest in _finite_forms():
                return particle, rest
            if rest.startswith("te") and rest[2:] in verbs():
                return particle, rest
    return "", word


@lru_cache(maxsize=50_000)
def is_participle(word: str) -> bool:
    """Tell whether the table knows *word* as a participle, with or without a particle."""
    return word in participles() or without_particle(word)[1] in participles()


@lru_cache(maxsize=50_000)
def word_class(word: str) -> str:
    """Return a short code for all that the lists know of *word* (in lower case)."""
    code = ""
    if word in verbs():
        code += "i"
    if word in _finite_forms():
        code += "f"
    if word in participles():
        code += "d"
    noun = hashed_table("language/nouns.bin").get(word)
    if noun is not None:
        code += "N" if noun[0] & 4 else "n"
    if not code and len(word) > 5:
        particle, rest = without_particle(word)
        if particle:
            code = "+" + ("d" if rest in participles() else "i" if rest in verbs() else "f")
            code = "+t" if rest.startswith("te") and rest[2:] in verbs() else code
    if not code and word.endswith("e") and is_participle(word[:-1]):
        code = "de"
    if not code and word.endswith(("ende", "end")):
        code = "o"
    return code or _rarity(word)


def _rarity(word: str) -> str:
    value = frequency(word)
    return "0" if value < 2 else "1" if value < 4 else "2" if value < 6 else "3"


@lru_cache(maxsize=50_000)
def frequency(word: str) -> float:
    """Return log10 of how often *word* stands in a billion words of Dutch; 0 when unknown."""
    found = hashed_table("language/frequency.bin").get(word)
    return found[0] / 32 if found else _UNKNOWN_FREQUENCY
