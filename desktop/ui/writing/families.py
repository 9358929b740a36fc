"""The five families of tips: pattern, colour, name, and which one helps a reader most."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.i18n import tr
from desktop.ui.theme import tokens


@dataclass(frozen=True)
class Family:
    """One family. ``rank``: who gets the line when two want it; ``weight``: what a tip is worth."""

    name: str
    line: str
    kinds: tuple[str, ...]
    colours: dict[str, str]
    rank: int
    weight: float

    def __hash__(self) -> int:
        return hash(self.name)


_RANKS = ("spelling", "word", "tone", "build", "sentence")
# What editors change first when they make a letter easier: long sentences and the passive voice.
_WEIGHTS = {"sentence": 3.0, "build": 2.0, "word": 1.5, "tone": 1.0, "spelling": 1.0}


@cache
def families() -> dict[str, Family]:
    """Return the families by name, as the theme file describes them."""
    described: dict[str, dict[str, Any]] = tokens()["hints"]
    return {
        name: Family(
            name,
            facts["line"],
            tuple(facts["kinds"]),
            {key: facts[key] for key in ("light", "dark", "high_contrast", "soft")},
            _RANKS.index(name),
            _WEIGHTS[name],
        )
        for name, facts in described.items()
    }


@cache
def family(kind: str) -> Family:
    """Return the family of the tip kind *kind*; a kind that is not known yet counts as a word."""
    known = families()
    return next((one for one in known.values() if kind in one.kinds), known["word"])


def group_title(name: str) -> str:
    """Return what the tips of the family *name* ask of the writer."""
    return {
        "word": tr("Use plainer words"),
        "sentence": tr("Make sentences shorter"),
        "build": tr("Say who does what"),
        "tone": tr("Be clear and certain"),
        "spelling": tr("Check the spelling"),
    }[name]


def kind_name(kind: str) -> str:
    """Return the tip kind *kind* in words."""
    names = {
        "difficult_word": tr("Difficult word"),
        "jargon": tr("Professional word"),
        "abbreviation": tr("Abbreviation without explanation"),
        "long_sentence": tr("Long sentence"),
        "passive": tr("Does not say who does it"),
        "nominal": tr("Verb made into a noun"),
        "tang": tr("Words that belong together stand far apart"),
        "prepositions": tr("Many small words in a row"),
        "negation": tr("Double negative"),
        "compound": tr("Word of many parts"),
        "enumeration": tr("List inside a sentence"),
        "vague": tr("Vague words"),
        "tone": tr("Tone"),
        "no_advice": tr("No clear advice"),
        "spelling": tr("Spelling"),
    }
    return names.get(kind, tr("Tip"))
