"""Finding a member, erasing in time, and money back for who paid: by keyboard, as people do it."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.i18n import tr
from desktop.services.members.vacancy_words import hints_on_channels, words
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.members.candidate import CandidatePage, NewCandidatePage
from desktop.ui.members.claim import ClaimPage, NewClaimPage
from desktop.ui.members.claim_kinds import ClaimKindsPage
from desktop.ui.members.claims import ClaimsPage
from desktop.ui.members.training import HoursPage, TrainingPage
from desktop.ui.members.vacancies import NewVacancyPage, VacanciesPage
from desktop.ui.members.vacancy import VacancyPage, members_folder
from desktop.ui.pages import Page
from desktop.ui.places import open_members
from tests.ui.driver import Person
from tests.ui.walk import looked_at

TODAY = date(2026, 3, 10)
PLAIN = "Wij zoeken iemand die zijn buurt goed kent."


@pytest.fixture
def today() -> date:
    return TODAY


def shown(desk: Desk, page: Page) -> Page:
    desk.window.show_area("members")
    desk.window.open_page(page)
    return page


def test_a_vacancy_is_made_known_in_plain_words(our_council: Desk, person: Person):
    desk = our_council
    shown(desk, VacanciesPage(desk))
    person.presses(tr("Look for a member"))
    person.types(tr("What do you call it?"), "Een jong lid voor onze raad")
    person.presses(tr("Start"))
    person.waits(lambda: isinstance(desk.window.page, VacancyPage))
    person.presses(tr("It is made known"))
    person.sees_at(tr("Whom do you look for?"), tr("Write whom you look for first."))
    person.types(tr("Whom do you look for?"), "U heeft een hbo-diploma.")
    person.sees("“hbo” vraagt om een diploma")
    person.types(tr("Whom do you look for?"), PLAIN)
    person.waits(lambda: "diploma. Vraag" not in person.screen())
    person.sees(*hints_on_channels(""))
    person.presses(tr("It is made known"))
    person.sees(words("vacancy_state", "open"))
    person.presses(tr("Make these papers"))
    made = sorted(path.name for path in members_folder(desk).iterdir())
    assert len(made) == 8
    assert any(name.startswith(tr("Flyer")) for name in made)


def test_from_the_first_call_to_a_member(our_council: Desk, person: Person):
    desk, office = our_council, our_council.office
    office.plan.add(datetime(2026, 4, 16, 13, 30))
    vacancy = office.recruiting.add("Een jong lid", office.seats.add("Zetel jongeren"))
    office.recruiting.change(vacancy, profile=PLAIN, contact="Henk, 06 00 00 00 01")
    office.recruiting.open(vacancy, TODAY)
    shown(desk, VacancyPage(desk, vacancy))
    person.presses(tr("New candidate"))
    person.types(tr("Name"), "Roos Wiersma")
    person.presses(tr("Add"))
    person.waits(lambda: isinstance(desk.window.page, CandidatePage))
    person.presses(words("act", "planned"))
    person.presses(words("act", "met"))
    person.presses(words("act", "trying"))
    person.sees_at(tr("Which meeting to try?"), tr("Choose the meeting to try first."))
    person.uses("Down")
    person.presses(words("act", "trying"))
    person.presses(words("act", "proposed"))
    person.presses(tr("Make the letter"))
    letter = members_folder(desk) / "Voorstel nieuw lid Roos Wiersma.pdf"
    person.waits(letter.exists, "no letter was made")
    person.presses(words("act", "appointed"))
    person.sees("Roos Wiersma", "Zetel jongeren", tr("Make a programme"))
    person.uses("Esc")
    person.sees(tr("Is a member now"))
    assert "Roos Wiersma" in [one.name for one in office.council.members()]
    person.presses(tr("Erase for good"))
    person.waits(lambda: isinstance(desk.window.page, VacancyPage))
    assert office.candidates.of(1) == []
    assert office.recruiting.yields()[0].joined == 1


def test_data_that_must_go_are_erased_with_one_press(example: Desk, person: Person):
    office = example.office
    gone, stays = office.candidates.of(1)[::-1]
    office.candidates.change(gone.id, keep_until=date(2026, 3, 9))
    example.window.show_area("today")
    [notice] = [n for n in office.attention.notices(TODAY) if n.place == "candidates"]
    open_members(example, notice.place)
    person.sees(gone.name, tr("These data must go"))
    person.presses(tr("Erase for good"))
    person.sees("De gegevens van 1 persoon zijn gewist.")
    assert [one.id for one in office.candidates.of(1)] == [stays.id]
    person.uses("Ctrl+Z")
    person.sees(tr("What was erased for good cannot come back."))
    assert [one.id for one in office.candidates.of(1)] == [stays.id]


def test_a_claim_from_handed_in_to_paid(our_council: Desk, person: Person, tmp_path: Path):
    desk, means = our_council, our_council.office.means
    shown(desk, ClaimsPage(desk))
    person.presses(tr("Fill in the amounts"))
    person.waits(lambda: isinstance(desk.window.page, ClaimKindsPage))
    person.types(tr("Name"), "Eigen auto")
    person.chooses(tr("Unit"), "per kilometer")
    person.types(tr("Amount"), "0.23")
    person.presses(tr("Add"))
    person.sees_at(tr("Where is this agreed?"), tr("Where is this agreed? For example: article 6."))
    person.types(tr("Where is this agreed?"), "brief van 12 januari")
    person.presses(tr("Add"))
    person.sees("€\N{NO-BREAK SPACE}0,23 per kilometer · brief van 12 januari")
    desk.window.back()

    person.presses(tr("New claim"))
    person.sees("Vraag dit eerst na bij uw consulent")
    person.types(tr("How many?"), "veel")
    person.presses(tr("Hand in"))
    person.sees_at(tr("How many?"), tr("Fill in a number, like 3 or 2.5."))
    person.types(tr("How many?"), "34")
    person.sees("Samen €\N{NO-BREAK SPACE}7,82")
    person.presses(tr("Hand in"))
    person.waits(lambda: isinstance(desk.window.page, ClaimPage))
    person.presses(tr("Refuse"))
    person.sees_at(tr("Why not?"), tr("Say in one sentence why not."))
    person.presses(tr("Agree"))
    person.presses(tr("It is paid"))
    person.sees(tr("Paid on {date}.", date="10 maart 2026"))
    [claim] = means.claims()
    assert (claim.state, claim.amount) == ("paid", 782)
    desk.window.back()
    person.presses(tr("Make"))
    person.presses(tr("Claim form"))
    assert len(list(members_folder(desk).iterdir())) == 4


def test_looking_at_a_receipt_leaves_no_readable_copy_untold(
    our_council: Desk, person: Person, tmp_path: Path, opened_files: list[Path]
):
    """Its program needs a file; each look left another one beside the council."""
    desk, means = our_council, our_council.office.means
    kind = means.keep_kind(None, "Vergadering", "35", "times", "artikel 6")
    claim = means.ask(desk.office.council.members()[0].id, kind, TODAY, "1", "")
    bill = tmp_path / "bon.pdf"
    bill.write_bytes(b"%PDF-1.7 rekening 12.34")
    means.attach(claim, bill)
    shown(desk, ClaimPage(desk, claim))
    for _time in range(2):
        person.presses(tr("Look at the receipt"))
        person.sees(tr("The receipt lies in {folder}, where others can read it.", folder="Leden"))
    assert [path.name for path in members_folder(desk).iterdir()] == [opened_files[-1].name]
    person.presses(tr("Throw the copy away"))
    assert list(members_folder(desk).iterdir()) == []
    assert means.receipt(claim)[1] == bill.read_bytes()


def test_a_training_and_hours_of_ones_own(our_council: Desk, person: Person):
    desk, training = our_council, our_council.office.training
    shown(desk, TrainingPage(desk))
    person.types(tr("What was it about?"), "Lezen van een begroting")
    person.types(tr("How many hours?"), "3,5")
    person.types(tr("What did it cost?"), "450")
    person.presses(tr("Add"))
    person.sees("Lezen van een begroting")
    [row] = training.trainings()
    assert (row.hours, row.cost, row.member_id) == (3.5, 45000, None)
    person.presses(tr("My hours"))
    person.waits(lambda: isinstance(desk.window.page, HoursPage))
    person.types(tr("How many hours?"), "2,5")
    person.presses(tr("Add"))
    person.sees(tr("Together {n} hours.", n="2,5"))
    desk.office.store.actor = "Iemand anders"
    shown(desk, TrainingPage(desk))
    assert tr("My hours") not in person.screen()


def test_what_is_thrown_away_closes_its_page_only(our_council: Desk, person: Person):
    desk, office = our_council, our_council.office
    vacancy = office.recruiting.add("Een jong lid")
    shown(desk, VacanciesPage(desk))
    desk.window.open_page(VacancyPage(desk, vacancy))
    person.presses(tr("Throw away"))
    person.waits(lambda: isinstance(desk.window.page, VacanciesPage))
    person.presses(tr("Put back"))
    person.sees("Een jong lid")
    number = office.candidates.add(vacancy, "Roos", TODAY)
    desk.window.open_page(CandidatePage(desk, number))
    person.uses("Ctrl+Z")
    person.waits(lambda: isinstance(desk.window.page, VacanciesPage))
    kind = office.means.keep_kind(None, "Vergadering", "35", "times", "artikel 6")
    claim = office.means.ask(office.council.members()[0].id, kind, TODAY, "1", "")
    shown(desk, ClaimsPage(desk))
    desk.window.open_page(ClaimPage(desk, claim))
    person.presses(tr("Throw away"))
    person.waits(lambda: isinstance(desk.window.page, ClaimsPage))
    person.presses(tr("Put back"))
    person.sees("€\N{NO-BREAK SPACE}35,00")


PAGES: dict[str, Callable[[Desk], Page]] = {
    "vacancies": VacanciesPage,
    "new vacancy": NewVacancyPage,
    "vacancy": lambda desk: VacancyPage(desk, 1),
    "new candidate": lambda desk: NewCandidatePage(desk, 1),
    "candidate": lambda desk: CandidatePage(desk, 1),
    "claims": ClaimsPage,
    "new claim": NewClaimPage,
    "claim": lambda desk: ClaimPage(desk, 2),
    "kinds": ClaimKindsPage,
    "training": TrainingPage,
    "hours": HoursPage,
}


@pytest.mark.parametrize(("colours", "size"), [("light", 1.0), ("high_contrast", 2.0)])
def test_the_screens_can_be_read_and_walked(
    example: Desk, qapp: QApplication, colours: str, size: float
):
    theme.apply(qapp, colours, size)
    office, window = example.office, example.window
    office.candidates.change(2, keep_until=date(2026, 3, 1))
    office.recruiting.change(1, profile="Met hbo-diploma.", channels="Krant")
    complaints: list[str] = []
    for name, make in PAGES.items():
        shown(example, make(example))
        for _ in range(12):  # nested layouts settle one level at a time
            qapp.processEvents()
        found = looked_at(window)
        complaints += [f"{name}: {complaint}" for complaint in found]
    assert complaints == []
