"""The panel beside the paper: how hard the text is, and what would make it easier."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.i18n import tr, trn
from desktop.language import Hint, Score
from desktop.ui.kit import Box, Item, announce, beside, look, on_press, quiet, rule, text
from desktop.ui.tabs import keep_tab_order
from desktop.ui.writing.explained import ExplainedWord, Told
from desktop.ui.writing.families import families, family, group_title, kind_name
from desktop.ui.writing.level import LevelPart
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.tip import OpenTip, TipRow

REST_MS = 2000
"""The number of tips is told to a screen reader after two seconds without a change."""

FEW, MORE = 4, 20
"""So many tips are shown at first, and so many more for each press of the button."""

SLICE_MS = 2.0

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
    ``hidden_for_good`` belong to the open tip, as do ``learned`` and ``suggestions_wanted``.
    """

    picked = Signal(object)
    replaced = Signal(str)
    ignored = Signal()
    hidden_for_good = Signal()
    learned = Signal()
    suggestions_wanted = Signal(str)

    def __init__(self, goal: int = 2) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._opened: Hint | None = None
        self._shown = FEW
        self._said = -1
        self._looks: list[tuple[str, ...]] = []
        self._coming: Iterator[Item] = iter(())
        self.level = LevelPart(goal)
        self.heading = text("", "h3")
        self.open_tip = OpenTip()
        self._word = ExplainedWord()
        self._rows = Box(gap=2)
        self._more = quiet("", self._show_more, "open_down")
        inside = Box([self._word, self.open_tip, self._rows, self._more, ...], gap=6)
        inside.setMinimumSize(1, 1)
        self._area = _scrolled(inside)
        self._line_below = rule()
        super().__init__(
            [self.level, self._line_below, beside((self.heading, 1)), (self._area, 1)],
            gap=8,
            pad=(16, 14, 12, 8),
            cls="card",
        )
        self.setAccessibleName(tr("Tips"))
        self.open_tip.hide()
        self.open_tip.replaced.connect(self.replaced)
        self.open_tip.ignored.connect(self.ignored)
        self.open_tip.hidden_for_good.connect(self.hidden_for_good)
        self.open_tip.learned.connect(self.learned)
        self.open_tip.suggestions_wanted.connect(self.suggestions_wanted)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_count)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_rows)
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
        if hint:
            self._word.hide()
        self._opened = hint
        self.open_tip.show_hint(hint)
        self._list()

    def show_word(self, told: Told) -> None:
        """Show what F1 tells about a word, in the place of the open tip."""
        self.open_hint(None)
        self._word.show_word(told, self._word.hide)
        self._area.ensureVisible(0, 0)

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
        counted = dict(_counted(self._marks))
        listed = [mark.hint for _, marks in shown for mark in marks]
        looks: list[tuple[str, ...]] = [(hint.kind, hint.text, hint.message) for hint in listed]
        looks += [counted[name] for name, _ in shown]
        if looks == self._looks and not self._later.isActive():
            for row, hint in zip(self._rows.findChildren(TipRow), listed, strict=True):
                row.hint = hint
            return
        self._looks = looks
        self._rows.clear()
        self._coming = self._parts(shown, counted)
        self._later.start()

    def _add_rows(self) -> None:
        """Put in rows for a few milliseconds, and the rest in the next turn: no key waits long."""
        until = time.perf_counter() + SLICE_MS / 1000
        for part in self._coming:
            self._rows.add(part)
            if time.perf_counter() > until:
                self._later.start()
                return
        keep_tab_order(self._rows)

    def _parts(
        self, shown: Sequence[ShownGroup], counted: dict[str, tuple[str, ...]]
    ) -> Iterator[Item]:
        for name, marks in shown:
            yield 6
            yield from self._heading(name, counted[name])
            for at, mark in enumerate(marks):
                if at:
                    yield rule()
                yield self._row(mark.hint)

    def _heading(self, name: str, counted: tuple[str, ...]) -> list[Item]:
        """Return what stands over a group: what it asks, how many, and of what when that varies."""
        number, *kinds = counted
        heading = text(group_title(name), "label", "muted")
        items: list[Item] = [beside((heading, 1), text(number, "label", "muted", wrap=False))]
        if len(kinds) > 1:
            items.append(text(", ".join(kinds), "small", "muted"))
        return items

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


def _counted(marks: Sequence[Mark]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each group with its number of tips and, in words, that of each kind, most first."""
    for name, group in groups(marks):
        kinds = Counter(mark.hint.kind for mark in group).most_common()
        words = (tr("{kind} {n}", kind=kind_name(kind), n=count) for kind, count in kinds)
        yield name, (str(len(group)), *words)


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
