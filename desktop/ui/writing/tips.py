"""The panel beside the paper: how hard the text is, and what would make it easier."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.i18n import tr, trn
from desktop.language import Hint, Score
from desktop.ui.kit import Box, announce, beside, look, on_press, quiet, rule, text
from desktop.ui.writing.families import families, family, group_title
from desktop.ui.writing.level import LevelPart
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.tip import OpenTip, TipRow

REST_MS = 2000
"""The number of tips is told to a screen reader after two seconds without a change."""

FEW, MORE = 4, 20
"""So many tips are shown at first, and so many more for each press of the button."""

ShownGroup = tuple[str, list[Mark]]


def groups(marks: Sequence[Mark]) -> list[ShownGroup]:
    """Return *marks* by family, what helps most first; inside a family in reading order."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(family(mark.hint.kind).name, []).append(mark)

    def worth(entry: ShownGroup) -> float:
        return -sum(mark.hint.confidence for mark in entry[1]) * families()[entry[0]].weight

    return sorted(found.items(), key=worth)


class TipsPanel(Box):
    """Level, number of tips, the open tip and the others.

    ``picked`` carries the ``Hint`` of a pressed row, ``replaced`` an alternative, ``ignored`` and
    ``hidden_for_good`` belong to the open tip.
    """

    picked = Signal(object)
    replaced = Signal(str)
    ignored = Signal()
    hidden_for_good = Signal()

    def __init__(self, goal: int = 2) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._opened: Hint | None = None
        self._shown = FEW
        self._said = -1
        self._looks: list[tuple[str, str, str]] = []
        self.level = LevelPart(goal)
        self.heading = text("", "h3")
        self.open_tip = OpenTip()
        self._rows = Box(gap=2)
        self._more = quiet("", self._show_more, "open_down")
        inside = Box([self.open_tip, self._rows, self._more, ...], gap=6)
        inside.setMinimumSize(1, 1)
        self._line_below = rule()
        super().__init__(
            [self.level, self._line_below, beside((self.heading, 1)), (_scrolled(inside), 1)],
            gap=8,
            pad=(16, 14, 12, 8),
            cls="card",
        )
        self.setAccessibleName(tr("Tips"))
        self.open_tip.hide()
        self.open_tip.replaced.connect(self.replaced)
        self.open_tip.ignored.connect(self.ignored)
        self.open_tip.hidden_for_good.connect(self.hidden_for_good)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_count)
        self.show_tips((), Score())

    def show_tips(self, marks: tuple[Mark, ...], score: Score, opened: Hint | None = None) -> None:
        """Show what the last look at the text gave; *opened* is the open tip among it."""
        fresh = [mark.hint[3:] for mark in marks] != [mark.hint[3:] for mark in self._marks]
        self._marks = marks
        self.level.show_score(score)
        self.heading.setText(self.count_words())
        if fresh:
            self._shown = FEW
            self._rest.start()
        self._opened = opened
        self.open_tip.show_hint(opened)
        self._list()

    def open_hint(self, hint: Hint | None) -> None:
        """Open *hint* in the panel; None leaves the others to choose from."""
        if hint is self._opened:
            return
        self._opened = hint
        self.open_tip.show_hint(hint)
        self._list()

    def opened(self) -> Hint | None:
        """Return the open tip."""
        return self._opened

    def set_compact(self, compact: bool) -> None:
        """Leave the level out, so that there is room for the paper as well."""
        for part in (self.level, self._line_below, self.heading):
            part.setVisible(not compact)

    def count_words(self) -> str:
        """Return how many tips there are, in words."""
        if not self._marks:
            return tr("No tips in this part")
        return trn("{n} tip in this part", "{n} tips in this part", len(self._marks))

    def _list(self) -> None:
        """Show the first of the other tips; rows that stay the same are not drawn again."""
        others = [mark for mark in self._marks if mark.hint is not self._opened]
        left = len(others) - self._shown
        self._more.setText(trn("{n} more tip", "{n} more tips", max(left, 0)))
        self._more.setVisible(left > 0)
        shown = _first(groups(others), self._shown)
        listed = [mark.hint for _, marks in shown for mark in marks]
        looks = [(hint.kind, hint.text, hint.message) for hint in listed]
        if looks == self._looks:
            for row, hint in zip(self._rows.findChildren(TipRow), listed, strict=True):
                row.hint = hint
            return
        self._looks = looks
        self._rows.clear()
        for name, marks in shown:
            self._rows.add(6)
            self._rows.add(text(group_title(name), "label", "muted"))
            for at, mark in enumerate(marks):
                if at:
                    self._rows.add(rule())
                self._rows.add(self._row(mark.hint))

    def _row(self, hint: Hint) -> TipRow:
        row = TipRow(hint)
        on_press(row, lambda: self.picked.emit(row.hint))
        return row

    def _show_more(self) -> None:
        self._shown += MORE
        self._list()

    def _tell_count(self) -> None:
        if len(self._marks) != self._said and self.isVisible():
            self._said = len(self._marks)
            announce(self, self.count_words())


def _first(grouped: Sequence[ShownGroup], most: int) -> list[ShownGroup]:
    """Return the first *most* tips of *grouped*."""
    found: list[ShownGroup] = []
    for name, marks in grouped:
        if most <= 0:
            break
        found.append((name, marks[:most]))
        most -= len(marks)
    return found


class _Scrolled(QScrollArea):
    """Asks for little height: the page gives it what the paper beside it has."""

    def sizeHint(self) -> QSize:
        return QSize(look.wide(200), look.wide(120))


def _scrolled(inside: Box) -> QScrollArea:
    area = _Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is inside
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
