"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from desktop.documents.document import Block, Heading, ListBlock, Paragraph, Table, plain
from desktop.documents.markdown import blocks
from desktop.ui.writing.shapes import Shape

State = Literal["same", "added", "removed"]

_WORD = re.compile(r"\s*(?:\w[\w’'-]*|\S)")
_ALIKE = 0.3
"""Paragraphs with less in common than this are shown as one taken away and one added."""


@dataclass(frozen=True)
class Piece:
    """Words with one fate."""

    words: str
    state: State = "same"


@dataclass(frozen=True)
class Line:
    """A paragraph, list item or table row with its pieces."""

    shape: Shape
    pieces: tuple[Piece, ...]


def compare(old: str, new: str) -> tuple[Line, ...]:
    """Return the text of both versions (stored Markdown), each word the same, added or removed."""
    before, after = _lines(old), _lines(new)
    found: list[Line] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found += [Line(shape, (Piece(words),)) for shape, words in after[c:d]]
        else:
            found += _changed(before[a:b], after[c:d])
    return tuple(found)


def _changed(before: Sequence[tuple[Shape, str]], after: Sequence[tuple[Shape, str]]) -> list[Line]:
    found: list[Line] = []
    both = min(len(before), len(after))
    for (old_shape, old), (shape, new) in zip(before[:both], after[:both], strict=True):
        pieces = tuple(_words(old, new))
        if pieces:
            found.append(Line(shape, pieces))
        else:
            found += [_whole(old_shape, old, "removed"), _whole(shape, new, "added")]
    found += [_whole(shape, words, "removed") for shape, words in before[both:]]
    found += [_whole(shape, words, "added") for shape, words in after[both:]]
    return found


def _whole(shape: Shape, words: str, state: State) -> Line:
    return Line(shape, (Piece(words, state),))


def _words(old: str, new: str) -> Iterator[Piece]:
    """Give the pieces of two versions of a paragraph; none when they are too far apart."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("".join(after[c:d]))
            continue
        if a < b:
            yield Piece("".join(before[a:b]), "removed")
        if c < d:
            yield Piece("".join(after[c:d]), "added")


def _lines(text: str) -> list[tuple[Shape, str]]:
    return [line for block in blocks(text) for line in _block_lines(block)]


def _block_lines(block: Block) -> Iterator[tuple[Shape, str]]:
    match block:
        case Heading(text=words):
            yield Shape.SUBHEADING, words
        case Paragraph(runs=runs, role=role):
            yield Shape.QUOTE if role == "quote" else Shape.PARAGRAPH, plain(runs)
        case ListBlock(items=items, ordered=ordered):
            for item in items:
                yield Shape.NUMBER if ordered else Shape.BULLET, plain(item)
        case Table(header=header, rows=rows):
            yield Shape.HEADER_CELL, " | ".join(header)
            for row in rows:
                yield Shape.CELL, " | ".join(plain(cell.runs) for cell in row)
        case _:
            return
