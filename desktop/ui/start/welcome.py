"""Welcome: three ways to begin."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import tr
from desktop.ui import preferences
from desktop.ui.boxes import Item, ruled
from desktop.ui.kit import Row, button, card, empty, message, primary, quiet, row
from desktop.ui.pages import Page

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow

_SHOWN = 4


class WelcomePage(Page):
    """The first page of the app."""

    fills = True

    def __init__(self, window: "StartWindow", trouble: str = "") -> None:
        super().__init__()
        self._window, self._trouble = window, trouble

    def build(self) -> list[Item]:
        files = preferences.load().files()[:_SHOWN]
        parts: list[Item] = []
        if files:
            parts.append(card(tr("Used before"), *ruled(*(self._row(path) for path in files))))
        if self._trouble:
            parts.append(message("warning", self._trouble))
        parts.append(
            empty(
                tr("Welcome to Samenspraak"),
                tr("Here your council writes its advice and letters. All stays with you."),
                primary(tr("Make your council"), self._window.make_council, "add"),
                button(tr("Look at an example council"), self._window.show_example, icon="eye"),
                quiet(tr("Open a council"), self._window.choose_council, "file"),
            )
        )
        return parts

    def _row(self, path: Path) -> Row:
        act = button(tr("Open"), lambda: self._window.open_council(path))
        return row(path.stem, str(path.parent), icon="raad", act=act)
