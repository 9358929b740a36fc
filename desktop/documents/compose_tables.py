"""Tables as lines of the PDF: the lines of the cells of a row stand beside each other."""

from collections.abc import Sequence

from desktop.documents import structure
from desktop.documents.columns import facts_widths, table_widths
from desktop.documents.document import Cell, Facts, Figure, Table, runs
from desktop.documents.lines import Line, Mark, Picture, stack
from desktop.documents.look import INK, MM, RULE, row_air
from desktop.documents.pages import height
from desktop.documents.pictures import fit
from desktop.documents.sheet import Sheet, beside, kept, pad
from desktop.documents.structure import Elem
from desktop.documents.text import clean


def table(sheet: Sheet, block: Table) -> None:
    """Add a table; its head comes back on every page."""
    columns = len(block.header)
    if not columns:
        return
    dress = sheet.look.dress
    owner = sheet.root.add("Table")
    if block.caption:
        caption = stack(
            runs(block.caption), dress["label"], owner.add("Caption"), 0, sheet.look.wide * MM
        )
        sheet.add(kept(caption, 2), 10, 3)
    widths = table_widths(block, sheet.look)
    row = owner.add("TR")
    cells = [Cell(strong=text) for text in block.header]
    head = _row(sheet, row, cells, widths, block, head=True)
    head[-1].marks.append(Mark(0, sum(widths), INK, 1.2))
    sheet.add(kept(head, 2), 0, 0)
    body: list[list[Line]] = []
    for cells_of_row in block.rows:
        cells = [*cells_of_row, *[Cell()] * columns][:columns]
        lines = _row(sheet, owner.add("TR"), cells, widths, block, head=False)
        lines[-1].marks.append(Mark(0, sum(widths), RULE, 0.5))
        body.append(lines)
    _keep_rows(sheet, head, body)
    for lines in body:
        sheet.add(lines, 0, 0)
    sheet.air = dress["body"].line * 0.7


def _keep_rows(sheet: Sheet, head: list[Line], body: list[list[Line]]) -> None:
    repeat = tuple(head) if height(head) < sheet.room / 3 else ()
    for number, lines in enumerate(body):
        # A row is never cut, unless no page can hold it; and one row never stands alone.
        whole = height(lines) < sheet.room * 0.8
        for line in lines:
            line.keep = 2 if whole else 1
            line.repeat = repeat
        alone = number in (0, len(body) - 2) and number < len(body) - 1
        lines[-1].keep = 2 if alone and whole else 0


def _row(
    sheet: Sheet,
    row: Elem,
    cells: Sequence[Cell],
    widths: Sequence[float],
    table: Table,
    *,
    head: bool,
) -> list[Line]:
    plain, strong = sheet.look.dress["table"], sheet.look.dress["strong"]
    columns: list[list[Line]] = []
    shown: Picture | None = None
    x = 0.0
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        right = number in table.right_aligned
        room = width - (0 if number == len(widths) - 1 else 9)
        elem = _cell_elem(row, number, table, head=head)
        lines: list[Line] = []
        if cell.picture:
            shown = picture(cell.picture, elem, room / MM, sheet.room * 0.8, x)
        if cell.strong:
            lines += stack(runs(cell.strong), strong, elem.add("P"), x, room, right)
        if cell.runs:
            lines += stack(cell.runs, plain, elem.add("P"), x, room, right)
        columns.append(lines)
        x += width
    lines = beside(columns) or [Line(plain.line, leading=plain.line)]
    if shown:
        lines[0].picture = shown
        lines[-1].height += max(shown.height - height(lines), 0)
    pad(lines, *row_air(sheet.look))
    return lines


def picture(figure: Figure, owner: Elem, width: float, most: float, x: float = 0) -> Picture:
    """Return *figure* as the last part of *owner*, at most *width* mm wide and *most* points high.

    *x* is how far from the left it hangs, in points.
    """
    elem = owner.add("Figure", alt=clean(figure.alt) or clean(figure.caption) or "–")
    across, down = fit(figure.png, min(figure.width, width) * MM, most)
    return Picture(figure.png, across, down, elem, x)


def _cell_elem(row: Elem, number: int, table: Table, *, head: bool) -> Elem:
    if head:
        return row.add("TH", attributes=structure.COLUMN_HEAD)
    if number == table.row_header:
        return row.add("TH", attributes=structure.ROW_HEAD)
    return row.add("TD")


def facts(sheet: Sheet, block: Facts) -> None:
    """Add the kenmerk line as a table of two rows."""
    if not block.items:
        return
    dress = sheet.look.dress
    widths = facts_widths(block, sheet.look)
    owner = sheet.root.add("Table")
    rows: list[list[list[Line]]] = [[], []]
    labels, values = owner.add("TR"), owner.add("TR")
    x = 0.0
    for (label, value), width in zip(block.items, widths, strict=True):
        head = labels.add("TH", attributes=structure.COLUMN_HEAD).add("P")
        cell = values.add("TD").add("P")
        rows[0].append(stack(runs(label), dress["label"], head, x, width - 6))
        rows[1].append(stack(runs(value), dress["table"], cell, x, width - 6))
        x += width
    sheet.add(kept(beside(rows[0]), 2), 0, 1)
    sheet.add(kept(beside(rows[1]), 2), 1, 14)
