"""The steps of a programme: done, how clear it was, a question, and what the council changes."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.onboarding import LessonDone, Programme, ProgrammeStep
from desktop.models.store import Store
from desktop.services.meetings.items import add_item
from desktop.services.members.programme_look import look
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow
from desktop.services.records import fill

_LONGEST_TITLE = 90


class Steps:
    """Walk through the steps, and change them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def step(self, step: int) -> tuple[ProgrammeRow, StepRow]:
        """Return a step and the programme it is in; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            found = look(session, _step(session, step).programme_id)
        return next((row, one) for row in found for one in row.steps if one.id == step)

    def finish(self, step: int, today: date, understood: int | None = None) -> None:
        """Say that a step is done, and how clear it was (1, 2 or 3) if the member wants to.

        With the last step the programme is finished.
        """
        with self._store.changing(tr("Finish a step")) as session:
            record = _step(session, step)
            record.done = record.done or today
            if understood is not None:
                record.understood = _rating(understood)
            session.flush()
            row = look(session, record.programme_id)[0]
            if row.done == len(row.steps):
                session.get_one(Programme, row.id).finished = today

    def reopen(self, step: int) -> None:
        """Do a step once more; a lesson counts as not read then."""
        with self._store.changing(tr("Do a step again")) as session:
            record = _step(session, step)
            programme = session.get_one(Programme, record.programme_id)
            record.done, programme.finished = None, None
            if record.lesson:
                read = select(LessonDone).where(
                    LessonDone.member_id == programme.member_id, LessonDone.lesson == record.lesson
                )
                for one in session.scalars(read).all():
                    remove(session, one)

    def rate(self, step: int, understood: int) -> None:
        """Keep how clear a step was: 1 not yet, 2 a little, 3 clear."""
        with self._store.changing(tr("Say how clear a step was")) as session:
            _step(session, step).understood = _rating(understood)

    def ask(self, step: int, question: str) -> None:
        """Keep what the member still wants to know; the buddy sees it."""
        with self._store.changing(tr("Ask a question"), merge=f"ask:{step}") as session:
            record = _step(session, step)
            record.question = question.strip()
            record.item_id = record.item_id if record.question else None

    def bring_up(self, step: int, today: date) -> int:
        """Hand the question of a step in as an agenda item, as the member wished; its key."""
        row, one = self.step(step)
        if not one.question.strip():
            raise CouncilError(tr("Write your question first."), "question")
        if one.item_id is not None:
            raise CouncilError(tr("This question is handed in already."))
        title = " ".join(one.question.split())
        fields: dict[str, Any] = {
            "state": "handed_in",
            "handed_in_by": row.name,
            "handed_in_on": today,
            "owner": row.name,
            "minutes": 10,
        }
        if len(title) > _LONGEST_TITLE:
            fields["question"] = one.question
            title = f"{title[:_LONGEST_TITLE].rpartition(' ')[0]} …"
        with self._store.changing(tr("Hand in an agenda item")) as session:
            item = add_item(session, None, title, fields)
            _step(session, step).item_id = item
            return item

    def answer(self, step: int, words: str) -> None:
        """Keep what the member wrote in a practice case."""
        with self._store.changing(tr("Practise"), merge=f"practise:{step}") as session:
            _step(session, step).answer = words

    def change(self, step: int, **fields: Any) -> None:  # noqa: ANN401
        """Change the title, day, meeting, minutes or text of a step.

        Another day lets go of the meeting; a meeting brings its own day along.
        """
        if "title" in fields and not fields["title"].strip():
            raise CouncilError(tr("Give the step a name."), "title")
        with self._store.changing(tr("Change a step"), merge=f"step:{step}") as session:
            record = _step(session, step)
            if "due" in fields and fields["due"] != record.due and not fields.get("meeting_id"):
                record.meeting_id = None
                if record.kind == "review":
                    session.get_one(Programme, record.programme_id).review = fields["due"]
            fill(record, fields)

    def add(self, programme: int, title: str, due: date | None) -> int:
        """Add a task; it stands where its day comes. Return its key."""
        if not title.strip():
            raise CouncilError(tr("Give the step a name."), "title")
        with self._store.changing(tr("Add a step")) as session:
            new = ProgrammeStep(
                programme_id=programme,
                title=title.strip(),
                kind="task",
                position=len(look(session, programme)[0].steps),
                due=due,
            )
            session.add(new)
            session.flush()
            return new.id

    def remove(self, step: int) -> None:
        """Take a step out; undo brings it back."""
        with self._store.changing(tr("Take a step out")) as session:
            remove(session, _step(session, step))


def _step(session: Session, step: int) -> ProgrammeStep:
    found = session.get(ProgrammeStep, step)
    if found is None:
        raise CouncilError(tr("This step is no longer there."))
    return found


def _rating(understood: int) -> int:
    if understood not in (1, 2, 3):
        raise ValueError(understood)
    return understood
