"""Walk every screen of a temporary example council, to see that the app works here."""

import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

from desktop.i18n import tr, trn
from desktop.services import office as offices
from desktop.services.demo import HOME_DAY
from desktop.ui.app import App, application
from desktop.ui.pictures import settle, walk_screens


def self_test() -> int:
    """Open every screen, type, undo, and write a letter; return 0 when all of it worked."""
    troubles: list[str] = []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        troubles.append("".join(traceback.format_exception(kind, error, trace)))

    application()
    sys.excepthook = note
    walked = 0
    with tempfile.TemporaryDirectory() as temporary:
        try:
            walked = _walk(Path(temporary), troubles)
        except Exception:  # whatever it is: the test says so and ends with 1
            troubles.append(traceback.format_exc())
        finally:
            sys.excepthook = sys.__excepthook__
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    print(trn("{n} screen walked", "{n} screens walked", walked))
    return 1 if troubles else 0


def _walk(folder: Path, troubles: list[str]) -> int:
    office = offices.make_example(folder)
    desk = App(lambda: HOME_DAY).open(office, example=True)
    screens = walk_screens(desk)
    for name, go in screens:
        go()
        settle(60)
        if not desk.window.page or not desk.window.page.title:
            troubles.append(tr("The screen {name} is empty.", name=name))
    number = office.dossiers.start("Zelftest", HOME_DAY)
    office.drafts.write(number, "summary", "Een zin.")
    office.store.undo()
    for letter in office.letters.prepare(number, HOME_DAY):
        if not office.letters.pdf(letter.id, HOME_DAY).startswith(b"%PDF"):
            troubles.append(tr("The letter is no PDF."))
    desk.window.close()
    settle(60)
    return len(screens)
