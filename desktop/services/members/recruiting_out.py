"""Papers to find a new member: advert, flyer, text for the press, and a guide for the talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from string import Formatter

from desktop.documents.document import (
    Block,
    Box,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Runs,
    Title,
    runs,
)
from desktop.documents.markdown import blocks
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.choices import plural
from desktop.services.council import CouncilRow
from desktop.services.letters.phrases import capital, with_article
from desktop.services.members.rows_recruiting import VacancyRow
from desktop.services.members.vacancy_words import lines, read
from desktop.services.records import listed


@dataclass(frozen=True)
class Sought:
    """Everything that the papers about one vacancy say."""

    vacancy: VacancyRow
    council: CouncilRow
    logo: bytes | None
    today: date
    meetings: int | None = None
    """Meetings a year as agreed; without an agreement no number is promised."""
    committee: tuple[str, ...] = ()
    """Who talks with the candidates."""

    @property
    def places(self) -> dict[str, str]:
        """The words for the {places} in the texts."""
        council = with_article(self.council.name or tr("Your council"))
        return {
            "title": self.vacancy.title,
            "council": council,
            "Council": capital(council),
            "person": self.council.person_word,
            "people": plural(self.council.person_word),
            "place": self.council.place,
            "contact": self.vacancy.contact.rstrip("."),
            "closes": long_date(self.vacancy.closes) if self.vacancy.closes else "",
            "meetings": str(self.meetings or ""),
        }

    def said(self, part: str, key: str) -> str:
        """Return the sentence *key* of *part* with its places filled in."""
        return str(read()[part][key]).format(**self.places)

    def listed(self, part: str, key: str) -> tuple[str, ...]:
        """Return the sentences *key* of *part*, without those of which a place is not known."""
        places = self.places
        return tuple(
            line.format(**places)
            for line in read()[part][key]
            if all(places[name] for _, name, _, _ in Formatter().parse(line) if name)
        )


def advert(sought: Sought) -> Document:
    """Return the advert: who is looked for, what a member does and gets, and how to respond."""
    body: list[Block] = [
        Title(sought.vacancy.title, label=sought.said("advert", "label")),
        Paragraph(runs(_lead(sought)), role="lead"),
        *_who(sought),
        Heading(sought.said("advert", "what")),
        ListBlock(tuple(runs(line) for line in sought.listed("advert", "what_items"))),
        *_offer(sought),
        Heading(sought.said("advert", "try_title")),
        Paragraph(runs(sought.said("advert", "try_words"))),
        Paragraph(runs(sought.said("advert", "needs"))),
        Heading(sought.said("advert", "respond")),
        Paragraph(runs(_respond(sought))),
        Paragraph(runs(sought.said("advert", "privacy")), role="note"),
    ]
    return _document(sought, tr("Advert"), body)


def flyer(sought: Sought) -> Document:
    """Return one page in large print to hang up and hand out."""
    points = tuple(runs(line) for line in sought.listed("flyer", "points"))
    body: list[Block] = [
        Title(sought.vacancy.title, label=sought.said("flyer", "label")),
        Paragraph(runs(_lead(sought)), role="lead"),
        *blocks(sought.vacancy.profile),
        Box(sought.said("flyer", "points_title"), points, ordered=False),
        Heading(sought.said("advert", "respond")),
        Paragraph(runs(_respond(sought))),
    ]
    return _document(sought, tr("Flyer"), body, size="large")


def press_text(sought: Sought) -> Document:
    """Return a short piece that a local paper can print."""
    first = f"{sought.said('press', 'first')} {sought.said('press', 'does')}"
    last = f"{sought.said('press', 'come')} {sought.said('press', 'respond')}"
    if sought.vacancy.closes:
        last = f"{last} {sought.said('advert', 'respond_until')}"
    body: list[Block] = [
        Title(sought.said("press", "title"), label=sought.said("press", "label")),
        Paragraph(runs(first), role="lead"),
        *blocks(sought.vacancy.profile),
        Paragraph(runs(sought.said("press", "quote"))),
        Paragraph(runs(last)),
        Paragraph(runs(sought.said("press", "note")), role="note"),
    ]
    return _document(sought, tr("Press text"), body)


def guide(sought: Sought) -> Document:
    """Return the guide for the first talk: what to ask, what never, and what to tell."""
    said = partial(sought.said, "guide")
    body: list[Block] = [
        Title(said("title"), subtitle=sought.vacancy.title),
        Paragraph(runs(said("lead")), role="lead"),
        *_talkers(sought),
        *_part(sought, "before"),
        *_part(sought, "ask"),
        Box(said("never_title"), _items(sought, "never"), ordered=False),
        *_part(sought, "tell"),
        *_part(sought, "after"),
        Paragraph(runs(said("privacy")), role="note"),
    ]
    return _document(sought, said("title"), body)


def _talkers(sought: Sought) -> list[Block]:
    if not sought.committee:
        return []
    return [Paragraph(runs(read()["guide"]["who"].format(names=listed(sought.committee))))]


def _part(sought: Sought, part: str) -> list[Block]:
    return [Heading(sought.said("guide", f"{part}_title")), ListBlock(_items(sought, part))]


def _items(sought: Sought, part: str) -> tuple[Runs, ...]:
    return tuple(runs(line) for line in sought.listed("guide", part))


def _lead(sought: Sought) -> str:
    return sought.said("advert", "lead" if sought.council.place else "lead_anywhere")


def _respond(sought: Sought) -> str:
    words = sought.said("advert", "respond_words")
    return f"{words} {sought.said('advert', 'respond_until')}" if sought.vacancy.closes else words


def _who(sought: Sought) -> list[Block]:
    profile = sought.vacancy.profile
    return [Heading(sought.said("advert", "who")), *blocks(profile)] if profile.strip() else []


def _offer(sought: Sought) -> list[Block]:
    offered = tuple(runs(line) for line in lines(sought.vacancy.offer))
    return [Heading(sought.said("advert", "offer")), ListBlock(offered)] if offered else []


def _document(sought: Sought, kind: str, body: Sequence[Block], size: str = "print") -> Document:
    name = sought.council.name
    return Document(
        title=f"{kind} {sought.vacancy.title}",
        blocks=tuple(body),
        author=name,
        footer=name,
        sender_mark=sought.logo,
        size="large" if size == "large" else "print",
        as_of=sought.today,
    )
