"""What the app tells without being asked: that all is saved, or why it is not."""

from collections.abc import Callable
from datetime import time

from desktop.i18n import tr
from desktop.ui.boxes import Box, text
from desktop.ui.buttons import chip
from desktop.ui.icons import Icon
from desktop.ui.kit import message
from desktop.ui.spoken import announce


class SavedLine(Box):
    """The quiet line at the foot of the side bar: "Everything saved, 10.42"."""

    def __init__(self) -> None:
        self._sign, self._words = Icon("saved", "success", 16), text("", "small", "muted")
        super().__init__([self._sign, (self._words, 1)], aside=True, gap=6)
        self.hide()

    def show_saved(self, at: time) -> None:
        """Say that everything was saved *at* this time."""
        self._sign.show_icon("saved", "success")
        self._words.setText(saved_words(at))
        self.show()

    def show_trouble(self) -> None:
        """Say that saving failed; the reason stands above the page."""
        self._sign.show_icon("warning", "warning")
        self._words.setText(tr("Not saved yet"))
        self.show()

    def words(self) -> str:
        """Return what the line says."""
        return self._words.text()


def saved_words(at: time) -> str:
    """Return the sentence that all is saved, with the time."""
    return tr("Everything saved, {time}", time=f"{at.hour}.{at.minute:02}")


class Strip(Box):
    """The place above the page for a message about the whole app; empty it takes no room."""

    def __init__(self) -> None:
        super().__init__(pad=(32, 16, 32, 0))
        self.hide()

    def say(
        self, tone: str, what: str, why: str = "", *acts: tuple[str, Callable[[], object]]
    ) -> None:
        """Show one message with its repairs, each (words, act), and speak it once."""
        buttons = [chip(words, act) for words, act in acts]
        self.show_items([message(tone, what, why, *buttons)])
        self.show()
        announce(self, " ".join([what, why]).strip(), urgent=tone in ("warning", "danger"))

    def silence(self) -> None:
        """Take the message away."""
        self.clear()
        self.hide()
