"""Start a dossier, fill it in, and bring it one step further."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import dossier as road
from desktop.domain.errors import CouncilError
from desktop.domain.numbering import next_number, reference
from desktop.domain.voting import Vote, check
from desktop.i18n import tr
from desktop.models.advice import (
    Decision,
    Dossier,
    DossierAddressee,
    DossierDomain,
    DossierMunicipality,
    Event,
    Letter,
    Question,
)
from desktop.models.links import remove
from desktop.models.store import Store
from desktop.services.advice import looking
from desktop.services.advice.rows import DecisionRow, DossierLine, DossierRow, DossierView
from desktop.services.choices import words
from desktop.services.council import CouncilDesk
from desktop.services.records import fill, to_row

_MENDED = 0.7
"""From this likeness two texts are one question, of which some words were mended."""


class Dossiers:
    """Everything people do with a dossier, except writing the draft and the letter."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def start(
        self,
        title: str,
        today: date,
        kind: str = "asked",
        questions: Sequence[str] = (),
        **fields: Any,  # noqa: ANN401 – any other column of a dossier
    ) -> int:
        """Start a dossier; return its number. *questions* are numbered in their order."""
        with self._store.changing(tr("Start an advice")) as session:
            return add_dossier(session, title, today, kind, questions, fields, self._scheme())

    def lines(self, today: date, *, ended: bool | None = None) -> list[DossierLine]:
        """Return the dossiers with the most pressing date first; *ended* picks running or ended."""
        minimum, reply = self._council.term("advice_minimum"), self._council.term("reply_term")
        with self._store.reading() as session:
            lines = looking.lines(session, minimum, reply)
        if ended is not None:
            lines = [line for line in lines if line.dossier.ended == ended]
        return sorted(lines, key=lambda line: (line.due or date.max, -line.dossier.id))

    def view(self, dossier: int, today: date) -> DossierView:
        """Return everything about one dossier; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return looking.view(session, dossier, self._council.term("advice_minimum"))

    def decisions(self) -> list[tuple[DossierRow, DecisionRow]]:
        """Return how advices were adopted, newest first."""
        query = select(Dossier, Decision).join(Decision, Decision.dossier_id == Dossier.id)
        with self._store.reading() as session:
            return [
                (to_row(DossierRow, dossier), to_row(DecisionRow, decision))
                for dossier, decision in session.execute(
                    query.order_by(Decision.decided_on.desc(), Decision.id.desc())
                )
            ]

    def change(self, dossier: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a dossier; typing in the same place is one action.

        Its state only changes through ``move``, which looks at the guards.
        """
        if "state" in fields:
            raise AttributeError("dossier.state")
        if "title" in fields and not fields["title"].strip():
            raise CouncilError(tr("Give the advice a name."), "title")
        place = "+".join(sorted(fields))
        with self._store.changing(
            tr("Fill in the dossier"), merge=f"dossier:{dossier}:{place}"
        ) as session:
            fill(_get(session, dossier), fields)

    def delete(self, dossier: int) -> None:
        """Throw a dossier away; undo brings it back. A sent advice stays."""
        with self._store.changing(tr("Throw a dossier away")) as session:
            found = _get(session, dossier)
            step = road.step_of(found.state)
            if step is not None and step >= road.STEPS.index("reply"):
                raise CouncilError(tr("This advice has been sent. It stays in the archive."))
            if any(letter.sent for letter in session.scalars(looking.of(Letter, dossier))):
                raise CouncilError(tr("A sent letter stays in the dossier."))
            remove(session, found)

    def move(self, dossier: int, state: str, today: date, note: str = "") -> None:
        """Bring a dossier to *state*; raises CouncilError that says what is still missing."""
        with self._store.changing(words("act", state)) as session:
            move_dossier(session, dossier, state, today, note)

    def note_event(self, dossier: int, on_date: date, text: str) -> None:
        """Add something that happened to the timeline."""
        if not text.strip():
            raise CouncilError(tr("Write in one sentence what happened."), "text")
        with self._store.changing(tr("Add to the timeline")) as session:
            session.add(Event(dossier_id=dossier, on_date=on_date, text=text.strip()))

    def set_questions(self, dossier: int, texts: Sequence[str]) -> None:
        """Replace the questions by *texts*; a question that stays keeps its answer.

        So does a question in which only some words were mended.
        """
        wanted = _filled(texts)
        with self._store.changing(tr("Change the questions")) as session:
            query = looking.of(Question, dossier).order_by(None).order_by(Question.number)
            left = list(session.scalars(query))
            stays = {place: _take(left, text) for place, text in enumerate(wanted, 1)}
            for number, text in enumerate(wanted, 1):
                question = stays[number] or _take(left, text, mended=True)
                if question:
                    question.number, question.text = number, text
                else:
                    session.add(Question(dossier_id=dossier, number=number, text=text))
            for gone in left:
                remove(session, gone)

    def change_question(self, question: int, **fields: Any) -> None:  # noqa: ANN401
        """Change the text or the answer of a question, or leave it open with a reason."""
        if fields.get("left_open") and not str(fields.get("open_reason", "")).strip():
            raise CouncilError(tr("Say why you leave this question open."), "open_reason")
        with self._store.changing(tr("Answer a question"), merge=f"question:{question}") as session:
            fill(session.get_one(Question, question), fields)

    def set_domains(self, dossier: int, ids: Collection[int]) -> None:
        """Say which fields of policy the dossier touches."""
        with self._store.changing(tr("Choose fields of policy")) as session:
            looking.replace(session, DossierDomain, dossier, "domain_id", ids)

    def set_municipalities(self, dossier: int, ids: Collection[int]) -> None:
        """Say for which municipalities the dossier is."""
        with self._store.changing(tr("Choose municipalities")) as session:
            looking.replace(session, DossierMunicipality, dossier, "municipality_id", ids)

    def set_addressees(
        self, dossier: int, ids: Collection[int], copies: Collection[int] = ()
    ) -> None:
        """Say who gets a letter and who gets a copy."""
        with self._store.changing(tr("Choose addressees")) as session:
            rows = [(record, False) for record in ids]
            rows += [(record, True) for record in copies if record not in ids]
            looking.replace(session, DossierAddressee, dossier, "addressee_id", ())
            session.add_all(
                DossierAddressee(dossier_id=dossier, addressee_id=record, copy_only=copy)
                for record, copy in rows
            )

    def decide(self, dossier: int, **fields: Any) -> None:  # noqa: ANN401
        """Record how the council decided; raises CouncilError when the counts cannot be right."""
        if not fields.get("decided_on"):
            raise CouncilError(tr("Fill in the date of the decision."), "decided_on")
        quorum = self._council.norm("quorum")
        fields.setdefault("quorum", quorum.amount if quorum else None)
        fields.setdefault("quorum_source", quorum.source if quorum else "")
        check(
            Vote(
                fields.get("present", 0),
                fields.get("members", 0),
                fields["quorum"],
                fields.get("votes_for", 0),
                fields.get("votes_against", 0),
                fields.get("abstained", 0),
            )
        )
        with self._store.changing(tr("Record the decision")) as session:
            decision = session.scalar(select(Decision).where(Decision.dossier_id == dossier))
            if decision is None:
                session.add(Decision(dossier_id=dossier, **fields))
            else:
                fill(decision, fields)

    def _scheme(self) -> str:
        return self._council.profile().reference_scheme


def add_dossier(
    session: Session,
    title: str,
    today: date,
    kind: str,
    questions: Sequence[str],
    fields: dict[str, Any],
    scheme: str,
) -> int:
    """Add a dossier with its reference, questions and first event; return its number."""
    if not title.strip():
        raise CouncilError(tr("Give the advice a name."), "title")
    used = session.scalars(select(Dossier.reference)).all()
    number = next_number(scheme, today.year, used)
    state = "initiative" if kind == "unasked" else "received"
    dossier = Dossier(
        title=title.strip(),
        kind=kind,
        state=fields.pop("state", state),
        reference=reference(scheme, today.year, number),
        created=datetime.now(),
        **fields,
    )
    session.add(dossier)
    session.flush()
    began = dossier.received or dossier.requested or today
    session.add(Event(dossier_id=dossier.id, on_date=began, state=dossier.state))
    session.add_all(
        Question(dossier_id=dossier.id, number=place, text=text)
        for place, text in enumerate(_filled(questions), 1)
    )
    return dossier.id


def move_dossier(session: Session, dossier: int, state: str, today: date, note: str = "") -> None:
    """Bring a dossier to *state* within a running action; raises CouncilError with what lacks."""
    found = _get(session, dossier)
    facts = looking.facts(session, found)
    step = next((s for s in road.next_steps(found.state, facts) if s.state == state), None)
    if step is None:
        raise CouncilError(
            tr(
                "This advice is at “{now}” and cannot go to “{target}” from there.",
                now=words("state", found.state),
                target=words("state", state),
            )
        )
    if step.missing:
        raise CouncilError(step.missing[0].words, step.missing[0].place)
    found.state = state
    session.add(Event(dossier_id=dossier, on_date=today, state=state, text=note))


def _filled(texts: Sequence[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]


def _take(questions: list[Question], text: str, *, mended: bool = False) -> Question | None:
    """Take the question with this *text* (or nearly, when *mended*) out of *questions*."""
    for question in questions:
        near = mended and SequenceMatcher(None, question.text, text).ratio() >= _MENDED
        if near or question.text == text:
            questions.remove(question)
            return question
    return None


def _get(session: Session, dossier: int) -> Dossier:
    found = session.get(Dossier, dossier)
    if found is None:
        raise CouncilError(tr("This dossier is no longer there."))
    return found


__all__ = ["DossierRow", "Dossiers", "add_dossier", "move_dossier"]
