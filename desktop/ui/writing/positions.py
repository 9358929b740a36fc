"""Where a tip stands: from characters of the text to places in the editor, and back.

Python counts characters, Qt counts UTF-16 units: after one emoji they differ. This is the only
module that knows; everything else in the desk uses places in the editor ("positions").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QTextDocument

PARAGRAPH_GAP = "\n\n"
"""What stands between two paragraphs in the plain text: a blank line ends a paragraph."""

_LINE_BREAK = "\u2028"
_WIDE = re.compile("[\U00010000-\U0010ffff]")  # characters of two UTF-16 units
_STEP = 100  # paragraphs that are read between two looks at the clock


def units(text: str) -> int:
    """Return how many UTF-16 units *text* takes."""
    return len(text) if _plain(text) else len(text.encode("utf-16-le")) // 2


def characters(text: str, count: int) -> int:
    """Return how many characters the first *count* UTF-16 units of *text* are."""
    if _plain(text):
        return min(count, len(text))
    return len(text.encode("utf-16-le")[: count * 2].decode("utf-16-le", "ignore"))


def _plain(text: str) -> bool:
    return text.isascii() or max(text) <= "\uffff"


@lru_cache(maxsize=1024)
def _wide(text: str) -> tuple[int, ...]:
    """Return the places in *text* of the characters that take two units."""
    return tuple(found.start() for found in _WIDE.finditer(text))


@dataclass(frozen=True)
class PlainText:
    """The words of a document as one text, and where each paragraph of it stands in the editor.

    ``starts`` are character offsets into ``text``, ``positions`` places in the editor; both rise.
    ``even`` says of each paragraph whether every character of it is one UTF-16 unit, as most are.
    """

    text: str
    paragraphs: tuple[str, ...]
    starts: tuple[int, ...]
    positions: tuple[int, ...]
    even: tuple[bool, ...]

    def position(self, offset: int) -> int:
        """Return the place in the editor of the character at *offset*."""
        at = max(bisect_right(self.starts, offset) - 1, 0)
        inside = offset - self.starts[at]
        if not self.even[at]:
            inside += bisect_left(_wide(self.paragraphs[at]), inside)
        return self.positions[at] + inside

    def spans(self, offsets: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Give the places of stretches (start, end), which must come in reading order."""
        at, last = 0, len(self.starts) - 1
        for start, end in offsets:
            while at < last and self.starts[at + 1] <= start:
                at += 1
            by = self.positions[at] - self.starts[at]
            if self.even[at] and end - self.starts[at] <= len(self.paragraphs[at]):
                yield start + by, end + by
            else:
                yield self.position(start), self.position(end)

    def offset(self, position: int) -> int:
        """Return the character offset of the place *position* in the editor."""
        at = max(bisect_right(self.positions, position) - 1, 0)
        return self.starts[at] + characters(self.paragraphs[at], position - self.positions[at])


def plain_text(document: QTextDocument) -> PlainText:
    """Return the words of *document*, a blank line between its paragraphs."""
    reading = plain_text_in_slices(document)
    while True:
        try:
            next(reading)
        except StopIteration as done:
            return done.value


def plain_text_in_slices(document: QTextDocument) -> Generator[None, None, PlainText]:
    """Do the same as ``plain_text``, but yield on the way; void when the text changes meanwhile."""
    paragraphs: list[str] = []
    starts: list[int] = []
    positions: list[int] = []
    even: list[bool] = []
    start = 0
    block = document.begin()
    while block.isValid():
        words = block.text().replace(_LINE_BREAK, "\n")
        paragraphs.append(words)
        starts.append(start)
        positions.append(block.position())
        even.append(len(words) == block.length() - 1)
        start += len(words) + len(PARAGRAPH_GAP)
        block = block.next()
        if not len(paragraphs) % _STEP:
            yield
    return PlainText(
        PARAGRAPH_GAP.join(paragraphs),
        tuple(paragraphs),
        tuple(starts),
        tuple(positions),
        tuple(even),
    )
