"""The words of the welcome booklet and the certificate, and what a council says in its own way."""

import json
import re
import tomllib
from functools import cache
from typing import Any

from sqlalchemy import select

from desktop.domain.two_sides import Turn
from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.store import Store
from desktop.resources import text

_KEY = "booklet"
_PLACE = re.compile(r"\{(\w+)\}")
OWN = ("welcome", "rules")
"""What a council can say in its own words: the welcome of the chair, and its house rules."""


@cache
def told() -> dict[str, Any]:
    """Return every word of the booklet, by part."""
    return tomllib.loads(text("onboarding/booklet.toml"))


def said(part: str, key: str, places: dict[str, str]) -> str:
    """Return the sentence *key* of *part* with its *places* filled in."""
    return fill(str(told()[part][key]), places)


def fill(words: str, places: dict[str, str]) -> str:
    """Return *words* with each {place} that is known filled in; other braces stay."""
    return _PLACE.sub(lambda found: places.get(found[1], found[0]), words)


def turns(places: dict[str, str]) -> list[Turn]:
    """Return the road of an advice: whose turn it is, and what happens."""
    return [
        Turn(one["name"], fill(one["words"], places), one["ours"])
        for one in told()["advice"]["step"]
    ]


class OwnWords:
    """The council's own welcome and house rules, kept in its file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        """Return the own words by their key; the welcome has words to begin with."""
        with self._store.reading() as session:
            value = session.scalar(select(Setting.value).where(Setting.key == _KEY))
        kept: dict[str, str] = json.loads(value) if value else {}
        first = {"welcome": str(told()["welcome"]["words"]).strip(), "rules": ""}
        return {key: kept.get(key, first[key]) for key in OWN}

    def change(self, **fields: str) -> None:
        """Keep own words; an empty welcome brings back the words to begin with."""
        known = {key: str(value).strip() for key, value in {**self.all(), **fields}.items()}
        kept = {key: value for key, value in known.items() if value}
        value = json.dumps(kept, ensure_ascii=False)
        place = f"{_KEY}:{'+'.join(sorted(fields))}"
        with self._store.changing(tr("Change the welcome booklet"), merge=place) as session:
            setting = session.scalar(select(Setting).where(Setting.key == _KEY))
            if setting is None:
                session.add(Setting(key=_KEY, value=value))
            else:
                setting.value = value
