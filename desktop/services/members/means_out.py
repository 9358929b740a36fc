"""Papers about money: the claim form to fill in by hand, and the overview of a year."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Pairs,
    Paragraph,
    Run,
    Table,
    Title,
    runs,
)
from desktop.domain import money
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.letters.phrases import with_article
from desktop.services.members.rows_means import ClaimKindRow, ClaimRow, texts, words

_PEN = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
"""Two empty lines: room to write in with a pen."""
_LINE = "……………………………………………"
_FORM_WIDTHS = (28.0, 62.0, 28.0, 32.0)


def claim_form(
    kinds: Sequence[ClaimKindRow], council: str, logo: bytes | None, today: date
) -> Document:
    """Return the form that a member fills in with a pen, with the agreed amounts under it."""
    told = texts()["form"]
    empty = tuple(Cell(runs(_PEN)) for _column in told["columns"])
    total = (Cell(runs(_PEN)), Cell(strong=told["total"]), *empty[2:])
    signed = (tuple(Cell(runs(f"{_PEN}\n{_PEN}")) for _who in told["sign"]),)
    rows = (*(empty for _ in range(told["empty_rows"])), total)
    body: list[Block] = [
        Title(told["title"], subtitle=council),
        Paragraph(runs(told["intro"])),
        Pairs(((told["name"], runs(_LINE)),)),
        Table(tuple(told["columns"]), rows, _FORM_WIDTHS, row_header=None),
        Paragraph(runs(told["give"])),
        Table(tuple(told["sign"]), signed, (75.0, 75.0), row_header=None),
        PageBreak(),
    ]
    if kinds:
        body += [Heading(told["amounts"]), _agreed(kinds, told["amount_columns"])]
    body += _ask_first()
    return paper(told["title"], council, logo, body, today)


def question(
    kinds: Sequence[ClaimKindRow], council: str, logo: bytes | None, today: date
) -> Document:
    """Return the paper with which a member asks the benefits officer (consulent) first.

    It is filled in with a pen: who asks it, and what the answer is, is never in the file.
    """
    told = texts()["question"]
    answers = tuple((Cell(runs(one)), Cell(runs(_PEN))) for one in told["questions"])
    signed = (tuple(Cell(runs(_PEN)) for _who in told["sign"]),)
    body: list[Block] = [
        Title(told["title"], subtitle=council),
        Paragraph(runs(told["intro"].format(council=with_article(council)))),
        Pairs(((told["name"], runs(_LINE)),)),
        Heading(told["agreed"]),
        _agreed(kinds, told["columns"]) if kinds else Paragraph(runs(told["none"])),
        Heading(told["ask"]),
        Table(tuple(told["answer_columns"]), answers, (75.0, 75.0)),
        Table(tuple(told["sign"]), signed, (75.0, 75.0), row_header=None),
        Paragraph(runs(told["keep"]), role="note"),
    ]
    return paper(told["title"], council, logo, body, today)


def _agreed(kinds: Sequence[ClaimKindRow], columns: Sequence[str]) -> Table:
    lines = tuple(
        (Cell(runs(kind.name)), Cell(runs(kind.words)), Cell(runs(kind.source))) for kind in kinds
    )
    return Table(tuple(columns), lines, (52.0, 48.0, 50.0))


def year_overview(
    name: str,
    year: int,
    claims: Sequence[ClaimRow],
    council: str,
    logo: bytes | None,
    today: date,
) -> Document:
    """Return what *name* claimed in *year*, what was paid and what is still open."""
    told = texts()["overview"]
    places = {"year": year, "council": with_article(council)}
    title = told["title"].format(**places)
    body: list[Block] = [Title(title, subtitle=name)]
    if claims:
        paid = sum(one.amount for one in claims if one.state == "paid")
        waiting = sum(one.amount for one in claims if one.state in ("claimed", "agreed"))
        body += [
            Paragraph(runs(told["intro"].format(**places))),
            Table(
                tuple(told["columns"]),
                tuple(_line(one) for one in sorted(claims, key=lambda one: (one.on, one.id))),
                (32.0, 56.0, 28.0, 34.0),
                right_aligned=(2,),
            ),
            ListBlock(
                (
                    (Run(f"{told['paid'].format(**places)}: "), Run(money.euros(paid), bold=True)),
                    (Run(f"{told['open']}: "), Run(money.euros(waiting), bold=True)),
                )
            ),
        ]
    else:
        body.append(Paragraph(runs(told["none"].format(**places))))
    body += _ask_first()
    return paper(f"{title} {name}", council, logo, body, today)


def _line(claim: ClaimRow) -> tuple[Cell, ...]:
    state = words("state", claim.state)
    if claim.state == "paid" and claim.paid:
        state = tr("{state} on {day}", state=state, day=long_date(claim.paid))
    elif claim.refused:
        state = f"{state}: {claim.refused}"
    what = claim.name if not claim.note else f"{claim.name}\n{claim.note}"
    return (
        Cell(runs(long_date(claim.on))),
        Cell(runs(what)),
        Cell(runs(money.euros(claim.amount))),
        Cell(runs(state)),
    )


def _ask_first() -> list[Block]:
    told = texts()["ask_first"]
    return [
        Heading(told["title"]),
        Paragraph(runs(told["words"])),
        Paragraph(runs(told["source"]), role="note"),
    ]


def paper(
    title: str, council: str, logo: bytes | None, body: Sequence[Block], today: date
) -> Document:
    """Return a paper of the council, with its logo, and its name at the foot."""
    return Document(
        title=title,
        blocks=tuple(body),
        author=council,
        footer=f"{council}, {title[:1].lower()}{title[1:]}" if council else title,
        sender_mark=logo,
        as_of=today,
    )
