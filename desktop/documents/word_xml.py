"""Turn the blocks of a document into the XML of Word, one style per element."""

import re
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from desktop.documents.columns import facts_widths, given_width, label_width, table_widths
from desktop.documents.compose import first_line_bold, subtitle_runs
from desktop.documents.document import (
    Block,
    Box,
    Cell,
    Facts,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Pairs,
    Paragraph,
    Run,
    Runs,
    Table,
    Title,
    Together,
    plain,
    runs,
)
from desktop.documents.look import MM, Look
from desktop.documents.text import clean, safe_link, tidy
from desktop.documents.word_styles import given_styles, twips

_ROLES = {
    "body": "BodyText",
    "lead": "Inleiding",
    "note": "Noot",
    "quote": "Quote",
    "salutation": "Salutation",
    "closing": "Closing",
    "signature": "Ondertekening",
    "caption": "Caption",
}
_EMU = 36_000
"""English Metric Units in a millimetre."""


def text_run(text: str, properties: str = "") -> str:
    """Return *text* as a run; a line break in it becomes a line break in Word."""
    if not text:
        return ""
    inside = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
        for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in *style*; *properties* are what differs for this one (its place)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def picture(
    ident: str,
    width: float,
    high: float,
    alt: str,
    number: int,
    place: tuple[float, float] | None = None,
) -> str:
    """Return a picture of *width* by *high* mm: in the text, or at *place* on the page (mm).

    Without *alt* it is marked as decoration, which a screen reader passes over.
    """
    across, down = round(width * _EMU), round(high * _EMU)
    decoration = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    described = f' descr="{escape(alt, {chr(34): "&quot;"})}"' if alt else ""
    about = (
        f'<wp:docPr id="{number}" name="Afbeelding {number}"{described}>'
        f"{'' if alt else decoration}</wp:docPr><wp:cNvGraphicFramePr/>"
    )
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Afbeelding {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{ident}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )
    extent = f'<wp:extent cx="{across}" cy="{down}"/>'
    if place is None:
        return (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"{extent}{about}{graphic}</wp:inline></w:drawing>"
        )
    x, y = (round(length * _EMU) for length in place)
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f"{extent}<wp:wrapNone/>{about}{graphic}</wp:anchor></w:drawing>"
    )


class Body:
    """Collects the XML of the blocks; *part* keeps the pictures and links."""

    def __init__(self, look: Look, part: Any) -> None:
        self.look, self.part = look, part
        self.extra_numbering: list[str] = []
        self._numbers = 4  # the template uses 1 to 4
        self._pictures = 10
        self._together = 0
        self._new_page = False
        self._after_table = False
        self._writers: dict[type, Callable[[Any], list[str]]] = {
            Title: self._title,
            Heading: self._heading,
            Paragraph: self._paragraph,
            ListBlock: self._list,
            Pairs: self._pairs,
            Box: self._box,
            Table: self._table,
            Facts: self._facts,
            Figure: self._figure,
        }

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return *blocks* as XML."""
        return "".join(self._write(blocks))

    def _write(self, blocks: Sequence[Block]) -> list[str]:
        out: list[str] = []
        index = 0
        while index < len(blocks):
            block = blocks[index]
            index += 1
            if isinstance(block, PageBreak):
                self._new_page = True
            elif isinstance(block, Together):
                part = self._write(block.blocks)
                out += [*(_keep_next(xml) for xml in part[:-1]), *part[-1:]]
            else:
                following = blocks[index] if index < len(blocks) else None
                if _signature(block):
                    if out:  # room to sign, and never a page with only signatures
                        before = self.look.dress["signature"].before
                        out[-1] = _keep_next(_space_after(out[-1], before))
                    two = _signature(following)
                    part = self._signatures(block, following if two else None)
                    index += two
                else:
                    part = self._writers[type(block)](block)
                if part and self._new_page:
                    part[0] = _properties(part[0], "<w:pageBreakBefore/>")
                    self._new_page = False
                self._after_table = isinstance(block, Table | Facts)
                out += part
        return out

    # --- text --------------------------------------------------------------------------------
    def _runs(self, content: Runs) -> str:
        return "".join(self._run(run) for run in content)

    def _run(self, run: Run) -> str:
        text = tidy(run.text)
        url = safe_link(run.link) if run.link else ""
        if url and text:
            from docx.opc.constants import RELATIONSHIP_TYPE

            ident = self.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            inside = text_run(text, '<w:rStyle w:val="Hyperlink"/>')
            return f'<w:hyperlink r:id="{ident}" w:history="1">{inside}</w:hyperlink>'
        return text_run(text, _DRESS[run.bold, run.italic])

    def _title(self, block: Title) -> list[str]:
        out: list[str] = []
        if block.label:
            out.append(paragraph("Label", text_run(tidy(block.label))))
        out.append(paragraph("Title", text_run(tidy(block.text))))
        if block.subtitle:
            out.append(paragraph("Subtitle", self._runs(subtitle_runs(block.subtitle))))
        return out

    def _heading(self, block: Heading) -> list[str]:
        style = "Punt" if block.item else f"Heading{block.level}"
        return [paragraph(style, text_run(tidy(block.text)))]

    def _paragraph(self, block: Paragraph) -> list[str]:
        style = _ROLES[block.role]
        if self._after_table and block.role == "body":
            style = "Natabel"
        return [paragraph(style, self._runs(block.runs))]

    def _signatures(self, left: Any, right: Any) -> list[str]:
        if right is None:
            return [paragraph("Ondertekening", self._runs(first_line_bold(left.runs)))]
        # The first stands in a frame, the second beside it: both are read one after the other.
        half = twips(self.look.wide * MM * 0.52)
        frame = (
            f'<w:framePr w:w="{twips(self.look.wide * MM * 0.48)}" w:wrap="around" '
            'w:vAnchor="text" w:hAnchor="margin" w:x="1" w:y="1"/>'
        )
        return [
            paragraph("Ondertekening", self._runs(first_line_bold(left.runs)), frame),
            paragraph(
                "Ondertekening",
                self._runs(first_line_bold(right.runs)),
                f'<w:ind w:left="{half}"/>',
            ),
        ]

    # --- lists -------------------------------------------------------------------------------
    def _numbered(self, items: Iterable[Runs], style: str, kind: int) -> list[str]:
        """Return items that count from 1 again: a list of their own on the numbering of *style*."""
        self._numbers += 1
        self.extra_numbering.append(
            f'<w:num w:numId="{self._numbers}"><w:abstractNumId w:val="{kind}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._numbers}"/></w:numPr>'
        return [paragraph(style, self._runs(item), number) for item in items]

    def _list(self, block: ListBlock) -> list[str]:
        if block.ordered:
            out = self._numbered(block.items, "ListNumber", 0)
        else:
            out = [paragraph("ListBullet", self._runs(item)) for item in block.items]
        return self._closed(out, self.look.dress["body"].after)

    def _closed(self, out: list[str], after: float) -> list[str]:
        """Give the last item of a list the air of a whole paragraph."""
        return [*out[:-1], *(_space_after(xml, after) for xml in out[-1:])]

    def _box(self, block: Box) -> list[str]:
        out = [paragraph("Kortkop", text_run(tidy(block.title)))] if block.title else []
        if block.ordered:
            out += self._numbered(block.items, "Kort", 2)
        else:
            out += [paragraph("Kortteken", self._runs(item)) for item in block.items]
        out = [*(_keep_next(xml) for xml in out[:-1]), *out[-1:]]
        return self._closed(out, self.look.dress["body"].line * 0.7)

    def _pairs(self, block: Pairs) -> list[str]:
        if block.role == "word":
            return [
                xml
                for word, meaning in block.items
                for xml in (
                    paragraph("Woord", text_run(tidy(word))),
                    paragraph("BodyText", self._runs(meaning)),
                )
            ]
        style, width = self._pair_style(block)
        out: list[str] = []
        for label, content in block.items:
            long = label_width(label, self.look) > width
            gap = "<w:r><w:br/></w:r>" if long else "<w:r><w:tab/></w:r>"
            head = text_run(tidy(label), '<w:rStyle w:val="Strong"/>')
            out.append(paragraph(style, head + gap + self._runs(content)))
        return self._closed(out, self.look.dress["body"].after)

    def _pair_style(self, block: Pairs) -> tuple[str, float]:
        if block.role == "outcome":
            return "Uitkomst", self.look.outcome
        width = given_width([label for label, _ in block.items], self.look)
        names = {width: name for name, width in given_styles(self.look)}
        return names[width].replace(" ", ""), width

    # --- tables ------------------------------------------------------------------------------
    def _table(self, block: Table) -> list[str]:
        columns = len(block.header)
        if not columns:
            return []
        out: list[str] = []
        if block.caption:
            out.append(paragraph("Label", text_run(tidy(block.caption))))
        widths = [twips(width) for width in table_widths(block, self.look)]
        head = [Cell(strong=text) for text in block.header]
        rows = [self._row(head, widths, block, keep=True, head=True)]
        last = len(block.rows) - 1
        for number, cells in enumerate(block.rows):
            cells = [*cells, *[Cell()] * columns][:columns]
            alone = number in (0, last - 1) and number < last
            rows.append(self._row(cells, widths, block, keep=alone))
        first = "1" if block.row_header == 0 else "0"
        look = (
            f'<w:tblLook w:val="0000" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )
        if block.caption:
            words = escape(clean(block.caption), {'"': "&quot;", "\n": " "})
            look += f'<w:tblCaption w:val="{words}"/>'
        out.append(_grid("Samenspraak", widths, look, rows))
        return out

    def _row(
        self,
        cells: Sequence[Cell],
        widths: list[int],
        table: Table,
        *,
        keep: bool,
        head: bool = False,
    ) -> str:
        kept = "<w:keepNext/>" if keep else ""
        out: list[str] = []
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            right = '<w:jc w:val="right"/>' if number in table.right_aligned else ""
            inside = ""
            if cell.strong:
                inside += paragraph("Tabelsterk", text_run(tidy(cell.strong)), kept + right)
            if plain(cell.runs) or not cell.strong:
                inside += paragraph("Tabel", self._runs(cell.runs), kept + right)
            flush = "" if number < len(widths) - 1 else _FLUSH
            tcpr = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{flush}</w:tcPr>'
            out.append(f"<w:tc>{tcpr}{inside}</w:tc>")
        repeat = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(out)}</w:tr>"

    def _facts(self, block: Facts) -> list[str]:
        if not block.items:
            return []
        widths = [twips(width) for width in facts_widths(block, self.look)]
        rows = [
            "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"{paragraph(style, self._runs(runs(text)), '<w:keepNext/>')}</w:tc>"
                for text, width in zip(texts, widths, strict=True)
            )
            for style, texts in (
                ("Kenmerkkop", [label for label, _ in block.items]),
                ("Tabel", [value for _, value in block.items]),
            )
        ]
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        look = (
            '<w:tblLook w:val="0000" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )
        rows = [
            f"<w:tr>{head}{rows[0]}</w:tr>",
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{rows[1]}</w:tr>",
        ]
        return [_grid("Kenmerk", widths, look, rows)]

    # --- pictures ----------------------------------------------------------------------------
    def _figure(self, block: Figure) -> list[str]:
        from desktop.documents.pictures import fit, for_word

        data = for_word(block.png)
        room = self.look.height - self.look.top - self.look.bottom
        width, high = fit(data, min(block.width, self.look.wide), room * 0.8)
        ident, _ = self.part.get_or_add_image(BytesIO(data))
        self._pictures += 1
        alt = clean(block.alt) or clean(block.caption) or "–"
        drawing = f"<w:r>{picture(ident, width, high, alt, self._pictures)}</w:r>"
        keep = "<w:keepNext/>" if block.caption else ""
        out = [paragraph("BodyText", drawing, keep)]
        if block.caption:
            out.append(paragraph("Caption", text_run(tidy(block.caption))))
        return out


_DRESS = {
    (False, False): "",
    (True, False): '<w:rStyle w:val="Strong"/>',
    (False, True): '<w:rStyle w:val="Emphasis"/>',
    (True, True): '<w:rStyle w:val="Strong"/><w:i/><w:iCs/>',
}


_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'
"""The last cell of a row reaches the edge of the text."""


def _signature(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.role == "signature"


def _keep_next(xml: str) -> str:
    if "<w:keepNext/>" in xml:
        return xml
    if xml.startswith("<w:tbl>"):
        return (
            xml.replace("<w:pPr><w:pStyle", "<w:pPr>\0<w:pStyle")
            .replace("/></w:pPr>", "/><w:keepNext/></w:pPr>")
            .replace("\0", "")
        )
    return _properties(xml, "<w:keepNext/>")


def _space_after(xml: str, points: float) -> str:
    """Set the air under the paragraph *xml*; a table has none and stays as it is."""
    if xml.startswith("<w:tbl>"):
        return xml
    xml = re.sub(r'<w:spacing w:after="\d+"/>', "", xml, count=1)
    end = xml.index("</w:pPr>")
    spacing = f'<w:spacing w:after="{twips(points)}"/>'
    # Indent and alignment come after spacing in the schema (CT_PPrBase).
    later = [xml.find(tag, 0, end) for tag in ("<w:ind ", "<w:jc ")]
    place = min((found for found in later if found >= 0), default=end)
    return xml[:place] + spacing + xml[place:]


def _properties(xml: str, extra: str) -> str:
    """Put *extra* in the properties of the first paragraph of *xml*, where the schema wants it."""
    start = xml.index("<w:pStyle")
    end = xml.index("/>", start) + 2
    kept = "<w:keepNext/>"
    if xml.startswith(kept, end) and extra != kept:
        end += len(kept)
    return xml[:end] + extra + xml[end:]


def _grid(style: str, widths: list[int], look: str, rows: list[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
