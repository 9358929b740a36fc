"""The letters of the PDF: our own typeface, and another for signs it does not have."""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.documents.text import NBSP, clean
from desktop.resources import resource

FALLBACK = "DejaVuSans"
UNKNOWN = "\ufffd"
"""Drawn for a sign no font of ours has, so that a reader sees that something is missing."""
_INSTEAD = {
    "\u202f": NBSP,
    "\u2007": NBSP,
    "\u2009": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\ufe0e": "",
    "\ufe0f": "",
    "🙂": "☺",
    "😊": "☺",
    "🙁": "☹",
}


class Face:
    """One weight of a typeface: which signs it has and how wide they are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font = TTFont(name, str(resource(f"fonts/{name}.ttf")), asciiReadable=False)
        pdfmetrics.registerFont(self.font)
        self._widths: dict[int, float] = self.font.face.charWidths
        self.has: frozenset[str] = frozenset(map(chr, self.font.face.charToGlyph)) | {NBSP}
        self._measured: dict[str, float] = {}

    def measure(self, text: str) -> float:
        """Return the width of *text* at 1 pt; every sign must be in ``has``."""
        width = self._measured.get(text)
        if width is None:
            widths = self._widths
            space = widths[32]
            width = sum(widths.get(ord(sign), space) for sign in text) / 1000
            if len(self._measured) < 20_000:
                self._measured[text] = width
        return width


@cache
def face(name: str) -> Face:
    """Return the face called *name* (a file in ``resources/fonts``), read once."""
    return Face(name)


def face_for(weight: str, *, bold: bool = False, italic: bool = False) -> Face:
    """Return our typeface in *weight*, made bold or italic where a run asks for it."""
    if italic:
        weight = "Italic" if weight == "Regular" and not bold else "BoldItalic"
    elif bold and weight == "Regular":
        weight = "Bold"
    return face(f"AtkinsonHyperlegibleNext-{weight}")


def split(text: str, wanted: Face) -> list[tuple[Face, str]]:
    """Return *text* in stretches that one face can draw: *wanted*, or the face with more signs."""
    if wanted.has.issuperset(text):
        return [(wanted, text)]
    parts: list[tuple[Face, str]] = []
    for sign in text:
        one, drawn = _drawable(sign, wanted)
        if parts and parts[-1][0] is one:
            parts[-1] = (one, parts[-1][1] + drawn)
        elif drawn:
            parts.append((one, drawn))
    return parts


def as_printed(text: str) -> str:
    """Return *text* as the PDF shows it: signs without a letter of ours are replaced."""
    return "".join(part for _, part in split(text, face_for("Regular")))


def not_shown(text: str) -> str:
    """Return the signs of *text*, each once, that the PDF leaves out, replaces or shows wrongly.

    Wrongly: scripts from right to left, whose letters the PDF neither turns nor joins. What looks
    the same as another sign, such as a thin space, and what nobody sees is shown well enough.
    """
    return "".join(sign for sign in dict.fromkeys(clean(text)) if not _shown(sign))


def _shown(sign: str) -> bool:
    if sign.isspace():
        return True
    if unicodedata.bidirectional(sign) in {"R", "AL"}:
        return False
    drawn = _drawable(sign, face_for("Regular"))[1]
    return drawn != UNKNOWN and (bool(drawn) or unicodedata.category(sign) not in {"Mn", "Me"})


def _drawable(sign: str, wanted: Face) -> tuple[Face, str]:
    if sign in wanted.has:
        return wanted, sign
    if sign in _INSTEAD:
        instead = _INSTEAD[sign]
        return _drawable(instead, wanted) if instead else (wanted, "")
    spare = face(FALLBACK)
    if sign in spare.has:
        return spare, sign
    plain = unicodedata.normalize("NFKD", sign)
    if plain != sign and wanted.has.issuperset(plain):
        return wanted, plain
    if unicodedata.category(sign) in {"Mn", "Me", "Cf", "Zs"}:  # invisible by itself
        return wanted, " " if sign.isspace() else ""
    return spare, UNKNOWN
