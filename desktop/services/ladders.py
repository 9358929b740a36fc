"""The participation ladder: two presets, and one of the council's own."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.store import Store
from desktop.services.choices import choices
from desktop.services.settings import chosen

OWN = "own"
_KEY = "ladder.own"
_LEAST = 2


class Ladders:
    """Read the ladders, and change the council's own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ladders(self) -> dict[str, str]:
        """Return the ladders to choose from: key → words; the own one only when it has rungs."""
        found = choices("ladder")
        return found | {OWN: tr("Ladder of our own")} if self.own() else found

    def rungs(self, ladder: str) -> dict[str, str]:
        """Return the rungs of *ladder* from low to high: key → words."""
        if ladder == OWN:
            return {rung: rung for rung in self.own()}
        return choices(f"rungs_{ladder if ladder in choices('ladder') else 'six'}")

    def own(self) -> tuple[str, ...]:
        """Return the rungs of the council's own ladder, from low to high; empty without one."""
        with self._store.reading() as session:
            return tuple(map(str, chosen(session, _KEY, list[Any]())))

    def set_own(self, rungs: Sequence[str]) -> None:
        """Make the own ladder of *rungs*, from low to high; no rungs takes it away.

        Raises CouncilError with one rung: a ladder has two or more.
        """
        wanted = list(dict.fromkeys(rung.strip() for rung in rungs if rung.strip()))
        if 0 < len(wanted) < _LEAST:
            raise CouncilError(tr("A ladder has two rungs or more."), "rungs")
        with self._store.changing(tr("Change the ladder"), merge=_KEY) as session:
            setting = session.scalar(select(Setting).where(Setting.key == _KEY))
            if setting is None:
                session.add(Setting(key=_KEY, value=json.dumps(wanted, ensure_ascii=False)))
            else:
                setting.value = json.dumps(wanted, ensure_ascii=False)
