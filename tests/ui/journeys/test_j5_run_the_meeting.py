"""J5: a chair runs the meeting on a laptop, by keyboard: late, out of order, urgent, a vote."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.i18n import tr
from desktop.services.meetings.running import RunningView
from desktop.ui.desk import Desk
from desktop.ui.meetings.running.view import RunningPage
from tests.ui.driver import Person

MOST_STEPS = 40
MINORITY = "De norm is te laag voor gezinnen met drie kinderen."


@pytest.fixture
def meeting(example: Desk, today: date) -> int:
    """The next meeting of the example council, with the screen for it open."""
    number = next(
        row.id
        for row in example.office.plan.meetings()
        if row.kind == "own" and row.starts.date() > today
    )
    example.window.open_page(RunningPage(example, number))
    return number


class Chair:
    """The chair at the keyboard: goes along a list with the arrows and presses Enter."""

    def __init__(self, desk: Desk, person: Person, meeting: int) -> None:
        self.desk, self.person, self.meeting = desk, person, meeting

    def view(self) -> RunningView:
        """Return the meeting as the file has it."""
        return self.desk.office.running.view(self.meeting, self.desk.today())

    def number(self) -> str:
        """Return the number of the current item."""
        current = self.view().current
        return current.number if current is not None else ""

    def picks(self, keys: str, begin: str) -> None:
        """Go to a list with *keys*, to the line that begins with *begin*, and press Enter."""
        self.person.uses(keys)
        self.person.key(Qt.Key.Key_Home)
        for _ in range(30):
            if self.person.focus().accessibleName().startswith(begin):
                break
            self.person.key(Qt.Key.Key_Down)
        assert self.person.focus().accessibleName().startswith(begin), begin
        self.person.uses("Return")

    def finds(self, name: str, act: str) -> None:
        """Note *act* about the person called *name*."""
        self.picks("Ctrl+Shift+W", name)
        self.person.presses(act)


def test_run_the_meeting(example: Desk, person: Person, meeting: int) -> None:
    chair = Chair(example, person, meeting)
    everyone_comes_in(chair)
    out_of_order(chair)
    something_urgent(chair)
    the_advice(chair)
    no_time_for_the_rest(chair)
    check_the_record(chair.view())
    check_the_lists(example, meeting)
    assert len(person.steps) <= MOST_STEPS, person.steps


def everyone_comes_in(chair: Chair) -> None:
    """Lies sent word, and Wim is not there yet."""
    person = chair.person
    person.uses("Ctrl+Return")
    person.sees("1. Opening", tr("You say now"))
    chair.finds("Lies Smit", tr("Absent with notice"))
    chair.finds("Wim de Boer", tr("Absent without notice"))
    person.presses(tr("Everyone is here"))
    person.sees(tr("{present} of {members}: you may decide", present=7, members=9))


def out_of_order(chair: Chair) -> None:
    """Item 5 goes before item 3, and Wim comes in at item 3."""
    person = chair.person
    person.uses("Ctrl+Return")
    chair.picks("Ctrl+Shift+G", "5.")
    person.presses(tr("Treat it now"))
    assert chair.number() == "5"
    person.uses("Ctrl+Shift+E")
    person.writes("Het verslag klopt.")
    person.uses("Ctrl+Return")
    assert chair.number() == "3"
    chair.finds("Wim de Boer", tr("Comes in now, from item {number}", number="3"))
    person.sees(tr("from item {number}", number="3"))


def something_urgent(chair: Chair) -> None:
    """A new item goes after this one; it brings a promise and an action."""
    person = chair.person
    person.uses("Ctrl+Shift+U")
    person.writes("De bus stopt niet meer bij het Werkplein")
    person.presses(tr("Put it after this item"))
    person.uses("Ctrl+Return")
    assert chair.number() == "13"
    person.uses("Ctrl+Shift+T")
    person.writes("De wethouder belt het busbedrijf.")
    person.types(tr("Who promises it?"), "wethouder Hofstee")
    person.types(tr("Ready before"), "1 april 2026")
    person.key(Qt.Key.Key_Return)
    person.uses("Ctrl+Shift+A")
    person.writes("Een bericht op de website zetten.")
    person.types(tr("Who does it?"), "Joop Kramer")
    person.presses(tr("Keep the action"))


def the_advice(chair: Chair) -> None:
    """Samira stays out of it; the other seven vote, and one of them thinks otherwise."""
    person = chair.person
    chair.picks("Ctrl+Shift+G", "7.")
    person.presses(tr("Treat it now"))
    chair.finds("Samira Aydin", tr("Stays out for item {number}", number="7"))
    person.uses("Ctrl+Shift+S")
    person.sees(tr("Vote: {n} members can vote", n=7))
    person.types(tr("For"), "7")
    person.types(tr("Against"), "1")
    person.types(tr("{label} (optional)", label=tr("Another opinion")), MINORITY)
    person.presses(tr("Keep the vote"))
    person.sees_at(
        tr("For"),
        tr("There are {cast} votes, but {present} members were present.", cast=8, present=7),
    )
    person.types(tr("For"), "6")
    person.presses(tr("Keep the vote"))
    person.uses("Ctrl+Shift+A")
    person.writes("De brief opmaken.")
    person.types(tr("Who does it?"), "Henk Terpstra")
    person.types(tr("Ready before"), "26 maart 2026")
    person.key(Qt.Key.Key_Return)


def no_time_for_the_rest(chair: Chair) -> None:
    """The last item comes now, and the chair closes the meeting."""
    person = chair.person
    chair.picks("Ctrl+Shift+G", "12.")
    person.presses(tr("Treat it now"))
    person.presses(tr("More"))
    person.presses(tr("Close the meeting"))
    person.presses(tr("Close the meeting"))
    person.sees(tr("The meeting is closed"))


def check_the_record(after: RunningView) -> None:
    """Numbers stayed, the record follows the order, and nothing got lost."""
    order = [item.number for item in sorted(after.items, key=lambda i: i.turn or 99) if item.turn]
    assert order == ["1", "2", "5", "3", "13", "7", "12"]
    assert [item.number for item in after.items][:5] == ["1", "2", "3", "13", "4"]
    back = {item.number for item in after.items if item.state == "carried"}
    assert back == {"4", "6", "8", "9", "10", "11"}
    assert next(i.notes for i in after.items if i.number == "5") == "Het verslag klopt."


def check_the_lists(desk: Desk, meeting: int) -> None:
    """Two actions, one promise, and a vote that the dossier of the advice took over."""
    lists = desk.office.lists
    assert [(a.text, a.owner) for a in lists.actions(meeting=meeting)] == [
        ("Een bericht op de website zetten.", "Joop Kramer"),
        ("De brief opmaken.", "Henk Terpstra"),
    ]
    (promise,) = lists.promises(meeting=meeting)
    assert (promise.by_whom, promise.due) == ("wethouder Hofstee", date(2026, 4, 1))
    (decision,) = lists.decisions(meeting=meeting)
    assert (decision.votes_for, decision.votes_against, decision.present) == (6, 1, 7)
    assert decision.minority_view == MINORITY
    assert decision.dossier_id is not None
    record = desk.office.dossiers.view(decision.dossier_id, desk.today()).decision
    assert record is not None
    assert (record.present, record.quorum, record.votes_for) == (7, 5, 6)
    assert record.minority_view == MINORITY
