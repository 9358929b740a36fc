"""From an empty council: a new member, with a dated programme and a booklet, in three actions."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.documents.readers import read_file
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.founding import Answers, found
from desktop.ui.app import App
from desktop.ui.desk import Desk
from desktop.ui.members.claims import ClaimsPage
from desktop.ui.members.composition import CompositionPage
from desktop.ui.members.data import DataPage
from desktop.ui.members.edit_step import EditStepPage
from desktop.ui.members.handovers import HandoversPage
from desktop.ui.members.new import NewMemberPage
from desktop.ui.members.person import PersonPage
from desktop.ui.members.profile import ProfilePage
from desktop.ui.members.programme import ProgrammePage
from desktop.ui.members.programmes import StartProgrammePage
from desktop.ui.members.vacancy import members_folder
from tests.ui.driver import Person
from tests.ui.journeys.conftest import SECRETARY
from tests.ui.journeys.test_every_screen import looked_over

MOST_STEPS = 3


@pytest.fixture
def empty_council(app: App, qtbot, tmp_path: Path) -> Desk:
    """The window of a council with nothing but a name and a secretary."""
    answers = Answers(name="Cliëntenraad Zandwijk", municipality="Zandwijk", me=SECRETARY)
    office, _code = found(tmp_path / "Raad.samenspraak", "vier natte stoelen", answers, cost=2**12)
    office.store.actor = SECRETARY
    desk = app.open(office)
    desk.window.resize(1280, 720)
    qtbot.waitUntil(desk.window.isActiveWindow)
    return desk


def test_three_actions_from_an_empty_council(empty_council: Desk, person: Person, qapp) -> None:
    desk, office = empty_council, empty_council.office
    desk.window.show_area("members")
    person.presses(tr("New member"))
    person.types(tr("Name"), "Nora Zomer")
    person.types(tr("{label} (optional)", label=tr("First day as a member")), "1 april 2026")
    person.sees(tr("Make a programme for the first weeks"), SECRETARY)
    person.presses(tr("Add"))
    assert isinstance(desk.window.page, PersonPage)
    person.sees("Nora Zomer", "lid vanaf 1 april 2026", tr("Programme"))
    person.sees("Termijn 1: vanaf 1 april 2026")
    person.presses(tr("Make the booklet"))
    assert len(person.steps) <= MOST_STEPS, person.steps

    nora = office.people.named("Nora Zomer")
    assert nora is not None
    row = office.programmes.of_member(nora)
    assert row is not None
    assert row.buddy == SECRETARY
    assert all(step.due and step.due >= date(2026, 4, 1) for step in row.steps)
    paper = members_folder(desk) / "Welkomstboekje Nora Zomer.docx"
    person.waits(lambda: len(list(paper.parent.glob("Welkomst*"))) == 2, "no booklet was made")
    said = read_file(paper).text
    for words in ("Nora Zomer", SECRETARY, "Zandwijk", "Woorden die u vaak ziet"):
        assert words in said
    assert looked_over(desk.window, qapp) == []
    office.store.undo()
    assert office.people.named("Nora Zomer") is None


def test_who_begins_with_nobody_adds_himself_and_is_known(
    app: App, qtbot, tmp_path: Path, person: Person
) -> None:
    office, _code = found(
        tmp_path / "leeg.samenspraak", "vier natte stoelen", Answers(), cost=2**12
    )
    desk = app.open(office)
    qtbot.waitUntil(desk.window.isActiveWindow)
    for page in (HandoversPage, ClaimsPage, CompositionPage):
        desk.window.open_page(page(desk))
    person.presses(tr("Start with these groups"))
    person.types("de Participatiewet", "1")
    person.presses(tr("Keep the count"))
    said = tr("There are no members in the file yet. Add them first, and count then.")
    person.sees_at("de Participatiewet", said)
    desk.window.open_page(ProfilePage(desk))  # it says once what is wrong, and then lets go
    desk.window.open_page(ProfilePage(desk))
    person.presses(tr("Start with these points"))
    person.presses(tr("New member"))
    person.types(tr("Name"), "Nora Zomer")
    person.presses(tr("Add"))
    person.waits(lambda: office.store.actor == "Nora Zomer")
    desk.window.back()
    person.presses(tr("Fill in what you can do"))
    person.sees(tr("What can {name} do?", name="Nora Zomer"))


def test_two_members_with_one_name_cannot_be_told_apart(
    empty_council: Desk, person: Person
) -> None:
    desk, office = empty_council, empty_council.office
    desk.window.open_page(NewMemberPage(desk))
    person.types(tr("Name"), SECRETARY.lower())
    person.types(tr("Telephone"), "06 12345678")
    person.presses(tr("Add"))
    said = tr(
        "{name} is in the file already. Is this somebody else? Then add a letter or a place, so "
        "that everybody knows who is meant.",
        name=SECRETARY.lower(),
    )
    person.sees_at(tr("Name"), said)
    assert person.value_of(tr("Telephone")) == "06 12345678"
    other = f"{SECRETARY} (Noord)"
    person.types(tr("Name"), other)
    person.presses(tr("Add"))
    person.waits(lambda: isinstance(desk.window.page, PersonPage))
    number = office.people.named(other)
    assert number is not None
    desk.window.open_page(DataPage(desk, number))
    person.types(tr("Name"), SECRETARY)
    person.uses("Esc")
    person.sees_at(tr("Name"), said.replace(SECRETARY.lower(), SECRETARY))
    assert sorted(one.name for one in office.council.members()) == [SECRETARY, other]


def test_who_is_a_member_for_years_gets_no_programme(empty_council: Desk, person: Person) -> None:
    empty_council.window.open_page(NewMemberPage(empty_council))
    person.types(tr("Name"), "Ans Kuiper")
    wish = tr("Make a programme for the first weeks")
    person.waits(lambda: wish not in person.screen())
    person.types(tr("{label} (optional)", label=tr("First day as a member")), "1 april 2019")
    person.waits(lambda: wish not in person.screen())
    person.presses(tr("Add"))
    assert empty_council.office.programmes.all() == []


def test_a_name_in_a_programme_takes_an_empty_seat(example: Desk, person: Person) -> None:
    office = example.office
    example.window.open_page(StartProgrammePage(example))
    person.types(tr("Name of the new member"), "Riet Bakker")
    person.types(tr("First day"), "1 april 2026")
    person.chooses(tr("On which seat?"), "Zetel jongeren")
    person.presses(tr("Make the programme"))
    riet = office.people.named("Riet Bakker")
    assert riet is not None
    (term,) = office.seats.terms.of(riet)
    assert (term.since, term.until) == (date(2026, 4, 1), date(2030, 3, 31))
    assert office.seats.vacancies(example.today()) == []
    assert "Riet Bakker" in [line.name for line in office.seats.terms.rota(example.today()).lines]


def test_a_meeting_that_is_planned_later_gives_the_step_its_day(
    empty_council: Desk, person: Person
) -> None:
    office, today = empty_council.office, empty_council.today()
    row = office.programmes.programme(office.programmes.start("Nora Zomer", today, today))
    step = next(one for one in row.steps if one.kind == "meet")
    empty_council.window.open_page(ProgrammePage(empty_council, row.id))
    person.sees(f"rond {long_date(step.due).rpartition(' ')[0]}")  # nobody knows the day yet
    office.plan.add(datetime(2026, 4, 16, 13, 30))
    empty_council.window.open_page(EditStepPage(empty_council, step.id))
    number = office.plan.coming(today, "own")[0].title
    person.chooses(tr("At which meeting?"), f"donderdag 16 april, {number}")
    person.uses("Esc")
    person.sees("donderdag 16 april")
    moved = office.programmes.steps.step(step.id)[1]
    assert (moved.due, moved.agreed) == (date(2026, 4, 16), True)
