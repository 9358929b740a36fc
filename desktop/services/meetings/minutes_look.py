"""Bring together all that the minutes of one meeting say, from the records of the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.attendance import HERE
from desktop.domain.errors import CouncilError
from desktop.domain.minutes import in_order
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    AgendaPaper,
    Attendance,
    AwayForItem,
    FrozenMinutes,
    Meeting,
    MeetingDecision,
    MinutesRemark,
    Promise,
)
from desktop.services.meetings.freezing import FrozenRow
from desktop.services.meetings.rows import (
    ActionRow,
    AgendaPaperRow,
    AttendanceRow,
    DecisionRow,
    ItemRow,
    MeetingRow,
    PromiseRow,
    RemarkRow,
)
from desktop.services.records import rows, to_row


@dataclass(frozen=True)
class ItemMinutes:
    """One agenda item with what came out of it."""

    item: ItemRow
    decisions: tuple[DecisionRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    papers: tuple[AgendaPaperRow, ...] = ()
    away: tuple[str, ...] = ()
    """Names of members who left the room for this item."""
    public: bool = True
    """Whether everyone may read of it: nothing of a closed item, its parts, or a closed meeting."""


@dataclass(frozen=True)
class MinutesView:
    """The minutes of one meeting, in order of treatment."""

    meeting: MeetingRow
    items: tuple[ItemMinutes, ...]
    attendance: tuple[AttendanceRow, ...]
    remarks: tuple[RemarkRow, ...]
    rest: ItemMinutes | None
    """Decisions, actions and promises that belong to no item."""
    chair: str = ""
    note_taker: str = ""
    adopted_on: date | None = None
    frozen: FrozenRow | None = None

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.meeting.starts.date()

    @property
    def adopted(self) -> bool:
        """Whether the minutes were adopted: then they can only be read."""
        return self.meeting.minutes_state == "adopted"

    @property
    def members_there(self) -> int:
        """How many members were there for at least a part."""
        return sum(one.member_id is not None and one.way in HERE for one in self.attendance)

    @property
    def members_listed(self) -> int:
        """How many members the attendance list counts."""
        return sum(one.member_id is not None for one in self.attendance)

    def number(self, item: int | None) -> str:
        """Return the number of an item, such as "5" or "5a"; empty when there is none."""
        found = next((one.item.number for one in self.items if one.item.id == item), "")
        return found if item is not None else ""

    @property
    def decisions(self) -> tuple[DecisionRow, ...]:
        """All decisions, in order of treatment."""
        return tuple(one for part in self.parts for one in part.decisions)

    @property
    def actions(self) -> tuple[ActionRow, ...]:
        """All actions made in this meeting, in order of treatment."""
        return tuple(one for part in self.parts for one in part.actions)

    @property
    def promises(self) -> tuple[PromiseRow, ...]:
        """All promises made in this meeting, in order of treatment."""
        return tuple(one for part in self.parts for one in part.promises)

    @property
    def parts(self) -> tuple[ItemMinutes, ...]:
        """The items, and at the end what belongs to no item."""
        return (*self.items, self.rest) if self.rest else self.items


Owned = TypeVar("Owned", DecisionRow, ActionRow, PromiseRow)


def look(session: Session, meeting: int) -> MinutesView:
    """Return the minutes of *meeting*; raises CouncilError when it is gone."""
    record = session.get(Meeting, meeting)
    if record is None:
        raise CouncilError(tr("This meeting is no longer there."))
    items = in_order(
        rows(session, ItemRow, select(AgendaItem).where(AgendaItem.meeting_id == meeting))
    )
    decisions = _made(session, DecisionRow, MeetingDecision, meeting)
    actions = _made(session, ActionRow, ActionPoint, meeting)
    promises = _made(session, PromiseRow, Promise, meeting)
    attendance = tuple(
        rows(
            session,
            AttendanceRow,
            select(Attendance).where(Attendance.meeting_id == meeting).order_by(Attendance.id),
        )
    )
    closed = {item.id for item in items if not item.public}
    papers = _papers(session, [item.id for item in items])
    away = _away(session, [item.id for item in items], attendance)
    parts = tuple(
        ItemMinutes(
            item,
            _of(decisions, item.id),
            _of(actions, item.id),
            _of(promises, item.id),
            tuple(paper for paper in papers if paper.item_id == item.id),
            away.get(item.id, ()),
            public=record.public and not {item.id, item.parent_id} & closed,
        )
        for item in items
    )
    adopted_in = session.get(Meeting, record.adopted_in) if record.adopted_in else None
    frozen = session.scalar(select(FrozenMinutes).where(FrozenMinutes.meeting_id == meeting))
    return MinutesView(
        meeting=to_row(MeetingRow, record),
        items=parts,
        attendance=attendance,
        remarks=tuple(
            rows(
                session,
                RemarkRow,
                select(MinutesRemark)
                .where(MinutesRemark.meeting_id == meeting)
                .order_by(MinutesRemark.id),
            )
        ),
        rest=_rest(decisions, actions, promises, {item.id for item in items}),
        chair=_name(session, record.chair_id),
        note_taker=_name(session, record.note_taker_id),
        adopted_on=adopted_in.starts.date() if adopted_in else None,
        frozen=to_row(FrozenRow, frozen) if frozen else None,
    )


def _made(
    session: Session,
    row: type[Owned],
    kind: type[MeetingDecision] | type[ActionPoint] | type[Promise],
    meeting: int,
) -> list[Owned]:
    return rows(session, row, select(kind).where(kind.meeting_id == meeting).order_by(kind.id))


def _of(found: Sequence[Owned], item: int) -> tuple[Owned, ...]:
    return tuple(one for one in found if one.item_id == item)


def _rest(
    decisions: Sequence[DecisionRow],
    actions: Sequence[ActionRow],
    promises: Sequence[PromiseRow],
    known: set[int],
) -> ItemMinutes | None:
    loose = ItemMinutes(
        _NO_ITEM,
        tuple(one for one in decisions if one.item_id not in known),
        tuple(one for one in actions if one.item_id not in known),
        tuple(one for one in promises if one.item_id not in known),
    )
    return loose if loose.decisions or loose.actions or loose.promises else None


def _papers(session: Session, items: Sequence[int]) -> list[AgendaPaperRow]:
    return rows(
        session,
        AgendaPaperRow,
        select(AgendaPaper).where(AgendaPaper.item_id.in_(items)).order_by(AgendaPaper.id),
    )


def _away(
    session: Session, items: Sequence[int], attendance: Sequence[AttendanceRow]
) -> dict[int, tuple[str, ...]]:
    names = {one.id: one.name for one in attendance}
    result: dict[int, tuple[str, ...]] = {}
    for one in session.scalars(select(AwayForItem).where(AwayForItem.item_id.in_(items))):
        result[one.item_id] = (*result.get(one.item_id, ()), names.get(one.attendance_id, ""))
    return result


def _name(session: Session, member: int | None) -> str:
    found = session.get(Member, member) if member else None
    return found.name if found else ""


_NO_ITEM = ItemRow(
    id=0,
    title="",
    meeting_id=None,
    parent_id=None,
    number="",
    place=0,
    turn=None,
    kind="",
    purpose="",
    owner="",
    minutes=0,
    question="",
    public=False,
    standing=False,
    state="treated",
    state_reason="",
    handed_in_by="",
    handed_in_on=None,
    urgent=False,
    dossier_id=None,
    carried_from=None,
    started=None,
    seconds=0,
    notes="",
)
