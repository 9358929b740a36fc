"""A theme card: made once, found back at the agenda item, and kept up to date; by keyboard."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.i18n import tr
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.meetings.item import ItemPage
from desktop.ui.members.themes import ThemePage, ThemesPage
from desktop.ui.members.vacancy import members_folder
from desktop.ui.places import open_members
from tests.ui.driver import Person
from tests.ui.journeys.test_every_screen import looked_over

TODAY = date(2026, 3, 10)


@pytest.fixture
def today() -> date:
    return TODAY


def test_a_card_is_made_and_comes_up_at_the_agenda_item(
    our_council: Desk, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    desk, knowledge = our_council, our_council.office.knowledge
    open_members(desk, "themes")
    person.presses(tr("Make a card"))
    person.sees_at(tr("Which theme?"), tr("Fill in a name."))
    person.presses("Rondkomen met weinig geld")
    person.waits(lambda: isinstance(desk.window.page, ThemePage))
    person.sees(tr("Nobody keeps this card up to date."))
    person.types(tr("What is it, in half a page?"), "De gemeente helpt wie te weinig geld heeft.")
    person.types(tr("When do you look again?"), "gisteren")
    desk.window.back()
    assert isinstance(desk.window.page, ThemePage)  # a day that cannot be read is said first
    assert person.error_at(tr("When do you look again?"))
    person.types(tr("When do you look again?"), "1 maart 2026")
    person.waits(lambda: knowledge.cards()[0].look_again == date(2026, 3, 1))
    person.presses(tr("It is still right"))
    person.waits(lambda: knowledge.cards()[0].look_again == date(2027, 3, 10))
    paper = tmp_path / "Handreiking.txt"
    paper.write_text("Lang.")
    monkeypatch.setattr(type(desk), "choose_files", lambda *_told: [paper])
    person.presses(tr("Add a file"))
    person.sees("Handreiking.txt")
    person.presses(tr("Save it beside the council"))
    person.presses(tr("Make this paper"))
    made = sorted(path.name for path in members_folder(desk).iterdir())
    assert made == [
        "Handreiking.txt",
        "Themakaart Rondkomen met weinig geld.docx",
        "Themakaart Rondkomen met weinig geld.pdf",
    ]
    meeting = desk.office.plan.add(datetime(2026, 4, 16, 13, 30))
    item = desk.office.agenda.add(meeting, "Plan tegen armoede")
    desk.window.open_page(ItemPage(desk, item))
    person.sees(tr("What you know about this"), "Rondkomen met weinig geld")


def test_a_card_that_was_thrown_away_comes_back(our_council: Desk, person: Person):
    desk = our_council
    card = desk.office.knowledge.add("Wonen")
    open_members(desk, "themes")
    desk.window.open_page(ThemePage(desk, card))
    person.presses(tr("Throw away"))
    person.waits(lambda: isinstance(desk.window.page, ThemesPage))
    person.presses(tr("Put back"))
    person.waits(lambda: [one.title for one in desk.office.knowledge.cards()] == ["Wonen"])
    person.sees("Wonen", tr("Nobody keeps it"))


@pytest.mark.parametrize(("colours", "size"), [("light", 1.0), ("high_contrast", 2.0)])
def test_the_screens_can_be_read_and_walked(
    example: Desk, qapp: QApplication, colours: str, size: float
):
    theme.apply(qapp, colours, size)
    complaints: list[str] = []
    for place in ("themes", "theme:2"):
        open_members(example, place)
        complaints += [f"{place}: {complaint}" for complaint in looked_over(example.window, qapp)]
    assert complaints == []
