"""Show the pages of a PDF as pictures, for a preview on the screen."""

from dataclasses import dataclass

_POINTS_PER_INCH = 72


@dataclass(frozen=True)
class PagePicture:
    """One page: *pixels* are rows of 4 bytes (blue, green, red, unused) from the top."""

    width: int
    height: int
    pixels: bytes
    count: int
    """Pages in the whole document."""


def page_picture(pdf: bytes, page: int, width: int) -> PagePicture:
    """Return page number *page* (from 0, at most the last) drawn *width* pixels wide."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        shown = document[min(max(page, 0), count - 1)]
        scale = width / shown.get_width()
        bitmap = shown.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        picture = PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer), count)
        bitmap.close()
        shown.close()
        return picture
    finally:
        document.close()
