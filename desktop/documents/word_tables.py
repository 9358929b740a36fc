"""Tables of Word: the head comes back on every page, and a row is never cut."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from desktop.documents.columns import facts_widths, table_widths
from desktop.documents.document import Cell, Facts, Table, plain, runs
from desktop.documents.look import INK, MM
from desktop.documents.text import clean, tidy
from desktop.documents.word_story import Story
from desktop.documents.word_styles import twips
from desktop.documents.word_xml import grid, paragraph, text_run

_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'
"""The last cell of a row reaches the edge of the text."""
_FIRM = (
    f'<w:tcBorders><w:bottom w:val="single" w:sz="10" w:space="0" w:color="{INK}"/></w:tcBorders>'
)
"""The firm line under the head; LibreOffice does not take it from the table style."""


def table(story: Story, block: Table) -> list[str]:
    """Return a table with its caption above it."""
    columns = len(block.header)
    if not columns:
        return []
    out: list[str] = []
    if block.caption:
        out.append(paragraph("Label", text_run(tidy(block.caption))))
    widths = [twips(width) for width in table_widths(block, story.look)]
    head = [Cell(strong=text) for text in block.header]
    rows = [_row(story, head, widths, block, keep=True, head=True)]
    last = len(block.rows) - 1
    for number, given in enumerate(block.rows):
        cells = [*given, *[Cell()] * columns][:columns]
        alone = number in (0, last - 1) and number < last
        rows.append(_row(story, cells, widths, block, keep=alone))
    first = "1" if block.row_header == 0 else "0"
    look = (
        f'<w:tblLook w:val="0000" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    if block.caption:
        words = escape(clean(block.caption), {'"': "&quot;", "\n": " "})
        look += f'<w:tblCaption w:val="{words}"/>'
    out.append(grid("Samenspraak", widths, look, rows))
    return out


def _row(
    story: Story,
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
        if cell.picture:
            drawn = story.drawing(cell.picture, width / twips(MM))
            inside += paragraph("Tabel", drawn, kept + right)
        if cell.strong:
            inside += paragraph("Tabelsterk", text_run(tidy(cell.strong)), kept + right)
        if plain(cell.runs) or not inside:
            inside += paragraph("Tabel", story.runs(cell.runs), kept + right)
        flush = "" if number < len(widths) - 1 else _FLUSH
        edges = (_FIRM if head else "") + flush
        tcpr = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edges}</w:tcPr>'
        out.append(f"<w:tc>{tcpr}{inside}</w:tc>")
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(out)}</w:tr>"


def facts(story: Story, block: Facts) -> list[str]:
    """Return the kenmerk line as a table of two rows."""
    if not block.items:
        return []
    widths = [twips(width) for width in facts_widths(block, story.look)]
    rows = [
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(style, story.runs(runs(text)), '<w:keepNext/>')}</w:tc>"
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
    return [grid("Kenmerk", widths, look, rows)]
