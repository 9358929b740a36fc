"""The recovery sheet on the screen: its code, what it is for, and the sheet as PDF to print."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.founding import recovery_pdf
from desktop.services.intake import write_new
from desktop.services.office import Office
from desktop.ui.boxes import Box, breakable, stack, text
from desktop.ui.buttons import Button, Tick
from desktop.ui.form import Form, line
from desktop.ui.kit import button, card, message

_ROW = 4


class RecoverySheet:
    """The parts that show *code* of *office*; a page puts them in their place."""

    def __init__(self, office: Office, code: str, today: Callable[[], date]) -> None:
        self._office, self._code, self._today = office, code, today
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

    def card(self) -> Box:
        """Return the card with the code and where the sheet goes."""
        groups = self._code.split()
        lines = [" ".join(groups[at : at + _ROW]) for at in range(0, len(groups), _ROW)]
        code = stack(*(text(line, "h2") for line in lines), gap=4, pad=16, cls="sunken")
        return card(
            "",
            code,
            message(
                "info",
                tr("Who has this code and your file, can read everything."),
                tr("Keep the sheet at home in a safe place, not with the laptop."),
            ),
            self.form,
            self._saved,
        )

    def maker(self) -> Button:
        """Return the button that makes the PDF and opens it to be printed."""
        return button(tr("Make the sheet (PDF)"), self._save, icon="file")

    def _save(self) -> None:
        values = self.form.read()
        if values is None:
            return
        name = self._office.council.profile().name or tr("Our council")
        data = recovery_pdf(name, self._office.path.name, self._code, self._today())
        try:
            file = tr("Recovery sheet {name}.pdf", name=self._office.path.stem)
            path = write_new(Path(str(values["folder"])), file, data)
        except CouncilError as error:
            self.form.show_error(CouncilError(error.message, "folder"))
            return
        self._saved.setText(tr("The sheet is ready: {path}", path=breakable(path)))
        self._saved.show()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
