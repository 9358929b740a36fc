"""Handing over: what a leaving member does really goes to somebody else, and nothing is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models.meetings import FollowUp
from desktop.services.members.handover_notices import SOON_MONTHS, leaving, notices
from desktop.services.members.rows_handover import HandoverRow, PointRow, handover_words

TODAY = date(2026, 3, 10)


@pytest.fixture
def people(office):
    """Lies, who leaves, and Roos and Joop, who stay."""
    terms = office.seats.terms
    return {
        name.partition(" ")[0]: terms.welcome(name, since=date(2020, 1, 1))
        for name in ("Lies Smit", "Roos Wiersma", "Joop Kramer")
    }


@pytest.fixture
def work(office, people):
    """Everything that Lies holds."""
    lies = people["Lies"]
    dossier = office.dossiers.start("Taxipas", TODAY)
    office.dossiers.change(dossier, owner_id=lies)
    full = office.lists.add_action("Bellen met de buurt", TODAY, owner="Lies Smit")
    short = office.lists.add_action("Een zaal zoeken", TODAY, owner="Lies")
    office.lists.add_action("Iets van een ander", TODAY, owner="Joop")
    promise = office.lists.add_promise("De cijfers sturen", TODAY, by_whom="Lies")
    contact = {"name": "Esther Bloem", "holder_id": lies, "phone": "06 00 00 00 09"}
    office.contacts.keep(None, contact, TODAY)
    group = office.people.duties.add_group("Werkgroep Vervoer")
    office.people.duties.keep(None, lies, {"name": "", "group_id": group, "hours": 4})
    new = office.programmes.start("Nora Zomer", TODAY, TODAY, buddy_id=lies)
    return {"dossier": dossier, "full": full, "short": short, "promise": promise, "new": new}


def points(office, handover):
    return office.handovers.handover(handover).points


def test_everything_that_a_member_holds_is_gathered(office, people, work):
    handover = office.handovers.start(people["Lies"], TODAY)
    found = points(office, handover)
    kinds = [one.kind for one in found]
    assert sorted(kinds) == sorted(
        ["dossier", "action", "action", "promise", "contact", "task", "buddy"]
    )
    assert {one.state for one in found} == {"open"}
    contact = next(one for one in found if one.kind == "contact")
    assert "06 00 00 00 09" in contact.note
    assert set(kinds) <= set(handover_words()["kind"])


def test_gathering_again_adds_only_what_is_new(office, people, work):
    handover = office.handovers.start(people["Lies"], TODAY)
    before = len(points(office, handover))
    office.lists.add_action("Nog iets", TODAY, owner="Lies")
    assert office.handovers.start(people["Lies"], TODAY) == handover
    assert len(points(office, handover)) == before + 1


def test_a_first_name_that_two_share_is_nobodys(office, people, work):
    office.council.add_member("Lies Bakker")
    handover = office.handovers.start(people["Lies"], TODAY)
    titles = [one.title for one in points(office, handover) if one.kind == "action"]
    assert len(titles) == 1
    assert "Bellen met de buurt" in titles[0]


def test_receiving_really_moves_everything_and_undo_brings_it_back(office, people, work):
    lies, roos = people["Lies"], people["Roos"]
    handover = office.handovers.start(lies, TODAY)
    assert office.handovers.give_all(handover, roos) == 7
    view = office.dossiers.view(work["dossier"], TODAY)
    assert view.dossier.owner_id == lies  # nothing moves before it is received
    assert office.handovers.receive_all(handover, TODAY) == 7

    assert office.dossiers.view(work["dossier"], TODAY).dossier.owner_id == roos
    owners = {one.id: one.owner for one in office.lists.actions()}
    assert (owners[work["full"]], owners[work["short"]]) == ("Roos Wiersma", "Roos")
    assert office.lists.promises()[0].by_whom == "Roos"
    assert office.contacts.all()[0].holder_id == roos
    assert [one.hours for one in office.people.person(roos).duties] == [None]
    assert office.people.person(lies).duties == ()
    assert office.programmes.programme(work["new"]).buddy_id == roos
    with office.store.reading() as session:
        said = [one.text for one in session.scalars(select(FollowUp))]
    assert said == ["nu bij Roos Wiersma"] * 3
    assert office.handovers.handover(handover).finished == TODAY

    office.store.undo()
    assert office.dossiers.view(work["dossier"], TODAY).dossier.owner_id == lies
    assert office.contacts.all()[0].holder_id == lies
    row = office.handovers.handover(handover)
    assert (row.finished, {one.state for one in row.points}) == (None, {"handed"})


def test_who_is_in_the_group_already_is_not_in_it_twice(office, people, work):
    group = office.people.duties.groups()[0].id
    joop = people["Joop"]
    office.people.duties.keep(None, joop, {"name": "", "group_id": group, "hours": 2})
    handover = office.handovers.start(people["Lies"], TODAY)
    task = next(one for one in points(office, handover) if one.kind == "task")
    office.handovers.give(task.id, joop)
    office.handovers.receive(task.id, TODAY)
    assert [one.hours for one in office.people.person(joop).duties] == [2]


def test_a_new_member_is_not_the_own_buddy(office, people, work):
    nora = office.people.named("Nora Zomer")
    handover = office.handovers.start(people["Lies"], TODAY)
    buddy = next(one for one in points(office, handover) if one.kind == "buddy")
    office.handovers.give(buddy.id, nora)
    with pytest.raises(CouncilError):
        office.handovers.receive(buddy.id, TODAY)
    assert office.programmes.programme(work["new"]).buddy_id == people["Lies"]


def test_what_cannot_be_handed_over_is_said_in_a_sentence(office, people, work):
    handover = office.handovers.start(people["Lies"], TODAY)
    one = points(office, handover)[0].id
    for act in (
        lambda: office.handovers.give(one, people["Lies"]),
        lambda: office.handovers.give(one, 0),
        lambda: office.handovers.receive(one, TODAY),
        lambda: office.handovers.add(handover, "lesson", "  "),
        lambda: office.handovers.change(one, {"title": ""}),
        lambda: office.handovers.start(999, TODAY),
        lambda: office.handovers.handover(999),
    ):
        with pytest.raises(CouncilError):
            act()
    assert points(office, handover)[0].state == "open"


def test_own_words_open_a_handover_again(office, people):
    handover = office.handovers.start(people["Lies"], TODAY)
    assert points(office, handover) == ()
    first = office.handovers.add(handover, "place", "De mappen staan in de kast")
    office.handovers.give(first, people["Roos"])
    office.handovers.receive(first, TODAY)
    assert office.handovers.handover(handover).finished == TODAY
    office.handovers.add(handover, "lesson", "Bel in de ochtend")
    row = office.handovers.handover(handover)
    assert (row.finished, len(row.left)) == (None, 1)
    office.handovers.drop(row.left[0].id)
    office.handovers.remove(handover)
    assert office.handovers.all() == []


def test_a_worry_becomes_two_moments_to_look(office, people):
    """After half a year and after a year somebody looks what became of it."""
    handover = office.handovers.start(people["Lies"], TODAY)
    worry = office.handovers.add(handover, "worry", "Straks komt niemand meer bij de mantelzorgers")
    office.handovers.change(worry, {"note": "Hoeveel mensen bellen ons nog?"})
    office.handovers.give(worry, people["Roos"])
    assert office.lists.actions() == []
    office.handovers.receive(worry, TODAY)
    looks = office.lists.actions(owner="Roos Wiersma")
    assert sorted(one.due for one in looks) == [date(2026, 9, 10), date(2027, 3, 10)]
    assert {one.text for one in looks} == {
        "Kijk hoe het gaat: Straks komt niemand meer bij de mantelzorgers. "
        "Dat zien wij hieraan: Hoeveel mensen bellen ons nog?"
    }
    office.store.undo()
    assert office.lists.actions() == []


def test_who_leaves_soon_without_a_handover_is_told(office, people):
    terms, lies = office.seats.terms, people["Lies"]
    office.seats.terms.end(lies, TODAY + timedelta(days=40))
    found = list(notices(office.handovers, terms, TODAY))
    assert [one.place for one in found] == [f"hand_over:{lies}"]
    assert list(notices(office.handovers, terms, TODAY - timedelta(days=60))) == []
    handover = office.handovers.start(lies, TODAY)
    assert list(notices(office.handovers, terms, TODAY)) == []
    office.handovers.add(handover, "lesson", "Bel in de ochtend")
    assert list(notices(office.handovers, terms, TODAY)) == []
    later = TODAY + timedelta(days=41)
    assert [one.place for one in notices(office.handovers, terms, later)] == [
        f"handover:{handover}"
    ]


def test_who_may_go_on_is_not_pushed_out(office, people):
    office.council.set_norm("term_length", 4, "years", source="artikel 11")
    new = office.seats.terms.welcome("Bo Prins", since=date(2022, 4, 1))
    end = office.people.person(new).row.until
    assert end is not None
    assert end - TODAY < timedelta(days=31 * SOON_MONTHS)
    assert leaving(office.handovers, office.seats.terms, TODAY) == []
    office.council.set_norm("terms_most", 1, "times", source="artikel 12")
    assert [one[1] for one in leaving(office.handovers, office.seats.terms, TODAY)] == ["Bo Prins"]


def test_the_work_of_a_member_who_is_gone_stays_to_be_received(office, people, work):
    handover = office.handovers.start(people["Lies"], TODAY)
    office.people.remove(people["Lies"])
    row = office.handovers.handover(handover)
    assert (row.name, row.member_id, row.is_gone(TODAY)) == ("Lies Smit", None, True)
    office.handovers.give_all(handover, people["Joop"])
    office.handovers.receive_all(handover, TODAY)
    assert office.dossiers.view(work["dossier"], TODAY).dossier.owner_id == people["Joop"]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["open", "handed", "confirmed"]), max_size=6))
def test_what_is_left_is_what_nobody_confirmed(states):
    made = tuple(
        PointRow(n, 1, "x", n, "lesson", "", None, None, state) for n, state in enumerate(states)
    )
    row = HandoverRow(1, "Lies Smit", TODAY, 1, None, None, None, made)
    assert len(row.left) == len(states) - states.count("confirmed")
