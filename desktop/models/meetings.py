"""Meetings: year plan, agenda, what happened, the minutes, and lists that live for years."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


def _meeting() -> ForeignKey:
    return ForeignKey("meeting.id", ondelete="CASCADE")


def _item() -> ForeignKey:
    return ForeignKey("agenda_item.id", ondelete="SET NULL")


class Meeting(Record):
    """A meeting (vergadering) of any kind, planned or held."""

    __tablename__ = "meeting"
    __search__ = ("title", "room", "note")

    title: Mapped[str]
    starts: Mapped[datetime]
    """Local time in the Netherlands, without zone."""
    kind: Mapped[str] = mapped_column(default="own")
    """own, alderman (bestuurlijk overleg), working_group, constituency or theme."""
    state: Mapped[str] = mapped_column(default="planned")
    """planned, sent, running, held or cancelled."""
    minutes: Mapped[int] = mapped_column(default=120)
    """Planned length."""
    place: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    online: Mapped[str] = mapped_column(default="")
    """How to take part from home: a link or telephone number."""
    public: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    """Extra words for the convocation."""
    chair_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None
    )
    note_taker_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None
    )
    moved_from: Mapped[datetime | None] = mapped_column(default=None)
    calendar_id: Mapped[str] = mapped_column(default="")
    """UID in calendars; never changes."""
    calendar_version: Mapped[int] = mapped_column(default=0)
    """SEQUENCE: one more at each change that others should see."""
    sent: Mapped[datetime | None] = mapped_column(default=None)
    opened: Mapped[datetime | None] = mapped_column(default=None)
    closed: Mapped[datetime | None] = mapped_column(default=None)
    paused: Mapped[datetime | None] = mapped_column(default=None)
    minutes_state: Mapped[str] = mapped_column(default="")
    """Of the minutes: empty, concept, circulated, remarks or adopted."""
    minutes_style: Mapped[str] = mapped_column(default="items")
    """items, decisions or extensive."""
    adopted_in: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None
    )
    adopted_how: Mapped[str] = mapped_column(default="")
    """presented, changed or postponed."""
    adopted_changes: Mapped[str] = mapped_column(default="")


class AgendaItem(Record):
    """An item (agendapunt). Its number is given once; its place and its turn may change.

    Without a meeting it stands on the parking list, from where nothing gets lost.
    """

    __tablename__ = "agenda_item"
    __search__ = ("title", "question", "notes")

    title: Mapped[str]
    meeting_id: Mapped[int | None] = mapped_column(_meeting(), default=None, index=True)
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), default=None
    )
    number: Mapped[str] = mapped_column(default="")
    """"5" or "5a"; empty until the agenda is sent."""
    place: Mapped[int] = mapped_column(default=0)
    """Order on the agenda."""
    turn: Mapped[int | None] = mapped_column(default=None)
    """Order in which it was really treated."""
    kind: Mapped[str] = mapped_column(default="discussion")
    purpose: Mapped[str] = mapped_column(default="inform")
    """inform, picture (beeldvorming), judge (oordeelsvorming) or decide."""
    owner: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int] = mapped_column(default=5)
    question: Mapped[str] = mapped_column(default="")
    """What is asked of the members."""
    public: Mapped[bool] = mapped_column(default=True)
    standing: Mapped[bool] = mapped_column(default=False)
    """Comes back at every meeting of this kind."""
    state: Mapped[str] = mapped_column(default="placed")
    """handed_in, parked, placed, treated, carried, rejected."""
    state_reason: Mapped[str] = mapped_column(default="")
    handed_in_by: Mapped[str] = mapped_column(default="")
    handed_in_on: Mapped[date | None] = mapped_column(default=None)
    urgent: Mapped[bool] = mapped_column(default=False)
    """Added during the meeting."""
    dossier_id: Mapped[int | None] = mapped_column(
        ForeignKey("dossier.id", ondelete="SET NULL"), default=None
    )
    carried_from: Mapped[int | None] = mapped_column(_item(), default=None)
    started: Mapped[datetime | None] = mapped_column(default=None)
    seconds: Mapped[int] = mapped_column(default=0)
    """Time used so far."""
    notes: Mapped[str] = mapped_column(default="")
    """Markdown: the text of the minutes."""


class AgendaPaper(Record):
    """A paper for an item: there, or still expected."""

    __tablename__ = "agenda_paper"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    paper_id: Mapped[int | None] = mapped_column(
        ForeignKey("paper.id", ondelete="SET NULL"), default=None
    )
    expected: Mapped[date | None] = mapped_column(default=None)
    internal: Mapped[bool] = mapped_column(default=False)


class Attendance(Record):
    """Who was there, from and up to which item; never why someone was not."""

    __tablename__ = "attendance"

    meeting_id: Mapped[int] = mapped_column(_meeting(), index=True)
    name: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None
    )
    role: Mapped[str] = mapped_column(default="")
    """Role in the council, or who a guest comes for."""
    way: Mapped[str] = mapped_column(default="expected")
    """expected, room, online, absent or absent_notice."""
    from_item: Mapped[int | None] = mapped_column(_item(), default=None)
    """Came at this item; None: from the start."""
    to_item: Mapped[int | None] = mapped_column(_item(), default=None)
    """Left after this item; None: until the end."""
    named_in_public: Mapped[bool] = mapped_column(default=True)
    """Guests: only with their consent."""


class AwayForItem(Record):
    """A member who leaves the room for one item because of another interest."""

    __tablename__ = "away_for_item"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True
    )
    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendance.id", ondelete="CASCADE"))


class SpeakerTurn(Record):
    """Someone who asked to speak at an item; the list is empty again when all have spoken."""

    __tablename__ = "speaker_turn"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True
    )
    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendance.id", ondelete="CASCADE"))


class MeetingDecision(Record):
    """A decision (besluit) taken in a meeting, with its vote when there was one."""

    __tablename__ = "meeting_decision"
    __search__ = ("text", "number")

    number: Mapped[str]
    text: Mapped[str]
    meeting_id: Mapped[int] = mapped_column(_meeting(), index=True)
    item_id: Mapped[int | None] = mapped_column(_item(), default=None, index=True)
    dossier_id: Mapped[int | None] = mapped_column(
        ForeignKey("dossier.id", ondelete="SET NULL"), default=None
    )
    voted: Mapped[bool] = mapped_column(default=False)
    present: Mapped[int] = mapped_column(default=0)
    votes_for: Mapped[int] = mapped_column(default=0)
    votes_against: Mapped[int] = mapped_column(default=0)
    abstained: Mapped[int] = mapped_column(default=0)
    by_name: Mapped[str] = mapped_column(default="")
    """JSON {attendance id: "for" | "against" | "abstain"} when members asked for it."""
    proxies: Mapped[int] = mapped_column(default=0)
    """How many of the votes were cast for someone who was not there (volmacht)."""
    minority_view: Mapped[str] = mapped_column(default="")


class ActionPoint(Record):
    """An action (actiepunt) with a number for life; it may live through thirty meetings."""

    __tablename__ = "action_point"
    __search__ = ("text", "number", "outcome")

    number: Mapped[str]
    text: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(default="open")
    """open, done or dropped."""
    made_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    outcome: Mapped[str] = mapped_column(default="")
    """How it ended, or why it was dropped."""
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None
    )
    item_id: Mapped[int | None] = mapped_column(_item(), default=None, index=True)
    dossier_id: Mapped[int | None] = mapped_column(
        ForeignKey("dossier.id", ondelete="SET NULL"), default=None
    )


class Promise(Record):
    """A promise (toezegging) of someone outside the council, followed until it is kept."""

    __tablename__ = "promise"
    __search__ = ("text", "number", "by_whom", "outcome")

    number: Mapped[str]
    text: Mapped[str]
    by_whom: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(default="open")
    """open, kept, broken or dropped."""
    made_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    outcome: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None
    )
    item_id: Mapped[int | None] = mapped_column(_item(), default=None, index=True)
    dossier_id: Mapped[int | None] = mapped_column(
        ForeignKey("dossier.id", ondelete="SET NULL"), default=None
    )


class FollowUp(Record):
    """One step in the life of an action or promise: a new date, another owner, the end."""

    __tablename__ = "follow_up"

    on_date: Mapped[date]
    text: Mapped[str]
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("action_point.id", ondelete="CASCADE"), default=None, index=True
    )
    promise_id: Mapped[int | None] = mapped_column(
        ForeignKey("promise.id", ondelete="CASCADE"), default=None, index=True
    )
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None
    )


class MinutesRemark(Record):
    """A remark (opmerking) of a member on concept minutes."""

    __tablename__ = "minutes_remark"

    meeting_id: Mapped[int] = mapped_column(_meeting(), index=True)
    text: Mapped[str]
    item_id: Mapped[int | None] = mapped_column(_item(), default=None)
    by_whom: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="open")
    """open, taken or left."""
    old_notes: Mapped[str] = mapped_column(default="")
    """What stood there before it was taken over."""


class FrozenMinutes(Record):
    """Adopted minutes as they were written, for good: the four files by their checksum."""

    __tablename__ = "frozen_minutes"

    meeting_id: Mapped[int] = mapped_column(_meeting(), unique=True)
    frozen: Mapped[datetime]
    word_sha256: Mapped[str]
    pdf_sha256: Mapped[str]
    public_word_sha256: Mapped[str]
    public_pdf_sha256: Mapped[str]
