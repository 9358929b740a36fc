"""A day of work in a process of its own: ``python -m tests.ui.journeys.a_day FOLDER``.

Everything that a council does is done once, with words that occur nowhere else. Says on standard
output what must stay secret, then waits for a line on standard input before it closes the council,
and for another one before it ends; whoever started it looks at the disk meanwhile.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.models import vault
from desktop.services import care, sample
from desktop.services import keys as key_desk
from desktop.services import office as offices
from desktop.services.office import Office
from desktop.services.sample import HOME_DAY
from desktop.ui import crash
from desktop.ui.advice.draft import DraftPage
from desktop.ui.app import App, application
from desktop.ui.desk import Desk
from desktop.ui.idle import Locker
from desktop.ui.pictures import walk_screens
from desktop.ui.places import open_dossier
from desktop.ui.search.page import SearchPage

PASSPHRASE, RENEWED = "zeven paarse wolkenkrabbers", "acht groene vuurtorens"
ME = "Henk Terpstra"
MEMBER, TYPED, MISSPELT = "Zebedeus Onvindbaar", "kwispelstaartregeling", "brombeersturukel"
TITLE = "Advies over de Sneeuwklokjesvallei"
LAUNCHED: list[str] = []
WRITTEN: list[str] = []


def main(folder: Path) -> None:
    """Do the work; *folder* is the home folder of this process."""
    sys.addaudithook(note)
    app = application(["samenspraak"])
    log = folder / "log" / "samenspraak.log"
    crash.open_log(log)
    catcher = crash.Catcher(log, app)
    catcher.install()
    office, _code = offices.make(folder / "Raad.samenspraak", PASSPHRASE, cost=2**12, name=ME)
    office.store.actor = ME
    sample.load(office.store, HOME_DAY)
    running = App(lambda: HOME_DAY, catcher.failed)
    desk = running.open(office)
    secrets = work(desk, folder)
    fall(catcher, secrets)
    say({"secrets": secrets, "launched": LAUNCHED, "written": WRITTEN, "log": str(log)})
    sys.stdin.readline()
    desk.window.close()
    say({"written": WRITTEN})
    sys.stdin.readline()
    os._exit(0)


def note(event: str, arguments: tuple[object, ...]) -> None:
    """Note each program that is started, and each file that is opened to be written."""
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        LAUNCHED.append(str(arguments))
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        WRITTEN.append(str(arguments[0]))


def work(desk: Desk, folder: Path) -> list[str]:
    """Do what a council does in a day; return what may stand nowhere on the disk."""
    office, out = desk.office, folder / "uit"
    out.mkdir()
    office.council.add_member(MEMBER, "lid")
    number = office.dossiers.start(TITLE, HOME_DAY, kind="unasked")
    open_dossier(desk, number, "draft")
    page = desk.window.page
    assert isinstance(page, DraftPage)
    page.open_part("summary")
    writing = page.paper.writing
    writing.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(writing, f"De {TYPED} is een {MISSPELT}. ")
    writing.selectAll()
    writing.copy()  # the clipboard is not the disk
    QTest.qWait(1_500)
    for _name, go in walk_screens(desk):
        go()
        QTest.qWait(60)
    desk.window.open_page(SearchPage(desk, TYPED))
    QTest.qWait(300)
    papers(office, out)
    key = vault.key_of_recovery_code(key_desk.sheet_code(office, PASSPHRASE))
    key_desk.COST = 2**12
    code = key_desk.renew(office, PASSPHRASE, RENEWED, RENEWED)
    desk.window.findChildren(Locker)[0].lock()
    office.safety.make()
    words = [MEMBER, MEMBER.split(maxsplit=1)[0], TYPED, MISSPELT, TITLE, "Sneeuwklokjes"]
    words += [member.name for member in office.council.members() if member.name != ME]
    words += [line.dossier.title for line in office.dossiers.lines(HOME_DAY)]
    words += [office.council.profile().name, PASSPHRASE, RENEWED]
    return [*words, *of_key(key), *of_key(vault.key_of_recovery_code(code))]


def of_key(key: bytes) -> list[str]:
    """Return *key* in every form in which it could lie somewhere."""
    code = vault.recovery_code(key)
    return [key.hex(), key.decode("latin-1"), code, code.replace(" ", "")]


def papers(office: Office, out: Path) -> None:
    """Make what people save themselves; only these files may be read by others."""
    for line in office.dossiers.lines(HOME_DAY):
        for letter in office.letters.letters(line.dossier.id, HOME_DAY):
            office.letters.pdf(letter.id, HOME_DAY)
            office.letters.word(letter.id, HOME_DAY)
            office.letters.save_copies(letter.id, out, HOME_DAY)
    office.minutes.save_copies(office.minutes.held()[0].id, out, mail=True)
    office.travel.take_along(out, MEMBER, HOME_DAY)
    seen = offices.look_along(office.path, passphrase=PASSPHRASE)
    seen.close()
    assert care.check(office).sound


def fall(catcher: crash.Catcher, secrets: list[str]) -> None:
    """Fail with everything that is secret at hand, as a fault of our own would."""
    held = list(secrets)
    try:
        raise RuntimeError(" ".join(held))
    except RuntimeError as error:
        catcher.failed(error)
    QTest.qWait(200)


def say(what: dict[str, object]) -> None:
    """Tell whoever started this."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
