"""Write a document twice: for Word, and as PDF."""

from pathlib import Path

from desktop.documents.document import Document
from desktop.domain.errors import CouncilError
from desktop.i18n import tr


def write_both(document: Document, stem: Path) -> list[Path]:
    """Write *document* as ``stem.docx`` and ``stem.pdf``; return both paths.

    Raises CouncilError when the folder cannot be written to.
    """
    from desktop.documents.pdf import write_pdf
    from desktop.documents.word import write_word

    # Not with_suffix: a reference such as "nr. 4" has a point of its own.
    word, pdf = stem.with_name(stem.name + ".docx"), stem.with_name(stem.name + ".pdf")
    try:
        stem.parent.mkdir(parents=True, exist_ok=True)
        write_word(document, word)
        write_pdf(document, pdf)
    except OSError as error:
        raise CouncilError(
            tr("The file cannot be written to this folder. Choose another folder.")
        ) from error
    return [word, pdf]
