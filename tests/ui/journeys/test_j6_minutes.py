"""J6: the minutes the same evening: written, sent round, remarks, two versions; then adopted."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desktop.i18n import tr
from desktop.services import office as offices
from desktop.services.office import Office
from desktop.ui.app import App
from desktop.ui.desk import Desk
from desktop.ui.meetings.bring_in import BringInPage
from desktop.ui.meetings.lists import ListsPage
from desktop.ui.meetings.minutes import MinutesPage
from desktop.ui.meetings.minutes_places import open_minutes
from desktop.ui.meetings.ready import ReadyPage
from tests.data.held_meeting import Held, hold
from tests.ui.driver import Person
from tests.ui.walk import cut, nameless

MOST_STEPS = 10
WORDS = "Samira stuurt het plan rond. Dit punt gaat naar 19 maart."
REMARK = "Joop belde drie keer."
OLD = Path(__file__).parents[2] / "data" / "SYN_03_notulen_actielijst_volgnummer.txt"


@pytest.fixture
def today() -> date:
    return date(2026, 3, 20)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made, _code = offices.make(tmp_path / "Raad.samenspraak", "een geheime zin", cost=2**12)
    return made


@pytest.fixture
def held(office: Office) -> Held:
    return hold(office.store)


@pytest.fixture
def desk(app: App, qtbot, office: Office, held: Held) -> Desk:
    office.store.actor = "Henk Terpstra"
    desk = app.open(office)
    desk.window.resize(1280, 720)
    qtbot.waitUntil(desk.window.isActiveWindow)
    return desk


def test_from_the_notes_to_adopted_minutes(desk: Desk, person: Person, held: Held, tmp_path: Path):
    minutes = desk.office.minutes
    open_minutes(desk, held.meeting)
    person.waits(lambda: isinstance(desk.window.page, MinutesPage))
    person.writes(WORDS)  # the cursor stands in the first item that has no words yet
    person.presses(tr("See the minutes"))
    assert minutes.view(held.meeting).items[7].item.notes == WORDS
    person.sees(tr("Nothing is missing"), tr("No private data were found"))

    person.presses(tr("Send the minutes round"))
    folder = tmp_path / tr("Meetings")
    names = [path.name for path in folder.iterdir()]
    assert len([name for name in names if "intern" in name]) == 3  # Word, PDF and the e-mail
    assert len([name for name in names if "openbaar" in name]) == 2

    person.presses(tr("Remarks of members"))
    person.types(tr("Who says it?"), "Joop")
    person.chooses(tr("About which item?"), "6. Taxipas: nog geen antwoord")
    person.types(tr("What must change?"), REMARK)
    person.presses(tr("Note the remark"))
    told = tr("Item {number}: {text}", number="6", text=REMARK)
    person.presses(f"{tr('Take over')}: {told}")

    person.presses(tr("Adopt"))
    person.presses(tr("Adopt the minutes"))
    person.sees(tr("The minutes are adopted and kept for good."))
    view = minutes.view(held.meeting)
    assert view.adopted
    assert view.meeting.adopted_changes == told
    assert minutes.view(held.next).items[0].item.notes == f"- {told}"
    assert len(person.steps) <= MOST_STEPS, person.steps


def test_adopted_minutes_open_as_paper_and_never_as_text(desk: Desk, person: Person, held: Held):
    desk.office.minutes.adoption.decide(held.meeting, held.next, "presented")
    desk.window.open_page(MinutesPage(desk, held.meeting))  # as from an old search result
    person.presses(tr("See the minutes"))
    assert isinstance(desk.window.page, ReadyPage)
    open_minutes(desk, held.meeting)
    assert isinstance(desk.window.page, ReadyPage)
    person.sees(tr("These minutes are adopted"), tr("Kept for good"))
    person.goes_to(tr("For members"))
    person.key(Qt.Key.Key_Right)
    person.presses(tr("Save Word and PDF"))
    person.sees(tr("Both versions are ready, as Word and PDF."))


def test_a_council_that_corrects_the_text_changes_it_at_the_remark(desk, person, held):
    minutes = desk.office.minutes
    minutes.adoption.set_convention("corrected")
    minutes.circulate(held.meeting)
    minutes.remark(held.meeting, "Joop", REMARK, held.items["6"])
    open_minutes(desk, held.meeting)
    person.presses(tr("Remarks"))
    told = tr("Item {number}: {text}", number="6", text=REMARK)
    person.presses(f"{tr('Take over')}: {told}")
    person.types(tr("The minutes say"), REMARK)
    person.presses(tr("Take it over like this"))
    person.sees(tr("taken over"))
    assert minutes.view(held.meeting).items[4].item.notes == REMARK


def test_postponed_until_next_time(desk: Desk, person: Person, held: Held):
    open_minutes(desk, held.meeting)
    person.presses(tr("See the minutes"))
    person.presses(tr("Adopt"))
    person.goes_to(tr("Adopt as they are"))
    person.key(Qt.Key.Key_Right)
    person.key(Qt.Key.Key_Right)
    person.presses(tr("Postpone the minutes"))
    person.sees(tr("The minutes come back at the next meeting."))
    assert not desk.office.minutes.view(held.meeting).adopted


def test_what_may_be_private_is_said_before_it_leaves(desk: Desk, person: Person, held: Held):
    desk.office.minutes.write(held.items["1"], "Ria is ziek.")
    desk.window.open_page(ReadyPage(desk, held.meeting))
    person.sees("“is ziek”", tr("Minutes never say why someone is away or how someone is."))
    person.presses(tr("Leave it"))
    person.sees(tr("No private data were found"))


def test_an_action_is_followed_from_the_list_to_its_end(desk: Desk, person: Person, held: Held):
    desk.window.open_page(ListsPage(desk, "actions"))
    person.sees("2 staan open, 2 zijn te laat.")
    person.goes_to(tr("Action list"), QTableView)
    person.key(Qt.Key.Key_Return)
    person.types(tr("Who does it?"), "Samira")
    person.types(tr("{label} (optional)", label=tr("In one sentence")), "Zij komt in april.")
    person.presses(tr("Close it"))
    person.sees(tr("This has ended"), "Zij komt in april.")
    closed = desk.office.lists.actions(state="done")
    assert [(row.number, row.owner) for row in closed] == [("A-2026-041", "Samira")]
    assert len(desk.office.lists.history("action", closed[0].id)) == 2


def test_a_new_promise_gets_the_next_number(desk: Desk, person: Person, held: Held):
    desk.window.open_page(ListsPage(desk, "promises"))
    person.presses(tr("New promise"))
    person.types(tr("What was promised?"), "De folder komt in gewone taal")
    person.types(tr("Who promised it?"), "Wethouder Hofstee")
    person.presses(tr("Keep"))
    numbers = [row.number for row in desk.office.lists.promises()]
    assert numbers == ["T-2026-010", "T-2026-009"]


def test_old_minutes_come_in_after_a_look(desk: Desk, person: Person, held: Held):
    page = BringInPage(desk)
    desk.window.open_page(page)
    page.take(OLD)
    person.sees(tr("What does this paper say?"), "5. Toelichting minimabeleid door mw. Dijkgraaf")
    person.ticks("20231214041  Blijft staan")
    person.presses(tr("Keep what is ticked"))
    person.waits(lambda: isinstance(desk.window.page, MinutesPage))
    numbers = {row.number for row in desk.office.lists.actions()}
    assert "20260319124" in numbers
    assert "20231214041" not in numbers


def test_every_screen_has_names_and_room(desk: Desk, qtbot, held: Held):
    minutes = desk.office.minutes
    minutes.circulate(held.meeting)
    minutes.remark(held.meeting, "Joop", REMARK, held.items["6"])
    for page in (
        ReadyPage(desk, held.meeting),
        ListsPage(desk, "actions"),
        ListsPage(desk, "decisions"),
        BringInPage(desk),
    ):
        desk.window.open_page(page)
        qtbot.waitUntil(lambda: cut(desk.window) == [])  # the pages of a preview come a bit later
        assert nameless(desk.window) == []
