"""Look at the text after each pause in typing, without ever holding up a key."""

import hashlib
import re
from collections.abc import Collection, Generator, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from desktop.language import Analyser, Analysis, Hint, Score
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.positions import PlainText, plain_text

PAUSE_MS = 300
SLICE_MS = 5.0
AT_ONCE = 3_000
"""Characters of new text that are looked at in one go; more than that goes in slices of 5 ms."""

LONG = 20_000
"""Characters; what is found in a longer text is shown in the next turn of the window."""

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s|\n")


@dataclass(frozen=True)
class Checked:
    """What one look at the text gave: marks in reading order, the score, the number of words."""

    marks: tuple[Mark, ...]
    score: Score
    words: int


def put_aside(hint: Hint, text: str) -> str:
    """Return the note "not this tip, in this sentence"; it lapses when the sentence changes."""
    line = text.rfind("\n", 0, hint.start) + 1
    start = max((end.end() for end in _SENTENCE_END.finditer(text, line, hint.start)), default=line)
    after = _SENTENCE_END.search(text, hint.end)
    sentence = " ".join(text[start : after.start() if after else len(text)].split())
    digest = hashlib.blake2b(sentence.encode(), digest_size=6).hexdigest()
    return f"{hint.kind}|{hint.text.lower()}|{digest}"


class Checker(QObject):
    """Runs the analyser on a document; ``checked`` carries what it found (a ``Checked``)."""

    checked = Signal(object)

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._analyser = Analyser()
        self._context = ""
        self._own_words: tuple[str, ...] = ()
        self._aside: frozenset[str] = frozenset()
        self._hidden: frozenset[tuple[str, str]] = frozenset()
        self._plain: PlainText | None = None
        self._analysis: Analysis | None = None
        self._known: frozenset[str] = frozenset()
        self._slices: Generator[None, None, Analysis] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.check)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def text_changed(self) -> None:
        """Note that the text changed: what was under way is void, the pause starts again."""
        self._slices = None
        self._next.stop()
        self._pause.start()

    def set_context(self, context: str, own_words: Iterable[str]) -> None:
        """Say what kind of text this is ("advice", "minutes") and which words are the council's."""
        if (context, tuple(own_words)) == (self._context, self._own_words):
            return
        self._context, self._own_words = context, tuple(own_words)
        self._analyser = Analyser(context=context, own_words=self._own_words)
        self._known = frozenset()
        self._analysis = None
        self.check()

    def set_aside(self, notes: Collection[str], hidden: Collection[tuple[str, str]]) -> None:
        """Leave out the tips of *notes* (``put_aside``) and the (kind, words) pairs of *hidden*."""
        self._aside = frozenset(notes)
        self._hidden = frozenset((kind, words.lower()) for kind, words in hidden)
        if self._analysis and self._plain:
            self._tell(self._analysis, self._plain)

    def note_for(self, hint: Hint) -> str:
        """Return the note that puts *hint* of the last look aside."""
        return put_aside(hint, self._analysis.text if self._analysis else hint.text)

    def check(self) -> None:
        """Look at the text now, at once when little is new, else in slices."""
        self._pause.stop()
        self._next.stop()
        plain = plain_text(self._document)
        if self._analysis and plain == self._plain:  # typed and taken back: the lines come back
            self._tell(self._analysis, plain)
            return
        self._plain = plain
        fresh = sum(len(one) for one in plain.paragraphs if one not in self._known)
        if fresh <= AT_ONCE:
            self._finish(self._analyser.update(plain.text))
        else:
            self._slices = self._analyser.analyse_in_slices(plain.text, SLICE_MS)
            self._next.start()

    def _go_on(self) -> None:
        if self._slices is None:
            if self._analysis and self._plain:
                self._tell(self._analysis, self._plain)
            return
        try:
            next(self._slices)
        except StopIteration as done:
            self._slices = None
            self._finish(done.value)
        else:
            self._next.start()

    def _finish(self, analysis: Analysis) -> None:
        if self._plain is None:
            return
        self._analysis = analysis
        self._known = frozenset(self._plain.paragraphs)
        if len(analysis.text) < LONG:
            self._tell(analysis, self._plain)
        else:
            self._next.start()  # drawing what was found is a slice of its own

    def _tell(self, analysis: Analysis, plain: PlainText) -> None:
        wanted = analysis.hints
        if self._aside or self._hidden:
            wanted = tuple(hint for hint in wanted if self._wanted(hint, analysis.text))
        spans = plain.spans((hint.start, hint.end) for hint in wanted)
        marks = tuple(Mark(hint, *span) for hint, span in zip(wanted, spans, strict=True))
        words = sum(len(one.split()) for one in plain.paragraphs)
        self.checked.emit(Checked(marks, analysis.score, words))

    def _wanted(self, hint: Hint, text: str) -> bool:
        words = hint.text.lower()
        if self._hidden and (hint.kind, words) in self._hidden:
            return False
        prefix = f"{hint.kind}|{words}|"
        if not any(note.startswith(prefix) for note in self._aside):
            return True
        return put_aside(hint, text) not in self._aside
