"""Let a text keep to the choices about tips that the council made, and make new ones."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.members.words import looked_up
from desktop.ui.window import Change
from desktop.ui.writing.adviser import Adviser
from desktop.ui.writing.field import TippedLines
from desktop.ui.writing.spelling import spelling


class CouncilTips(QObject):
    """The choices of the council for one text; *place* is where "ignore here" counts.

    That is the number of a dossier, or a word such as "meeting-3".
    """

    def __init__(self, desk: Desk, adviser: Adviser, place: int | str) -> None:
        super().__init__(adviser)
        self._desk, self._adviser, self._place = desk, adviser, place
        tips = desk.office.tips
        adviser.ignored.connect(partial(tips.ignore, place))
        adviser.hidden.connect(self._hide)
        adviser.learned.connect(tips.learn)
        adviser.looked_up.connect(partial(looked_up, desk))
        adviser.set_speller(spelling(), desk.office.names())
        desk.hub.changed.connect(self._hear)
        self._show()

    def _hear(self, action: Change) -> None:
        if "setting" in action.tables:
            self._show()

    def _show(self) -> None:
        """Show only the tips that are wanted now."""
        chosen = self._desk.office.tips.choices(self._place)
        self._adviser.set_off(chosen.off)
        self._adviser.set_own_words(chosen.own_words)
        self._adviser.set_ignored(chosen.ignored, chosen.hidden)

    def _hide(self, kind: str, words: str) -> None:
        self._desk.office.tips.hide(kind, words)
        self._desk.told_gone(tr("You will not see this tip again in this council."))


def written(
    desk: Desk, key: str, rows: int = 3, hint: str = "", *, place: int | str = "forms"
) -> TippedLines:
    """Return a field for a text that others will read, with tips as the council wants them.

    Everything else is as in ``lines``.
    """
    field = TippedLines(key, rows, hint)
    CouncilTips(desk, field.tips.adviser, place)
    return field
