"""J4: next month's agenda from last time's: fixed items, an advice, a member's item, then out."""

from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.item import ItemPage
from desktop.ui.meetings.meeting_form import MeetingPage
from desktop.ui.meetings.parking import ParkingPage
from desktop.ui.meetings.plan import SeriesPage
from desktop.ui.meetings.send import SendPage
from tests.ui.driver import Person
from tests.ui.walk import walk

MOST_STEPS = 10
ITEMS = 12


@pytest.fixture
def march(example: Desk) -> int:
    meeting = example.office.plan.next(example.today())
    assert meeting is not None
    return meeting.id


@pytest.fixture
def april(example: Desk, march: int) -> int:
    meeting = example.office.plan.following(march)
    assert meeting is not None
    return meeting.id


def titles(desk: Desk, meeting: int) -> list[str]:
    return [item.title for item in desk.office.agenda.items(meeting)]


def shorten(desk: Desk, person: Person, title: str, minutes: int) -> None:
    """Open an item with the arrows and Enter, take some minutes off, and go back."""
    page = desk.window.page
    assert isinstance(page, AgendaPage)
    person.goes_to(page.first_focus().accessibleName())
    for _ in range(titles(desk, page.meeting).index(title)):
        person.key(Qt.Key.Key_Down)
    person.steps.append(f"open {title}")
    person.key(Qt.Key.Key_Return)
    person.goes_to(tr("How many minutes?"))
    for _ in range(minutes):
        person.key(Qt.Key.Key_Down)
    person.steps.append("back")
    person.key(Qt.Key.Key_Escape)


def test_build_and_send_an_agenda(example: Desk, person: Person, april: int) -> None:
    office, window = example.office, example.window
    window.show_area("meetings")
    person.presses("Vergadering 4, donderdag 16 april om 13.30 uur · De Golfslag, Open")
    person.presses(tr("Make the agenda"))
    person.waits(lambda: len(titles(example, april)) == 8)
    person.presses(tr("Again {title}", title="Jongeren met schulden"))
    person.presses(tr("Move {title}", title="Wijkbezoek De Kreken"))
    advice = next(p for p in office.agenda.proposals.of(april) if "leerlingenvervoer" in p.title)
    person.presses(f"{advice.title}, {advice.why}, {tr('Add')}")
    person.presses(f"Gezonde lunch op school, Van Lies, 3 maart, {tr('Add')}")
    person.waits(lambda: len(titles(example, april)) == ITEMS)
    person.sees("5 minuten te lang")
    shorten(example, person, "Jongeren met schulden", 5)
    assert office.agenda.time(april).over == 0
    person.presses(tr("Send the agenda"))
    person.presses(tr("Send the agenda"))

    meeting = office.plan.meeting(april)
    assert meeting.state == "sent"
    assert [item.number for item in office.agenda.items(april)] == [
        str(number) for number in range(1, ITEMS + 1)
    ]
    assert "Verslag van 12 februari" in titles(example, april)
    folder = office.path.parent / tr("Meetings") / "2026-04-16"
    names = {path.name for path in folder.iterdir()}
    for kind in ("Convocatie", "Agenda", "Ledenblad", "Voorzittersscript"):
        assert {f"{kind} 2026-04-16.docx", f"{kind} 2026-04-16.pdf"} <= names
    assert {"Alle stukken 2026-04-16.pdf", "Vergadering 4 2026-04-16.ics"} <= names
    mails = [message_from_bytes(path.read_bytes()) for path in folder.glob("*.eml")]
    by_post = sum(one.by_post for one in office.papers.receivers(april))
    members = len(office.council.members(meeting.starts.date()))
    assert sum(mail["To"].count("@") for mail in mails) == members - by_post
    assert len(person.steps) <= MOST_STEPS, person.steps


def test_the_order_changes_by_keyboard(example: Desk, person: Person, march: int) -> None:
    example.window.open_page(AgendaPage(example, march))
    before = titles(example, march)
    for _ in range(6):
        person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    person.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = titles(example, march)
    assert moved == [*before[:4], before[6], *before[4:6], *before[7:]]
    assert before[6] in person.focus().accessibleName()
    person.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    numbers = example.office.agenda.numbers(march)
    part = next(i for i in example.office.agenda.items(march) if i.title == before[6])
    assert numbers[part.id] == "4a"
    person.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert titles(example, march) == moved
    person.key(Qt.Key.Key_Return)
    assert isinstance(example.window.page, ItemPage)


def test_an_item_is_dragged_with_the_mouse(example: Desk, qtbot, march: int) -> None:
    page = AgendaPage(example, march)
    example.window.open_page(page)
    before = titles(example, march)
    boxes = page.first_focus().parentWidget()
    stops = boxes.stops()
    source, target = stops[3], stops[1]
    start = QPoint(40, source.height() // 2)
    end = source.mapFromGlobal(target.mapToGlobal(QPoint(40, target.height() // 2)))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(source, start + QPoint(0, -30))
    QTest.mouseMove(source, end)
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=end)
    assert titles(example, march) == [before[0], before[3], before[1], before[2], *before[4:]]


def test_hand_in_an_item_and_say_why_not(example: Desk, person: Person) -> None:
    window, agenda = example.window, example.office.agenda
    window.show_area("meetings")
    person.presses(tr("Hand in an item"))
    person.presses(tr("Keep"))
    person.sees(tr("Give the agenda item a name."))
    person.goes_to(tr("What should we talk about?"))
    person.writes("Fietspad langs de school")
    person.goes_to(tr("Who hands it in?"))
    person.writes("Joop")
    person.presses(tr("Keep"))
    item = agenda.waiting()[-1]
    assert (item.title, item.handed_in_by, item.state) == (
        "Fietspad langs de school",
        "Joop",
        "handed_in",
    )
    window.open_page(ItemPage(example, item.id))
    person.presses(tr("Do not place"))
    person.sees(tr("Say in one sentence why it is not placed."))
    person.writes("Dit hoort bij de wijkraad.")
    person.presses(tr("Do not place"))
    assert agenda.item(item.id).state_reason == "Dit hoort bij de wijkraad."


def test_plan_a_year(our_council: Desk, person: Person) -> None:
    our_council.window.show_area("meetings")
    person.presses(tr("Plan the year"))
    person.presses(tr("Plan a series"))
    person.goes_to(tr("First day"))
    person.writes("15 januari 2026")
    person.presses(tr("Plan these meetings"))
    assert len(our_council.office.plan.meetings(2026)) == 10
    person.presses(tr("Calendar file"))
    person.presses(tr("Word and PDF"))
    folder: Path = our_council.office.path.parent / tr("Meetings")
    assert {path.suffix for path in folder.iterdir()} == {".ics", ".docx", ".pdf"}


def test_moving_a_meeting_needs_a_time_one_can_read(example: Desk, person: Person, march: int):
    page = MeetingPage(example, march)
    example.window.open_page(page)
    field = person.goes_to(tr("Begins at"))
    field.selectAll()
    person.writes("straks")
    page.leave()
    person.sees(tr("Write the time like 13.30."))
    field.selectAll()
    person.writes("14:00")
    page.leave()
    moved = example.office.plan.meeting(march)
    assert (moved.starts.hour, moved.calendar_version) == (14, 1)


def test_a_paper_is_kept_for_the_members(example: Desk, person: Person, march: int) -> None:
    agenda = example.office.agenda
    paper = next(one for one in agenda.papers(march) if agenda.item(one.item_id).public)
    example.window.open_page(AgendaPage(example, march))
    example.window.open_page(ItemPage(example, paper.item_id))
    person.ticks(tr("Only for members: {name}", name=paper.name))
    assert next(one.internal for one in agenda.papers(march) if one.id == paper.id)
    box = person.goes_to(tr("Only for members: {name}", name=paper.name))
    person.uses("Ctrl+Z")
    person.waits(lambda: not box.isChecked(), "undo takes the tick away")
    person.ticks(tr("Only for members: {name}", name=paper.name))
    person.sees(tr("Only for members: not in the public papers"))
    person.ticks(tr("Closed: not in the public agenda and minutes"))
    person.waits(
        lambda: tr("Only for members: not in the public papers") not in person.screen(),
        "of a closed item no paper is public",
    )
    person.ticks(tr("Closed: not in the public agenda and minutes"))
    person.sees(tr("Only for members: not in the public papers"))
    example.window.back()
    person.sees("1 alleen voor leden")


def test_who_left_stays_the_chair_of_a_meeting_that_is_changed(example: Desk, march: int):
    plan = example.office.plan
    gone = example.office.council.add_member("Tine de Wit", until=date(2026, 1, 1))
    plan.change(march, chair_id=gone)
    page = MeetingPage(example, march)
    example.window.open_page(page)
    page._form.set_values({"title": "Vergadering over vervoer", "time": "straks"})
    page._form.changed.emit()
    found = plan.meeting(march)
    assert (found.title, found.chair_id) == ("Vergadering over vervoer", gone)


def test_every_further_screen_can_be_walked(example: Desk, march: int) -> None:
    """Walk what lies behind the agenda and the year plan; those are in ``walk_screens``."""
    waiting = example.office.agenda.waiting()[0].id
    pages = (
        lambda: ItemPage(example, waiting),
        lambda: MeetingPage(example, march),
        lambda: SeriesPage(example),
        lambda: SendPage(example, march),
        lambda: ParkingPage(example),
    )
    for make in pages:
        example.window.show_area("meetings")
        example.window.open_page(make())
        assert walk(example.window, (1.0, 2.0)) == [], type(example.window.page).__name__
