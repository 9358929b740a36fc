"""Reads OpenDocument texts, as LibreOffice writes them."""

import re
from dataclasses import dataclass, field

from desktop.documents.readers.archive import Element, attribute, child, local, open_archive
from desktop.documents.readers.numbering import BULLET, DEEPEST, Level, written
from desktop.documents.readers.paper import Paper
from desktop.documents.readers.plain import nothing_to_read, tidy
from desktop.domain.errors import CouncilError
from desktop.domain.word_sets import word_set
from desktop.i18n import tr

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

# Deleted text, remarks in the margin, footnotes and declarations: not what the paper says.
_SKIPPED = word_set(
    "tracked-changes annotation annotation-end note sequence-decls variable-decls "
    "user-field-decls forms ruby-text hidden-text bibliography-source "
    "table-of-content-source"
)
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass
class _Running:
    """A list that is being read: how its levels count and where each counter stands."""

    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict[int, int])


def read_odt(name: str, data: bytes) -> Paper:
    """Read an OpenDocument text; headers, footers, remarks and footnotes are left out."""
    with open_archive(name, data) as archive:
        manifest = (
            archive.read("META-INF/manifest.xml")
            if "META-INF/manifest.xml" in archive.names
            else b""
        )
        if b"encryption-data" in manifest:
            raise CouncilError(
                tr(
                    "“{name}” is locked with a password. Ask the sender for a file without one.",
                    name=name,
                )
            )
        content = archive.parse("content.xml")
        styles = archive.parse("styles.xml")
        meta = child(archive.parse("meta.xml"), "meta")
    body = child(child(content, "body"), "text")
    text = tidy("\n\n".join(_Body(_list_styles(content, styles)).paragraphs(body)))
    title = child(meta, "title")
    count = child(meta, "document-statistic")
    pages = attribute(count, "page-count") if count is not None else ""
    return Paper(
        name=name,
        media_type=MEDIA_TYPE,
        text=text,
        pages=int(pages) if pages.isascii() and pages.isdigit() and 0 < len(pages) < 6 else None,
        title=" ".join((title.text or "").split())[:300] if title is not None else "",
        warning="" if text else nothing_to_read(),
        letterhead=_letterhead(styles),
    )


def _letterhead(styles: Element | None) -> str:
    found: list[str] = []
    for element in styles.iter() if styles is not None else ():
        if local(element) in {"header", "header-first"} and len(found) < 50:
            found += _Body({}).paragraphs(element)
    return tidy("\n\n".join(dict.fromkeys(found)))


def _list_styles(*roots: Element | None) -> dict[str, dict[int, Level]]:
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for element in root.iter() if root is not None else ():
            if local(element) == "list-style":
                found.setdefault(attribute(element, "name"), _levels(element))
            elif local(element) == "outline-style":
                found.setdefault("", _levels(element))
    return found


def _levels(style: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        place = _whole(attribute(element, "level"), 1)
        if place > DEEPEST + 1:
            continue
        if local(element) == "list-level-style-bullet":
            levels[place] = Level(1, "bullet", "")
        elif local(element) in {"list-level-style-number", "outline-level-style"}:
            shown = min(max(_whole(attribute(element, "display-levels"), 1), 1), place, 9)
            numbers = ".".join(
                f"%{level}" for level in range(place - shown + 1, place + 1) if level < 10
            )
            style_name = attribute(element, "num-format")
            template = attribute(element, "num-prefix") + numbers + attribute(element, "num-suffix")
            start = _whole(attribute(element, "start-value"), 1)
            levels[place] = Level(start, style_name, template if style_name else "")
    return levels


class _Body:
    """Walks through the body of an OpenDocument text and gathers its paragraphs in order."""

    def __init__(self, styles: dict[str, dict[int, Level]]) -> None:
        self._styles = styles
        self._outline = _Running(styles.get("", {}))
        self._by_style: dict[str, _Running] = {}
        self._by_id: dict[str, _Running] = {}

    def paragraphs(self, body: Element | None) -> list[str]:
        """Return the paragraphs; rows of a table are one paragraph with tabs between the cells."""
        found: list[str] = []
        if body is not None:
            self._blocks(body, found)
        return found

    def _blocks(self, parent: Element, found: list[str]) -> None:
        for element in parent:
            kind = local(element)
            if kind in {"p", "h"}:
                label = _heading_label(element, self._outline) if kind == "h" else ""
                self._paragraph(element, found, label)
            elif kind == "list":
                self._list(element, found, None, 1)
            elif kind == "table":
                self._table(element, found)
            elif kind not in _SKIPPED:
                self._blocks(element, found)

    def _paragraph(self, element: Element, found: list[str], label: str = "") -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        _inline(element, pieces, boxes)
        text = "".join(pieces).strip()
        if text:
            found.append(f"{label} {text}" if label else text)
        for box in boxes:
            self._blocks(box, found)

    def _list(self, element: Element, found: list[str], outer: _Running | None, level: int) -> None:
        running = self._running(element, outer, level)
        for item in element:
            if local(item) not in {"list-item", "list-header"} or level > 20:
                continue
            label = ""
            if local(item) == "list-item":
                restart = attribute(item, "start-value")
                if restart:
                    running.counters[level] = _whole(restart, 1) - 1
                label = _next_label(running, level)
            for piece in item:
                if local(piece) in {"p", "h"}:
                    self._paragraph(piece, found, label)
                    label = ""
                elif local(piece) == "list":
                    self._list(piece, found, running, level + 1)

    def _running(self, element: Element, outer: _Running | None, level: int) -> _Running:
        style = attribute(element, "style-name")
        if outer is not None:
            outer.counters.pop(level, None)
            if style in self._styles:
                outer.levels = outer.levels | self._styles[style]
            return outer
        earlier = self._by_id.get(attribute(element, "continue-list"))
        if earlier is None and attribute(element, "continue-numbering") == "true":
            earlier = self._by_style.get(style)
        running = earlier or _Running(self._styles.get(style, {}))
        self._by_style[style] = running
        if attribute(element, "id"):
            self._by_id[attribute(element, "id")] = running
        return running

    def _table(self, table: Element, found: list[str]) -> None:
        for row in table:
            kind = local(row)
            if kind in {"table-header-rows", "table-rows", "table-row-group"}:
                self._table(row, found)
            if kind != "table-row":
                continue
            cells: list[list[str]] = []
            for cell in row:
                inside: list[str] = []
                if local(cell) == "table-cell":
                    self._blocks(cell, inside)
                if inside:
                    cells.append(inside)
            if any(len(cell) > 1 or "\n" in cell[0] for cell in cells):
                found.extend(text for cell in cells for text in cell)
            elif cells:
                found.append("\t".join(" ".join(cell[0].split()) for cell in cells))


def _inline(parent: Element, pieces: list[str], boxes: list[Element]) -> None:
    _add(pieces, parent.text)
    for element in parent:
        kind = local(element)
        if kind == "s":
            pieces.append(" " * min(_whole(attribute(element, "c"), 1), 100))
        elif kind in {"tab", "line-break"}:
            pieces.append("\t" if kind == "tab" else "\n")
        elif kind == "text-box":
            boxes.append(element)
        elif kind and kind not in _SKIPPED and kind not in {"title", "desc"}:
            _inline(element, pieces, boxes)
        _add(pieces, element.tail)


def _add(pieces: list[str], text: str | None) -> None:
    if text:
        pieces.append(_SPACE.sub(" ", text))


def _heading_label(element: Element, outline: _Running) -> str:
    return _next_label(outline, _whole(attribute(element, "outline-level"), 1))


def _next_label(running: _Running, level: int) -> str:
    shape = running.levels.get(level)
    if shape is None:
        return ""
    counters = running.counters
    counters[level] = counters.get(level, shape.start - 1) + 1
    for deeper in [key for key in counters if key > level]:
        del counters[deeper]
    if shape.style == "bullet":
        return BULLET
    label = shape.template
    for place in range(1, level + 1):
        other = running.levels.get(place, Level())
        label = label.replace(f"%{place}", written(counters.get(place, other.start), other.style))
    return label


def _whole(value: str, default: int) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 8 else default
