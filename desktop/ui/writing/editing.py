"""What Enter, Backspace and Tab do in lists, quotes, sub-headings and tables."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from desktop.ui.writing.shapes import (
    LISTS,
    Shape,
    block_format,
    in_table,
    set_shape,
    shape,
    table_format,
)

_SOFT = (*LISTS, Shape.QUOTE)


def enter(cursor: QTextCursor) -> bool:
    """Start the next paragraph; return False when the editor's own Enter does what is wanted."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    kind = shape(cursor.block())
    empty = not cursor.block().text()
    if in_table(cursor):
        _next_row(cursor)
    elif empty and kind in _SOFT:
        set_shape(cursor, Shape.PARAGRAPH)
    elif kind is Shape.SUBHEADING:
        _after_heading(cursor)
    else:
        cursor.insertBlock()
    cursor.endEditBlock()
    return True


def _after_heading(cursor: QTextCursor) -> None:
    at_start = cursor.atBlockStart()
    cursor.insertBlock()
    if at_start:  # the heading moved down; the empty line above it is a plain paragraph
        above = QTextCursor(cursor.block().previous())
        above.setBlockFormat(block_format(Shape.PARAGRAPH))
    else:
        cursor.setBlockFormat(block_format(Shape.PARAGRAPH))


def backspace(cursor: QTextCursor) -> bool:
    """At the start of a list item, quote or sub-heading: make it plain. Say if it did."""
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if shape(cursor.block()) not in (*_SOFT, Shape.SUBHEADING):
        return False
    cursor.beginEditBlock()
    set_shape(cursor, Shape.PARAGRAPH)
    cursor.endEditBlock()
    return True


def toggle(cursor: QTextCursor, kind: Shape) -> None:
    """Make the chosen paragraphs a *kind*, or plain again when all are; tables stay."""
    chosen = [one for one in _paragraphs(cursor) if not in_table(one)]
    target = Shape.PARAGRAPH if all(shape(one.block()) is kind for one in chosen) else kind
    cursor.beginEditBlock()
    for one in chosen:
        set_shape(one, target)
    cursor.endEditBlock()


def _paragraphs(cursor: QTextCursor) -> list[QTextCursor]:
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    block = first.block()
    last = cursor.selectionEnd()
    found: list[QTextCursor] = []
    while block.isValid() and (block.position() < last or not found):
        found.append(QTextCursor(block))
        block = block.next()
    return found


def insert_table(cursor: QTextCursor, columns: int, rows: int = 3) -> QTextTable | None:
    """Put an empty table after the paragraph at *cursor*; None inside a table."""
    if in_table(cursor):
        return None
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    table = cursor.insertTable(rows, columns, table_format(columns))
    plain_after(table)
    for row in range(rows):
        dress_row(table, row)
    cursor.setPosition(table.cellAt(0, 0).firstPosition())
    cursor.endEditBlock()
    return table


def plain_after(table: QTextTable) -> None:
    """Make the paragraph under *table* a plain one: it took over the shape of the one above."""
    after = table.lastCursorPosition()  # table.document() would make PySide delete the document
    after.setPosition(table.lastPosition() + 1)
    if not after.block().text():
        set_shape(after, Shape.PARAGRAPH)


def dress_row(table: QTextTable, row: int) -> None:
    """Give the cells of *row* their shape: the first row is the header."""
    for column in range(table.columns()):
        form = block_format(Shape.CELL if row else Shape.HEADER_CELL)
        if is_right_aligned(table, column):
            form.setAlignment(Qt.AlignmentFlag.AlignRight)
        table.cellAt(row, column).firstCursorPosition().setBlockFormat(form)


def align_right(table: QTextTable, column: int) -> None:
    """Let *column* of *table* stand at the right, as figures do."""
    form = QTextBlockFormat()
    form.setAlignment(Qt.AlignmentFlag.AlignRight)
    table.cellAt(0, column).firstCursorPosition().mergeBlockFormat(form)


def is_right_aligned(table: QTextTable, column: int) -> bool:
    """Say whether *column* of *table* stands at the right; its top cell knows."""
    form = table.cellAt(0, column).firstCursorPosition().blockFormat()
    return bool(form.alignment() & Qt.AlignmentFlag.AlignRight)


def add_row(cursor: QTextCursor) -> None:
    """Put an empty row under the one at *cursor*."""
    table = in_table(cursor)
    if table is None:
        return
    row = table.cellAt(cursor).row() + 1
    cursor.beginEditBlock()
    table.insertRows(row, 1)
    dress_row(table, row)
    cursor.endEditBlock()
    cursor.setPosition(table.cellAt(row, 0).firstPosition())


def remove_row(cursor: QTextCursor) -> None:
    """Take away the row at *cursor*; with the last row the table goes."""
    table = in_table(cursor)
    if table is None:
        return
    cursor.beginEditBlock()
    table.removeRows(table.cellAt(cursor).row(), 1)
    left = in_table(cursor)
    if left is not None:
        dress_row(left, 0)
    cursor.endEditBlock()


def remove_table(cursor: QTextCursor) -> None:
    """Take away the table at *cursor*, words and all."""
    table = in_table(cursor)
    if table is None:
        return
    cursor.beginEditBlock()
    table.removeRows(0, table.rows())
    cursor.endEditBlock()


def _next_row(cursor: QTextCursor) -> None:
    """Go to the cell below, or out of the table after the last row."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    if cell.row() + 1 < table.rows():
        cursor.setPosition(table.cellAt(cell.row() + 1, cell.column()).firstPosition())
    else:
        cursor.setPosition(table.lastPosition() + 1)


def tab(cursor: QTextCursor, back: bool) -> bool:
    """Go to the next cell (or the one before); after the last cell make a row. False: leave."""
    table = in_table(cursor)
    if table is None:
        return False
    cell = table.cellAt(cursor)
    at = cell.row() * table.columns() + cell.column() + (-1 if back else 1)
    if at < 0:
        return False
    if at >= table.rows() * table.columns():
        if not any(
            table.cellAt(cell.row(), at).firstCursorPosition().block().text()
            for at in range(table.columns())
        ):
            return False  # a second Tab in an empty last row leaves the table: no trap
        cursor.beginEditBlock()
        table.appendRows(1)
        dress_row(table, table.rows() - 1)
        cursor.endEditBlock()
    row, column = divmod(at, table.columns())
    cursor.setPosition(table.cellAt(row, column).lastPosition())
    return True
