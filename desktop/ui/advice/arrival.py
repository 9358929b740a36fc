"""A letter was dropped: show what it seems to ask, let the user confirm, and start the dossier."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.documents.readers import SUFFIXES
from desktop.domain.errors import CouncilError
from desktop.domain.timeliness import timeliness
from desktop.i18n import tr, trn
from desktop.services.intake import Incoming
from desktop.ui.advice.measures import term_bar, time_words
from desktop.ui.advice.new import asked, dossier_form
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, head, message, primary, row
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier


def bring_in(desk: Desk, paths: Sequence[Path] = (), dossier: int | None = None) -> None:
    """Read *paths* (asked for when empty) on the worker, then show what was found.

    With *dossier* the papers go into that dossier; without, they start a new one.
    """
    chosen = list(paths) or desk.choose_files(tr("Open a letter or paper"), SUFFIXES)
    if not chosen:
        return
    today = desk.today()

    def arrived(incoming: Incoming) -> None:
        desk.window.strip.silence()
        if dossier is None:
            desk.window.open_page(ArrivalPage(desk, incoming))
            return
        target = dossier
        desk.attempt(lambda: desk.office.intake.add_papers(target, incoming))

    def failed(error: BaseException) -> None:
        if not isinstance(error, CouncilError):
            raise error
        desk.window.strip.say(
            "warning",
            error.message,
            tr("Your own work is safe. Choose another file, or begin by hand."),
            (tr("Choose another file"), lambda: bring_in(desk, dossier=dossier)),
        )

    desk.window.strip.say("info", tr("The letter is being read…"))
    desk.tasks.run(lambda: desk.office.intake.read(chosen, today), arrived, failed)


class ArrivalPage(Page):
    """What the letter says, to confirm: every field can be changed."""

    area = "advice"
    tables = frozenset({"norm"})

    def __init__(self, desk: Desk, incoming: Incoming) -> None:
        super().__init__()
        self._desk, self._incoming = desk, incoming
        found = incoming.proposal
        self.form = dossier_form()
        self.form.set_values(
            {
                "title": found.subject.value if found.subject else "",
                "kind": found.kind,
                "requester": found.sender.value if found.sender else "",
                "received": found.date.value if found.date else desk.today(),
                "reply_by": found.reply_by.value if found.reply_by else None,
                "decision_on": found.decision_date.value if found.decision_date else None,
                "questions": "\n".join(found.questions),
            }
        )
        for key, source in (("reply_by", found.reply_by), ("decision_on", found.decision_date)):
            if source and source.quote:
                self.form.rows[key].show_help(tr("Read: “{quote}”", quote=source.quote.strip()))
        self.form.edited.connect(self._show_time)
        self._time = Box(gap=8)

    def build(self) -> list[Item]:
        self._time = Box(gap=8)
        self._show_time()
        start = primary(tr("Start the advice"), self._start, "next")
        stop = button(tr("Cancel"), self._desk.window.back)
        side: list[Item] = [card(tr("Asked in time?"), self._time)]
        if self._incoming.hard:
            side.append(_hard())
        side.append(self._papers())
        return [
            head(
                tr("Is this right?"),
                tr("Samenspraak has read the letter. Look at each field and change what is wrong."),
            ),
            *[message("warning", words) for words in self._incoming.warnings],
            columns([card("", self.form), beside(start, stop, ...)], side),
        ]

    def refresh(self) -> None:
        """Only the time follows the file; what was typed stays."""
        self._show_time()

    def first_focus(self) -> QWidget | None:
        return self.form.first()

    def _papers(self) -> Box:
        rows = [
            row(paper.read.name, _measure(paper.read.pages, paper.level), icon="attach")
            for paper in self._incoming.papers
        ]
        return card(tr("Kept in the dossier"), *ruled(*rows))

    def _show_time(self) -> None:
        try:
            values = asked(self.form.values())
        except CouncilError:
            return
        council = self._desk.office.council
        time = timeliness(
            values["received"],
            values["reply_by"],
            values["decision_on"],
            "",
            council.term("advice_minimum"),
        )
        bar = term_bar(time)
        self._time.show_items([*([bar] if bar else []), text(time_words(time), "small", "muted")])

    def _start(self) -> None:
        values = self.form.read()
        if values is None:
            return
        found = self._incoming.proposal
        try:
            number = self._desk.office.intake.accept(
                self._incoming,
                today=self._desk.today(),
                requested=found.date.value if found.date else None,
                request_reference=found.reference.value if found.reference else "",
                **asked(values),
            )
        except CouncilError as error:
            self.form.show_error(error)
            return
        self._desk.window.back()
        open_dossier(self._desk, number)


def _hard() -> Box:
    return stack(
        message(
            "warning",
            tr("This paper is hard to read (level 4 of 4)."),
            tr("After you start you can ask the municipality for a summary in plain words."),
        )
    )


def _measure(pages: int | None, level: int | None) -> str:
    words = trn("{n} page", "{n} pages", pages) if pages else ""
    hard = tr("estimated level {level} of 4", level=level) if level else ""
    return ", ".join(part for part in (words, hard) if part)
