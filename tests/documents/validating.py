"""Put documents through the real validators: each as PDF, and together as Word.

The Open XML validator takes one file per start, so documents of one size go into one Word file.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.documents.document import Document, PageBreak
from desktop.documents.pdf import write_pdf
from desktop.documents.word import write_word

sys.path.insert(0, str(Path(__file__).parents[2] / "tools/validators"))
import validate


def merged(documents: Iterable[Document]) -> Iterator[tuple[str, Document]]:
    """Give one document per size (print, large, booklet) with everything of that size in it."""
    found = list(documents)
    for size in dict.fromkeys(document.size for document in found):
        same = [document for document in found if document.size == size]
        first = next((one for one in same if one.letterhead), same[0])
        blocks = tuple(block for one in same for block in (*one.blocks, PageBreak()))
        yield size, replace(first, blocks=blocks)


def complaints(documents: Sequence[Document], folder: Path) -> list[str]:
    """Return what veraPDF and the Open XML validator have against *documents*."""
    for number, document in enumerate(documents):
        write_pdf(document, folder / f"{number}.pdf")
    for size, document in merged(documents):
        write_word(document, folder / f"{size}.docx")
    result = validate.validate(folder)
    assert result.pdf_files == len(documents)
    assert result.word_files == len({document.size for document in documents})
    return result.faults
