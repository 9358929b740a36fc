"""Let a writing desk keep to the choices about tips that its council made, and make new ones."""

from functools import partial

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.members.words import looked_up
from desktop.ui.writing import WritingDesk
from desktop.ui.writing.spelling import spelling


class CouncilTips:
    """The choices of the council for one writing desk; *place* is the dossier it writes in.

    Call ``show`` whenever the page refreshes; the table of the choices is "setting".
    """

    def __init__(self, desk: Desk, paper: WritingDesk, place: int) -> None:
        self._desk, self._paper, self._place = desk, paper, place
        tips = desk.office.tips
        paper.ignored.connect(partial(tips.ignore, place))
        paper.hidden.connect(self._hide)
        paper.learned.connect(tips.learn)
        paper.looked_up.connect(partial(looked_up, desk))
        paper.set_speller(spelling(), desk.office.names())
        self.show()

    def show(self) -> None:
        """Show only the tips that are wanted now."""
        tips = self._desk.office.tips
        self._paper.set_off(tips.off())
        self._paper.set_own_words(tips.own_words())
        self._paper.set_ignored(tips.ignored(self._place), tips.hidden())

    def _hide(self, kind: str, words: str) -> None:
        self._desk.office.tips.hide(kind, words)
        self._desk.told_gone(tr("You will not see this tip again in this council."))
