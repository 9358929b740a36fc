"""The text as it is stored: our subset of Markdown, in one normal form."""

from collections.abc import Generator, Iterable
from functools import lru_cache
from itertools import groupby

from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.documents.document import Block, ListBlock
from desktop.documents.markdown import blocks, to_markdown
from desktop.ui.writing.rich import read, read_each, write
from desktop.ui.writing.shapes import Shape, set_shape

_STEP = 20  # paragraphs that are read between two looks at the clock


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
    return _joined(read(document))


def stored_in_slices(document: QTextDocument) -> Generator[None, None, str]:
    """Do the same as ``stored``, but yield on the way; void when the text changes meanwhile."""
    found: list[Block] = []
    for block in read_each(document):
        found.append(block)
        if not len(found) % _STEP:
            yield
    yield
    return _joined(found)


def _joined(blocks_read: Iterable[Block]) -> str:
    parts: list[str] = []
    for is_list, group in groupby(blocks_read, key=lambda block: isinstance(block, ListBlock)):
        found = tuple(group)
        # Lists that follow each other need each other to differ in their sign.
        parts += [to_markdown(found)] if is_list else map(_text_of, found)
    return "\n\n".join(filter(None, parts))


@lru_cache(maxsize=4096)
def _text_of(block: Block) -> str:
    """Return one paragraph as it is stored; the same words cost nothing the next time."""
    return to_markdown((block,))
