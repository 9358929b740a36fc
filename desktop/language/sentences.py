"""Cut a text into paragraphs and a paragraph into sentences, without losing a character's place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop.language.data import bag
from desktop.language.tokens import abbreviations

_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029\v\x85]")
_BULLET = re.compile(
    r"[ \t\u00a0]*"
    r"(?:[-–—•*▪◦·●○■□➢✓‣]|#{1,6}|>|\(?\d{1,3}[.)](?:\d{1,2}[.)]?)*|\(?[a-z][.)])[ \t\u00a0]+"
)
# A stop, then perhaps a closing quote or bracket or note number, then space and a beginning.
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]{0,3}\d{0,2}[ \t\u00a0]+(?=[\"'“„‘«(\[]{0,2}[A-ZÀ-Þ0-9])"
)
_LAST_WORD = re.compile(r"[\w.’'-]{1,24}$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # M.T. Yılmaz
_COMPANIES = bag("b.v n.v")
_CELL = re.compile(r"\t|\|")
_LONGEST = 1500  # characters; a longer "sentence" is no sentence and is cut at a space
# After these a capital does not begin a sentence: mr. Jansen, art. 3, nr. 12.
_NEVER_LAST = bag(
    "art nr dhr mevr mw mr dr drs ir ing prof ds jl st blz pag bijv bv lid resp incl excl ca vs"
    " tel m.b.t t.a.v o.a d.w.z t.o.v i.v.m n.a.v o.b.v t.b.v i.p.v m.u.v o.l.v c.q ad sub lt"
    " kol gem z.o.z m.i.v d.d a.d v.a fam wed burg weth secr vz ned eng fr zgn zg evt max min"
)


class Unit(NamedTuple):
    """A sentence, heading, list item or table cell: its place in the paragraph and what it is."""

    start: int
    end: int
    item: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of every paragraph of *text*: what stands between blank lines."""
    start = place = end = 0
    for line in text.splitlines(keepends=True):
        blank = line.isspace()
        if blank or line[0] == "\f":
            if end > start:
                yield start, end
            start = place + len(line) if blank else place
        place += len(line)
        if not blank:
            end = place
    if end > start:
        yield start, end


def sentences(paragraph: str) -> Iterator[Unit]:
    """Give the sentences, list items and table cells of *paragraph*, in order."""
    for start, end, item in _joined_lines(paragraph):
        cells = _CELL.search(paragraph, start, end)
        pieces = _cells(paragraph, start, end) if cells else iter([(start, end)])
        for first, last in pieces:
            for begin, stop in _split_line(paragraph, first, last):
                yield Unit(begin, stop, item)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _CELL.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _joined_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give the lines; lines that were broken by their width are joined again."""
    spans = list(_lines(text))
    width = max(end - start for start, end in spans)
    begin, last, item = -1, spans[0], False
    for span in spans:
        bullet = _BULLET.match(text, *span)
        if begin < 0 or bullet or not _goes_on(text, last, span, width):
            if begin >= 0:
                yield begin, last[1], item
            begin, item = (bullet.end() if bullet else span[0]), bullet is not None
        last = span
    yield begin, last[1], item


def _goes_on(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Tell whether *after* goes on with the sentence of *line*: small letter, no room there."""
    length = line[1] - line[0]
    if width > 110 or length < 40:
        return False
    before = text[line[0] : line[1]].rstrip()
    following = text[after[0] : after[1]].lstrip()
    if not following or not before or before[-1] in ".!?:;…" or following[0].isupper():
        return False
    return length + 1 + len(following.split(" ", 1)[0]) > width - 2


def _split_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _is_end(text, begin, match):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _is_end(text: str, begin: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    found = _LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    word = found.group().lower() if found else ""
    if found and _INITIALS.fullmatch(found.group()) and word not in _COMPANIES:
        return False
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return False
    after = text[match.end() : match.end() + 1]
    if word in abbreviations() or "." in word.strip("."):
        return after.isupper() and not word[-1:].isdigit()
    # "1. Inleiding": a number that opens the line is a number of a list, not a sentence.
    return not (word.isdigit() and found is not None and found.start() <= begin + 1)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    while end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end
