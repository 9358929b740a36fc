"""What needs the council now, the most pressing first: advices and meetings."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.meetings import AgendaItem, Meeting
from desktop.services.attention import SOON, Notice, time_left
from desktop.services.office import Office
from tests.example import example as example_council

DAY = date(2026, 3, 20)
DAYS = st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(DAYS)
@settings(derandomize=True)
def test_late_is_late_and_soon_is_soon(due):
    words, tone = time_left(due, DAY)
    assert words
    if due is None:
        assert tone == "calm"
    elif due < DAY:
        assert tone == "late"
        assert str((DAY - due).days) in words
    else:
        assert tone == ("soon" if due - DAY <= SOON else "calm")


@given(st.lists(DAYS, max_size=5))
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_due_first_stands_first(office, days):
    for line in office.dossiers.lines(DAY):
        office.dossiers.delete(line.dossier.id)
    made = {office.dossiers.start("Pas", DAY, received=DAY, reply_by=day): day for day in days}
    notices = office.attention.notices(DAY)
    due = [notice.due for notice in notices]
    assert due == sorted(due, key=lambda day: (day is None, day or date.max))
    assert {n.dossier: n.due for n in notices if n.dossier} == made


def test_an_empty_council_hears_how_to_begin(office):
    places = lambda: {notice.place for notice in office.attention.notices(DAY)}  # noqa: E731
    assert places() == {"norms", "addressees", "members"}
    office.council.set_norm("reply_term", 6, "weeks", source="artikel 4")
    office.council.add_addressee("Het college")
    office.council.add_member("Henk")
    assert places() == {"members"}
    office.council.add_member("Bea")
    assert places() == set()


def test_each_state_asks_for_its_own_work(office):
    dossier = office.dossiers.start(
        "Pas: nieuwe regels",
        DAY,
        kind="provisional",
        questions=["Waarom?"],
        received=DAY,
        reply_by=DAY + timedelta(days=3),
        phase="preparation",
        level_offered="advise",
    )
    office.dossiers.set_addressees(dossier, [office.council.add_addressee("Het college")])

    def notice():
        [one] = [one for one in office.attention.notices(DAY) if one.dossier == dossier]
        assert one.title.startswith("Pas")
        assert "nieuwe regels" not in one.title
        return one

    assert (notice().place, notice().tone) == ("intake", "soon")
    office.dossiers.move(dossier, "intake", DAY)
    office.dossiers.move(dossier, "consulting", DAY)
    assert notice().place == "evidence"
    office.dossiers.move(dossier, "drafting", DAY)
    assert notice().place == "draft"
    assert "vraag" in notice().why
    office.drafts.write(dossier, "summary", "Kort.")
    office.dossiers.move(dossier, "discussing", DAY)
    assert notice().place == "decision"
    office.letters.send(dossier, DAY)
    assert notice().place == "reply"
    office.dossiers.change(dossier, reply_received=DAY)
    office.dossiers.move(dossier, "replied", DAY)
    assert (notice().place, notice().due) == ("reply", None)


# ---- meetings


@pytest.fixture
def told(office: Office):
    """Give what the meetings ask for on a day, most pressing first."""

    def ask(today: date = DAY) -> list[Notice]:
        return [one for one in office.attention.notices(today) if one.area == "meetings"]

    return ask


def plan(office: Office, month: int, day: int, **fields: object) -> int:
    return office.plan.add(datetime(2026, month, day, 13, 30), **fields)


def hold(office: Office, meeting: int, state: str = "") -> None:
    with office.store.changing("Gehouden") as session:
        record = session.get_one(Meeting, meeting)
        record.state, record.minutes_state = "held", state


def test_an_agenda_is_made_and_sent_by_the_councils_own_term(office, told):
    meeting = plan(office, 4, 10)
    [calm] = told(date(2026, 3, 25))
    assert (calm.place, calm.tone, calm.record) == ("agenda", "calm", meeting)
    assert "geen termijn" in calm.why
    office.council.set_norm("papers_before_meeting", 2, "weeks", source="artikel 6")
    assert told(date(2026, 3, 12)) == []
    [make] = told()
    assert (make.place, make.tone, make.due) == ("agenda", "soon", date(2026, 3, 27))
    assert "2 weken van tevoren (artikel 6)" in make.why
    office.agenda.start_from_template(meeting)
    [send] = told(date(2026, 3, 29))
    assert (send.place, send.tone, send.state) == ("send", "late", "2 dagen te laat")
    with office.store.changing("Verstuurd") as session:
        session.get_one(Meeting, meeting).state = "sent"
    assert told(date(2026, 3, 29)) == []
    assert told(date(2026, 4, 11)) == []


def test_a_cancelled_meeting_asks_for_nothing(office, told):
    office.plan.cancel(plan(office, 3, 24))
    assert told() == []


def test_papers_that_are_not_there_are_one_notice(office, told):
    meeting = plan(office, 3, 26)
    item = office.agenda.add(meeting, "Advies")
    office.agenda.add_paper(item, "Concept", expected=date(2026, 3, 18))
    office.agenda.add_paper(item, "Kaart", expected=date(2026, 3, 19))
    office.agenda.add_paper(item, "Foto", expected=date(2026, 3, 25))
    with office.store.changing("Verstuurd") as session:
        session.get_one(Meeting, meeting).state = "sent"
    office.council.set_norm("papers_before_meeting", 1, "days", source="artikel 6")
    [papers] = told()
    assert papers.title.startswith("Er ontbreken 2 stukken")
    assert papers.why == "Concept en Kaart."
    assert (papers.tone, papers.place, papers.record) == ("late", "agenda", meeting)


def test_minutes_go_round_by_the_councils_own_term_the_oldest_first(office, told):
    first, second = plan(office, 3, 4), plan(office, 3, 18)
    hold(office, first)
    hold(office, second, "concept")
    [gentle] = told()
    assert (gentle.tone, gentle.due, gentle.record) == ("calm", None, first)
    assert "wacht er nog 1" in gentle.why
    office.council.set_norm("minutes_after_meeting", 2, "weeks", source="artikel 7")
    [late] = told()
    assert (late.tone, late.state, late.place) == ("late", "2 dagen te laat", "minutes")
    assert told(date(2027, 3, 20)) == []  # history that was brought in is left in peace


def test_remarks_and_adoption(office, told):
    office.council.set_norm("papers_before_meeting", 1, "weeks", source="artikel 6")
    old, coming = plan(office, 3, 4), plan(office, 3, 31)
    hold(office, old, "circulated")
    office.minutes.remark(old, "Wim", "Het was geen taxi.")
    office.agenda.add(coming, "Opening")
    places = [one.place for one in told()]
    assert places == ["send", "agenda", "remarks"]
    adopt = told()[1]
    assert adopt.title.startswith("Het verslag van 4 maart")
    assert adopt.record == coming
    office.agenda.add(coming, "Verslag", kind="minutes")
    assert [one.place for one in told()] == ["send", "remarks"]
    with office.store.changing("Gehouden") as session:
        for item in session.query(AgendaItem):
            item.state = "treated"
    hold(office, coming, "adopted")
    assert [one.place for one in told(date(2026, 4, 2))] == ["adopt", "remarks"]


def test_actions_and_promises_are_bundled(office, told):
    for number in range(1, 5):
        office.lists.add_action(f"Klus {number}", DAY, owner="Henk", due=DAY - timedelta(number))
    soon = office.lists.add_action("Bellen", DAY, owner="Bea", due=DAY + timedelta(days=5))
    office.lists.add_action("Later", DAY, due=DAY + timedelta(days=20))
    office.lists.add_promise("Cijfers", DAY, by_whom="wethouder Hofstee", due=DAY)
    late, promise, single = told()
    assert late.title == "4 acties zijn te laat"
    assert late.why.endswith("en meer.")
    assert (late.place, late.record, late.due) == ("actions:late", None, DAY)
    assert (single.place, single.record, single.why) == ("action", soon, "Bea: Bellen")
    assert (promise.place, promise.tone) == ("promise", "soon")


def test_a_promise_about_an_advice_is_told_once(office, told):
    dossier = office.dossiers.start("Pas", DAY)
    office.lists.add_promise("Antwoord", DAY, by_whom="wethouder", due=DAY, dossier_id=dossier)
    assert told() == []


def test_what_was_handed_in_and_too_few_meetings(office, told):
    office.agenda.hand_in("Gezonde lunch", "Lies", DAY)
    office.agenda.hand_in("Website", "Bram", DAY)
    [waiting] = told()
    assert waiting.title == "2 ingediende punten hebben nog geen plek"
    assert waiting.why == "Gezonde lunch (Lies) en Website (Bram)."
    office.council.set_norm("meetings_a_year", 2, "times", source="artikel 5")
    plan(office, 9, 24)
    few = told()[-1]
    assert few.title == "Nog 1 vergadering plannen"
    assert (few.place, few.record) == ("plan", 2026)
    assert {one.record for one in told(date(2026, 11, 2)) if one.place == "plan"} == {2026, 2027}


def test_the_example_council_is_not_flooded(tmp_path: Path):
    example = example_council(tmp_path)
    try:
        notices = example.attention.notices(date(2026, 3, 10))
    finally:
        example.close()
    assert notices[0].area == "advice"  # an answer that is late weighs more than any own list
    assert sum(one.area == "meetings" for one in notices) <= 8
