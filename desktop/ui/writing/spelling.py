"""The speller beside the app: a process of its own, so that no word ever stops the screen."""

import atexit
import json
import os
import sys
from collections import OrderedDict, deque
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import desktop

Places = tuple[tuple[int, int], ...]
"""Where the words stand that no list knows: start and end in characters of a paragraph."""

_BATCH = 4_000
"""Characters that are sent at a time, so that a question about one word never waits long."""

_REMEMBERED = 20_000
"""Paragraphs whose words are remembered; several councils' worth of drafts."""

_FAREWELL_MS = 500


class SpellingDesk(QObject):
    """Asks the speller about paragraphs, and about a single word when somebody wants to know.

    ``answered`` says that more is known than before. When the speller cannot start or falls down,
    nothing is known and nothing else changes: a text without wave lines is no disaster.
    """

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: OrderedDict[str, Places] = OrderedDict()
        self._suggestions: dict[str, tuple[str, ...]] = {}
        self._waiting: deque[str] = deque()
        self._asked: dict[int, tuple[str, ...] | str] = {}
        self._number = 0
        self._process: QProcess | None = None
        self._broken = False

    def start(self) -> None:
        """Start the speller when that was not done yet; it loads its lists by itself."""
        if self._process or self._broken:
            return
        process = QProcess(self)
        program, arguments, environment = _command()
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(self._fail)
        process.finished.connect(self._fail)
        process.start(program, arguments)
        self._process = process

    def close(self) -> None:
        """Let the speller go; the next question starts it again."""
        process, self._process = self._process, None
        self._waiting.clear()
        self._asked.clear()
        if process:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(_FAREWELL_MS):
                process.kill()
                process.waitForFinished(_FAREWELL_MS)

    def ask(self, paragraphs: Iterable[str]) -> None:
        """Have the words of *paragraphs* looked up, as far as that was not done before."""
        known = {one for asked in self._asked.values() for one in asked}.union(self._waiting)
        wanted = (one for one in paragraphs if one and one not in self._places)
        self._waiting.extend(one for one in dict.fromkeys(wanted) if one not in known)
        self._send()

    def places(self, paragraph: str) -> Places:
        """Return where *paragraph* has words that no list knows, as far as is known now."""
        found = self._places.get(paragraph)
        if found is None:
            return ()
        self._places.move_to_end(paragraph)
        return found

    def is_done(self) -> bool:
        """Tell whether every question has its answer."""
        return not self._waiting and not self._asked

    def want_suggestions(self, word: str) -> None:
        """Look up words that are spelled like *word*; ``answered`` tells when they are there."""
        if word not in self._suggestions and word not in self._asked.values():
            self._tell({"suggest": word}, word)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return the words that are spelled like *word*, as far as is known now."""
        return self._suggestions.get(word, ())

    def _send(self) -> None:
        """Send the next paragraphs when the last ones are answered."""
        if not self._waiting or any(isinstance(asked, tuple) for asked in self._asked.values()):
            return
        batch: list[str] = []
        while self._waiting and sum(map(len, batch)) < _BATCH:
            batch.append(self._waiting.popleft())
        self._tell({"check": batch}, tuple(batch))

    def _tell(self, request: dict[str, Any], about: tuple[str, ...] | str) -> None:
        self.start()
        if self._process is None or self._broken:
            return
        self._number += 1
        self._asked[self._number] = about
        self._process.write(json.dumps({"id": self._number, **request}).encode() + b"\n")

    def _read(self) -> None:
        while self._process and self._process.canReadLine():
            said = json.loads(bytes(self._process.readLine().data()))
            about = self._asked.pop(said["id"], ())
            if isinstance(about, str):
                self._suggestions[about] = tuple(said["suggestions"])
            else:
                for paragraph, places in zip(about, said["found"], strict=False):
                    self._places[paragraph] = tuple((start, end) for start, end in places)
        while len(self._places) > _REMEMBERED:
            self._places.popitem(last=False)
        self._send()
        self.answered.emit()

    def _fail(self) -> None:
        self._broken = True  # the process itself stays until the end: it is telling us this
        self._waiting.clear()
        self._asked.clear()


def _command() -> tuple[str, list[str], QProcessEnvironment]:
    """Return how to start the speller: the packaged app starts itself, else Python does."""
    environment = QProcessEnvironment.systemEnvironment()
    if getattr(sys, "frozen", False):
        return sys.executable, [desktop.SPELLING_COMMAND], environment
    here = str(Path(desktop.__file__).parents[1])
    paths = [here, environment.value("PYTHONPATH")]
    environment.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    return sys.executable, ["-m", "desktop", desktop.SPELLING_COMMAND], environment


@cache
def spelling() -> SpellingDesk:
    """Return the one speller of this app; it stops with the app."""
    made = SpellingDesk()
    atexit.register(made.close)
    return made
