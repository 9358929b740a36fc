"""Reads PDF files; the foreign code for that runs apart from the app."""

from desktop.documents.readers.apart import contents_of
from desktop.documents.readers.paper import Paper
from desktop.documents.readers.pdf_pages import Contents
from desktop.documents.readers.plain import nothing_to_read
from desktop.i18n import tr

MEDIA_TYPE = "application/pdf"


def read_pdf(name: str, data: bytes) -> Paper:
    """Read a PDF file; lines that return on most pages (headers, page numbers) are left out."""
    found = contents_of(name, data)
    return Paper(
        name=name,
        media_type=MEDIA_TYPE,
        text=found.text,
        pages=found.pages,
        title=found.title,
        warning=_warning(found),
    )


def _warning(found: Contents) -> str:
    if not found.text:
        return nothing_to_read()
    if found.read < found.pages:
        return tr(
            "Only the first {read} of {count} pages were read.", read=found.read, count=found.pages
        )
    return ""
