"""Any document that a council, or a bug, could ask for."""

from datetime import datetime
from functools import cache
from io import BytesIO

from hypothesis import strategies as st

from desktop.documents.document import (
    Box,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
    Pairs,
    Paragraph,
    Run,
    Table,
    Title,
    Together,
)


@cache
def png(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    """Return a small picture."""
    from PIL import Image

    out = BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return out.getvalue()


NASTY = (
    "\x00\x0b\x1f",
    "\u200b\ufeff\u00ad",
    "🙂🏳️‍🌈",
    "שלום עולם",
    "مرحبا",
    "Ωμέγα → ✓ ≤ ĳ ½",
    "Łukasz Şahin Dvořák",
    "e\u0301\u0323",
    "Donaudampfschifffahrt" * 12,
    "<w:p>&amp;</w:p>",
    "\ud800",
    "漢字",
    "(\\)",
    "1999 AA  DUINREDE, 19 maart 2026 om 13.30 uur",
)
_PLAIN = st.lists(
    st.sampled_from(
        [
            "de",
            "raad",
            "vraagt",
            "het",
            "college",
            "om",
            "geld",
            "voor",
            "punt",
            "3",
            "op",
            "19",
            "maart",
            "2026",
        ]
    ),
    max_size=25,
).map(" ".join)
TEXT = st.one_of(_PLAIN, _PLAIN, st.text(max_size=30), st.sampled_from(NASTY))
_LONG = st.one_of(TEXT, st.lists(TEXT, max_size=12).map(" ".join))
_RUN = st.builds(
    Run,
    _LONG,
    st.booleans(),
    st.booleans(),
    st.sampled_from(
        ["", "", "", "https://voorbeeld.nl/é (a)", "mailto:a@b.example", "javascript:x"]
    ),
)
RUNS = st.lists(_RUN, max_size=4).map(tuple)
_ROLES = ["body", "lead", "note", "quote", "salutation", "closing", "signature", "caption"]


@st.composite
def tables(draw):
    """Draw a table, sometimes with rows that miss cells."""
    columns = draw(st.integers(1, 5))
    row = st.lists(st.builds(Cell, RUNS, TEXT), min_size=columns, max_size=columns).map(tuple)
    return Table(
        tuple(draw(st.lists(TEXT, min_size=columns, max_size=columns))),
        tuple(draw(st.lists(row, max_size=8))),
        draw(st.sampled_from([(), (20.0,) * columns])),
        draw(st.sampled_from([None, 0])),
        draw(st.sampled_from([(), (columns - 1,)])),
        draw(TEXT),
    )


def blocks(depth: int = 1):
    """Return a strategy for one block."""
    kinds = [
        st.builds(Title, TEXT, TEXT, TEXT),
        st.builds(Heading, TEXT, st.sampled_from([1, 2, 3]), st.booleans()),
        st.builds(Paragraph, RUNS, st.sampled_from(_ROLES)),
        st.builds(ListBlock, st.lists(RUNS, max_size=12).map(tuple), st.booleans()),
        st.builds(
            Pairs,
            st.lists(st.tuples(TEXT, RUNS), max_size=5).map(tuple),
            st.sampled_from(["given", "outcome", "word"]),
        ),
        st.builds(Box, TEXT, st.lists(RUNS, max_size=4).map(tuple), st.booleans()),
        tables(),
        st.builds(Facts, st.lists(st.tuples(TEXT, TEXT), max_size=5).map(tuple)),
        st.builds(
            Figure,
            st.sampled_from([png(), png("RGBA"), png("P", (1, 400))]),
            TEXT,
            st.sampled_from([5.0, 80.0, 900.0]),
            TEXT,
        ),
        st.just(PageBreak()),
    ]
    if depth:
        kinds.append(st.builds(Together, st.lists(blocks(depth - 1), max_size=5).map(tuple)))
    return st.one_of(kinds)


_LINES = st.lists(TEXT, max_size=6).map(tuple)
HEADS = st.one_of(
    st.none(),
    st.builds(
        Letterhead,
        TEXT,
        _LINES,
        _LINES,
        _LINES,
        st.sampled_from([30.0, 118.0, None]),
        st.sampled_from([50.0, 45.0]),
        st.sampled_from([None, png("RGBA", (300, 100))]),
        st.booleans(),
    ),
)
DOCUMENTS = st.builds(
    Document,
    TEXT,
    st.lists(blocks(), max_size=8).map(tuple),
    TEXT,
    TEXT,
    HEADS,
    st.sampled_from([None, png()]),
    st.sampled_from(["print", "large", "booklet"]),
    TEXT,
    TEXT,
    _LINES,
    st.just("nl-NL"),
    st.just("Bladzijde {page} van {pages}"),
    st.just(datetime(2026, 3, 20, 13, 30)),
)
