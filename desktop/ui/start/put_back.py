"""Put back a backup when there is no council file to open: a new laptop, a lost or damaged file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.care import Copy, copy_at, known_copies, restore
from desktop.ui.boxes import Item, beside, breakable, ruled, text
from desktop.ui.council.told import moment, size
from desktop.ui.kit import Row, button, card, head, message, primary, quiet, row
from desktop.ui.pages import Page

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow

_SHOWN = 6


class PutBackPage(Page):
    """Which backup, and where it goes."""

    def __init__(self, window: "StartWindow", copy: Path, council: Path) -> None:
        super().__init__()
        self._window, self._path, self._council = window, copy, council
        self._trouble = ""

    def build(self) -> list[Item]:
        copy = copy_at(self._path)
        parts: list[Item] = [head(tr("Put back a backup"), self._council.stem)]
        if copy is None:
            words = tr("This backup is not there. Is the USB stick in the computer?")
            return [*parts, message("warning", words), self._acts()]
        if self._trouble:
            parts.append(message("warning", self._trouble))
        from_, to = breakable(self._path.parent), breakable(self._council.parent)
        parts.append(
            card(
                "",
                row(tr("Copy of {date}", date=moment(copy.made)), size(copy.size), icon="clock"),
                text(tr("It comes from: {folder}", folder=from_)),
                text(tr("It goes to: {folder}", folder=to)),
            )
        )
        if self._council.exists():
            parts.append(
                message("info", tr("A file is there already. It is kept among the copies."))
            )
        put = primary(tr("Put back and open"), self._put_back, "undo")
        return [
            *parts,
            text(tr("After this the app asks for your passphrase or your recovery sheet.")),
            self._acts(put),
        ]

    def first_focus(self) -> QWidget | None:
        return _primary(self)

    def _acts(self, *first: QWidget) -> Item:
        other = button(tr("Choose another backup"), self._other)
        return beside(*first, other, quiet(tr("Back"), self._window.welcome), ..., turns=True)

    def _other(self) -> None:
        self._window.choose_copy(self._council)

    def _put_back(self) -> None:
        try:
            restore(self._path, self._council)
        except CouncilError as error:
            self._trouble = error.message
            self.rebuild()
            return
        self._window.open_council(self._council)


class CopiesPage(Page):
    """The copies of a file that is damaged or gone."""

    def __init__(self, window: "StartWindow", council: Path, why: str) -> None:
        super().__init__()
        self._window, self._council, self._why = window, council, why

    def build(self) -> list[Item]:
        copies = known_copies(self._council)[:_SHOWN]
        parts: list[Item] = [
            head(tr("Put back a backup"), self._council.stem),
            message("warning", self._why, breakable(self._council)),
        ]
        if copies:
            parts.append(card(tr("These copies are here"), *ruled(*map(self._row, copies))))
        else:
            parts.append(
                card(
                    tr("There are no copies beside it"),
                    text(tr("Perhaps there is one on your USB stick or on another drive.")),
                )
            )
        make = button if copies else primary
        return [
            *parts,
            beside(
                make(tr("Choose another backup"), self._choose),
                button(tr("Try again"), lambda: self._window.open_council(self._council)),
                quiet(tr("Back"), self._window.welcome),
                ...,
                turns=True,
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return _primary(self)

    def _choose(self) -> None:
        self._window.choose_copy(self._council)

    def _row(self, copy: Copy) -> Row:
        go = partial(self._window.put_back, copy.path, self._council)
        about = " · ".join(part for part in (size(copy.size), copy.why) if part)
        return row(moment(copy.made), about, icon="clock", act=button(tr("Put back …"), go))


def _primary(page: QWidget) -> QWidget | None:
    found = [b for b in page.findChildren(QWidget) if b.property("cls") == "primary"]
    return found[0] if found else None
