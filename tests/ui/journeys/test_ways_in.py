"""Every way into the council file: this computer, the passphrase, the paper; one is enough."""

import shutil
from pathlib import Path

import pytest

from desktop.i18n import tr
from desktop.models import vault
from desktop.services import keys as key_desk
from desktop.services import office as offices
from desktop.ui.app import App
from desktop.ui.start.unlock import SheetPage, UnlockPage
from tests.ui.driver import Person
from tests.ui.walk import walk

OLD, NEW = "vier natte blauwe stoelen", "drie droge gele kasten"


@pytest.fixture
def council(tmp_path: Path, memory_keyring) -> tuple[Path, str]:
    """A closed council file with one member, and the code of its recovery sheet."""
    office, code = offices.make(tmp_path / "raad" / "Raad.samenspraak", OLD, cost=2**12)
    office.council.add_member("Zebedeus Onvindbaar", "lid")
    office.close()
    return office.path, code


def _begin(app: App, path: Path, qtbot) -> None:
    app.begin(path)
    assert app.start_window
    qtbot.waitUntil(app.start_window.isActiveWindow)


def _is_open(app: App, person: Person) -> None:
    person.waits(lambda: app.desk is not None)
    assert app.desk
    names = [member.name for member in app.desk.office.council.members()]
    assert "Zebedeus Onvindbaar" in names


def _with_sheet(person: Person, code: str) -> None:
    person.types(tr("Code on the recovery sheet"), code.lower())
    person.types(tr("New passphrase"), NEW)
    person.presses(tr("Open"))


def test_this_computer_knows_the_key(app: App, person: Person, council, qtbot):
    app.begin(council[0])
    _is_open(app, person)


def test_a_lost_keyring_asks_for_the_passphrase(
    app: App, person: Person, council, memory_keyring, qtbot
):
    memory_keyring.kept.clear()
    _begin(app, council[0], qtbot)
    person.waits(lambda: isinstance(app.start_window.page, UnlockPage))
    assert walk(app.start_window) == []
    person.types(tr("Passphrase"), "iets heel anders")
    person.presses(tr("Open"))
    person.sees_at(
        tr("Passphrase"), tr("This passphrase does not fit. Look at capitals and spaces.")
    )
    person.types(tr("Passphrase"), OLD)
    person.presses(tr("Open"))
    _is_open(app, person)
    assert memory_keyring.kept, "the next time nobody is asked"


def test_a_forgotten_passphrase_and_the_sheet(
    app: App, person: Person, council, memory_keyring, qtbot
):
    path, code = council
    memory_keyring.kept.clear()
    _begin(app, path, qtbot)
    person.presses(tr("Passphrase forgotten"))
    assert walk(app.start_window) == []
    _with_sheet(person, code)
    _is_open(app, person)
    key_desk.Door(path).check(NEW)


def test_a_new_computer_with_the_file_alone(
    app: App, person: Person, council, memory_keyring, tmp_path: Path, qtbot
):
    """Only the council file came along on a stick: no keyring, and no key file beside it."""
    path, code = council
    memory_keyring.kept.clear()
    copy = tmp_path / "nieuw" / path.name
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    _begin(app, copy, qtbot)
    person.waits(lambda: isinstance(app.start_window.page, SheetPage))
    person.sees(tr("The key file is missing. You can open the file with your recovery sheet."))
    _with_sheet(person, code)
    _is_open(app, person)
    assert vault.key_path(copy).exists()


def test_the_old_sheet_after_a_new_key(app: App, person: Person, council, memory_keyring, qtbot):
    path, code = council
    office = offices.open_office(path)
    fresh = key_desk.renew(office, OLD, NEW, NEW)
    office.close()
    memory_keyring.kept.clear()
    _begin(app, path, qtbot)
    person.presses(tr("Passphrase forgotten"))
    _with_sheet(person, code)
    person.sees(
        tr("This is the old recovery sheet. The file has a new key: take the newest sheet.")
    )
    _with_sheet(person, fresh)
    _is_open(app, person)
