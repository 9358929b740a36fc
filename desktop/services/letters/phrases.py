"""Small pieces of Dutch that every letter needs: the council's name, a subject, a salutation."""

import re
from collections.abc import Collection, Sequence

from desktop.domain.terms import Term
from desktop.services.letters.templates import letter_words


def with_article(name: str) -> str:
    """Return "de Cliëntenraad Duinrede": the council's name as it stands in a sentence."""
    words = name.casefold().split()
    if words and words[0] in ("de", "het"):
        return within(name)
    articles: dict[str, list[str]] = letter_words()["article"]
    for article, endings in articles.items():
        if any(word.endswith(tuple(endings)) for word in words):
            return f"{article} {name}"
    return name


def within(name: str) -> str:
    """Return "de gemeenteraad" for "De gemeenteraad": a name as it stands in a sentence."""
    return name[0].lower() + name[1:] if re.match(r"(De|Het)\s", name) else name


def salutation(said: str, addressee: str) -> str:
    """Return the salutation *said*, or one that fits the name of the addressee, with a comma."""
    words = " ".join(said.split())
    if not words:
        known: dict[str, str] = letter_words()["salutation"]
        name = addressee.casefold()
        words = next(greeting for part, greeting in known.items() if part in name)
    return words if words.endswith((",", ".", "!", ":")) else f"{words},"


def topic(title: str, names: Collection[str] = ()) -> str:
    """Return what a dossier is about, to stand after "advies over".

    "Adviesaanvraag Bijzondere bijstand" gives "bijzondere bijstand"; the capital stays for *names*
    (places, councils), abbreviations and words with a capital inside.
    """
    words = " ".join(title.split()).rstrip(".:;, ")
    lead: list[str] = letter_words()["topic"]["lead"]
    for start in sorted(lead, key=len, reverse=True):
        rest = re.match(rf"{re.escape(start)}\b[\s:,–-]*(?=\S)", words, re.IGNORECASE)
        if rest:
            words = words[rest.end() :]
            break
    first = re.split(r"[\s:,-]", words, maxsplit=1)[0]
    laws: list[str] = letter_words()["topic"]["names"]
    known = {part.casefold() for name in (*names, *laws) for part in re.split(r"[\s-]", name)}
    if first[1:].islower() and first.casefold() not in known:
        words = words[0].lower() + words[1:]
    return words


def counted(number: int, thing: str) -> str:
    """Return "één dag" or "28 dagen"; *thing* is day, page or person."""
    one, many = letter_words()["count"][thing]
    return f"één {one}" if number == 1 else f"{number} {many}"


def term_words(term: Term | None, days: int | None = None) -> str:
    """Return an agreed term; weeks and months also in *days*, to compare with what was given."""
    if term is None:
        return ""
    words = term.words
    if term.unit in ("weeks", "months") and days:
        return letter_words()["count"]["in_days"].format(term=words, days=days)
    return words


def listed(items: Sequence[str]) -> str:
    """Return "a, b en c"."""
    return letter_words()["count"]["and"].join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def capital(words: str) -> str:
    """Return *words* with a capital at the start."""
    return "Eé" + words[2:] if words.startswith("éé") else words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Return *words* on one line, with a point at the end."""
    line = " ".join(words.split())
    return line if not line or line[-1] in ".!?:;’”)" else f"{line}."


def lines(words: str) -> list[str]:
    """Return the lines of *words* that hold something."""
    return [line.strip() for line in words.splitlines() if line.strip()]


def receiver(recipient: str) -> str:
    """Return who gets the letter, for a list: the first line of the address, without "Aan"."""
    first = (lines(recipient) or [""])[0]
    return first.removeprefix(letter_words()["label"]["to"].format(name=""))
