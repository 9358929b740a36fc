"""The handover on paper: what there is, who takes it, and what the leaving member wants to say."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.document import (
    Block,
    Box,
    Cell,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    Title,
    runs,
)
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.letters.phrases import with_article
from desktop.services.members.rows_handover import (
    FREE,
    HandoverRow,
    PointRow,
    handover_words,
    words,
)

_WIDTHS = (72.0, 42.0, 36.0)


def report(
    row: HandoverRow, council: str, logo: bytes | None, today: date, *, gone: bool
) -> Document:
    """Return the handover of *row* as it stands on *today*; *gone* when the member left."""
    told = handover_words()["report"]
    title = tr("Handover of {name}", name=row.name)
    places = {"naam": row.name, "raad": with_article(council) or tr("our council")}
    intro = told["intro_gone" if gone else "intro"].format(**places)
    last = tr("Last day: {day}", day=long_date(row.last_day)) if row.last_day else ""
    body: list[Block] = [
        Title(title, subtitle=last or tr("As it stands on {day}", day=long_date(today))),
        Paragraph(runs(intro), "lead"),
        *_standing(row),
    ]
    for kind in handover_words()["kind"]:
        points = [one for one in row.points if one.kind == kind]
        if points:
            body += [Heading(words("kind", kind)), _points(kind, points)]
    return Document(
        title=title,
        blocks=tuple(body),
        author=council,
        footer=f"{council}, {title[:1].lower()}{title[1:]}" if council else title,
        sender_mark=logo,
        as_of=today,
    )


def _standing(row: HandoverRow) -> list[Block]:
    """Return what is still to be done, or the thanks when all is done."""
    told = handover_words()["report"]
    if not row.points:
        return []
    if not row.left:
        return [Paragraph(runs(told["all_done"].format(voornaam=row.first_name)))]
    left = tuple((Run(f"{one.title}: ", bold=True), Run(_state(one))) for one in row.left)
    return [Box(told["still_open"], left, ordered=False)]


def _points(kind: str, points: Sequence[PointRow]) -> Block:
    told = handover_words()["report"]
    if kind in FREE:
        return ListBlock(
            tuple(runs(f"{one.title}. {one.note}" if one.note else one.title) for one in points)
        )
    rows = tuple(
        (
            Cell(runs(one.note), strong=one.title),
            Cell(runs(one.receiver or told["nobody"])),
            Cell(runs(words("state", one.state))),
        )
        for one in points
    )
    return Table(tuple(told["columns"]), rows, _WIDTHS)


def _state(one: PointRow) -> str:
    """Return how far a point is that is not ready: with whom it lies, or that nobody has it."""
    if one.state == "open":
        return str(handover_words()["report"]["nobody"]).lower()
    return tr("{state} to {name}", state=words("state", one.state).lower(), name=one.receiver)
