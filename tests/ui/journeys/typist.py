"""A typist in a process of its own, to be killed: ``python -m tests.ui.journeys.typist FILE``.

Says on standard output what it types, just before it does: a time and the words, as JSON lines.
"""

import json
import random
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.services import office as offices
from desktop.services.office import Office
from desktop.ui.advice.draft import DraftPage
from desktop.ui.app import App, application
from desktop.ui.places import open_dossier

PASSPHRASE = "vier natte blauwe stoelen"
TODAY = date(2026, 6, 10)
BEGIN = "Begin"
PART = "summary"


def make_council(folder: Path) -> Path:
    """Make a council with one advice; return its file."""
    office, _code = offices.make(folder / "Raad.samenspraak", PASSPHRASE, cost=2**12)
    number = office.dossiers.start("Taxipas", TODAY, kind="unasked")
    office.drafts.write(number, PART, BEGIN)
    office.close()
    return office.path


def dossier_of(office: Office) -> int:
    """Return the one dossier of the council."""
    (line,) = office.dossiers.lines(TODAY)
    return line.dossier.id


def written(office: Office) -> str:
    """Return the words that are in the file."""
    return office.dossiers.view(dossier_of(office), TODAY).sections[PART]


def main(path: Path) -> None:
    """Open the council, go to the draft, and type until somebody ends it."""
    app = application(["typist"])
    running = App(lambda: TODAY)
    office = offices.open_office(path, passphrase=PASSPHRASE)
    desk = running.open(office)
    open_dossier(desk, dossier_of(office), "draft")
    page = desk.window.page
    assert isinstance(page, DraftPage)
    page.open_part(PART)
    writing = page.paper.writing
    writing.moveCursor(QTextCursor.MoveOperation.End)
    say(page.paper.markdown())
    rhythm = random.Random(path.stat().st_size)

    def type_on() -> None:
        words = f" woord{rhythm.randrange(1000)}"
        say(words)
        QTest.keyClicks(writing, words)
        pause = 900 if rhythm.random() < 0.05 else rhythm.randrange(40, 200)
        QTimer.singleShot(pause, type_on)

    type_on()
    app.exec()


def say(words: str) -> None:
    """Tell what is typed now."""
    print(json.dumps([time.monotonic(), words]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
