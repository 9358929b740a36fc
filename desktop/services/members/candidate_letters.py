"""The letter that goes with a step of a candidate: the nomination, or a kind word of thanks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter

from desktop.documents.document import Block, Document, Facts, Paragraph, Title, Together, runs
from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import Term
from desktop.i18n import tr
from desktop.services.council import AddresseeRow, CouncilRow
from desktop.services.letters.build import address_lines, letterhead, signatures
from desktop.services.letters.phrases import capital, salutation, with_article
from desktop.services.letters.templates import letter_words
from desktop.services.members.vacancy_words import read

LETTERS = {"proposed": "nomination", "waiting": "later", "stopped": "thanks"}
"""State of a candidate → the letter that fits it."""


@dataclass(frozen=True)
class Step:
    """What the letter about a candidate says; nothing about needs, notes or how one was found."""

    state: str
    name: str
    seat: str
    met: date | None
    tried: date | None
    """The meeting to which the candidate came along; None when it is still to come."""
    keep_until: date | None
    term: Term | None
    council: CouncilRow
    logo: bytes | None
    to: AddresseeRow | None
    """Who gets the nomination; a word of thanks goes to the candidate."""
    signs: Sequence[str]
    today: date


def letter(step: Step) -> Document:
    """Return the letter that goes with *step*."""
    told = read()[LETTERS[step.state]]
    places = {key: value for key, value in _places(step).items() if value}
    nominated = step.state == "proposed"
    to = step.to if nominated else None
    label = letter_words()["label"]
    day = ", ".join(filter(None, (step.council.place, long_date(step.today))))
    greeting = (
        salutation(to.salutation if to else "", to.name if to else "")
        if nominated
        else tr("Dear {name},", name=places["voornaam"])
    )
    body: list[Block] = [
        Facts(((label["date"], day),)),
        Title(told["subject"], label["subject"]),
        Paragraph(runs(greeting), "salutation"),
    ]
    for sentences in told["paragraphs"]:
        said = [one.format(**places) for one in sentences if _known(one) <= places.keys()]
        body += [Paragraph(runs(" ".join(said)))] if said else []
    closing = Paragraph(runs(letter_words()["closing"]["greeting"]), "closing")
    name = f"{told['name']} {step.name}"
    return Document(
        title=name,
        blocks=(*body[:-1], Together((body[-1], closing, *signatures(step.signs)))),
        author=step.council.name,
        footer=step.council.name,
        letterhead=letterhead(step.council, step.logo, address_lines(to) if to else ()),
        page_words=label["page"],
        as_of=step.today,
    )


def _places(step: Step) -> dict[str, str]:
    council = with_article(step.council.name) if step.council.name else tr("our council")
    days = {"kennis": step.met, "meeloop": step.tried, "bewaren": step.keep_until}
    return {
        "lid": step.name,
        "voornaam": step.name.partition(" ")[0],
        "raad": council,
        "Raad": capital(council),
        "zetel": step.seat,
        "termijn": step.term.words if step.term else "",
        "bron": step.term.source if step.term else "",
        **{key: long_date(day) if day else "" for key, day in days.items()},
    }


def _known(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
