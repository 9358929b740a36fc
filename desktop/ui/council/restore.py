"""Put a copy back: first what would change, in words, then one button."""

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.care import Copy, Preview, preview, restore
from desktop.services.records import listed
from desktop.ui.boxes import Item, beside, ruled, text
from desktop.ui.council.told import moment
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, head, message, primary, row
from desktop.ui.pages import Page


class RestorePage(Page):
    """What putting this copy back does, and doing it."""

    area = "council"

    def __init__(self, desk: Desk, copy: Copy) -> None:
        super().__init__()
        self._desk, self._copy = desk, copy
        self._found: Preview | None = None
        self._trouble = ""
        store, path = desk.office.store, copy.path
        desk.office.safety.spare(path)  # closing makes a copy too, which may take its place
        desk.tasks.run(lambda: preview(store, path), self._show, self._cannot)

    def build(self) -> list[Item]:
        made = moment(self._copy.made)
        parts: list[Item] = [head(tr("Put back the copy of {date}", date=made))]
        if self._trouble:
            parts.append(message("warning", self._trouble))
        elif self._found is None:
            return [*parts, card("", text(tr("The copy is compared with your file …")))]
        elif self._found.same:
            return [
                *parts,
                message("success", tr("This copy is the same as your file.")),
                beside(primary(tr("Good"), self._desk.window.back), ...),
            ]
        else:
            parts.append(card(tr("What changes"), *ruled(*_rows(self._found))))
        return [
            *parts,
            text(
                tr(
                    "What you have now is kept among the copies. So you can always go back. After"
                    " this the file opens again by itself."
                )
            ),
            beside(
                primary(tr("Put this copy back"), self._restore, "undo"),
                button(tr("Not now"), self._desk.window.back),
                ...,
                turns=True,
            ),
        ]

    def refresh(self) -> None:
        """Stay as it is: it was compared once."""

    def first_focus(self) -> QWidget | None:
        found = [b for b in self.findChildren(QWidget) if b.property("cls") == "primary"]
        return found[0] if found else None

    def _show(self, found: Preview) -> None:
        self._found = found
        self._again()

    def _cannot(self, error: BaseException) -> None:
        if not isinstance(error, CouncilError):
            raise error
        self._trouble = error.message
        self._again()

    def _again(self) -> None:
        self.rebuild()
        target = self.opening_focus()
        if target and self._desk.window.page is self:
            target.setFocus()

    def _restore(self) -> None:
        copy, council = self._copy.path, self._desk.office.path
        made = moment(self._copy.made)

        def put_back() -> str:
            restore(copy, council)
            return tr("The copy of {date} is put back. What was there is kept.", date=made)

        self._desk.reopen(put_back)


def _rows(found: Preview) -> list[Row]:
    last = found.last_at
    rows = [
        row(what, listed(list(things)))
        for what, things in (
            (tr("Becomes as it was then"), found.changed),
            (tr("Is not in the copy, so it goes away"), found.lost),
            (tr("Comes back"), found.back),
        )
        if things
    ]
    if last:
        who = found.last_actor or tr("Someone")
        rows.append(row(tr("Last work in the copy"), f"{who} · {moment(last)}"))
    return rows
