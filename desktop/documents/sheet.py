"""The growing list of lines of a PDF, with the air between them and the headings so far."""

from collections.abc import Sequence

from desktop.documents.document import Runs
from desktop.documents.lines import Line, stack
from desktop.documents.look import MM, Dress, Look
from desktop.documents.structure import Elem
from desktop.documents.text import clean


class Sheet:
    """Lines of one document; ``letter`` makes the title a subject line.

    ``room`` is the height of the text area of a whole page, ``air`` the space wanted under the last
    line, both in points. ``new_page`` makes the next line start a page.
    """

    def __init__(self, look: Look, root: Elem, room: float, letter: bool) -> None:
        self.look, self.root, self.room, self.letter = look, root, room, letter
        self.lines: list[Line] = []
        self.air = 0.0
        self.new_page = False
        self._level = 0

    def add(self, lines: list[Line], before: float = 0.0, after: float = 0.0) -> None:
        """Add *lines*; between neighbours the larger of the two spaces counts."""
        if not lines:
            return
        lines[0].before = max(before, self.air)
        if self.new_page:
            lines[0].new_page, self.new_page = bool(self.lines), False
        self.lines += lines
        self.air = after

    def text(
        self, content: Runs, dress: Dress, elem: Elem | None, x: float = 0.0, width: float = 0.0
    ) -> list[Line]:
        """Return *content* as lines, as wide as running text unless *width* says otherwise."""
        return stack(content, dress, elem, x, width or self.look.measure * MM)

    def put(self, content: Runs, name: str, elem: Elem, *, keep: int = 0, x: float = 0.0) -> None:
        """Add a paragraph in the dress called *name*; *keep* ties it to what follows."""
        dress = self.look.dress[name]
        lines = self.text(content, dress, elem, x, self.look.measure * MM - x)
        if keep:
            for line in lines:
                line.keep = keep
        self.add(lines, dress.before, dress.after)

    def heading(self, level: int, text: str) -> Elem:
        """Return the element of a heading of *level* (1 for the title) that says *text*.

        A level is never skipped (ISO 14289-1, 7.4.2): an H3 straight under the title becomes H2. A
        heading that says nothing leaves no mark in the file, so it does not count.
        """
        if not clean(text).strip():
            return self.root.add("P")
        self._level = min(level, self._level + 1) if level > 1 else 1
        return self.root.add(f"H{self._level}")

    def outline(self, lines: Sequence[Line], text: str, level: int) -> None:
        """Make *lines* the target of a bookmark."""
        words = " ".join(clean(text).split())
        if lines and words:
            lines[0].outline = (words, level - 1)

    def tie(self, count: int) -> None:
        """Keep the last *count* lines so far with what follows."""
        for line in self.lines[-count:]:
            line.keep = 3


def kept(lines: list[Line], keep: int, last: int | None = None) -> list[Line]:
    """Return *lines*, each held to the next at least as firmly as *keep*; *last* sets the last."""
    for line in lines:
        line.keep = max(line.keep, keep)
    if lines and last is not None:
        lines[-1].keep = last
    return lines


def pad(lines: list[Line], above: float, below: float) -> None:
    """Add air inside the first and last of *lines*, where bars and tints go on (points)."""
    lines[0].pad += above
    lines[0].height += above
    lines[-1].height += below


def beside(columns: Sequence[list[Line]]) -> list[Line]:
    """Return lines of columns next to each other; all have the same line height."""
    deepest = max(columns, key=len, default=[])
    for lines in columns:
        if lines is not deepest:
            for line, other in zip(deepest, lines, strict=False):
                line.pieces = sorted([*line.pieces, *other.pieces], key=lambda piece: piece.x)
    return deepest
