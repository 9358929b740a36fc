"""Send the agenda: what to look at first, what will be made, and one button."""

from datetime import datetime
from pathlib import Path

from desktop.domain.dutch_dates import weekday_date
from desktop.i18n import tr, trn
from desktop.services.records import listed
from desktop.ui.advice.letter import open_path
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, head, message, primary, row
from desktop.ui.meetings.plan import meeting_folder
from desktop.ui.pages import Page


class SendPage(Page):
    """The last look before the members get the agenda."""

    area = "meetings"
    tables = frozenset({"meeting", "agenda_item", "agenda_paper", "norm", "member", "council"})

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting

    def build(self) -> list[Item]:
        meeting = self._desk.office.plan.meeting(self._meeting)
        checks = self._desk.office.papers.checks(self._meeting, self._desk.today())
        parts: list[Item] = [message("warning", check.words) for check in checks]
        if not checks:
            parts.append(message("success", tr("Everything is ready.")))
        send = primary(tr("Send the agenda"), self._send, "letter")
        send.setEnabled(not any(check.serious for check in checks))
        look = button(tr("Make the files only"), self._look, icon="eye")
        parts.append(beside(send, look, ..., turns=True))
        short = "/".join(self._folder().parts[-2:])
        folder = text(tr("The files go to: {path}", path=short), "small", "muted")
        title = tr("Send the agenda of {day}", day=_day(meeting.starts))
        left: list[Item] = [*parts, *self._versions(), folder]
        return [head(title, over=meeting.title), columns(left, self._made())]

    def _versions(self) -> list[Item]:
        """Return who gets the papers in another way; nothing when nobody asked."""
        receivers = self._desk.office.papers.receivers(self._meeting)
        special = [one for one in receivers if not one.as_always]
        others = [one.name for one in receivers if one.as_always]
        arrange = [
            row(one.name, listed(one.to_arrange), icon="place")
            for one in receivers
            if one.to_arrange
        ]
        parts: list[Item] = (
            [card(tr("To arrange for the meeting"), *ruled(*arrange))] if arrange else []
        )
        if not special:
            return parts
        ways = dict.fromkeys(one.words for one in special)
        rows = [
            row(listed([one.name for one in special if one.words == way]), way, icon="letter")
            for way in ways
        ]
        if others:
            names = tr("by e-mail: {names}", names=listed(others))
            rows.append(row(tr("All others"), names, icon="letter"))
        note = (
            tr("Large print, sending list and e-mails for these members are made as well.")
            if any(one.makes for one in special)
            else tr("A sending list is made as well.")
        )
        return [card(tr("Who gets what"), *ruled(*rows), text(note, "small", "muted")), *parts]

    def _made(self) -> Box:
        made = [
            (tr("Invitation"), tr("Word and PDF")),
            (tr("Agenda"), tr("Word and PDF, with times, questions and papers")),
            *(
                [
                    (
                        tr("Agenda for everyone"),
                        tr("For who comes to listen: without closed items, names and papers"),
                    )
                ]
                if self._desk.office.plan.meeting(self._meeting).public
                else []
            ),
            (tr("Members' sheet"), tr("In large print, with the hard words explained")),
            (tr("Chair's script"), tr("What the chair says, only for the chair")),
            (tr("All papers"), tr("One PDF with bookmarks, each paper behind a cover")),
            (tr("E-mail"), self._mailed()),
        ]
        rows = [row(what, why, icon="file") for what, why in made]
        note = text(tr("From now on the numbers of the items stay."), "small", "muted")
        return card(tr("This is made"), *ruled(*rows), note)

    def _mailed(self) -> str:
        receivers = self._desk.office.papers.receivers(self._meeting)
        count = sum(one.by_mail for one in receivers)
        if not count:
            return tr("You fill in to whom: nobody has an e-mail address here yet")
        return trn(
            "To one member, with the papers and the calendar file",
            "To {n} members, with the papers and the calendar file",
            count,
        )

    def _folder(self) -> Path:
        starts = self._desk.office.plan.meeting(self._meeting).starts
        return meeting_folder(self._desk) / f"{starts:%Y-%m-%d}"

    def _now(self) -> datetime:
        return datetime.combine(self._desk.today(), datetime.now().time().replace(microsecond=0))

    def _look(self) -> None:
        folder, papers = self._folder(), self._desk.office.papers
        if self._desk.attempt(lambda: papers.save(self._meeting, folder, self._now())):
            self._told(tr("The files are made. Nothing was sent."), [])

    def _send(self) -> None:
        folder, found = self._folder(), list[Path]()
        papers = self._desk.office.papers
        if self._desk.attempt(
            lambda: found.extend(papers.send(self._meeting, folder, self._now()))
        ):
            self._desk.window.back()
            mails = [path for path in found if path.suffix == ".eml"]
            self._told(tr("The agenda is ready for the members."), mails)

    def _told(self, what: str, mails: list[Path]) -> None:
        folder = self._folder()
        acts = [(tr("Open the folder"), lambda: open_path(folder))]
        if mails:
            acts.insert(0, (tr("Open the e-mail"), lambda: open_path(mails[0])))
        why = tr("Send the e-mail, or print the PDF.") if mails else ""
        others = [path.stem for path in mails[1:]]
        if others:
            why += " " + tr("There are also e-mails for: {names}.", names=listed(others))
        self._desk.window.strip.say("success", what, why, *acts)


def _day(moment: datetime) -> str:
    return weekday_date(moment.date()).partition(" ")[2]
