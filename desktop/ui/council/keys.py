"""Key and passphrase: who may open the council file, and when the window locks itself."""

from collections.abc import Callable

from desktop.i18n import tr
from desktop.ui import preferences
from desktop.ui.boxes import Item, beside, ruled, text
from desktop.ui.council.key_steps import ForgottenPage, NewKeyPage, PassphrasePage, SheetAgainPage
from desktop.ui.desk import Desk
from desktop.ui.fields import choice
from desktop.ui.form import Form
from desktop.ui.kit import Row, button, card, head, row
from desktop.ui.pages import Page


class KeysPage(Page):
    """What you can do about the key, and the lock of this computer."""

    area = "council"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form()
        waits = [
            (str(minutes), tr("after {n} minutes", n=minutes) if minutes else tr("never"))
            for minutes in preferences.LOCK_AFTER
        ]
        self._form.add_row(
            tr("Lock by itself when nobody types"),
            choice("lock_after", waits),
            tr("Only on this computer. You then need your passphrase often: do you know it?"),
        )
        self._form.set_values({"lock_after": str(desk.window.chosen.lock_after)})
        self._form.edited.connect(self._keep)

    def build(self) -> list[Item]:
        return [
            head(tr("Key and passphrase"), tr("Who may open the file of your council?")),
            card(
                "",
                *ruled(
                    self._row(
                        tr("Change the passphrase"), tr("You know the present one."), PassphrasePage
                    ),
                    self._row(
                        tr("Passphrase forgotten"),
                        tr("Choose a new one with your recovery sheet."),
                        ForgottenPage,
                    ),
                    self._row(
                        tr("Make the recovery sheet again"),
                        tr("The sheet is lost or hard to read."),
                        SheetAgainPage,
                    ),
                    self._row(
                        tr("Make a new key"),
                        tr("Somebody else may have your passphrase, your sheet or your laptop."),
                        NewKeyPage,
                    ),
                ),
            ),
            card(
                tr("Lock the screen"),
                text(
                    tr(
                        "Do you leave the computer for a moment? Lock the screen with Ctrl+L. Your"
                        " passphrase opens it. Nothing is lost."
                    )
                ),
                self._form,
                beside(button(tr("Lock now"), self._lock, icon="lock"), ...),
            ),
        ]

    def refresh(self) -> None:
        """Nothing here comes from the council file."""

    def _row(self, what: str, why: str, page: Callable[[Desk], Page]) -> Row:
        def go() -> None:
            self._desk.window.open_page(page(self._desk))

        return row(what, why, icon="lock", act=button(tr("Open"), go))

    def _keep(self) -> None:
        minutes = int(str(self._form.values()["lock_after"]))
        window = self._desk.window
        window.keep(preferences.with_lock_after(window.chosen, minutes))

    def _lock(self) -> None:
        self._desk.window.actions_table.do("lock")
