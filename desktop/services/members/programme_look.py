"""Read programmes from the file, with what a moved meeting or a read lesson says about a step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.council import Member
from desktop.models.meetings import Meeting
from desktop.models.onboarding import LessonDone, Programme, ProgrammeStep
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow


def look(session: Session, programme: int | None = None) -> list[ProgrammeRow]:
    """Return every programme (or only *programme*) with its steps, oldest first."""
    query = select(Programme).order_by(Programme.id)
    if programme is not None:
        query = query.where(Programme.id == programme)
    names = {one.id: one.name for one in session.scalars(select(Member))}
    read: dict[tuple[int, str], date] = {
        (one.member_id, one.lesson): one.on for one in session.scalars(select(LessonDone))
    }
    meetings = {one.id: one for one in session.scalars(select(Meeting))}
    steps: defaultdict[int, list[ProgrammeStep]] = defaultdict(list)
    order = (ProgrammeStep.position, ProgrammeStep.id)
    for step in session.scalars(select(ProgrammeStep).order_by(*order)):
        steps[step.programme_id].append(step)
    return [
        ProgrammeRow(
            id=one.id,
            member_id=one.member_id,
            name=names.get(one.member_id, ""),
            starts=one.starts,
            template=one.template,
            buddy_id=one.buddy_id,
            buddy=names.get(one.buddy_id or 0, ""),
            reachable=one.reachable,
            finished=one.finished,
            certificate=one.certificate,
            steps=_in_time(
                _row(step, read.get((one.member_id, step.lesson)), meetings)
                for step in steps[one.id]
            ),
        )
        for one in session.scalars(query).all()
    ]


def _in_time(steps: Iterable[StepRow]) -> tuple[StepRow, ...]:
    """Return *steps* in the order of their days, numbered; a meeting that moved takes its place."""
    ordered = sorted(steps, key=lambda step: step.due or date.max)
    return tuple(replace(step, number=number) for number, step in enumerate(ordered, 1))


def _row(step: ProgrammeStep, read: date | None, meetings: dict[int, Meeting]) -> StepRow:
    meeting = meetings.get(step.meeting_id or 0)
    if meeting and meeting.state == "cancelled":
        meeting = _next_own(meeting, meetings)
    return StepRow(
        id=step.id,
        programme_id=step.programme_id,
        number=0,
        title=step.title,
        kind=step.kind,
        text=step.text,
        lesson=step.lesson,
        minutes=step.minutes,
        due=meeting.starts.date() if meeting else step.due,
        done=step.done or (read if step.lesson else None),
        understood=step.understood,
        question=step.question,
        item_id=step.item_id,
        meeting_id=meeting.id if meeting else None,
        answer=step.answer,
    )


def _next_own(cancelled: Meeting, meetings: dict[int, Meeting]) -> Meeting | None:
    """Return the meeting that comes after one that was cancelled."""
    later = [
        one
        for one in meetings.values()
        if one.kind == "own" and one.state != "cancelled" and one.starts > cancelled.starts
    ]
    return min(later, key=lambda one: one.starts, default=None)
