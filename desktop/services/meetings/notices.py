"""What asks for attention around meetings: agendas, papers, minutes, lists and the year plan."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import Term
from desktop.i18n import tr, trn
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    AgendaPaper,
    Meeting,
    Promise,
)
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.minutes_notices import of_minutes
from desktop.services.meetings.plan import OVER, MeetingPlan
from desktop.services.notice import SOON, Notice, time_left
from desktop.services.records import listed

_WITHOUT_NORM = timedelta(days=7)
"""A council that agreed nothing hears a week before the meeting, without any pressing."""
LIST_SOON = timedelta(days=7)
"""From a week before its date an action or promise is told of."""
_NAMED = 3
_NEXT_YEAR_FROM = 11
"""From November on the plan of the next year counts too."""


class MeetingNotices:
    """Look at the meetings and their lists, and say what is due, late or missing."""

    def __init__(self, store: Store, council: CouncilDesk, plan: MeetingPlan) -> None:
        self._store = store
        self._council = council
        self._plan = plan

    def notices(self, today: date) -> list[Notice]:
        """Return what needs attention around meetings; bundled, so never more than a handful."""
        term = self._council.term("papers_before_meeting")
        minutes_term = self._council.term("minutes_after_meeting")
        with self._store.reading() as session:
            coming = _coming(session, today, term)
            return [
                *_of_agendas(session, coming, today, term),
                *_of_papers(session, coming, today, term),
                *of_minutes(session, today, term, minutes_term),
                *_of_actions(session, today),
                *_of_promises(session, today),
                *_of_handed_in(session),
                *self._of_plan(today),
            ]

    def _of_plan(self, today: date) -> Iterator[Notice]:
        years = [today.year, today.year + 1][: 2 if today.month >= _NEXT_YEAR_FROM else 1]
        for year in years:
            for kind in ("own", "alderman"):
                count = self._plan.count(year, kind)
                if not count.short or count.norm is None:
                    continue
                title = (
                    trn("Plan {n} more meeting", "Plan {n} more meetings", count.short)
                    if kind == "own"
                    else trn(
                        "Plan {n} more talk with the alderman",
                        "Plan {n} more talks with the alderman",
                        count.short,
                    )
                )
                yield Notice(
                    title,
                    tr(
                        "Agreed for {year}: {amount} ({source}). There are {n}.",
                        year=year,
                        amount=count.norm.amount,
                        source=count.norm.source,
                        n=count.held + count.planned,
                    ),
                    str(year),
                    "calm",
                    tr("Year plan"),
                    "meetings",
                    "vergaderen",
                    place="plan",
                    record=year,
                )


def _coming(session: Session, today: date, term: Term | None) -> list[Meeting]:
    """Return the meetings whose agenda goes out within two weeks, soonest first."""
    query = select(Meeting).where(
        Meeting.state.not_in((*OVER, "running")), Meeting.starts >= datetime.combine(today, time())
    )
    found = session.scalars(query.order_by(Meeting.starts))
    return [one for one in found if _goes_out(one, term) <= today + SOON]


def _goes_out(meeting: Meeting, term: Term | None) -> date:
    day = meeting.starts.date()
    return term.before(day) if term else day - _WITHOUT_NORM


def _about(meeting: Meeting, why: str) -> str:
    """Return *why*, with the name of the meeting when it is another one than usual."""
    return why if meeting.kind == "own" else f"{meeting.title}. {why}"


def _of_agendas(
    session: Session, coming: Sequence[Meeting], today: date, term: Term | None
) -> Iterator[Notice]:
    made = set(
        session.scalars(
            select(AgendaItem.meeting_id).where(
                AgendaItem.meeting_id.in_([one.id for one in coming])
            )
        )
    )
    for meeting in coming:
        if meeting.state != "planned":
            continue
        day, goes_out = long_date(meeting.starts.date()), _goes_out(meeting, term)
        if term:
            state, tone = time_left(goes_out, today)
            why = tr("Agreed: {term} before ({source}).", term=term.words, source=term.source)
        else:
            state, tone = time_left(meeting.starts.date(), today)[0], "calm"
            why = tr("You agreed on no term. A week before is pleasant for the members.")
        ready = meeting.id in made
        yield Notice(
            tr("Send the agenda of {day}", day=day)
            if ready
            else tr("Make the agenda of {day}", day=day),
            _about(meeting, why),
            state,
            tone,
            tr("Send") if ready else tr("Agenda"),
            "meetings",
            "letter" if ready else "vergaderen",
            due=goes_out if term else meeting.starts.date(),
            place="send" if ready else "agenda",
            record=meeting.id,
        )


def _of_papers(
    session: Session, coming: Sequence[Meeting], today: date, term: Term | None
) -> Iterator[Notice]:
    """Say per meeting which papers are not there; before their own day that is no news yet."""
    for meeting in coming:
        goes_out = _goes_out(meeting, term)
        query = (
            select(AgendaPaper)
            .join(AgendaItem, AgendaItem.id == AgendaPaper.item_id)
            .where(AgendaItem.meeting_id == meeting.id, AgendaPaper.paper_id.is_(None))
            .order_by(AgendaPaper.expected, AgendaPaper.id)
        )
        missing = [
            paper
            for paper in session.scalars(query)
            if (paper.expected or goes_out) < today or goes_out <= today
        ]
        if not missing:
            continue
        due = min([goes_out, *(one.expected for one in missing if one.expected)])
        yield Notice(
            trn(
                "{n} paper is missing for {day}",
                "{n} papers are missing for {day}",
                len(missing),
                day=long_date(meeting.starts.date()),
            ),
            _some([paper.name for paper in missing]),
            time_left(due, today)[0],
            "late" if due < today else "soon",
            tr("Look"),
            "meetings",
            "late" if due < today else "file",
            due=max(due, today),
            place="agenda",
            record=meeting.id,
        )


def _of_actions(session: Session, today: date) -> Iterator[Notice]:
    query = select(ActionPoint).where(
        ActionPoint.state == "open", ActionPoint.due <= today + LIST_SOON
    )
    found = session.scalars(query.order_by(ActionPoint.due, ActionPoint.id)).all()
    late = [one for one in found if one.due and one.due < today]
    soon = [one for one in found if one not in late]
    if late:
        yield _bundle(
            "action",
            late,
            tr("Action {number} is too late", number=late[0].number)
            if len(late) == 1
            else trn("{n} action is too late", "{n} actions are too late", len(late)),
            today,
        )
    if soon:
        yield _bundle(
            "action",
            soon,
            tr("Action {number} must be ready", number=soon[0].number)
            if len(soon) == 1
            else trn("{n} action must be ready", "{n} actions must be ready", len(soon)),
            today,
        )


def _of_promises(session: Session, today: date) -> Iterator[Notice]:
    """Say which promises are due; one about an advice stands with its dossier already."""
    query = select(Promise).where(
        Promise.state == "open", Promise.due <= today + LIST_SOON, Promise.dossier_id.is_(None)
    )
    found = session.scalars(query.order_by(Promise.due, Promise.id)).all()
    if found:
        yield _bundle(
            "promise",
            found,
            tr("Was promise {number} kept?", number=found[0].number)
            if len(found) == 1
            else trn("Was {n} promise kept?", "Were {n} promises kept?", len(found)),
            today,
        )


def _bundle(
    kind: str, found: Sequence[ActionPoint] | Sequence[Promise], title: str, today: date
) -> Notice:
    """Return actions or promises as one notice; a late one stands among the things of today.

    An old action does not push a late answer of the municipality from the top.
    """
    first = found[0]
    state, tone = time_left(first.due, today)
    late = tone == "late"
    if len(found) > 1:
        state = tr("too late") if late else tr("within a week")
    told = [f"{_person(one)}: {one.text}" if _person(one) else one.text for one in found]
    return Notice(
        title,
        told[0] if len(found) == 1 else _some([f"{one.number} {one.text}" for one in found]),
        state,
        tone,
        tr("Open") if len(found) == 1 else tr("Look"),
        "meetings",
        "late" if late else kind,
        due=max(first.due or today, today),
        place=kind if len(found) == 1 else f"{kind}s:{'late' if late else 'soon'}",
        record=first.id if len(found) == 1 else None,
    )


def _of_handed_in(session: Session) -> Iterator[Notice]:
    query = select(AgendaItem).where(
        AgendaItem.meeting_id.is_(None), AgendaItem.state == "handed_in"
    )
    found = session.scalars(query.order_by(AgendaItem.handed_in_on, AgendaItem.id)).all()
    if found:
        named = [
            f"{one.title} ({one.handed_in_by})" if one.handed_in_by else one.title for one in found
        ]
        yield Notice(
            trn(
                "{n} item that was handed in has no place",
                "{n} items that were handed in have no place",
                len(found),
            ),
            _some(named),
            tr("waits"),
            "calm",
            tr("Look"),
            "meetings",
            "parked",
            place="parking",
        )


def _person(one: ActionPoint | Promise) -> str:
    return one.owner if isinstance(one, ActionPoint) else one.by_whom


def _some(names: Sequence[str]) -> str:
    """Return the first few *names*, and that there are more."""
    shown = list(names[:_NAMED])
    return listed([*shown, tr("more")] if len(names) > _NAMED else shown) + "."
