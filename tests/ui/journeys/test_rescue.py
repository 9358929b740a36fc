"""The disk fails for good: what was typed is kept, and the council goes on in another place."""

import shutil
from pathlib import Path

import pytest

from desktop.i18n import tr
from desktop.services import care
from desktop.services import office as offices
from desktop.ui.advice.draft import DraftPage
from desktop.ui.app import App
from desktop.ui.council.profile import ProfilePage
from desktop.ui.desk import Desk
from desktop.ui.places import open_dossier
from tests.ui.driver import Person
from tests.ui.walk import walk

WORDS = "Wij adviseren de taxipas te behouden."


@pytest.fixture
def stick(tmp_path: Path, our_council: Desk) -> Path:
    """The folder of the council file; pulling it out moves it away."""
    return our_council.office.path.parent


def write_on(desk: Desk, day) -> int:
    number = desk.office.dossiers.start("Taxipas", day, kind="unasked")
    open_dossier(desk, number, "draft")
    assert isinstance(desk.window.page, DraftPage)
    desk.window.page.open_part("summary")
    desk.window.page.paper.writing.setFocus()
    return number


def take_away(desk: Desk, to: Path) -> None:
    """Move the council file away while it is open, as a synchronising program may do."""
    to.mkdir()
    for path in desk.office.path.parent.glob("Raad.samenspraak*"):
        path.rename(to / path.name)


def test_everything_goes_on_in_another_place(
    app: App, person: Person, our_council: Desk, tmp_path: Path, monkeypatch, today, qtbot
):
    number = write_on(our_council, today)
    take_away(our_council, tmp_path / "weg")
    monkeypatch.setattr(Desk, "choose_folder", lambda _self, _title: tmp_path / "nieuw")
    person.writes(WORDS)
    person.sees(
        tr("Your last words are not saved yet."),
        tr("The council file is not in its place any more. Was it moved or thrown away?"),
    )
    assert walk(our_council.window) == []
    person.presses(tr("Save in another place"))
    assert app.desk
    assert app.desk is not our_council
    qtbot.waitUntil(app.desk.window.isActiveWindow)
    person.sees("Alles is bewaard. U werkt nu in")
    assert walk(app.desk.window) == []
    office = app.desk.office
    assert office.path == tmp_path / "nieuw" / "Raad.samenspraak"
    assert office.dossiers.view(number, today).sections["summary"] == WORDS
    assert office.store.actor == our_council.office.store.actor
    office.council.add_member("Nieuw lid", "lid")
    assert care.check(office).sound
    app.desk.window.close()
    app.desk = None
    again = offices.open_office(office.path, passphrase="vier natte blauwe stoelen")
    assert "Nieuw lid" in [member.name for member in again.council.members()]
    again.close()
    # Where it was, the file is whole as well, up to the moment that it went away.
    there = offices.open_office(tmp_path / "weg" / "Raad.samenspraak")
    assert there.dossiers.view(number, today).dossier.title == "Taxipas"
    there.close()


def test_words_wait_until_the_disk_is_there_again(
    person: Person, our_council: Desk, tmp_path: Path, today
):
    number = write_on(our_council, today)
    take_away(our_council, tmp_path / "weg")
    person.writes(WORDS)
    person.sees(tr("Your last words are not saved yet."))
    page = our_council.window.page
    our_council.window.show_area("today")
    assert our_council.window.page is page, "words that are saved nowhere may not leave the screen"
    assert not our_council.window.close()
    person.sees(tr("Save them first. Or go on without them: then they are gone."))
    assert walk(our_council.window) == []
    for path in (tmp_path / "weg").iterdir():
        shutil.move(path, our_council.office.path.parent / path.name)
    person.presses(tr("Try again"))
    assert our_council.office.dossiers.view(number, today).sections["summary"] == WORDS
    our_council.window.show_area("today")
    assert our_council.window.page is not page


def test_going_on_without_the_words(person: Person, our_council: Desk, tmp_path: Path, today):
    write_on(our_council, today)
    take_away(our_council, tmp_path / "weg")
    person.writes(WORDS)
    person.sees(tr("Your last words are not saved yet."))
    our_council.window.show_area("today")
    person.presses(tr("Go on without them"))
    assert our_council.window.close()


def test_a_form_that_saves_itself_keeps_what_the_disk_refused(
    person: Person, our_council: Desk, tmp_path: Path, monkeypatch, app: App, qtbot
):
    our_council.window.open_page(ProfilePage(our_council))
    take_away(our_council, tmp_path / "weg")
    person.types(tr("Place"), "Nieuw-Duinrede")
    page = our_council.window.page
    our_council.window.show_area("today")
    assert our_council.window.page is page
    assert person.value_of(tr("Place")) == "Nieuw-Duinrede"
    monkeypatch.setattr(Desk, "choose_folder", lambda _self, _title: tmp_path / "nieuw")
    person.presses(tr("Save in another place"))
    assert app.desk
    qtbot.waitUntil(app.desk.window.isActiveWindow)
    assert app.desk.office.council.profile().place == "Nieuw-Duinrede"


def test_words_that_were_not_told_yet_stay_when_something_else_changes(our_council: Desk, today):
    number = write_on(our_council, today)
    page = our_council.window.page
    assert isinstance(page, DraftPage)
    page.paper.writing.insert_markdown(WORDS)
    page.paper.writing.clearFocus()
    our_council.office.dossiers.note_event(number, today, "Gebeld")
    assert page.paper.markdown() == WORDS
    assert our_council.office.dossiers.view(number, today).sections["summary"] == WORDS
