"""The money of the council and the help it needs: by keyboard, as the treasurer does it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.budget import Amounts
from desktop.i18n import tr
from desktop.services.members.rows_budget import words
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.members.budget import BudgetPage
from desktop.ui.members.claim_kinds import ClaimKindsPage
from desktop.ui.members.claims import ClaimsPage
from desktop.ui.members.page import MembersPage
from desktop.ui.members.spendings import SpendingsPage
from desktop.ui.members.support import SupportPage
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page
from desktop.ui.places import open_members, open_notice
from tests.ui.driver import Person
from tests.ui.walk import cut, nameless, out_of_order

TODAY = date(2026, 3, 10)


@pytest.fixture
def today() -> date:
    return TODAY


def euros(words_: str) -> str:
    return f"€\N{NO-BREAK SPACE}{words_}"


def shown(desk: Desk, page: Page) -> Page:
    desk.window.show_area("members")
    desk.window.open_page(page)
    return page


def amounts(desk: Desk, part: str, year: int = 2026) -> Amounts:
    rows = desk.office.budget.year(year).rows
    return next(row.amounts for row in rows if row.key == part)


def row_of(part: str, *said: str) -> str:
    """Return how the button of *part* is called: its row as one sentence."""
    return ", ".join([words("part", part), *said, tr("Change")])


def test_the_first_budget_of_a_council(our_council: Desk, person: Person):
    desk = our_council
    desk.window.show_area("members")
    assert isinstance(desk.window.page, MembersPage)
    way = f"{tr('The money of the council')}, {tr('What do you get, and what is left?')}, "
    person.presses(way + tr("Open"))
    person.waits(lambda: isinstance(desk.window.page, BudgetPage))
    person.sees("Vraag wat de gemeente geeft", "De wet noemt geen bedrag.")
    person.sees(tr("Nobody said yet how much you get in {year}.", year=2026))

    person.chooses(tr("Which part?"), words("part", "travel"))
    person.types(tr("What do you get?"), "€ 1.200,-")
    person.types(tr("What do you plan?"), "1300")
    person.presses(tr("Keep"))
    said = tr("Where does it stand? For example: article 6.")
    person.sees_at(tr("Where does it stand?"), said)
    person.types(tr("Where does it stand?"), "brief van 12 januari")
    person.presses(tr("Keep"))
    person.sees(words("state", "planned_over"))
    person.sees(
        tr(
            "The plan is {amount} too high for: {parts}.",
            amount=euros("100,00"),
            parts=words("part", "travel"),
        )
    )
    assert amounts(desk, "travel") == Amounts(120000, 130000, 0)
    assert tr("Help from the municipality") not in person.screen()

    person.presses(tr("Remove"))
    person.waits(lambda: amounts(desk, "travel") == Amounts())
    person.presses(tr("Put back"))
    person.waits(lambda: amounts(desk, "travel") == Amounts(120000, 130000, 0))
    assert person.value_of(tr("What do you get?")) == "1.200,00"


def test_wrong_amounts_are_said_at_their_field_and_nothing_is_lost(
    our_council: Desk, person: Person
):
    desk = our_council
    shown(desk, BudgetPage(desk))
    for typed, sentence in (
        ("veel", tr("Write the amount like 12.50.")),
        ("-500", tr("Write the amount like 12.50.")),
        ("99999999999", tr("This amount is too large.")),
        ("", tr("Fill in an amount.")),
    ):
        person.types(tr("What do you get?"), typed)
        if not typed:
            person.uses("Backspace")
        person.presses(tr("Keep"))
        person.sees_at(tr("What do you get?"), sentence)
    person.types(tr("What do you get?"), "500")
    person.chooses(tr("Which part?"), words("part", "free"))
    assert person.value_of(tr("What do you get?")) == "500"  # what was typed stays
    person.types(tr("Where does it stand?"), "artikel 6")
    person.presses(tr("Keep"))
    person.waits(lambda: desk.office.budget.year(2026).budget.free == 50000)
    person.chooses(tr("Which part?"), words("part", "travel"))
    assert person.value_of(tr("What do you get?")) == ""


def test_a_spending_counts_at_once_and_too_much_is_said_calmly(our_council: Desk, person: Person):
    desk, office = our_council, our_council.office
    office.budget.keep(2026, "meetings", "100", "", "brief")
    shown(desk, BudgetPage(desk))
    person.presses(tr("Other spendings"))
    person.waits(lambda: isinstance(desk.window.page, SpendingsPage))
    person.types(tr("What was it for?"), "Zaal en koffie")
    person.types(tr("Amount"), "gratis")
    person.chooses(tr("Which part of the budget?"), words("part", "meetings"))
    person.presses(tr("Add"))
    person.sees_at(tr("Amount"), tr("Write the amount like 12.50."))
    person.types(tr("Amount"), "120,50")
    person.presses(tr("Add"))
    person.sees(tr("Together {amount} in {year}.", amount=euros("120,50"), year=2026))

    person.types(tr("What was it for?"), "Kerstkaarten")
    person.types(tr("Amount"), "47")
    person.types(tr("Which day?"), "11-12-1925")
    person.presses(tr("Add"))
    person.sees_at(tr("Which day?"), tr("This is not a year."))

    # A bill of last year is kept in its own year, and that is the year one sees then.
    person.types(tr("What was it for?"), "Kerstkaarten")
    person.types(tr("Which day?"), "11-12-2025")
    person.types(tr("Amount"), "47")
    person.presses(tr("Add"))
    person.sees(tr("Together {amount} in {year}.", amount=euros("47,00"), year=2025))
    person.presses(tr("Look at {year}", year=2026))
    person.sees("Zaal en koffie")

    person.uses("Esc")
    told = tr(
        "In {year} you spent {amount} too much on: {parts}.",
        year=2026,
        amount=euros("20,50"),
        parts=words("part", "meetings"),
    )
    person.sees(told, words("state", "over"), f"{euros('20,50')} te veel")
    [notice] = [one for one in office.attention.notices(TODAY) if one.place == "budget"]
    desk.window.show_area("today")
    open_notice(desk, notice)
    person.sees(told)


def test_a_spending_that_is_gone_while_it_is_changed_can_be_added_again(
    our_council: Desk, person: Person
):
    desk, budget = our_council, our_council.office.budget
    budget.keep_spending(None, "Zaal", TODAY, "12", "meetings")
    shown(desk, SpendingsPage(desk))
    said = " · ".join([euros("12,00"), "10 maart 2026", words("part", "meetings")])
    person.presses(f"Zaal, {said}, {tr('Change')}")
    desk.office.store.undo()
    person.types(tr("Amount"), "13")
    person.presses(tr("Keep"))
    person.sees(tr("This has been changed since. Look again."))
    assert tr("Remove") not in person.screen()
    person.presses(tr("Add"))
    person.waits(lambda: [one.amount for one in budget.spendings(2026)] == [1300])


def test_the_plan_of_last_year_is_a_start(our_council: Desk, person: Person):
    desk, office = our_council, our_council.office
    office.budget.keep(2025, "training", "900", "800", "brief van 2025")
    shown(desk, BudgetPage(desk))
    person.sees(tr("There is no plan for {year} yet.", year=2026))
    person.presses(tr("Take over last year's plan"))
    person.sees(tr("plan {amount}", amount=euros("800,00")))
    assert amounts(desk, "training") == Amounts(None, 80000, 0)
    person.uses("Ctrl+Z")
    person.sees(tr("There is no plan for {year} yet.", year=2026))
    person.presses(tr("Look at {year}", year=2025))
    person.sees(
        tr(
            "You got {granted} in {year}. You spent {spent}.",
            granted=euros("900,00"),
            year=2025,
            spent=euros("0,00"),
        )
    )
    assert person.value_of(tr("What do you get?")) == "900,00"


def test_the_account_of_the_example_is_made(example: Desk, person: Person):
    desk = example
    shown(desk, BudgetPage(desk))
    person.presses(
        row_of(
            "travel",
            " · ".join(
                [
                    tr("got {amount}", amount=euros("900,00")),
                    tr("plan {amount}", amount=euros("1.050,00")),
                    tr("spent {amount}", amount=euros("26,22")),
                    tr("still {amount}", amount=euros("873,78")),
                ]
            ),
            words("state", "planned_over"),
        )
    )
    assert person.value_of(tr("Which part?")) == words("part", "travel")
    assert person.value_of(tr("What do you get?")) == "900,00"
    person.presses(tr("Make the account of {year}", year=2026))
    made = members_folder(desk) / "Verantwoording van het werkbudget 2026.pdf"
    person.waits(made.exists, "no paper was made")


def test_the_kind_of_a_claim_says_which_part_pays(our_council: Desk, person: Person):
    desk, office = our_council, our_council.office
    shown(desk, ClaimKindsPage(desk))
    person.types(tr("Name"), "Eigen auto")
    person.types(tr("Amount"), "0,23")
    person.types(tr("Where is this agreed?"), "brief")
    person.chooses(tr("Which part of the budget pays for it?"), words("part", "travel"))
    person.presses(tr("Add"))
    person.waits(lambda: [one.budget for one in office.means.kinds()] == ["travel"])
    claim = office.means.ask(office.council.members()[0].id, 1, TODAY, "100", "")
    office.means.agree([claim], TODAY)
    shown(desk, BudgetPage(desk))
    person.sees(tr("spent {amount}", amount=euros("23,00")), words("state", "unsaid"))


def test_a_member_can_ask_the_benefits_officer_on_paper(our_council: Desk, person: Person):
    desk = our_council
    shown(desk, ClaimsPage(desk))
    person.presses(tr("Paper for your benefits officer"))
    made = members_folder(desk) / "Vragen aan mijn consulent.docx"
    person.waits(made.exists, "no paper was made")


def test_what_the_council_needs_and_what_it_gets(our_council: Desk, person: Person, tmp_path: Path):
    desk, office = our_council, our_council.office
    shown(desk, SupportPage(desk))
    person.sees(tr("What does your council need?"))
    person.presses(tr("Take over what councils often need"))
    person.sees("Een zaal waar iedereen in kan", words("need", "open"))
    person.uses("Ctrl+Z")
    person.sees(tr("What does your council need?"))

    person.presses(tr("Add"))
    person.sees_at(tr("What do you need?"), tr("Say in a few words what you need."))
    person.types(tr("What do you need?"), "Hulp bij het verslag")
    person.types(optional(tr("Asked on which day?")), "31-2-2026")
    person.presses(tr("Add"))
    sentence = tr("This is not a date. Write it like 19 March 2026 or 19-3-2026.")
    person.sees_at(optional(tr("Asked on which day?")), sentence)
    person.types(optional(tr("Asked on which day?")), "5-1-2026")
    person.presses(tr("Add"))
    person.sees(words("need", "asked"))
    person.sees(tr("You get {given} of the {all} things you need at least.", given=0, all=1))
    person.sees(tr("Ask again: there is still no answer."))
    [notice] = [one for one in office.attention.notices(TODAY) if one.place == "support"]
    assert "8 weken" in notice.why

    open_members(desk, notice.place)
    [need] = office.support.needs()
    state = words("need", "asked")
    why = " · ".join([words("priority", "minimum"), "gevraagd op 5 januari 2026"])
    person.presses(f"{need.what}, {why}, {state}, {tr('Change')}")
    person.chooses(tr("Do you get it?"), words("given", "yes"))
    person.types(optional(tr("Who gives it?")), "Gemeente, team Beleid")
    person.presses(tr("Keep"))
    person.sees(tr("You get what you need at least."), words("need", "yes"))
    person.presses(tr("Make this paper"))
    made = members_folder(desk) / "Ondersteuning wat wij minstens nodig hebben.docx"
    person.waits(made.exists, "no paper was made")


def optional(label: str) -> str:
    return tr("{label} (optional)", label=label)


@pytest.mark.parametrize(
    ("word", "page", "sees"),
    [("Kerstkaarten", SpendingsPage, "€\N{NO-BREAK SPACE}47,25"), ("ringleiding", SupportPage, "")],
)
def test_what_was_found_opens_where_it_stands(
    example: Desk, person: Person, word: str, page: type[Page], sees: str
):
    [place] = [one.place for one in example.office.find(word) if one.area == "members"]
    open_members(example, place)
    person.waits(lambda: isinstance(example.window.page, page))
    person.sees(sees)


PAGES: dict[str, Callable[[Desk], Page]] = {
    "budget": BudgetPage,
    "spendings": SpendingsPage,
    "support": SupportPage,
    "kinds": ClaimKindsPage,
    "claims": ClaimsPage,
    "members": MembersPage,
}


@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize(("colours", "size"), [("light", 1.0), ("high_contrast", 2.0)])
def test_the_screens_can_be_read_and_walked(
    request: pytest.FixtureRequest, qapp: QApplication, colours: str, size: float, filled: bool
):
    desk: Desk = request.getfixturevalue("example" if filled else "our_council")
    theme.apply(qapp, colours, size)
    if filled:
        desk.office.budget.keep_spending(None, "Dure spreker", TODAY, "2000", "expertise")
        desk.office.training.keep(None, topic="Ooit", cost=100)
    complaints: list[str] = []
    for name, make in PAGES.items():
        shown(desk, make(desk))
        for _ in range(12):  # nested layouts settle one level at a time
            qapp.processEvents()
        found = [*nameless(desk.window), *out_of_order(desk.window), *cut(desk.window)]
        complaints += [f"{name}: {complaint}" for complaint in found]
    assert complaints == []
