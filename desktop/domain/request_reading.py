"""Reads a municipality's letter or e-mail and proposes what the council has to answer, and when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812  the field is called date
from typing import TypeVar

from desktop.domain.found import Found
from desktop.domain.request_dates import Terms, letter_date, read_terms
from desktop.domain.request_head import (
    Kind,
    read_contact,
    read_kind,
    read_reference,
    read_reply_mark,
    read_sender,
    read_subject,
    read_title,
    read_your_reference,
    tidy_subject,
)
from desktop.domain.request_questions import Questions, read_questions

__all__ = ["Found", "Kind", "Proposal", "propose", "propose_from"]

T = TypeVar("T")


@dataclass(frozen=True)
class Proposal:
    """What the app read in a request; every field is a proposal that the user confirms.

    ``date`` is the date of the letter, ``reply_by`` the day the advice is asked for (as written:
    "vóór 1 september" gives 1 September), ``decision_date`` when the municipality decides.
    ``kind`` is a kind of dossier; only what a municipality can ask for.
    ``answers_us`` points to the words that make this a reply to an advice of the council.
    """

    subject: Found[str] | None
    sender: Found[str] | None
    contact: Found[str] | None
    date: Found[Day] | None
    reference: Found[str] | None
    your_reference: Found[str] | None
    reply_by: Found[Day] | None
    decision_date: Found[Day] | None
    kind: Kind
    answers_us: Found[str] | None
    asked: tuple[Found[str], ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions in order, without their numbers."""
        return tuple(question.value for question in self.asked)


def propose(
    text: str, *, sender: str = "", sent: Day | None = None, subject: str = "", today: Day
) -> Proposal:
    """Read one letter or e-mail; *sender*, *sent* and *subject* come from an e-mail's header."""
    return propose_from([text], sender=sender, sent=sent, subject=subject, today=today)


def propose_from(
    texts: Sequence[str],
    *,
    sender: str = "",
    sent: Day | None = None,
    subject: str = "",
    today: Day,
) -> Proposal:
    """Read a letter with attachments: ``texts[0]`` is the letter or e-mail, the rest came along.

    A field is taken from the first text that has it; the questions from the text that asks them
    most clearly, so a polite e-mail gives way to the numbered list in the paper.
    """
    own_date = _first(texts, letter_date, today)
    written = own_date.value if own_date else sent
    terms = _terms(texts, written or today, written is not None)
    mail_subject = tidy_subject(subject)
    subject_found = _first(texts[:1], read_subject)
    if subject_found is None and mail_subject:
        subject_found = Found(mail_subject)
    return Proposal(
        subject=subject_found
        or _first(texts[1:], read_subject, part=1)
        or _first(texts, read_title),
        sender=_first(texts, read_sender) or (Found(sender) if sender else None),
        contact=_contact(texts, sender),
        date=own_date or (Found(sent) if sent else None),
        reference=_first(texts, read_reference),
        your_reference=_first(texts, read_your_reference),
        reply_by=terms.reply_by,
        decision_date=terms.decision_date,
        kind=_kind(texts, mail_subject),
        answers_us=_first(texts, read_reply_mark),
        asked=_questions(texts),
    )


def _first(
    texts: Sequence[str], read: Callable[..., Found[T] | None], *more: object, part: int = 0
) -> Found[T] | None:
    for number, text in enumerate(texts, start=part):
        found = read(text, *more)
        if found is not None:
            return replace(found, part=number)
    return None


def _contact(texts: Sequence[str], sender: str) -> Found[str] | None:
    name = sender.split("<", maxsplit=1)[0].strip(' "')
    return _first(texts, read_contact) or (Found(name) if name and "@" not in name else None)


def _terms(texts: Sequence[str], base: Day, dated: bool) -> Terms:
    reply_by: Found[Day] | None = None
    decision: Found[Day] | None = None
    for number, text in enumerate(texts):
        terms = read_terms(text, base, dated=dated)
        if reply_by is None and terms.reply_by is not None:
            reply_by = replace(terms.reply_by, part=number)
        if decision is None and terms.decision_date is not None:
            decision = replace(terms.decision_date, part=number)
    return Terms(reply_by, decision)


def _kind(texts: Sequence[str], subject: str) -> Kind:
    for text in (subject, *texts):
        kind = read_kind(text)
        if kind != "asked":
            return kind
    return "asked"


def _questions(texts: Sequence[str]) -> tuple[Found[str], ...]:
    best = Questions(0, ())
    for number, text in enumerate(texts):
        questions = read_questions(text)
        if questions.strength > best.strength:
            asked = tuple(replace(question, part=number) for question in questions.asked)
            best = Questions(questions.strength, asked)
    return best.asked
