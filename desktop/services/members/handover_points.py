"""What a leaving member holds, and how each thing really goes to somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dossier import ENDED
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.domain.terms import add
from desktop.i18n import tr
from desktop.models.advice import Dossier
from desktop.models.base import Record
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.meetings import ActionPoint, FollowUp, Promise
from desktop.models.members import Contact, Duty, HandoverPoint, WorkGroup
from desktop.models.onboarding import Programme
from desktop.services.letters.phrases import sentence
from desktop.services.meetings.lists import add_action
from desktop.services.members.contacts import told

LOOK_AFTER = (6, 12)
"""Months after which somebody looks what became of a worry."""


@dataclass(frozen=True)
class Held:
    """One thing that a member holds now."""

    kind: str
    record: int
    title: str
    note: str = ""


def names_of(session: Session, member: Member) -> tuple[str, ...]:
    """Return how *member* is called in lists: the whole name, and the first when it is unique."""
    first = member.name.partition(" ")[0]
    others = session.scalars(select(Member.name).where(Member.id != member.id))
    unique = all(name.partition(" ")[0] != first for name in others)
    return (member.name, first) if unique else (member.name,)


def held(session: Session, member: Member) -> Iterator[Held]:
    """Give everything that *member* holds and that is not ended."""
    query = select(Dossier).where(Dossier.owner_id == member.id).order_by(Dossier.id)
    for dossier in session.scalars(query):
        if dossier.state not in ENDED:
            yield Held("dossier", dossier.id, dossier.title)
    names = names_of(session, member)
    actions = select(ActionPoint).where(ActionPoint.state == "open", ActionPoint.owner.in_(names))
    for action in session.scalars(actions):
        yield Held("action", action.id, f"{action.number}: {action.text}", _due(action.due))
    promises = select(Promise).where(Promise.state == "open", Promise.by_whom.in_(names))
    for promise in session.scalars(promises):
        yield Held("promise", promise.id, f"{promise.number}: {promise.text}", _due(promise.due))
    for contact in session.scalars(select(Contact).where(Contact.holder_id == member.id)):
        title = told(contact.name, contact.function, contact.organisation)
        last = contact.last_contact
        spoken = tr("Last contact: {day}", day=long_date(last)) if last else ""
        lines = (contact.about, contact.phone, contact.email, spoken)
        yield Held("contact", contact.id, title, "\n".join(one for one in lines if one))
    groups = {group.id: group.name for group in session.scalars(select(WorkGroup))}
    for duty in session.scalars(select(Duty).where(Duty.member_id == member.id)):
        group = groups.get(duty.group_id or 0, "")
        yield Held("task", duty.id, f"{group}: {duty.name}" if group else duty.name)
    running = select(Programme).where(Programme.buddy_id == member.id, Programme.finished.is_(None))
    for programme in session.scalars(running):
        new = session.get_one(Member, programme.member_id)
        yield Held("buddy", programme.id, tr("Buddy of {name}", name=new.name))


@dataclass(frozen=True)
class Change:
    """Who gives, who receives, and when."""

    giver: Member | None
    receiver: Member
    today: date

    def called(self, now: str) -> str:
        """Return the name of the receiver; short where the list was short."""
        short = self.giver is not None and now != self.giver.name
        return self.receiver.name.partition(" ")[0] if short else self.receiver.name


def move(session: Session, point: HandoverPoint, change: Change) -> None:
    """Give what *point* is about to the receiver; a thing that is gone, or only words, stays so.

    A worry becomes two actions of the receiver: to look, after half a year and after a year, how
    it went (the moments of Regioplan, 2023).
    """
    if point.kind == "worry":
        _look_later(session, point, change)
        return
    kind = _KINDS.get(point.kind)
    record = session.get(kind, point.record or 0) if kind else None
    receiver = change.receiver
    match record:
        case Dossier():
            record.owner_id = receiver.id
        case ActionPoint():
            record.owner = change.called(record.owner)
            session.add(_follow_up(change, action_id=record.id))
        case Promise():
            record.by_whom = change.called(record.by_whom)
            session.add(_follow_up(change, promise_id=record.id))
        case Contact():
            record.holder_id = receiver.id
        case Duty():
            _take_task(session, record, receiver)
        case Programme():
            _new_buddy(record, receiver)
        case _:
            pass


_KINDS: dict[str, type[Record]] = {
    "dossier": Dossier,
    "action": ActionPoint,
    "promise": Promise,
    "contact": Contact,
    "task": Duty,
    "buddy": Programme,
}


def _look_later(session: Session, point: HandoverPoint, change: Change) -> None:
    told = tr("Look how it goes: {worry}", worry=point.title)
    if point.note:
        told = tr("{words} We see that by: {note}", words=sentence(told), note=point.note)
    for months in LOOK_AFTER:
        due = add(change.today, months, "months")
        add_action(session, told, change.today, owner=change.receiver.name, due=due)


def _take_task(session: Session, duty: Duty, receiver: Member) -> None:
    """Give a task; who has the same one already does not get it twice."""
    query = select(Duty).filter_by(member_id=receiver.id, name=duty.name, group_id=duty.group_id)
    if session.scalars(query).first():
        remove(session, duty)
    else:
        duty.member_id, duty.hours = receiver.id, None  # an estimate is somebody's own


def _new_buddy(programme: Programme, receiver: Member) -> None:
    if programme.member_id == receiver.id:
        raise CouncilError(tr("Choose somebody else as buddy."), "receiver_id")
    programme.buddy_id, programme.reachable = receiver.id, ""


def _follow_up(
    change: Change, action_id: int | None = None, promise_id: int | None = None
) -> FollowUp:
    said = tr("now with {name}", name=change.receiver.name)
    return FollowUp(on_date=change.today, text=said, action_id=action_id, promise_id=promise_id)


def _due(day: date | None) -> str:
    return tr("before {date}", date=long_date(day)) if day else ""
