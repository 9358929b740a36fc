"""One calm line below a text: the tip of the words at the cursor, and what can be done with it."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.i18n import tr, trn
from desktop.language import Hint
from desktop.ui.boxes import Item, beside, stack, text
from desktop.ui.marks import Sample
from desktop.ui.spoken import announce
from desktop.ui.writing.adviser import Adviser
from desktop.ui.writing.checking import Checked
from desktop.ui.writing.explained import ExplainedWord, Told
from desktop.ui.writing.families import family
from desktop.ui.writing.guide import Guide
from desktop.ui.writing.signs import Signs
from desktop.ui.writing.tip import OpenTip, cut, reason
from desktop.ui.writing.wrapped import Wrapped

_FOLLOW_MS = 120
_REST_MS = 2000
"""The number of tips is told to a screen reader after two seconds without a change."""


class TipLine(OpenTip):
    """Tips on a small text: lines under its words, and this below it.

    ``adviser`` looks at the text, ``guide`` has the keys; both work as on the whole desk.
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__(pad=0, cls="")
        self.hide()
        self.setParent(signs.editor)  # until it gets its place: what has no parent is a window
        self._signs, self._editor = signs, signs.editor
        self._never = tr("Do not show again")
        self._count = self._said = 0
        self._counted = ""
        self.adviser = Adviser(signs)
        self.guide = Guide(self.adviser, self, self)
        self._soon = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._soon.timeout.connect(self._show_opened)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_count)
        self._editor.cursorPositionChanged.connect(self._soon.start)
        self.adviser.checked.connect(self._show_checked)

    def set_silent(self, silent: bool) -> None:
        """Give no tips at all, or begin again."""
        self.adviser.set_silent(silent)
        self._count = 0
        self._show_opened()

    def open_hint(self, hint: Hint | None) -> None:
        """Show the tip *hint*; None leaves how many there are."""
        if hint is not self._hint:
            self._keep_focus()
        if hint is None:
            self._show_count()
            return
        self._counted = ""
        self.show_hint(hint)

    def show_word(self, told: Told) -> None:
        """Show what F1 tells about a word."""
        word = ExplainedWord()
        self._hint, self._counted = None, " ".join(told)
        self.show_items([word])
        word.show_word(told, self.close_word)
        self.show()

    def close_word(self) -> None:
        """Take the explanation of a word away."""
        self._keep_focus()
        self._show_count()

    def toggle_explanation(self) -> str:
        self._keep_focus()
        return super().toggle_explanation()

    def count_words(self) -> str:
        """Return how many tips there are and how to see one."""
        if not self._count:
            return tr("No tips in this text")
        return trn(
            "{n} tip: click on the underlined words or press F8.",
            "{n} tips: click on underlined words or press F8.",
            self._count,
        )

    # ---- what is shown

    def _items(self, hint: Hint) -> Iterator[Item]:
        items: list[Item] = [beside(Sample(family(hint.kind).name), (text(reason(hint)), 1))]
        if cut(hint):
            items.append(text(cut(hint), "small"))
        if self._explained:
            items.append(text(hint.explanation, "small"))
        chips = self._chips(hint)
        lead = [text(tr("Replace by:"), "small", wrap=False)] if chips else []
        items.append(Wrapped([*lead, *chips, *self._acts(hint)], gap=8, line_gap=2))
        yield stack(*items, gap=4)

    def _show_checked(self, checked: Checked) -> None:
        self._count = len(checked.marks)
        self._show_opened()
        self._rest.start()

    def _show_opened(self) -> None:
        """Show the tip at the cursor; when the cursor went away from it, the number of tips."""
        mark = self._signs.opened()
        if mark and not mark.start <= self._editor.textCursor().position() <= mark.end:
            self._signs.open_mark(None)
            mark = None
        self.open_hint(mark.hint if mark else None)

    def _show_count(self) -> None:
        words = self.count_words() if self._count else ""
        if self._hint is not None or words != self._counted:
            self._hint, self._counted, self._explained = None, words, False
            self.show_items([text(words, "small", "muted")] if words else [])
        self.setVisible(bool(words))

    def _keep_focus(self) -> None:
        """Take the focus back to the text before the button that has it goes away."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._editor.setFocus()

    def _tell_count(self) -> None:
        if self._count != self._said and self._editor.hasFocus():
            self._said = self._count
            announce(self._editor, self.count_words())
