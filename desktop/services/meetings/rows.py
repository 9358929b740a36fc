"""What the screens of a meeting show, as frozen rows."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as every field of it stands."""

    id: int
    title: str
    kind: str
    state: str
    starts: datetime
    minutes: int
    place: str
    room: str
    online: str
    public: bool
    note: str
    chair_id: int | None
    note_taker_id: int | None
    moved_from: datetime | None
    calendar_id: str
    calendar_version: int
    sent: datetime | None
    opened: datetime | None
    closed: datetime | None
    paused: datetime | None
    minutes_state: str
    minutes_style: str
    adopted_in: int | None
    adopted_how: str
    adopted_changes: str


@dataclass(frozen=True)
class ItemRow:
    """An agenda item as every field of it stands."""

    id: int
    title: str
    meeting_id: int | None
    parent_id: int | None
    number: str
    place: int
    turn: int | None
    kind: str
    purpose: str
    owner: str
    minutes: int
    question: str
    public: bool
    standing: bool
    state: str
    state_reason: str
    handed_in_by: str
    handed_in_on: date | None
    urgent: bool
    dossier_id: int | None
    carried_from: int | None
    started: datetime | None
    seconds: int
    notes: str


@dataclass(frozen=True)
class AgendaPaperRow:
    """A paper for an item: there, or still expected."""

    id: int
    item_id: int
    name: str
    paper_id: int | None
    expected: date | None
    internal: bool


@dataclass(frozen=True)
class AttendanceRow:
    """Who was there, from and up to which item."""

    id: int
    meeting_id: int
    name: str
    member_id: int | None
    role: str
    way: str
    from_item: int | None
    to_item: int | None
    named_in_public: bool


@dataclass(frozen=True)
class DecisionRow:
    """A decision of a meeting."""

    id: int
    number: str
    text: str
    meeting_id: int
    item_id: int | None
    dossier_id: int | None
    voted: bool
    present: int
    votes_for: int
    votes_against: int
    abstained: int
    by_name: str
    proxies: int
    minority_view: str


@dataclass(frozen=True)
class ActionRow:
    """An action with its number for life."""

    id: int
    number: str
    text: str
    owner: str
    due: date | None
    state: str
    made_on: date | None
    closed_on: date | None
    outcome: str
    meeting_id: int | None
    item_id: int | None
    dossier_id: int | None


@dataclass(frozen=True)
class PromiseRow:
    """A promise of someone outside the council."""

    id: int
    number: str
    text: str
    by_whom: str
    due: date | None
    state: str
    made_on: date | None
    closed_on: date | None
    outcome: str
    meeting_id: int | None
    item_id: int | None
    dossier_id: int | None


@dataclass(frozen=True)
class FollowUpRow:
    """One step in the life of an action or promise."""

    id: int
    action_id: int | None
    promise_id: int | None
    on_date: date
    text: str
    meeting_id: int | None


@dataclass(frozen=True)
class RemarkRow:
    """A remark on concept minutes."""

    id: int
    meeting_id: int
    item_id: int | None
    by_whom: str
    text: str
    state: str
    old_notes: str
