"""A member leaves and nothing gets lost; contacts that stay warm; a booklet with one press."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.i18n import tr
from desktop.services.members.rows_handover import words
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.members.booklet import BookletWordsPage
from desktop.ui.members.contacts import ContactsPage
from desktop.ui.members.handover import HandoverPage, PointPage
from desktop.ui.members.handovers import HandoversPage
from desktop.ui.members.person import PersonPage
from desktop.ui.members.programme import ProgrammePage
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page
from desktop.ui.places import open_members
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


def files(desk: Desk) -> list[Path]:
    folder = members_folder(desk)
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_member_leaves_and_nothing_gets_lost(example: Desk, person: Person):
    office = example.office
    joop = office.people.named("Joop Kramer")
    assert joop is not None
    shown(example, PersonPage(example, joop))
    person.presses(tr("Start the handover"))
    person.waits(lambda: isinstance(example.window.page, HandoverPage))
    person.sees("Taxipas", "Werkgroep Vervoer")
    person.presses(tr("Hand over what is open"))
    person.sees_at(tr("Who takes everything that is open?"), tr("Choose who takes it over."))
    person.chooses(tr("Who takes everything that is open?"), "Samira Aydin")
    person.presses(tr("Hand over what is open"))
    person.presses(tr("Everything is received"))
    person.sees(tr("The handover is ready"))
    samira = office.people.named("Samira Aydin")
    taxi = next(
        line.dossier
        for line in office.dossiers.lines(TODAY)
        if line.dossier.title.startswith("Taxipas")
    )
    assert taxi.owner_id == samira
    person.uses("Ctrl+Z")
    person.waits(lambda: tr("The handover is ready") not in person.screen())
    assert office.dossiers.view(taxi.id, TODAY).dossier.owner_id == joop


def test_one_thing_to_one_person_with_what_to_know(example: Desk, person: Person):
    row = example.office.handovers.all()[0]
    shown(example, HandoverPage(example, row.id))
    point = row.points[1]
    example.window.open_page(PointPage(example, row.id, point.id))
    person.presses(tr("Hand it over"))
    person.sees_at(tr("Who takes it over?"), tr("Choose who takes it over."))
    note = f"{tr('What must the next one know about this?')} (mag leeg blijven)"
    person.types(note, "Zij belt liever.")
    person.chooses(tr("Who takes it over?"), "Fatima El Idrissi")
    person.presses(tr("Hand it over"))
    person.sees(words("state", "handed"))
    person.presses(tr("{name} has it", name="Fatima El Idrissi"))
    person.sees(tr("{name} took it over.", name="Fatima El Idrissi"))
    found = next(one for one in example.office.handovers.all()[0].points if one.id == point.id)
    assert (found.note, found.state) == ("Zij belt liever.", "confirmed")
    fatima = example.office.people.named("Fatima El Idrissi")
    assert [one.name for one in example.office.contacts.all(fatima)] == ["Esther Bloem"]
    person.presses(tr("Take it out of the handover"))
    person.waits(lambda: isinstance(example.window.page, HandoverPage))
    assert len(example.office.handovers.all()[0].points) == len(row.points) - 1


def test_what_only_one_member_knows(example: Desk, person: Person):
    row = example.office.handovers.all()[0]
    shown(example, HandoverPage(example, row.id))
    person.presses(tr("Add"))
    person.sees_at(tr("In one sentence"), tr("Write in one sentence what it is about."))
    person.chooses(tr("What is it?"), words("free", "place"))
    person.types(tr("In one sentence"), "De sleutel ligt bij de beheerder")
    person.presses(tr("Add"))
    person.sees("De sleutel ligt bij de beheerder")
    assert person.value_of(tr("In one sentence")) == ""
    person.presses(tr("Handover on paper"))
    person.waits(lambda: len(files(example)) == 2)
    person.presses(tr("Throw the handover away"))
    assert example.office.handovers.all() == []
    person.presses(tr("Put back"))
    assert len(example.office.handovers.all()) == 1


def test_today_leads_to_the_handover(example: Desk, person: Person):
    office = example.office
    wim = office.people.named("Wim de Boer")
    assert wim is not None
    office.seats.terms.end(wim, date(2026, 4, 1))
    places = [one.place for one in office.attention.notices(TODAY)]
    assert f"hand_over:{wim}" in places
    open_members(example, f"hand_over:{wim}")
    person.presses(tr("Gather everything"))
    person.waits(lambda: isinstance(example.window.page, HandoverPage))
    person.sees("Wim de Boer")
    later = office.attention.notices(date(2026, 4, 2))
    open_members(example, next(one.place for one in later if one.place.startswith("handover:")))
    assert isinstance(example.window.page, HandoverPage)


def test_contacts_stay_warm(example: Desk, person: Person):
    contacts = example.office.contacts
    open_members(example, "contacts")
    assert isinstance(example.window.page, ContactsPage)
    person.sees(tr("Here it is quiet"), "artikel 15", tr("You know only one person here"))
    person.presses(tr("Spoken today"))
    person.waits(lambda: tr("Here it is quiet") not in person.screen())
    person.presses(tr("Add"))
    person.sees_at(tr("Name"), tr("Fill in a name."))
    person.types(tr("Name"), "Karim Bos")
    person.types(f"{tr('Organisation')} (mag leeg blijven)", "Voedselbank Duinrede")
    person.chooses(tr("Who keeps in touch?"), "Wim de Boer")
    person.presses(tr("Add"))
    wim = example.office.people.named("Wim de Boer")
    assert "Karim Bos" in [one.name for one in contacts.all(wim)]
    assert "Voedselbank Duinrede" not in contacts.fragile()
    person.presses(tr("Contacts for your phone"))
    assert [path.suffix for path in files(example)] == [".vcf"]


def test_the_booklet_in_our_own_words(example: Desk, person: Person):
    daan = example.office.people.named("Daan Mulder")
    row = example.office.programmes.of_member(daan or 0)
    assert row is not None
    shown(example, ProgrammePage(example, row.id))
    person.presses(tr("Our own words in it"))
    person.types(tr("Welcome by the chair"), "Dag! Wij zijn blij met u.")
    person.key(Qt.Key.Key_Escape)
    assert example.office.booklets.own_words.all()["welcome"] == "Dag! Wij zijn blij met u."
    person.presses(tr("In normal print"))
    person.waits(lambda: len(files(example)) == 2)
    person.sees(tr("Open the folder"))
    assert not any("grote letters" in path.name for path in files(example))


def test_the_certificate_comes_at_the_end(example: Desk, person: Person):
    bram = example.office.people.named("Bram Tichelaar")
    shown(example, PersonPage(example, bram or 0))
    person.presses(tr("Make the certificate"))
    person.waits(lambda: len(files(example)) == 2)
    daan = example.office.people.named("Daan Mulder")
    example.window.replace_page(PersonPage(example, daan or 0))
    assert tr("Make the certificate") not in person.screen()


def test_every_screen_can_be_read_and_named(example: Desk, qapp: QApplication):
    row = example.office.handovers.all()[0]
    lies = row.member_id or 0
    free = next(one.id for one in row.points if one.kind == "lesson")
    pages: tuple[Callable[[], Page], ...] = (
        lambda: ContactsPage(example),
        lambda: HandoversPage(example, lies),
        lambda: HandoverPage(example, row.id),
        lambda: PointPage(example, row.id, row.points[1].id),
        lambda: PointPage(example, row.id, free),
        lambda: BookletWordsPage(example),
        lambda: PersonPage(example, lies),
    )
    shown(example, ContactsPage(example))
    for colours, size in (("high_contrast", 2.0), ("light", 1.0)):
        theme.apply(qapp, colours, size)
        for make in pages:
            page = make()
            example.window.replace_page(page)
            assert looked_over(example.window, qapp) == [], (type(page).__name__, colours)
