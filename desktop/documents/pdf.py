"""Write a document as PDF: for the printer, the screen reader and the archive in one file."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.documents.document import Document, Letterhead, footer_text, runs
from desktop.documents.look import MM, RULE, Look, look
from desktop.documents.save import save
from desktop.documents.text import clean, tidy

if TYPE_CHECKING:
    from desktop.documents.lines import Line, Piece
    from desktop.documents.pages import Placed
    from desktop.documents.paint import Painter

_ONE_AT_A_TIME = Lock()  # reportlab keeps the letters used so far in the font itself


def write_pdf(document: Document, path: Path) -> None:
    """Write *document* to *path* as a tagged PDF (PDF/UA-1 and PDF/A-2a); all or nothing.

    Raises CouncilError when a picture in it cannot be read, OSError when the disk refuses.
    """
    save(path, pdf_bytes(document))


def pdf_bytes(document: Document) -> bytes:
    """Return *document* as the bytes of a tagged PDF; the same document gives the same bytes."""
    with _ONE_AT_A_TIME:
        return _Writer(document).write()


def footer_words(document: Document, page: int, pages: int) -> tuple[str, str]:
    """Return what stands left and right at the foot of *page*."""
    right = document.page_words.replace("{page}", str(page)).replace("{pages}", str(pages))
    return tidy(footer_text(document)), tidy(right)


class _Writer:
    """Lays one document out and draws it."""

    def __init__(self, document: Document) -> None:
        from desktop.documents.sheet import Sheet
        from desktop.documents.structure import Elem

        self.document = document
        self.look: Look = look(document.size)
        self.root = Elem("Document")
        self.page_width, self.page_height = self.look.width * MM, self.look.height * MM
        self.room = (self.look.height - self.look.top - self.look.bottom) * MM
        self.sheet = Sheet(self.look, self.root, self.room, document.letterhead is not None)

    def write(self) -> bytes:
        """Return the file."""
        from desktop.documents.compose import compose
        from desktop.documents.metadata import Metadata
        from desktop.documents.pages import paginate
        from desktop.documents.paint import Painter
        from desktop.documents.tagged import TaggedCanvas

        document = self.document
        head, start = self._letterhead()
        compose(self.sheet, document.blocks)
        first = (self.look.height - start - self.look.bottom) * MM
        pages = paginate(self.sheet.lines, first, self.room)
        subject = ", ".join(filter(None, (document.reference, document.state)))
        meta = Metadata(
            clean(document.title).strip() or clean(document.author) or "–",
            clean(document.author),
            document.language,
            document.moment,
            clean(subject),
            tuple(clean(word) for word in filter(None, (document.reference, *document.keywords))),
        )
        out = BytesIO()
        size = (self.page_width, self.page_height)
        canvas = TaggedCanvas(out, size, self.root, meta, len(pages))
        painter = Painter(canvas)
        for number, placed in enumerate(pages):
            self._page(painter, placed, number, len(pages), head, start)
        canvas.save()
        return out.getvalue()

    def _page(
        self,
        painter: "Painter",
        placed: Sequence["Placed"],
        number: int,
        pages: int,
        head: Sequence[tuple["Line", float, float]],
        start: float,
    ) -> None:
        left = self.look.side * MM
        top = self.page_height - (self.look.top if number else start) * MM
        lines = [(item.line, left, top - item.top) for item in placed]
        artifacts: list[str] = []
        if not number:
            lines = [*head, *lines]
            artifacts = self._first_page(painter)
        painter.page(lines, artifacts, self._footer(number + 1, pages), self.look.footer * MM)

    def _footer(self, page: int, pages: int) -> list["Piece"]:
        from desktop.documents.paint import words

        dress = self.look.dress["footer"]
        left, right = footer_words(self.document, page, pages)
        side = self.look.side * MM
        count = words(
            right, self.page_width - side, dress.size, "Regular", dress.colour, right=True
        )
        limit = (count[0].x if count else self.page_width - side) - 12
        name = words(left, side, dress.size, "Regular", dress.colour)
        while left and name and name[-1].x + name[-1].width > limit:
            left = left[:-2].rstrip() + "…" if len(left) > 2 else ""
            name = words(left, side, dress.size, "Regular", dress.colour)
        return name + count

    def _first_page(self, painter: "Painter") -> list[str]:
        """Return what is on page 1 only: logo or mark, fold marks, name of a plain document."""
        letter = self.document.letterhead
        side, high = self.look.side * MM, self.page_height
        code: list[str] = []
        if letter is None:
            code += self._logo(painter, self.document.sender_mark, side, high - 23 * MM, 9)
            code += self._name(painter)
            return code
        code += self._logo(painter, letter.logo_png, side, high - 31 * MM, 15)
        for fold in (99, 198) if self.look.height > 250 else ():
            code += _rule(5 * MM, high - fold * MM, 4 * MM)
        if letter.draw_window and letter.window_left is not None and letter.window_top is not None:
            x, top = letter.window_left * MM, high - letter.window_top * MM
            edge = (x - 2, top - 28 * MM - 2, 85 * MM + 4, 28 * MM + 4)
            code += ["0.5 w 0.52 0.49 0.43 RG", " ".join(f"{n:.2f}" for n in edge) + " re S"]
        return code

    def _logo(
        self, painter: "Painter", png: bytes | None, x: float, bottom: float, size: float
    ) -> list[str]:
        from desktop.documents.paint import emblem
        from desktop.documents.pictures import fit, for_pdf

        if png is None:
            return emblem(x, bottom, size * MM)
        width, high = fit(png, size * 3 * MM, size * MM)
        painter.canvas.write(["/Artifact BMC"])
        painter.canvas.drawImage(for_pdf(png), x, bottom + (size * MM - high) / 2, width, high)
        painter.canvas.write(["EMC"])
        return []

    def _name(self, painter: "Painter") -> list[str]:
        from desktop.documents.paint import colour, words
        from desktop.documents.pictures import fit

        dress = self.look.dress["mark"]
        mark = self.document.sender_mark
        across = fit(mark, 27 * MM, 9 * MM)[0] if mark else 9 * MM
        x = self.look.side * MM + across + 3 * MM
        foot = self.page_height - 18.5 * MM - dress.size * 0.35
        code = ["BT"]
        for piece in words(clean(self.document.author), x, dress.size, dress.weight, dress.colour):
            code += [colour(piece.colour), f"1 0 0 1 {piece.x:.2f} {foot:.2f} Tm"]
            code += painter.canvas.show_text(piece.face.font, piece.size, piece.text)
        return [*code, "ET"]

    # --- the letterhead ----------------------------------------------------------------------
    def _letterhead(self) -> tuple[list[tuple["Line", float, float]], float]:
        """Return the sender and address as placed lines, and where the text starts (mm)."""
        letter = self.document.letterhead
        if letter is None:
            return [], self.look.first_top
        placed, low = self._sender(letter)
        if letter.window_left is None or letter.window_top is None:
            x, top = self.look.side, max(50.0, low + 8)
        else:
            x, top = letter.window_left, letter.window_top
        width = min(85, self.look.width - x - 10)
        for text in letter.address:
            top = self._set(placed, text, "address", x, top, width)
        return placed, max(88.0, top + 10, low + 10)

    def _sender(self, letter: Letterhead) -> tuple[list[tuple["Line", float, float]], float]:
        from desktop.documents.columns import one_line
        from desktop.documents.pictures import fit

        logo = fit(letter.logo_png, 45, 15)[0] if letter.logo_png else 15
        placed: list[tuple[Line, float, float]] = []
        x = self.look.side + logo + 5
        width = self.look.width - self.look.side - x
        top = self._set(placed, letter.sender, "sender", x, 17.0, width)
        beside = one_line(letter, self.look, width)
        contact = top
        for text in letter.sender_lines:
            contact = top
            top = self._set(placed, text, "senderline", x, top, width)
        contact = contact if beside else top
        for text in letter.contact_lines:
            contact = self._set(placed, text, "senderline", x, contact, width, right=beside)
        return placed, max(top, contact, 31.0)

    def _set(
        self,
        placed: list[tuple["Line", float, float]],
        text: str,
        name: str,
        x: float,
        top: float,
        width: float,
        right: bool = False,
    ) -> float:
        from desktop.documents.lines import stack

        for line in stack(
            runs(text), self.look.dress[name], self.root.add("P"), 0, width * MM, right
        ):
            placed.append((line, x * MM, self.page_height - top * MM))
            top += line.height / MM
        return top


def _rule(x: float, y: float, width: float) -> list[str]:
    from desktop.documents.paint import rectangle

    return rectangle(x, y, width, 0.5, RULE)
