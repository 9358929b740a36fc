"""What a leaving member holds, and how each thing really goes to somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.advice import Dossier
from desktop.models.council import Member
from desktop.models.meetings import ActionPoint, FollowUp, Promise
from desktop.models.members import Contact, Duty, HandoverPoint, WorkGroup
from desktop.models.onboarding import Programme
from desktop.services.members.contacts import told


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
        yield Held("contact", contact.id, title, contact.about)
    groups = {group.id: group.name for group in session.scalars(select(WorkGroup))}
    for duty in session.scalars(select(Duty).where(Duty.member_id == member.id)):
        group = groups.get(duty.group_id or 0, "")
        yield Held("task", duty.id, f"{group}: {duty.name}" if group else duty.name)
    running = select(Programme).where(Programme.buddy_id == member.id, Programme.finished.is_(None))
    for programme in session.scalars(running):
        new = session.get_one(Member, programme.member_id)
        yield Held("buddy", programme.id, tr("Buddy of {name}", name=new.name))


def move(
    session: Session, point: HandoverPoint, giver: Member | None, receiver: Member, today: date
) -> None:
    """Give what *point* is about to *receiver*; a thing that is gone, or only words, stays so."""
    match point.kind:
        case "dossier":
            dossier = session.get(Dossier, point.record or 0)
            if dossier:
                dossier.owner_id = receiver.id
        case "action":
            action = session.get(ActionPoint, point.record or 0)
            if action:
                action.owner = _as_called(action.owner, giver, receiver)
                session.add(_follow_up(today, receiver, action_id=action.id))
        case "promise":
            promise = session.get(Promise, point.record or 0)
            if promise:
                promise.by_whom = _as_called(promise.by_whom, giver, receiver)
                session.add(_follow_up(today, receiver, promise_id=promise.id))
        case "contact":
            contact = session.get(Contact, point.record or 0)
            if contact:
                contact.holder_id = receiver.id
        case "task":
            duty = session.get(Duty, point.record or 0)
            if duty:
                duty.member_id, duty.hours = receiver.id, None  # an estimate is somebody's own
        case "buddy":
            _new_buddy(session.get(Programme, point.record or 0), receiver)
        case _:
            pass


def _new_buddy(programme: Programme | None, receiver: Member) -> None:
    if programme is None:
        return
    if programme.member_id == receiver.id:
        raise CouncilError(tr("Choose somebody else as buddy."), "receiver_id")
    programme.buddy_id, programme.reachable = receiver.id, ""


def _as_called(now: str, giver: Member | None, receiver: Member) -> str:
    """Return the name of *receiver*; short where the list was short."""
    return receiver.name if giver is None or now == giver.name else receiver.name.partition(" ")[0]


def _follow_up(
    today: date, receiver: Member, action_id: int | None = None, promise_id: int | None = None
) -> FollowUp:
    said = tr("now with {name}", name=receiver.name)
    return FollowUp(on_date=today, text=said, action_id=action_id, promise_id=promise_id)


def _due(day: date | None) -> str:
    return tr("before {date}", date=long_date(day)) if day else ""
