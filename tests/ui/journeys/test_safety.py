"""Backups on the screen: made by itself, a second place, putting one back, two versions."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services import care
from desktop.services.care.copies import folder_in, folder_of
from desktop.ui.app import App
from desktop.ui.council.safety import SafetyPage
from desktop.ui.desk import Desk
from tests.ui.driver import Person
from tests.ui.walk import walk


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    monkeypatch.setattr(Desk, "choose_folder", lambda _self, _title: folder)
    return folder


def open_page(desk: Desk, person: Person) -> None:
    desk.window.open_page(SafetyPage(desk))
    person.sees(tr("Backups"))


def test_the_page_is_found_by_keyboard_and_makes_a_copy(our_council: Desk, person: Person):
    our_council.window.show_area("council")
    person.presses(", ".join([tr("Backups"), tr("No copy yet."), tr("Open")]))
    person.sees(tr("There are no copies yet."))
    assert walk(our_council.window) == []
    person.presses(tr("Make a copy now"))
    person.sees(tr("The copy is made and read through."))
    assert walk(our_council.window) == []
    [copy] = care.copies_of(our_council.office.path)
    assert copy.path.parent == folder_of(our_council.office.path)


def test_closing_leaves_a_copy(app: App, our_council: Desk):
    path = our_council.office.path
    our_council.office.council.add_member("Sam Peters")
    assert our_council.window.close()
    app.desk = None
    assert len(care.copies_of(path)) == 1


def test_a_stick_is_chosen_once_and_told_when_it_is_not_good(
    our_council: Desk, person: Person, stick: Path, monkeypatch
):
    open_page(our_council, person)
    person.presses(tr("Choose a second place"))
    person.sees(tr("No second place"))
    assert walk(our_council.window) == []
    there = folder_in(stick, our_council.office.path)
    assert len(list(there.glob("*.samenspraak"))) == 1
    person.types(tr("Warn me after so many days"), "30")
    person.uses("Alt+Left")
    assert our_council.office.safety.days == 30

    def full(_self) -> None:
        raise CouncilError(
            tr("The second place is full. Make room there, or choose another place.")
        )

    monkeypatch.setattr(care.Safety, "_to_second", full)
    open_page(our_council, person)
    person.presses(tr("Make a copy now"))
    person.waits(lambda: our_council.office.safety.state.trouble != "")
    person.sees(tr("You can just go on working."))
    assert walk(our_council.window) == []


def test_putting_back_shows_first_and_keeps_what_was_there(
    app: App, our_council: Desk, person: Person, qtbot
):
    office = our_council.office
    office.safety.make()
    office.council.add_member("Sam Peters")
    open_page(our_council, person)
    person.presses(_of_the_row(person, tr("Put back …")))
    person.sees(tr("Is not in the copy, so it goes away"), "1 lid")
    assert walk(our_council.window) == []
    person.presses(tr("Put this copy back"))
    person.waits(lambda: app.desk is not None and app.desk is not our_council)
    assert app.desk is not None
    qtbot.waitUntil(app.desk.window.isActiveWindow)
    person.sees("is teruggezet")
    assert "Sam Peters" not in [one.name for one in app.desk.office.council.members()]
    assert {copy.why for copy in care.copies_of(app.desk.office.path)} == {"", "voor terugzetten"}


def test_a_copy_that_is_gone_is_told(our_council: Desk, person: Person):
    path = our_council.office.safety.make()
    open_page(our_council, person)
    path.unlink()
    person.presses(_of_the_row(person, tr("Put back …")))
    person.sees(tr("This backup is not there. Is the USB stick in the computer?"))
    assert walk(our_council.window) == []


def test_two_versions_of_a_synced_folder_are_told_and_compared(our_council: Desk, person: Person):
    office = our_council.office
    copy = office.safety.make()
    other = office.path.with_name("Raad-LAPTOP-FATIMA.samenspraak")
    shutil.copyfile(copy, other)
    office.council.add_member("Sam Peters")
    office.safety.keep_up()
    our_council.window.show_area("today")
    person.sees(tr("There are two versions of your file"))
    open_page(our_council, person)
    person.sees("Raad-LAPTOP-FATIMA.samenspraak")
    assert walk(our_council.window) == []
    person.presses(_of_the_row(person, tr("Compare")))
    person.sees("1 lid")
    assert other.exists()


def test_a_damaged_file_offers_its_copies(app: App, our_council: Desk, person: Person, qtbot):
    path = our_council.office.path
    our_council.office.safety.make()
    our_council.window.close()
    app.desk = None
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 50] ^= 0xFF
    data[50] ^= 0xFF
    path.write_bytes(data)
    app.begin(path)
    assert app.start_window
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.sees(tr("These copies are here"))
    assert walk(app.start_window) == []
    person.presses(_of_the_row(person, tr("Put back …")))
    person.sees(tr("A file is there already. It is kept among the copies."))
    assert walk(app.start_window) == []
    person.presses(tr("Put back and open"))
    person.waits(lambda: app.desk is not None)
    assert app.desk.office.council.profile().name == "Cliëntenraad Duinrede"


def test_a_file_that_is_gone_is_looked_for(app: App, our_council: Desk, person: Person, qtbot):
    path = our_council.office.path
    our_council.window.close()
    app.desk = None
    shutil.rmtree(folder_of(path))
    path.unlink()
    app.begin()
    assert app.start_window
    qtbot.waitUntil(app.start_window.isActiveWindow)
    assert walk(app.start_window) == []
    person.presses(_of_the_row(person, tr("Look for it")))
    person.sees(tr("There are no copies beside it"))
    assert walk(app.start_window) == []


def _of_the_row(person: Person, act: str) -> str:
    """Return the whole name of the first button of a row that says *act*."""
    names = [line for line in person.screen().split("\n") if line.endswith(f", {act}")]
    assert names, person.screen()
    return names[0]
