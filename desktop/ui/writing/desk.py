"""The writing desk: words to shape the text, the paper, and the tips beside it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.i18n import tr, trn
from desktop.ui.kit import Box, Words, beside, look, quiet, rule, stack, text, tokens
from desktop.ui.tabs import keep_tab_order
from desktop.ui.writing.checking import Checked, Checker
from desktop.ui.writing.guide import Guide
from desktop.ui.writing.spelling import SpellingDesk
from desktop.ui.writing.tips import TipsPanel, groups
from desktop.ui.writing.toolbar import Tool, Toolbar
from desktop.ui.writing.wishes import Wishes
from desktop.ui.writing.writing import Writing

WORDS_PER_PAGE = 420
"""Words on a page of the letter: 68 characters a line, with headings and air."""

_FOLLOW_MS = 60
_LEAST_PAPER = 380
_LEAST_LINES = 16  # times the text size: room for a tip with its sentence, also at 200 %


class WritingDesk(QWidget):
    """All of it together. ``changed`` carries the stored text after a pause in typing.

    ``ignored`` carries a note to keep for ``set_ignored`` (a tip put aside in one sentence),
    ``hidden`` the kind and words of a tip this council never wants to see, ``learned`` a word for
    the council's own list, ``looked_up`` a word that F1 explained.
    """

    changed = Signal(str)
    ignored = Signal(str)
    hidden = Signal(str, str)
    learned = Signal(str)
    looked_up = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, goal: int = 2) -> None:
        super().__init__(parent)
        self.writing = Writing()
        self.toolbar = Toolbar(self.writing)
        self.panel = TipsPanel(goal)
        self.checker = Checker(self.writing.document(), self)
        self.guide = Guide(self)
        self._counter: Words = text("", "small", "muted", wrap=False)
        self._elsewhere = 0
        self._wishes = Wishes()
        self._fresh = True
        self._compact: bool | None = None
        self._build()
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._follow.timeout.connect(self._show_opened)
        self.writing.changed.connect(self.changed)
        self.writing.document().contentsChange.connect(self.checker.text_changed)
        self.writing.tip_reached.connect(self._follow.start)
        self.writing.cursorPositionChanged.connect(self.checker.cursor_moved)
        self.panel.suggestions_wanted.connect(self.checker.want_suggestions)
        self.checker.checked.connect(self._show)
        self.restyle()

    def _build(self) -> None:
        self._tools = stack(self.toolbar, rule(), gap=4)
        self.paper = Box(
            [self._tools, (self.writing, 1), self._counter],
            gap=8,
            pad=(28, 6, 14, 10),
            cls="paper",
        )
        self._tips_button = quiet("", self._toggle_panel, "hint")
        self._tips_button.become("")
        self._bar = beside(self._tips_button, ..., gap=14)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._bar)
        self._line.addWidget(self.panel)
        self._line.addWidget(self.paper, 1)

    # ---- the text

    def load(self, markdown: str) -> None:
        """Show *markdown*; what was typed before and not yet told is told first."""
        self.writing.flush()
        self.writing.load(markdown)
        self._fresh = True
        self.panel.open_hint(None)
        self.checker.check()

    def markdown(self) -> str:
        """Return the text as it is stored."""
        return self.writing.markdown()

    def flush(self) -> None:
        """Tell a change that was not told yet."""
        self.writing.flush()

    def add_tool(self, words: str, act: Callable[[], object], icon: str = "") -> Tool:
        """Add a word to the bar that stays in sight, such as "Voeg bewijs in"."""
        return self.toolbar.add(words, act, icon, keep=True)

    # ---- what the tips are about

    def set_context(
        self,
        context: str = "",
        own_words: Iterable[str] | None = None,
        *,
        words_elsewhere: int = 0,
    ) -> None:
        """Say what kind of text this is and what stands around it.

        *context* is "advice", "minutes", "letter" or ""; *own_words* as in ``set_own_words``;
        *words_elsewhere* counts the words of the other parts of the letter.
        """
        self._elsewhere = words_elsewhere
        if own_words is not None:
            self.set_own_words(own_words)
        self.checker.set_context(context)

    def set_goal(self, level: int) -> None:
        """Take the level (1 to 4) that the council aims at."""
        self.panel.level.set_goal(level)

    def set_ignored(self, notes: Collection[str], hidden: Collection[tuple[str, str]] = ()) -> None:
        """Leave out tips: *notes* as ``ignored`` gave them, *hidden* the pairs of ``hidden``."""
        pairs = frozenset((kind, words.lower()) for kind, words in hidden)
        self._wish(aside=frozenset(notes), hidden=pairs)

    def set_own_words(self, words: Iterable[str]) -> None:
        """Take the words of the council: no tip is about one of them alone."""
        self._wish(own_words=_small(words))

    def set_off(self, kinds: Collection[str]) -> None:
        """Switch these kinds of tip off, and all others on."""
        self._wish(off=frozenset(kinds))

    def set_speller(self, speller: SpellingDesk, names: Iterable[str] = ()) -> None:
        """Check the spelling with *speller*; *names* are words that it need not know."""
        self._wish(names=_small(names))
        self.checker.set_speller(speller, self._place_of_typing)

    def put_aside(self) -> None:
        """Ignore the open tip in its sentence."""
        mark = self.writing.opened()
        if mark is None:
            return
        note = self.checker.note_for(mark.hint)
        self._leave_out(aside=self._wishes.aside | {note})
        self.ignored.emit(note)

    def hide_for_good(self) -> None:
        """Never show the open tip, or the same words anywhere else, in this council again."""
        mark = self.writing.opened()
        if mark is None:
            return
        pair = (mark.hint.kind, mark.hint.text.lower())
        self._leave_out(hidden=self._wishes.hidden | {pair})
        self.hidden.emit(*pair)

    def learn(self) -> None:
        """Put the word of the open tip in the council's own list: it is spelled well."""
        mark = self.writing.opened()
        if mark is None:
            return
        self._leave_out(own_words=self._wishes.own_words | {mark.hint.text.lower()})
        self.learned.emit(mark.hint.text)

    def _leave_out(self, **changes: frozenset[str] | frozenset[tuple[str, str]]) -> None:
        self.guide.step(announced=False)
        self._wish(**changes)

    def _wish(self, **changes: frozenset[str] | frozenset[tuple[str, str]]) -> None:
        self._wishes = replace(self._wishes, **changes)  # pyright: ignore[reportArgumentType]
        self.checker.set_wishes(self._wishes)

    def _place_of_typing(self) -> int:
        return self.writing.textCursor().position() if self.writing.hasFocus() else -1

    # ---- what is seen

    def _show(self, checked: Checked) -> None:
        self.writing.show_marks(checked.marks)
        if self._fresh and checked.marks:
            self._fresh = False
            best = groups(checked.marks)[0][1][0]
            self.writing.open_mark(best)
        opened = self.writing.opened()
        self.panel.show_tips(checked.marks, checked.score, opened.hint if opened else None)
        self._count(checked.words + self._elsewhere)
        self._tips_button.setText(trn("{n} tip", "{n} tips", len(checked.marks)))

    def _show_opened(self) -> None:
        mark = self.writing.opened()
        self.panel.open_hint(mark.hint if mark else None)

    def _count(self, words: int) -> None:
        shown = f"{words:,}".replace(",", ".")
        pages = max(1, -(-words // WORDS_PER_PAGE))
        self._counter.setText(
            tr(
                "{words}, {pages}",
                words=trn("{count} word", "{count} words", words, count=shown),
                pages=trn("{n} page", "{n} pages", pages),
            )
        )

    def _toggle_panel(self) -> None:
        self._share(panel=self.panel.isHidden())
        if self.panel.isVisible() and self.writing.opened() is None:
            self.guide.step()

    def _share(self, *, panel: bool) -> None:
        """Show the panel or not; behind a button it takes the room of the tools and the counter."""
        self.panel.setVisible(panel)
        for part in (self._tools, self._counter):
            part.setVisible(not (panel and self._compact))
        self._line.setStretchFactor(self.panel, 3 if self._compact else 0)
        self._line.setStretchFactor(self.paper, 2)
        self.writing.ensureCursorVisible()

    def is_compact(self) -> bool:
        """Say whether the tips stand behind a button above the paper."""
        return bool(self._compact)

    def show_panel(self) -> None:
        """Bring the tips in sight, also when they stand behind a button."""
        if self.panel.isHidden():
            self._share(panel=True)

    # ---- size

    def restyle(self) -> None:
        self._line.setSpacing(look.gap(18))
        self.setMinimumHeight(_LEAST_LINES * look.px())
        self._arrange(again=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _panel_width(self) -> int:
        return look.size(int(tokens()["size"]["panel"]))

    def _arrange(self, *, again: bool = False) -> None:
        room = self.width() - self._panel_width() - look.gap(18)
        compact = look.narrow or room < look.gap(_LEAST_PAPER)
        if compact == self._compact and not again:
            return
        changed = compact != self._compact
        self._compact = compact
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if compact else way.RightToLeft)
        self._bar.setVisible(compact)
        self.panel.set_compact(compact)
        if changed:
            self._share(panel=not compact)
        if compact:
            self.panel.setMinimumWidth(1)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(self._panel_width())
        if changed:
            keep_tab_order(self)  # the tips stand after the paper, or above it


def _small(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
