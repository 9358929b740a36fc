"""Terms of members: when they end, how near that is, appointing, leaving, and the rota."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import tenures
from desktop.domain.errors import CouncilError
from desktop.domain.tenures import Ending
from desktop.domain.terms import Term
from desktop.services.office import Office
from tests.example import example as example_council

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
LENGTHS = st.one_of(
    st.builds(Term, st.integers(1, 12), st.just("years"), st.just("artikel 12")),
    st.builds(Term, st.integers(1, 120), st.just("months"), st.just("artikel 12")),
)
RULE = "artikel 12 van het reglement"
TODAY = date(2026, 3, 10)


@given(since=DAYS, length=LENGTHS)
def test_a_term_ends_on_the_day_before_it_would_begin_again(since, length):
    last = tenures.last_day(since, length)
    assert last is not None
    assert tenures.following_start(last) == length.after(since)
    assert last >= since


@given(since=DAYS, years=st.integers(1, 12))
def test_years_are_twelve_months_each(since, years):
    assert Term(years, "years", "").after(since) == Term(12 * years, "months", "").after(since)


def test_without_a_rule_a_term_has_no_end():
    assert tenures.last_day(TODAY, None) is None
    assert tenures.stage(None, TODAY) == "far"


@given(until=DAYS, today=DAYS)
def test_the_end_only_comes_nearer(until, today):
    order = ["far", "year", "half", "quarter", "over"]
    now, tomorrow = (tenures.stage(until, today + timedelta(days=n)) for n in (0, 1))
    assert order.index(now) <= order.index(tomorrow)
    assert (now == "over") == (until < today)


@pytest.mark.parametrize(
    ("until", "stage"),
    [
        (date(2027, 3, 11), "far"),
        (date(2027, 3, 10), "year"),
        (date(2026, 9, 11), "year"),
        (date(2026, 9, 10), "half"),
        (date(2026, 6, 10), "quarter"),
        (date(2026, 3, 10), "quarter"),
        (date(2026, 3, 9), "over"),
    ],
)
def test_a_year_half_a_year_and_three_months_before(until, stage):
    assert tenures.stage(until, TODAY) == stage


@given(
    st.lists(st.builds(Ending, st.sampled_from("abcdef"), DAYS), max_size=12), st.integers(1, 30)
)
def test_every_end_stands_in_its_year_and_crowds_are_among_them(endings, members):
    years = tenures.by_year(endings)
    assert sorted(e.until for ends in years.values() for e in ends) == sorted(
        e.until for e in endings
    )
    for year, ends in tenures.crowded(endings, members).items():
        assert ends == years[year]
        assert len(ends) >= 2
        assert 3 * len(ends) >= members


def _rules(office: Office) -> None:
    office.council.set_norm("term_length", 4, "years", source=RULE)
    office.council.set_norm("terms_most", 2, "times", source=RULE)


def test_the_rules_say_when_a_term_ends_and_the_member_follows(office: Office):
    _rules(office)
    terms = office.seats.terms
    member = terms.welcome("Ans Kuiper", since=date(2022, 4, 1), email="ans@raad.example")
    [first] = terms.of(member)
    assert (first.number, first.until) == (1, date(2026, 3, 31))
    assert terms.proposed(member, TODAY) == (date(2026, 4, 1), date(2030, 3, 31))
    assert terms.allowed(member)
    terms.appoint(member, date(2026, 4, 1))
    assert not terms.allowed(member)
    row = office.people.person(member).row
    assert (row.since, row.until, row.email) == (
        date(2022, 4, 1),
        date(2030, 3, 31),
        "ans@raad.example",
    )
    office.store.undo()
    assert office.people.person(member).row.until == date(2026, 3, 31)


def test_a_member_without_a_term_keeps_the_first_day(office: Office):
    member = office.council.add_member("Bea", since=date(2020, 1, 1))
    assert office.seats.terms.proposed(member, TODAY) == (date(2020, 1, 1), None)
    assert office.seats.terms.rota(TODAY).lines == ()


def test_who_leaves_says_no_reason_and_frees_the_seat(office: Office):
    _rules(office)
    seat = office.seats.add("Zetel jeugd")
    terms = office.seats.terms
    member = terms.welcome("Ans", since=date(2024, 1, 1), seat=seat)
    terms.appoint(member, date(2028, 1, 1), seat=seat)
    assert office.seats.vacancies(TODAY) == []
    terms.end(member, date(2026, 3, 9))
    [left] = terms.of(member)
    assert left.ended == date(2026, 3, 9)
    assert [one.name for one in office.seats.vacancies(TODAY)] == ["Zetel jeugd"]
    assert office.people.people(TODAY) == []
    assert [view.row.name for view in office.people.people(TODAY, left=True)] == ["Ans"]
    assert office.council.members(TODAY) == []
    assert [n.title for n in office.attention.notices(TODAY) if n.place == "seats"]


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [
        (date(2027, 1, 1), None, "since"),
        (date(2020, 1, 1), date(2024, 1, 1), "since"),
        (date(2030, 1, 1), date(2029, 1, 1), "until"),
    ],
)
def test_terms_do_not_overlap_or_turn_round(office: Office, since, until, field):
    _rules(office)
    member = office.seats.terms.welcome("Ans", since=date(2024, 1, 1))
    with pytest.raises(CouncilError) as refused:
        office.seats.terms.appoint(member, since, until=until)
    assert refused.value.field == field
    assert len(office.seats.terms.of(member)) == 1


def test_two_people_do_not_sit_on_one_seat(office: Office):
    _rules(office)
    seat, terms = office.seats.add("Zetel werk"), office.seats.terms
    terms.welcome("Ans", since=date(2024, 1, 1), seat=seat)
    with pytest.raises(CouncilError, match="Ans"):
        terms.welcome("Bea", since=date(2025, 1, 1), seat=seat)
    assert [m.name for m in office.council.members()] == ["Ans"], "nothing half was kept"


def test_the_last_day_is_not_before_the_first(office: Office):
    member = office.seats.terms.welcome("Ans", since=date(2026, 2, 1))
    with pytest.raises(CouncilError) as refused:
        office.seats.terms.end(member, date(2026, 1, 1))
    assert refused.value.field == "day"


def test_a_last_day_is_told_within_a_year_and_without_one_nothing_is(office: Office):
    terms = office.seats.terms
    ans = terms.welcome("Ans", since=date(2022, 4, 1))
    assert terms.length() is None

    def told() -> list[tuple[str, str]]:
        found = office.attention.notices(TODAY)
        return [(n.tone, n.place) for n in found if n.place.startswith("person")]

    assert told() == []
    terms.change(terms.of(ans)[0].id, date(2022, 4, 1), date(2027, 4, 30), None)
    assert told() == []
    terms.change(terms.of(ans)[0].id, date(2022, 4, 1), date(2026, 4, 30), None)
    assert told() == [("soon", f"person:{ans}")], "the council wrote this day down itself"
    terms.change(terms.of(ans)[0].id, date(2022, 4, 1), date(2026, 2, 1), None)
    assert told() == [("soon", f"person:{ans}")], "the term is over and nobody said goodbye"
    terms.end(ans, date(2026, 2, 1))
    assert told() == []


def test_the_rota_of_the_example_points_out_the_crowd(tmp_path):

    office = example_council(tmp_path)
    rota = office.seats.terms.rota(TODAY)
    assert [line.name for line in rota.lines[:3]] == ["Lies Smit", "Joop Kramer", "Wim de Boer"]
    assert list(rota.crowded) == [2026]
    assert [line.name for line in rota.lines if not line.may_return][:2] == [
        "Lies Smit",
        "Henk Terpstra",
    ]
    for view in office.people.people(TODAY):
        assert view.tenure is not None
        assert (view.row.since, view.row.until) == (view.tenures[0].since, view.tenure.until)
    made = office.seats.save_rota(tmp_path / "Leden", TODAY)
    assert [path.name for path in made] == [
        "Rooster-van-aftreden 2026-03-10.docx",
        "Rooster-van-aftreden 2026-03-10.pdf",
    ]
    office.close()


def test_the_example_moves_with_today(tmp_path):

    later = date(2027, 5, 4)
    office = example_council(tmp_path, later)
    shift = later - TODAY
    lies = office.people.named("Lies Smit")
    assert lies is not None
    assert office.people.person(lies).row.until == date(2026, 6, 1) + shift
    assert office.people.person(lies).tenures[-1].until == date(2026, 6, 1) + shift
    office.close()
