"""Words, places and hints for recruiting; they come from resources/members/vacancy.toml."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from desktop.resources import text

_HARD = {"difficult_word", "jargon"}
_SURE = 0.8
_INSIDE = 7
"""Letters from which a word is looked for inside others too: "vooropleiding"."""


@cache
def read() -> dict[str, Any]:
    """Return the whole file; nobody changes it."""
    return tomllib.loads(text("members/vacancy.toml"))


def choices(name: str) -> dict[str, str]:
    """Return the choices called *name* (state, act, vacancy_state): key → words."""
    return dict(read()[name])


def words(name: str, key: str) -> str:
    """Return the words for *key* among the choices called *name*."""
    return str(read()[name][key])


def places() -> list[str]:
    """Return places where a council can make a vacancy known."""
    return list(read()["channels"]["list"])


def help_words() -> str:
    """Return the one sentence that keeps a profile open to everybody."""
    return str(read()["profile"]["help"])


def channels(written: str) -> list[str]:
    """Return the places in *written* (one per line), each once."""
    known: dict[str, str] = {}
    for line in lines(written):
        known.setdefault(line.casefold(), line)
    return list(known.values())


def lines(written: str) -> list[str]:
    """Return the lines of *written* without the dashes that people put before them."""
    stripped = (" ".join(line.split()).lstrip("-*• ") for line in written.splitlines())
    return [line for line in stripped if line]


def hints_on_channels(written: str) -> list[str]:
    """Return what could be better about the places where a vacancy is made known."""
    told = read()["channels"]
    return [told["few"]] if len(channels(written)) < told["least"] else []


def hints_on_profile(profile: str) -> list[str]:
    """Return what keeps people away in *profile*: degrees, office words, hard words, length.

    Looks with the language engine too, so call it after a pause in typing.
    """
    told = read()["profile"]
    if not profile.strip():
        return [told["empty"]]
    found = list(_heavy(profile))
    if len(profile.split()) > told["most"]:
        found.append(told["long"].format(most=told["most"]))
    found += _plain(profile, " ".join(found))
    return list(dict.fromkeys(found))


def _heavy(profile: str) -> Iterator[str]:
    """Give the hint of each check that finds one of its words."""
    for check in read()["check"]:
        parts: Sequence[str] = sorted(check["words"], key=len, reverse=True)
        match = re.search("|".join(map(_form, parts)), profile, re.IGNORECASE)
        if match:
            yield check["hint"].format(word=match.group())


def _form(part: str) -> str:
    """Return the pattern of the words that begin with *part*, or hold it when it is long."""
    before = r"\w*" if len(part) >= _INSIDE else r"(?<!\w)"
    return rf"{before}{re.escape(part)}\w*"


def _plain(profile: str, told: str) -> Iterator[str]:
    """Give what the language engine is sure about, as far as it was not told already."""
    from desktop.language import analyse

    said = read()["profile"]
    for hint in analyse(profile).hints:
        if hint.confidence < _SURE:
            continue
        if hint.kind in _HARD and hint.text.casefold() not in told.casefold():
            yield said["hard"].format(word=hint.text)
        elif hint.kind == "long_sentence":
            yield said["long_sentence"]
