"""J13: the laptop dies: a new laptop, the USB stick, the recovery sheet; everything is there."""

from pathlib import Path

from desktop.i18n import tr
from desktop.services.founding import Answers, found
from desktop.services.office import Office
from desktop.ui.app import App
from tests.ui.driver import Person
from tests.ui.walk import walk

MOST_STEPS = 6
OLD, NEW = "vier natte blauwe stoelen", "drie droge gele banken"


def old_laptop(folder: Path, stick: Path) -> tuple[Office, str]:
    """A council that worked for a while, with copies on a stick."""
    office, code = found(
        folder / "Raad Duinrede.samenspraak",
        OLD,
        Answers(name="Cliëntenraad Duinrede", me="Henk Terpstra", others=("Ans Kuiper",)),
        cost=2**12,
    )
    office.safety.choose(stick)
    office.council.add_member("Fatima el Amrani", "voorzitter")
    office.safety.keep_up()
    return office, code


def test_everything_is_there_on_the_new_laptop(
    app: App, person: Person, home: Path, tmp_path: Path, memory_keyring, monkeypatch, qtbot
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    office, code = old_laptop(tmp_path / "oud", stick)
    office.close()
    for path in sorted((tmp_path / "oud").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    memory_keyring.kept.clear()
    newest = max(stick.rglob("*.samenspraak"))
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_args: (str(newest), "")
    )

    app.begin()
    assert app.start_window
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.presses(tr("Put back a backup"))
    person.steps.append("choose the newest on the stick")
    person.sees(tr("Put back and open"))
    assert walk(app.start_window) == []
    person.presses(tr("Put back and open"))
    person.presses(tr("Passphrase forgotten"))
    person.writes(code)
    person.types(tr("New passphrase"), NEW)
    person.presses(tr("Open"))
    person.waits(lambda: app.desk is not None)
    assert app.desk is not None
    qtbot.waitUntil(app.desk.window.isActiveWindow)

    council = app.desk.office.council
    assert council.profile().name == "Cliëntenraad Duinrede"
    assert {one.name for one in council.members()} >= {"Fatima el Amrani", "Ans Kuiper"}
    documents = home / "Documents" / "Samenspraak"
    assert app.desk.office.path == documents / "Raad Duinrede.samenspraak"
    assert newest.exists()
    assert len(person.steps) <= MOST_STEPS
