"""The budget of the year: only the council's own amounts, and sums that always add up."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.budget import Amounts, Budget
from desktop.domain.errors import CouncilError
from desktop.services import office as offices
from desktop.services import record_words
from desktop.services.members.rows_budget import known, parts, texts
from desktop.services.travel import unpack

DAY = date(2026, 3, 10)
SAID = st.none() | st.integers(0, 5_000_00)
AMOUNTS = st.builds(Amounts, SAID, SAID, st.integers(0, 5_000_00))
BUDGETS = st.builds(Budget, st.dictionaries(st.sampled_from("abcdefg"), AMOUNTS), SAID)


def part(office, key, year=2026):
    return next(row for row in office.budget.year(year).rows if row.key == key)


# ---- the rules


@given(BUDGETS)
def test_the_parts_add_up_to_the_total(budget):
    every = budget.parts.values()
    assert budget.total.spent == sum(one.spent for one in every)
    said = [one.planned for one in every if one.planned is not None]
    assert budget.total.planned == (sum(said) if said else None)
    granted = [one for one in (budget.free, *(part.granted for part in every)) if one is not None]
    assert budget.total.granted == (sum(granted) if granted else None)


@given(BUDGETS)
def test_too_much_is_told_exactly_when_a_part_says_so(budget):
    states = {key: budget.state(key) for key in budget.parts}
    assert (budget.overspent > 0) == ("over" in states.values())
    assert set(budget.unsaid) == {key for key, state in states.items() if state == "unsaid"}
    if budget.free is None:
        lefts = [one.left for one in budget.parts.values() if one.left is not None]
        assert budget.overspent == -sum(left for left in lefts if left < 0)
    else:
        assert budget.unsaid == []


@given(BUDGETS, st.integers(0, 9_000_00))
def test_more_money_for_everything_never_makes_it_worse(budget, more):
    richer = Budget(budget.parts, (budget.free or 0) + more)
    if budget.free is not None:
        assert richer.overspent <= budget.overspent
        assert richer.overplanned <= budget.overplanned


@pytest.mark.parametrize(
    ("one", "free", "state"),
    [
        (Amounts(), None, "empty"),
        (Amounts(planned=5), None, "unsaid"),
        (Amounts(spent=5), None, "unsaid"),
        (Amounts(10, 10, 10), None, "fits"),
        (Amounts(10, 11, 10), None, "planned_over"),
        (Amounts(10, 11, 11), None, "over"),
        (Amounts(0), None, "fits"),
        (Amounts(0, spent=1), None, "over"),
        (Amounts(spent=5), 5, "free"),
        (Amounts(spent=6), 5, "over"),
        (Amounts(10, 14), 5, "free"),
        (Amounts(10, 16), 5, "planned_over"),
    ],
)
def test_how_a_part_stands(one, free, state):
    assert Budget({"a": one}, free).state("a") == state


# ---- amounts of a year


def test_an_amount_comes_with_its_source(office):
    with pytest.raises(CouncilError) as told:
        office.budget.keep(2026, "training", "1500", "", " ")
    assert told.value.field == "source"
    assert office.budget.is_new()
    office.budget.keep(2026, "training", "1.500", "1200,50", "brief van 12 januari")
    assert part(office, "training").amounts == Amounts(150000, 120050, 0)
    assert part(office, "training").source == "brief van 12 januari"
    assert not office.budget.is_new()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"granted": "veel"}, "granted"),
        ({"granted": "-5"}, "granted"),
        ({"granted": "99999999999"}, "granted"),
        ({"granted": "9" * 5000}, "granted"),
        ({"granted": "", "planned": ""}, "granted"),
        ({"planned": "1e9"}, "planned"),
        ({"part": "feest"}, "part"),
        ({"year": 26}, "year"),
        ({"year": 20260}, "year"),
    ],
)
def test_bad_input_gets_one_sentence_at_its_field(office, fields, field):
    good = {"year": 2026, "part": "travel", "granted": "10", "planned": "", "source": "brief"}
    with pytest.raises(CouncilError) as told:
        office.budget.keep(**(good | fields))
    assert told.value.field == field
    assert told.value.message.count(".") <= 2
    assert office.budget.is_new()


def test_a_plan_needs_no_source_and_each_year_stands_by_itself(office):
    office.budget.keep(2026, "travel", "", "400", "")
    assert part(office, "travel").amounts == Amounts(None, 40000, 0)
    assert part(office, "travel", 2025).amounts == Amounts()
    office.budget.keep(2026, "travel", "500", "400", "brief")
    office.budget.keep(2026, "travel", "550", "", "brief")
    assert part(office, "travel").amounts == Amounts(55000, None, 0)
    office.budget.remove(2026, "travel")
    assert not part(office, "travel").kept
    office.store.undo()
    assert part(office, "travel").amounts.granted == 55000
    office.store.undo()
    assert part(office, "travel").amounts == Amounts(50000, 40000, 0)


def test_last_years_plan_is_only_a_start(office):
    assert not office.budget.can_take_plan(2026)
    office.budget.keep(2025, "travel", "500", "400", "brief van 2025")
    office.budget.keep(2025, "training", "500", "", "brief van 2025")
    office.budget.keep(2026, "meetings", "100", "", "brief van 2026")
    assert office.budget.can_take_plan(2026)
    office.budget.take_plan(2026)
    assert part(office, "travel").amounts == Amounts(None, 40000, 0)
    assert part(office, "travel").source == ""
    assert not part(office, "training").kept
    assert part(office, "meetings").amounts.granted == 10000
    assert not office.budget.can_take_plan(2026)
    office.store.undo()
    assert not part(office, "travel").kept


# ---- what was spent


@pytest.fixture
def spent(office):
    """A claim of each state, trainings, and a spending; some of them in another year."""
    means = office.means
    joop = office.council.add_member("Joop Kramer")
    car = means.keep_kind(None, "Auto", "0,23", "km", "brief", budget="travel")
    fee = means.keep_kind(None, "Vergadering", "35", "times", "artikel 6")
    new, agreed, paid, refused, before = (
        means.ask(joop, kind, day, "10", "")
        for kind, day in (
            (car, DAY),
            (car, date(2026, 1, 1)),
            (fee, date(2026, 12, 31)),
            (fee, DAY),
            (fee, date(2025, 12, 31)),
        )
    )
    means.agree([agreed, paid, before], DAY)
    means.pay([paid], date(2027, 1, 15))
    means.refuse(refused, "Dit was al betaald.")
    for topic, on, cost in (
        ("Begroting", DAY, 45000),
        ("Wmo", date(2025, 5, 1), 9900),
        ("Ooit", None, 7700),
        ("Gratis", DAY, None),
    ):
        office.training.keep(None, topic=topic, on=on, cost=cost)
    office.budget.keep_spending(None, "Zaal en koffie", DAY, "185,50", "meetings")
    assert new
    return office


def test_spent_is_what_was_agreed_or_paid_by_its_own_day(spent):
    view = spent.budget.year(2026)
    found = {(one.part, one.how): (one.many, one.amount) for one in view.spent}
    assert found == {
        ("travel", "claims"): (1, 230),
        ("allowances", "claims"): (1, 35000),
        ("training", "trainings"): (1, 45000),
        ("meetings", "spendings"): (1, 18550),
    }
    assert view.budget.total.spent == sum(cents for _many, cents in found.values())
    assert view.waiting == (1, 230)
    assert view.undated == 1
    assert spent.budget.year(2025).budget.total.spent == 35000 + 9900


def test_a_kind_that_was_claimed_stays_so_that_its_part_of_the_budget_is_right(spent):
    before = spent.budget.year(2026)
    for kind in spent.means.kinds(used=False):
        with pytest.raises(CouncilError):
            spent.means.remove_kind(kind.id)
    assert spent.budget.year(2026) == before


def test_who_is_taken_out_leaves_what_was_spent_without_a_name(spent):
    spent.training.keep(
        None, topic="Klare taal", on=DAY, cost=8000, member_id=spent.council.members()[0].id
    )
    before = {year: spent.budget.year(year).budget for year in (2025, 2026)}
    members = spent.council.members()
    for member in members:
        spent.people.remove(member.id)
    for year, budget in before.items():
        assert spent.budget.year(year).budget == budget
    assert spent.means.claims() == []
    said = " ".join(row.what for year in before for row in spent.budget.spendings(year))
    assert not any(member.name in said for member in members)
    for _member in members:
        spent.store.undo()
    assert len(spent.budget.spendings(2026)) == 1
    assert spent.budget.year(2026).budget == before[2026]


def test_a_part_that_the_app_does_not_know_is_among_the_other_costs(office):
    assert known("feest") == "other"
    assert known("free") == "other"
    assert known("travel") == "travel"
    kind = office.means.keep_kind(None, "Auto", "0,23", "km", "brief", budget="feest")
    assert next(one for one in office.means.kinds() if one.id == kind).budget == "other"


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_spent_on_the_parts_adds_up_over_the_years(tmp_path_factory, data):
    made = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from([key for key, _name in parts()]),
                st.dates(date(2024, 12, 30), date(2027, 1, 2)),
                st.integers(1, 900_00),
            ),
            max_size=8,
        )
    )
    path = Path(tmp_path_factory.mktemp("jaren")) / "Raad.samenspraak"
    office, _code = offices.make(path, "een geheime zin", cost=2**4)
    try:
        for key, on, cents in made:
            office.budget.keep_spending(None, "Iets", on, f"{cents // 100},{cents % 100:02}", key)
        views = [office.budget.year(year) for year in range(2024, 2028)]
    finally:
        office.close()
    assert sum(view.budget.total.spent for view in views) == sum(cents for *_, cents in made)
    for view in views:
        assert sum(one.amount for one in view.spent) == view.budget.total.spent


@pytest.mark.parametrize(
    ("what", "on", "amount", "field"),
    [
        (" ", DAY, "10", "what"),
        ("Zaal", None, "10", "on"),
        ("Zaal", date(1026, 3, 1), "10", "on"),
        ("Zaal", DAY, "tien", "amount"),
        ("Zaal", DAY, "-10", "amount"),
        ("Zaal", DAY, "0", "amount"),
    ],
)
def test_a_spending_that_cannot_be(office, what, on, amount, field):
    with pytest.raises(CouncilError) as told:
        office.budget.keep_spending(None, what, on, amount, "meetings")
    assert told.value.field == field
    assert office.budget.spendings(2026) == []


def test_a_spending_is_changed_thrown_away_and_found(office):
    number = office.budget.keep_spending(None, "Kerstkaarten", DAY, "47,25", "communication")
    office.budget.keep_spending(number, "Kaarten", date(2025, 12, 1), "50", "other")
    assert office.budget.spendings(2026) == []
    [row] = office.budget.spendings(2025)
    assert (row.what, row.amount, row.part) == ("Kaarten", 5000, "other")
    [found] = office.find("kaarten")
    assert (found.place, found.area) == (f"spending:{number}", "members")
    office.budget.remove_spending(number)
    assert office.find("kaarten") == []
    with pytest.raises(CouncilError):
        office.budget.spending(number)
    office.store.undo()
    assert len(office.budget.spendings(2025)) == 1


# ---- what must be said


def test_one_calm_notice_a_year_however_many_parts(office):
    for key in ("travel", "meetings"):
        office.budget.keep(2026, key, "10", "", "brief")
        office.budget.keep_spending(None, "Iets", DAY, "15", key)
    [notice] = office.budget.notices(DAY)
    assert (notice.tone, notice.place, notice.area) == ("calm", "budget", "members")
    assert "10,00" in notice.why
    assert "Vergaderen en Reizen" in notice.why
    assert list(office.budget.notices(date(2025, 3, 1))) == []
    office.budget.keep(2026, "free", "10", "", "brief")
    assert list(office.budget.notices(DAY)) == []


def test_without_an_amount_nothing_is_too_much(office):
    office.budget.keep_spending(None, "Iets", DAY, "15", "travel")
    assert list(office.budget.notices(DAY)) == []
    view = office.budget.year(2026)
    assert view.budget.unsaid == ["travel"]
    assert view.budget.total.left is None


def test_more_than_all_that_was_granted_is_too_much_too(office):
    office.budget.keep(2026, "training", "10", "", "brief")
    office.budget.keep_spending(None, "Iets", DAY, "15", "travel")
    assert office.budget.year(2026).budget.overspent == 0
    [notice] = office.budget.notices(DAY)
    assert "5,00 meer uit dan u kreeg" in notice.why


def test_the_history_says_it_in_dutch(office):
    office.budget.keep(2026, "travel", "1250", "", "brief")
    number = office.support.keep(None, what="Een zaal", priority="minimum", given="partly")
    assert number
    with office.store.reading() as session:

        def said(table, name, content):
            return record_words.value(session, table, name, content)

        assert said("budget_line", "part", "travel") == "Reizen"
        assert said("budget_line", "granted", 125000) == "€\N{NO-BREAK SPACE}1.250,00"
        assert said("spending", "amount", 50) == "€\N{NO-BREAK SPACE}0,50"
        assert said("claim_kind", "budget", "allowances") == "Vergoedingen voor leden"
        assert said("support_need", "given", "partly") == "Voor een deel"
        assert said("support_need", "priority", "wish") == "Een wens"
        line = {"year": 2026, "part": "travel", "granted": 125000}
        assert record_words.title(session, "budget_line", line) == "Reizen 2026"


def test_the_words_hold_every_part_and_state():
    told = texts()
    assert set(told["help"]) == set(told["part"])
    assert set(told["state"]) == {"over", "planned_over", "unsaid", "free", "fits"}
    assert len(told["usual"]) >= 6
    assert {one["priority"] for one in told["usual"]} <= set(told["priority"])


# ---- the help that is needed


def test_the_minimum_comes_first_and_what_does_not_come_is_counted(office):
    office.support.keep(None, what="Een website", priority="wish")
    office.support.keep(None, what="Een zaal", priority="minimum", given="yes")
    office.support.keep(None, what="Kopieën", priority="minimum", given="partly")
    office.support.keep(None, what="Hulp bij post", priority="minimum", asked=DAY)
    assert [one.what for one in office.support.needs()] == [
        "Een zaal",
        "Kopieën",
        "Hulp bij post",
        "Een website",
    ]
    assert [one.what for one in office.support.missing()] == ["Kopieën", "Hulp bij post"]
    assert [one.state for one in office.support.needs()] == ["yes", "partly", "asked", "open"]
    with pytest.raises(CouncilError) as told:
        office.support.keep(None, what="  ")
    assert told.value.field == "what"


def test_the_usual_needs_come_in_one_press_and_only_once(office):
    office.support.take_usual()
    many = len(office.support.needs())
    assert many == len(texts()["usual"])
    office.support.take_usual()
    assert len(office.support.needs()) == many
    office.store.undo()
    assert office.support.needs() == []


def test_waiting_too_long_counts_by_the_councils_own_term_only(office):
    number = office.support.keep(None, what="Een zaal", priority="minimum", asked=DAY)
    office.support.keep(None, what="Een website", priority="wish", asked=DAY)
    assert list(office.support.notices(date(2027, 1, 1))) == []
    office.council.set_norm("reply_term", 4, "weeks", source="werkafspraak 3")
    assert list(office.support.notices(date(2026, 4, 7))) == []
    [notice] = office.support.notices(date(2026, 4, 8))
    assert "10 maart 2026" in notice.why
    assert "werkafspraak 3" in notice.why
    assert (notice.place, notice.due) == ("support", date(2026, 4, 7))
    office.support.keep(number, what="Een zaal", given="no")
    assert list(office.support.notices(date(2026, 4, 8))) == []


def test_what_is_needed_is_found_and_thrown_away(office):
    number = office.support.keep(None, what="Een zaal", note="Met een ringleiding")
    [found] = office.find("ringleiding")
    assert (found.place, found.area) == ("support", "members")
    office.support.remove(number)
    assert office.support.needs() == []
    office.store.undo()
    assert len(office.support.needs()) == 1


# ---- two copies that both went on


def test_the_same_part_added_on_both_sides_becomes_one(tmp_path):
    words = "een geheime zin"
    home, _code = offices.make(tmp_path / "thuis" / "Raad.samenspraak", words, cost=2**4)
    home.council.change_profile(name="Cliëntenraad Duinrede")
    package = home.travel.take_along(tmp_path / "stick", "Fatima", DAY)
    away = offices.open_office(unpack(package, tmp_path / "laptop"), passphrase=words)
    away.budget.keep(2026, "travel", "500", "400", "brief")
    away.budget.keep(2026, "training", "", "300", "")
    home.budget.keep(2026, "travel", "600", "400", "brief")
    home.budget.keep(2026, "training", "", "300", "")
    back = away.travel.pack(tmp_path / "terug", DAY)
    away.close()
    found = home.travel.look(back, words)
    try:
        [clash] = found.clashes
        assert clash.what == "Deel van het budget: Reizen 2026"
        assert clash.field == "Toegekend"
        assert (clash.ours, clash.theirs) == tuple(
            f"€\N{NO-BREAK SPACE}{one}" for one in ("600,00", "500,00")
        )
        home.travel.bring_back(found, {0: False}, DAY)
    finally:
        found.close()
    assert part(home, "travel").amounts == Amounts(50000, 40000, 0)
    assert part(home, "training").amounts == Amounts(None, 30000, 0)
    home.budget.remove(2026, "travel")
    assert not part(home, "travel").kept
    home.close()
