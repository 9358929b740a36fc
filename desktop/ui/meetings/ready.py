"""The minutes as paper: look them over, save both versions, send them round, ask for adoption."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.meetings.kinds import choices
from desktop.services.meetings.minutes_look import MinutesView
from desktop.ui.advice.letter import open_path
from desktop.ui.advice.preview import Preview
from desktop.ui.boxes import Box, Item, beside, breakable, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import choice
from desktop.ui.kit import ChoiceCards, button, card, columns, head, pill, primary, quiet, row
from desktop.ui.meetings.list_ready import save_list
from desktop.ui.meetings.minutes import TABLES, MinutesPage
from desktop.ui.meetings.minutes_places import open_adopt, open_remarks, papers_folder, state_of
from desktop.ui.meetings.private_words import Quoted, private_card
from desktop.ui.pages import Page

_MOST = 5


class ReadyPage(Page):
    """The finished pages at the left; what to look at and what to do at the right."""

    area = "meetings"
    tables = TABLES

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._public = False
        self._left: set[tuple[int, str]] = set()
        self._preview = Preview(desk, tr("Preview of the minutes"))

    def build(self) -> list[Item]:
        view = self._look()
        self._preview = Preview(self._desk, tr("Preview of the minutes"))
        self._draw()
        title = tr("Minutes of {day}", day=long_date(view.day))
        right = self._adopted(view) if view.adopted else self._open(view)
        return [
            head(title, "", pill(*state_of(view)), over=view.meeting.title),
            columns([self._version(), self._preview], right, (4, 5)),
        ]

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._save}

    def _look(self) -> MinutesView:
        return self._desk.office.minutes.view(self._meeting)

    def _draw(self) -> None:
        office, meeting, public = self._desk.office, self._meeting, self._public
        self._preview.show_letter(lambda: office.minutes.pdf(meeting, public=public))

    def _version(self) -> QWidget:
        pick = ChoiceCards(
            tr("Which version?"),
            [("internal", tr("For members"), ""), ("public", tr("For everyone"), "")],
            "version",
        )
        pick.set_value("public" if self._public else "internal")
        pick.edited.connect(lambda: self._turn(pick.value()))
        return pick

    def _turn(self, version: str) -> None:
        self._public = version == "public"
        self._draw()

    # ---- before adoption

    def _open(self, view: MinutesView) -> list[Item]:
        return [
            card(tr("Ready to send?"), *self._lacks(view), *self._private()),
            self._form(view),
            *self._acts(view),
            text(
                tr("The files go to: {path}", path=breakable(papers_folder(self._desk))),
                "small",
                "muted",
            ),
        ]

    def _acts(self, view: MinutesView) -> list[Item]:
        save = button(tr("Make Word and PDF"), self._save, icon="file")
        adopt = button(tr("Adopt"), lambda: open_adopt(self._desk, self._meeting), icon="decision")
        if view.meeting.minutes_state in ("", "concept"):
            send = primary(tr("Send the minutes round"), self._circulate, "letter")
            return [beside(send, ...), beside(save, adopt, ..., turns=True), self._who_was_there()]
        remarks = primary(
            tr("Remarks of members"), lambda: open_remarks(self._desk, self._meeting), "achterban"
        )
        return [beside(remarks, ...), beside(save, adopt, ..., turns=True), self._who_was_there()]

    def _who_was_there(self) -> Box:
        """Return the way to the attendance list as a paper of its own."""
        make = partial(save_list, self._desk, "attendance", self._meeting)
        return beside(quiet(tr("Attendance list"), make, "people"), ...)

    def _form(self, view: MinutesView) -> Box:
        style = choice("minutes_style", list(choices("minutes_style").items()))
        style.setAccessibleName(tr("How much do the minutes tell?"))
        style.set_value(view.meeting.minutes_style)
        style.activated.connect(lambda: self._style(str(style.value())))
        return card(tr("How much do the minutes tell?"), style)

    def _style(self, style: str) -> None:
        self._desk.attempt(lambda: self._desk.office.minutes.set_style(self._meeting, style))

    def _lacks(self, view: MinutesView) -> list[Item]:
        lacks = self._desk.office.minutes.lacks(self._meeting)
        if not lacks:
            return [row(tr("Nothing is missing"), icon="done", tone="success")]
        shown = [
            row(
                lack.words,
                icon="warning",
                tone="warning",
                act=button(tr("Mend this"), lambda item=lack.item: self._write(item)),
            )
            for lack in lacks[:_MOST]
        ]
        more = len(lacks) - len(shown)
        tail: list[Item] = (
            [text(trn("And {n} more.", "And {n} more.", more), "small", "muted")] if more else []
        )
        return [*ruled(*shown), *tail]

    def _private(self) -> list[Item]:
        minutes = self._desk.office.minutes
        both = [
            *minutes.private(self._meeting, public=False),
            *minutes.private(self._meeting, public=True),
        ]
        found = {(item, data.text): data for item, data in both}
        return private_card(
            [
                Quoted(data, partial(self._write, key[0]), partial(self._leave, *key))
                for key, data in found.items()
                if key not in self._left
            ]
        )

    def _leave(self, item: int, words: str) -> None:
        self._left.add((item, words))
        self.rebuild()

    def _write(self, item: int | None) -> None:
        self._desk.window.open_page(MinutesPage(self._desk, self._meeting, item))

    def _circulate(self) -> None:
        folder = papers_folder(self._desk)
        paths: list[Path] = []

        def send() -> None:
            paths.extend(self._desk.office.minutes.circulate(self._meeting, folder))

        if not self._desk.attempt(send):
            return
        acts = [(tr("Open the folder"), lambda: open_path(folder))]
        mails = [path for path in paths if path.suffix == ".eml"]
        if mails:
            acts.insert(0, (tr("Open the e-mail"), lambda: open_path(mails[0])))
        self._desk.window.strip.say(
            "success",
            tr("The concept is ready for the members: Word, PDF and an e-mail."),
            tr("The public version lies beside it."),
            *acts,
        )

    def _save(self) -> None:
        folder = papers_folder(self._desk)

        def save() -> None:
            self._desk.office.minutes.save_copies(self._meeting, folder)
            self._desk.window.strip.say(
                "success",
                tr("Both versions are ready, as Word and PDF."),
                str(folder),
                (tr("Open the folder"), lambda: open_path(folder)),
            )

        self._desk.attempt(save)

    # ---- after adoption

    def _adopted(self, view: MinutesView) -> list[Item]:
        lines = [line for line in view.meeting.adopted_changes.splitlines() if line.strip()]
        day = long_date(view.adopted_on) if view.adopted_on else ""
        rows = [
            row(tr("Adopted on {day}", day=day), icon="decision"),
            row(
                tr("Kept for good"),
                tr("These minutes never change, whatever you change later."),
                icon="lock",
            ),
        ]
        changes = [card(tr("Changes at the adoption"), stack(*lines, gap=4))] if lines else []
        return [
            card(tr("These minutes are adopted"), *ruled(*rows)),
            *changes,
            beside(primary(tr("Save Word and PDF"), self._save, "file"), ...),
            self._who_was_there(),
        ]
