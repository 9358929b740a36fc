"""Reads Word files: what the last writer meant, with insertions in and deletions out."""

from desktop.documents.readers.archive import (
    Archive,
    Element,
    attribute,
    child,
    local,
    open_archive,
)
from desktop.documents.readers.numbering import Numbering
from desktop.documents.readers.paper import Paper
from desktop.documents.readers.plain import nothing_to_read, tidy
from desktop.domain.word_sets import word_set

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Deleted or moved away, field codes, properties, notes in the margin: not what the paper says.
_SKIPPED = word_set(
    "del moveFrom delText instrText delInstrText pPr rPr tblPr trPr tcPr sdtPr sdtEndPr "
    "fldData sectPr commentReference annotationRef footnoteReference endnoteReference rt"
)
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})


def read_docx(name: str, data: bytes) -> Paper:
    """Read a Word file; headers, footers, comments and footnotes are left out."""
    with open_archive(name, data) as archive:
        part = archive.word_part()
        root = archive.parse(part)
        folder = part.rpartition("/")[0]
        numbering = Numbering(
            archive.parse(f"{folder}/numbering.xml"), archive.parse(f"{folder}/styles.xml")
        )
        text = tidy("\n\n".join(_Body(numbering).paragraphs(child(root, "body"))))
        return Paper(
            name=name,
            media_type=MEDIA_TYPE,
            text=text,
            pages=_pages(archive),
            title=_title(archive),
            warning="" if text else nothing_to_read(),
            letterhead=_letterhead(archive, folder),
        )


def _letterhead(archive: Archive, folder: str) -> str:
    found: list[str] = []
    for part in sorted(archive.names):
        if part.startswith(f"{folder}/header") and part.endswith(".xml") and len(found) < 50:
            found += _Body(Numbering(None, None)).paragraphs(archive.parse(part))
    return tidy("\n\n".join(dict.fromkeys(found)))


def _pages(archive: Archive) -> int | None:
    pages = child(archive.parse("docProps/app.xml"), "Pages")
    words = (pages.text or "").strip() if pages is not None else ""
    return int(words) if words.isascii() and words.isdigit() and 0 < len(words) < 6 else None


def _title(archive: Archive) -> str:
    title = child(archive.parse("docProps/core.xml"), "title")
    return " ".join((title.text or "").split())[:300] if title is not None else ""


class _Body:
    """Walks through the body of a Word file and gathers its paragraphs in order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._open = ""  # a paragraph whose end mark was deleted runs on in the next

    def paragraphs(self, body: Element | None) -> list[str]:
        """Return the paragraphs; rows of a table are one paragraph with tabs between the cells."""
        found: list[str] = []
        if body is not None:
            self._blocks(body, found)
        if self._open.strip():
            found.append(self._open)
        return found

    def _blocks(self, parent: Element, found: list[str]) -> None:
        for element in parent:
            kind = local(element)
            if kind == "p":
                self._paragraph(element, found)
            elif kind == "tbl":
                self._table(element, found)
            elif kind == "AlternateContent":
                self._blocks(_chosen(element), found)
            elif kind not in _SKIPPED:
                self._blocks(element, found)

    def _paragraph(self, element: Element, found: list[str]) -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        _inline(element, pieces, boxes)
        properties = child(element, "pPr")
        text = self._open + "".join(pieces)
        self._open = ""
        if _flag(child(properties, "rPr"), "del"):
            self._open = text
        elif text.strip():
            label = self._numbering.label(properties)
            found.append(f"{label} {text.strip()}" if label else text)
        for box in boxes:
            self._blocks(box, found)

    def _table(self, table: Element, found: list[str]) -> None:
        for row in _children(table, "tr"):
            if child(child(row, "trPr"), "del") is not None:
                continue
            cells: list[list[str]] = []
            for cell in _children(row, "tc"):
                inside: list[str] = []
                self._blocks(cell, inside)
                if inside:
                    cells.append(inside)
            if any(len(cell) > 1 or "\n" in cell[0] for cell in cells):
                found.extend(text for cell in cells for text in cell)
            elif cells:
                found.append("\t".join(" ".join(cell[0].split()) for cell in cells))


def _inline(parent: Element, pieces: list[str], boxes: list[Element]) -> None:
    for element in parent:
        kind = local(element)
        if kind in _SKIPPED:
            continue
        if kind == "t":
            pieces.append(element.text or "")
        elif kind in _MARKS:
            pieces.append(_MARKS[kind])
        elif kind == "txbxContent":
            boxes.append(element)
        elif kind == "AlternateContent":
            _inline(_chosen(element), pieces, boxes)
        elif kind != "r" or not _flag(child(element, "rPr"), "vanish"):
            _inline(element, pieces, boxes)


def _chosen(alternatives: Element) -> Element:
    """Return the one branch that counts: a text box is written twice, for new and for old Word."""
    choice = child(alternatives, "Choice")
    fallback = child(alternatives, "Fallback")
    return choice if choice is not None else (fallback if fallback is not None else ())


def _children(parent: Element, kind: str) -> list[Element]:
    """Return the rows or cells, also inside content controls and tracked changes."""
    found: list[Element] = []
    for element in parent:
        if local(element) == kind:
            found.append(element)
        elif local(element) in {"sdt", "sdtContent", "ins", "moveTo", "customXml"}:
            found.extend(_children(element, kind))
    return found


def _flag(properties: Element | None, name: str) -> bool:
    mark = child(properties, name)
    return mark is not None and attribute(mark, "val", "1") not in _OFF
