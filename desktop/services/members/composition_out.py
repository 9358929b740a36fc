"""The composition on paper: the slip to count with, with no name on it, and the numbers."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    Title,
    runs,
)
from desktop.domain import composition as rules
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.letters.phrases import with_article
from desktop.services.members.means_out import paper
from desktop.services.members.rows_profile import ABOUTS, HeadcountRow, texts, words

_BOX = "☐"


def slip(groups: Sequence[HeadcountRow], council: str, today: date) -> Document:
    """Return the slip on which a member puts crosses; it has no room for a name."""
    told = texts()["slip"]
    body: list[Block] = [Title(told["title"], subtitle=council), Paragraph(runs(told["lead"]))]
    for about in ABOUTS:
        names = [one.name for one in groups if one.about == about]
        if not names:
            continue
        body.append(Heading(words("about", about)))
        if about not in rules.ADDS_UP:
            body.append(Paragraph(runs(told["perspective"])))
        body.append(Paragraph(runs("\n".join(f"{_BOX}  {name}" for name in names))))
    body.append(Paragraph(runs(told["after"])))
    return paper(told["title"], council, None, body, today)


def matrix(
    groups: Sequence[HeadcountRow], council: str, logo: bytes | None, today: date
) -> Document:
    """Return how many members belong to which group; small numbers are not told exactly."""
    told = texts()["matrix"]
    days = [one.counted for one in groups if one.counted]
    counted = tr("Counted on {day}", day=long_date(max(days))) if days else ""
    body: list[Block] = [
        Title(told["title"], subtitle=counted),
        Paragraph(runs(told["lead"].format(council=with_article(council)))),
    ]
    for about in ABOUTS:
        lines = [one for one in groups if one.about == about]
        if lines:
            header = (words("about", about), told["columns"][1])
            cells = tuple((Cell(runs(one.name)), Cell(runs(_many(one.people)))) for one in lines)
            body.append(Table(header, cells, (100.0, 50.0), right_aligned=(1,)))
    absent = rules.absent([one.group for one in groups])
    if absent:
        body.append(Heading(told["not_heard"]))
        body.append(ListBlock(tuple(runs(_full(one.about, one.name)) for one in absent)))
        body.append(Paragraph(runs(told["not_heard_words"])))
    return paper(told["title"], council, logo, body, today)


def _full(about: str, name: str) -> str:
    return f"{words('about', about)}: {name}"


def _many(people: int | None) -> str:
    told = texts()["matrix"]
    if people is None:
        return str(told["unknown"])
    if people == 0:
        return str(told["nobody"])
    return str(told["few"]) if people <= rules.FEW else str(people)
