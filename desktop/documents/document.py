"""A document as data: what a letter, agenda or report says, without how it is drawn.

``word.write_word`` and ``pdf.write_pdf`` both write it; a test proves that they say the same words
in the same order. Text of people comes in through ``markdown.blocks``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from desktop.documents.text import clean
from desktop.i18n import tr


@dataclass(frozen=True)
class Run:
    """A piece of text in one dress."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


def runs(text: str) -> Runs:
    """Return plain *text* as runs."""
    return (Run(text),) if text else ()


@dataclass(frozen=True)
class Title:
    """The one title; in a letter the subject ("Betreft"), with its small label above it.

    Every line of ``subtitle`` after the first is bold: a place for "Concept: nog niet vastgesteld".
    """

    text: str
    label: str = ""
    subtitle: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1, 2 or 3 (PDF: H2, H3, H4, because the title is H1).

    ``item`` gives level 1 the smaller look of the items in minutes.
    """

    text: str
    level: Literal[1, 2, 3] = 1
    item: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text. ``role`` picks the style.

    Signatures that follow each other stand two by two; the first line of a signature is bold.
    """

    runs: Runs
    role: Literal[
        "body", "lead", "note", "quote", "salutation", "closing", "signature", "caption"
    ] = "body"


@dataclass(frozen=True)
class ListBlock:
    """A list; each item is a sequence of runs. Numbering restarts for every list."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Pairs:
    """Label and value on one line: ``given`` (Wat, Wie, Wanneer), ``outcome`` (Besluit 2026-07).

    ``word`` puts a hard word above its meaning.
    """

    items: tuple[tuple[str, Runs], ...]
    role: Literal["given", "outcome", "word"] = "given"


@dataclass(frozen=True)
class Box:
    """The one box of a document: the result before the prose ("Ons advies in het kort")."""

    title: str
    items: tuple[Runs, ...]
    ordered: bool = True


@dataclass(frozen=True)
class Figure:
    """A picture (PNG bytes), ``width`` in mm, with an alternative text that gives its facts."""

    png: bytes
    alt: str
    width: float
    caption: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell; ``strong`` is its first line, ``runs`` the text under it.

    A ``picture`` stands in it alone, and in one cell of a row at most; its caption is left out.
    """

    runs: Runs = ()
    strong: str = ""
    picture: Figure | None = None


@dataclass(frozen=True)
class Table:
    """A table with one header row; ``widths`` in mm, or empty for columns that fit their words.

    ``row_header`` is the column that names the row, or None.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    row_header: int | None = 0
    right_aligned: tuple[int, ...] = ()
    caption: str = ""


@dataclass(frozen=True)
class Facts:
    """The line under the address: kenmerk, date, your letter, appendices; (label, value) each."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page: an advice with its pairs, the closing with its signatures."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class PageBreak:
    """Start a new page."""


Block: TypeAlias = (
    Title
    | Heading
    | Paragraph
    | ListBlock
    | Pairs
    | Box
    | Table
    | Facts
    | Figure
    | Together
    | PageBreak
)


@dataclass(frozen=True)
class Letterhead:
    """The sender and the address on page 1; only a letter has one.

    ``window_left``/``window_top``: place of the address block in mm, or None for no window envelope
    (the address then follows the sender in the text flow).
    """

    sender: str
    sender_lines: tuple[str, ...]
    contact_lines: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    window_left: float | None = 30.0
    window_top: float | None = 50.0
    logo_png: bytes | None = None
    draw_window: bool = False
    """Draw the outline of the envelope window: for the test print only."""


def _page_of() -> str:
    return tr("Page {page} of {pages}", page="{page}", pages="{pages}")


@dataclass(frozen=True)
class Document:
    """A whole document.

    ``footer`` stands left on every page ("Cliëntenraad Duinrede, CR-2026-04"); ``page_words``
    right, with the places {page} and {pages}. ``state`` ("concept", "openbare versie") is added to
    the footer. ``author`` is the council, never a person's login name.
    """

    title: str
    blocks: tuple[Block, ...]
    author: str
    footer: str
    letterhead: Letterhead | None = None
    sender_mark: bytes | None = None
    """Logo (PNG) on page 1 of a document that is not a letter."""
    size: Literal["print", "large", "booklet"] = "print"
    state: str = ""
    reference: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "nl-NL"
    page_words: str = field(default_factory=_page_of)
    as_of: date = field(default_factory=date.today)
    """The day it is about."""
    made: datetime | None = None
    """The moment it was made; None is noon of ``as_of``: the same paper is then the same file."""

    @property
    def moment(self) -> datetime:
        """The time that stands in the file."""
        return self.made or datetime.combine(self.as_of, time(12))


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give every block in reading order, opening ``Together``."""
    for block in blocks:
        if isinstance(block, Together):
            yield from walk(block.blocks)
        else:
            yield block


def footer_text(document: Document) -> str:
    """Return what stands left at the foot of every page: the footer and the state."""
    if not document.state:
        return document.footer
    return f"{document.footer} ({document.state})" if document.footer else document.state


def words(document: Document) -> list[str]:
    """Return every word of *document* in reading order: the yardstick for both writers."""
    said: list[str] = []
    head = document.letterhead
    if head:
        said += [head.sender, *head.sender_lines, *head.contact_lines, *head.address]
    for block in walk(document.blocks):
        said += texts(block)
    return " ".join(map(clean, said)).split()


def texts(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 – one case per element
    """Give every text of *block* in reading order; some may be empty."""
    match block:
        case Title(text, label, subtitle):
            yield from (label, text, subtitle)
        case Heading(text):
            yield text
        case Paragraph(runs=content):
            yield plain(content)
        case ListBlock(items):
            yield from map(plain, items)
        case Pairs(items):
            for label, value in items:
                yield label
                yield plain(value)
        case Box(title, items):
            yield title
            yield from map(plain, items)
        case Table(header=header, rows=rows, caption=caption):
            yield caption
            yield from header
            for row in rows:
                for cell in row:
                    yield from (cell.strong, plain(cell.runs))
        case Facts(items):
            yield from (label for label, _ in items)
            yield from (value for _, value in items)
        case Figure(caption=caption):
            yield caption
        case _:
            pass


def plain(content: Runs) -> str:
    """Return the text of *content* without its dress."""
    return "".join(run.text for run in content)
