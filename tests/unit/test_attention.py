"""What needs the council now, the most pressing first."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.attention import SOON, time_left

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
