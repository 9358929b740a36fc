"""Another passphrase, the sheet once more, a new key, and the lock of the window, by keyboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import keys, vault
from desktop.services import keys as key_desk
from desktop.services import office as offices
from desktop.ui import preferences
from desktop.ui.app import App
from desktop.ui.council.key_steps import ForgottenPage, NewKeyPage, PassphrasePage, SheetAgainPage
from desktop.ui.council.keys import KeysPage
from desktop.ui.desk import Desk
from desktop.ui.idle import Locker
from desktop.ui.meetings.running.view import RunningPage
from desktop.ui.pictures import walk_screens
from desktop.ui.start.unlock import UnlockPage
from tests.ui.driver import Person
from tests.ui.walk import walk

OLD, NEW = "vier natte blauwe stoelen", "drie droge gele kasten"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """How strong the lock is, is tested elsewhere."""
    monkeypatch.setattr(key_desk, "COST", 2**12)


def _opens(path: Path, passphrase: str) -> bool:
    try:
        keys.check_passphrase(path, passphrase)
    except vault.WrongPassphraseError:
        return False
    return True


def _go(person: Person, what: str, why: str) -> None:
    person.presses(", ".join([what, why, tr("Open")]))


def _to_keys(desk: Desk, person: Person) -> None:
    desk.window.show_area("council")
    _go(person, tr("Key and passphrase"), tr("Passphrase, recovery sheet, locking the screen."))
    person.sees(tr("Who may open the file of your council?"))
    assert walk(desk.window) == []


def test_changing_the_passphrase(our_council: Desk, person: Person):
    path = our_council.office.path
    _to_keys(our_council, person)
    _go(person, tr("Change the passphrase"), tr("You know the present one."))
    assert walk(our_council.window) == []
    person.types(tr("Present passphrase"), "iets heel anders")
    person.types(tr("New passphrase"), NEW)
    person.types(tr("The same once more"), NEW[:-1])
    person.presses(tr("Change the passphrase"))
    person.sees_at(tr("The same once more"), tr("These two are not the same. Type it again."))
    person.types(tr("The same once more"), NEW)
    person.presses(tr("Change the passphrase"))
    person.sees_at(
        tr("Present passphrase"), tr("This passphrase does not fit. Look at capitals and spaces.")
    )
    assert _opens(path, OLD)
    person.types(tr("Present passphrase"), OLD)
    person.presses(tr("Change the passphrase"))
    person.sees(tr("The passphrase is changed."))
    assert _opens(path, NEW)
    assert not _opens(path, OLD)
    assert walk(our_council.window) == []


def test_the_sheet_gives_a_new_passphrase(our_council: Desk, person: Person):
    office = our_council.office
    code = key_desk.sheet_code(office, OLD)
    _to_keys(our_council, person)
    _go(person, tr("Passphrase forgotten"), tr("Choose a new one with your recovery sheet."))
    assert walk(our_council.window) == []
    person.types(tr("Code on the recovery sheet"), code.lower()[:-1])
    person.types(tr("New passphrase"), NEW)
    person.types(tr("The same once more"), NEW)
    person.presses(tr("Change the passphrase"))
    assert person.error_at(tr("Code on the recovery sheet"))
    person.types(tr("Code on the recovery sheet"), code.lower())
    person.presses(tr("Change the passphrase"))
    person.sees(tr("The passphrase is changed."))
    assert _opens(office.path, NEW)


def test_the_sheet_is_made_again(our_council: Desk, person: Person, opened_files, home: Path):
    office = our_council.office
    _to_keys(our_council, person)
    _go(person, tr("Make the recovery sheet again"), tr("The sheet is lost or hard to read."))
    assert walk(our_council.window) == []
    person.types(tr("Present passphrase"), OLD)
    person.presses(tr("Show the sheet"))
    code = key_desk.sheet_code(office, OLD)
    person.sees(code.split()[0], code.split()[-1])
    person.types(tr("Where shall the sheet go?"), str(home / "Documents"))
    person.presses(tr("Make the sheet (PDF)"))
    assert [file.suffix for file in opened_files] == [".pdf"]
    assert walk(our_council.window) == []


def test_a_new_key_with_its_new_sheet(our_council: Desk, person: Person):
    office = our_council.office
    before = key_desk.sheet_code(office, OLD)
    _to_keys(our_council, person)
    _go(
        person,
        tr("Make a new key"),
        tr("Somebody else may have your passphrase, your sheet or your laptop."),
    )
    assert walk(our_council.window) == []
    person.types(tr("Present passphrase"), OLD)
    person.types(tr("New passphrase"), NEW)
    person.types(tr("The same once more"), NEW)
    person.presses(tr("Make the new key"))
    person.sees(tr("The file has a new key"))
    code = key_desk.sheet_code(office, NEW)
    assert code != before
    for group in code.split():
        person.sees(group)
    assert walk(our_council.window) == []
    office.council.add_member("Nieuw Lid", "lid")
    office.store.undo()
    our_council.window.close()
    with pytest.raises(vault.WrongRecoveryCodeError, match="oude herstelblad"):
        offices.open_office(office.path, recovery_code=before)
    offices.open_office(office.path, recovery_code=code).close()


# ---- the lock ----------------------------------------------------------------------------------


def _locker(desk: Desk) -> Locker:
    found = desk.window.findChildren(Locker)
    assert len(found) == 1
    return found[0]


def _shown_words(desk: Desk, person: Person) -> str:
    return f"{desk.window.windowTitle()}\n{person.screen()}"


def test_locking_saves_what_is_typed_and_shows_nothing(example: Desk, person: Person, qtbot):
    for name, go in walk_screens(example):
        if name == "concept":
            go()
    before = example.window.page
    title = example.window.windowTitle()
    assert title != "Samenspraak"
    person.uses("Ctrl+L")
    person.sees(tr("Samenspraak is locked"), tr("What you typed was saved."))
    seen = _shown_words(example, person)
    for words in ("Duinrede", "Terpstra", "bijstand", "inwoners", title):
        assert words not in seen
    assert walk(example.window) == []
    assert example.window.windowTitle() == "Samenspraak"

    for keys_of in ("Ctrl+K", "Ctrl+1", "Ctrl+Z", "F10", "Ctrl+N", "Esc", "Ctrl+Shift+O"):
        person.uses(keys_of)
    example.office.council.add_member("Achter Slot", "lid")
    assert example.window.page is before
    assert "Achter Slot" not in _shown_words(example, person)
    assert example.window.windowTitle() == "Samenspraak"

    person.types(tr("Passphrase"), "iets heel anders")
    person.presses(tr("Unlock"))
    person.sees_at(
        tr("Passphrase"), tr("This passphrase does not fit. Look at capitals and spaces.")
    )
    assert person.value_of(tr("Passphrase")) == ""
    person.types(tr("Passphrase"), "voorbeeldraad")
    person.key(Qt.Key.Key_Return)
    person.waits(lambda: not _locker(example).locked)
    assert example.window.windowTitle() == title
    assert example.window.page is before
    assert walk(example.window, (1.0,)) == []


def test_typed_words_are_in_the_file_before_the_lock_is_there(our_council: Desk, person: Person):
    from desktop.ui.council.profile import ProfilePage

    our_council.window.open_page(ProfilePage(our_council))
    person.types(tr("Place"), "Rarekiek")
    person.uses("Ctrl+L")
    person.sees(tr("Samenspraak is locked"))
    assert our_council.office.council.profile().place == "Rarekiek"


def test_the_sheet_opens_the_lock_too(our_council: Desk, person: Person):
    code = key_desk.sheet_code(our_council.office, OLD)
    person.uses("Ctrl+L")
    person.presses(tr("Passphrase forgotten"))
    assert walk(our_council.window) == []
    person.types(tr("Code on the recovery sheet"), code)
    person.types(tr("New passphrase"), NEW)
    person.types(tr("The same once more"), NEW)
    person.presses(tr("Unlock"))
    person.waits(lambda: not _locker(our_council).locked)
    assert _opens(our_council.office.path, NEW)


def test_resting_locks_after_the_chosen_minutes(our_council: Desk, person: Person):
    locker, clock = _locker(our_council), [1_000.0]
    locker.now = lambda: clock[0]
    _act(our_council)
    _to_keys(our_council, person)
    clock[0] += 86_400
    locker.look()
    assert not locker.locked, "off is the default"

    _act(our_council)
    person.chooses(tr("Lock by itself when nobody types"), tr("after {n} minutes", n=5))
    assert preferences.load().lock_after == 5
    clock[0] += 299
    locker.look()
    assert not locker.locked
    _act(our_council)
    clock[0] += 299
    locker.look()
    assert not locker.locked, "the mouse moved meanwhile"
    clock[0] += 2
    locker.look()
    assert locker.locked


def _act(desk: Desk) -> None:
    handle = desk.window.windowHandle()
    place = QPointF(5, 5)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(handle, moved)


def test_a_key_counts_as_being_there(our_council: Desk):
    locker, clock = _locker(our_council), [5_000.0]
    locker.now = lambda: clock[0]
    for key in (Qt.Key.Key_A, Qt.Key.Key_F6):  # F6 is a command of the window
        clock[0] += 100
        QTest.keyClick(our_council.window.windowHandle(), key)
        assert locker._last == clock[0]


def test_a_meeting_goes_on_behind_the_lock_and_is_not_locked_on_the_wall(
    example: Desk, person: Person
):
    window, locker, clock = example.window, _locker(example), [1_000.0]
    locker.now = lambda: clock[0]
    meeting = example.office.plan.meetings()[0].id
    page = RunningPage(example, meeting)
    window.open_page(page)
    window.keep(preferences.with_lock_after(window.chosen, 15))
    _act(example)

    window.showFullScreen()
    clock[0] += 3_600
    locker.look()
    assert not locker.locked, "everybody looks at it"
    window.showNormal()
    locker.look()
    assert locker.locked
    person.sees(tr("The clock of the meeting goes on."))
    assert page._clock_tick.isActive()
    assert walk(window) == []
    person.types(tr("Passphrase"), "voorbeeldraad")
    person.presses(tr("Unlock"))
    person.waits(lambda: not locker.locked)
    assert window.page is page


def test_starting_again_does_not_get_round_the_lock(
    app: App, our_council: Desk, person: Person, qtbot
):
    path = our_council.office.path
    person.uses("Ctrl+L")
    person.sees(tr("Samenspraak is locked"))
    our_council.window.close()
    app.desk = None
    app.begin(path)
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.waits(lambda: isinstance(app.start_window.page, UnlockPage))
    person.types(tr("Passphrase"), "iets heel anders")
    person.presses(tr("Open"))
    person.sees_at(
        tr("Passphrase"), tr("This passphrase does not fit. Look at capitals and spaces.")
    )
    person.types(tr("Passphrase"), OLD)
    person.presses(tr("Open"))
    assert app.desk is not None
    assert not preferences.is_locked(preferences.load(), path)


def test_a_council_without_its_key_file_does_not_lock_itself_out(our_council: Desk, person: Person):
    vault.key_path(our_council.office.path).unlink()
    locker = _locker(our_council)
    locker._door = key_desk.Door(our_council.office.path)
    person.uses("Ctrl+L")
    person.sees(tr("The key file is missing. Use your recovery sheet."))
    assert not locker.locked


def test_the_stick_may_be_out_while_the_window_is_locked(our_council: Desk, person: Person):
    person.uses("Ctrl+L")
    vault.key_path(our_council.office.path).unlink()
    person.types(tr("Passphrase"), OLD)
    person.presses(tr("Unlock"))
    assert not _locker(our_council).locked


@pytest.mark.parametrize(
    "page", [KeysPage, PassphrasePage, ForgottenPage, SheetAgainPage, NewKeyPage]
)
def test_empty_forms_say_what_is_missing(example: Desk, page):
    made = page(example)
    example.window.open_page(made)
    if page is not KeysPage:
        with pytest.raises(CouncilError):
            made.do(dict.fromkeys(made._form.rows, ""))
    assert example.today() == date(2026, 3, 10)
