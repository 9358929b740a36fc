"""Keep copies by itself: when something changed, on two places, and say when that does not work."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.history import HistoryEntry
from desktop.models.store import Store
from desktop.services.care import memory
from desktop.services.care.backups import carry, make_copy
from desktop.services.care.copies import (
    BEFORE,
    Copy,
    copies_in,
    copies_of,
    folder_in,
    folder_of,
    rotate,
)
from desktop.services.care.memory import Remembered
from desktop.services.care.synced import Synced, look_around
from desktop.services.notice import Notice
from desktop.services.settings import keep_setting, setting

DAYS = 14
"""Without a copy on the second place for so many days, the council hears of it (own default)."""
_SETTING = "backup_days"
_GRACE = timedelta(days=1)
"""Somebody who starts today is not told about a second place yet."""


@dataclass(frozen=True)
class State:
    """How the copies stand, as it was last looked at."""

    last: datetime | None
    """When the last verified copy was made."""
    second: Path | None
    seen: datetime | None
    """When a copy last reached the second place."""
    trouble: str
    """One sentence: why the last copy could not be made or brought there."""
    synced: Synced


class Safety:
    """The copies of one open council file."""

    def __init__(
        self,
        store: Store,
        council: Path,
        *,
        automatic: bool = True,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._council, self._now = store, council, now
        self.automatic = automatic
        """Whether the app makes copies by itself; of the example it does not."""
        self._known = memory.recall(council)
        self._trouble = ""
        self._synced = look_around(council) if automatic else Synced("", ())

    @property
    def state(self) -> State:
        """How the copies stand; asks no disk, so it never waits for a stick or a network."""
        known = self._known
        return State(
            known.at("last"),
            Path(known.second) if known.second else None,
            known.at("seen"),
            self._trouble,
            self._synced,
        )

    def copies(self) -> list[Copy]:
        """Return all copies that can be reached now, newest first; one on two places once each."""
        return known_copies(self._council)

    def on_second(self, copy: Copy) -> bool:
        """Tell whether *copy* lies on the second place."""
        second = self.state.second
        return bool(second) and copy.path.parent == self._second_folder(second)

    def keep_up(self) -> None:
        """Make a copy when something changed, and bring the newest to the second place.

        Meant for a worker thread. What goes wrong stands in ``state.trouble``; work goes on.
        """
        if not self.automatic or self._store.closed_because:
            return
        self._synced = look_around(self._council)
        try:
            if self._changed():
                self.make()
            else:
                self._to_second()
                self._trouble = ""
        except CouncilError as error:
            self._trouble = error.message

    def make(self, why: str = "") -> Path:
        """Make a verified copy now, here and on the second place; return it.

        Raises CouncilError when the copy here fails. The second place may be away: that is told in
        ``state.trouble`` only when it is there and refuses.
        """
        made = self._now().replace(microsecond=0)
        folder = folder_of(self._council)
        path, facts = make_copy(self._store, self._council, folder, made, why)
        self._trouble = ""
        self._note(replace(self._known, last=made.isoformat(), link=facts.link))
        rotate(folder, self._council.stem, made)
        try:
            self._to_second()
        except CouncilError as error:
            self._trouble = error.message
        return path

    def before(self, why: str) -> None:
        """Make a copy before something big; *why* is Dutch and ends its name ("voor opruimen").

        Raises CouncilError when it cannot be made: then the big thing had better wait.
        """
        if not self._store.closed_because:
            self.make(why)

    def choose(self, place: Path) -> None:
        """Take *place* (a stick, a folder, a drive) as the second place and copy there at once.

        Raises CouncilError when it lies with the file itself, or refuses a copy.
        """
        if not place.is_dir():
            raise CouncilError(tr("This folder is not there."))
        council = self._council.resolve()
        if place.resolve() in (council.parent, folder_of(council)):
            raise CouncilError(
                tr("This is where the file itself is. Choose a USB stick or another drive.")
            )
        before = self._known
        self._note(replace(before, second=str(place), seen=""))
        try:
            if not copies_in(folder_of(self._council), self._council.stem) or self._changed():
                self.make()
                if self._trouble:
                    raise CouncilError(self._trouble)
            else:
                self._to_second()
        except CouncilError:
            self._note(replace(self._known, second=before.second, seen=before.seen))
            self._trouble = ""
            raise

    def forget(self) -> None:
        """Use no second place any more; what lies there stays."""
        self._note(replace(self._known, second="", seen=""))
        self._trouble = ""

    @property
    def days(self) -> int:
        """After how many days without a copy on the second place the council hears of it."""
        with self._store.reading() as session:
            chosen = setting(session, _SETTING)
        return int(chosen) if chosen.isdecimal() and int(chosen) else DAYS

    def set_days(self, days: int) -> None:
        """Choose after how many *days* the council hears of it."""
        if days != self.days:
            with self._store.changing(tr("Choose when to warn about copies")) as session:
                keep_setting(session, _SETTING, str(days))

    def notices(self) -> Iterator[Notice]:
        """Give what is not well with the copies."""
        if not self.automatic or self._store.closed_because:
            return
        state, now = self.state, self._now()
        if state.synced.conflicts:
            yield _notice(
                tr("There are two versions of your file"),
                tr("{service} made a second one. See what to do.", service=_service(state.synced)),
                tr("two versions"),
                "soon",
            )
        old = timedelta(days=self.days)
        since = self._since()
        if since is None:
            return
        if state.trouble and now - (state.last or since) > old:
            yield _notice(
                tr("There is no fresh copy of your file"), state.trouble, _ago(state.last), "late"
            )
        elif state.trouble:
            yield _notice(tr("A copy could not be made"), state.trouble, tr("not well"), "soon")
        if state.second is None and now - since > _GRACE:
            yield _notice(
                tr("Choose a second place for copies"),
                tr("If the laptop breaks or is stolen, you still have everything."),
                tr("not yet"),
                "calm",
            )
        elif state.second and now - (state.seen or since) > old:
            yield _notice(
                tr("Put the USB stick in the computer"),
                tr("No copy came to {place} lately.", place=str(state.second)),
                _ago(state.seen),
                "soon",
            )

    def _changed(self) -> bool:
        """Tell whether something was done since the last copy."""
        with self._store.reading() as session:
            newest = select(HistoryEntry.link).order_by(HistoryEntry.id.desc()).limit(1)
            link = session.scalar(newest) or ""
        here = copies_in(folder_of(self._council), self._council.stem)
        return link != self._known.link or not here

    def _since(self) -> datetime | None:
        """Return when this council began; None while nothing was done in it."""
        with self._store.reading() as session:
            return session.scalar(select(func.min(HistoryEntry.at)))

    def _to_second(self) -> None:
        """Bring the newest copy to the second place when that is there and lacks it."""
        second = self.state.second
        here = copies_in(folder_of(self._council), self._council.stem)
        newest = next((copy for copy in here if copy.dated and copy.why != BEFORE), None)
        if second is None or newest is None or not _is_there(second):
            return
        folder = self._second_folder(second)
        if not (folder / newest.path.name).exists():
            rotate(folder, self._council.stem, self._now())
            carry(newest.path, folder, self._store.key)
        self._note(replace(self._known, seen=self._now().isoformat(timespec="seconds")))

    def _second_folder(self, second: Path) -> Path:
        return folder_in(second, self._council)

    def _note(self, known: Remembered) -> None:
        self._known = known
        with suppress(OSError):  # then it is known until the app closes
            memory.note(self._council, known)


def known_copies(council: Path) -> list[Copy]:
    """Return the copies of a *council* that cannot be opened: beside it and on the second place."""
    second = memory.recall(council).second
    found = copies_of(council)
    if second:
        found += copies_in(folder_in(Path(second), council), council.stem)
    return sorted(found, key=lambda copy: (copy.made, str(copy.path)), reverse=True)


def _is_there(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False


def _notice(title: str, why: str, state: str, tone: str) -> Notice:
    return Notice(
        title,
        why,
        state,
        "late" if tone == "late" else "soon" if tone == "soon" else "calm",
        tr("Look"),
        "council",
        "lock",
        place="safety",
    )


def _ago(at: datetime | None) -> str:
    return tr("since {date}", date=long_date(at.date())) if at else tr("never yet")


def _service(synced: Synced) -> str:
    return synced.service or tr("A program that copies folders")
