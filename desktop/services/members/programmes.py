"""The programme of a new member: start it from a template, change it, take more time, finish."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from desktop.domain import onboarding as rules
from desktop.domain.calendar import Appointment, calendar_file
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.onboarding import Programme, ProgrammeStep
from desktop.models.store import Store
from desktop.services.council import CouncilDesk, MemberRow
from desktop.services.meetings.plan import MeetingPlan
from desktop.services.meetings.rows import MeetingRow
from desktop.services.members.own_material import OwnMaterial, names_of
from desktop.services.members.programme_look import look
from desktop.services.members.programme_steps import Steps
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow, TemplateStep
from desktop.services.members.templates import FIRST, Templates
from desktop.services.members.terms import Terms
from desktop.services.records import fill

NEW_DAYS = 120
"""So long after the first day a member counts as new."""

_EVENING = time(19)
_STAYS = 180  # days: a buddy is needed for half a year


class Programmes:
    """Everything around the first three months of a member."""

    def __init__(
        self,
        store: Store,
        council: CouncilDesk,
        plan: MeetingPlan,
        material: OwnMaterial,
        terms: Terms,
    ) -> None:
        self._store, self._council, self._plan, self._terms = store, council, plan, terms
        self.material = material
        self.templates = Templates(store)
        self.steps = Steps(store)

    @property
    def who(self) -> str:
        """The name of who works here; a new member sees the own steps."""
        return self._store.actor

    def all(self) -> list[ProgrammeRow]:
        """Return the programmes, those that run first, then by who started last."""
        with self._store.reading() as session:
            found = look(session)
        return sorted(found, key=lambda row: (row.over, -row.starts.toordinal(), row.id))

    def programme(self, programme: int) -> ProgrammeRow:
        """Return one programme; raises CouncilError when it is gone."""
        found = next((row for row in self.all() if row.id == programme), None)
        if found is None:
            raise CouncilError(tr("This programme is no longer there."))
        return found

    def of_member(self, member: int) -> ProgrammeRow | None:
        """Return the programme of *member* that runs, else the last one; None without any."""
        return next((row for row in self.all() if row.member_id == member), None)

    def step_text(self, step: int, today: date) -> str:
        """Return what to do or read, in Markdown, with the council's own data filled in."""
        row, one = self.steps.step(step)
        return self.material.filled(one.text, today, names_of(row))

    def newcomers(self, today: date) -> list[MemberRow]:
        """Return the members who are new and have no programme."""
        with_one = {row.member_id for row in self.all()}
        return [
            member
            for member in self._council.members()
            if member.id not in with_one
            and is_new(member.since, today)
            and not (member.until and member.until < today)
        ]

    def proposed_buddy(self, today: date, member: int | None = None) -> int | None:
        """Return a member who may be a buddy: no officer, stays for a while, and has room."""
        rows = [row for row in self.all() if not row.over]
        busy = {row.buddy_id for row in rows} | {row.member_id for row in rows} | {member}
        stays = today + timedelta(days=_STAYS)
        here = [one for one in self._council.members(today) if one.id not in busy]
        here.sort(
            key=lambda one: (
                one.until is not None and one.until < stays,
                one.role != "lid",
                one.since or today,
            )
        )
        return here[0].id if here else None

    def first_meeting(self, row: ProgrammeRow, today: date) -> MeetingRow | None:
        """Return the meeting that the member goes along to, or the next one of the council."""
        wanted = next((s.meeting_id for s in row.steps if s.meeting_id and not s.done), None)
        coming = self._plan.coming(max(today, row.starts), "own")
        return next((m for m in coming if m.id == wanted), next(iter(coming), None))

    def start(
        self,
        member: int | str,
        starts: date | None,
        today: date,
        *,
        template: str = FIRST,
        told: Mapping[str, Any] | None = None,
        **choices: Any,  # noqa: ANN401 – buddy_id, reachable, certificate
    ) -> int:
        """Make the programme of *member* from *template*, with a date at every step; its key.

        A name instead of a number adds a new member too, as the same action: with a first term,
        and with what else was *told*, such as role, seat and phone. Raises CouncilError without
        a first day, as ``Terms.appoint`` does, or when a programme of this member runs already.
        """
        if starts is None:
            raise CouncilError(tr("Fill in the first day."), "starts")
        meeting = self._plan.next(max(starts, today), "own")
        day = meeting.starts.date() if meeting else None
        steps = dated(self.templates.get(template).steps, starts, today, day)
        with self._store.changing(tr("Start a programme")) as session:
            key = (
                self._terms.take_in(session, member, since=starts, **(told or {}))
                if isinstance(member, str)
                else member
            )
            _check_free(session, key, choices.get("buddy_id"))
            record = Programme(
                member_id=key,
                starts=starts,
                template=template,
                review=next((day for step, day in steps if step.kind == "review"), None),
                **choices,
            )
            session.add(record)
            session.flush()
            for place, (step, day) in enumerate(steps):
                at = meeting.id if step.meeting and meeting else None
                title = self.material.plain(step.title, today)
                session.add(step_record(step, record.id, place, title, day, at))
            return record.id

    def change(self, programme: int, **fields: Any) -> None:  # noqa: ANN401
        """Change the buddy, when the buddy can be reached, or the wish for a certificate."""
        place = "+".join(sorted(fields))
        with self._store.changing(tr("Change a programme"), merge=f"prog:{programme}:{place}") as s:
            record = s.get_one(Programme, programme)
            if fields.get("buddy_id") == record.member_id:
                raise CouncilError(tr("Choose somebody else as buddy."), "buddy_id")
            fill(record, fields)

    def put_off(self, programme: int, today: date, days: int = 7) -> None:
        """Bring every step that is still to be done *days* later; nobody asks why.

        The day of a meeting stays what it is.
        """
        with self._store.changing(tr("Take more time")) as session:
            record = session.get_one(Programme, programme)
            for one in look(session, programme)[0].steps:
                if one.done is None and one.due and one.meeting_id is None:
                    later = max(one.due, today).toordinal() + days
                    talk = one.kind == "review"
                    day = rules.workable(date.fromordinal(later), week=talk)
                    session.get_one(ProgrammeStep, one.id).due = day
                    record.review = day if talk else record.review

    def finish(self, programme: int, today: date) -> None:
        """End a programme, also when not every step was done."""
        with self._store.changing(tr("Finish a programme")) as session:
            session.get_one(Programme, programme).finished = today

    def go_on(self, programme: int) -> None:
        """Let a programme that was ended go on."""
        with self._store.changing(tr("Go on with a programme")) as session:
            session.get_one(Programme, programme).finished = None

    def remove(self, programme: int) -> None:
        """Throw a programme away with its steps; the member stays, and undo brings it back."""
        with self._store.changing(tr("Throw a programme away")) as session:
            remove(session, session.get_one(Programme, programme))

    def calendar(self, programme: int, now: datetime) -> bytes:
        """Return the steps that are still to be done as an .ics file; *now* is local time."""
        row = self.programme(programme)
        meetings = {meeting.id: meeting for meeting in self._plan.coming(now.date())}
        appointments: list[Appointment] = []
        for one in row.steps:
            if one.done is None and one.due is not None:
                meeting = meetings.get(one.meeting_id or 0)
                appointments.append(_appointment(row, one, meeting))
        return calendar_file(appointments, now)


def _appointment(row: ProgrammeRow, step: StepRow, meeting: MeetingRow | None) -> Appointment:
    day = step.due or row.starts
    return Appointment(
        uid=f"{uuid5(NAMESPACE_URL, f'{row.name}/{row.id}/{step.id}')}@samenspraak",
        version=day.toordinal(),  # a later day is a later version, and calendars ask no more
        title=step.title,
        starts=meeting.starts if meeting else datetime.combine(day, _EVENING),
        minutes=meeting.minutes if meeting else step.minutes or 15,
        where=meeting.place if meeting else "",
    )


def is_new(since: date | None, today: date) -> bool:
    """Tell whether somebody with this first day is a new member, or will be one."""
    return since is not None and (today - since).days <= NEW_DAYS


def _check_free(session: Session, member: int, buddy: int | None) -> None:
    if buddy == member:
        raise CouncilError(tr("Choose somebody else as buddy."), "buddy_id")
    if any(row.member_id == member and not row.over for row in look(session)):
        raise CouncilError(tr("This member is in a programme already."), "member")


def dated(
    steps: tuple[TemplateStep, ...], starts: date, today: date, meeting: date | None
) -> list[tuple[TemplateStep, date]]:
    """Return *steps* with their days, in order; *meeting* is the day of the first meeting."""
    days = [rules.due(step.timing, starts, today, meeting) for step in steps]
    return [(steps[place], days[place]) for place in rules.in_order(days)]


def step_record(
    step: TemplateStep, programme: int, place: int, title: str, due: date, meeting: int | None
) -> ProgrammeStep:
    """Return *step* of a template as a step of a programme."""
    return ProgrammeStep(
        programme_id=programme,
        position=place,
        title=title,
        kind=step.kind,
        text=step.text,
        lesson=step.lesson,
        minutes=step.minutes,
        due=due,
        meeting_id=meeting,
    )
