"""Look at the text after each pause in typing, without ever holding up a key."""

import gc
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from desktop.language import Analyser, Analysis, Hint, Score
from desktop.language.spelling import spelling_hint
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.positions import PlainText, plain_text_in_slices
from desktop.ui.writing.spelling import SpellingDesk
from desktop.ui.writing.wishes import Wishes, put_aside

PAUSE_MS = 300
SLICE_MS = 1.0
"""A look at a long text goes in slices of this length, a turn of the window for each.

One step may take three milliseconds more, and no turn should take five.
"""

AT_ONCE = 3_000
"""Characters of new text that are looked at in one go."""

LONG = 20_000
"""Characters; a longer text is never looked at in one go, however little of it is new."""

_STEP = 100  # tips that are put in their place between two looks at the clock

Slices = Generator[None, None, None]


@dataclass(frozen=True)
class Checked:
    """What one look at the text gave: marks in reading order, the score, the number of words."""

    marks: tuple[Mark, ...]
    score: Score
    words: int


def _nowhere() -> int:
    return -1


class Checker(QObject):
    """Runs the analyser on a document; ``checked`` carries what it found (a ``Checked``)."""

    checked = Signal(object)

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._context = ""
        self._analyser = Analyser()
        self._wishes = Wishes()
        self._speller: SpellingDesk | None = None
        self._cursor: Callable[[], int] = _nowhere
        self._held = False
        self._plain: PlainText | None = None
        self._analysis: Analysis | None = None
        self._slices: Slices | None = None
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.check)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    # ---- what it is told

    def set_context(self, context: str) -> None:
        """Say what kind of text this is: "advice", "minutes", "letter" or ""."""
        if context != self._context:
            self._context = context
            self._analyser = Analyser(context=context)
            self._analysis = None
            self.check()

    def set_wishes(self, wishes: Wishes) -> None:
        """Show only the tips of *wishes*."""
        if wishes != self._wishes:
            self._wishes = wishes
            self._ask_speller()
            self._tell_again()

    def set_speller(self, speller: SpellingDesk, cursor: Callable[[], int]) -> None:
        """Check the spelling too; a word that ends at *cursor* is still being typed."""
        if self._speller is None:
            self._speller, self._cursor = speller, cursor
            speller.answered.connect(self._hear_speller)
            self._ask_speller()

    def text_changed(self) -> None:
        """Note that the text changed: what was under way is void, the pause starts again."""
        self._slices = None
        self._next.stop()
        self._pause.start()

    def cursor_moved(self) -> None:
        """Note that the cursor moved: the word it left is finished."""
        if self._held and not self._pause.isActive():
            self._tell_again()

    def want_suggestions(self, word: str) -> None:
        """Look up what *word* may have to be; the tip gets it when it is there."""
        if self._speller:
            self._speller.want_suggestions(word)

    def note_for(self, hint: Hint) -> str:
        """Return the note that puts *hint* of the last look aside."""
        return put_aside(hint, self._analysis.text if self._analysis else hint.text)

    def is_at_rest(self) -> bool:
        """Tell whether all that was typed is looked at, and every word of it looked up."""
        looking = self._pause.isActive() or self._slices is not None
        return not looking and (self._speller is None or self._speller.is_done())

    # ---- looking

    def check(self) -> None:
        """Look at the text now, at once when little is new, else in slices."""
        self._pause.stop()
        self._begin(self._look())

    def _tell_again(self) -> None:
        if self._slices is not None:
            self._again = True
        elif self._analysis and not self._pause.isActive():
            self._begin(self._tell())

    def _begin(self, slices: Slices) -> None:
        self._next.stop()
        self._slices = slices
        if self._document.characterCount() > LONG:
            self._next.start()
        else:
            self._go_on(at_once=True)

    def _go_on(self, *, at_once: bool = False) -> None:
        """Do a slice; the next one comes after the window had its turn."""
        until = time.perf_counter() + SLICE_MS / 1000
        slices = self._slices
        while slices is not None and slices is self._slices:
            try:
                next(slices)
            except StopIteration:
                self._done()
                return
            if self._next.isActive() or (not at_once and time.perf_counter() > until):
                self._next.start()
                return

    def _done(self) -> None:
        self._slices = None
        if self._again:
            self._again = False
            self._tell_again()

    def _look(self) -> Slices:
        plain = yield from plain_text_in_slices(self._document)
        if self._analysis is None or plain != self._plain:
            known = self._plain.paragraphs if self._plain and self._analysis else ()
            analysis = yield from self._analyse(plain, frozenset(known))
            self._plain, self._analysis = plain, analysis
            self._ask_speller()
            yield
        yield from self._tell()

    def _analyse(self, plain: PlainText, known: frozenset[str]) -> Generator[None, None, Analysis]:
        fresh = sum(len(one) for one in plain.paragraphs if one not in known)
        if fresh <= AT_ONCE and len(plain.text) <= LONG:
            return self._analyser.update(plain.text)
        self._next.start()  # the rest in turns of the window
        analysis = yield from self._analyser.analyse_in_slices(plain.text, SLICE_MS)
        if fresh > LONG:
            self._next.start()
            yield
            _settle()
            self._next.start()
            yield
        return analysis

    def _tell(self) -> Slices:
        analysis, plain = self._analysis, self._plain
        if analysis is None or plain is None:
            return
        wanted: list[Hint] = []
        for at in range(0, len(analysis.hints), _STEP):
            some = analysis.hints[at : at + _STEP]
            wanted += (hint for hint in some if self._wishes.want(hint, analysis.text))
            yield
        wanted += yield from self._misspelled(plain)
        wanted.sort(key=lambda hint: hint.start)
        yield
        marks: list[Mark] = []
        for at in range(0, len(wanted), _STEP):
            some = wanted[at : at + _STEP]
            spans = plain.spans((hint.start, hint.end) for hint in some)
            marks += (Mark(hint, *span) for hint, span in zip(some, spans, strict=True))
            yield
        words = sum(map(_words, plain.paragraphs))
        if len(plain.text) > LONG:
            self._next.start()  # drawing what was found is a turn of its own
        yield
        self.checked.emit(Checked(tuple(marks), analysis.score, words))

    # ---- spelling

    def _ask_speller(self) -> None:
        if self._speller and self._plain and "spelling" not in self._wishes.off:
            self._speller.ask(self._plain.paragraphs)

    def _hear_speller(self) -> None:
        if self._speller and self._speller.is_done():
            self._tell_again()

    def _misspelled(self, plain: PlainText) -> Generator[None, None, list[Hint]]:
        """Return a hint for each word that no list knows, but not for the one being typed."""
        self._held = False
        if self._speller is None or "spelling" in self._wishes.off:
            return []
        found: list[Hint] = []
        typing = self._cursor()
        for at, paragraph in enumerate(plain.paragraphs):
            yield
            for start, end in self._speller.places(paragraph):
                first = plain.starts[at]
                hint = spelling_hint(paragraph[start:end], first + start, first + end)
                if not self._wishes.want(hint, plain.text):
                    continue
                if plain.position(hint.end) == typing:
                    self._held = True
                    continue
                found.append(hint._replace(suggestions=self._speller.suggestions(hint.text)))
        return found


def _settle() -> None:
    """Let the garbage collector leave alone what is remembered of a long text.

    To walk over all of it takes longer than a key may wait. Closing the council takes it back.
    """
    gc.collect(1)
    gc.freeze()


@lru_cache(maxsize=8192)
def _words(paragraph: str) -> int:
    return len(paragraph.split())
