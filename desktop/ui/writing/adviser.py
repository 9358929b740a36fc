"""Look at the words of one editor, and keep to what the council and the writer want to hear."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.ui.writing.checking import Checked, Checker
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.signs import Signs
from desktop.ui.writing.spelling import SpellingDesk
from desktop.ui.writing.wishes import Wishes

Parts = frozenset[str] | frozenset[tuple[str, str]]


class Adviser(QObject):
    """The tips on one text, in a field or on paper; ``checked`` carries each look at it.

    ``ignored`` carries a note to keep for ``set_ignored`` (a tip put aside in one sentence),
    ``hidden`` the kind and words of a tip this council never wants to see, ``learned`` a word for
    the council's own list, ``looked_up`` a word that was explained.
    """

    checked = Signal(object)
    ignored = Signal(str)
    hidden = Signal(str, str)
    learned = Signal(str)
    looked_up = Signal(str)

    def __init__(self, signs: Signs) -> None:
        super().__init__(signs.editor)
        self.signs, self.editor = signs, signs.editor
        self.checker = Checker(self.editor.document(), self)
        self._wishes = Wishes()
        self._silent = False
        self.editor.document().contentsChange.connect(self._typed)
        self.editor.cursorPositionChanged.connect(self.checker.cursor_moved)
        self.checker.checked.connect(self._show)

    def _typed(self) -> None:
        if not self._silent:
            self.checker.text_changed()

    def _show(self, checked: Checked) -> None:
        if not self._silent:
            self.signs.show_marks(checked.marks)
            self.checked.emit(checked)

    # ---- what is wanted

    def set_silent(self, silent: bool) -> None:
        """Look no more, and take every line away; or begin again."""
        if silent == self._silent:
            return
        self._silent = silent
        self.signs.show_marks(())
        if not silent:
            self.checker.check()

    def set_context(self, context: str) -> None:
        """Say what kind of text this is: "advice", "minutes", "letter" or ""."""
        self.checker.set_context(context)

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

    # ---- what the writer decides about a tip

    def put_aside(self, mark: Mark) -> None:
        """Ignore the tip of *mark* in its sentence."""
        note = self.checker.note_for(mark.hint)
        self._wish(aside=self._wishes.aside | {note})
        self.ignored.emit(note)

    def hide_for_good(self, mark: Mark) -> None:
        """Never show the tip of *mark*, or the same words anywhere else, in this council again."""
        pair = (mark.hint.kind, mark.hint.text.lower())
        self._wish(hidden=self._wishes.hidden | {pair})
        self.hidden.emit(*pair)

    def learn(self, mark: Mark) -> None:
        """Put the word of *mark* in the council's own list: it is spelled well."""
        self._wish(own_words=self._wishes.own_words | {mark.hint.text.lower()})
        self.learned.emit(mark.hint.text)

    def _wish(self, **changes: Parts) -> None:
        self._wishes = replace(self._wishes, **changes)  # pyright: ignore[reportArgumentType]
        self.checker.set_wishes(self._wishes)

    def _place_of_typing(self) -> int:
        return self.editor.textCursor().position() if self.editor.hasFocus() else -1


def _small(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
