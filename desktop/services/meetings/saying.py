"""What the chair says next at an item, also when it gets hard, and sentences for the notes."""

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from desktop.resources import text
from desktop.services.meetings.rows import ItemRow


@dataclass(frozen=True)
class Help:
    """Words for a hard moment."""

    title: str
    words: str


def chair_lines(item: ItemRow) -> tuple[str, ...]:
    """Return what the chair says at *item*, in order; an unknown kind is a discussion.

    A sentence with a word that is not known (nobody brings the item in) is left out.
    """
    kinds = _read("script")
    lines: list[str] = kinds.get(item.kind, kinds["discussion"])["say"]
    words = {
        "owner": item.owner.strip(),
        "title": item.title,
        "question": item.question.strip(),
        "minutes": str(item.minutes),
        "number": item.number,
    }
    return tuple(
        line.format(**words)
        for line in lines
        if all(words[name] for _, name, _, _ in Formatter().parse(line) if name)
    )


def helps() -> tuple[Help, ...]:
    """Return what the chair can say at a hard moment."""
    return tuple(Help(**each) for each in _read("script")["help"])


def phrases(kind: str) -> tuple[str, ...]:
    """Return the sentences that fit in the notes of an item of *kind*, the best ones first."""
    found = _read("phrases")
    return (*found.get(kind, ()), *found["every"])


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(text(f"meetings/{name}.toml"))
