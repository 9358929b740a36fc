"""The items of an agenda within a running act: add them, put them in order, number them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.domain import agenda as rules
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.meetings import AgendaItem, Meeting
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.kinds import template
from desktop.services.meetings.plan import get_meeting
from desktop.services.meetings.rows import ItemRow
from desktop.services.records import rows

CLOSING = ("other", "round", "closing")
"""Kinds that stand at the end of an agenda; new items come before them."""


def of_meeting(meeting: int | None) -> Select[AgendaItem]:
    """Ask for the items of a meeting in their order."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting)
    return query.order_by(AgendaItem.place, AgendaItem.id)


def get_item(session: Session, item: int) -> AgendaItem:
    """Return the item record; raises CouncilError when it is gone."""
    found = session.get(AgendaItem, item)
    if found is None:
        raise CouncilError(tr("This agenda item is no longer there."))
    return found


def open_item(session: Session, item: int) -> AgendaItem:
    """Return the item record to change it; raises CouncilError when its meeting was adopted."""
    found = get_item(session, item)
    must_be_open(session, found.meeting_id)
    return found


def add_item(session: Session, meeting: int | None, title: str, fields: dict[str, Any]) -> int:
    """Add an item within a running act; return its key. See ``AgendaDesk.add``."""
    values: dict[str, Any] = {"state": "placed" if meeting is not None else "parked", **fields}
    wanted = values.pop("place", None)
    place = next_place(session, meeting)
    must_be_open(session, meeting)
    item = AgendaItem(title=named(title), meeting_id=meeting, place=place, **values)
    session.add(item)
    session.flush()
    if meeting is None:
        return item.id
    if wanted is not None:
        row = [i.id for i in neighbours(session, item)]
        put(session, rules.moved(row, item.id, wanted - row.index(item.id)))
    elif item.parent_id is None:
        _before_closing(session, item)
    if get_meeting(session, meeting).sent is not None:
        give_numbers(session, meeting)
    return item.id


def place_item(session: Session, item: int, meeting: int) -> None:
    """Put a waiting item on an agenda within a running act."""
    found = open_item(session, item)
    must_be_open(session, meeting)
    found.meeting_id, found.state, found.state_reason = meeting, "placed", ""
    found.place = next_place(session, meeting)
    session.flush()
    _before_closing(session, found)
    if get_meeting(session, meeting).sent is not None:
        give_numbers(session, meeting)


def fill_from_template(session: Session, meeting: Meeting) -> None:
    """Add the fixed items for the kind of *meeting* within a running act."""
    for values in template(meeting.kind)["item"]:
        fields: dict[str, Any] = {"public": meeting.public, **values}
        add_item(session, meeting.id, fields.pop("title"), {**fields, "place": 10_000})


def give_numbers(session: Session, meeting: int) -> None:
    """Give every item without a number one that stays, within a running act."""
    found = rules.numbers(rules.in_order(rows(session, ItemRow, of_meeting(meeting))))
    for record in session.scalars(of_meeting(meeting)):
        record.number = found[record.id]
    session.flush()


def neighbours(session: Session, item: AgendaItem) -> Sequence[AgendaItem]:
    """Return the items on the level of *item*, in order: all items, or the parts of one."""
    query = of_meeting(item.meeting_id).where(AgendaItem.parent_id.is_(item.parent_id))
    return session.scalars(query).all()


def put(session: Session, order: Sequence[int]) -> None:
    """Give the items of *order* their places: the same places, in the new order."""
    records = [get_item(session, key) for key in order]
    places = sorted(record.place for record in records)
    # Equal places would leave the order to chance.
    if len(set(places)) < len(places):
        places = list(range(places[0], places[0] + len(places)))
    for record, place in zip(records, places, strict=True):
        record.place = place
    session.flush()


def _before_closing(session: Session, item: AgendaItem) -> None:
    """Move a new item to before the run of closing items at the end of the agenda."""
    row = [i for i in neighbours(session, item) if i.id != item.id]
    at = len(row)
    while at and row[at - 1].kind in CLOSING:
        at -= 1
    order = [i.id for i in row]
    put(session, [*order[:at], item.id, *order[at:]])


def next_place(session: Session, meeting: int | None) -> int:
    """Return the place after the last item of *meeting*."""
    query = select(func.max(AgendaItem.place)).where(AgendaItem.meeting_id == meeting)
    last = session.scalar(query)
    return 0 if last is None else last + 1


def named(title: str) -> str:
    """Return *title* without spaces around it; raises CouncilError when nothing is left."""
    if not title.strip():
        raise CouncilError(tr("Give the agenda item a name."), "title")
    return title.strip()


def refuse_treated(item: AgendaItem) -> None:
    """Raise CouncilError when *item* was treated: then it stays in the minutes."""
    if item.state == "treated" or item.started is not None:
        raise CouncilError(tr("This item has been treated. It stays in the minutes."))


def refuse_numbered(item: AgendaItem) -> None:
    """Raise CouncilError when the members know *item* by its number."""
    if item.number:
        raise CouncilError(tr("The agenda has been sent. Numbers stay as the members know them."))
