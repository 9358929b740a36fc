"""The recovery sheet of a new council: print it, put it away."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.office import Office
from desktop.ui.boxes import Item, beside
from desktop.ui.kit import head, primary
from desktop.ui.pages import Page
from desktop.ui.recovery_sheet import RecoverySheet

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow


class RecoveryPage(Page):
    """Show the code once and make the sheet."""

    def __init__(self, window: "StartWindow", office: Office, code: str) -> None:
        super().__init__()
        self.setProperty("keeps", True)
        self._window, self._office = window, office
        self._sheet = RecoverySheet(office, code, window.today)
        self.form = self._sheet.form

    def build(self) -> list[Item]:
        return [
            head(
                tr("Your recovery sheet"),
                tr("Is the laptop broken, or the passphrase forgotten? This code opens your file."),
            ),
            self._sheet.card(),
            beside(
                primary(tr("To your council"), self._go_on, "next"),
                self._sheet.maker(),
                ...,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        found = [b for b in self.findChildren(QWidget) if b.property("cls") == "primary"]
        return found[0] if found else None

    def _go_on(self) -> None:
        self._window.opened.emit(self._office)
