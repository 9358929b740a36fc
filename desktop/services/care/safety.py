"""Keep copies by itself: when something changed, on two places, and say when that does not work."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import vault
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
from desktop.services.care.notices import State, notices
from desktop.services.care.synced import Synced, look_around
from desktop.services.notice import Notice
from desktop.services.settings import keep_setting, setting

DAYS = 14
"""Without a copy on the second place for so many days, the council hears of it (own default)."""
_SETTING = "backup_days"


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
        self._spared: set[Path] = set()
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
        """Return all copies that can be reached now, newest first; one on both places once."""
        return known_copies(self._council)

    def places(self, copy: Copy) -> tuple[bool, bool]:
        """Tell whether *copy* lies beside the file, and whether on the second place."""
        second, name = self.state.second, copy.path.name
        here = (folder_of(self._council) / name, self._council.with_name(name))
        there = second is not None and (self._second_folder(second) / name).exists()
        return any(path.exists() for path in here), there

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

    def make(self, why: str = "", after: datetime = datetime.min) -> Path:
        """Make a verified copy now, here and on the second place; return it.

        The name of a copy tells its moment in whole seconds; it will say a moment later than
        *after*, so that nobody takes it for a copy of before.

        Raises CouncilError when the copy here fails. The second place may be away: that is told in
        ``state.trouble`` only when it is there and refuses.
        """
        made = self._now().replace(microsecond=0)
        folder = folder_of(self._council)
        taken = {copy.made for copy in copies_in(folder, self._council.stem)}
        while made in taken or made <= after:
            made += timedelta(seconds=1)
        path, facts = make_copy(self._store, self._council, folder, made, why)
        self._trouble, mark = "", self._mark(facts.link)
        self._note(replace(self._known, last=made.isoformat(), link=mark, name=path.name))
        # By a clock that was put back a little, the newest copy would look like the older one.
        rotate(folder, self._council.stem, made, {*self._spared, path})
        try:
            self._to_second()
        except CouncilError as error:
            self._trouble = error.message
        return path

    def before(self, why: str) -> None:
        """Make a copy before something big; *why* is Dutch and ends its name ("voor opruimen").

        Raises CouncilError when it cannot be made: then the big thing had better wait. Of the
        example, and of a file that somebody else works in, no copy is made.
        """
        if self.automatic and not self._store.closed_because:
            self.make(why)

    def spare(self, copy: Path) -> None:
        """Let *copy* stay until the app closes: somebody is about to put it back."""
        self._spared.add(copy)

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
        yield from notices(self.state, self._since(), self._now(), self.days)

    def _changed(self) -> bool:
        """Tell whether something was done since the last copy."""
        with self._store.reading() as session:
            newest = select(HistoryEntry.link).order_by(HistoryEntry.id.desc()).limit(1)
            link = session.scalar(newest) or ""
        here = copies_in(folder_of(self._council), self._council.stem)
        return self._mark(link) != self._known.link or not here

    def _mark(self, link: str) -> str:
        """Return what names the contents and the key together: under another key it is another."""
        return f"{link} {vault.fingerprint(self._store.key).hex()[:8]}"

    def _since(self) -> datetime | None:
        """Return when this council began; None while nothing was done in it."""
        with self._store.reading() as session:
            return session.scalar(select(func.min(HistoryEntry.at)))

    def _to_second(self) -> None:
        """Bring the newest copy to the second place when that is there and lacks it."""
        second = self.state.second
        here = copies_in(folder_of(self._council), self._council.stem)
        usual = [copy for copy in here if copy.dated and copy.why != BEFORE]
        last = [copy for copy in usual if copy.path.name == self._known.name]
        newest = next(iter([*last, *usual]), None)
        if second is None or newest is None or not _is_there(second):
            return
        folder = self._second_folder(second)
        if not (folder / newest.path.name).exists():
            rotate(folder, self._council.stem, self._now(), self._spared)
            carry(newest.path, folder, self._store.key)
        self._note(replace(self._known, seen=self._now().isoformat(timespec="seconds")))

    def _second_folder(self, second: Path) -> Path:
        return folder_in(second, self._council)

    def _note(self, known: Remembered) -> None:
        self._known = known
        with suppress(OSError):  # then it is known until the app closes
            memory.note(self._council, known)


def known_copies(council: Path) -> list[Copy]:
    """Return the copies of *council* beside it and on the second place, newest first.

    The council itself need not open. Of a copy on both places the one beside the file is given.
    """
    second = memory.recall(council).second
    found = copies_in(folder_in(Path(second), council), council.stem) if second else []
    once = {copy.path.name: copy for copy in (*found, *copies_of(council))}
    return sorted(once.values(), key=lambda copy: (copy.made, copy.path.name), reverse=True)


def _is_there(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False
