"""A theme card on paper: one page for who has little time."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Title,
    runs,
)
from desktop.documents.markdown import blocks
from desktop.domain.dutch_dates import long_date
from desktop.i18n import trn
from desktop.services.members.means_out import paper
from desktop.services.members.vacancy_words import lines

if TYPE_CHECKING:
    from desktop.services.members.knowledge import ThemeRow

_WORDS_A_MINUTE = 150
"""A calm reader; a board paper is no novel."""


def reading_time(card: "ThemeRow") -> str:
    """Say in how many minutes somebody reads *card* calmly."""
    words = sum(len(part.split()) for part in (card.summary, card.watch, card.questions))
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    return trn("You read this in {n} minute.", "You read this in {n} minutes.", minutes)


def page(
    card: "ThemeRow",
    owner: str,
    told: Mapping[str, str],
    council: str,
    logo: bytes | None,
    today: date,
) -> Document:
    """Return *card* as a document; *owner* is empty when nobody keeps it up to date."""
    body: list[Block] = [
        Title(card.title, subtitle=council),
        Paragraph(runs(reading_time(card)), role="note"),
        *blocks(card.summary),
    ]
    for key, written in (("watch", card.watch), ("questions", card.questions)):
        if lines(written):
            body.append(Heading(told[key]))
            body.append(ListBlock(tuple(runs(one) for one in lines(written))))
    said = _about(card, owner, told)
    if said:
        body.append(Paragraph(runs(" ".join(said)), role="note"))
    return paper(told["title"].format(title=card.title), council, logo, body, today)


def _about(card: "ThemeRow", owner: str, told: Mapping[str, str]) -> list[str]:
    said: list[str] = []
    if card.source and card.dated:
        said.append(told["source_day"].format(source=card.source, day=long_date(card.dated)))
    elif card.source:
        said.append(told["source"].format(source=card.source.rstrip(".")))
    if owner:
        said.append(told["owner"].format(name=owner))
    if card.look_again:
        said.append(told["again"].format(day=long_date(card.look_again)))
    return said
