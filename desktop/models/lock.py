"""One person writes in a council file at a time: a small file beside it says who.

The database guards itself against two programs; this guards people against each other, also on a
shared drive, where the database cannot.
"""

import json
import os
import platform
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.small import plain_words, read_small

QUIET_AFTER = timedelta(minutes=3)
"""Without a sign for so long the other app is probably gone: people may decide to go on."""


@dataclass(frozen=True)
class Holder:
    """Who has the file, where, and when that app last gave a sign."""

    name: str
    host: str
    pid: int
    token: str
    since: datetime
    sign: datetime

    @property
    def here(self) -> bool:
        """Whether it is this computer."""
        return self.host == _host()


class InUseError(CouncilError):
    """Somebody else has the file; ``holder`` says who."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(
            tr(
                "{name} is working in this file, on {host}.",
                name=holder.name or tr("Someone"),
                host=tr("this computer") if holder.here else holder.host,
            )
        )
        self.holder = holder


class Lock:
    """The right to write, until ``release``."""

    def __init__(self, path: Path, holder: Holder, now: Callable[[], datetime]) -> None:
        self._path, self._holder, self._now = path, holder, now

    def keep(self) -> bool:
        """Give a sign of life; False when somebody took over: then nothing may be written."""
        present = read(self._path)
        if present is not None and present.token != self._holder.token:
            return False
        # A drive that is gone for a moment is told where something is saved, not here.
        with suppress(OSError):
            _write(self._path, replace(self._holder, sign=self._now()))
        return True

    def release(self) -> None:
        """Let others write; what somebody else took over stays theirs."""
        present = read(self._path)
        if present is not None and present.token == self._holder.token:
            with suppress(OSError):
                self._path.unlink()


def lock_path(council: Path) -> Path:
    """Return where the lock of *council* lies."""
    return council.with_name(council.name + "-slot")


def take(
    council: Path,
    name: str = "",
    *,
    force: bool = False,
    now: Callable[[], datetime] = datetime.now,
) -> Lock:
    """Take the right to write in *council*; raises InUseError when somebody else has it.

    What a crashed app on this computer left behind is taken over. With *force* a person decided to
    take over: the other app finds out at its next sign and stops writing.
    """
    path, at = lock_path(council), now()
    mine = Holder(name, _host(), os.getpid(), secrets.token_hex(8), at, at)
    with suppress(OSError):  # a folder where one may only read has no lock, nor changes
        if not _first(path, mine):
            present = read(path)
            if present is not None and not force and not _left_behind(present):
                raise InUseError(present)
            _write(path, mine)
    return Lock(path, mine, now)


def quiet(holder: Holder, at: datetime) -> bool:
    """Tell whether *holder* gave no sign for long, by the clock of this computer.

    Of a sign from the future nobody can tell: then a person decides too, or a clock that was wrong
    for a while would keep everybody out until that day.
    """
    return abs(at - holder.sign) > QUIET_AFTER


def read(path: Path) -> Holder | None:
    """Return who holds the lock at *path*; None without one, or when it cannot be read."""
    try:
        values: dict[str, Any] = read_small(path)
        return Holder(
            plain_words(values["name"]),
            plain_words(values["host"]),
            _pid(values["pid"]),
            str(values["token"]),
            # By the clock of the other computer; a zone was never written.
            datetime.fromisoformat(values["since"]).replace(tzinfo=None),
            datetime.fromisoformat(values["sign"]).replace(tzinfo=None),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _pid(value: object) -> int:
    if not isinstance(value, int) or not 0 < value < 2**31:
        raise ValueError(value)
    return value


def _left_behind(holder: Holder) -> bool:
    """Tell whether the app that held the lock is surely gone, or is this very app."""
    return holder.here and (holder.pid == os.getpid() or not _runs(holder.pid))


def _first(path: Path, holder: Holder) -> bool:
    """Make the lock when there is none; False when somebody was earlier."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_text(holder))
    except FileExistsError:
        return False
    return True


def _write(path: Path, holder: Holder) -> None:
    fresh = path.with_name(f"{path.name}.{holder.token}")
    fresh.write_text(_text(holder), "utf-8")
    fresh.replace(path)


def _text(holder: Holder) -> str:
    return json.dumps(asdict(holder), default=datetime.isoformat)


def _host() -> str:
    return platform.node()


def _runs(pid: int) -> bool:
    """Tell whether a program with this number runs on this computer."""
    if sys.platform == "win32":
        import ctypes

        # Signal 0 would end the program there. 0x1000: only ask about it.
        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
