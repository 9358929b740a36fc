"""Open a council file: with the passphrase, or with the recovery sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services import office as offices
from desktop.ui.boxes import Item, beside
from desktop.ui.fields import lines, secret
from desktop.ui.form import Form
from desktop.ui.kit import button, card, head, message, primary, quiet, told_path
from desktop.ui.pages import Page

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow


class UnlockPage(Page):
    """Ask for the passphrase; once, then this computer remembers the key."""

    def __init__(self, window: "StartWindow", path: Path) -> None:
        super().__init__()
        self._window, self._path = window, path
        self.form = Form()
        field = secret("passphrase")
        field.returnPressed.connect(self._open)
        self.form.add_row(
            tr("Passphrase"), field, tr("Capitals count. Spaces before and after do not.")
        )

    def build(self) -> list[Item]:
        return [
            head(tr("Open {name}", name=self._path.stem), told_path(self._path.parent)),
            card("", self.form),
            beside(
                primary(tr("Open"), self._open, "lock"),
                button(tr("Back"), self._window.welcome),
                quiet(tr("Passphrase forgotten"), self._forgotten),
                ...,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self.form.first()

    def _open(self) -> None:
        words = str(self.form.rows["passphrase"].field.property("text"))
        if not words.strip():
            self.form.show_error(CouncilError(tr("Type the passphrase."), "passphrase"))
            return
        self._window.open_council(self._path, passphrase=words)

    def _forgotten(self) -> None:
        self._window.show_page(
            SheetPage(self._window, self._path, tr("Take the recovery sheet of your council."))
        )


class SheetPage(Page):
    """Ask for the code on the recovery sheet, and a new passphrase."""

    def __init__(self, window: "StartWindow", path: Path, why: str) -> None:
        super().__init__()
        self._window, self._path, self._why = window, path, why
        self.form = Form()
        self.form.add_row(
            tr("Code on the recovery sheet"),
            lines("recovery_code", rows=2),
            tr("Fourteen groups of four signs. Capitals, spaces and dashes do not matter."),
        )
        self.form.add_row(
            tr("New passphrase"),
            secret("passphrase"),
            tr("Three or four words that only you would put together."),
        )

    def build(self) -> list[Item]:
        return [
            head(tr("Open {name} with the recovery sheet", name=self._path.stem)),
            message("info", self._why),
            card("", self.form),
            beside(
                primary(tr("Open"), self._open, "lock"),
                button(tr("Back"), self._window.welcome),
                ...,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self.form.first()

    def _open(self) -> None:
        values = self.form.read()
        if values is None:
            return
        code, words = str(values["recovery_code"]), str(values["passphrase"])
        try:
            offices.set_passphrase(self._path, code, words)
        except CouncilError as error:
            self.form.show_error(error)
            return
        self._window.open_council(self._path, passphrase=words)
