"""Decisions, actions and promises: a number for life, a history, and years of them in no time."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.documents.document import words
from desktop.domain import lists
from desktop.domain.errors import CouncilError
from desktop.models.meetings import ActionPoint, MeetingDecision
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings import minutes_files
from desktop.services.meetings.lists import ListsDesk
from desktop.services.meetings.minutes import MinutesDesk
from desktop.services.meetings.minutes_items import Paper
from tests.data.held_meeting import CLOSED, hold

TODAY = date(2026, 3, 19)


@pytest.fixture
def desk(store: Store) -> ListsDesk:
    return ListsDesk(store, CouncilDesk(store))


def test_the_series_of_a_year_and_the_series_by_date():
    year, by_date = "A-{year}-{number:03}", "{date}{number:03}"
    assert lists.next_number(year, TODAY, ["A-2025-090", "A-2026-013"]) == "A-2026-014"
    assert lists.next_number(by_date, TODAY, ["20220101007", "20250601040"]) == "20260319041"


def test_places_have_dutch_names():
    assert lists.next_number("A-{jj}/{nummer:02}", TODAY, ["A-26/08"]) == "A-26/09"
    assert lists.next_number("{datum}{nummer:03}", TODAY, []) == "20260319001"
    for kind in lists.LETTERS:
        for scheme in lists.ready_schemes(kind).values():
            lists.check_scheme(scheme)


@pytest.mark.parametrize(
    "scheme",
    [
        *("", "A", "A-{year}", "{number}{number}", "{nummer}{number}", "{x}{number}", "{"),
        *("{nummer:9}", "A" * 40 + "{nummer}", "A\n{nummer}", "{nummer!r}", "{nummer.real}"),
    ],
)
def test_a_scheme_that_cannot_number_is_refused(scheme: str):
    with pytest.raises(CouncilError):
        lists.check_scheme(scheme)


@settings(max_examples=60, derandomize=True)
@given(
    st.sampled_from(["A-{year}-{number:03}", "{date}{number:03}", "A-{number}", "{yy}/{number}"]),
    st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=40),
)
def test_no_number_is_given_twice(scheme: str, days: list[date]):
    given_out: list[str] = []
    for day in sorted(days):
        given_out.append(lists.next_number(scheme, day, given_out))
    assert len(set(given_out)) == len(days)


def test_an_action_lives_for_years_under_one_number(desk: ListsDesk):
    key = desk.add_action("Bellen met de Voedselbank", TODAY, owner="Henk", due=TODAY)
    number = desk.action(key).number
    for year in range(1, 5):
        later = TODAY + timedelta(days=365 * year)
        desk.change("action", key, later, due=later + timedelta(days=30), owner=f"Lid {year}")
    desk.close("action", key, "done", date(2030, 4, 1), "Er is een afspraak.")
    row = desk.action(key)
    assert (row.number, row.state, row.outcome) == (number, "done", "Er is een afspraak.")
    told = [step.text for step in desk.history("action", key)]
    assert len(told) == 9
    assert told[-1] == "klaar: Er is een afspraak."
    desk.reopen("action", key, date(2030, 5, 1))
    assert desk.action(key).state == "open"


def test_a_new_scheme_leaves_the_given_numbers(desk: ListsDesk):
    first = desk.add_action("Bellen", TODAY)
    desk.settings.set_scheme("action", "{date}{number:03}")
    second = desk.add_action("Schrijven", TODAY)
    assert desk.action(first).number == "A-2026-001"
    assert desk.action(second).number == "20260319001"


def test_what_is_dropped_says_why(desk: ListsDesk):
    key = desk.add_promise("Een lijst", TODAY, by_whom="Anja Postma")
    with pytest.raises(CouncilError):
        desk.close("promise", key, "broken", TODAY)
    desk.close("promise", key, "kept", TODAY)
    assert desk.promise(key).closed_on == TODAY


def test_lists_are_narrowed_by_person_open_and_late(desk: ListsDesk):
    desk.add_action("Bellen", TODAY, owner="Henk", due=TODAY - timedelta(days=1))
    desk.add_action("Schrijven", TODAY, owner="Wim", due=TODAY)
    done = desk.add_action("Lezen", TODAY, owner="Wim", due=TODAY - timedelta(days=9))
    desk.close("action", done, "done", TODAY)
    assert [a.text for a in desk.actions(late_on=TODAY)] == ["Bellen"]
    assert [a.text for a in desk.actions(owner="Wim", state="open")] == ["Schrijven"]
    assert desk.people("action") == ["Henk", "Wim"]


def test_a_number_is_found_after_twenty_years_of_actions(desk: ListsDesk, store: Store):
    with store.changing("test") as session:
        session.add_all(
            ActionPoint(number=f"A-{2006 + n // 300}-{n % 300 + 1:03}", text="Bellen")
            for n in range(6000)
        )
    assert len(desk.actions()) == 6000
    key = desk.add_action("Nog een", date(2025, 6, 1))
    assert desk.action(key).number == "A-2025-301"


def test_nothing_to_do_is_no_action(desk: ListsDesk):
    with pytest.raises(CouncilError):
        desk.add_action("  ", TODAY)
    with pytest.raises(CouncilError):
        desk.change("action", desk.add_action("Bellen", TODAY), TODAY, text=" ")


def test_the_next_number_is_shown_before_it_is_chosen(desk: ListsDesk):
    desk.add_action("Bellen", TODAY)
    assert desk.settings.next_number("action", TODAY, "A-{jaar}-{nummer:03}") == "A-2026-002"
    with pytest.raises(CouncilError) as told:
        desk.settings.next_number("action", TODAY, "A-")
    assert told.value.field == "action"
    desk.settings.set_scheme("action", "{datum}{nummer:03}")
    assert desk.action(desk.add_action("Schrijven", TODAY)).number == "20260319001"
    assert {row.number for row in desk.actions()} == {"A-2026-001", "20260319001"}


def test_who_is_named_in_public(desk: ListsDesk):
    assert desk.settings.public_names() == "role"
    roles = (("Henk Terpstra", "secretaris"), ("Wim de Boer", "lid"))
    expected = {
        "role": "Secretaris en lid",
        "initials": "H.T. en W.d.B.",
        "none": "",
        "name": "Henk en Wim de Boer",
    }
    for how, named in expected.items():
        desk.settings.set_public_names(how)
        paper = Paper("Raad", roles=roles, names=desk.settings.public_names())
        assert paper.public_owner("Henk en Wim de Boer") == named
    with pytest.raises(CouncilError):
        desk.settings.set_public_names("iedereen")


def test_public_lists_leave_out_what_is_closed(store: Store, desk: ListsDesk):
    held = hold(store)
    desk.settings.set_public_names("none")
    paper = minutes_files.paper(store)
    inside, outside = (
        [
            words(minutes_files.decision_list(store, paper, TODAY, None, public=public)),
            words(minutes_files.action_list(store, paper, TODAY, public=public)),
        ]
        for public in (False, True)
    )
    with store.reading() as session:
        closed = session.scalars(
            select(MeetingDecision.number).where(MeetingDecision.item_id == held.items[CLOSED])
        ).all()
        people = {one.owner for one in session.scalars(select(ActionPoint)) if one.owner}
    assert closed
    assert people
    for number in closed:
        assert number in " ".join(inside[0])
        assert number not in " ".join(outside[0])
    assert any(name in " ".join(inside[1]) for name in people)
    assert not any(name in " ".join(outside[1]) for name in people)


def test_what_may_be_private_in_a_public_list_is_pointed_out(store: Store, desk: ListsDesk):
    """The list names nobody who does an action, but what was typed stays: look at it first."""
    held, council = hold(store), CouncilDesk(store)
    minutes = MinutesDesk(store, council)
    item, closed = held.items["2"], held.items["7"]
    desk.add_action("Marijke belt mevrouw Jansen, 06 12345678.", TODAY, item_id=item)
    desk.add_action("Henk belt de kandidaat, 06 87654321.", TODAY, item_id=closed)
    with store.changing("besluit") as session:
        session.scalars(select(MeetingDecision)).first().text = "Meneer Pietersen krijgt een brief."

    def pointed(name: str) -> set[str]:
        return {one.data.text for one in minutes.private_in_list(name, TODAY)}

    assert {"Marijke", "mevrouw Jansen", "06 12345678"} <= pointed("actions")
    assert not {"Henk", "06 87654321"} & pointed("actions")  # it is not in the list for everyone
    assert "Meneer Pietersen" in pointed("decisions")
    assert pointed("promises") == pointed("attendance") == set()
    desk.settings.set_public_names("name")  # the members agreed to that
    assert "Marijke" not in pointed("actions")
    assert "06 12345678" in pointed("actions")
