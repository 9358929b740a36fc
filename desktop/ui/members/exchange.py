"""The address list: bring members in from a vCard or CSV after a look, or make such files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.exchange import Arriving
from desktop.services.records import listed
from desktop.ui.advice.letter import open_path
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import Icon, button, card, columns, head, primary, quiet, row
from desktop.ui.pages import Page


class ExchangePage(Page):
    """Out at the one side, in at the other; nothing is kept before the look."""

    area = "members"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._arriving: Sequence[Arriving] = ()

    def build(self) -> list[Item]:
        top = head(
            tr("Address list"),
            tr("Names and how to reach each other. Wishes and photos stay here."),
        )
        if self._arriving:
            return [top, self._look()]
        return [top, columns([self._out()], [self._in()], (1, 1))]

    def _out(self) -> Box:
        return card(
            tr("Make a list"),
            text(tr("A vCard for your phone or mail program, and a table for a spreadsheet.")),
            text(tr("Share it only with members, and only when they agree."), "small", "muted"),
            beside(button(tr("Make the files"), self._save, icon="file"), ...),
        )

    def _in(self) -> Box:
        return card(
            tr("Bring in a list"),
            text(
                tr("A vCard, or a CSV with the names in a column. First you see what would change.")
            ),
            text(
                tr("Is there a column “Member since” or “Member until”? Then terms come along."),
                "small",
                "muted",
            ),
            beside(button(tr("Choose a file"), self._choose, icon="attach"), ...),
        )

    def _look(self) -> Box:
        wanted = [one for one in self._arriving if one.state != "same"]
        words = trn("Take over {n} member", "Take over {n} members", len(wanted))
        take = primary(words, self._take, "saved")
        take.setEnabled(bool(wanted))
        other = quiet(tr("Cancel"), self._cancel)
        rows = ruled(*(_row(one) for one in self._arriving))
        return card(tr("This is in the file"), *rows, beside(take, other, ...))

    def _choose(self) -> None:
        found = self._desk.choose_files(tr("Choose a file"), (".vcf", ".csv", ".txt"))
        if found:
            self.open_file(found[0])

    def open_file(self, path: Path) -> None:
        """Show what the file at *path* would bring; nothing is kept yet."""

        def look() -> None:
            self._arriving = self._desk.office.people.exchange.look(path)

        if self._desk.attempt(look):
            self._desk.window.strip.silence()
            self.rebuild()
            target = self.first_focus()
            if target:
                target.setFocus()

    def _take(self) -> None:
        arriving, self._arriving = self._arriving, ()

        def take() -> None:
            count = self._desk.office.people.exchange.take(arriving, self._desk.today())
            told = trn("{n} member taken over.", "{n} members taken over.", count)
            self._desk.window.strip.say("success", told)

        if self._desk.attempt(take):
            self._desk.window.back()

    def _cancel(self) -> None:
        self._arriving = ()
        self.rebuild()

    def _save(self) -> None:
        folder = self._desk.office.path.parent / tr("Members")

        def save() -> None:
            self._desk.office.people.exchange.save(folder, self._desk.today())
            act = (tr("Open the folder"), lambda: open_path(folder))
            self._desk.window.strip.say("success", tr("The files are made."), str(folder), act)

        self._desk.attempt(save)


def _row(one: Arriving) -> QWidget:
    names = {
        "role": tr("role"),
        "email": tr("e-mail"),
        "phone": tr("telephone"),
        "address": tr("address"),
        "since": tr("first day as a member"),
        "until": tr("last day as a member"),
    }
    told = [one.email, one.phone, _days(one)]
    if one.state == "changed":
        told = [tr("Changes: {what}", what=listed([names[field] for field in one.changes]))]
    state = {
        "new": (tr("new"), "success"),
        "changed": (tr("changes"), "info"),
        "same": (tr("is there already"), "plain"),
    }[one.state]
    found = row(one.name, " · ".join(filter(None, told)), icon="buddy", state=state)
    if not one.trouble:
        return found
    why = beside(Icon("hint", "warning", 18), (text(one.trouble, "small"), 1), gap=8)
    return stack(found, why, gap=4)


def _days(one: Arriving) -> str:
    """Return since when somebody is a member, and until when, as far as the file says so."""
    first, last = (long_date(day) if day else "" for day in (one.since, one.until))
    if first and last:
        return tr("member from {first} until {last}", first=first, last=last)
    if first:
        return tr("member since {date}", date=first)
    return tr("member until {date}", date=last) if last else ""
