"""Allowances: only the amounts of the council, and claims from asked to paid."""

from datetime import date

import pytest

from desktop.domain.errors import CouncilError

DAY = date(2026, 3, 10)


@pytest.fixture
def joop(office) -> int:
    return office.council.add_member("Joop Kramer")


@pytest.fixture
def kilometres(office) -> int:
    return office.means.keep_kind(None, "Eigen auto", "0,23", "km", "brief van 12 januari")


@pytest.fixture
def claim(office, joop, kilometres) -> int:
    return office.means.ask(joop, kilometres, DAY, "34", "", "Vergadering")


def test_the_amount_follows_from_what_was_agreed(office, claim):
    found = office.means.claim(claim)
    assert (found.amount, found.units, found.name, found.state) == (
        782,
        34.0,
        "Eigen auto",
        "claimed",
    )


def test_an_amount_without_its_source_is_refused(office):
    with pytest.raises(CouncilError) as told:
        office.means.keep_kind(None, "Vergadering", "35", "times", " ")
    assert told.value.field == "source"
    assert office.means.kinds() == []


def test_what_it_cost_is_asked_when_no_amount_was_agreed(office, joop):
    taxi = office.means.keep_kind(None, "Taxi", "", "cost", "artikel 6")
    with pytest.raises(CouncilError) as told:
        office.means.ask(joop, taxi, DAY, "1", "veel")
    assert told.value.field == "cost"
    number = office.means.ask(joop, taxi, DAY, "1", "€ 18,40")
    assert office.means.claim(number).amount == 1840


def test_a_changed_amount_leaves_old_claims_alone(office, claim, kilometres):
    office.means.keep_kind(kilometres, "Auto", "0,30", "km", "brief van 1 juli", used=False)
    found = office.means.claim(claim)
    assert (found.name, found.amount) == ("Eigen auto", 782)
    assert office.means.kinds() == []
    with pytest.raises(CouncilError, match="Auto"):
        office.means.remove_kind(kilometres)
    assert [kind.id for kind in office.means.kinds(used=False)] == [kilometres]
    office.means.remove(claim)
    office.means.remove_kind(kilometres)
    assert office.means.kinds(used=False) == []


def test_claimed_agreed_paid(office, claim):
    with pytest.raises(CouncilError):
        office.means.pay([claim], DAY)
    office.means.agree([claim], DAY)
    assert office.means.claim(claim).state == "agreed"
    office.means.pay([claim], date(2026, 3, 20))
    assert office.means.claim(claim).paid == date(2026, 3, 20)
    for act in (
        lambda: office.means.agree([claim], DAY),
        lambda: office.means.refuse(claim, "Toch niet."),
        lambda: office.means.remove(claim),
    ):
        with pytest.raises(CouncilError):
            act()


def test_paying_all_or_nothing(office, claim, joop, kilometres):
    other = office.means.ask(joop, kilometres, DAY, "2", "")
    office.means.agree([claim], DAY)
    with pytest.raises(CouncilError):
        office.means.pay([claim, other], DAY)
    assert office.means.claim(claim).state == "agreed"


def test_a_refusal_has_a_reason_and_can_be_looked_at_again(office, claim):
    with pytest.raises(CouncilError) as told:
        office.means.refuse(claim, " ")
    assert told.value.field == "refused"
    office.means.refuse(claim, "Dit was al betaald.")
    assert office.means.claim(claim).state == "refused"
    office.means.reopen(claim)
    assert office.means.claim(claim).state == "claimed"


def test_a_receipt_is_kept_with_the_claim(office, claim, tmp_path):
    paper = tmp_path / "bonnetje.pdf"
    paper.write_bytes(b"%PDF-1.7 bonnetje")
    office.means.attach(claim, paper)
    name, data = office.means.receipt(claim)
    assert (name.endswith(".pdf"), data) == (True, b"%PDF-1.7 bonnetje")
    with pytest.raises(CouncilError):
        office.means.attach(claim, tmp_path / "weg.pdf")
    (tmp_path / "virus.exe").write_bytes(b"MZ")
    with pytest.raises(CouncilError):
        office.means.attach(claim, tmp_path / "virus.exe")


def test_who_waits_too_long_is_announced_by_the_councils_own_term(office, claim):
    assert list(office.means.notices(date(2027, 1, 1))) == []
    office.council.set_norm("claims_paid", 1, "months", source="artikel 14")
    assert list(office.means.notices(date(2026, 4, 10))) == []
    [notice] = office.means.notices(date(2026, 4, 11))
    assert "artikel 14" in notice.why
    office.means.agree([claim], DAY)
    office.means.pay([claim], DAY)
    assert list(office.means.notices(date(2026, 4, 11))) == []


def test_claims_of_one_member_one_year_one_state(office, claim, joop, kilometres):
    other = office.council.add_member("Lies")
    office.means.ask(other, kilometres, date(2025, 12, 31), "1", "")
    assert [one.id for one in office.means.claims(member=joop)] == [claim]
    assert [one.member_id for one in office.means.claims(year=2025)] == [other]
    assert office.means.claims(state="paid") == []


def test_trainings_of_a_member_and_of_everybody(office, joop):
    office.training.keep(None, topic="Begroting", on=date(2025, 11, 13))
    own = office.training.keep(None, topic="Voorzitten", member_id=joop)
    office.training.keep(own, topic="Goed voorzitten", member_id=joop)
    assert [row.topic for row in office.training.trainings(joop)] == [
        "Goed voorzitten",
        "Begroting",
    ]
    other = office.council.add_member("Lies")
    assert [row.topic for row in office.training.trainings(other)] == ["Begroting"]
    with pytest.raises(CouncilError):
        office.training.keep(None, topic=" ")
    office.training.remove(own)
    assert len(office.training.trainings()) == 1


def test_hours_are_of_one_member_only(office, joop):
    other = office.council.add_member("Lies")
    line = office.training.keep_hours(None, joop, DAY, 2.5, "Verslag")
    office.training.keep_hours(line, joop, DAY, 3.0, "Verslag")
    assert [row.hours for row in office.training.hours(joop, 2026)] == [3.0]
    assert office.training.hours(other, 2026) == []
    assert office.training.hours(joop, 2025) == []
    office.training.remove_hours(line)
    assert office.training.hours(joop, 2026) == []
