"""Keep the tips on their words while somebody types, until the next look at the text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from desktop.language import Hint


class Mark(NamedTuple):
    """A tip and its place in the editor, from ``start`` up to ``end``."""

    hint: Hint
    start: int
    end: int


@dataclass
class _Edit:
    """One stretch of typing: ``removed`` units at ``at`` gave way to ``added`` new ones."""

    at: int
    removed: int
    added: int

    def join(self, at: int, removed: int, added: int) -> bool:
        """Take a next edit in when it touches this one; say whether that was so."""
        end = self.at + self.added
        if at > end or at + removed < self.at:
            return False
        before, after = max(self.at - at, 0), max(at + removed - end, 0)
        self.added = before + self.added + after - removed + added
        self.removed += before + after
        self.at -= before
        return True


class Marks:
    """The marks of one look at the text, moved along with what is typed after it.

    Typing goes on at one place, so one open edit says all; it is worked into every mark only when
    the typing goes on somewhere else. A key therefore costs the same in a letter and in a book.
    """

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._edit: _Edit | None = None

    def __bool__(self) -> bool:
        return bool(self._marks)

    def place(self, marks: Sequence[Mark]) -> None:
        """Start again with *marks*."""
        longest_first = sorted(marks, key=attrgetter("end"), reverse=True)
        self._take(sorted(longest_first, key=attrgetter("start")))

    def _take(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._edit = None

    def edited(self, at: int, removed: int, added: int) -> None:
        """Move what stands after the edit along; drop a mark whose words are touched."""
        if self._edit and self._edit.join(at, removed, added):
            return
        self._settle()
        self._edit = _Edit(at, removed, added)

    def all(self) -> list[Mark]:
        """Return every mark in reading order."""
        self._settle()
        return list(self._marks)

    def of(self, hint: Hint) -> Mark | None:
        """Return where *hint* stands now; None when its words were touched, or it was not there."""
        for mark in self._marks:
            if mark.hint is hint:
                return _moved(mark, self._edit) if self._edit else mark
        return None

    def between(self, first: int, last: int) -> list[Mark]:
        """Return the marks that start at *first* or later and before *last*."""
        edit = self._edit
        if edit is None:
            low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
            return self._marks[low:high]
        widest = edit.removed + edit.added
        low = bisect_left(self._starts, first - widest)
        high = bisect_left(self._starts, last + widest)
        moved = (_moved(mark, edit) for mark in self._marks[low:high])
        return [mark for mark in moved if mark and first <= mark.start < last]

    def _settle(self) -> None:
        if self._edit is None:
            return
        moved = (_moved(mark, self._edit) for mark in self._marks)
        self._take([mark for mark in moved if mark])


def _moved(mark: Mark, edit: _Edit) -> Mark | None:
    if mark.end <= edit.at:
        return mark
    if mark.start >= edit.at + edit.removed:
        by = edit.added - edit.removed
        return Mark(mark.hint, mark.start + by, mark.end + by) if by else mark
    return None
