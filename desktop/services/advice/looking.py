"""Read dossiers from the file: lists, one whole dossier, and what its guards want to know."""

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, TypeVar, cast

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.domain.dossier import Facts, next_steps
from desktop.domain.errors import CouncilError
from desktop.domain.terms import Term
from desktop.domain.timeliness import timeliness
from desktop.domain.voting import Vote
from desktop.i18n import tr
from desktop.models.advice import (
    Decision,
    Dossier,
    DossierAddressee,
    DossierDomain,
    DossierMunicipality,
    Event,
    Evidence,
    HeardGroup,
    Letter,
    Question,
    QuestionAnswer,
    Recommendation,
    Section,
)
from desktop.models.base import Record
from desktop.models.links import remove
from desktop.models.papers import Paper
from desktop.services.advice import rows as r
from desktop.services.records import rows, to_row

T = TypeVar("T", bound=Record)


def of(kind: type[T], dossier: int) -> Select[T]:
    """Return the query for the *kind* of part that belongs to *dossier*, oldest first."""
    column: Any = kind.__table__.c["dossier_id"]
    return select(kind).where(column == dossier).order_by(kind.id)


def lines(session: Session, minimum: Term | None, reply: Term | None) -> list[r.DossierLine]:
    """Return every dossier as a line of the list."""
    asked: dict[int, int] = dict(
        session.execute(
            select(Question.dossier_id, func.count()).group_by(Question.dossier_id)
        ).all()
    )
    sent: dict[int, Any] = dict(
        session.execute(
            select(Letter.dossier_id, func.max(Letter.reply_by))
            .where(Letter.sent.is_not(None))
            .group_by(Letter.dossier_id)
        ).all()
    )
    unsettled: dict[int, int] = defaultdict(int)
    for question in _questions(session):
        unsettled[question[0]] += not question[1].settled
    result: list[r.DossierLine] = []
    for dossier in rows(session, r.DossierRow, Dossier):
        time = timeliness(
            dossier.received or dossier.requested,
            dossier.reply_by,
            dossier.decision_on,
            dossier.phase,
            minimum,
        )
        due = sent.get(dossier.id) if dossier.state in ("sent", "overdue") else time.end
        result.append(
            r.DossierLine(
                dossier,
                time,
                None if dossier.ended or dossier.state in ("replied", "following") else due,
                asked.get(dossier.id, 0),
                unsettled[dossier.id],
            )
        )
    return result


def view(session: Session, number: int, minimum: Term | None) -> r.DossierView:
    """Return everything about dossier *number*; raises CouncilError when it is gone."""
    record = session.get(Dossier, number)
    if record is None:
        raise CouncilError(tr("This dossier is no longer there."))
    dossier = to_row(r.DossierRow, record)
    decision = session.scalar(of(Decision, number))
    addressees = session.scalars(of(DossierAddressee, number)).all()
    return r.DossierView(
        dossier=dossier,
        time=timeliness(
            dossier.received or dossier.requested,
            dossier.reply_by,
            dossier.decision_on,
            dossier.phase,
            minimum,
        ),
        questions=tuple(q for _, q in _questions(session, number)),
        recommendations=tuple(recommendations(session, number)),
        sections={section.key: section.text for section in session.scalars(of(Section, number))},
        evidence=tuple(rows(session, r.EvidenceRow, of(Evidence, number))),
        heard=tuple(rows(session, r.HeardRow, of(HeardGroup, number))),
        decision=to_row(r.DecisionRow, decision) if decision else None,
        events=tuple(
            rows(
                session,
                r.EventRow,
                of(Event, number).order_by(None).order_by(Event.on_date, Event.id),
            )
        ),
        papers=tuple(rows(session, r.PaperRow, of(Paper, number))),
        letters=tuple(rows(session, r.LetterRow, of(Letter, number))),
        domain_ids=tuple(d.domain_id for d in session.scalars(of(DossierDomain, number))),
        municipality_ids=tuple(
            m.municipality_id for m in session.scalars(of(DossierMunicipality, number))
        ),
        addressee_ids=tuple(a.addressee_id for a in addressees if not a.copy_only),
        copy_ids=tuple(a.addressee_id for a in addressees if a.copy_only),
        next_steps=next_steps(dossier.state, facts(session, record)),
    )


def recommendations(session: Session, dossier: int) -> list[r.RecommendationRow]:
    """Return the recommendations of *dossier* in their order."""
    query = of(Recommendation, dossier).order_by(None)
    return rows(session, r.RecommendationRow, query.order_by(Recommendation.number))


def facts(session: Session, dossier: Dossier) -> Facts:
    """Return what the guards ask about *dossier*."""
    session.flush()
    decision = session.scalar(of(Decision, dossier.id))
    advice = recommendations(session, dossier.id)
    sections = session.scalars(of(Section, dossier.id)).all()
    letters = session.scalars(of(Letter, dossier.id)).all()
    return Facts(
        kind=dossier.kind,
        phase=dossier.phase,
        level_offered=dossier.level_offered,
        has_deadline=bool(dossier.reply_by or dossier.decision_on),
        sections_written=sum(bool(section.text.strip()) for section in sections),
        recommendations=tuple(bool(item.outcome) for item in advice),
        recommendations_complete=all(item.complete for item in advice),
        open_questions=tuple(q.number for _, q in _questions(session, dossier.id) if not q.settled),
        vote=vote(decision) if decision else None,
        written_round=bool(decision and decision.way == "written"),
        letters=sum(bool(letter.pdf_sha256 and letter.word_sha256) for letter in letters),
        reply_received=bool(dossier.reply_received),
        feedback_done=bool(dossier.feedback_done),
        closing_reason=dossier.closing_reason,
    )


def vote(decision: Decision) -> Vote:
    """Return the counts of *decision*."""
    return Vote(
        decision.present,
        decision.members,
        decision.quorum,
        decision.votes_for,
        decision.votes_against,
        decision.abstained,
    )


def replace(
    session: Session, kind: type[Record], dossier: int, column: str, ids: Collection[int]
) -> None:
    """Make the links of *kind* between *dossier* and other records exactly *ids*."""
    make = cast("Callable[..., Record]", kind)
    present = {getattr(link, column): link for link in session.scalars(of(kind, dossier))}
    for record, link in present.items():
        if record not in ids:
            remove(session, link)
    for record in dict.fromkeys(ids):
        if record not in present:
            session.add(make(dossier_id=dossier, **{column: record}))
    session.flush()


def _questions(session: Session, dossier: int | None = None) -> list[tuple[int, r.QuestionRow]]:
    numbers: dict[int, list[int]] = defaultdict(list)
    for question, number in session.execute(
        select(QuestionAnswer.question_id, Recommendation.number)
        .join(Recommendation, Recommendation.id == QuestionAnswer.recommendation_id)
        .order_by(Recommendation.number)
    ):
        numbers[question].append(number)
    query = select(Question).order_by(Question.dossier_id, Question.number)
    if dossier is not None:
        query = query.where(Question.dossier_id == dossier)
    return [
        (
            q.dossier_id,
            r.QuestionRow(
                q.id,
                q.number,
                q.text,
                q.answer,
                q.left_open,
                q.open_reason,
                tuple(numbers[q.id]),
            ),
        )
        for q in session.scalars(query)
    ]


def days_until(day: date | None, today: date) -> int | None:
    """Return the days from *today* to *day*; negative when it has passed."""
    return (day - today).days if day else None
