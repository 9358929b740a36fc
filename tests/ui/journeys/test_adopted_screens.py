"""A meeting whose minutes were adopted: its screens say so and offer reading, nothing else."""

import pytest
from PySide6.QtCore import Qt

from desktop.i18n import tr
from desktop.services.meetings.freezing import closed_words
from desktop.ui.desk import Desk
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.followed import FollowedPage
from desktop.ui.meetings.ready import ReadyPage
from desktop.ui.meetings.running.view import RunningPage
from tests.ui.driver import Person
from tests.ui.walk import walk


@pytest.fixture
def adopted(example: Desk) -> int:
    """The meeting of the sample council that was adopted."""
    meetings = example.office.plan.meetings()
    return next(row.id for row in meetings if row.minutes_state == "adopted")


def test_the_agenda_can_only_be_read(example: Desk, person: Person, adopted: int) -> None:
    before = example.office.agenda.items(adopted)
    example.window.open_page(AgendaPage(example, adopted))
    person.sees(tr("The meeting is closed"), closed_words())
    for words in (tr("Agenda item"), tr("Break"), tr("Meeting"), tr("Hand in an item")):
        assert words not in person.screen().splitlines()
    assert walk(example.window, (1.0, 2.0)) == []
    second = example.office.agenda.items(adopted)[1]
    person.goes_to(f"Punt 1, {before[0].title}, 13.30, 5 min, informeren")
    person.key(Qt.Key.Key_Down)
    assert second.title in person.focus().accessibleName()
    for keys in ("Alt+Up", "Ctrl+Right", "Ctrl+N"):
        person.uses(keys)
    assert example.office.agenda.items(adopted) == before
    person.presses(tr("Read the minutes"))
    assert isinstance(example.window.page, ReadyPage)


def test_enter_on_an_item_opens_the_minutes(example: Desk, person: Person, adopted: int) -> None:
    example.window.open_page(AgendaPage(example, adopted))
    title = example.office.agenda.items(adopted)[0].title
    person.goes_to(f"Punt 1, {title}, 13.30, 5 min, informeren")
    person.key(Qt.Key.Key_Return)
    assert isinstance(example.window.page, ReadyPage)


def test_the_meeting_screen_offers_reading(example: Desk, person: Person, adopted: int) -> None:
    before = example.office.running.view(adopted, example.today())
    example.window.open_page(RunningPage(example, adopted))
    person.sees(tr("The meeting is closed"), closed_words())
    for words in (tr("More"), tr("A guest"), tr("Decision"), tr("Next item")):
        assert words not in person.screen().splitlines()
    assert walk(example.window, (1.0, 2.0)) == []
    person.goes_to(f"1. {before.items[0].title}, {tr('treated')}")
    person.key(Qt.Key.Key_Return)
    person.presses(tr("Read the minutes"))
    assert isinstance(example.window.page, ReadyPage)
    assert example.office.running.view(adopted, example.today()) == before


def test_the_words_of_an_action_in_adopted_minutes_stay(
    example: Desk, person: Person, adopted: int
) -> None:
    lists = example.office.lists
    held = next(
        row.id for row in example.office.plan.held() if row.minutes_state not in ("adopted", "")
    )
    item = example.office.agenda.items(held)[0].id
    made = lists.add_action("Bellen", example.today(), meeting_id=held, item_id=item)
    with example.office.store.changing("vastgesteld") as session:
        from desktop.models.meetings import Meeting

        session.get_one(Meeting, held).minutes_state = "adopted"
    example.window.open_page(FollowedPage(example, "action", made))
    person.sees(tr("This sentence stands in adopted minutes, so it stays as it is."))
    person.goes_to(tr("What must happen?"))
    person.writes("Toch niet. ")
    person.types(tr("Who does it?"), "Joop")
    person.waits(lambda: lists.action(made).owner == "Joop")
    assert lists.action(made).text == "Bellen"
