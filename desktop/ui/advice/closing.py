"""Stop with an advice: choose how it ended and say why."""

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import words
from desktop.ui.boxes import Item, beside
from desktop.ui.buttons import ChoiceCards
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.kit import button, card, head, primary
from desktop.ui.pages import Page


def close_down(desk: Desk, dossier: int, states: list[str]) -> None:
    """Open the page that asks how and why the advice stops."""
    desk.window.open_page(ClosingPage(desk, dossier, states))


class ClosingPage(Page):
    """One choice and one sentence; nothing is thrown away."""

    area = "advice"

    def __init__(self, desk: Desk, dossier: int, states: list[str]) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._form = Form()
        ways = [(state, words("state", state), "") for state in states]
        self._form.add_row(
            tr("How does it end?"), ChoiceCards(tr("How does it end?"), ways, "state")
        )
        self._form.add_row(
            tr("Why?"),
            lines("closing_reason", rows=3),
            tr("One sentence is enough. It stays in the archive and in the annual report."),
        )
        self._form.set_values({"state": states[0]})

    def build(self) -> list[Item]:
        return [
            head(tr("Stop with this advice"), tr("The dossier stays. You can start again later.")),
            card("", self._form),
            beside(
                primary(tr("Stop here"), self._stop),
                button(tr("Cancel"), self._desk.window.back),
                ...,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _stop(self) -> None:
        values = self._form.read()
        if values is None:
            return
        reason = str(values["closing_reason"]).strip()
        try:
            if not reason:
                raise CouncilError(
                    tr("Write in one sentence why this dossier stops here."), "closing_reason"
                )
            dossiers = self._desk.office.dossiers
            dossiers.change(self._dossier, closing_reason=reason)
            dossiers.move(self._dossier, str(values["state"]), self._desk.today())
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()
