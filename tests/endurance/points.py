"""The moments at which a program can be killed: each touch of the disk, and within a statement."""

import io
import os
import signal
import sys
from collections import Counter as Counted
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import Pool

_STEPS = 400
"""So many steps of SQLite's own machine are one moment: also a long copy is cut off half-way."""
_CHANGES = frozenset(
    {
        *("__exit__", "close", "copy_file_range", "flush", "fsync", "open", "sendfile", "truncate"),
        *("chmod", "link", "mkdir", "remove", "rename", "replace", "rmdir", "unlink", "utime"),
        *("write", "writelines"),
    }
)
_OF_THE_DISK = frozenset({"posix", "nt", "_io", "io"})


class Counter:
    """Counts the moments that pass, and kills this process at the moment number *at* (0: never)."""

    def __init__(self, at: int) -> None:
        self._at, self._busy = at, False
        self.seen = 0
        self.kinds: Counted[str] = Counted()

    def point(self, kind: str) -> None:
        """A moment passes."""
        self.seen += 1
        self.kinds[kind] += 1
        if self.seen == self._at:
            os.kill(os.getpid(), signal.SIGKILL)

    @contextmanager
    def counting(self) -> Generator[None]:
        """Count in this block: calls to the system, statements, and steps within a statement."""

        def taken(connection: Any, _record: object, _proxy: object) -> None:
            connection.set_progress_handler(lambda: self.point("step"), _STEPS)
            connection.set_trace_callback(lambda _statement: self.point("statement"))

        event.listen(Pool, "checkout", taken)
        sys.setprofile(self._profile)
        try:
            yield
        finally:
            sys.setprofile(None)
            event.remove(Pool, "checkout", taken)

    def _profile(self, _frame: FrameType, what: str, called: Any) -> None:
        if what != "c_call":
            return
        owner = getattr(called, "__self__", None)
        if isinstance(owner, io.BytesIO | io.StringIO):
            return
        module = getattr(called, "__module__", None) or type(owner).__module__
        if module in _OF_THE_DISK and called.__name__ in _CHANGES:
            self.point(called.__name__)
