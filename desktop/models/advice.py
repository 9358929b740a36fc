"""Advice dossiers: the question, the evidence, the draft, the decision and the letters."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


def _dossier() -> ForeignKey:
    return ForeignKey("dossier.id", ondelete="CASCADE")


class Dossier(Record):
    """An advice (advies) from the first question to its effect."""

    __tablename__ = "dossier"
    __search__ = ("title", "reference", "requester", "fixed", "changeable", "unknown", "outcome")

    title: Mapped[str]
    reference: Mapped[str] = mapped_column(default="")
    """The council's own number (kenmerk), given once."""
    kind: Mapped[str] = mapped_column(default="asked")
    """asked, unasked, provisional, joint or view (zienswijze)."""
    state: Mapped[str] = mapped_column(default="received")
    requester: Mapped[str] = mapped_column(default="")
    request_reference: Mapped[str] = mapped_column(default="")
    requested: Mapped[date | None] = mapped_column(default=None)
    """Date of the request letter."""
    received: Mapped[date | None] = mapped_column(default=None)
    reply_by: Mapped[date | None] = mapped_column(default=None)
    """Date on which the municipality asks for the advice."""
    decision_on: Mapped[date | None] = mapped_column(default=None)
    decision_by: Mapped[str] = mapped_column(default="")
    """Who decides: college, gemeenteraad …"""
    phase: Mapped[str] = mapped_column(default="")
    """Policy phase at the request: agenda, preparation, decision, execution, evaluation."""
    ladder: Mapped[str] = mapped_column(default="six")
    """Preset of the participation ladder: five or six rungs."""
    level_offered: Mapped[str] = mapped_column(default="")
    level_wished: Mapped[str] = mapped_column(default="")
    fixed: Mapped[str] = mapped_column(default="")
    changeable: Mapped[str] = mapped_column(default="")
    unknown: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    """What happens with our input, as promised."""
    feedback_on: Mapped[date | None] = mapped_column(default=None)
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None
    )
    say_late: Mapped[bool] = mapped_column(default=False)
    """Put the paragraph about the short time in the letter."""
    reply_received: Mapped[date | None] = mapped_column(default=None)
    feedback_done: Mapped[date | None] = mapped_column(default=None)
    """When the people who told us heard what was done with it."""
    closing_reason: Mapped[str] = mapped_column(default="")
    """Why the dossier ended without advice, or without feedback to the givers."""
    created: Mapped[datetime | None] = mapped_column(default=None)


class DossierDomain(Record):
    """A field of policy that the dossier touches."""

    __tablename__ = "dossier_domain"

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id", ondelete="CASCADE"))


class DossierMunicipality(Record):
    """A municipality that the dossier is for."""

    __tablename__ = "dossier_municipality"

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id", ondelete="CASCADE"))


class DossierAddressee(Record):
    """Someone who gets the letter: one letter per addressee."""

    __tablename__ = "dossier_addressee"

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    addressee_id: Mapped[int] = mapped_column(ForeignKey("addressee.id", ondelete="CASCADE"))
    copy_only: Mapped[bool] = mapped_column(default=False)
    """True: gets a copy (afschrift) instead of a letter of its own."""


class Question(Record):
    """A numbered question (vraag) of the municipality."""

    __tablename__ = "question"
    __search__ = ("text", "answer")

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    number: Mapped[int]
    text: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    """Short answer in words, beside the recommendations that answer it."""
    left_open: Mapped[bool] = mapped_column(default=False)
    open_reason: Mapped[str] = mapped_column(default="")


class Recommendation(Record):
    """A recommendation (aanbeveling): what, by whom, for whom, when and why."""

    __tablename__ = "recommendation"
    __search__ = ("what", "why", "alternatives")

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    number: Mapped[int]
    what: Mapped[str] = mapped_column(default="")
    by_whom: Mapped[str] = mapped_column(default="")
    for_whom: Mapped[str] = mapped_column(default="")
    by_when: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    alternatives: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    """What the municipality did: adopted, partly, reasoned_no, unreasoned_no, no_answer."""
    outcome_reason: Mapped[str] = mapped_column(default="")


class QuestionAnswer(Record):
    """A recommendation that answers a question."""

    __tablename__ = "question_answer"

    question_id: Mapped[int] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), index=True
    )
    recommendation_id: Mapped[int] = mapped_column(
        ForeignKey("recommendation.id", ondelete="CASCADE"), index=True
    )


class Section(Record):
    """A part of the draft in Markdown: summary, reason, residents, request, appendices."""

    __tablename__ = "section"
    __search__ = ("text",)

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    key: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class Evidence(Record):
    """What a claim rests on: a signal, research, a member's experience, an expert."""

    __tablename__ = "evidence"
    __search__ = ("claim", "source")

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    kind: Mapped[str] = mapped_column(default="signal")
    claim: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    times: Mapped[int] = mapped_column(default=1)
    dated: Mapped[date | None] = mapped_column(default=None)
    recommendation_id: Mapped[int | None] = mapped_column(
        ForeignKey("recommendation.id", ondelete="SET NULL"), default=None
    )
    paper_id: Mapped[int | None] = mapped_column(
        ForeignKey("paper.id", ondelete="SET NULL"), default=None
    )


class HeardGroup(Record):
    """A group of people that was, or was not, heard."""

    __tablename__ = "heard_group"
    __search__ = ("name",)

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    name: Mapped[str]
    heard: Mapped[bool] = mapped_column(default=True)
    people: Mapped[int | None] = mapped_column(default=None)
    how: Mapped[str] = mapped_column(default="")
    """How we spoke with them, or why we did not."""


class Decision(Record):
    """How the council adopted the advice (besluit)."""

    __tablename__ = "decision"

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    decided_on: Mapped[date]
    way: Mapped[str] = mapped_column(default="meeting")
    """meeting or written (schriftelijke ronde)."""
    present: Mapped[int] = mapped_column(default=0)
    members: Mapped[int] = mapped_column(default=0)
    quorum: Mapped[int | None] = mapped_column(default=None)
    quorum_source: Mapped[str] = mapped_column(default="")
    votes_for: Mapped[int] = mapped_column(default=0)
    votes_against: Mapped[int] = mapped_column(default=0)
    abstained: Mapped[int] = mapped_column(default=0)
    minority_view: Mapped[str] = mapped_column(default="")


class DraftVersion(Record):
    """The draft as it was at one moment, as one Markdown text."""

    __tablename__ = "draft_version"

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    made: Mapped[datetime]
    label: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")


class Event(Record):
    """Something that happened to the dossier, for its timeline."""

    __tablename__ = "event"

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    on_date: Mapped[date]
    state: Mapped[str] = mapped_column(default="")
    """The state it brought, or empty for another fact."""
    text: Mapped[str] = mapped_column(default="")


class Letter(Record):
    """A letter (brief) to one addressee; once sent it never changes."""

    __tablename__ = "letter"
    __search__ = ("subject", "reference", "recipient")

    dossier_id: Mapped[int] = mapped_column(_dossier(), index=True)
    kind: Mapped[str] = mapped_column(default="advice")
    """The name of a template in resources/letters."""
    addressee_id: Mapped[int | None] = mapped_column(
        ForeignKey("addressee.id", ondelete="SET NULL"), default=None
    )
    reference: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    recipient: Mapped[str] = mapped_column(default="")
    """Name and address as sent, one line each."""
    dated: Mapped[date | None] = mapped_column(default=None)
    reply_by: Mapped[date | None] = mapped_column(default=None)
    reply_source: Mapped[str] = mapped_column(default="")
    signatories: Mapped[str] = mapped_column(default="")
    """"Name, role", one per line."""
    appendices: Mapped[str] = mapped_column(default="")
    copies_to: Mapped[str] = mapped_column(default="")
    sent: Mapped[datetime | None] = mapped_column(default=None)
    word_sha256: Mapped[str] = mapped_column(default="")
    pdf_sha256: Mapped[str] = mapped_column(default="")
    mail_sha256: Mapped[str] = mapped_column(default="")
