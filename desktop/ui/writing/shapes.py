"""The few shapes a paragraph can have in the editor, and how each looks.

What a paragraph *is* stands in the text itself (and can be undone); sizes and colours are laid over
it by ``Dress``, so that a change of theme or text size leaves the text and its undo steps alone.
For the same reason the air around paragraphs is the same at every text size, and the lines of a
table have one colour that can be seen on the paper of every theme.
"""

from enum import IntEnum

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from desktop.ui.theme import look

SHAPE = int(QTextFormat.Property.UserProperty.value) + 1
"""The property of a block format that holds its ``Shape``."""

LINE_HEIGHT, HEADING_LINE_HEIGHT = 138, 118
TABLE_LINE = "#968D80"  # 3:1 on white, 4:1 on dark paper, 6:1 on black
_STYLES = {
    False: QTextListFormat.Style.ListDisc,
    True: QTextListFormat.Style.ListDecimal,
}


class Shape(IntEnum):
    """What a paragraph is."""

    PARAGRAPH = 0
    SUBHEADING = 1
    QUOTE = 2
    BULLET = 3
    NUMBER = 4
    HEADER_CELL = 5
    CELL = 6


LISTS = (Shape.BULLET, Shape.NUMBER)
CELLS = (Shape.HEADER_CELL, Shape.CELL)


def shape(block: QTextBlock) -> Shape:
    """Return what the paragraph *block* is; a cell is looked up by ``in_table``."""
    items = block.textList()
    if items is not None:  # pyright: ignore[reportUnnecessaryComparison] – None outside a list
        ordered = items.format().style() == QTextListFormat.Style.ListDecimal
        return Shape.NUMBER if ordered else Shape.BULLET
    return Shape(block.blockFormat().intProperty(SHAPE))


def block_format(kind: Shape) -> QTextBlockFormat:
    """Return the paragraph format of *kind*."""
    form = QTextBlockFormat()
    form.setProperty(SHAPE, int(kind) if kind not in LISTS else int(Shape.PARAGRAPH))
    heading = kind is Shape.SUBHEADING
    form.setLineHeight(
        HEADING_LINE_HEIGHT if heading else LINE_HEIGHT,
        QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
    )
    form.setBottomMargin(_AIR_AFTER[kind])
    if heading:
        form.setTopMargin(8)
        form.setHeadingLevel(3)
    if kind is Shape.QUOTE:
        form.setProperty(QTextFormat.Property.BlockQuoteLevel, 1)
        form.setIndent(1)
    return form


_AIR_AFTER = {
    Shape.PARAGRAPH: 11,
    Shape.SUBHEADING: 4,
    Shape.QUOTE: 11,
    Shape.BULLET: 6,
    Shape.NUMBER: 6,
    Shape.HEADER_CELL: 0,
    Shape.CELL: 0,
}


def list_format(ordered: bool) -> QTextListFormat:
    """Return the format of a list."""
    form = QTextListFormat()
    form.setStyle(_STYLES[ordered])
    form.setIndent(1)
    return form


def table_format(columns: int) -> QTextTableFormat:
    """Return the format of a table with *columns* columns of equal width."""
    form = QTextTableFormat()
    form.setHeaderRowCount(1)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    form.setColumnWidthConstraints([share] * columns)
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(TABLE_LINE)))
    form.setCellSpacing(0)
    form.setCellPadding(7)
    form.setTopMargin(4)
    form.setBottomMargin(12)
    return form


def in_table(cursor: QTextCursor) -> QTextTable | None:
    """Return the table *cursor* stands in, or None."""
    return cursor.currentTable()


def set_shape(cursor: QTextCursor, kind: Shape) -> None:
    """Make the paragraph at *cursor* a *kind*; a list item joins the list of its kind beside it."""
    block = cursor.block()
    _leave_list(block)
    cursor.setBlockFormat(block_format(kind))
    if kind not in LISTS:
        return
    for beside in (block.previous(), block.next()):
        if beside.isValid() and shape(beside) is kind and not _apart(block, beside):
            beside.textList().add(block)
            return
    cursor.createList(list_format(kind is Shape.NUMBER))


def _leave_list(block: QTextBlock) -> None:
    """Take *block* out of its list; the items after it become a list of their own, from 1."""
    items = block.textList()
    if items is None:  # pyright: ignore[reportUnnecessaryComparison] – None outside a list
        return
    number = block.blockFormat().objectIndex()
    made = None
    after = block.next()
    inside = block.previous().blockFormat().objectIndex() == number
    while inside and after.isValid() and after.blockFormat().objectIndex() == number:
        if made is None:
            made = QTextCursor(after).createList(items.format())
        else:
            made.add(after)
        after = after.next()
    items.remove(block)


def _apart(one: QTextBlock, other: QTextBlock) -> bool:
    """Say whether a table border lies between two paragraphs."""
    return QTextCursor(one).currentFrame() != QTextCursor(other).currentFrame()


class Dress(QSyntaxHighlighter):
    """Lay size, weight and colour over sub-headings, quotes and the top row of a table."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[int, QTextCharFormat] = {}
        self.renew()

    def renew(self) -> None:
        """Take the sizes and colours of the look in use and lay them over the whole text again."""
        heading = QTextCharFormat()
        heading.setProperty(QTextFormat.Property.FontPixelSize, round(look.px("body") * 1.14))
        heading.setFontWeight(QFont.Weight.Bold)
        quote = QTextCharFormat()
        quote.setForeground(QColor(look["muted"]))
        header = QTextCharFormat()
        header.setFontWeight(QFont.Weight.DemiBold)
        self._formats = {
            int(Shape.SUBHEADING): heading,
            int(Shape.QUOTE): quote,
            int(Shape.HEADER_CELL): header,
        }
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        form = self._formats.get(self.currentBlock().blockFormat().intProperty(SHAPE))
        if form:
            # Qt counts UTF-16 units, and a paragraph never has more of them than two per character.
            self.setFormat(0, 2 * len(text), form)
