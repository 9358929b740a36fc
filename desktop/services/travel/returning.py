"""What a copy that comes home brings: what was done there, and where somebody must choose."""

import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import lists
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import branches, council_file, noting
from desktop.models.branches import GONE, Changes, Clash, Place, Plan
from desktop.models.council import Setting
from desktop.models.history import HistoryEntry
from desktop.models.meetings import ActionPoint, MeetingDecision, Promise
from desktop.models.papers import StoredFile
from desktop.models.store import Store
from desktop.services import record_words
from desktop.services.meetings.list_settings import Numbered, schemes
from desktop.services.travel.package import Note, note_of, note_path, unpack

_OWN = frozenset({"trips", "on_the_way"})
"""Settings that each file keeps for itself."""
_SHA = 64
_NUMBERED: dict[str, tuple[Numbered, type[ActionPoint] | type[MeetingDecision] | type[Promise]]] = {
    "action_point": ("action", ActionPoint),
    "meeting_decision": ("decision", MeetingDecision),
    "promise": ("promise", Promise),
}


@dataclass(frozen=True)
class Done:
    """One thing that was done in the copy."""

    at: datetime
    actor: str
    label: str


@dataclass(frozen=True)
class ClashRow:
    """Something that both changed, in words, side by side."""

    what: str
    """ "Actie A-2026-014: bellen met de Voedselbank" """
    field: str
    ours: str
    theirs: str


class Return:
    """A package that was opened beside the council at home."""

    def __init__(self, note: Note, copy: Store, here: Store, base: int) -> None:
        self.note = note
        self.before: date | None = None
        """When a package of this trip came back already."""
        self._copy, self._base = copy, base
        with copy.reading() as session:
            entries = session.scalars(
                select(HistoryEntry).where(HistoryEntry.id > base).order_by(HistoryEntry.id)
            ).all()
            theirs = _without_own(session, branches.changes_since(session, base))
        self._entries = entries[1:]  # the first one only marks the copy
        with here.reading() as session:
            ours = _without_own(session, branches.changes_since(session, base))
            gone = branches.gone_since(session, base)
            self._plan: Plan = branches.plan(session, ours, theirs, gone)
            self.clashes = [_in_words(session, clash) for clash in self._plan.clashes]
        self.done = [Done(one.at, one.actor, one.label) for one in self._entries]

    @property
    def records(self) -> int:
        """How many records it changes here without anybody choosing."""
        return len(self._plan.write) + len(self._plan.delete)

    def bring(
        self,
        here: Store,
        ours_wins: dict[int, bool],
        note: Callable[[Session], object] | None = None,
    ) -> list[str]:
        """Carry it out in *here*; return what to tell. All clashes must be chosen.

        *note* keeps something about it in the same action.
        """
        if set(ours_wins) != set(range(len(self.clashes))):
            raise CouncilError(tr("Choose for each difference what stays."))
        chosen = {id(clash): ours_wins[i] for i, clash in enumerate(self._plan.clashes)}
        with here.changing(tr("Bring back what was done on the way")) as session:
            self._bring_files(here, session)
            noting.write_brought(session, self._entries)
            written = branches.apply(session, self._plan, lambda clash: chosen[id(clash)])
            told = _numbered_again(session, written)
            if note:
                note(session)
            session.flush()
            if session.connection().exec_driver_sql("PRAGMA foreign_key_check").first():
                raise CouncilError(tr("This does not fit together. Nothing was changed."))
        return told

    def close(self) -> None:
        """Let go of the copy; its folder goes with it."""
        self._copy.close()

    def _bring_files(self, here: Store, session: Session) -> None:
        wanted = {
            value
            for values in (*self._plan.write.values(), *_their_values(self._plan.clashes))
            for value in values.values()
            if isinstance(value, str) and len(value) == _SHA
        }
        known = set(session.scalars(select(StoredFile.sha256)))
        with self._copy.reading() as theirs:
            for file in theirs.scalars(
                select(StoredFile).where(StoredFile.sha256.in_(wanted - known))
            ):
                here.keep(session, file.data)


def returning(here: Store, package: Path, passphrase: str = "") -> Return:
    """Open *package* beside *here* and compare; see ``Travel.look``."""
    folder = tempfile.TemporaryDirectory(prefix="samenspraak-", ignore_cleanup_errors=True)
    try:
        path = unpack(package, Path(folder.name))
        note = note_of(json.loads(note_path(path).read_text("utf-8")))
        copy = council_file.open_with_key(path, council_file.find_key(path, passphrase))
    except BaseException:
        folder.cleanup()
        raise
    copy.guard = _Folder(folder)
    try:
        base = _parted(here, copy)
        if base is None:
            raise CouncilError(tr("This package belongs to another council."))
        return Return(note, copy, here, base)
    except BaseException:
        copy.close()
        raise


class _Folder:
    """Throws the folder of the copy away when the copy is closed."""

    every = 3600.0

    def __init__(self, folder: "tempfile.TemporaryDirectory[str]") -> None:
        self._folder = folder

    def keep_up(self, store: Store) -> None:
        """Nothing changes around a copy."""

    def release(self) -> None:
        """Throw the folder away."""
        self._folder.cleanup()


def _parted(here: Store, copy: Store) -> int | None:
    """Return the last entry of the history that both share; None when they share none."""
    query = select(HistoryEntry.id, HistoryEntry.link)
    with here.reading() as session:
        ours = {(number, link) for number, link in session.execute(query)}
    with copy.reading() as session:
        theirs = {(number, link) for number, link in session.execute(query)}
    return max((number for number, _link in ours & theirs), default=None)


def _without_own(session: Session, changes: Changes) -> Changes:
    names = dict(session.execute(select(Setting.id, Setting.key)).all())
    return {
        place: row
        for place, row in changes.items()
        if not (place[0] == Setting.__tablename__ and names.get(place[1]) in _OWN)
    }


def _their_values(clashes: Iterable[Clash]) -> list[dict[str, object]]:
    return [
        clash.theirs if clash.name == GONE and clash.theirs else {clash.name: clash.theirs}
        for clash in clashes
    ]


def _in_words(session: Session, clash: Clash) -> ClashRow:
    table = clash.place[0]
    whole = clash.name == GONE
    values = (clash.ours or clash.theirs) if whole else branches.present(session, clash.place)
    name = record_words.title(session, table, values or {})
    what = ": ".join(part for part in (record_words.kind(table), name) if part)
    if whole:
        gone, stays = tr("thrown away"), tr("changed or used")
        return ClashRow(what, "", stays if clash.ours else gone, stays if clash.theirs else gone)

    def say(content: object) -> str:
        return record_words.value(session, table, clash.name, content)

    return ClashRow(what, record_words.field(clash.name), say(clash.ours), say(clash.theirs))


def _numbered_again(session: Session, written: list[Place]) -> list[str]:
    """Give a new number to what got, on the way, a number that was given here too."""
    told: list[str] = []
    for table, key in written:
        if table not in _NUMBERED:
            continue
        kind, model = _NUMBERED[table]
        record = session.get_one(model, key)
        others = list(session.scalars(select(model.number).where(model.id != key)))
        if record.number in others:
            old = record.number
            day = record.made_on if isinstance(record, (ActionPoint, Promise)) else None
            record.number = lists.next_number(
                schemes(session)[kind], day or datetime.now().date(), others
            )
            told.append(
                tr("{old} from on the way is now called {new}.", old=old, new=record.number)
            )
    return told
