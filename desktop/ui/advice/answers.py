"""Answer every question of the municipality, or leave it open and say why."""

from functools import partial
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.advice.rows import DossierView, QuestionRow
from desktop.ui.advice.scrolled import scrolled
from desktop.ui.boxes import Box, Item, stack
from desktop.ui.buttons import Tick
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line
from desktop.ui.kit import card


class Answers(Box):
    """A card per question; each saves itself."""

    def __init__(self, desk: Desk, view: DossierView) -> None:
        super().__init__(gap=12)
        self._desk = desk
        self._view = view
        self._forms: dict[int, Form] = {q.id: self._form(q) for q in view.questions}
        cards: list[Item] = [
            card(f"{question.number}. {question.text}", self._forms[question.id])
            for question in view.questions
        ]
        self.show_items([(scrolled(stack(*cards, ..., gap=14)), 1)])

    def show_view(self, view: DossierView) -> None:
        """Show what is in the file now; a field being typed in keeps its words."""
        self._view = view
        for question in view.questions:
            if question.id in self._forms:
                self._forms[question.id].set_values(self._values(question))

    def flush(self) -> None:
        """Keep what is still waiting for its pause."""
        for form in self._forms.values():
            form.flush()

    def _form(self, question: QuestionRow) -> Form:
        form = Form()
        for item in self._view.recommendations:
            words = tr("Recommendation {n} answers this", n=item.number)
            form.add_row(words, Tick(words, item.what, f"by_{item.number}"))
        answer = written(self._desk, "answer", 2, place=self._view.dossier.id)
        form.add_row(tr("Answer in words"), answer, optional=True)
        leave = tr("We leave this question open")
        form.add_row(leave, Tick(leave, "", "left_open"))
        form.add_row(tr("Why do you leave it open?"), line("open_reason"), optional=True)
        form.set_values(self._values(question))
        form.changed.connect(partial(self._save, question.id))
        return form

    def _values(self, question: QuestionRow) -> dict[str, Any]:
        values = dict(vars(question))
        for item in self._view.recommendations:
            values[f"by_{item.number}"] = item.number in question.answered_by
        return values

    def _save(self, record: int) -> None:
        form = self._forms[record]
        values: dict[str, Any] | None = form.read()
        question = next((q for q in self._view.questions if q.id == record), None)
        if values is None or question is None:
            return
        chosen = [
            item for item in self._view.recommendations if values.pop(f"by_{item.number}", False)
        ]
        try:
            if tuple(item.number for item in chosen) != question.answered_by:
                self._desk.office.drafts.answer_with(record, [item.id for item in chosen])
            if any(getattr(question, key) != value for key, value in values.items()):
                self._desk.office.dossiers.change_question(record, **values)
        except CouncilError as error:
            form.show_error(error)
