"""The answer of the municipality: when it came, and what it did with every recommendation."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.advice.rows import DossierView, RecommendationRow
from desktop.services.choices import choices
from desktop.ui.advice.arrival import bring_in
from desktop.ui.advice.short_letter import ShortLetterPage
from desktop.ui.autosave import may_leave
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, lines
from desktop.ui.kit import button, card, columns, head, message, primary, quiet
from desktop.ui.pages import Page


class ReplyPage(Page):
    """Follow the advice until nothing of it is open."""

    area = "advice"
    tables = frozenset({"dossier", "recommendation", "letter", "paper"})

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._forms: dict[int, Form] = {}
        self._arrival = Form()
        self._arrival.add_row(tr("When did the answer come?"), date_line("reply_received"))
        self._arrival.changed.connect(self._save_arrival)
        self._closing = Form()
        self._closing.add_row(
            tr("When did you tell the people who gave their story?"), date_line("feedback_done")
        )
        self._closing.add_row(
            tr("Or say why you did not"), lines("closing_reason", rows=2), optional=True
        )
        self._closing.changed.connect(self._save_closing)

    def build(self) -> list[Item]:
        view = self._look()
        for form in (self._arrival, self._closing):
            form.set_values(vars(view.dossier))
        self._forms = {item.id: self._outcome(item) for item in view.recommendations}
        done = primary(tr("Finish this advice"), self._finish, "saved")
        paper = quiet(
            tr("Add the answer as a paper"),
            lambda: bring_in(self._desk, dossier=self._dossier),
            "attach",
        )
        advice = [
            card(f"{item.number}. {item.what}", self._forms[item.id])
            for item in view.recommendations
        ]
        return [
            head(
                tr("The answer of the municipality"),
                _due(view),
                over=f"{view.dossier.reference}, {view.dossier.title}",
            ),
            columns(
                [card(tr("Is there an answer?"), self._arrival, beside(paper, ...)), *advice],
                [
                    *self._remind(view),
                    card(tr("Tell the people who told you"), self._closing),
                    beside(done, ...),
                ],
            ),
        ]

    def refresh(self) -> None:
        """Fields being typed in keep their words."""
        view = self._look()
        for form in (self._arrival, self._closing):
            form.set_values(vars(view.dossier))
        for item in view.recommendations:
            if item.id in self._forms:
                self._forms[item.id].set_values(vars(item))

    def first_focus(self) -> QWidget | None:
        return self._arrival.first()

    def leave(self) -> bool:
        return may_leave(self._arrival, self._closing, *self._forms.values())

    def _look(self) -> DossierView:
        return self._desk.office.dossiers.view(self._dossier, self._desk.today())

    def _outcome(self, item: RecommendationRow) -> Form:
        form = Form()
        blank = [("", tr("Not known yet"))]
        form.add_row(
            tr("What does the municipality do?"),
            choice("outcome", blank + list(choices("outcome").items())),
        )
        form.add_row(tr("Their reason"), lines("outcome_reason", rows=2), optional=True)
        form.set_values(vars(item))
        form.changed.connect(lambda: self._save_outcome(item.id))
        return form

    def _remind(self, view: DossierView) -> list[Box]:
        due = next((letter.reply_by for letter in view.letters if letter.reply_by), None)
        if view.dossier.reply_received or due is None or due >= self._desk.today():
            return []
        write = button(tr("Letter: ask for the answer"), self._write_reminder, icon="letter")
        return [
            message("warning", tr("The answer was due on {date}.", date=long_date(due)), "", write)
        ]

    def _write_reminder(self) -> None:
        self._desk.window.open_page(ShortLetterPage(self._desk, self._dossier, "reminder-1"))

    def _save_arrival(self) -> None:
        values = self._arrival.readable()
        if not values:
            return
        dossiers, today = self._desk.office.dossiers, self._desk.today()
        view = self._look()
        if values["reply_received"] != view.dossier.reply_received:
            dossiers.change(self._dossier, **values)
        if values["reply_received"] and view.dossier.state in ("sent", "overdue"):
            self._desk.attempt(lambda: dossiers.move(self._dossier, "replied", today))

    def _save_outcome(self, record: int) -> None:
        values: dict[str, Any] | None = self._forms[record].read()
        if values is not None:
            self._desk.attempt(
                lambda: self._desk.office.drafts.change_recommendation(record, **values)
            )

    def _save_closing(self) -> None:
        values = self._closing.readable()
        if values:
            self._desk.attempt(lambda: self._desk.office.dossiers.change(self._dossier, **values))

    def _finish(self) -> None:
        if not self.leave():
            return
        try:
            self._desk.office.dossiers.move(self._dossier, "done", self._desk.today())
        except CouncilError as error:
            self._closing.show_error(error)
            return
        self._desk.window.back()


def _due(view: DossierView) -> str:
    due = next((letter.reply_by for letter in view.letters if letter.reply_by), None)
    if view.dossier.reply_received:
        return tr("Came on {date}", date=long_date(view.dossier.reply_received))
    if due:
        return tr("The municipality answers before {date}.", date=long_date(due))
    return tr("No date was agreed for the answer.")
