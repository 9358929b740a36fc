"""Write the new member of the sample council into the file: programme, lessons and words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.council import Municipality
from desktop.models.meetings import Meeting
from desktop.models.onboarding import LessonDone, LookedUp, Programme, ProgrammeStep
from desktop.services.members.programmes import dated, step_record
from desktop.services.members.templates import built_in
from desktop.services.sample.writing import Data

_FIRST_MEETING = timedelta(days=92)
"""A meeting of later is not the first one that a new member goes along to."""


def add_onboarding(session: Session, members: Mapping[str, int], data: Data) -> None:
    """Add the programmes of *data*, whose dates are as they should be; *members* by name."""
    for values in data["programme"]:
        done, words = values.pop("done"), values.pop("word")
        member, buddy = members[values.pop("member")], members[values.pop("buddy")]
        programme = Programme(member_id=member, buddy_id=buddy, **values)
        session.add(programme)
        session.flush()
        steps = _add_steps(session, programme)
        for one in done:
            step = steps[one["step"] - 1]
            step.done, step.understood = one["on"], one["understood"]
            step.question = one.get("question", "")
            if step.lesson:
                session.add(LessonDone(member_id=member, lesson=step.lesson, on=one["on"]))
        session.add_all(LookedUp(member_id=member, **word) for word in words)
    session.flush()


def _add_steps(session: Session, programme: Programme) -> Sequence[ProgrammeStep]:
    town = session.scalars(select(Municipality.name).order_by(Municipality.id)).first() or ""
    last = programme.starts + _FIRST_MEETING
    days = Meeting.starts.between(programme.starts, last)
    own = select(Meeting).where(Meeting.kind == "own", days)
    meeting = session.scalars(own.order_by(Meeting.starts)).first()
    day = meeting.starts.date() if meeting else None
    template = built_in()[programme.template].steps
    steps: list[ProgrammeStep] = []
    for place, (step, due) in enumerate(dated(template, programme.starts, programme.starts, day)):
        at = meeting.id if meeting and step.meeting else None
        title = step.title.replace("{gemeente}", town)
        steps.append(step_record(step, programme.id, place, title, due, at))
        programme.review = due if step.kind == "review" else programme.review
    session.add_all(steps)
    return steps
