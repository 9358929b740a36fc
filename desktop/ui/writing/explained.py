"""What F1 tells about a word: its explanation, or one kind sentence when there is none."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from desktop.i18n import tr
from desktop.language.glossary import explain, explain_at, word_at
from desktop.ui.kit import Box, beside, quiet, text

Told = tuple[str, str]
"""A word, and what is told about it."""


def told_at(cursor: QTextCursor) -> Told:
    """Return the word at *cursor* (or the chosen words) with its explanation."""
    chosen = cursor.selectedText().strip()
    line, place = cursor.block().text(), cursor.positionInBlock()
    explained = explain(chosen) if chosen else explain_at(line, place)
    word = chosen or word_at(line, place)
    if explained is None:
        if not word:
            return tr("Explain a word"), tr("Put the cursor in a word and press F1.")
        return word, tr("There is no explanation of this word yet, so do ask about it.")
    instead = ", ".join(explained.instead)
    if not instead or instead in explained.meaning:
        return explained.term, explained.meaning
    return explained.term, f"{explained.meaning} {tr('Instead: {words}', words=instead)}."


class ExplainedWord(Box):
    """The explanation of a word, above the tips, until it is closed."""

    def __init__(self) -> None:
        super().__init__(gap=4, pad=(14, 10, 14, 6), cls="picked")
        self.hide()

    def show_word(self, told: Told, close: Callable[[], object]) -> None:
        """Show what is *told* about a word."""
        word, meaning = told
        away = quiet(tr("Close"), close, "close")
        self.show_items([text(word, "strong"), text(meaning), beside(away, ...)])
        self.setAccessibleName(tr("Explanation of {word}", word=word))
        self.show()
