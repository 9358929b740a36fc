"""The text as it is stored: our subset of Markdown, in one normal form."""

from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.documents.markdown import blocks, to_markdown
from desktop.ui.writing.rich import read, write
from desktop.ui.writing.shapes import Shape, set_shape


def load_into(document: QTextDocument, text: str) -> None:
    """Show *text* in *document*, without undo steps."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    set_shape(cursor, Shape.PARAGRAPH)
    cursor.beginEditBlock()
    write(cursor, blocks(text))
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def stored(document: QTextDocument) -> str:
    """Return *document* as it is stored; documents that look the same give the same text."""
    return to_markdown(read(document))
