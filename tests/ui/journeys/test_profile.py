"""What the council can do together, who sits in it, and who talks with candidates: by keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.i18n import tr, trn
from desktop.services.members.rows_profile import texts, words
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.members.composition import CompositionPage, GroupsPage
from desktop.ui.members.page import MembersPage
from desktop.ui.members.profile import ProfilePage
from desktop.ui.members.profile_fill import LevelsPage, PointsPage
from desktop.ui.members.vacancy import VacancyPage, members_folder
from desktop.ui.pages import Page
from tests.ui.driver import Person
from tests.ui.journeys.test_every_screen import looked_over

TODAY = date(2026, 3, 10)


@pytest.fixture
def today() -> date:
    return TODAY


def shown(desk: Desk, page: Page) -> Page:
    desk.window.show_area("members")
    desk.window.open_page(page)
    return page


def made(desk: Desk) -> list[Path]:
    return sorted(members_folder(desk).iterdir())


def test_from_an_empty_profile_to_a_vacancy_for_what_is_missing(our_council: Desk, person: Person):
    desk, profiles = our_council, our_council.office.profiles
    shown(desk, ProfilePage(desk))
    person.presses(tr("Start with these points"))
    person.sees(tr("You see it here as soon as members fill in the profile."))
    first = profiles.items()[0]
    person.presses(tr("Fill in what you can do"))
    person.waits(lambda: isinstance(desk.window.page, LevelsPage))
    person.chooses(first.name, words("level", 2))
    person.presses(tr("Done"))
    person.waits(lambda: isinstance(desk.window.page, ProfilePage))
    person.sees(trn("{n} member", "{n} members", 1), tr("nobody"), profiles.items()[1].name)
    person.presses(tr("Profile on paper"))
    assert [path.suffix for path in made(desk)] == [".docx", ".pdf"]
    person.presses(tr("Look for somebody"))
    person.waits(lambda: isinstance(desk.window.page, VacancyPage))
    told = desk.office.recruiting.vacancies()[0].row
    assert told.title == texts()["vacancy"]["title"]
    assert "kent de regels" in told.profile
    assert first.name.lower() not in told.profile


def test_a_point_of_our_own(our_council: Desk, person: Person):
    desk = our_council
    shown(desk, ProfilePage(desk))
    person.presses(tr("Write your own points"))
    person.waits(lambda: isinstance(desk.window.page, PointsPage))
    person.presses(tr("Add"))
    person.sees_at(tr("What do you want to find in the council?"), tr("Fill in a name."))
    person.types(tr("What do you want to find in the council?"), "Spreekt Arabisch")
    person.presses(tr("Add"))
    person.sees("Spreekt Arabisch")
    assert [one.kind for one in desk.office.profiles.items()] == ["knowledge"]


def test_counting_without_names(our_council: Desk, person: Person):
    desk, composition = our_council, our_council.office.composition
    many = len(desk.office.council.members())
    shown(desk, CompositionPage(desk))
    person.presses(tr("Start with these groups"))
    person.sees(tr("Nothing was counted yet."), *texts()["count"]["how"])
    person.types("de Participatiewet", "veel")
    person.presses(tr("Keep the count"))
    person.sees_at(
        "de Participatiewet", tr("Fill in a whole number, such as 3. Or leave it empty.")
    )
    person.types("de Participatiewet", str(many + 1))
    person.presses(tr("Keep the count"))
    person.sees("Dit getal kan dus niet kloppen.")
    assert all(one.people is None for one in composition.groups())
    person.types("de Participatiewet", "0")
    person.presses(tr("Keep the count"))
    person.sees("Niemand kent de Participatiewet van dichtbij.", texts()["count"]["source"])
    person.presses(tr("Make these papers"))
    assert len(made(desk)) == 4
    shown(desk, MembersPage(desk))
    person.sees(tr("Not in the council: {groups}", groups="de Participatiewet"))


def test_who_talks_with_the_candidates(our_council: Desk, person: Person):
    desk, recruiting = our_council, our_council.office.recruiting
    vacancy = recruiting.add("Nieuw lid")
    name = desk.office.council.members()[0].name
    shown(desk, VacancyPage(desk, vacancy))
    person.chooses(tr("Who joins?"), name)
    person.presses(tr("Add to the group"))
    following = desk.office.council.members()[1].name
    person.waits(lambda: person.value_of(tr("Who joins?")) == following)  # not the same one again
    person.chooses(tr("Who joins?"), tr("Somebody else"))
    person.presses(tr("Add to the group"))
    person.sees_at(tr("Name"), tr("Fill in a name."))
    person.types(tr("Name"), "Petra Buiten")
    person.presses(tr("Add to the group"))
    person.sees("Petra Buiten", tr("from outside the council"))
    assert person.value_of(tr("Name")) == ""
    assert [one.name for one in recruiting.committees.of(vacancy)] == [name, "Petra Buiten"]
    person.ticks("Wij keken of deze groep gemengd is")
    assert recruiting.vacancy(vacancy).mixed


def test_points_that_came_or_went_are_on_the_page_of_a_member(our_council: Desk, person: Person):
    desk, profiles = our_council, our_council.office.profiles
    profiles.take_start()
    gone, stays = profiles.items()[:2]
    member = desk.office.council.members()[0].id
    shown(desk, LevelsPage(desk, member))
    person.chooses(stays.name, words("level", 3))
    desk.window.open_page(PointsPage(desk))
    profiles.remove(gone.id)
    own = profiles.keep(None, "Spreekt Arabisch", "knowledge")
    person.uses("Esc")
    person.waits(lambda: isinstance(desk.window.page, LevelsPage))
    assert gone.name not in person.screen()
    assert person.value_of(stays.name) == words("level", 3)
    person.chooses("Spreekt Arabisch", words("level", 2))
    person.waits(lambda: profiles.levels_of(member) == {stays.id: 3, own: 2})


def test_without_any_point_left_the_page_of_a_member_closes(our_council: Desk, person: Person):
    desk, profiles = our_council, our_council.office.profiles
    shown(desk, ProfilePage(desk))
    person.presses(tr("Start with these points"))
    person.presses(tr("Fill in what you can do"))
    person.waits(lambda: isinstance(desk.window.page, LevelsPage))
    person.uses("Ctrl+Z")
    person.waits(lambda: isinstance(desk.window.page, ProfilePage))
    person.sees(tr("The profile has no points any more."), tr("Start with these points"))
    assert profiles.items() == []


def test_a_count_that_was_typed_is_not_lost(our_council: Desk, person: Person):
    desk, composition = our_council, our_council.office.composition
    composition.take_start()
    shown(desk, CompositionPage(desk))
    person.types("de Participatiewet", "2")
    person.presses(tr("Change the groups"))
    person.types(tr("What is this group called?"), "Wijk Noord")
    person.presses(tr("Add"))
    person.uses("Esc")
    person.sees("Wijk Noord")
    assert person.value_of("de Participatiewet") == "2"
    assert [one.name for one in composition.groups() if one.people == 2] == ["de Participatiewet"]
    person.types("de Participatiewet", "veel")
    person.uses("Esc")
    said = tr("Fill in a whole number, such as 3. Or leave it empty.")
    person.sees_at("de Participatiewet", said)
    person.uses("Esc")  # who saw it may go
    person.waits(lambda: not isinstance(desk.window.page, CompositionPage))


def test_a_count_that_was_undone_stays_undone(our_council: Desk, person: Person):
    desk, composition = our_council, our_council.office.composition
    composition.take_start()
    shown(desk, CompositionPage(desk))
    person.types("de Participatiewet", "2")
    person.presses(tr("Keep the count"))
    person.waits(lambda: any(one.people == 2 for one in composition.groups()))
    person.uses("Ctrl+Z")
    person.waits(lambda: person.value_of("de Participatiewet") == "")
    person.uses("Esc")
    assert all(one.people is None for one in composition.groups())


PAGES: dict[str, Callable[[Desk], Page]] = {
    "members": MembersPage,
    "profile": ProfilePage,
    "levels": lambda desk: LevelsPage(desk, 2),
    "points": PointsPage,
    "composition": CompositionPage,
    "groups": GroupsPage,
}


@pytest.mark.parametrize(("colours", "size"), [("light", 1.0), ("high_contrast", 2.0)])
def test_the_screens_can_be_read_and_walked(
    example: Desk, qapp: QApplication, colours: str, size: float
):
    theme.apply(qapp, colours, size)
    complaints: list[str] = []
    for name, make in PAGES.items():
        shown(example, make(example))
        complaints += [f"{name}: {complaint}" for complaint in looked_over(example.window, qapp)]
    assert complaints == []
