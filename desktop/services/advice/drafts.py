"""Write the draft: its parts, the numbered recommendations, and its earlier versions."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.advice import (
    DraftVersion,
    Question,
    QuestionAnswer,
    Recommendation,
    Section,
)
from desktop.models.links import remove
from desktop.models.store import Store
from desktop.services.advice import looking
from desktop.services.advice.rows import RecommendationRow, VersionRow
from desktop.services.choices import choices, plural, words
from desktop.services.council import CouncilDesk
from desktop.services.records import fill, rows

SECTION_KEYS = ("summary", "reason", "residents", "recommendations", "request", "appendices")
"""The parts of a draft in their order; "recommendations" holds records instead of text."""


class Drafts:
    """Read and change the draft of an advice."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def headings(self) -> dict[str, str]:
        """Return the heading of every part, in the council's own words."""
        persons = plural(self._council.profile().person_word)
        return {key: heading.format(persons=persons) for key, heading in choices("section").items()}

    def help(self, key: str) -> str:
        """Return one or two sentences on what belongs in part *key*."""
        return words("section_help", key)

    def write(self, dossier: int, key: str, text: str) -> None:
        """Keep *text* (Markdown) as part *key*; a burst of typing is one action."""
        with self._store.changing(
            tr("Write in the draft"), merge=f"section:{dossier}:{key}"
        ) as session:
            self._keep_old_version(session, dossier)
            section = session.scalar(looking.of(Section, dossier).where(Section.key == key))
            if section is None:
                session.add(Section(dossier_id=dossier, key=key, text=text))
            else:
                section.text = text

    def add_recommendation(self, dossier: int, **fields: Any) -> int:  # noqa: ANN401
        """Add a recommendation at the end; return its number in the file."""
        with self._store.changing(tr("Add a recommendation")) as session:
            self._keep_old_version(session, dossier)
            number = len(looking.recommendations(session, dossier)) + 1
            record = Recommendation(dossier_id=dossier, number=number, **fields)
            session.add(record)
            session.flush()
            return record.id

    def change_recommendation(self, record: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a recommendation; typing in one place is one action."""
        place = "+".join(sorted(fields))
        with self._store.changing(
            tr("Write a recommendation"), merge=f"recommendation:{record}:{place}"
        ) as session:
            found = session.get_one(Recommendation, record)
            self._keep_old_version(session, found.dossier_id)
            fill(found, fields)

    def remove_recommendation(self, record: int) -> None:
        """Remove a recommendation; those after it move up. Undo brings it back."""
        with self._store.changing(tr("Remove a recommendation")) as session:
            gone = session.get_one(Recommendation, record)
            self._keep_old_version(session, gone.dossier_id)
            remove(session, gone)
            _number(session, gone.dossier_id)

    def order_recommendations(self, dossier: int, records: Sequence[int]) -> None:
        """Put the recommendations in the order of *records*; they are numbered again."""
        with self._store.changing(tr("Change the order of the recommendations")) as session:
            found = {rec.id: rec for rec in session.scalars(looking.of(Recommendation, dossier))}
            if sorted(found) != sorted(records):
                raise CouncilError(tr("This has been changed since. Look again."))
            self._keep_old_version(session, dossier)
            for number, record in enumerate(records, 1):
                found[record].number = number

    def recommendations(self, dossier: int) -> list[RecommendationRow]:
        """Return the recommendations in their order."""
        with self._store.reading() as session:
            return looking.recommendations(session, dossier)

    def answer_with(self, question: int, recommendations: Collection[int]) -> None:
        """Say which recommendations answer a question."""
        with self._store.changing(tr("Link a question to a recommendation")) as session:
            links = session.scalars(
                select(QuestionAnswer).where(QuestionAnswer.question_id == question)
            ).all()
            present = {link.recommendation_id: link for link in links}
            for record, link in present.items():
                if record not in recommendations:
                    remove(session, link)
            session.add_all(
                QuestionAnswer(question_id=question, recommendation_id=record)
                for record in dict.fromkeys(recommendations)
                if record not in present
            )

    def text(self, dossier: int) -> str:
        """Return the whole draft as one Markdown text, to compare and to measure."""
        with self._store.reading() as session:
            return self._text(session, dossier)

    def save_version(self, dossier: int, label: str = "") -> None:
        """Keep the draft as it is now, under *label*."""
        with self._store.changing(tr("Keep a version of the draft")) as session:
            session.add(
                DraftVersion(
                    dossier_id=dossier,
                    made=datetime.now(),
                    label=label,
                    text=self._text(session, dossier),
                )
            )

    def versions(self, dossier: int) -> list[VersionRow]:
        """Return the kept versions, newest first."""
        with self._store.reading() as session:
            return rows(session, VersionRow, looking.of(DraftVersion, dossier))[::-1]

    def _keep_old_version(self, session: Session, dossier: int) -> None:
        """Before the first change of a day, keep what was there: nobody has to think of it."""
        newest = session.scalars(looking.of(DraftVersion, dossier)).all()[-1:]
        now = datetime.now()
        if newest and newest[0].made.date() == now.date():
            return
        text = self._text(session, dossier)
        if text and (not newest or newest[0].text != text):
            session.add(DraftVersion(dossier_id=dossier, made=now, text=text))

    def _text(self, session: Session, dossier: int) -> str:
        headings = self.headings()
        written = {s.key: s.text for s in session.scalars(looking.of(Section, dossier))}
        parts: list[str] = []
        for key in SECTION_KEYS:
            if key == "recommendations":
                body = "\n\n".join(
                    _recommendation_text(item) for item in looking.recommendations(session, dossier)
                )
            else:
                body = written.get(key, "").strip()
            if body:
                parts.append(f"## {headings[key]}\n\n{body}")
        questions = session.scalars(looking.of(Question, dossier).order_by(Question.number))
        answers = [
            f"{q.number}. {q.text}\n\n{q.answer or q.open_reason}"
            for q in questions
            if q.answer or q.open_reason
        ]
        return "\n\n".join(parts + answers)


def _recommendation_text(item: RecommendationRow) -> str:
    facts = (item.by_whom, item.for_whom, item.by_when, item.why, item.alternatives)
    lines = [f"**{item.number}. {item.what}**", *(fact for fact in facts if fact)]
    return "\n\n".join(lines)


def _number(session: Session, dossier: int) -> None:
    records = session.scalars(
        looking.of(Recommendation, dossier).order_by(None).order_by(Recommendation.number)
    )
    for number, record in enumerate(records, 1):
        record.number = number
