"""The panel beside the paper: how hard the text is, and what would make it easier."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

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

SLICE_MS = 1.0
"""The panel is filled in slices of this length; Qt's own work on what is new comes on top."""

AFTER_PAPER_MS = 40
"""The paper draws its lines first, a strip at a time."""

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
        self._looks: list[tuple[str, ...]] | None = []
        self._groups: list[ShownGroup] = []
        self._counted: dict[str, tuple[str, ...]] = {}
        self._coming: Iterator[None] = iter(())
        self._top: Iterator[None] = iter(())
        self.level = LevelPart(goal)
        self.heading = text("", "h3")
        self.open_tip = OpenTip()
        self._word = ExplainedWord()
        self._rows = Box(gap=2)
        self._more = quiet("", self._show_more, "open_down")
        self._more.hide()
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
        self._later.timeout.connect(self._go_on)
        self._draw = QTimer(self, singleShot=True, interval=0)
        self._draw.timeout.connect(lambda: self._area.setUpdatesEnabled(True))
        self.show_tips((), Score())

    def show_tips(self, marks: tuple[Mark, ...], score: Score, opened: Hint | None = None) -> None:
        """Show what the last look at the text gave; *opened* is the open tip among it."""
        fresh = [mark.hint.text for mark in marks] != [mark.hint.text for mark in self._marks]
        self._marks = marks
        self.heading.setText(self.count_words())
        if fresh:
            self._shown = FEW
            self._rest.start()
        self._finish_top()
        self._opened = opened
        self._top = self._show_top(score, opened)
        self._begin(chain(self._top, self._others()), AFTER_PAPER_MS)

    def open_hint(self, hint: Hint | None) -> None:
        """Open *hint* in the panel; None leaves the others to choose from."""
        self._finish_top()
        if hint is self._opened:
            return
        if hint:
            self._word.hide()
        self._opened = hint
        self.open_tip.show_hint(hint)
        self._begin(self._others())

    def show_word(self, told: Told) -> None:
        """Show what F1 tells about a word, in the place of the open tip."""
        self.open_hint(None)
        self._word.show_word(told, self._word.hide)
        self._area.ensureVisible(0, 0)

    def opened(self) -> Hint | None:
        """Return the open tip."""
        return self._opened

    def toggle_explanation(self) -> str:
        """Show or hide the explanation of the open tip; return it when it is now shown."""
        return self.open_tip.toggle_explanation()

    def set_compact(self, compact: bool) -> None:
        """Leave the level out, so that there is room for the paper as well."""
        for part in (self.level, self._line_below, self.heading):
            part.setVisible(not compact)

    def count_words(self) -> str:
        """Return how many tips there are, in words."""
        if not self._marks:
            return tr("No tips in this part")
        return trn("{n} tip in this part", "{n} tips in this part", len(self._marks))

    # ---- filling it, a few milliseconds at a time: no key waits long

    def _begin(self, steps: Iterator[None], wait_ms: int = 0) -> None:
        self._coming = steps
        self._later.start(wait_ms)

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE_MS / 1000
        for _ in self._coming:
            self._area.setUpdatesEnabled(False)  # it is drawn once, when all is there
            if time.perf_counter() > until:
                self._later.start(0)
                return
        if not self._area.updatesEnabled():
            self._draw.start()

    def _show_top(self, score: Score, opened: Hint | None) -> Iterator[None]:
        self._groups = groups(self._marks)
        yield
        self._counted = dict(_counted(self._groups))
        yield
        yield from self.level.showing(score)
        yield from self.open_tip.showing(opened)

    def _finish_top(self) -> None:
        """Let the level and the open tip be whole before others take their place."""
        for _ in self._top:
            pass

    def _others(self) -> Iterator[None]:
        """Show the first of the other tips; rows that stay the same are not drawn again."""
        left = len(self._marks) - (self._opened is not None) - self._shown
        self._more.setText(trn("{n} more tip", "{n} more tips", max(left, 0)))
        self._more.setVisible(left > 0)
        shown = _first(self._groups, self._shown, self._opened)
        listed = [mark.hint for _, marks in shown for mark in marks]
        looks: list[tuple[str, ...]] = [(hint.kind, hint.text, hint.message) for hint in listed]
        looks += [self._counted[name] for name, _ in shown]
        if looks == self._looks:
            for row, hint in zip(self._rows.findChildren(TipRow), listed, strict=True):
                row.hint = hint
            return
        self._looks = None  # until they are all there
        self._rows.clear()
        yield
        for part in self._parts(shown):
            yield
            self._rows.add(part)
            yield
        self._looks = looks
        keep_tab_order(self._rows)

    def _parts(self, shown: Sequence[ShownGroup]) -> Iterator[Item]:
        for name, marks in shown:
            yield 6
            yield from self._heading(name, self._counted[name])
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
        self._begin(self._others())

    def _tell_count(self) -> None:
        if len(self._marks) != self._said and self.isVisible():
            self._said = len(self._marks)
            announce(self, self.count_words())


def _first(grouped: Sequence[ShownGroup], most: int, without: Hint | None) -> list[ShownGroup]:
    """Return the first *most* tips of *grouped*, not counting the tip *without*."""
    found: list[ShownGroup] = []
    for name, marks in grouped:
        some = [mark for mark in marks[: most + 1] if mark.hint is not without][:most]
        if some:
            found.append((name, some))
        most -= len(some)
    return found


def _counted(grouped: Sequence[ShownGroup]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each group with its number of tips and, in words, that of each kind, most first."""
    for name, group in grouped:
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
