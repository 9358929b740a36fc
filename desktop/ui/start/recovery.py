"""The recovery sheet of a new council: print it, put it away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.founding import recovery_pdf
from desktop.services.intake import write_new
from desktop.services.office import Office
from desktop.ui.boxes import Item, beside, breakable, stack, text
from desktop.ui.buttons import Tick
from desktop.ui.form import Form, line
from desktop.ui.kit import button, card, head, message, primary
from desktop.ui.pages import Page

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow

_ROW = 4


class RecoveryPage(Page):
    """Show the code once and make the sheet."""

    def __init__(self, window: "StartWindow", office: Office, code: str) -> None:
        super().__init__()
        self.setProperty("keeps", True)
        self._window, self._office, self._code = window, office, code
        self._saved = text("", "strong", "success")
        self._saved.hide()
        self.form = Form()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.form.add_row(
            tr("Where shall the sheet go?"),
            line("folder"),
            tr("A USB stick is best. Print it, and then throw the file away."),
        )
        self.form.set_values({"folder": folder})
        words = tr("The sheet is printed or written down")
        self.form.add_row(words, Tick(words, tr("You can also do this later."), "done"))

    def build(self) -> list[Item]:
        groups = self._code.split()
        lines = [" ".join(groups[at : at + _ROW]) for at in range(0, len(groups), _ROW)]
        code = stack(*(text(line, "h2") for line in lines), gap=4, pad=16, cls="sunken")
        return [
            head(
                tr("Your recovery sheet"),
                tr("Is the laptop broken, or the passphrase forgotten? This code opens your file."),
            ),
            card(
                "",
                code,
                message(
                    "info",
                    tr("Who has this code and your file, can read everything."),
                    tr("Keep the sheet at home in a safe place, not with the laptop."),
                ),
                self.form,
                self._saved,
            ),
            beside(
                primary(tr("To your council"), self._go_on, "next"),
                button(tr("Make the sheet (PDF)"), self._save, icon="file"),
                ...,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        found = [b for b in self.findChildren(QWidget) if b.property("cls") == "primary"]
        return found[0] if found else None

    def _save(self) -> None:
        values = self.form.read()
        if values is None:
            return
        name = self._office.council.profile().name or tr("Our council")
        data = recovery_pdf(name, self._office.path.name, self._code, self._window.today())
        try:
            file = tr("Recovery sheet {name}.pdf", name=self._office.path.stem)
            path = write_new(Path(str(values["folder"])), file, data)
        except CouncilError as error:
            self.form.show_error(CouncilError(error.message, "folder"))
            return
        self._saved.setText(tr("The sheet is ready: {path}", path=breakable(path)))
        self._saved.show()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _go_on(self) -> None:
        self._window.opened.emit(self._office)
