"""What the app itself would put on the agenda: advices, answers, promises, terms, minutes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.meetings import AgendaItem, Meeting, Promise
from desktop.models.store import Store
from desktop.services.advice import looking
from desktop.services.advice.rows import DossierLine
from desktop.services.council import CouncilDesk
from desktop.services.meetings.carrying import last_minutes_title
from desktop.services.meetings.items import add_item, of_meeting
from desktop.services.meetings.plan import get_meeting, previous_meeting

_ENDING = timedelta(days=100)
"""A term that ends within some three months asks for a talk about the vacancy."""


@dataclass(frozen=True)
class Proposal:
    """An item the app proposes, and why."""

    title: str
    why: str
    icon: str
    kind: str
    purpose: str
    minutes: int
    question: str = ""
    owner: str = ""
    dossier_id: int | None = None


class Proposals:
    """Propose items from what runs in the council, and put them on the agenda."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def of(self, meeting: int) -> list[Proposal]:
        """Return what *meeting* could treat and is not on its agenda yet."""
        minimum, reply = self._council.term("advice_minimum"), self._council.term("reply_term")
        with self._store.reading() as session:
            found = get_meeting(session, meeting)
            day = found.starts.date()
            items = session.scalars(of_meeting(meeting)).all()
            lines = looking.lines(session, minimum, reply)
            proposals = [
                *_last_minutes(session, found, items),
                *_of_advice(lines, day),
                *_of_promises(session, day),
                *_of_members(session, day),
            ]
        dossiers = {item.dossier_id for item in items if item.dossier_id is not None}
        titles = {item.title for item in items}
        return [p for p in proposals if p.dossier_id not in dossiers and p.title not in titles]

    def take(self, meeting: int, proposal: Proposal) -> int:
        """Put *proposal* on the agenda of *meeting*; return the key of the item."""
        with self._store.changing(tr("Put a proposal on the agenda")) as session:
            fields = {
                name: getattr(proposal, name)
                for name in ("kind", "purpose", "minutes", "question", "owner", "dossier_id")
            }
            if proposal.kind == "minutes":
                fields["standing"] = True
            return add_item(session, meeting, proposal.title, fields)


def _last_minutes(
    session: Session, meeting: Meeting, items: Sequence[AgendaItem]
) -> Iterator[Proposal]:
    last = previous_meeting(session, meeting)
    if last is None or last.minutes_state == "adopted" or any(i.kind == "minutes" for i in items):
        return
    yield Proposal(
        last_minutes_title(last),
        tr("These minutes have not been adopted yet."),
        "decision",
        "minutes",
        "decide",
        10,
        tr("Are the minutes right?"),
    )


def _of_advice(lines: list[DossierLine], day: date) -> Iterator[Proposal]:
    for line in sorted(lines, key=lambda one: one.due or date.max):
        dossier = line.dossier
        name = dossier.title.partition(":")[0]
        if dossier.state in ("drafting", "discussing"):
            adopt = dossier.state == "discussing"
            yield Proposal(
                tr("Advice on {title}", title=name),
                tr("Needed before {date}.", date=long_date(line.due))
                if line.due
                else dossier.state_words,
                "adviseren",
                "advice",
                "decide" if adopt else "judge",
                25,
                tr("Do we send this advice? What must change first?")
                if adopt
                else tr("What do you think of this draft?"),
                dossier_id=dossier.id,
            )
        elif dossier.state in ("sent", "overdue") and line.due and line.due < day:
            yield Proposal(
                tr("{title}: no answer yet", title=name),
                tr("The answer was due on {date}.", date=long_date(line.due)),
                "late",
                "discussion",
                "judge",
                10,
                tr("Do we call, write or wait?"),
                dossier_id=dossier.id,
            )


def _of_promises(session: Session, day: date) -> Iterator[Proposal]:
    query = select(Promise).where(Promise.state == "open", Promise.due <= day)
    for promise in session.scalars(query.order_by(Promise.due)):
        yield Proposal(
            tr("Promise {number}: {text}", number=promise.number, text=promise.text),
            tr("Promised by {name} for {date}.", name=promise.by_whom, date=long_date(promise.due))
            if promise.due
            else promise.by_whom,
            "promise",
            "discussion",
            "inform",
            5,
            tr("Was this promise kept?"),
        )


def _of_members(session: Session, day: date) -> Iterator[Proposal]:
    query = select(Member).where(Member.until >= day, Member.until <= day + _ENDING)
    for member in session.scalars(query.order_by(Member.until)):
        yield Proposal(
            tr("Term of {name}", name=member.name),
            tr("Ends on {date}.", date=long_date(member.until)) if member.until else "",
            "people",
            "discussion",
            "judge",
            10,
            tr("Does {name} go on, or do we look for someone new?", name=member.name),
        )
