"""Each thing you can do about the key, on its own page: it asks what is needed and does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services import keys
from desktop.ui.boxes import Item, beside
from desktop.ui.desk import Desk
from desktop.ui.fields import lines, secret
from desktop.ui.form import Form
from desktop.ui.kit import button, card, head, message, primary
from desktop.ui.pages import Page
from desktop.ui.recovery_sheet import RecoverySheet


class _SecretPage(Page):
    """Asks for what opens the file and does one thing with it."""

    area = "council"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form()
        self.ask(self._form)

    def ask(self, form: Form) -> None:
        """Put the questions in *form*."""
        raise NotImplementedError

    def words(self) -> tuple[str, str, str]:
        """Return the title, the line under it and the words of the button."""
        raise NotImplementedError

    def explain(self) -> list[Item]:
        """Return what must be known before."""
        return []

    def do(self, values: dict[str, str]) -> None:
        """Do it; raises CouncilError with its field."""
        raise NotImplementedError

    def build(self) -> list[Item]:
        title, why, act = self.words()
        return [
            head(title, why),
            *self.explain(),
            card("", self._form),
            beside(
                primary(act, self._try, "lock"),
                button(tr("Back"), self._desk.window.back),
                ...,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def refresh(self) -> None:
        """Nothing here comes from the council file; typing stays."""

    def _try(self) -> None:
        values = {key: str(value) for key, value in self._form.values().items()}
        try:
            self.do(values)
        except CouncilError as error:
            self._form.show_error(error)

    def _done(self, what: str, why: str = "") -> None:
        self._desk.window.back()
        self._desk.window.strip.say("success", what, why)

    def _show_sheet(self, code: str, what: str, why: str) -> None:
        self._desk.window.replace_page(SheetPage(self._desk, code, what, why))


def _present(form: Form) -> None:
    form.add_row(tr("Present passphrase"), secret("passphrase"), tr("The one you use now."))


def _new(form: Form) -> None:
    form.add_row(
        tr("New passphrase"),
        secret("new"),
        tr("Three or four words that only you would put together."),
    )
    form.add_row(tr("The same once more"), secret("again"))


class PassphrasePage(_SecretPage):
    """Change the passphrase for who knows the present one."""

    def ask(self, form: Form) -> None:
        _present(form)
        _new(form)

    def words(self) -> tuple[str, str, str]:
        return (
            tr("Change the passphrase"),
            tr("Your recovery sheet stays good."),
            tr("Change the passphrase"),
        )

    def do(self, values: dict[str, str]) -> None:
        office = self._desk.office
        keys.change_passphrase(office, values["passphrase"], values["new"], values["again"])
        self._done(*_changed())


class ForgottenPage(_SecretPage):
    """Choose a new passphrase with the recovery sheet."""

    def ask(self, form: Form) -> None:
        form.add_row(
            tr("Code on the recovery sheet"),
            lines("recovery_code", rows=2),
            tr("Fourteen groups of four signs. Capitals, spaces and dashes do not matter."),
        )
        _new(form)

    def words(self) -> tuple[str, str, str]:
        return (
            tr("Passphrase forgotten"),
            tr("Take the recovery sheet of your council."),
            tr("Change the passphrase"),
        )

    def do(self, values: dict[str, str]) -> None:
        code, new, again = values["recovery_code"], values["new"], values["again"]
        keys.choose_with_sheet(self._desk.office, code, new, again)
        self._done(*_changed())


def _changed() -> tuple[str, str]:
    return (
        tr("The passphrase is changed."),
        tr("Backups from before today still open with the old one. Your sheet opens both."),
    )


class SheetAgainPage(_SecretPage):
    """Show the recovery sheet once more, for who knows the passphrase."""

    def ask(self, form: Form) -> None:
        _present(form)

    def words(self) -> tuple[str, str, str]:
        return (
            tr("Make the recovery sheet again"),
            tr("The new sheet has the same code as the one before."),
            tr("Show the sheet"),
        )

    def explain(self) -> list[Item]:
        why = tr("Then make a new key instead. The old sheet no longer opens the file then.")
        return [message("info", tr("Can somebody else have the old sheet?"), why)]

    def do(self, values: dict[str, str]) -> None:
        code = keys.sheet_code(self._desk.office, values["passphrase"])
        self._show_sheet(
            code,
            tr("Your recovery sheet"),
            tr("Is the laptop broken, or the passphrase forgotten? This code opens your file."),
        )


class NewKeyPage(_SecretPage):
    """Give the file another key, so that everything from before no longer opens it."""

    def ask(self, form: Form) -> None:
        _present(form)
        _new(form)

    def words(self) -> tuple[str, str, str]:
        return (
            tr("Make a new key"),
            tr("After this the old passphrase and the old sheet no longer open the file."),
            tr("Make the new key"),
        )

    def explain(self) -> list[Item]:
        return [
            message(
                "info",
                tr("You get a new recovery sheet."),
                tr(
                    "Backups from before today keep the old key. They open with the old passphrase"
                    " or the old sheet. So keep the old sheet as long as you keep those backups."
                ),
            )
        ]

    def do(self, values: dict[str, str]) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            office, present = self._desk.office, values["passphrase"]
            code = keys.renew(office, present, values["new"], values["again"])
        finally:
            QApplication.restoreOverrideCursor()
        self._show_sheet(
            code,
            tr("The file has a new key"),
            tr("This is your new recovery sheet. The old one no longer opens the file."),
        )


class SheetPage(Page):
    """The recovery sheet, to print now."""

    area = "council"

    def __init__(self, desk: Desk, code: str, what: str, why: str) -> None:
        super().__init__()
        self._desk, self._what, self._why = desk, what, why
        self._sheet = RecoverySheet(desk.office, code, desk.today)
        self._make = self._sheet.maker()

    def build(self) -> list[Item]:
        return [
            head(self._what, self._why),
            self._sheet.card(),
            beside(self._make, primary(tr("Ready"), self._desk.window.back, "next"), ...),
        ]

    def first_focus(self) -> QWidget | None:
        return self._make

    def refresh(self) -> None:
        """Keep the code and what was typed."""
