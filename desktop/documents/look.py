"""The look of every document as data: page, type and colour, for Word and PDF alike."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

INK, MUTED, ACCENT, TINT, WARM, RULE = (
    "25231F",
    "5E584E",
    "0F5F5A",
    "DDECE8",
    "A6461F",
    "857C6D",
)
FAMILY = "Atkinson Hyperlegible Next"
MM = 72 / 25.4
"""Points in a millimetre."""

Size = Literal["print", "large", "booklet"]
Weight = Literal["Regular", "SemiBold", "Bold"]


@dataclass(frozen=True)
class Dress:
    """How a kind of text looks: sizes and air in points, *colour* as RRGGBB."""

    size: float
    line: float
    weight: Weight = "Regular"
    colour: str = INK
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True)
class Look:
    """Page measures in mm and the dress of every kind of text."""

    width: float
    height: float
    side: float
    top: float
    first_top: float
    bottom: float
    footer: float
    measure: float
    """Longest line of running text, mm."""
    given: tuple[float, float]
    """Label columns of pairs, mm: the narrow one and, for longer labels, the wide one."""
    outcome: float
    dress: dict[str, Dress]

    @property
    def wide(self) -> float:
        """Width of tables and boxes in mm."""
        return self.width - 2 * self.side


def row_air(look: Look) -> tuple[float, float]:
    """Return the air above and under the words of a table row in points."""
    line = look.dress["table"].line
    return round(line * 0.2, 1), round(line * 0.27, 1)


_PRINT = {
    "title": (24, 28),
    "subject": (15.5, 20),
    "subtitle": (13, 18),
    "heading1": (15.5, 20),
    "heading2": (12.5, 17),
    "heading3": (11.5, 16.5),
    "item": (13, 17),
    "body": (11.5, 16.5),
    "table": (11.5, 15.5),
    "label": (10, 14),
    "footer": (10, 14),
    "sender": (16, 20),
}
_LARGE = {
    "title": (31, 36),
    "subject": (21.5, 28),
    "subtitle": (18, 25),
    "heading1": (21.5, 28),
    "heading2": (17.5, 23.5),
    "heading3": (16, 24),
    "item": (18, 24),
    "body": (16, 24),
    "table": (16, 22.5),
    "label": (14, 19.5),
    "footer": (14, 18),
    "sender": (18, 23),
}
# An A5 booklet printed on A4 grows 141 %, so its body needs only a little more than print.
_BOOKLET = _PRINT | {"title": (22, 27), "body": (12, 17), "table": (12, 16), "heading3": (12, 17)}


def _dresses(sizes: dict[str, tuple[float, float]]) -> dict[str, Dress]:
    air = sizes["body"][1]  # one line of air before a heading, a third after it

    def dress(
        name: str,
        weight: Weight = "Regular",
        colour: str = INK,
        before: float = 0.0,
        after: float = 0.0,
    ) -> Dress:
        size, line = sizes[name]
        return Dress(size, line, weight, colour, round(before, 1), round(after, 1))

    return {
        "title": dress("title", "Bold", after=3),
        "subject": dress("subject", "Bold", after=air * 0.85),
        "subtitle": dress("subtitle", colour=MUTED, after=air * 0.9),
        "heading1": dress("heading1", "Bold", before=air, after=air / 3),
        "heading2": dress("heading2", "Bold", before=air * 0.65, after=air * 0.2),
        "heading3": dress("heading3", "SemiBold", before=air * 0.5, after=air * 0.15),
        "body": dress("body", after=air / 2),
        "lead": Dress(sizes["subtitle"][0], sizes["subtitle"][1], after=round(air / 2, 1)),
        "note": dress("label", colour=MUTED, after=air / 2),
        "quote": dress("body", after=air / 2),
        "caption": dress("label", colour=MUTED, after=air * 0.6),
        "salutation": dress("body", after=air / 2),
        "closing": dress("table", before=2, after=air * 0.2),
        "signature": dress("table", before=air * 2.2),
        "minutes": dress("item", "Bold", before=air * 0.7, after=air * 0.2),
        "item": dress("body", after=air / 4),
        "table": dress("table"),
        "strong": dress("table", "SemiBold"),
        "pair": dress("table", after=3),
        "boxhead": dress("heading2", "Bold", after=air * 0.2),
        "box": dress("table", after=4),
        "label": dress("label", "SemiBold", MUTED),
        "footer": dress("footer", colour=MUTED),
        "sender": dress("sender", "Bold"),
        "senderline": dress("label", colour=MUTED),
        "address": Dress(*_PRINT["table"]),  # an envelope window has one size for every reader
        "mark": dress("footer", "SemiBold"),
    }


@cache
def look(size: Size) -> Look:
    """Return the measures of *size* (documents.md, "Page" and "Type, in pt")."""
    if size == "booklet":
        dress = _dresses(_BOOKLET)
        return Look(148, 210, 18, 20, 27, 23, 15, 112, (22, 28), 34, dress)
    if size == "large":
        dress = _dresses(_LARGE)
        return Look(210, 297, 30, 24, 31, 26, 15, 150, (28, 38), 50, dress)
    return Look(210, 297, 30, 25, 32, 28, 15, 138, (24, 30), 36, _dresses(_PRINT))
