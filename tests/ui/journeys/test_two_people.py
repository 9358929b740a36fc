"""Henk has the file open on one laptop; Fatima opens it on another and looks along."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from desktop.i18n import tr
from desktop.models import lock
from desktop.services import office as offices
from desktop.services.office import Office
from desktop.ui.app import App
from desktop.ui.pictures import walk_screens
from tests.example import example as example_council
from tests.ui.driver import Person
from tests.ui.walk import walk


@pytest.fixture
def henk(tmp_path: Path, today):
    """The council as Henk has it open on another laptop."""
    office = example_council(tmp_path / "gedeeld", today)
    _from_elsewhere(office, datetime.now())
    yield office
    office.close()


def _from_elsewhere(office: Office, sign: datetime) -> None:
    path = lock.lock_path(office.path)
    guard = office.store.guard
    held = lock.read(path)
    assert guard is not None
    assert held is not None
    lock._write(path, lock.Holder("Henk Terpstra", "laptop-henk", 1, held.token, sign, sign))


def follow(app: App) -> None:
    """Let the window look now, instead of after three seconds."""
    assert app.desk
    store = app.desk.office.store
    assert store.guard
    assert any(timer.isActive() for timer in app.desk.window.findChildren(QTimer))
    store.guard.keep_up(store)


def test_looking_along_while_somebody_else_works(app: App, person: Person, henk: Office, qtbot):
    app.begin(henk.path)
    assert app.start_window
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.sees("Henk Terpstra werkt in dit bestand, op laptop-henk.")
    assert walk(app.start_window) == []
    person.presses(tr("Look along"))
    assert app.desk
    qtbot.waitUntil(app.desk.window.isActiveWindow)
    person.sees(tr("You look along in this file, so you cannot change anything."))

    henk.dossiers.start("Nieuwe buurtbus", datetime(2026, 3, 10).date())
    app.desk.window.show_area("advice")
    follow(app)
    person.sees("Nieuwe buurtbus")
    assert not app.desk.attempt(lambda: app.desk.office.council.add_member("Ik", "lid"))
    assert walk(app.desk.window) == []


def test_every_screen_can_be_read_while_looking_along(app: App, henk: Office, qtbot):
    before = henk.path.read_bytes()
    desk = app.open(offices.look_along(henk.path, passphrase="voorbeeldraad"))
    for name, go in walk_screens(desk):
        go()
        qtbot.wait(50)
        assert desk.window.page is not None, name
        assert not desk.window.side.saved.words().startswith("Nog niet"), name
    assert desk.window.close()
    app.desk = None
    assert henk.path.read_bytes() == before


@pytest.mark.parametrize(
    ("ago", "told"),
    [(timedelta(hours=5), "De app daar laat niets meer horen sinds"), (timedelta(-365), "de klok")],
)
def test_a_file_that_was_left_behind_is_taken_over(
    app: App, person: Person, henk: Office, qtbot, ago: timedelta, told: str
):
    _from_elsewhere(henk, datetime.now() - ago)
    app.begin(henk.path)
    assert app.start_window
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.sees(tr("Is nobody working in it any more?"), told)
    person.presses(tr("Take over the file"))
    assert app.desk
    qtbot.waitUntil(app.desk.window.isActiveWindow)
    assert app.desk.attempt(lambda: app.desk.office.council.add_member("Ik", "lid"))
    assert henk.store.guard is not None
    henk.store.guard.keep_up(henk.store)
    assert henk.store.closed_because
