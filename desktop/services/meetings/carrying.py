"""What comes back next time: not discussed, standing, or with an open action."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.agenda import Reason, reasons_to_return
from desktop.domain.dutch_dates import MONTHS
from desktop.i18n import tr
from desktop.models.meetings import ActionPoint, AgendaItem, AgendaPaper, Meeting
from desktop.models.store import Store
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.items import (
    fill_from_template,
    get_item,
    give_numbers,
    next_place,
    of_meeting,
)
from desktop.services.meetings.plan import get_meeting, previous_meeting
from desktop.services.meetings.rows import ItemRow
from desktop.services.records import to_row

How = Literal["move", "repeat"]
"""move: the item goes along and its notes too; repeat: the old record stays whole."""

_KEPT = (
    "title",
    "kind",
    "purpose",
    "owner",
    "minutes",
    "question",
    "public",
    "standing",
    "handed_in_by",
    "handed_in_on",
    "dossier_id",
)


@dataclass(frozen=True)
class Returning:
    """An item of an earlier meeting that should come back, and why."""

    item: ItemRow
    reasons: tuple[Reason, ...]
    actions: tuple[str, ...]
    """Numbers of its open actions."""

    @property
    def how(self) -> How:
        """The natural way: what was not discussed moves, the rest is repeated."""
        return "move" if "not_treated" in self.reasons and not self.item.standing else "repeat"


class Carrying:
    """Bring items of earlier meetings to the next agenda."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def returning(self, meeting: int) -> list[Returning]:
        """Return what should come back at *meeting* and is not there yet, in the old order."""
        with self._store.reading() as session:
            return _returning(session, get_meeting(session, meeting))

    def build_from_last(self, meeting: int) -> None:
        """Put the standing items of last time on the agenda; without a last time the fixed ones.

        All of it is one act. Items that are there already stay.
        """
        with self._store.changing(tr("Make the agenda from last time")) as session:
            must_be_open(session, meeting)
            found = get_meeting(session, meeting)
            last = previous_meeting(session, found)
            here = session.scalars(of_meeting(meeting)).all()
            returning = [r for r in _returning(session, found) if r.item.standing]
            if not here and (last is None or not returning):
                fill_from_template(session, found)
                return
            for one in returning:
                _copy(session, get_item(session, one.item.id), found, "repeat")
            _settle(session, found)

    def bring(self, item: int, meeting: int, how: How) -> int:
        """Put an item of an earlier meeting on the agenda of *meeting*; return its new key."""
        with self._store.changing(tr("Take an item along from last time")) as session:
            must_be_open(session, meeting)
            target, old = get_meeting(session, meeting), get_item(session, item)
            new = _copy(session, old, target, how)
            _settle(session, target)
            return new.id


def last_minutes_title(last: Meeting) -> str:
    """Return the name of the item that adopts the minutes of *last*: Verslag van 12 februari."""
    day = f"{last.starts.day} {MONTHS[last.starts.month - 1]}"
    return tr("Minutes of {day}", day=day)


def _returning(session: Session, meeting: Meeting) -> list[Returning]:
    last = previous_meeting(session, meeting)
    if last is None:
        return []
    query = (
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Meeting.kind == meeting.kind,
            Meeting.state == "held",
            Meeting.starts < meeting.starts,
            AgendaItem.state != "rejected",
            AgendaItem.kind != "break",
            # Of twenty years of meetings, what was treated before last time never comes back.
            or_(AgendaItem.meeting_id == last.id, AgendaItem.state != "treated"),
        )
        .order_by(Meeting.starts, AgendaItem.place, AgendaItem.id)
    )
    came_back = set(
        session.scalars(select(AgendaItem.carried_from).where(AgendaItem.carried_from.is_not(None)))
    )
    here = {item.kind for item in session.scalars(of_meeting(meeting.id))}
    actions: dict[int | None, list[str]] = {}
    still_open = select(ActionPoint.item_id, ActionPoint.number).where(
        ActionPoint.state == "open", ActionPoint.item_id.is_not(None)
    )
    for item_id, number in session.execute(still_open.order_by(ActionPoint.id)):
        actions.setdefault(item_id, []).append(number)
    found: list[Returning] = []
    for item in session.scalars(query):
        newest = item.meeting_id == last.id
        treated = item.state == "treated"
        if item.standing and item.kind in _FIRST + _LAST:
            gone = not newest or item.kind in here
        else:
            gone = item.id in came_back or (not newest and treated)
        if gone:
            continue
        reasons = reasons_to_return(
            treated=treated, standing=item.standing, open_action=item.id in actions
        )
        if reasons:
            found.append(Returning(to_row(ItemRow, item), reasons, tuple(actions.get(item.id, ()))))
    return found


def _copy(session: Session, old: AgendaItem, meeting: Meeting, how: How) -> AgendaItem:
    values: dict[str, Any] = {name: getattr(old, name) for name in _KEPT}
    parent = session.scalar(
        select(AgendaItem.id).where(
            AgendaItem.meeting_id == meeting.id,
            AgendaItem.carried_from == old.parent_id,
            AgendaItem.carried_from.is_not(None),
        )
    )
    last = previous_meeting(session, meeting)
    if old.kind == "minutes" and last is not None:
        values["title"] = last_minutes_title(last)
    new = AgendaItem(
        meeting_id=meeting.id,
        parent_id=parent,
        place=next_place(session, meeting.id),
        state="placed",
        carried_from=old.id,
        **values,
    )
    session.add(new)
    session.flush()
    if how == "move":
        _move_along(session, old, new)
    return new


def _move_along(session: Session, old: AgendaItem, new: AgendaItem) -> None:
    """Take papers and notes along; the old agenda says that the item went on."""
    papers = session.scalars(select(AgendaPaper).where(AgendaPaper.item_id == old.id))
    session.add_all(
        AgendaPaper(
            item_id=new.id,
            name=paper.name,
            paper_id=paper.paper_id,
            expected=paper.expected,
            internal=paper.internal,
        )
        for paper in papers.all()
    )
    new.notes = old.notes
    origin = get_meeting(session, old.meeting_id) if old.meeting_id is not None else None
    # Adopted minutes say for good what happened; only the new agenda changes then.
    if origin is None or origin.minutes_state != "adopted":
        old.state = "carried"
    session.flush()


_FIRST = ("opening", "agenda", "notices", "mail", "minutes", "actions")
_LAST = ("other", "round", "closing")


def _settle(session: Session, meeting: Meeting) -> None:
    """Bring what came back to its usual place: fixed items first and last, the rest between.

    An agenda that was sent keeps its order: its members know it.
    """
    if meeting.sent is not None:
        give_numbers(session, meeting.id)
        return
    items = session.scalars(of_meeting(meeting.id)).all()

    def usual(item: AgendaItem) -> int:
        if item.kind in _FIRST:
            return _FIRST.index(item.kind)
        if item.kind in _LAST:
            return len(_FIRST) + 1 + _LAST.index(item.kind)
        return len(_FIRST)

    for place, item in enumerate(sorted(items, key=usual)):
        item.place = place
    session.flush()
