"""Which plain-language tips this council wants to see: ignored here, hidden for good, own words."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.store import Store
from desktop.services.settings import understood

_HIDDEN, _WORDS, _OFF = "tips.hidden", "tips.own_words", "tips.off"


@dataclass(frozen=True)
class TipChoices:
    """All that the council chose about the tips of one text."""

    off: frozenset[str]
    own_words: tuple[str, ...]
    ignored: frozenset[str]
    hidden: frozenset[tuple[str, str]]


class Tips:
    """Read and change the council's choices about tips."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def choices(self, place: int | str) -> TipChoices:
        """Return all that counts in *place* at once; every text that opens asks for it."""
        off, words, aside, hidden = self._read_all(_OFF, _WORDS, _ignored_in(place), _HIDDEN)
        return TipChoices(
            frozenset(map(str, off)),
            tuple(map(str, words)),
            frozenset(map(str, aside)),
            frozenset(_pairs(hidden)),
        )

    def ignored(self, place: int | str) -> frozenset[str]:
        """Return the notes of tips put aside in one sentence of *place*, such as a dossier."""
        return self.choices(place).ignored

    def ignore(self, place: int | str, note: str) -> None:
        """Put a tip aside in its sentence."""
        self._add(_ignored_in(place), note)

    def hidden(self) -> frozenset[tuple[str, str]]:
        """Return the (kind, words) that this council never wants a tip on."""
        return frozenset(_pairs(self._read(_HIDDEN)))

    def hide(self, kind: str, words: str) -> None:
        """Never show a tip of *kind* on *words* again in this council."""
        self._add(_HIDDEN, [kind, words])

    def show_again(self, kind: str, words: str) -> None:
        """Show tips on *words* again."""
        self._write(_HIDDEN, [pair for pair in self._read(_HIDDEN) if pair != [kind, words]])

    def own_words(self) -> tuple[str, ...]:
        """Return the words of the council that need no tip."""
        return tuple(map(str, self._read(_WORDS)))

    def set_own_words(self, words: Collection[str]) -> None:
        """Replace the council's own words."""
        self._write(_WORDS, sorted({word.strip() for word in words if word.strip()}))

    def learn(self, word: str) -> None:
        """Put *word* with the council's own words."""
        self.set_own_words([*self.own_words(), word])

    def off(self) -> frozenset[str]:
        """Return the kinds of tip that this council switched off."""
        return frozenset(map(str, self._read(_OFF)))

    def set_off(self, kinds: Collection[str]) -> None:
        """Switch these kinds of tip off, and all others on."""
        self._write(_OFF, sorted(kinds))

    def _read(self, key: str) -> list[Any]:
        return self._read_all(key)[0]

    def _read_all(self, *keys: str) -> list[list[Any]]:
        with self._store.reading() as session:
            query = select(Setting.key, Setting.value).where(Setting.key.in_(keys))
            kept = {row.key: row.value for row in session.execute(query)}
        return [understood(kept.get(key, ""), list[Any]()) for key in keys]

    def _add(self, key: str, item: Any) -> None:  # noqa: ANN401 – any JSON value
        present = self._read(key)
        if item not in present:
            self._write(key, [*present, item])

    def _write(self, key: str, items: list[Any]) -> None:
        if items == self._read(key):
            return
        value = json.dumps(items, ensure_ascii=False)
        with self._store.changing(tr("Choose which tips you see")) as session:
            setting = session.scalar(select(Setting).where(Setting.key == key))
            if setting is None:
                session.add(Setting(key=key, value=value))
            else:
                setting.value = value


def _ignored_in(place: int | str) -> str:
    return f"tips.ignored:{place}"


def _pairs(kept: list[Any]) -> Iterator[tuple[str, str]]:
    for pair in kept:
        if isinstance(pair, list) and len(pair) == 2:
            yield str(pair[0]), str(pair[1])
