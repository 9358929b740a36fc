"""The advice letter as Word and PDF, beside bare python-docx and bare reportlab."""

from typing import Any

from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from tests.benchmarks.floor_documents import floor_pdf, floor_word
from tests.benchmarks.rows import best, row
from tests.documents.samples import letter


def measure() -> list[dict[str, Any]]:
    """Return how long the letter takes in both forms."""
    document = letter()
    for write in (word_bytes, pdf_bytes, floor_word, floor_pdf):
        write(document)  # imports and fonts are read once, not per letter
    return [
        row(
            "letter as Word",
            best(lambda: word_bytes(document), 9),
            best(lambda: floor_word(document), 9),
            2,
        ),
        row(
            "letter as PDF",
            best(lambda: pdf_bytes(document), 9),
            best(lambda: floor_pdf(document), 9),
            2,
        ),
    ]
