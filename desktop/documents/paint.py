"""Draw laid-out lines on PDF pages: first tints and rules, then the text with its structure."""

from collections.abc import Iterable, Sequence

from desktop.documents.fonts import face_for, split
from desktop.documents.lines import Line, Piece
from desktop.documents.look import ACCENT, WARM
from desktop.documents.pictures import for_pdf
from desktop.documents.structure import Elem
from desktop.documents.tagged import TaggedCanvas


def colour(rgb: str) -> str:
    """Return the operator that fills with *rgb* (RRGGBB)."""
    return " ".join(f"{int(rgb[i : i + 2], 16) / 255:.3g}" for i in (0, 2, 4)) + " rg"


def rectangle(x: float, bottom: float, width: float, high: float, rgb: str) -> list[str]:
    """Return the operators of a filled rectangle (points)."""
    return [colour(rgb), f"{x:.2f} {bottom:.2f} {width:.2f} {high:.2f} re f"]


def baseline(line: Line, piece: Piece) -> float:
    """Return how far the foot of the letters of *piece* is below the top of *line*."""
    # The middle of a capital (0.67 of the size high) stands in the middle of the line.
    return line.pad + line.leading / 2 + piece.size * 0.335


class Painter:
    """Draws one page after another on *canvas*; y runs from the bottom, as in PDF."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.canvas = canvas
        self._entries = 0
        self._level = -1

    def page(
        self,
        lines: Sequence[tuple[Line, float, float]],
        artifacts: Iterable[str],
        footer: Iterable[Piece],
        foot: float,
    ) -> None:
        """Draw *lines* with the x and y of their upper left corner; then close the page."""
        ground = list(artifacts)
        for line, x, top in lines:
            ground += self._ground(line, x, top)
        if ground:
            self.canvas.write(["/Artifact BMC", *ground, "EMC"])
        self._text((line, piece, x, top) for line, x, top in lines for piece in self._of(line))
        for line, x, top in lines:
            if line.picture:
                self._picture(line, x, top)
            if line.outline:
                self._bookmark(line.outline, x, top)
        self._footer(footer, foot)
        self.canvas.showPage()

    def _of(self, line: Line) -> Iterable[Piece]:
        return line.pieces

    def _ground(self, line: Line, x: float, top: float) -> list[str]:
        code: list[str] = []
        for mark in line.marks:
            high = line.height if mark.height is None else mark.height
            code += rectangle(x + mark.x, top - line.height, mark.width, high, mark.colour)
        for piece in line.pieces:
            if piece.link:
                foot = top - baseline(line, piece) - 1.8
                width = piece.face.measure(piece.text.rstrip()) * piece.size
                code += rectangle(x + piece.x, foot, width, 0.6, piece.colour)
        return code

    def _text(self, pieces: Iterable[tuple[Line, Piece, float, float]]) -> None:
        owner: Elem | None = None
        opened, tint, code = False, "", list[str]()
        for line, piece, x, top in pieces:
            elem = piece.link[1] if piece.link else piece.elem
            if not opened or elem is not owner:
                if opened:
                    code += ["ET", "EMC"]
                code += [self._open(elem, piece), "BT"]
                opened, owner = True, elem
            if piece.colour != tint:
                tint = piece.colour
                code.append(colour(tint))
            foot = top - baseline(line, piece)
            code.append(f"1 0 0 1 {x + piece.x:.2f} {foot:.2f} Tm")
            code += self.canvas.show_text(piece.face.font, piece.size, piece.text)
            if piece.link:
                self._link(piece, x, foot)
        if opened:
            self.canvas.write([*code, "ET", "EMC"])

    def _open(self, elem: Elem | None, piece: Piece) -> str:
        if elem is None:
            return "/Artifact BMC"
        if piece.link and piece.elem is not None and not elem.kids:
            piece.elem.kids.append(elem)
        return self.canvas.mark(elem)

    def _link(self, piece: Piece, x: float, foot: float) -> None:
        if piece.link:
            url, elem = piece.link
            box = (x + piece.x, foot - 3, x + piece.x + piece.width, foot + piece.size)
            self.canvas.link(elem, url, piece.text.strip() or url, box)

    def _picture(self, line: Line, x: float, top: float) -> None:
        picture = line.picture
        if picture is None:
            return
        x, bottom = x + picture.x, top - line.pad - picture.height
        box = f"[{x:.2f} {bottom:.2f} {x + picture.width:.2f} {bottom + picture.height:.2f}]"
        picture.elem.attributes = f"<</O /Layout /Placement /Block /BBox {box}>>"
        self.canvas.write([self.canvas.mark(picture.elem)])
        image = for_pdf(picture.png)
        self.canvas.drawImage(image, x, bottom, picture.width, picture.height)
        self.canvas.write(["EMC"])

    def _bookmark(self, entry: tuple[str, int], x: float, top: float) -> None:
        words, level = entry
        key = f"b{self._entries}"
        self._entries += 1
        self._level = min(level, self._level + 1)
        self.canvas.bookmarkHorizontal(key, x, top)
        self.canvas.addOutlineEntry(words, key, self._level, 0)

    def _footer(self, footer: Iterable[Piece], foot: float) -> None:
        code: list[str] = []
        for piece in footer:
            code += [colour(piece.colour), f"1 0 0 1 {piece.x:.2f} {foot:.2f} Tm"]
            code += self.canvas.show_text(piece.face.font, piece.size, piece.text)
        if code:
            opening = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
            self.canvas.write([opening, "BT", *code, "ET", "EMC"])


def words(
    text: str, x: float, size: float, weight: str, rgb: str, right: bool = False
) -> list[Piece]:
    """Return one line of text as pieces outside the structure; *x* is the right edge if asked."""
    pieces: list[Piece] = []
    for one, part in split(text, face_for(weight)):
        width = one.measure(part) * size
        pieces.append(Piece(x, width, part, one, size, rgb, None))
        x += width
    if right and pieces:
        back = x - pieces[0].x
        for piece in pieces:
            piece.x -= back
    return pieces


def emblem(x: float, bottom: float, size: float) -> list[str]:
    """Return the mark of a council without a logo: two voices that share a middle."""
    r = size * 0.31
    ax, ay, bx, by = x + r, bottom + size * 0.62, x + size - r, bottom + size * 0.38
    return [
        colour(ACCENT),
        *_circle(ax, ay, r),
        "f",
        colour(WARM),
        *_circle(bx, by, r),
        "f",
        "q",
        *_circle(ax, ay, r),
        "W n",
        "1 1 1 rg",
        *_circle(bx, by, r),
        "f",
        "Q",
    ]


def _circle(x: float, y: float, r: float) -> list[str]:
    k = r * 0.5523  # the handle of a Bézier curve that draws a quarter of a circle
    return [
        f"{x + r:.2f} {y:.2f} m",
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c",
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c",
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c",
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h",
    ]
