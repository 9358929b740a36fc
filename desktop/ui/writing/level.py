"""How hard the text is to read: an estimate on a scale of four, beside the council's own goal."""

from collections.abc import Iterator

from desktop.i18n import tr
from desktop.language import Score
from desktop.language.score import level as level_of
from desktop.ui.kit import Box, Item, Level, beside, text


def level_words(level: int) -> str:
    """Return the LiNT level *level* (1 to 4) in words."""
    names = (tr("easy"), tr("average"), tr("difficult"), tr("very difficult"))
    return tr("{level}, {words}", level=level, words=names[level - 1])


def doubt(score: Score) -> str:
    """Return which other levels *score* may be, in words; nothing when it lies well inside one."""
    if score.lint is None or score.level is None:
        return ""
    lowest, highest = level_of(score.lint - score.margin), level_of(score.lint + score.margin)
    others = [level for level in range(lowest, highest + 1) if level != score.level]
    if not others:
        return ""
    one, other = others[0], others[-1]
    if one == other:
        return tr("Estimated level {level}, perhaps {other}", level=score.level, other=one)
    return tr(
        "Estimated level {level}, perhaps {one} or {other}",
        level=score.level,
        one=one,
        other=other,
    )


class LevelPart(Box):
    """The top of the tips panel."""

    def __init__(self, goal: int) -> None:
        super().__init__(gap=6)
        self._goal = goal
        self._shown: tuple[int | None, str] = (None, "")
        self._build()

    def set_goal(self, goal: int) -> None:
        """Take the level the council aims at (1 to 4)."""
        self._goal = goal
        self._build()

    def showing(self, score: Score) -> Iterator[None]:
        """Show the estimate of *score*, or that there are too few sentences; yield on the way."""
        shown = (score.level, doubt(score))
        if shown != self._shown:
            self._shown = shown
            self.clear()
            for part in self._parts():
                yield
                self.add(part)
                yield

    def _build(self) -> None:
        self.show_items(list(self._parts()))

    def _parts(self) -> Iterator[Item]:
        title = text(tr("Estimated level (LiNT)"), "strong")
        level, other = self._shown
        if level is None:
            yield title
            yield text(tr("Too few sentences for an estimate"), "small", "muted")
            return
        yield beside((title, 1), text(level_words(level), "strong", "accent", wrap=False))
        yield Level(level, self._goal)
        if other:
            yield text(other, "small", "muted")
