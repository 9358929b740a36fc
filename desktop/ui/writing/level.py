"""How hard the text is to read: an estimate on a scale of four, beside the council's own goal."""

from desktop.i18n import tr
from desktop.language import Score
from desktop.ui.kit import Box, Level, beside, text

FEWEST_SENTENCES = 8
"""With fewer sentences than this an estimate says nothing."""


def level_words(level: int) -> str:
    """Return the LiNT level *level* (1 to 4) in words."""
    names = (tr("easy"), tr("average"), tr("difficult"), tr("very difficult"))
    return tr("{level}, {words}", level=level, words=names[level - 1])


class LevelPart(Box):
    """The top of the tips panel."""

    def __init__(self, goal: int) -> None:
        super().__init__(gap=6)
        self._goal = goal
        self._level: int | None = None
        self.show_score(Score())

    def set_goal(self, goal: int) -> None:
        """Take the level the council aims at (1 to 4)."""
        self._goal = goal
        self._build()

    def show_score(self, score: Score) -> None:
        """Show the estimate of *score*, or that there are too few sentences for one."""
        level = score.level if score.sentences >= FEWEST_SENTENCES else None
        if level != self._level or not self.findChildren(Box):
            self._level = level
            self._build()

    def _build(self) -> None:
        title = text(tr("Estimated level (LiNT)"), "strong")
        if self._level is None:
            few = text(tr("Too few sentences for an estimate"), "small", "muted")
            self.show_items([title, few])
            return
        words = text(level_words(self._level), "strong", "accent", wrap=False)
        self.show_items([beside((title, 1), words), Level(self._level, self._goal)])
