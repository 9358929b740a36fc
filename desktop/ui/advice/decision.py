"""How the council adopted the advice: date, members present, votes and the other opinion."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.advice.rows import DossierView
from desktop.services.choices import choices
from desktop.ui.boxes import Item, beside, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, number
from desktop.ui.kit import button, card, columns, head, message, primary
from desktop.ui.pages import Page


class DecisionPage(Page):
    """The decision record; without it an advice cannot be adopted."""

    area = "advice"
    tables = frozenset({"decision", "norm"})

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._form = _form(desk, dossier)
        self._form.set_values(self._values())

    def build(self) -> list[Item]:
        view = self._look()
        sent = view.dossier.state not in ("drafting", "discussing", "consulting", "intake")
        keep = button(tr("Keep the record"), self._keep)
        adopt = primary(tr("Adopt the advice"), self._adopt, "decision")
        return [
            head(
                tr("How did you decide?"),
                tr("After this the advice is adopted and the letter can be made."),
                over=f"{view.dossier.reference}, {view.dossier.title}",
            ),
            columns(
                [card("", self._form), beside(keep if sent else adopt, ...)],
                [card(tr("Enough members?"), *self._quorum())],
            ),
        ]

    def refresh(self) -> None:
        """Keep what was typed; show what others recorded."""
        self._form.set_values(self._values())

    def first_focus(self) -> QWidget | None:
        return self._form.rows["present"].field

    def _look(self) -> DossierView:
        return self._desk.office.dossiers.view(self._dossier, self._desk.today())

    def _values(self) -> dict[str, Any]:
        decision = self._look().decision
        if decision:
            return dict(vars(decision))
        return {
            "decided_on": self._desk.today(),
            "members": len(self._desk.office.council.members(self._desk.today())),
        }

    def _quorum(self) -> list[Item]:
        norm = self._desk.office.council.norm("quorum")
        if norm is None:
            return [text(tr("Your council agreed on no number of members for a decision."))]
        return [
            text(tr("{n} members must be present.", n=norm.amount), "strong"),
            text(norm.source, "small", "muted"),
            message(
                "info",
                tr("Too few members?"),
                tr("Then hold a written round, and choose that here."),
            ),
        ]

    def _keep(self) -> bool:
        values: dict[str, Any] | None = self._form.read()
        if values is None:
            return False
        try:
            self._desk.office.dossiers.decide(self._dossier, **values)
        except CouncilError as error:
            self._form.show_error(error)
            return False
        return True

    def _adopt(self) -> None:
        if not self._keep():
            return
        dossiers = self._desk.office.dossiers
        try:
            dossiers.move(self._dossier, "adopted", self._desk.today())
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()


def _form(desk: Desk, dossier: int) -> Form:
    form = Form()
    form.add_pair(
        (tr("Decided on"), date_line("decided_on")),
        (tr("How?"), choice("way", list(choices("way").items()))),
    )
    form.add_pair(
        (tr("Members present"), number("present", 0, 99)),
        (tr("Members in all"), number("members", 0, 99)),
    )
    form.add_pair(
        (tr("For"), number("votes_for", 0, 99)),
        (tr("Against"), number("votes_against", 0, 99)),
        (tr("Abstained"), number("abstained", 0, 99)),
    )
    form.add_row(
        tr("Another opinion"),
        written(desk, "minority_view", 3, place=dossier),
        tr("Write it the way the member says it. It comes in the letter, without a name."),
        optional=True,
    )
    return form
