"""Old minutes, agendas and action lists: what is recognised, and what is kept of it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.domain.old_minutes import OldMinutes, read_minutes
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.importing import Chosen, OldPapers, action_table
from desktop.services.meetings.lists import ListsDesk
from desktop.services.meetings.minutes import MinutesDesk
from tests.data.held_meeting import add_council

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 4, 1)


def read(name: str) -> OldMinutes:
    text = next(DATA.glob(f"{name}_*.txt")).read_text("utf-8")
    return read_minutes(text.split("-" * 70 + "\n", 1)[-1], TODAY)


def test_minutes_with_an_action_list_of_running_numbers():
    found = read("SYN_03")
    assert found.day == date(2026, 3, 19)
    assert [item.number for item in found.items] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [one.number for one in found.decisions] == ["2026-03"]
    actions = {one.number: one for one in found.actions}
    assert len(actions) == 10
    assert actions["20260319124"].owner == "Lidy"
    assert actions["20260319124"].due == date(2026, 4, 1)
    assert actions["20260319125"].owner == "Fenna, Yusuf"
    assert actions["20260319126"].owner == "Cor"
    assert actions["20250918102"].done
    assert not actions["20260219122"].done


def test_who_was_there_and_how():
    people = {one.name: one for one in read("SYN_03").people}
    assert people["Ria van der Plaats"].role == "voorzitter"
    assert people["Jan-Willem Ooms"].way == "online"
    assert people["Greet Molenaar"].way == "absent_notice"
    assert people["Tim Brand"].way == "absent"


def test_partly_present_people_and_a_vote():
    found = read("SYN_04")
    people = {one.name: one for one in found.people}
    assert people["P. Wessels"].first == "3"
    assert people["N. El Idrissi"].last == "3"
    assert "09.30 uur" not in people
    assert [item.number for item in found.items] == ["1", "2", "3", "4", "4b", "5"]
    assert (3, 1, 0) in [one.votes for one in found.decisions]
    assert found.actions[0].owner == "Loois"


def test_an_agenda_gives_its_items():
    found = read("SYN_05")
    assert found.day == date(2026, 4, 15)
    assert found.items[-1].number == "10"
    assert found.items[8].title == "Rondvraag" or found.items[9].title == "Rondvraag"


def test_a_numbered_list_inside_an_item_is_no_item():
    text = "1. Opening\nWelkom.\n2. Plan\n1. Eerst dit\n2. Dan dat.\n3. Sluiting\nTot ziens."
    found = read_minutes(text, TODAY)
    assert [item.title for item in found.items] == ["Opening", "Plan", "Sluiting"]
    assert "Eerst dit" in found.items[1].text


def test_an_agenda_before_the_minutes_does_not_count_twice():
    text = "1. Opening\n2. Plan\n\nVerslag\n1. Opening\nOm acht uur.\n2. Plan\nHet plan is goed."
    found = read_minutes(text, TODAY)
    assert [(item.number, item.text) for item in found.items] == [
        ("1", "Om acht uur."),
        ("2", "Het plan is goed."),
    ]


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_trouble(text):
    found = read_minutes(text, TODAY)
    assert all(item.number for item in found.items)


def test_a_table_of_actions():
    text = "Nr;Actie;Wie;Klaar voor;Stand\n38;Reiskosten;Wim;1 maart 2026;open\n40;Flyer;;;klaar"
    first, second = action_table(text, TODAY)
    assert (first.number, first.owner, first.due) == ("38", "Wim", date(2026, 3, 1))
    assert not first.done
    assert second.done
    assert action_table("zomaar een regel; met een punt", TODAY) == []


# ---- kept after a person confirmed it


@pytest.fixture
def papers(store: Store) -> OldPapers:
    add_council(store)
    return OldPapers(store)


def everything(found: OldMinutes) -> Chosen:
    return Chosen(
        found.title,
        found.day,
        range(len(found.items)),
        range(len(found.decisions)),
        range(len(found.actions)),
    )


def test_what_was_confirmed_becomes_a_meeting_with_its_own_numbers(papers, store):
    found = read("SYN_03")
    meeting = papers.keep(found, everything(found), TODAY)
    assert meeting is not None
    view = MinutesDesk(store, CouncilDesk(store)).view(meeting)
    assert [part.item.number for part in view.items] == ["1", "2", "3", "4", "5", "6", "7"]
    assert view.items[4].decisions[0].number == "2026-03"
    assert len(view.actions) == 10
    assert view.meeting.state == "held"
    store.undo()
    assert ListsDesk(store, CouncilDesk(store)).actions() == []


def test_a_number_that_is_known_is_not_kept_twice(papers, store):
    found = read("SYN_03")
    papers.keep(found, everything(found), TODAY)
    papers.keep(found, Chosen("", None, (), (), range(len(found.actions))), TODAY)
    assert len(ListsDesk(store, CouncilDesk(store)).actions()) == 10


def test_only_what_is_ticked_is_kept_and_a_list_makes_no_meeting(papers, store, tmp_path):
    path = tmp_path / "acties.csv"
    path.write_bytes("Nr;Actie;Wie\n1;Café bellen;Henk\n2;Weg;Wim".encode("cp1252"))
    found = papers.read(path, TODAY)
    assert papers.keep(found, Chosen("", None, (), (), [0]), TODAY) is None
    assert [row.text for row in ListsDesk(store, CouncilDesk(store)).actions()] == ["Café bellen"]


def test_bad_input_gets_one_sentence(papers, tmp_path):
    found = read("SYN_03")
    with pytest.raises(CouncilError, match="minstens"):
        papers.keep(found, Chosen("", None), TODAY)
    with pytest.raises(CouncilError, match="dag"):
        papers.keep(found, Chosen("", None, [0]), TODAY)
    with pytest.raises(CouncilError):
        papers.read_text("  ", TODAY)
    with pytest.raises(CouncilError):
        papers.read(tmp_path / "weg.csv", TODAY)


def test_an_agenda_that_is_still_to_come_is_planned(papers, store):
    found = read("SYN_05")
    meeting = papers.keep(found, everything(found), TODAY)
    view = MinutesDesk(store, CouncilDesk(store)).view(meeting or 0)
    assert view.meeting.state == "planned"
    assert view.meeting.minutes_state == ""
