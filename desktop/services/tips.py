"""Which plain-language tips this council wants to see: ignored here, hidden for good, own words."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.store import Store
from desktop.services.settings import chosen

_HIDDEN, _WORDS, _OFF = "tips.hidden", "tips.own_words", "tips.off"


class Tips:
    """Read and change the council's choices about tips."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ignored(self, place: int | str) -> frozenset[str]:
        """Return the notes of tips put aside in one sentence of *place*, such as a dossier."""
        return frozenset(map(str, self._read(f"tips.ignored:{place}")))

    def ignore(self, place: int | str, note: str) -> None:
        """Put a tip aside in its sentence."""
        self._add(f"tips.ignored:{place}", note)

    def hidden(self) -> frozenset[tuple[str, str]]:
        """Return the (kind, words) that this council never wants a tip on."""
        return frozenset(
            (str(pair[0]), str(pair[1]))
            for pair in self._read(_HIDDEN)
            if isinstance(pair, list) and len(pair) == 2
        )

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
        with self._store.reading() as session:
            return chosen(session, key, list[Any]())

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
