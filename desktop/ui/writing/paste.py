"""Clean what is pasted from Word or a web page: keep words and shapes, drop all dress."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from desktop.documents.document import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
)
from desktop.documents.readers.html import html_text, parsed
from desktop.ui.writing.rich import insert_runs, write
from desktop.ui.writing.shapes import in_table

LONGEST_HTML = 8_000_000
"""Characters; a longer page is taken as plain text, which is read at once."""

_SILENT = frozenset({"head", "style", "script", "title", "template", "noscript"})
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARTS = frozenset(("p", "div", "section", "article", "header", "footer", "main", "address", "pre"))
_MORE = frozenset(("li", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "figcaption"))
_BLOCKS = _HEADINGS | _PARTS | _MORE | {"table", "tr", "td", "th", "hr", "center"}
_BULLET = re.compile(r"^\s*[•·▪◦●‣]\s+")
_COUNTED = re.compile(r"^\s*[\da-zA-Z]{1,3}[.)]")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BULLET_DRESS = re.compile(r'<li style="[^"<>]*" (?=style=)')
"""Qt gives an item two styles; the first is of its bullet."""


def blocks_of(source: QMimeData) -> tuple[Block, ...]:
    """Return what *source* (the clipboard) says, in the shapes that we keep."""
    html = source.html() if source.hasHtml() else ""
    if len(html) <= LONGEST_HTML:
        found = from_html(html)
        if found:
            return found
    return from_plain(source.text() or html_text(html))


def from_plain(text: str) -> tuple[Block, ...]:
    """Return *text*, one paragraph for each line; lines with a round bullet become a list."""
    found = _Found()
    for line in re.split(r"\r\n|[\n\r\u2028\u2029\v\f]", text):
        if not line.strip():
            continue
        if _BULLET.match(line):
            found.add_item((Run(_BULLET.sub("", line).rstrip()),), ordered=False)
        else:
            found.add(Paragraph((Run(line.replace("\t", " ").strip()),)))
    return found.all()


class _Found:
    """Blocks in their order; items that follow each other become one list."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._items: list[Runs] = []
        self._ordered = False

    def add(self, block: Block) -> None:
        """Add *block*."""
        self._end_list()
        self._blocks.append(block)

    def add_item(self, runs: Runs, *, ordered: bool) -> None:
        """Add an item to the list at hand, or begin another list."""
        if ordered != self._ordered:
            self._end_list()
        self._ordered = ordered
        self._items.append(runs)

    def all(self) -> tuple[Block, ...]:
        """Return everything."""
        self._end_list()
        return tuple(self._blocks)

    def _end_list(self) -> None:
        if self._items:
            self._blocks.append(ListBlock(tuple(self._items), self._ordered))
            self._items = []


def insert(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Put *blocks* in at *cursor*, in the place of what is chosen, as one step to undo."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if in_table(cursor):  # a cell holds words only
        words = " ".join(_words(block) for block in blocks)
        insert_runs(cursor, (Run(_SPACE.sub(" ", words)),))
    else:
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph) and first.role == "body":
            insert_runs(cursor, first.runs)
            blocks = blocks[1:]
        write(cursor, blocks)
    cursor.endEditBlock()


def _words(block: Block) -> str:
    match block:
        case Heading(text=text):
            return text
        case Paragraph(runs=runs):
            return plain(runs)
        case ListBlock(items=items):
            return " ".join(map(plain, items))
        case Table():
            rows = [" ".join(plain(cell.runs) for cell in row) for row in block.rows]
            return " ".join([*block.header, *rows])
        case _:
            return ""


def from_html(html: str) -> tuple[Block, ...]:
    """Return what the page *html* says; nothing when it is no page."""
    from lxml.etree import iterwalk

    root = parsed(_BULLET_DRESS.sub("<li ", html))
    if root is None:
        return ()
    reader = _Reader()
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            reader.begin(str(element.tag), element.get("style", ""), element.get("class", ""))
            reader.hear(element.text)
        else:
            reader.end(str(element.tag))
            reader.hear(element.tail)
    return reader.all()


@dataclass(frozen=True)
class _Dress:
    """What holds for the words at hand: their own tag and all tags around it."""

    bold: bool = False
    italic: bool = False
    silent: bool = False
    marker: bool = False
    heading: bool = False
    item: bool = False
    ordered: bool | None = None
    """Of the list around them; None outside a list."""
    quote: bool = False
    in_cell: bool = False

    def within(self, tag: str, style: str, classes: str) -> "_Dress":
        """Return what holds inside *tag*."""
        style = style.lower().replace(" ", "")
        return replace(
            self,
            bold=_bold(style, self.bold or tag in ("b", "strong")),
            italic="font-style:italic" in style
            if "font-style:" in style
            else self.italic or tag in ("i", "em"),
            silent=self.silent or tag in _SILENT or "display:none" in style,
            marker=self.marker or "mso-list:ignore" in style,
            heading=self.heading or tag in _HEADINGS,
            item=self.item or tag == "li" or (tag == "p" and _is_item(style, classes)),
            ordered=tag == "ol" if tag in ("ol", "ul") else self.ordered,
            quote=self.quote or tag == "blockquote" or "Quote" in classes,
            in_cell=self.in_cell or tag in ("td", "th"),
        )


def _bold(style: str, bold: bool) -> bool:
    weight = re.search(r"font-weight:(\w+)", style)
    if weight is None:
        return bold
    heavy = {"bold": True, "bolder": True, "normal": False, "lighter": False}
    number = weight[1][:4]
    return int(number) >= 600 if number.isdecimal() else heavy.get(number, bold)


def _is_item(style: str, classes: str) -> bool:
    return "mso-list:l" in style or "MsoListParagraph" in classes


class _Reader:
    """Hears a page from begin to end and keeps blocks."""

    def __init__(self) -> None:
        self._found = _Found()
        self._dress = [_Dress()]
        self._runs: list[Run] = []
        self._marker = ""
        self._rows: list[list[Runs]] | None = None

    def begin(self, tag: str, style: str, classes: str) -> None:
        """Go into *tag*."""
        if tag in _BLOCKS and not self._in_cell:
            self.end_paragraph()
        elif tag in _BLOCKS:
            self._say(" ")
        if tag == "table" and self._rows is None:
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows is not None:
            self._runs = []
        self._dress.append(self._dress[-1].within(tag, style, classes))

    def end(self, tag: str) -> None:
        """Leave *tag*."""
        if tag == "br":
            self._say("\n")
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(_trimmed(self._runs))
            self._runs = []
        elif tag == "table" and self._rows is not None:
            self._end_table()
        elif tag in _BLOCKS and not self._in_cell:
            self.end_paragraph()
        self._dress.pop()

    def hear(self, words: str | None) -> None:
        """Take in *words*."""
        if not words or self._dress[-1].silent:
            return
        if self._dress[-1].marker:
            self._marker += words
        else:
            self._say(_SPACE.sub(" ", words))

    def all(self) -> tuple[Block, ...]:
        """Return everything that was heard."""
        self.end_paragraph()
        return self._found.all()

    def _say(self, text: str) -> None:
        dress = self._dress[-1]
        self._runs.append(Run(text.replace("\u00ad", ""), dress.bold, dress.italic))

    @property
    def _in_cell(self) -> bool:
        return self._rows is not None and self._dress[-1].in_cell

    def end_paragraph(self) -> None:
        """Close the paragraph at hand and keep it in its shape."""
        runs, self._runs = _trimmed(self._runs), []
        marker, self._marker = self._marker, ""
        if not runs or self._rows is not None:
            return
        dress = self._dress[-1]
        if dress.heading:
            self._found.add(Heading(plain(runs).replace("\n", " "), 3))
        elif dress.item or marker:
            counted = bool(_COUNTED.match(marker))
            self._found.add_item(runs, ordered=counted if dress.ordered is None else dress.ordered)
        else:
            self._found.add(Paragraph(runs, "quote" if dress.quote else "body"))

    def _end_table(self) -> None:
        rows = [row for row in self._rows or [] if any(plain(runs) for runs in row)]
        self._rows = None
        self._runs = []
        columns = max((len(row) for row in rows), default=0)
        if columns <= 1:  # a table of one column only gave the page its layout
            for runs in (runs for row in rows for runs in row if runs):
                self._found.add(Paragraph(runs))
            return
        full = [[*row, *[()] * (columns - len(row))] for row in rows]
        header = tuple(plain(runs).replace("\n", " ") for runs in full[0])
        body = tuple(tuple(Cell(_one_line(runs)) for runs in row) for row in full[1:])
        self._found.add(Table(header, body))


def _one_line(runs: Runs) -> Runs:
    return tuple(Run(run.text.replace("\n", " "), run.bold, run.italic) for run in runs)


def _trimmed(runs: Sequence[Run]) -> Runs:
    """Join runs of one dress and drop double spaces and those at both ends."""
    joined: list[Run] = []
    after_space = True
    for (bold, italic), same in groupby(runs, lambda run: (run.bold, run.italic)):
        pieces: list[str] = []
        for run in same:
            piece = run.text.lstrip(" ") if after_space else run.text
            if piece:
                pieces.append(piece)
                after_space = piece[-1].isspace()
        if pieces:
            joined.append(Run("".join(pieces), bold, italic))
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
    return tuple(run for run in joined if run.text)
