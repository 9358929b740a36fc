"""Terms, timeliness, numbers, votes and the road of a dossier: rules without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain import dossier as road
from desktop.domain.dossier import Facts
from desktop.domain.errors import CouncilError
from desktop.domain.numbering import next_number, reference
from desktop.domain.terms import Term, add
from desktop.domain.timeliness import timeliness
from desktop.domain.voting import Vote, check

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
VOTE = Vote(present=7, members=10, quorum=6, votes_for=6, votes_against=0, abstained=1)


@given(DAYS, st.integers(0, 400))
def test_weeks_are_seven_days(start, amount):
    assert add(start, amount, "weeks") == add(start, 7 * amount, "days")


@given(DAYS, st.integers(0, 60))
def test_months_end_in_the_right_month(start, amount):
    end = add(start, amount, "months")
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == amount
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


def test_a_month_after_31_january_is_the_last_of_february():
    assert add(date(2026, 1, 31), 1, "months") == date(2026, 2, 28)


@given(DAYS, st.integers(0, 200), st.integers(1, 200))
def test_enough_or_short_by_the_difference(start, given_days, minimum):
    end = start + timedelta(days=given_days)
    time = timeliness(start, end, None, "preparation", Term(minimum, "days", "werkafspraak 2"))
    assert time.given == given_days
    assert time.short_by == max(0, minimum - given_days)
    assert time.is_late == (time.short_by > 0)


@given(DAYS, DAYS, DAYS)
def test_the_first_of_both_dates_counts(start, reply, decision):
    time = timeliness(start, reply, decision, "", None)
    assert time.end == min(reply, decision)
    assert time.verdict == "no_norm"
    assert time.short_by == 0


def test_a_choice_already_made_is_late_whatever_the_days():
    time = timeliness(date(2026, 3, 2), date(2027, 3, 2), None, "execution", None)
    assert time.is_late


def test_without_dates_nothing_is_claimed():
    time = timeliness(None, None, None, "", Term(6, "weeks", "artikel 4"))
    assert (time.verdict, time.given, time.is_late) == ("no_dates", None, False)


@given(st.integers(1, 999), st.integers(2000, 2099))
def test_the_next_reference_was_never_used(number, year):
    scheme = "CR-{year}-{number:02}"
    used = [reference(scheme, year, n) for n in range(1, number)]
    assert next_number(scheme, year, used) == number
    assert next_number(scheme, year + 1, used) == 1


@pytest.mark.parametrize("scheme", ["A-{yy}{number}", "{number:03}/{year}", "ASD {number}"])
def test_schemes_of_councils(scheme):
    first = reference(scheme, 2026, 7)
    assert next_number(scheme, 2026, [first]) == 8


@pytest.mark.parametrize(
    "scheme", ["CR-{year}", "{number", "{number.__class__}", "{x}{number}", "{number:>999999999}"]
)
def test_a_scheme_that_cannot_work_is_refused(scheme):
    with pytest.raises(CouncilError):
        reference(scheme, 2026, 1)


@given(*(st.integers(0, 12) for _ in range(5)))
def test_never_more_votes_than_members_present(present, members, yes, no, blank):
    vote = Vote(present, members, None, yes, no, blank)
    if yes + no + blank > present or present > members:
        with pytest.raises(CouncilError):
            check(vote)
    else:
        check(vote)


def test_every_state_has_a_way_on_and_can_be_reached():
    reached = {"received", "announced", "initiative"}
    for _ in road.STATES:
        reached |= {s.state for at in reached for s in road.next_steps(at, Facts())}
    assert reached == set(road.STATES)


FULL = Facts(
    phase="preparation",
    level_offered="advise",
    has_deadline=True,
    sections_written=5,
    recommendations=(True, True),
    recommendations_complete=True,
    vote=VOTE,
    letters=1,
    reply_received=True,
    feedback_done=True,
    closing_reason="Klaar",
)


@pytest.mark.parametrize("state", road.STATES)
def test_with_everything_in_place_nothing_is_missing(state):
    assert road.missing(state, FULL) == ()


@pytest.mark.parametrize(
    ("state", "lacking", "place"),
    [
        ("drafting", {"phase": ""}, "intake"),
        ("drafting", {"level_offered": ""}, "intake"),
        ("drafting", {"has_deadline": False}, "intake"),
        ("adopted", {"vote": None}, "decision"),
        ("adopted", {"vote": Vote(5, 10, 6, 5, 0, 0)}, "decision"),
        ("adopted", {"vote": Vote(7, 10, 6, 3, 3, 1)}, "decision"),
        ("sent", {"letters": 0}, "letter"),
        ("replied", {"reply_received": False}, "reply"),
        ("done", {"recommendations": (True, False)}, "reply"),
        ("done", {"feedback_done": False, "closing_reason": ""}, "feedback"),
    ],
)
def test_a_guard_says_what_is_missing_and_where(state, lacking, place):
    facts = Facts(**{**FULL.__dict__, **lacking})
    found = road.missing(state, facts)
    assert [item.place for item in found] == [place]
    assert found[0].words


def test_a_written_round_needs_no_quorum_in_the_room():
    facts = Facts(**{**FULL.__dict__, "vote": Vote(5, 10, 6, 5, 0, 0), "written_round": True})
    assert road.missing("adopted", facts) == ()


@given(st.sampled_from(road.STATES), st.sampled_from(road.STATES))
def test_steps_never_go_to_where_they_are(state, other):
    assume(state != other)
    targets = [step.state for step in road.next_steps(state, FULL)]
    assert state not in targets
    assert len(targets) == len(set(targets))
