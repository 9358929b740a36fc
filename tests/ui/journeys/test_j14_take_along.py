"""J14: the chair takes the council along, works, brings it back; both changed the same action."""

from datetime import date
from pathlib import Path

import pytest

from desktop.i18n import tr
from desktop.ui.app import App
from desktop.ui.desk import Desk
from tests.ui.driver import Person
from tests.ui.walk import walk

MOST_STEPS = 8
DAY = date(2026, 3, 10)
WORDS = "vier natte blauwe stoelen"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A USB stick that the chair chooses each time she is asked for a folder or a package."""
    folder = tmp_path / "usb"
    folder.mkdir()
    monkeypatch.setattr(Desk, "choose_folder", lambda _self, _title: folder)
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getOpenFileName",
        lambda *_args: (str(max(folder.iterdir(), key=lambda p: p.stat().st_mtime_ns)), ""),
    )
    return folder


def on_the_other_laptop(package: Path, number: int, home: Path, qtbot) -> Person:
    """Open the package, change the action, and pack it again; return who did it."""
    laptop = App(lambda: DAY)
    start = laptop.ask()
    fatima = Person(qtbot, lambda: laptop.start_window or laptop.desk.window)
    start.open_council(package)
    qtbot.waitUntil(start.isActiveWindow)
    fatima.writes(WORDS)
    fatima.presses(tr("Open"))
    assert laptop.desk is not None
    qtbot.waitUntil(laptop.desk.window.isActiveWindow)
    assert home in laptop.desk.office.path.parents
    fatima.sees(tr("This is the council on the way. Bring it back when you are done."))
    laptop.desk.office.store.actor = "Fatima el Amrani"
    laptop.desk.office.lists.change("action", number, DAY, text="Schrijf de Voedselbank")
    laptop.desk.office.council.add_member("Sam Peters")
    package.unlink()
    fatima.presses(tr("Bring back"))
    fatima.presses(tr("Pack to bring back"))
    fatima.sees(tr("The package is ready."))
    assert walk(laptop.desk.window) == []
    laptop.desk.window.close()
    laptop.desk.window.deleteLater()
    laptop.deleteLater()
    return fatima


def test_take_along_work_and_bring_back(
    app: App, our_council: Desk, person: Person, stick: Path, home: Path, memory_keyring, qtbot
) -> None:
    # At home there is an action that both will change.
    office = our_council.office
    office.lists.add_action("Bel de Voedselbank", today=DAY, owner="Henk Terpstra")
    number = office.lists.actions()[0].id
    our_council.window.show_area("council")
    person.presses(
        ", ".join(
            [
                tr("Take along and bring back"),
                tr("Work on another computer, for example at a meeting."),
                tr("Open"),
            ]
        )
    )
    person.types(tr("Who takes it along?"), "Fatima el Amrani")
    person.presses(tr("Make the package"))
    person.sees(tr("The package is ready."))
    assert walk(our_council.window) == []
    (package,) = stick.iterdir()

    # On the other laptop nobody knows the key.
    kept, memory_keyring.kept = memory_keyring.kept, {}
    fatima = on_the_other_laptop(package, number, home, qtbot)
    memory_keyring.kept = kept

    # At home Henk changed the same action meanwhile.
    office.lists.change("action", number, DAY, text="Bel de Voedselbank op maandag")
    our_council.window.activateWindow()
    qtbot.waitUntil(our_council.window.isActiveWindow)
    person.presses(tr("Choose a package"))
    person.sees("Bel de Voedselbank op maandag")
    person.sees("Schrijf de Voedselbank")
    assert walk(our_council.window) == []
    person.picks(tr("As it was on the way"))
    person.presses(tr("Bring it back"))
    person.sees(tr("All that was done on the way is here now."))

    assert office.lists.actions()[0].text == "Schrijf de Voedselbank"
    assert "Sam Peters" in [member.name for member in office.council.members()]
    assert office.travel.away() == []
    assert len(person.steps) + len(fatima.steps) <= MOST_STEPS
