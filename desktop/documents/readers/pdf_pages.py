"""Takes the text from the pages of a PDF: its lines become paragraphs again."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from desktop.documents.readers.lines import Line, joined
from desktop.documents.readers.plain import tidy

Native: TypeAlias = Any  # pypdfium2 comes without types

MAX_PAGES = 2000
MAX_CHARACTERS = 20_000_000
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:pagina|pag\.|blz\.?|bladzijde)\s*)?#(?:\s*(?:van|/|-)\s*#)?\W{0,3}$", re.I
)
_EDGE = 3  # headers and footers stand within this many lines of the edge of a page


@dataclass(frozen=True)
class Contents:
    """What a PDF says: the text of its first *read* pages, of *pages* in all."""

    text: str
    title: str
    pages: int
    read: int


def contents(data: bytes, patience: Callable[[], None]) -> Contents:
    """Return what the PDF *data* says; *patience* is called before each page.

    Lines that return on most pages (headers, page numbers) are left out. Raises PdfiumError.
    """
    import pypdfium2

    patience()
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        pages = _read_pages(document, min(count, MAX_PAGES), patience)
        title = str(document.get_metadata_value("Title") or "")
    finally:
        document.close()
    title = "" if title == "untitled" else " ".join(tidy(title).split())[:300]
    return Contents(tidy(joined(_without_edges(pages))), title, count, len(pages))


def _read_pages(document: Native, count: int, patience: Callable[[], None]) -> list[list[Line]]:
    pages: list[list[Line]] = []
    room = MAX_CHARACTERS
    for number in range(count):
        if room <= 0:
            break
        patience()
        page = document[number]
        text_page = page.get_textpage()
        length = text_page.count_chars()
        pages.append(_page_lines(text_page, length, number) if length > 0 else [])
        room -= length
        text_page.close()
        page.close()
    return pages


def _page_lines(text_page: Native, length: int, page: int) -> list[Line]:
    text: str = text_page.get_text_range()
    # Signs outside the basic plane make text and places differ; then only the words count.
    measured = len(text) == length
    lines: list[Line] = []
    start = 0
    for match in [*re.finditer(r"\r\n|\n|\r|\ufffe", text), None]:
        end = match.start() if match else len(text)
        words = text[start:end]
        if words.strip():
            hyphen = match is not None and match.group() == "\ufffe"
            lines.append(_line(text_page if measured else None, words, start, hyphen, page))
        start = match.end() if match else end
    return lines


def _line(text_page: Native | None, words: str, start: int, hyphen: bool, page: int) -> Line:
    if text_page is None:
        return Line(words.strip(), page, hyphen)
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip()) - 1
    word_end = first + len(words.split(maxsplit=1)[0]) - 1
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    word_right = text_page.get_charbox(word_end, loose=True)[2]
    right = text_page.get_charbox(last, loose=True)[2]
    return Line(words.strip(), page, hyphen, left, right, bottom, top - bottom, word_right - left)


def _without_edges(pages: Sequence[list[Line]]) -> list[Line]:
    """Return all lines but headers and footers: what returns at the edge of most pages."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(line) for line in [*lines[:_EDGE], *lines[-_EDGE:]]})
    often = max(3, (len(pages) + 1) // 2)
    repeated = {shape for shape, count in seen.items() if count >= often}
    kept: list[Line] = []
    for lines in pages:
        top = _edge(lines[:_EDGE], repeated, len(pages))
        bottom = _edge(lines[top:][: -_EDGE - 1 : -1], repeated, len(pages))
        kept.extend(lines[top : len(lines) - bottom])
    return kept


def _edge(lines: Sequence[Line], repeated: Collection[str], pages: int) -> int:
    """Return how many of *lines*, from the edge inwards, are header, footer or page number."""
    count = 0
    for line in lines:
        shape = _shape(line)
        if shape not in repeated and not (pages > 1 and _PAGE_NUMBER.match(shape)):
            break
        count += 1
    return count


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
