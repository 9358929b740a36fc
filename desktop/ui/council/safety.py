"""Backups: the copies that there are, the second place, and putting one back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.care import Copy, copy_at
from desktop.ui.boxes import Item, beside, breakable, ruled, text
from desktop.ui.council.restore import RestorePage
from desktop.ui.council.synced import synced_cards
from desktop.ui.council.told import moment, size
from desktop.ui.desk import Desk
from desktop.ui.fields import number
from desktop.ui.form import Form
from desktop.ui.kit import Row, button, card, head, message, primary, quiet, row
from desktop.ui.pages import Page

_SHOWN = 6


class SafetyPage(Page):
    """All about the copies of the file."""

    area = "council"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._safety = desk, desk.office.safety
        self._trouble, self._busy, self._all = "", False, False
        self._form = Form()
        self._form.add_row(
            tr("Warn me after so many days"),
            number("days", 1, 365),
            tr("So long may the second place be without a new copy."),
        )
        self._form.set_values({"days": self._safety.days})
        self._form.changed.connect(self._keep_days)

    def build(self) -> list[Item]:
        state = self._safety.state
        parts: list[Item] = [
            head(tr("Backups"), tr("If the laptop breaks or is stolen, you still have everything."))
        ]
        trouble = self._trouble or state.trouble
        if trouble:
            parts.append(message("warning", trouble, tr("You can just go on working.")))
        parts += synced_cards(state.synced, self._desk.office.path, self._compare)
        return [*parts, self._now(), self._second(), self._list()]

    def refresh(self) -> None:
        self._form.set_values({"days": self._safety.days})
        self.rebuild(self._form)

    def leave(self) -> bool:
        self._form.flush()
        return True

    def _now(self) -> Item:
        last = self._safety.state.last
        stands = (
            row(
                tr("Last copy: {date}", date=moment(last)),
                tr("Opened again with your key and read from end to end."),
                icon="done",
                tone="success",
            )
            if last
            else row(tr("No copy yet."), tr("The app makes one as soon as something changes."))
        )
        act = primary(tr("Make a copy now"), self._make, "saved")
        act.setEnabled(not self._busy)
        return card(
            tr("Made by itself"),
            text(
                tr(
                    "The app makes a copy every ten minutes when something changed, and when you"
                    " close it. Of today it keeps many, of long ago one a month."
                )
            ),
            stands,
            beside(act, ...),
        )

    def _second(self) -> Item:
        state = self._safety.state
        if state.second is None:
            return card(
                tr("A second place"),
                text(
                    tr(
                        "Choose a USB stick, another drive or a folder of your organisation. Each"
                        " time it is there, the newest copy goes there too. It is locked: without"
                        " your passphrase or recovery sheet nobody can read it."
                    )
                ),
                beside(button(tr("Choose a second place"), self._choose, icon="add"), ...),
            )
        seen = (
            tr("Last copy there: {date}", date=moment(state.seen))
            if state.seen
            else tr("No copy there yet.")
        )
        return card(
            tr("A second place"),
            row(breakable(state.second), seen, icon="lock"),
            self._form,
            beside(
                button(tr("Choose another place"), self._choose),
                quiet(tr("No second place"), self._forget),
                ...,
                turns=True,
            ),
        )

    def _list(self) -> Item:
        copies = self._safety.copies()
        shown = copies if self._all else copies[:_SHOWN]
        if not shown:
            return card(tr("Put a copy back"), text(tr("There are no copies yet.")))
        more = len(copies) - len(shown)
        tail: list[Item] = []
        if more:
            words = trn("Show {n} older copy", "Show {n} older copies", more)
            tail.append(beside(quiet(words, self._show_all, "open_down"), ...))
        return card(tr("Put a copy back"), *ruled(*(self._row(copy) for copy in shown)), *tail)

    def _row(self, copy: Copy) -> Row:
        here, there = self._safety.places(copy)
        place = tr("on both places") if here and there else tr("beside the file")
        if there and not here:
            place = tr("on the second place")
        about = " · ".join(part for part in (size(copy.size), place, copy.why) if part)
        act = button(tr("Put back …"), partial(self._restore, copy))
        return row(moment(copy.made), about, icon="clock", act=act)

    def _make(self) -> None:
        self._busy, self._trouble = True, ""
        self.rebuild(self._form)
        self._desk.tasks.run(self._safety.make, lambda _path: self._made(), self._not_made)

    def _made(self) -> None:
        self._busy = False
        self.rebuild(self._form)
        if not self._safety.state.trouble:
            words = tr("The copy is made and read through.")
            self._desk.window.strip.say("success", words)

    def _not_made(self, error: BaseException) -> None:
        if not isinstance(error, CouncilError):
            raise error
        self._busy, self._trouble = False, error.message
        self.rebuild(self._form)

    def _choose(self) -> None:
        place = self._desk.choose_folder(tr("Choose a second place"))
        if place is None:
            return
        try:
            self._safety.choose(place)
            self._trouble = ""
        except CouncilError as error:
            self._trouble = error.message
        self.rebuild(self._form)

    def _forget(self) -> None:
        self._safety.forget()
        self.rebuild(self._form)

    def _keep_days(self) -> None:
        values = self._form.read()
        if values is not None:
            self._desk.attempt(lambda: self._safety.set_days(int(str(values["days"]))))

    def _show_all(self) -> None:
        self._all = True
        self.rebuild(self._form)

    def _compare(self, path: Path) -> None:
        other = copy_at(path)
        if other:
            self._restore(other)

    def _restore(self, copy: Copy) -> None:
        self._desk.window.open_page(RestorePage(self._desk, copy))

    def first_focus(self) -> QWidget | None:
        found = [b for b in self.findChildren(QWidget) if b.property("cls") == "primary"]
        return found[0] if found else None
