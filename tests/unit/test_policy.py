"""What the municipality decides, beside our own meetings: is there one in time?"""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.document import words
from desktop.models.advice import Dossier
from desktop.services.meetings.policy import PolicyRow
from desktop.services.office import Office

TODAY = date(2026, 3, 20)


def start(office: Office, reply_by: date | None, decision: date | None = None) -> int:
    return office.dossiers.start(
        "Pas: nieuwe regels", TODAY, received=TODAY, reply_by=reply_by, decision_on=decision
    )


def meet(office: Office, day: date, **fields: object) -> int:
    return office.plan.add(datetime.combine(day, datetime.min.time().replace(hour=13)), **fields)


@pytest.fixture
def row(office: Office):
    def only(year: int = 2026) -> PolicyRow:
        [found] = office.policy.rows(year, TODAY)
        return found

    return only


def test_the_last_meeting_in_time_is_named(office, row):
    start(office, date(2026, 5, 20), date(2026, 6, 2))
    meet(office, date(2026, 4, 16))
    meet(office, date(2026, 5, 14))
    meet(office, date(2026, 5, 21))
    meet(office, date(2026, 5, 19), kind="theme")
    found = row()
    assert (found.title, found.advice_by, found.decides_on) == (
        "Pas",
        date(2026, 5, 20),
        date(2026, 6, 2),
    )
    assert found.meeting == date(2026, 5, 14)
    assert found.in_time
    assert "14 mei" in found.words


def test_without_a_meeting_in_time_it_says_what_to_do(office, row):
    start(office, date(2026, 4, 10))
    office.plan.cancel(meet(office, date(2026, 4, 9)))
    meet(office, date(2026, 4, 16))
    assert not row().in_time
    assert "Plan er een bij" in row().words


def test_a_day_that_has_passed_asks_for_more_time(office, row):
    start(office, TODAY - timedelta(days=1))
    assert not row().in_time
    assert "meer tijd" in row().words


def test_an_advice_that_was_sent_needs_no_meeting(office, row):
    dossier = start(office, date(2026, 4, 10), date(2026, 4, 20))
    with office.store.changing("Verstuurd") as session:
        session.get_one(Dossier, dossier).state = "sent"
    assert (row().advice_by, row().in_time) == (None, True)
    assert office.policy.rows(2027, TODAY) == []


def test_the_year_plan_tells_it_on_paper(office):
    plain = " ".join(words(office.papers.year_plan(2026, TODAY)))
    start(office, date(2026, 4, 10))
    assert "Wat de gemeente besluit" not in plain
    assert "Wat de gemeente besluit" in " ".join(words(office.papers.year_plan(2026, TODAY)))


@given(
    st.dates(TODAY, date(2026, 12, 31)),
    st.lists(st.dates(TODAY, date(2026, 12, 31)), max_size=4, unique=True),
)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_meeting_is_in_time_or_the_row_says_it_is_not(office, last_day, days):
    for one in office.plan.meetings():
        office.plan.delete(one.id)
    for line in office.dossiers.lines(TODAY):
        office.dossiers.delete(line.dossier.id)
    start(office, last_day)
    for day in days:
        meet(office, day)
    [found] = office.policy.rows(2026, TODAY)
    assert found.in_time == any(day <= last_day for day in days)
    assert found.meeting == max((day for day in days if day <= last_day), default=None)
