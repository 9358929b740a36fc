"""The kinds of personal data that a council keeps, as they stand in resources/members."""

import tomllib
from dataclasses import dataclass
from functools import cache

from desktop.resources import text


@dataclass(frozen=True)
class KindRow:
    """One kind of personal data."""

    key: str
    norm: str
    """The name of the agreed term."""
    label: str
    ask: str
    """The question of which the term is the answer."""
    erases: str
    """What goes and what stays, in a few sentences."""
    item: str
    """How one thing of this kind is called: "Vergoeding voor {name}"."""
    since: str
    """How is told since when: "gestopt op {date}"."""


@cache
def kinds() -> tuple[KindRow, ...]:
    """Return all kinds in the order of the screens."""
    return tuple(KindRow(**one) for one in tomllib.loads(text("members/retention.toml"))["kind"])


def kind(key: str) -> KindRow:
    """Return one kind."""
    return next(one for one in kinds() if one.key == key)
