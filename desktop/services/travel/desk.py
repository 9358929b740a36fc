"""Take the council along, know where it is, and pack it to bring it back."""

import json
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import branches, vault
from desktop.models.council import Setting
from desktop.models.small import read_small
from desktop.models.store import Store
from desktop.services.file_names import safe_name
from desktop.services.settings import chosen
from desktop.services.travel.package import SUFFIX, Note, note_of, note_path, pack
from desktop.services.travel.returning import Return, returning

TRIPS, HERE = "trips", "on_the_way"
"""Settings: the trips of the council at home; the trip that this file itself is on."""


@dataclass(frozen=True)
class Trip:
    """A copy of the council that was taken along."""

    trip: str
    copy: int
    who: str
    since: date
    back: date | None = None


class Travel:
    """What one council file knows about its travelling copies, or about being one."""

    def __init__(self, store: Store, path: Path) -> None:
        self._store, self._path = store, path

    def trips(self) -> list[Trip]:
        """Return every time the council was taken along, the last one first."""
        with self._store.reading() as session:
            return list(reversed(_trips(session)))

    def away(self) -> list[Trip]:
        """Return the trips that are not back yet."""
        return [trip for trip in self.trips() if trip.back is None]

    def here(self) -> Note | None:
        """Return the trip that this file is on; None for the council at home."""
        with self._store.reading() as session:
            try:
                return note_of(chosen(session, HERE, dict[str, Any]()))
            except (ValueError, KeyError):
                return None

    def take_along(self, folder: Path, who: str, today: date) -> Path:
        """Write a package in *folder* for *who* takes it along; return it.

        Raises CouncilError when this is a copy itself, or when the disk refuses.
        """
        if self.here():
            raise CouncilError(tr("This is a copy already. Bring it back first."))
        before = self.trips()
        trip = Trip(secrets.token_hex(8), len(before) + 1, who, today)
        noted: list[Trip] = []

        def keep() -> None:
            # Whole first, noted then: a package that is not there may not be waited for.
            with self._store.changing(tr("Take the council along")) as session:
                _set(session, TRIPS, [_plain(one) for one in (*reversed(before), trip)])
            noted.append(trip)

        try:
            note = Note(trip.trip, trip.copy, self._path.stem)
            return self._pack(note, folder, today, who, keep)
        except CouncilError:
            if noted:
                self._store.undo()  # nothing was taken along
            raise

    def pack(self, folder: Path, today: date) -> Path:
        """Write this travelling copy as a package in *folder*, to bring it home; return it."""
        note = self.here()
        if note is None:
            raise CouncilError(tr("This council is at home: there is nothing to bring back."))
        return self._pack(note, folder, today, self._store.actor)

    def arrive(self) -> None:
        """Mark a file that was just unpacked as a copy, with numbers of its own for new things."""
        path = note_path(self._path)
        if not path.exists():
            return
        try:
            note = note_of(read_small(path))
        except (OSError, ValueError, KeyError):
            return
        if self.here() is None:
            with self._store.changing(tr("Open the council on the way")) as session:
                branches.keep_apart(session, note.copy)
                _set(session, HERE, asdict(note))
        path.unlink(missing_ok=True)

    def look(self, package: Path, passphrase: str = "") -> Return:
        """Return what *package* brings back, nothing changed yet; ``close`` it afterwards.

        Raises NeedsPassphraseError, and CouncilError when it belongs to another council.
        """
        found = returning(self._store, package, passphrase)
        found.before = next((t.back for t in self.trips() if t.trip == found.note.trip), None)
        return found

    def bring_back(self, found: Return, ours_wins: dict[int, bool], today: date) -> list[str]:
        """Put what *found* brings in this file as one action; return what to tell about it.

        *ours_wins* says for each clash, by its place in the list, whether what is here stays.
        """
        trips = [
            replace(one, back=today) if one.trip == found.note.trip else one
            for one in reversed(self.trips())
        ]
        return found.bring(
            self._store,
            ours_wins,
            lambda session: _set(session, TRIPS, [_plain(one) for one in trips]),
        )

    def _pack(
        self,
        note: Note,
        folder: Path,
        today: date,
        who: str,
        ready: Callable[[], object] | None = None,
    ) -> Path:
        name = safe_name(f"{note.name} {who} {today.isoformat()}".replace("  ", " "))
        target = folder / f"{name}{SUFFIX}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix="samenspraak-") as temporary:
                copy = Path(temporary) / "raad"
                self._store.copy_to(copy)
                pack(copy, vault.key_path(self._path), note, target, ready)
        except (OSError, DatabaseError) as error:
            raise CouncilError(
                tr("The package could not be made. Is there room, and may you write there?")
            ) from error
        return target


def _trips(session: Session) -> list[Trip]:
    found: list[Trip] = []
    for row in chosen(session, TRIPS, list[Any]()):
        with suppress(ValueError, KeyError, TypeError):  # not written by this app
            back = row["back"]
            found.append(
                Trip(
                    str(row["trip"]),
                    int(row["copy"]),
                    str(row["who"]),
                    date.fromisoformat(row["since"]),
                    date.fromisoformat(back) if back else None,
                )
            )
    return found


def _plain(trip: Trip) -> dict[str, Any]:
    back = trip.back.isoformat() if trip.back else None
    return {**asdict(trip), "since": trip.since.isoformat(), "back": back}


def _set(session: Session, key: str, value: object) -> None:
    setting = session.scalar(select(Setting).where(Setting.key == key))
    if setting is None:
        session.add(Setting(key=key, value=json.dumps(value)))
    else:
        setting.value = json.dumps(value)
