"""Build the agenda: items in their order, what members hand in, and what waits for later."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import agenda as rules
from desktop.domain.agenda import TimeSum
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.meetings import AgendaItem, AgendaPaper
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.carrying import Carrying
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.items import (
    add_item,
    fill_from_template,
    get_item,
    give_numbers,
    named,
    neighbours,
    next_place,
    of_meeting,
    open_item,
    place_item,
    put,
    refuse_numbered,
    refuse_treated,
)
from desktop.services.meetings.plan import get_meeting
from desktop.services.meetings.proposals import Proposals
from desktop.services.meetings.rows import AgendaPaperRow, ItemRow
from desktop.services.records import fill, needed, rows, to_row

WAITING = ("handed_in", "parked", "rejected")
"""States of an item that stands on no agenda; it is never lost."""


class AgendaDesk:
    """The items of one meeting or of the parking list, and their papers."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self.carrying = Carrying(store)
        self.proposals = Proposals(store, council)

    def items(self, meeting: int) -> list[ItemRow]:
        """Return the items of a meeting in the order of the agenda, parts after their item."""
        with self._store.reading() as session:
            return rules.in_order(rows(session, ItemRow, of_meeting(meeting)))

    def item(self, item: int) -> ItemRow:
        """Return one item; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return to_row(ItemRow, get_item(session, item))

    def numbers(self, meeting: int) -> dict[int, str]:
        """Return the number of every item by its key: given for good, or as the order is now."""
        return rules.numbers(self.items(meeting))

    def time(self, meeting: int) -> TimeSum:
        """Return the time that the items ask against the length of the meeting."""
        with self._store.reading() as session:
            length = get_meeting(session, meeting).minutes
            return rules.time_sum(rows(session, ItemRow, of_meeting(meeting)), length)

    def waiting(self) -> list[ItemRow]:
        """Return what was handed in, kept for later or turned down, oldest first."""
        query = select(AgendaItem).where(
            AgendaItem.meeting_id.is_(None), AgendaItem.state.in_(WAITING)
        )
        with self._store.reading() as session:
            return rows(session, ItemRow, query.order_by(AgendaItem.id))

    def add(self, meeting: int | None, title: str, **fields: Any) -> int:  # noqa: ANN401
        """Add an item before the closing items of *meeting* (or to the parking list); its key.

        ``parent_id`` makes it a part of another item; ``place`` puts it somewhere else.
        """
        with self._store.changing(tr("Add an agenda item")) as session:
            return add_item(session, meeting, title, fields)

    def hand_in(self, title: str, by: str, today: date, meeting: int | None = None) -> int:
        """Keep an item that someone hands in, at once on the agenda of *meeting* or to decide."""
        title = named(title)
        fields: dict[str, Any] = {
            "handed_in_by": needed(by, "handed_in_by"),
            "handed_in_on": today,
            "owner": by.strip(),
            "minutes": 10,
        }
        if meeting is None:
            fields["state"] = "handed_in"
        with self._store.changing(tr("Hand in an agenda item")) as session:
            return add_item(session, meeting, title, fields)

    def change(self, item: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of an item; typing in the same place is one act."""
        if "title" in fields:
            fields["title"] = named(fields["title"])
        if fields.get("minutes", 0) < 0:
            raise CouncilError(tr("Fill in a number of minutes."), "minutes")
        place = "+".join(sorted(fields))
        with self._store.changing(tr("Change an agenda item"), merge=f"item:{item}:{place}") as s:
            fill(open_item(s, item), fields)

    def remove(self, item: int) -> None:
        """Take an item off for good; undo brings it back. What was treated stays."""
        with self._store.changing(tr("Throw an agenda item away")) as session:
            found = open_item(session, item)
            refuse_treated(found)
            remove(session, found)

    def move(self, item: int, steps: int) -> None:
        """Bring an item up (negative) or down among its neighbours; its parts go along."""
        with self._store.changing(tr("Change the order")) as session:
            found = open_item(session, item)
            row = [i.id for i in neighbours(session, found)]
            put(session, rules.moved(row, item, steps))

    def move_to(self, item: int, place: int) -> None:
        """Bring an item to *place* (from 0) among its neighbours."""
        with self._store.changing(tr("Change the order")) as session:
            found = open_item(session, item)
            row = [i.id for i in neighbours(session, found)]
            put(session, rules.moved(row, item, place - row.index(item)))

    def make_part(self, item: int) -> None:
        """Make an item a part of the one above it."""
        with self._store.changing(tr("Make it a part of the item above")) as session:
            found = open_item(session, item)
            row = [i.id for i in neighbours(session, found)]
            place = row.index(item)
            if found.parent_id is not None or place == 0:
                raise CouncilError(tr("There is no item above it to be a part of."))
            refuse_numbered(found)
            parts = session.scalars(select(AgendaItem).where(AgendaItem.parent_id == item)).all()
            for part in (found, *parts):
                part.parent_id = row[place - 1]
                part.place = next_place(session, found.meeting_id)
                session.flush()

    def make_own(self, item: int) -> None:
        """Make a part an item of its own, right after the item it belonged to."""
        with self._store.changing(tr("Make it an item of its own")) as session:
            found = open_item(session, item)
            if found.parent_id is None:
                raise CouncilError(tr("This is an item of its own already."))
            refuse_numbered(found)
            parent, found.parent_id = found.parent_id, None
            session.flush()
            row = [i.id for i in neighbours(session, found) if i.id != item]
            at = row.index(parent) + 1
            put(session, [*row[:at], item, *row[at:]])

    def park(self, item: int, reason: str = "") -> None:
        """Take an item off the agenda and keep it for later, with its papers."""
        with self._store.changing(tr("Keep an item for later")) as session:
            self._take_off(session, item, "parked", reason)

    def reject(self, item: int, reason: str) -> None:
        """Say that an item that was handed in is not placed, and why; it stays to be found."""
        if not reason.strip():
            raise CouncilError(tr("Say in one sentence why it is not placed."), "reason")
        with self._store.changing(tr("Do not place an item")) as session:
            self._take_off(session, item, "rejected", reason)

    def place(self, item: int, meeting: int) -> None:
        """Put an item that waits on the agenda of *meeting*, before the closing items."""
        with self._store.changing(tr("Put an item on the agenda")) as session:
            place_item(session, item, meeting)

    def start_from_template(self, meeting: int) -> None:
        """Fill an empty agenda with the fixed items for its kind."""
        with self._store.changing(tr("Start with the fixed agenda")) as session:
            must_be_open(session, meeting)
            fill_from_template(session, get_meeting(session, meeting))

    def papers(self, meeting: int) -> list[AgendaPaperRow]:
        """Return the papers of all items of a meeting."""
        query = select(AgendaPaper).join(AgendaItem, AgendaItem.id == AgendaPaper.item_id)
        with self._store.reading() as session:
            found = query.where(AgendaItem.meeting_id == meeting).order_by(AgendaPaper.id)
            return rows(session, AgendaPaperRow, found)

    def add_paper(self, item: int, name: str, **fields: Any) -> int:  # noqa: ANN401
        """Add a paper to an item: there (``paper_id``) or still ``expected``; return its key."""
        with self._store.changing(tr("Add a paper to the agenda")) as session:
            open_item(session, item)
            paper = AgendaPaper(item_id=item, name=needed(name, "name"), **fields)
            session.add(paper)
            session.flush()
            return paper.id

    def keep_file(self, item: int, path: Path) -> int:
        """Keep the file at *path* in the council file as a paper of *item*; return its key.

        Raises CouncilError when it cannot be read. A paper of that name that was awaited is there
        now.
        """
        from desktop.documents.readers import read_bytes, read_paper

        name, data = read_bytes(path)
        read = read_paper(name, data)
        with self._store.changing(tr("Add a paper to the agenda")) as session:
            found = open_item(session, item)
            paper = Paper(
                name=read.name,
                sha256=self._store.keep(session, data),
                dossier_id=found.dossier_id,
                kind="appendix",
                media_type=read.media_type,
                pages=read.pages,
                size=len(data),
                text=read.text,
                added=datetime.now(),
            )
            session.add(paper)
            session.flush()
            return _put_in_place(session, item, paper)

    def remove_paper(self, paper: int) -> None:
        """Take a paper off an item; the paper itself stays where it belongs."""
        with self._store.changing(tr("Take a paper off the agenda")) as session:
            found = session.get_one(AgendaPaper, paper)
            open_item(session, found.item_id)
            remove(session, found)

    def keep_inside(self, paper: int, inside: bool) -> None:
        """Say whether a paper is for members only: it then stays out of all that everyone reads."""
        with self._store.changing(tr("Say who may see a paper")) as session:
            found = session.get_one(AgendaPaper, paper)
            open_item(session, found.item_id)
            found.internal = inside

    def late_papers(self, meeting: int, today: date) -> list[AgendaPaperRow]:
        """Return the papers that are not there and should have been."""
        return [
            paper
            for paper in self.papers(meeting)
            if paper.paper_id is None and (paper.expected is None or paper.expected < today)
        ]

    def _take_off(self, session: Session, item: int, state: str, reason: str) -> None:
        found = open_item(session, item)
        refuse_treated(found)
        for part in session.scalars(select(AgendaItem).where(AgendaItem.parent_id == item)).all():
            part.parent_id = None
            self._take_off(session, part.id, state, reason)
        found.meeting_id, found.parent_id, found.number, found.turn = None, None, "", None
        found.state, found.state_reason = state, reason.strip()


def _put_in_place(session: Session, item: int, paper: Paper) -> int:
    """Let *paper* take the place of the awaited paper of its name, or stand as a new one."""
    name = Path(paper.name).stem
    query = select(AgendaPaper).where(AgendaPaper.item_id == item, AgendaPaper.paper_id.is_(None))
    waiting = [one for one in session.scalars(query) if one.name.lower() == name.lower()]
    record = waiting[0] if waiting else AgendaPaper(item_id=item, name=name)
    record.paper_id = paper.id
    session.add(record)
    session.flush()
    return record.id


__all__ = ["AgendaDesk", "add_item", "get_item", "give_numbers", "of_meeting"]
