"""Adopt minutes in a later meeting: as presented, with changes, or leave them for next time."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import minutes as rules
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.meetings import AgendaItem, Meeting, MeetingDecision
from desktop.models.store import Store
from desktop.services.meetings import minutes_files, minutes_out
from desktop.services.meetings.freezing import freeze, must_be_open
from desktop.services.meetings.lists import new_number
from desktop.services.meetings.minutes_look import MinutesView, look
from desktop.services.meetings.minutes_out import closed_numbers
from desktop.services.meetings.rows import MeetingRow
from desktop.services.records import rows
from desktop.services.settings import chosen

_CONVENTION = "minutes_changes"
ITEM_KIND = "minutes"
"""The kind of agenda item under which earlier minutes are adopted."""


class Adoption:
    """Decide about minutes; the sentence comes in both minutes, and the old ones are frozen."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def convention(self) -> str:
        """Return where this council puts changes: "listed" (new minutes) or "corrected" (old)."""
        with self._store.reading() as session:
            return _convention(session)

    def set_convention(self, convention: str) -> None:
        """Choose where changes go from now on."""
        if convention not in rules.CONVENTIONS:
            raise CouncilError(tr("Choose one from the list."), "convention")
        with self._store.changing(tr("Choose where changes in minutes go")) as session:
            kept = session.scalar(select(Setting).where(Setting.key == _CONVENTION))
            if kept is None:
                session.add(Setting(key=_CONVENTION, value=json.dumps(convention)))
            else:
                kept.value = json.dumps(convention)

    def meetings_for(self, meeting: int) -> list[MeetingRow]:
        """Return the later meetings in which *meeting*'s minutes can be adopted, first one first.

        A running meeting comes first of all: that is where people sit now.
        """
        with self._store.reading() as session:
            old = session.get_one(Meeting, meeting)
            later = rows(
                session,
                MeetingRow,
                select(Meeting)
                .where(
                    Meeting.kind == old.kind,
                    Meeting.starts > old.starts,
                    Meeting.state != "cancelled",
                    Meeting.minutes_state != "adopted",
                )
                .order_by(Meeting.starts),
            )
        return sorted(later, key=lambda row: row.state != "running")

    def changes(self, view: MinutesView, written: str = "") -> list[str]:
        """Return the changes as lines: every remark that was taken over, then what was written."""
        taken = [
            (view.number(remark.item_id), remark.text)
            for remark in view.remarks
            if remark.state == "taken"
        ]
        return rules.change_lines(taken, written)

    def decide(
        self,
        meeting: int,
        in_meeting: int,
        how: str,
        written: str = "",
        now: datetime | None = None,
    ) -> None:
        """Adopt the minutes of *meeting* in *in_meeting*, or postpone; all in one action.

        *how* is "presented", "changed" or "postponed"; *written* holds more changes, one per line.
        Raises CouncilError with an open remark, without changes, or when either is frozen already.
        """
        with self._store.changing(_label(how)) as session:
            must_be_open(session, meeting)
            must_be_open(session, in_meeting)
            old, new = session.get_one(Meeting, meeting), session.get_one(Meeting, in_meeting)
            if new.starts <= old.starts:
                raise CouncilError(
                    tr("Minutes are adopted in a later meeting. Choose that one."), "in_meeting"
                )
            view = look(session, meeting)
            changes = self.changes(view, written) if how == "changed" else []
            open_remarks = sum(remark.state == "open" for remark in view.remarks)
            rules.check_adoption(how, open_remarks, changes)
            self._tell(session, old, new, how, rules.open_changes(changes, closed_numbers(view)))
            old.adopted_how = how
            if how == "postponed":
                return
            old.minutes_state = "adopted"
            old.adopted_in = in_meeting
            old.adopted_changes = "\n".join(changes)
            session.flush()
            freeze_minutes(
                self._store, session, meeting, now or datetime.now().replace(microsecond=0)
            )

    def _tell(
        self, session: Session, old: Meeting, new: Meeting, how: str, changes: Sequence[str]
    ) -> None:
        """Write what was decided in the new minutes, under the item on earlier minutes."""
        day = long_date(old.starts.date())
        convention = _convention(session)
        sentence = rules.adoption_sentence(how, day, convention, changes)
        item = _item(session, old, new)
        listed = [f"- {line}" for line in changes] if convention == "listed" else []
        decided = how == "postponed" or session.scalar(
            select(MeetingDecision.id).where(MeetingDecision.item_id == item.id).limit(1)
        )
        told = "\n".join([*([sentence, ""] if decided else []), *listed]).strip()
        if told not in item.notes:
            item.notes = f"{item.notes.strip()}\n\n{told}".strip()
        if not decided:
            day_of = new.starts.date()
            number = new_number(session, "decision", day_of)
            session.add(
                MeetingDecision(number=number, text=sentence, meeting_id=new.id, item_id=item.id)
            )


def freeze_minutes(store: Store, session: Session, meeting: int, now: datetime) -> None:
    """Keep both versions of adopted minutes as files, within a running action."""
    final, paper = look(session, meeting), minutes_files.paper_now(session)
    freeze(
        store,
        session,
        meeting,
        lambda public: minutes_out.minutes(final, paper, public=public, made=now),
        now,
    )


def _item(session: Session, old: Meeting, new: Meeting) -> AgendaItem:
    """Return the item of *new* on the minutes of *old*; it is made when the agenda has none."""
    items = list(
        session.scalars(
            select(AgendaItem)
            .where(AgendaItem.meeting_id == new.id, AgendaItem.kind == ITEM_KIND)
            .order_by(AgendaItem.place)
        )
    )
    day = f"{old.starts.day} "
    for item in items:
        if day in item.title and len(items) > 1:
            return item
    if items:
        return items[0]
    last = session.scalar(
        select(AgendaItem.place)
        .where(AgendaItem.meeting_id == new.id)
        .order_by(AgendaItem.place.desc())
        .limit(1)
    )
    item = AgendaItem(
        title=tr("Minutes of {day}", day=long_date(old.starts.date())),
        meeting_id=new.id,
        kind=ITEM_KIND,
        purpose="decide",
        place=(last or 0) + 1,
    )
    session.add(item)
    session.flush()
    return item


def _convention(session: Session) -> str:
    kept = chosen(session, _CONVENTION, "")
    return kept if kept in rules.CONVENTIONS else rules.CONVENTIONS[0]


def _label(how: str) -> str:
    return tr("Postpone the minutes") if how == "postponed" else tr("Adopt the minutes")
