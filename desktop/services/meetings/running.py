"""Run a meeting: open it, go through the items in any order, pause, and close it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.agenda import own_minutes
from desktop.domain.errors import CouncilError
from desktop.domain.meeting_clock import Clock, Timed, clock, used_seconds
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    Meeting,
    MeetingDecision,
    Promise,
    SpeakerTurn,
)
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers
from desktop.services.council import CouncilDesk
from desktop.services.meetings.attendance import (
    AttendanceDesk,
    Person,
    Quorum,
    add_expected,
    agenda_of,
    people_at,
    treatment,
)
from desktop.services.meetings.deciding import DecidingDesk
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.items import give_numbers, next_place, put
from desktop.services.meetings.lists import add_action, add_promise
from desktop.services.meetings.rows import (
    ActionRow,
    AttendanceRow,
    DecisionRow,
    ItemRow,
    MeetingRow,
    PromiseRow,
)
from desktop.services.records import rows, to_row


@dataclass(frozen=True)
class RunningView:
    """A meeting that is going on, as one screen shows it."""

    meeting: MeetingRow
    items: tuple[ItemRow, ...]
    """In the order of the agenda, sub-items under their item."""
    current: ItemRow | None
    people: tuple[Person, ...]
    quorum: Quorum
    turns: tuple[AttendanceRow, ...]
    """Who wants to speak at the current item."""
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    promises: tuple[PromiseRow, ...]
    """Of the current item."""

    def clock(self, now: datetime) -> Clock:
        """Return the clock at *now*."""
        minutes = own_minutes(self.items)
        timed = {item.id: _timed(item, minutes[item.id]) for item in self.items}
        current = timed[self.current.id] if self.current is not None else None
        return clock(current, timed.values(), self.meeting.starts, now)

    @property
    def following(self) -> ItemRow | None:
        """The item that comes next when nobody changes the order."""
        return next(
            (item for item in self.items if item.state == "placed" and item.turn is None), None
        )


class Running:
    """Everything people do during a meeting."""

    def __init__(self, store: Store, council: CouncilDesk, dossiers: Dossiers) -> None:
        self._store = store
        self._council = council
        self._dossiers = dossiers
        self.attendance = AttendanceDesk(store, council)
        self.deciding = DecidingDesk(store, council)

    def view(self, meeting: int, today: date) -> RunningView:
        """Return the meeting with its current item; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            found = to_row(MeetingRow, _meeting(session, meeting))
            records = agenda_of(session, meeting)
            items = tuple(to_row(ItemRow, item) for item in records)
            now = _current(records)
            current = to_row(ItemRow, now) if now is not None else None
            at = current.id if current is not None else 0
            decisions = rows(session, DecisionRow, select(MeetingDecision).filter_by(item_id=at))
            actions = rows(session, ActionRow, select(ActionPoint).filter_by(item_id=at))
            promises = rows(session, PromiseRow, select(Promise).filter_by(item_id=at))
            item = current.id if current is not None else None
            people = tuple(people_at(session, meeting, item, treatment(records)))
        return RunningView(
            meeting=found,
            items=items,
            current=current,
            people=people,
            quorum=self.attendance.quorum_of(people, today),
            turns=tuple(self.attendance.turns(item)) if item is not None else (),
            decisions=tuple(decisions),
            actions=tuple(actions),
            promises=tuple(promises),
        )

    def open(self, meeting: int, now: datetime) -> None:
        """Open the meeting: everyone on the list, numbers for items without, the first item on."""
        members = self._council.members(now.date())
        with self._store.changing(tr("Open the meeting")) as session:
            found = _open(session, meeting)
            if found.state in ("held", "cancelled"):
                raise CouncilError(tr("This meeting is over."))
            items = agenda_of(session, meeting)
            if not items:
                raise CouncilError(tr("Put something on the agenda first."))
            add_expected(session, meeting, members)
            give_numbers(session, meeting)
            found.state, found.opened, found.paused = "running", found.opened or now, None
            if _current(items) is None:
                _start(items, items[0], now)

    def go_to(self, item: int, now: datetime) -> None:
        """Treat *item* now; the current item is done. Numbers stay, the turn is kept."""
        with self._store.changing(tr("Go to an item")) as session:
            found = _item(session, item)
            _to(session, found, now)

    def go_on(self, meeting: int, now: datetime) -> bool:
        """Go to the next item of the agenda that had no turn; False when there is none left."""
        with self._store.changing(tr("Next item")) as session:
            must_be_open(session, meeting)
            items = agenda_of(session, meeting)
            following = next(
                (item for item in items if item.state == "placed" and item.turn is None), None
            )
            if following is None:
                _end(items, now)
                return False
            _to(session, following, now)
            return True

    def skip(self, item: int, reason: str, now: datetime) -> None:
        """Put *item* off to a later meeting with a reason; it is never lost."""
        if not reason.strip():
            raise CouncilError(tr("Say in one sentence why."), "reason")
        with self._store.changing(tr("Put an item off")) as session:
            found = _item(session, item)
            _no_votes(session, item)
            _stop(found, now)
            found.state, found.state_reason = "carried", reason.strip()

    def put_back(self, item: int) -> None:
        """Put an item that was put off or passed by mistake back on the agenda."""
        with self._store.changing(tr("Put an item back")) as session:
            found = _item(session, item)
            _no_votes(session, item)
            found.state, found.state_reason, found.turn = "placed", "", None
            found.started = None

    def add_urgent(
        self, meeting: int, title: str, minutes: int = 10, *, after: int | None = None
    ) -> int:
        """Add an item that cannot wait, after the item *after* or the current one; its id."""
        if not title.strip():
            raise CouncilError(tr("Give the item a name."), "title")
        if minutes < 1:
            raise CouncilError(tr("Fill in a number of one or more."), "minutes")
        with self._store.changing(tr("Add an urgent item")) as session:
            must_be_open(session, meeting)
            items = agenda_of(session, meeting)
            tops = [item for item in items if item.parent_id is None]
            here = next((i for i in items if i.id == after), None) or _current(items)
            if here is not None and here.parent_id is not None:
                here = session.get_one(AgendaItem, here.parent_id)
            place = tops.index(here) + 1 if here in tops else len(tops)
            new = AgendaItem(
                title=title.strip(),
                meeting_id=meeting,
                minutes=minutes,
                urgent=True,
                place=next_place(session, meeting),
            )
            session.add(new)
            session.flush()
            put(session, [item.id for item in (*tops[:place], new, *tops[place:])])
            give_numbers(session, meeting)
            return new.id

    def pause(self, meeting: int, now: datetime) -> None:
        """Stop the clock for a break."""
        with self._store.changing(tr("Pause the meeting")) as session:
            found = _open(session, meeting)
            current = _current(agenda_of(session, meeting))
            if current is not None:
                _stop(current, now)
            found.paused = now

    def resume(self, meeting: int, now: datetime) -> None:
        """Go on after a break."""
        with self._store.changing(tr("Go on after the break")) as session:
            found = _open(session, meeting)
            found.paused = None
            current = _current(agenda_of(session, meeting))
            if current is not None:
                current.started = now

    def close(self, meeting: int, now: datetime) -> None:
        """Close the meeting; what had no turn comes back next time, what was done is kept."""
        with self._store.changing(tr("Close the meeting")) as session:
            found = _open(session, meeting)
            items = agenda_of(session, meeting)
            _end(items, now)
            for item in items:
                if item.state == "placed":
                    item.state, item.state_reason = "carried", tr("no time left")
            for turn in session.scalars(
                select(SpeakerTurn).where(SpeakerTurn.item_id.in_([item.id for item in items]))
            ).all():
                remove(session, turn)
            found.state, found.closed, found.paused = "held", now, None
            found.minutes_state = found.minutes_state or "concept"

    def reopen(self, meeting: int) -> None:
        """Open a meeting again that was closed by mistake."""
        with self._store.changing(tr("Open the meeting again")) as session:
            found = _open(session, meeting)
            if found.minutes_state not in ("", "concept"):
                raise CouncilError(tr("The minutes have been sent round already."))
            found.state, found.closed = "running", None

    def note(self, item: int, notes: str) -> None:
        """Keep the notes of *item* (Markdown); typing is one action."""
        with self._store.changing(tr("Write notes"), merge=f"notes:{item}") as session:
            _item(session, item).notes = notes

    def add_action(
        self, item: int, text: str, today: date, owner: str = "", due: date | None = None
    ) -> str:
        """Note an action at *item*; return its number for life."""
        with self._store.changing(tr("Note an action")) as session:
            links = _links(_item(session, item))
            return add_action(session, text, today, owner=owner, due=due, **links).number

    def add_promise(
        self, item: int, text: str, today: date, by_whom: str, due: date | None = None
    ) -> str:
        """Note a promise of someone outside the council; return its number for life."""
        with self._store.changing(tr("Note a promise")) as session:
            links = _links(_item(session, item))
            return add_promise(session, text, today, by_whom=by_whom, due=due, **links).number


def _links(item: AgendaItem) -> dict[str, int | None]:
    return {"meeting_id": item.meeting_id, "item_id": item.id, "dossier_id": item.dossier_id}


def _timed(item: ItemRow, minutes: int) -> Timed:
    return Timed(minutes, item.seconds, item.started, over=item.state != "placed")


def _current(items: list[AgendaItem]) -> AgendaItem | None:
    """Return the one item that had its turn and is not over."""
    return next((i for i in items if i.state == "placed" and i.turn is not None), None)


def _to(session: Session, item: AgendaItem, now: datetime) -> None:
    meeting = _meeting(session, item.meeting_id or 0)
    if meeting.state != "running":
        raise CouncilError(tr("Open the meeting first."))
    items = agenda_of(session, meeting.id)
    _end(items, now)
    meeting.paused = None
    _start(items, item, now)


def _start(items: list[AgendaItem], item: AgendaItem, now: datetime) -> None:
    item.state, item.state_reason, item.started = "placed", "", now
    if item.turn is None:
        item.turn = max((other.turn or 0 for other in items), default=0) + 1


def _end(items: list[AgendaItem], now: datetime) -> None:
    current = _current(items)
    if current is not None:
        _stop(current, now)
        current.state = "treated"


def _stop(item: AgendaItem, now: datetime) -> None:
    item.seconds = used_seconds(Timed(item.minutes, item.seconds, item.started), now)
    item.started = None


def _no_votes(session: Session, item: int) -> None:
    query = select(func.count()).select_from(MeetingDecision).where(MeetingDecision.item_id == item)
    if session.scalar(query):
        raise CouncilError(tr("A decision was taken here already, so this item stays treated."))


def _meeting(session: Session, meeting: int) -> Meeting:
    found = session.get(Meeting, meeting)
    if found is None:
        raise CouncilError(tr("This meeting is no longer there."))
    return found


def _open(session: Session, meeting: int) -> Meeting:
    """Return the meeting to change it."""
    must_be_open(session, meeting)
    return _meeting(session, meeting)


def _item(session: Session, item: int) -> AgendaItem:
    """Return the item to change it."""
    found = session.get(AgendaItem, item)
    if found is None or found.meeting_id is None:
        raise CouncilError(tr("This has been changed since. Look again."))
    must_be_open(session, found.meeting_id)
    return found
