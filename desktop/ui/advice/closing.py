"""Stop with an advice: choose how it ended and say why."""

from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import words
from desktop.ui.boxes import Item, beside
from desktop.ui.buttons import ChoiceCards
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import button, card, head, primary


def close_down(desk: Desk, dossier: int, states: list[str]) -> None:
    """Open the page that asks how and why the advice stops."""
    desk.window.open_page(ClosingPage(desk, dossier, states))


class ClosingPage(NewPage):
    """One choice and one sentence; nothing is thrown away."""

    area = "advice"

    def __init__(self, desk: Desk, dossier: int, states: list[str]) -> None:
        super().__init__(desk, Form())
        self._dossier = dossier
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
                primary(tr("Stop here"), self.keep),
                button(tr("Cancel"), self._desk.window.back),
                ...,
            ),
        ]

    def add(self, values: dict[str, Any]) -> None:
        if not values["closing_reason"]:
            raise CouncilError(
                tr("Write in one sentence why this dossier stops here."), "closing_reason"
            )
        dossiers = self._desk.office.dossiers
        dossiers.change(self._dossier, closing_reason=values["closing_reason"])
        dossiers.move(self._dossier, values["state"], self._desk.today())
