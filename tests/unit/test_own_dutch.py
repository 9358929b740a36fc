"""The app's own Dutch passes its own hints: sentences of the screens, letters, lessons, lists."""

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from desktop.language import Hint, analyse

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
SURE = 0.8
WITHOUT_AGENT = 0.8  # a passive that does not say who does it stays at or under this
# Data that is Dutch but not ours to make plain: the lists of the engine itself, invented old papers
# that must sound like a municipality, licences.
NOT_OURS = {
    "language",
    "licences",
    "sample",
    "fonts",
    "icons",
    "themes",
    "translations",
    "glossary",
}
_PLACE = re.compile(r"\{[^{}]*\}|%[a-zA-Z]|&(?=\w)|<[^<>]*>")
_PROSE = re.compile(r"[a-zà-ÿ]{2,} .*[a-zà-ÿ]{2,}", re.S)


def exceptions() -> dict[str, str]:
    """Return what may stand, with the reason."""
    path = RESOURCES / "language" / "own-dutch.toml"
    return tomllib.loads(path.read_text("utf-8"))["accepted"]


def serious(hint: Hint) -> bool:
    """Tell whether a secretary would rightly laugh at us."""
    if hint.kind == "passive":
        return hint.confidence > WITHOUT_AGENT
    kinds = ("difficult_word", "jargon", "abbreviation", "long_sentence")
    return hint.kind in kinds and hint.confidence >= SURE


def strings(value: object) -> list[str]:
    """Return every string with a sentence in a TOML or JSON value."""
    if isinstance(value, str):
        return [value] if _PROSE.search(value) else []
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return []


def translations() -> list[tuple[str, str]]:
    found = []
    for path in sorted((RESOURCES / "translations" / "nl").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    texts = (
                        message.string if isinstance(message.string, tuple) else (message.string,)
                    )
                    found += [(path.name, text) for text in texts]
    return found


def contents() -> list[tuple[str, str]]:
    found = []
    for path in sorted(RESOURCES.rglob("*")):
        where = path.relative_to(RESOURCES)
        if where.parts[0] in NOT_OURS or not path.is_file():
            continue
        if path.suffix == ".toml":
            found += [
                (str(where), text) for text in strings(tomllib.loads(path.read_text("utf-8")))
            ]
        elif path.suffix in (".md", ".txt"):
            found.append((str(where), path.read_text("utf-8")))
    return found


def explained() -> list[tuple[str, str]]:
    """Return what the engine itself says to people."""
    glossary = tomllib.loads((RESOURCES / "glossary" / "council.toml").read_text("utf-8"))["term"]
    found = [("glossary", term["explanation"]) for term in glossary]
    hints = tomllib.loads((RESOURCES / "language" / "explanations.toml").read_text("utf-8"))
    return [*found, *(("explanations", text) for text in hints.values())]


def complaints(texts: list[tuple[str, str]]) -> list[str]:
    accepted = {word.lower() for word in exceptions()}
    found = []
    for where, text in texts:
        plain = _PLACE.sub("Duinrede", text)
        for hint in analyse(plain).hints:
            if serious(hint) and hint.text.lower() not in accepted:
                place = plain[max(0, hint.start - 40) : hint.end + 20].replace("\n", " ")
                found.append(f"{where}: {hint.kind} “{hint.text[:60]}” in “…{place[:110]}…”")
    return found


@pytest.mark.parametrize("texts", [translations, contents, explained])
def test_our_own_dutch_passes_our_own_hints(texts):
    found = complaints(texts())
    assert not found, f"{len(found)} remarks on our own Dutch:\n" + "\n".join(found)


def test_every_exception_has_a_reason_and_is_needed():
    every = "\n".join(text for _, text in [*translations(), *contents(), *explained()]).lower()
    for words, reason in exceptions().items():
        assert len(reason) > 10, words
        assert words.lower() in every, f"“{words}” stands nowhere any more"


def test_a_bad_sentence_would_be_found():
    assert complaints([("x", "Indien u dit wenst, gelieve u zich te wenden tot ons.")])
