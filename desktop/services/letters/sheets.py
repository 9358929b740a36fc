"""Two sheets for the printer: the test of the envelope window, and the recovery sheet."""

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from desktop.documents.document import (
    Block,
    Box,
    Cell,
    Document,
    Heading,
    Letterhead,
    ListBlock,
    Paragraph,
    Table,
    Title,
    runs,
)
from desktop.domain.dutch_dates import in_words, long_date
from desktop.resources import text
from desktop.services.council import CouncilRow
from desktop.services.letters.build import letterhead
from desktop.services.letters.phrases import lines
from desktop.services.letters.templates import letter_words


@cache
def _sheet(name: str) -> dict[str, Any]:
    return tomllib.loads(text(f"letters/sheets/{name}.toml"))


def proof_print(  # not a test: the name is what printers call it
    council: CouncilRow,
    logo: bytes | None = None,
    today: date | None = None,
) -> Document:
    """Return the proefvel: a page with the outline of the window, to lay against an envelope."""
    words = _sheet("test-print")
    head = replace(letterhead(council, logo, tuple(words["address"])), draw_window=True)
    no_window = council.window_left is None or council.window_top is None
    left, top = (
        f"{size or 0:g}".replace(".", ",") for size in (council.window_left, council.window_top)
    )
    place = words["no_window"] if no_window else words["place"].format(left=left, top=top)
    blocks: list[Block] = [
        Title(words["title"]),
        Paragraph(runs(words["intro"])),
        ListBlock(tuple(runs(step) for step in words["steps"]), ordered=True),
        Paragraph(runs(place)),
    ]
    return _document(words["title"], council.name, head, blocks, today or date.today())


def recovery_sheet(council_name: str, file_name: str, code: str, made_on: date) -> Document:
    """Return the sheet that opens the council file when the passphrase is lost.

    *code* is shown in its groups, in numbered rows of four, to type them over without mistakes.
    """
    words = _sheet("recovery")
    groups = code.replace("-", " ").split()
    rows = tuple(
        (
            Cell(strong=str(start // _ROW + 1)),
            *(Cell(strong=group) for group in _padded(groups[start : start + _ROW])),
        )
        for start in range(0, len(groups), _ROW)
    )
    facts = {"council": council_name, "file": file_name, "date": long_date(made_on)}
    blocks: list[Block] = [
        Title(words["title"], subtitle=words["subtitle"].format(**facts)),
        Box(words["box"], tuple(runs(item) for item in words["keep"]), ordered=False),
        Heading(words["code_heading"].format(count=in_words(len(groups)))),
        Table(tuple(words["columns"]), rows, (26.0, *(31.0,) * _ROW)),
        Heading(words["when_heading"]),
        ListBlock(tuple(runs(step.format(**facts)) for step in words["steps"]), ordered=True),
        *(Paragraph(runs(line)) for line in lines(words["end"].format(**facts))),
    ]
    return _document(words["title"], council_name, None, blocks, made_on, large=True)


_ROW = 4


def _padded(groups: list[str]) -> list[str]:
    return groups + [""] * (_ROW - len(groups))


def _document(
    title: str,
    council: str,
    head: Letterhead | None,
    blocks: list[Block],
    day: date,
    *,
    large: bool = False,
) -> Document:
    return Document(
        title=title,
        blocks=tuple(blocks),
        author=council,
        footer=", ".join(filter(None, (council, title))),
        letterhead=head,
        size="large" if large else "print",
        page_words=letter_words()["label"]["page"],
        as_of=day,
    )
