"""The minutes of a meeting: write them, send them round, note remarks, read them for good."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.documents.document import Document
from desktop.domain import minutes as rules
from desktop.domain.errors import CouncilError
from desktop.domain.personal_data import PersonalData
from desktop.i18n import tr
from desktop.models.meetings import AgendaItem, Meeting, MinutesRemark
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.letters.files import LetterFile, save_files
from desktop.services.meetings import minutes_files, minutes_out
from desktop.services.meetings.adoption import Adoption
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.minutes_care import Pointed, lacks, private_lines, private_words
from desktop.services.meetings.minutes_items import Paper
from desktop.services.meetings.minutes_look import MinutesView, look
from desktop.services.meetings.rows import AttendanceRow, MeetingRow
from desktop.services.records import rows


class MinutesDesk:
    """Read and change minutes. Every change is one action, and none touches adopted minutes."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council
        self.adoption = Adoption(store)
        """Decide about minutes: adopt them or leave them for the next time."""

    def view(self, meeting: int) -> MinutesView:
        """Return all that the minutes of *meeting* say; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return look(session, meeting)

    def held(self) -> list[MeetingRow]:
        """Return the meetings that have minutes, or can have them, newest first."""
        with self._store.reading() as session:
            return rows(
                session,
                MeetingRow,
                select(Meeting)
                .where(or_(Meeting.state.in_(("running", "held")), Meeting.minutes_state != ""))
                .order_by(Meeting.starts.desc()),
            )

    def waiting(self, before: datetime | None = None) -> list[MeetingRow]:
        """Return held meetings (*before* that moment) whose minutes were not adopted, oldest first.

        This is what the agenda of the next meeting should offer to adopt.
        """
        return [
            row
            for row in reversed(self.held())
            if row.minutes_state != "adopted"
            and row.state == "held"
            and (before is None or row.starts < before)
        ]

    # ---- writing

    def start(self, meeting: int) -> None:
        """Make the minutes a concept; what was noted in the meeting is already in them."""
        with self._store.changing(tr("Begin the minutes")) as session:
            found = _open(session, meeting)
            if not found.minutes_state:
                found.minutes_state = "concept"

    def write(self, item: int, text: str) -> None:
        """Keep *text* (Markdown) as the minutes of an item; a burst of typing is one action."""
        with self._store.changing(tr("Write the minutes"), merge=f"minutes:{item}") as session:
            found = session.get_one(AgendaItem, item)
            must_be_open(session, found.meeting_id)
            found.notes = text

    def set_style(self, meeting: int, style: str) -> None:
        """Choose how much the minutes tell: "items", "decisions" or "extensive"."""
        if style not in rules.STYLES:
            raise CouncilError(tr("Choose one from the list."), "minutes_style")
        with self._store.changing(tr("Choose the style of the minutes")) as session:
            _open(session, meeting).minutes_style = style

    def lacks(self, meeting: int) -> list[rules.Lack]:
        """Return what is still missing: items without words, actions without owner or date."""
        return lacks(self.view(meeting))

    def private(self, meeting: int, *, public: bool) -> list[tuple[int, PersonalData]]:
        """Return what may be private in the minutes: (agenda item, what was found)."""
        return private_words(self.view(meeting), self._council, self._paper(), public=public)

    def private_in_list(self, name: str, today: date, meeting: int | None = None) -> list[Pointed]:
        """Return what may be private in the list *name* for everyone, as ``save_list`` makes it."""
        lines = minutes_files.public_lines(self._store, name, today, meeting)
        return private_lines(lines, self._council, self._paper())

    # ---- the round of remarks

    def circulate(self, meeting: int, folder: Path | None = None) -> list[Path]:
        """Mark the concept as sent to the members; save Word, PDF and an e-mail in *folder*."""
        with self._store.changing(tr("Send the concept minutes round")) as session:
            found = _open(session, meeting)
            rules.step_to(found.minutes_state or "concept", "circulated")
            found.minutes_state = "circulated"
        return self.save_copies(meeting, folder, mail=True) if folder else []

    def remark(self, meeting: int, by_whom: str, text: str, item: int | None = None) -> int:
        """Note a remark of a member on the concept; return its number in the file."""
        if not text.strip():
            raise CouncilError(tr("Write the remark down."), "text")
        with self._store.changing(tr("Note a remark on the minutes")) as session:
            found = _open(session, meeting)
            rules.step_to(found.minutes_state, "remarks")
            found.minutes_state = "remarks"
            record = MinutesRemark(
                meeting_id=meeting, item_id=item, by_whom=by_whom.strip(), text=text.strip()
            )
            session.add(record)
            session.flush()
            return record.id

    def take_over(self, remark: int, notes: str | None = None) -> None:
        """Take a remark over; with *notes* the text of its item becomes that (Markdown)."""
        with self._store.changing(tr("Take a remark over")) as session:
            found = _open_remark(session, remark)
            found.state = "taken"
            item = session.get(AgendaItem, found.item_id) if found.item_id else None
            if item is not None and notes is not None and notes.strip() != item.notes.strip():
                found.old_notes = item.notes
                item.notes = notes.strip()

    def leave_out(self, remark: int) -> None:
        """Leave a remark out: the text stays as it is, and the remark is kept."""
        with self._store.changing(tr("Leave a remark out")) as session:
            _open_remark(session, remark).state = "left"

    def reopen(self, remark: int) -> None:
        """Make a remark open again; when it had changed the text, the old text comes back."""
        with self._store.changing(tr("Look at a remark again")) as session:
            found = _open_remark(session, remark)
            if found.state == "taken" and found.old_notes and found.item_id:
                session.get_one(AgendaItem, found.item_id).notes = found.old_notes
                found.old_notes = ""
            found.state = "open"

    # ---- reading and saving

    def document(self, meeting: int, *, public: bool = False) -> Document:
        """Return the minutes as a document; adopted ones are read from ``pdf`` instead."""
        with self._store.reading() as session:
            return minutes_out.minutes(look(session, meeting), self._paper(), public=public)

    def pdf(self, meeting: int, *, public: bool = False) -> bytes:
        """Return the minutes as PDF: the kept file once they were adopted."""
        return self.files(meeting, public=public)[1].data

    def files(self, meeting: int, *, public: bool) -> tuple[LetterFile, LetterFile]:
        """Return the minutes for Word and as PDF; once adopted always the same bytes."""
        return minutes_files.pair_of(self._store, self.view(meeting), self._paper(), public=public)

    def save_copies(self, meeting: int, folder: Path, *, mail: bool = False) -> list[Path]:
        """Save both versions, internal and public, in *folder*; with *mail* an e-mail to members.

        Raises CouncilError when the folder cannot be written.
        """
        files = [*self.files(meeting, public=False), *self.files(meeting, public=True)]
        if mail:
            view = self.view(meeting)
            files.append(minutes_files.mail_to_members(view, self._council, files[:2]))
        return save_files(folder, files)

    def save_list(
        self, name: str, today: date, folder: Path, meeting: int | None = None
    ) -> list[Path]:
        """Save a list (actions, promises, decisions or attendance) as Word and PDF in *folder*.

        Actions and decisions come twice: for the members, and for everyone. The attendance list is
        of one *meeting*; the decision list of one meeting or of all.
        """
        store, paper, files = self._store, self._paper(), minutes_files
        make: dict[str, Callable[[], list[Document]]] = {
            "actions": lambda: [
                files.action_list(store, paper, today, public=public) for public in (False, True)
            ],
            "promises": lambda: [files.promise_list(store, paper, today)],
            "decisions": lambda: [
                files.decision_list(store, paper, today, meeting, public=public)
                for public in (False, True)
            ],
            "attendance": lambda: [minutes_out.attendance_list(self._listed(meeting or 0), paper)],
        }
        made = [file for document in make[name]() for file in files.pair_named(document)]
        return save_files(folder, made)

    def _listed(self, meeting: int) -> MinutesView:
        """Return *meeting* with the members who should come, when nobody was noted yet."""
        view = self.view(meeting)
        expected = tuple(
            AttendanceRow(0, meeting, one.name, one.id, one.role, "expected", None, None, False)
            for one in self._council.members(view.day)
        )
        return view if view.attendance else replace(view, attendance=expected)

    def _paper(self) -> Paper:
        return minutes_files.paper(self._store)


def _open(session: Session, meeting: int) -> Meeting:
    must_be_open(session, meeting)
    return session.get_one(Meeting, meeting)


def _open_remark(session: Session, remark: int) -> MinutesRemark:
    found = session.get_one(MinutesRemark, remark)
    must_be_open(session, found.meeting_id)
    return found
