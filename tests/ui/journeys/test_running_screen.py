"""The meeting screen itself: no word cut, typing is kept, Esc closes a panel, undo takes back."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.meetings.running.stops import Stop
from desktop.ui.meetings.running.view import RunningPage
from tests.ui.driver import Person
from tests.ui.walk import walk

WORDS = "Joop vraagt of een gift ook kan."


@pytest.fixture
def meeting(example: Desk, today: date) -> int:
    """The next meeting, just opened, with everyone there."""
    number = next(
        row.id
        for row in example.office.plan.meetings()
        if row.kind == "own" and row.starts.date() > today
    )
    example.office.running.open(number, datetime.combine(today, datetime.now().time()))
    example.office.running.attendance.all_here(number)
    example.window.open_page(RunningPage(example, number))
    return number


def test_nothing_is_cut_or_nameless(example: Desk, meeting: int, today: date) -> None:
    running = example.office.running
    view = running.view(meeting, today)
    assert view.current is not None
    running.attendance.ask_turn(view.current.id, view.people[1].row.id)
    running.add_action(view.current.id, "Bellen met het Werkplein", today, "Henk Terpstra")
    assert walk(example.window) == []


def test_in_a_small_window_nothing_is_cut_at_twice_the_text_size(
    example: Desk, meeting: int
) -> None:
    example.window.resize(900, 700)
    assert walk(example.window, (2.0,)) == []


def test_a_long_title_leaves_the_whole_screen_in_sight(
    example: Desk, person: Person, meeting: int, today: date
) -> None:
    """The chair of a laptop with a low screen never scrolls to the button that goes on."""
    running, page = example.office.running, example.window.page
    assert isinstance(page, RunningPage)
    touched = next(item for item in running.view(meeting, today).items if "vervoer" in item.title)
    title = "Advies over leerlingenvervoer en wat ouders en leerlingen in Duinrede daarvan merken"
    example.office.agenda.change(touched.id, title=title)
    running.go_to(touched.id, datetime.combine(today, datetime.now().time()))
    person.sees(title, "Samira Aydin is bestuurslid")
    example.window.resize(1280, 690)
    area = page.findChild(QScrollArea)
    assert area is not None
    for _ in range(12):  # nested layouts settle one level at a time
        QApplication.processEvents()
    assert area.height() == page.height()
    assert area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("keys", ["Ctrl+Shift+S", "Ctrl+Shift+T", "Ctrl+Shift+U", "Shift+F7"])
def test_no_panel_cuts_its_words(example: Desk, person: Person, meeting: int, keys: str) -> None:
    person.uses(keys)
    assert walk(example.window, (1.0, 2.0)) == []


def test_typing_is_kept_without_a_button(
    example: Desk, person: Person, meeting: int, today: date
) -> None:
    def kept() -> str:
        return example.office.running.view(meeting, today).items[0].notes

    person.uses("Ctrl+Shift+E")
    person.writes(WORDS)
    person.waits(lambda: kept() == WORDS)
    person.writes(" Wim wacht af.")
    person.uses("Ctrl+Return")  # at once to the next item: nothing is lost
    assert kept() == f"{WORDS} Wim wacht af."


def test_a_standard_sentence_comes_where_the_cursor_is(
    example: Desk, person: Person, meeting: int, today: date
) -> None:
    person.uses("Ctrl+Shift+E")
    person.writes("Goedemiddag.")
    person.uses("Ctrl+Shift+F")
    person.presses("De voorzitter opent de vergadering en heet iedereen welkom.")
    notes = example.office.running.view(meeting, today).items[0].notes
    assert notes == "Goedemiddag. De voorzitter opent de vergadering en heet iedereen welkom."
    assert person.focus().accessibleName() == tr("Notes")


def test_esc_closes_the_panel_and_then_the_screen(
    example: Desk, person: Person, meeting: int
) -> None:
    page = example.window.page
    person.uses("Ctrl+Shift+B")
    person.sees(tr("What do you decide?"))
    person.key(Qt.Key.Key_Escape)
    assert tr("What do you decide?") not in person.screen()
    assert example.window.page is page
    person.key(Qt.Key.Key_Escape)
    assert example.window.page is not page
    assert example.window.side.isVisible()


def test_the_arrows_go_along_the_people(example: Desk, person: Person, meeting: int) -> None:
    person.uses("Ctrl+Shift+W")
    first = person.focus()
    assert isinstance(first, Stop)
    person.key(Qt.Key.Key_Down)
    second = person.focus()
    assert isinstance(second, Stop)
    assert second.key != first.key
    person.key(Qt.Key.Key_Tab)
    assert not isinstance(person.focus(), Stop)


def test_a_locked_change_says_why(example: Desk, person: Person, meeting: int, today: date) -> None:
    person.uses("Ctrl+Shift+S")
    person.writes("Wij gaan akkoord.")
    person.types(tr("For"), "9")
    person.presses(tr("Keep the vote"))
    person.uses("Ctrl+Shift+W")
    person.key(Qt.Key.Key_Return)
    person.presses(tr("Stays out for item {number}", number="1"))
    person.sees("Over punt 1 is gestemd. Wie er toen was, kan niet meer veranderen.")


def test_the_rules_for_voting_are_kept(example: Desk, person: Person, meeting: int) -> None:
    person.presses(tr("More"))
    person.presses(tr("Our rules for voting"))
    person.ticks(tr("The chair votes too"))
    person.presses(tr("Keep the rules"))
    source = tr("{label} (optional)", label=tr("Where does it stand?"))
    person.sees_at(source, tr("Where does this stand? For example: article 4 of the ordinance."))
    person.types(source, "artikel 7")
    person.presses(tr("Keep the rules"))
    person.sees(tr("Vote: {n} members can vote", n=8))


def test_a_talk_says_who_is_there_and_not_that_they_are_too_few(
    example: Desk, person: Person, today: date
) -> None:
    talk = next(row.id for row in example.office.plan.coming(today) if row.kind == "alderman")
    example.office.agenda.add(talk, "Kennismaken")
    example.office.running.open(talk, datetime.combine(today, datetime.now().time()))
    example.window.open_page(RunningPage(example, talk))
    person.sees(tr("{present} of {members} members", present=0, members=9))
    assert "te weinig om te besluiten" not in person.screen()
