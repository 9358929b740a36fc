"""How hard a lesson of the council reads, with the tips that help most."""

from shiboken6 import Shiboken

from desktop.i18n import tr, trn
from desktop.language import KINDS, Analysis, Hint, analyse
from desktop.services.tips import TipChoices
from desktop.ui.boxes import Box, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.kit import card, row
from desktop.ui.writing.level import LevelPart

_MOST = 6
"""Tips named one by one; who mends these has done most of the work."""


def measure_card(desk: Desk, words: str) -> Box:
    """Return a card with the level of *words* and its tips, as the council wants them.

    It fills itself when the worker has read the text; what is on the screen can go on.
    """
    level, found = LevelPart(desk.office.council.profile().goal_level), Box()
    chosen = desk.office.tips.choices("forms")

    def show(analysis: Analysis) -> None:
        if Shiboken.isValid(level):
            for _ in level.showing(analysis.score):
                pass
            found.show_items([_tips(analysis)])

    desk.tasks.run(lambda: _read(words, chosen), show)
    return card(tr("Is it easy to read?"), level, found)


def _read(words: str, chosen: TipChoices) -> Analysis:
    kinds = [kind for kind in KINDS if kind not in chosen.off and kind != "spelling"]
    return analyse(words, kinds=kinds, own_words=chosen.own_words, ignore=chosen.hidden)


def _tips(analysis: Analysis) -> Box:
    if not analysis.text:
        return Box()
    hints = sorted(analysis.hints, key=lambda hint: -hint.confidence)
    named = {hint.text.lower(): hint for hint in reversed(hints)}  # the surest of the same words
    if not hints:
        return Box([text(tr("No tips: this reads well."), "small", "muted")])
    count = text(trn("{n} tip", "{n} tips", len(hints)), "strong")
    return Box([count, *ruled(*map(_tip, list(named.values())[-_MOST:][::-1]))], gap=6)


def _tip(hint: Hint) -> Box:
    return row(f"“{hint.text[:60]}”", hint.message, icon="hint")
