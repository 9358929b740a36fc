"""Break text into lines for the PDF: whole words, no hyphens, and never wider than the column."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.documents.document import Run
from desktop.documents.fonts import Face, face_for, split
from desktop.documents.look import ACCENT, Dress
from desktop.documents.structure import Elem
from desktop.documents.text import NBSP, safe_link, tidy


@dataclass(slots=True)
class Piece:
    """A stretch of text on one line; ``x`` and ``width`` in points, ``link`` a web address."""

    x: float
    width: float
    text: str
    face: Face
    size: float
    colour: str
    elem: Elem | None
    link: tuple[str, Elem] | None = None


@dataclass(slots=True)
class Mark:
    """A filled rectangle behind or under a line: a bar, a tint, a rule (points).

    ``height`` None means: as high as the line itself.
    """

    x: float
    width: float
    colour: str
    height: float | None = None


@dataclass(slots=True)
class Picture:
    """A picture that hangs from the top of a line, *x* from its left (points)."""

    png: bytes
    width: float
    height: float
    elem: Elem
    x: float = 0.0


@dataclass(slots=True)
class Line:
    """A band across the page that is never cut.

    ``before`` is air above that vanishes at the top of a page, ``pad`` air above the text that
    stays. ``keep`` says how firmly the next line belongs to this one (0 may break, 1 lines of one
    paragraph, 2 a row or a heading, 3 together). ``repeat`` are the lines of a table head.
    """

    height: float
    pieces: list[Piece] = field(default_factory=list[Piece])
    before: float = 0.0
    pad: float = 0.0
    leading: float = 0.0
    keep: int = 0
    marks: list[Mark] = field(default_factory=list[Mark])
    picture: Picture | None = None
    repeat: tuple["Line", ...] = ()
    outline: tuple[str, int] | None = None
    new_page: bool = False


@dataclass(slots=True)
class _Word:
    parts: list[tuple[Face, str, Run]] = field(default_factory=list[tuple[Face, str, Run]])
    width: float = 0.0
    ends: str = ""
    """How it ends: a space, a forced line break, or nothing (a word cut because it is too long)."""


class Paragrapher:
    """Turns runs into lines of pieces that belong to one structure element."""

    def __init__(self, dress: Dress, elem: Elem | None) -> None:
        self.dress, self.elem = dress, elem
        self._links: dict[int, Elem] = {}

    def lines(self, runs: Iterable[Run], x: float, width: float, right: bool = False) -> list[Line]:
        """Return *runs* in lines between *x* and *x* + *width* (points), right aligned if asked."""
        rows: list[list[_Word]] = [[]]
        used = 0.0
        for word in self._fitting(self._words(runs), width):
            space = self._space(rows[-1][-1], word) if rows[-1] else 0.0
            if rows[-1] and used + space + word.width > width:
                rows.append([])
            used = word.width if not rows[-1] else used + space + word.width
            rows[-1].append(word)
            if word.ends != " ":
                rows.append([])
        if len(rows) > 1 and not rows[-1]:
            rows.pop()
        return [self._line(row, x, width, right) for row in rows]

    def _space(self, before: _Word, after: _Word) -> float:
        """Return the room between two words: a bold space is wider, and either may draw it."""
        faces = [word.parts[end][0] for word, end in ((before, -1), (after, 0)) if word.parts]
        own = face_for(self.dress.weight)
        return max(face.measure(" ") for face in (*faces, own)) * self.dress.size

    def _words(self, runs: Iterable[Run]) -> Iterable[_Word]:
        word = _Word(ends=" ")
        size = self.dress.size
        for run in runs:
            wanted = face_for(self.dress.weight, bold=run.bold, italic=run.italic)
            for number, line in enumerate(tidy(run.text).split("\n")):
                if number:
                    word.ends = "\n"
                    yield word
                    word = _Word(ends=" ")
                for place, letters in enumerate(line.split(" ")):
                    if place and word.parts:
                        yield word
                        word = _Word(ends=" ")
                    for one, text in split(letters, wanted) if letters else ():
                        word.parts.append((one, text, run))
                        word.width += one.measure(text) * size
        if word.parts:
            yield word

    def _fitting(self, words: Iterable[_Word], width: float) -> Iterable[_Word]:
        for word in words:
            if word.width <= width:
                yield word
            else:
                yield from self._cut(word, width)

    def _cut(self, word: _Word, width: float) -> Iterable[_Word]:
        # Too long for the column: break at a non-breaking space if it has one, else inside.
        piece = _Word()
        for one, text, run in word.parts:
            for sign in text:
                size = one.measure(sign) * self.dress.size
                if piece.parts and sign == NBSP and any(NBSP in part[1] for part in word.parts):
                    piece.ends = " "
                    yield piece
                    piece = _Word()
                    continue
                if piece.parts and piece.width + size > width:
                    yield piece
                    piece = _Word()
                if piece.parts and piece.parts[-1][0] is one and piece.parts[-1][2] is run:
                    piece.parts[-1] = (one, piece.parts[-1][1] + sign, run)
                else:
                    piece.parts.append((one, sign, run))
                piece.width += size
        piece.ends = word.ends
        yield piece

    def _line(self, words: list[_Word], x: float, width: float, right: bool) -> Line:
        size = self.dress.size
        pieces: list[Piece] = []
        here = x
        owner: Run | None = None
        for word in words:
            between = " " if word is not words[0] else ""
            for face, part, run in word.parts:
                text = between + part
                if pieces and pieces[-1].face is face and owner is run:
                    pieces[-1].text += text
                    pieces[-1].width += face.measure(text) * size
                else:
                    if between and pieces:
                        # The space belongs to what is before it, so a link starts at its word.
                        pieces[-1].text += between
                        gap = pieces[-1].face.measure(between) * size
                        pieces[-1].width += gap
                        here += gap
                        text = part
                    pieces.append(self._piece(here, text, face, run))
                here = pieces[-1].x + pieces[-1].width
                owner, between = run, ""
        if right:
            for piece in pieces:
                piece.x += width - (here - x)
        if pieces and words[-1].ends:
            pieces[-1].text += " "  # a real space at each line end: read aloud, words do not join
        leading = self.dress.line
        return Line(leading, pieces, leading=leading, keep=1)

    def _piece(self, x: float, text: str, face: Face, run: Run) -> Piece:
        link = None
        url = safe_link(run.link) if run.link and self.elem is not None else ""
        if url:
            link = (url, self._links.setdefault(id(run), Elem("Link")))
        colour = ACCENT if link else self.dress.colour
        width = face.measure(text) * self.dress.size
        return Piece(x, width, text, face, self.dress.size, colour, self.elem, link)


def stack(
    runs: Iterable[Run],
    dress: Dress,
    elem: Elem | None,
    x: float,
    width: float,
    right: bool = False,
) -> list[Line]:
    """Return a paragraph as lines: two lines is the least at a page break, on either side."""
    lines = Paragrapher(dress, elem).lines(runs, x, width, right)
    for number, line in enumerate(lines):
        widow = number in (0, len(lines) - 2)
        line.keep = 1 if widow and number < len(lines) - 1 else 0
    return lines
