"""Clean what is pasted from Word or a web page: keep words and shapes, drop all dress."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

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


def blocks_of(source: QMimeData) -> tuple[Block, ...]:
    """Return what *source* (the clipboard) says, in the shapes that we keep."""
    if source.hasHtml() and len(source.html()) <= LONGEST_HTML:
        found = from_html(source.html())
        if found:
            return found
    return from_plain(source.text())


def from_plain(text: str) -> tuple[Block, ...]:
    """Return *text*, one paragraph for each line; lines with a round bullet become a list."""
    found: list[Block] = []
    for line in re.split(r"\r\n|[\n\r\u2028\u2029\v\f]", text):
        if not line.strip():
            continue
        if _BULLET.match(line):
            _add_item(found, (Run(_BULLET.sub("", line).rstrip()),), ordered=False)
        else:
            found.append(Paragraph((Run(line.replace("\t", " ").strip()),)))
    return tuple(found)


def _add_item(found: list[Block], runs: Runs, *, ordered: bool) -> None:
    last = found[-1] if found else None
    if isinstance(last, ListBlock) and last.ordered == ordered:
        found[-1] = ListBlock((*last.items, runs), ordered)
    else:
        found.append(ListBlock((runs,), ordered))


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
    """Return what the page *html* says."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return tuple(reader.found)


class _Style:
    """What one open tag changes: bold, italic, silence, and the shape of its paragraph."""

    def __init__(self, tag: str, style: str, classes: str) -> None:
        self.tag = tag
        style = style.lower().replace(" ", "")
        weight = re.search(r"font-weight:(\w+)", style)
        heavy = {"bold": True, "bolder": True, "normal": False, "lighter": False}
        self.bold: bool | None = True if tag in ("b", "strong") else None
        if weight:
            value = weight[1]
            self.bold = int(value) >= 600 if value.isdigit() else heavy.get(value, self.bold)
        self.italic: bool | None = True if tag in ("i", "em") else None
        if "font-style:" in style:
            self.italic = "font-style:italic" in style
        self.marker = "mso-list:ignore" in style
        self.silent = tag in _SILENT or "display:none" in style
        self.item = ("mso-list:l" in style or "MsoListParagraph" in classes) and tag == "p"
        self.quote = tag == "blockquote" or "Quote" in classes


class _Reader(HTMLParser):
    """Reads a page from begin to end and keeps blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._open: list[_Style] = []
        self._runs: list[Run] = []
        self._marker = ""
        self._rows: list[list[Runs]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._say("\n")
            return
        if tag in _BLOCKS and not self._in_cell():
            self.end_paragraph()
        elif tag in _BLOCKS:
            self._say(" ")
        if tag == "table" and self._rows is None:
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows is not None:
            self._runs = []
        if tag not in ("img", "hr", "meta", "link", "input", "wbr", "col"):
            self._open.append(_Style(tag, given.get("style", ""), given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._rows:
            self._rows[-1].append(_trimmed(self._runs))
            self._runs = []
        elif tag == "table" and self._rows is not None:
            self._end_table()
        elif tag in _BLOCKS and not self._in_cell():
            self.end_paragraph()
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                break

    def handle_data(self, data: str) -> None:
        if any(style.silent for style in self._open):
            return
        if any(style.marker for style in self._open):
            self._marker += data
            return
        self._say(_SPACE.sub(" ", data))

    def _say(self, text: str) -> None:
        bold = next((one.bold for one in reversed(self._open) if one.bold is not None), False)
        italic = next((one.italic for one in reversed(self._open) if one.italic is not None), False)
        self._runs.append(Run(text.replace("\u00ad", ""), bold, italic))

    def _in_cell(self) -> bool:
        return self._rows is not None and any(one.tag in ("td", "th") for one in self._open)

    def end_paragraph(self) -> None:
        """Close the paragraph at hand and keep it in its shape."""
        runs, self._runs = _trimmed(self._runs), []
        marker, self._marker = self._marker, ""
        if not runs or self._rows is not None:
            return
        tags = [style.tag for style in self._open]
        if any(tag in _HEADINGS for tag in tags):
            self.found.append(Heading(plain(runs).replace("\n", " "), 3))
        elif "li" in tags or marker or any(style.item for style in self._open):
            lists = [tag for tag in tags if tag in ("ul", "ol")]
            ordered = lists[-1] == "ol" if lists else bool(_COUNTED.match(marker))
            _add_item(self.found, runs, ordered=ordered)
        elif any(style.quote for style in self._open):
            self.found.append(Paragraph(runs, "quote"))
        else:
            self.found.append(Paragraph(runs))

    def _end_table(self) -> None:
        rows = [row for row in self._rows or [] if any(plain(runs) for runs in row)]
        self._rows = None
        self._runs = []
        columns = max((len(row) for row in rows), default=0)
        if columns <= 1:  # a table of one column only gave the page its layout
            self.found += [Paragraph(runs) for row in rows for runs in row if runs]
            return
        full = [[*row, *[()] * (columns - len(row))] for row in rows]
        header = tuple(plain(runs).replace("\n", " ") for runs in full[0])
        body = tuple(tuple(Cell(_one_line(runs)) for runs in row) for row in full[1:])
        self.found.append(Table(header, body))


def _one_line(runs: Runs) -> Runs:
    return tuple(Run(run.text.replace("\n", " "), run.bold, run.italic) for run in runs)


def _trimmed(runs: Sequence[Run]) -> Runs:
    """Join runs of one dress and drop double spaces and those at both ends."""
    joined: list[Run] = []
    for run in runs:
        text = run.text
        before = joined[-1].text if joined else " "
        if before[-1:].isspace():
            text = text.lstrip(" ")
        if not text:
            continue
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + text, run.bold, run.italic)
        else:
            joined.append(Run(text, run.bold, run.italic))
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    if joined:
        last = joined[-1]
        joined[-1] = Run(last.text.rstrip(), last.bold, last.italic)
        first = joined[0]
        joined[0] = Run(first.text.lstrip(), first.bold, first.italic)
    return tuple(run for run in joined if run.text)
