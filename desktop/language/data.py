"""Read the word lists that come with the app, each once."""

import tomllib
from functools import cache
from typing import Any

from desktop.resources import text


def bag(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


def lines(name: str) -> list[str]:
    """Return the lines of the list *name*, without comments (``#``) and empty lines."""
    return [line for line in text(name).splitlines() if line.strip() and not line.startswith("#")]


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of the list *name*, one per line."""
    return frozenset(line.strip() for line in lines(name))


@cache
def table(name: str) -> dict[str, Any]:
    """Return the TOML file *name*."""
    return tomllib.loads(text(name))


def rows(name: str) -> list[list[str]]:
    """Return the lines of the tab-separated file *name*, cut into fields."""
    return [line.split("\t") for line in lines(name)]
