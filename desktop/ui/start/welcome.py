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
        known = preferences.load()
        files = known.files()
        gone = [Path(name) for name in known.recent if Path(name) not in files]
        parts: list[Item] = []
        rows = [*(self._row(path) for path in files), *(self._gone(path) for path in gone)]
        if rows:
            parts.append(card(tr("Used before"), *ruled(*rows[:_SHOWN])))
        if self._trouble:
            parts.append(message("warning", self._trouble))
        parts.append(
            empty(
                tr("Welcome to Samenspraak"),
                tr("Here your council writes its advice and letters. All stays with you."),
                primary(tr("Make your council"), self._window.make_council, "add"),
                button(tr("Look at an example council"), self._window.show_example, icon="eye"),
                quiet(tr("Open a council"), self._window.choose_council, "file"),
                quiet(tr("Put back a backup"), self._window.choose_copy, "undo"),
            )
        )
        return parts

    def _row(self, path: Path) -> Row:
        act = button(tr("Open"), lambda: self._window.open_council(path))
        return row(path.stem, str(path.parent), icon="raad", act=act)

    def _gone(self, path: Path) -> Row:
        act = button(tr("Look for it"), lambda: self._window.open_council(path))
        where = tr("Is not in {folder} now.", folder=str(path.parent))
        return row(path.stem, where, icon="warning", tone="warning", act=act)
