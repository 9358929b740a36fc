"""Make and save all papers of a meeting: Word, PDF, one pack with bookmarks, e-mail, calendar."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from desktop.documents.document import Document
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.domain.errors import CouncilError
from desktop.domain.personal_data import find_personal_data
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.meetings import Meeting
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.letters.files import MAIL, PDF, WORD, LetterFile, mail, save_files
from desktop.services.meetings import agenda_out, pack, script_out, versions
from desktop.services.meetings.agenda import AgendaDesk
from desktop.services.meetings.agenda_out import Sheet
from desktop.services.meetings.items import give_numbers
from desktop.services.meetings.minutes_care import own_words
from desktop.services.meetings.plan import MeetingPlan, get_meeting
from desktop.services.meetings.policy import PolicyCalendar
from desktop.services.meetings.versions import Receiver

_CALENDAR = "text/calendar"
_HEAVIEST = 10_000_000
"""Bytes of appendices that most mail programs still take."""


@dataclass(frozen=True)
class Check:
    """Something to look at before the agenda goes out."""

    words: str
    serious: bool


class MeetingPapers:
    """The papers of meetings, as files."""

    def __init__(
        self, store: Store, council: CouncilDesk, plan: MeetingPlan, agenda: AgendaDesk
    ) -> None:
        self._store = store
        self._council = council
        self._plan = plan
        self._agenda = agenda

    def sheet(self, meeting: int) -> Sheet:
        """Return all that the papers of *meeting* say."""
        row = self._plan.meeting(meeting)
        papers = tuple(self._agenda.papers(meeting))
        keys = [paper.paper_id for paper in papers if paper.paper_id is not None]
        with self._store.reading() as session:
            known = session.execute(select(Paper.id, Paper.pages).where(Paper.id.in_(keys))).all()
            people = {member.id: member.name for member in session.scalars(select(Member))}
        roles = {m.role: m.name for m in self._council.members(row.starts.date())}
        return Sheet(
            row,
            tuple(self._agenda.items(meeting)),
            papers,
            self._council.profile().name,
            self._council.logo(),
            secretary=people.get(row.note_taker_id or 0, roles.get("secretaris", "")),
            chair=people.get(row.chair_id or 0, roles.get("voorzitter", "")),
            next_one=self._plan.following(meeting),
            pages=tuple((key, pages) for key, pages in known if pages),
        )

    def checks(self, meeting: int, today: date) -> list[Check]:
        """Return what to look at before sending; a serious one makes sending senseless."""
        sheet = self.sheet(meeting)
        found: list[Check] = []
        if not sheet.items:
            found.append(Check(tr("The agenda is still empty."), serious=True))
        if not sheet.meeting.place and not sheet.meeting.online:
            found.append(Check(tr("No place was filled in yet."), serious=False))
        over = self._agenda.time(meeting).over
        if over:
            found.append(Check(tr("The agenda is {n} minutes too long.", n=over), serious=False))
        found += [
            Check(tr("This paper is not there yet: {name}", name=paper.name), serious=False)
            for paper in sheet.papers
            if paper.paper_id is None
        ]
        found += self._private(sheet)
        term = self._council.term("papers_before_meeting")
        left = (sheet.day - today).days
        if term and term.after(today) > sheet.day:
            words = tr(
                "Agreed is {term} before the meeting ({source}). You have {n} days left.",
                term=term.words,
                source=term.source,
                n=max(left, 0),
            )
            found.append(Check(words, serious=False))
        return found

    def _private(self, sheet: Sheet) -> list[Check]:
        """Return what may be private in the agenda for everyone."""
        own = own_words(self._council)
        told = [f"{item.title}\n{item.question}" for item in sheet.open_items]
        return [
            Check(
                tr(
                    "Look again, it stands in the agenda for everyone: “{words}”. {reason}",
                    words=data.text,
                    reason=data.reason,
                ),
                serious=False,
            )
            for words in told
            for data in find_personal_data(words, (), own)
        ]

    def documents(self, meeting: int) -> dict[str, Document]:
        """Return the papers by file name: invitation, agenda, members' sheet, chair's script.

        A sending list and large print come along when a member gets another version.
        """
        sheet = self.sheet(meeting)
        day = f"{sheet.day:%Y-%m-%d}"
        texts, found = self._paper_texts(sheet), self.receivers(meeting)
        extra: dict[str, Document] = {}
        if sheet.meeting.public:
            extra[tr("Agenda for everyone {day}", day=day)] = versions.public_agenda(sheet)
        if not all(one.as_always for one in found):
            extra[tr("Sending list {day}", day=day)] = versions.sending_list(sheet, found)
        if any("large" in one.makes for one in found):
            extra[self._large_name(sheet)] = versions.large_papers(sheet, texts)
        return {
            tr("Invitation {day}", day=day): agenda_out.invitation(sheet),
            tr("Agenda {day}", day=day): agenda_out.agenda(sheet),
            tr("Members' sheet {day}", day=day): agenda_out.members_sheet(sheet, texts),
            tr("Chair's script {day}", day=day): script_out.chair_script(sheet),
            **extra,
        }

    def receivers(self, meeting: int) -> list[Receiver]:
        """Return who gets the papers of *meeting*, each with the version that was asked for."""
        return versions.receivers(self._store, self._council, self.sheet(meeting))

    def files(self, meeting: int, now: datetime) -> list[LetterFile]:
        """Return every file of *meeting*, the e-mails to the members last."""
        from desktop.documents.pdf import pdf_bytes
        from desktop.documents.word import word_bytes

        sheet = self.sheet(meeting)
        made: list[LetterFile] = []
        for name, document in self.documents(meeting).items():
            made.append(LetterFile(f"{name}.docx", word_bytes(document), WORD))
            made.append(LetterFile(f"{name}.pdf", pdf_bytes(document), PDF))
        whole, loose = self._pack(sheet)
        ics = LetterFile(
            f"{sheet.meeting.title} {sheet.day:%Y-%m-%d}.ics",
            self._plan.calendar(meeting, now),
            _CALENDAR,
        )
        # The script is for the chair; the pack holds the other papers.
        attached = [whole, ics, *loose]
        if sum(len(file.data) for file in attached) > _HEAVIEST:
            attached = [whole, ics]
        mails = self._mails(sheet, attached, made)
        return [*made, whole, ics, *loose, *mails]

    def save(self, meeting: int, folder: Path, now: datetime) -> list[Path]:
        """Save every file of *meeting* in *folder*; return where they are."""
        return save_files(folder, self.files(meeting, now))

    def send(self, meeting: int, folder: Path, now: datetime) -> list[Path]:
        """Mark the agenda as sent, with numbers that stay, and save all files in *folder*."""
        if any(check.serious for check in self.checks(meeting, now.date())):
            raise CouncilError(tr("The agenda is still empty."))
        with self._store.changing(tr("Send the agenda")) as session:
            found: Meeting = get_meeting(session, meeting)
            if found.state in ("planned", "sent"):
                give_numbers(session, meeting)
                found.state, found.sent = "sent", now
        return self.save(meeting, folder, now)

    def year_plan(self, year: int, today: date) -> Document:
        """Return the plan of all meetings of *year*, with what the municipality decides."""
        meetings = self._plan.meetings(year)
        count = self._plan.count(year)
        name = self._council.profile().name
        policy = PolicyCalendar(self._store, self._council, self._plan).rows(year, today)
        return script_out.year_plan(meetings, count, policy, name, self._council.logo(), today)

    def _paper_texts(self, sheet: Sheet) -> list[str]:
        keys = [paper.paper_id for paper in sheet.papers if paper.paper_id is not None]
        with self._store.reading() as session:
            return list(session.scalars(select(Paper.text).where(Paper.id.in_(keys))))

    def _kept(self, sheet: Sheet) -> dict[int, LetterFile]:
        """Return the papers that are there as files, by key, named by their label and name."""
        labels = agenda_out.paper_labels(sheet)
        found: dict[int, LetterFile] = {}
        for one in sheet.papers:
            with self._store.reading() as session:
                paper = session.get(Paper, one.paper_id) if one.paper_id is not None else None
            if paper is None:
                continue
            ending = Path(paper.name).suffix
            media = paper.media_type if "/" in paper.media_type else "application/octet-stream"
            name = f"{labels[one.id]} {one.name}".removesuffix(ending) + ending
            found[one.id] = LetterFile(name, self._store.kept(paper.sha256), media)
        return found

    def _pack(self, sheet: Sheet) -> tuple[LetterFile, list[LetterFile]]:
        """Return the pack with each paper behind its cover, and the papers that stay loose."""
        from desktop.documents.pdf import pdf_bytes

        kept = self._kept(sheet)
        inside = {key: file.data for key, file in kept.items() if pack.can_be_joined(file)}
        loose = [key for key in kept if key not in inside]
        first = pdf_bytes(pack.document(sheet, [*inside], loose))
        data = pack.joined(first, [inside.get(key) for key in kept])
        whole = LetterFile(f"{tr('All papers')} {sheet.day:%Y-%m-%d}.pdf", data, PDF)
        return whole, [kept[key] for key in loose]

    def _mails(
        self, sheet: Sheet, attached: list[LetterFile], made: list[LetterFile]
    ) -> list[LetterFile]:
        """Return an e-mail for each version that is asked for; post needs none."""
        groups: dict[str, list[str]] = {"": []}
        for one in versions.receivers(self._store, self._council, sheet):
            if one.by_mail:
                how = "large" if "large" in one.makes else "word" if "word" in one.makes else ""
                groups.setdefault(how, []).append(one.email)
        large, day = self._large_name(sheet), f"{sheet.day:%Y-%m-%d}"
        kept = (tr("Agenda {day}", day=day), tr("Members' sheet {day}", day=day))
        extra = {
            "large": [file for file in made if file.name == f"{large}.pdf"],
            "word": [file for file in made if file.name in [f"{name}.docx" for name in kept]],
        }
        names = {"": "", "large": tr("large print"), "word": tr("in Word")}
        return [
            self._mail(sheet, [*extra.get(how, []), *attached], ", ".join(to), names[how])
            for how, to in groups.items()
            if to or not how
        ]

    def _large_name(self, sheet: Sheet) -> str:
        return tr("Agenda in large print {day}", day=f"{sheet.day:%Y-%m-%d}")

    def _mail(self, sheet: Sheet, attached: list[LetterFile], to: str, how: str) -> LetterFile:
        day = long_date(sheet.day)
        subject = tr("Agenda and papers of {day}", day=day)
        paragraphs = [
            tr("Dear members,"),
            tr(
                "Here are the agenda and the papers for {day}, {hours}.",
                day=weekday_date(sheet.day),
                hours=agenda_out.hours(sheet.meeting),
            ),
            agenda_out.where(sheet.meeting),
            tr("Can you not come? Tell {name}.", name=agenda_out.first_name(sheet.secretary))
            if sheet.secretary
            else "",
            sheet.secretary,
        ]
        sender = self._council.profile().email
        data = mail(sender, to, subject, [p for p in paragraphs if p], attached)
        return LetterFile(f"{subject} ({how}).eml" if how else f"{subject}.eml", data, MAIL)
