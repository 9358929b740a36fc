"""Turn stored text into what the editor shows, and back, without losing or adding a word."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

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
from desktop.ui.writing.editing import (
    align_right,
    dress_row,
    is_right_aligned,
    plain_after,
)
from desktop.ui.writing.shapes import (
    LISTS,
    Shape,
    block_format,
    list_format,
    shape,
    table_format,
)

_LINE_BREAK = "\u2028"  # what Shift+Enter makes in Qt


def write(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Put *blocks* in at *cursor*; the first lands in its paragraph when that is empty."""
    writer = _Writer(cursor)
    for block in blocks:
        writer.add(block)


class _Writer:
    """Puts blocks one after the other; knows whether the paragraph at the cursor is still free."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._free = not cursor.block().text()

    def add(self, block: Block) -> None:
        match block:
            case Heading(text=text):
                self._paragraph(Shape.SUBHEADING, (Run(text),))
            case Paragraph(runs=runs, role=role):
                self._paragraph(Shape.QUOTE if role == "quote" else Shape.PARAGRAPH, runs)
            case ListBlock(items=items, ordered=ordered):
                self._list(items, ordered)
            case Table():
                self._table(block)
            case _:  # the stored subset holds nothing else
                pass

    def _paragraph(self, kind: Shape, runs: Runs) -> None:
        cursor = self._cursor
        if not self._free:
            cursor.insertBlock()
        if cursor.currentList():
            cursor.currentList().remove(cursor.block())
        cursor.setBlockFormat(block_format(kind))
        insert_runs(cursor, runs)
        self._free = False

    def _list(self, items: Sequence[Runs], ordered: bool) -> None:
        kind = Shape.NUMBER if ordered else Shape.BULLET
        made = None
        for runs in items:
            self._paragraph(kind, runs)
            if made is None:
                made = self._cursor.createList(list_format(ordered))
            else:
                made.add(self._cursor.block())

    def _table(self, block: Table) -> None:
        columns = max(len(block.header), 1)
        cursor = self._cursor
        table = cursor.insertTable(len(block.rows) + 1, columns, table_format(columns))
        for column in block.right_aligned:
            align_right(table, column)
        _fill_row(table, 0, [(Run(words),) for words in block.header])
        for row, cells in enumerate(block.rows, 1):
            _fill_row(table, row, [_cell_runs(cell) for cell in cells])
        plain_after(table)
        cursor.setPosition(table.lastPosition() + 1)
        self._free = not cursor.block().text()


def _cell_runs(cell: Cell) -> Runs:
    return ((Run(cell.strong, bold=True),) if cell.strong else ()) + cell.runs


def _fill_row(table: QTextTable, row: int, cells: Sequence[Runs]) -> None:
    dress_row(table, row)
    for column, runs in enumerate(cells[: table.columns()]):
        insert_runs(table.cellAt(row, column).firstCursorPosition(), runs)


def insert_runs(cursor: QTextCursor, runs: Runs) -> None:
    """Type *runs* at *cursor* in their own dress."""
    for run in runs:
        cursor.insertText(run.text.replace("\n", _LINE_BREAK), char_format(run))


def char_format(run: Run) -> QTextCharFormat:
    """Return the dress of *run*: bold and italic, nothing else."""
    form = QTextCharFormat()
    if run.bold:
        form.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        form.setFontItalic(True)
    return form


def read(document: QTextDocument) -> tuple[Block, ...]:
    """Return what *document* says; empty paragraphs say nothing and are left out."""
    return tuple(read_each(document))


def read_each(document: QTextDocument) -> Iterator[Block]:
    """Give what ``read`` returns one by one; void when the text changes meanwhile."""
    block = document.begin()
    while block.isValid():
        table = QTextCursor(block).currentTable()
        if table:
            yield _read_table(table)
            block = document.findBlock(table.lastPosition() + 1)
            continue
        kind = shape(block)
        if kind in LISTS:
            items, block = _read_list(block)
            yield ListBlock(items, kind is Shape.NUMBER)
            continue
        runs = read_runs(block)
        if plain(runs).strip():
            yield _read_paragraph(kind, runs)
        block = block.next()


def _read_list(block: QTextBlock) -> tuple[tuple[Runs, ...], QTextBlock]:
    """Return the items of the list that starts at *block*, and the paragraph after it."""
    number = block.blockFormat().objectIndex()
    items: list[Runs] = []
    while block.isValid() and block.textList() and block.blockFormat().objectIndex() == number:
        items.append(read_runs(block))
        block = block.next()
    return tuple(items), block


def _read_paragraph(kind: Shape, runs: Runs) -> Block:
    if kind is Shape.SUBHEADING:
        return Heading(" ".join(plain(runs).split()), 3)
    return Paragraph(runs, "quote" if kind is Shape.QUOTE else "body")


def _read_table(table: QTextTable) -> Table:
    rows = [
        tuple(_read_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    ]
    header = tuple(plain(runs) for runs in rows[0])
    body = tuple(tuple(Cell(runs) for runs in row) for row in rows[1:])
    right = tuple(at for at in range(table.columns()) if is_right_aligned(table, at))
    return Table(header, body, right_aligned=right)


def _read_cell(table: QTextTable, row: int, column: int) -> Runs:
    """Return the words of a cell; paragraphs in a cell become one."""
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    runs = list(read_runs(block))
    while block != last:
        block = block.next()
        runs += [Run(" "), *read_runs(block)]
    return tuple(Run(run.text.replace("\n", " "), run.bold, run.italic) for run in runs)


def read_runs(block: QTextBlock) -> Runs:
    """Return the text of the paragraph *block* in runs of one dress."""
    found: list[Run] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        form = piece.charFormat()
        text = piece.text().replace(_LINE_BREAK, "\n").replace("\ufffc", "")
        bold = form.fontWeight() >= QFont.Weight.DemiBold
        if found and (found[-1].bold, found[-1].italic) == (bold, form.fontItalic()):
            found[-1] = Run(found[-1].text + text, bold, form.fontItalic())
        elif text:
            found.append(Run(text, bold, form.fontItalic()))
        pieces += 1
    return tuple(found)
