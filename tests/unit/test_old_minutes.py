"""Old minutes, agendas and action lists: what is recognised, and what is kept of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.domain.old_minutes import OldMinutes, read_minutes
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.importing import Chosen, Known, OldPapers, action_table
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
    assert found.items[9].title == "Rondvraag"
    assert [item.minutes for item in found.items] == [5, 5, 5, 10, 10, 10, 30, 15, 0, 10, 0]


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


MARKDOWN = """|  |  |
|-----|-----|
| Betreft | **Overleg over vervoer** |
| Datum | 4 maart 2026 |
<br>

| 13.30 uur | **1. Opening** |
|:----|:----|
| 13.35 uur | **2. Verslag van 5 februari**  Bijlage 2.1: concept<br>[md](https://raad.example) |
| 13:50 uur | **3. Vaststellen van de nieuwe regels voor de taxi.**<br>- Toelichting Bea |
| 14.35 uur | **4. Gesprek: de bus** **en de trein** |
| 14.55 uur | **5. Rondvraag en sluiting** |
"""


def test_an_agenda_in_a_markdown_table():
    found = read_minutes(MARKDOWN, TODAY)
    assert (found.title, found.day) == ("Overleg over vervoer", date(2026, 3, 4))
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Opening"),
        ("2", "Verslag van 5 februari"),
        ("3", "Vaststellen van de nieuwe regels voor de taxi"),
        ("4", "Gesprek: de bus en de trein"),
        ("5", "Rondvraag en sluiting"),
    ]
    assert found.items[1].text.startswith("Bijlage 2.1: concept")
    assert found.items[2].text == "- Toelichting Bea"
    assert [item.kind for item in found.items] == ["opening", "minutes", "", "", "round"]


def word_table(path: Path, rows: list[tuple[str, ...]], title: str = "") -> Path:
    document = docx.Document()
    document.add_paragraph(title)
    table = document.add_table(len(rows), len(rows[0]))
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.save(str(path))
    return path


def test_an_agenda_in_a_word_table(papers, tmp_path):
    rows = [
        ("Nr", "Onderwerp", "Wie", "Tijd"),
        ("1", "Opening", "Marijke", "5 min"),
        ("2", "Ingekomen stukken", "Henk", "10 min"),
        ("3", "Avond met jongeren", "Samira", "20 minuten"),
        ("4", "Sluiting", "Marijke", "5 min"),
    ]
    found = papers.read(word_table(tmp_path / "a.docx", rows, "Agenda 16 april 2026"), TODAY)
    assert [item.title for item in found.items] == [row[1] for row in rows[1:]]
    assert [item.minutes for item in found.items] == [5, 10, 20, 5]
    assert found.actions == ()
    assert found.day == date(2026, 4, 16)


def test_a_table_without_numbers_counts_its_own_rows():
    text = "Agendapunt\tTijd\nOpening\t13.30\nDe bus\t13.40\nSluiting\t14.00"
    assert [(item.number, item.title) for item in read_minutes(text, TODAY).items] == [
        ("1", "Opening"),
        ("2", "De bus"),
        ("3", "Sluiting"),
    ]


def test_an_action_table_below_the_minutes_is_no_item():
    text = (
        "Verslag 12 maart 2026\n1. Opening\nWelkom.\n2. De bus\nWij praten over de bus.\n"
        "3. Sluiting\n\n| Nr | Actie | Wie | Klaar voor | Stand |\n|---|---|---|---|---|\n"
        "| 12 | Bellen met de vervoerder | Joop | 1 april 2026 | open |\n"
        "| 13 | De zaal huren | Wim | | klaar |\n"
    )
    found = read_minutes(text, TODAY)
    assert [item.number for item in found.items] == ["1", "2", "3"]
    assert [(one.number, one.owner, one.due, one.done) for one in found.actions] == [
        ("12", "Joop", date(2026, 4, 1), False),
        ("13", "Wim", None, True),
    ]


def test_headings_of_another_look_are_another_series():
    text = (
        "1. Opening\n2. De bus - zie [de brief](https://raad.example/" + "a" * 170 + ")\n3. Slot\n"
        "### 1. Agendapunt 1: Opening\nWelkom.\n### 2. Agendapunt 2: De bus\nGoed.\n"
        "### 3. Agendapunt 3: Slot\nDag."
    )
    found = read_minutes(text, TODAY)
    assert [(item.title, item.text) for item in found.items] == [
        ("Opening", "Welkom."),
        ("De bus", "Goed."),
        ("Slot", "Dag."),
    ]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Het nieuwe reglement wordt vastgesteld door de aanwezigen.", True),
        ("Beide voorstellen zijn aangenomen.", True),
        ("De agenda wordt ongewijzigd vastgesteld.", False),
        ("Met deze wijzigingen wordt het verslag vastgesteld.", False),
        ("De brief wordt ter kennisgeving aangenomen.", False),
    ],
)
def test_what_was_settled_is_a_decision_but_routine_is_not(line, counts):
    found = read_minutes(f"1. Opening\n{line}\n2. Sluiting\nDag", TODAY)
    assert [one.text for one in found.decisions] == ([line] if counts else [])


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.text(max_size=400) | st.text(alphabet="|\t\n 1a.*-", max_size=200))
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


def test_the_original_is_kept_with_the_first_item(papers, store):
    path = next(DATA.glob("SYN_04_*.txt"))
    found = papers.read(path, TODAY)
    meeting = papers.keep(found, everything(found), TODAY, path)
    view = MinutesDesk(store, CouncilDesk(store)).view(meeting or 0)
    [paper] = view.items[0].papers
    assert paper.internal
    assert paper.name.startswith("Ingelezen: SYN_04")
    with store.reading() as session:
        kept = session.get_one(Paper, paper.paper_id)
        assert store.kept(kept.sha256) == path.read_bytes()
    assert view.items[0].item.kind == "opening"
    assert view.items[0].item.standing


def test_a_file_that_is_gone_is_told_and_nothing_is_kept(papers, store, tmp_path):
    found = read("SYN_03")
    with pytest.raises(CouncilError):
        papers.keep(found, everything(found), TODAY, tmp_path / "weg.docx")
    assert MinutesDesk(store, CouncilDesk(store)).held() == []


def test_numbers_that_are_in_use_are_known_and_never_given_twice(papers, store):
    found = read("SYN_03")
    assert papers.known(found) == Known()
    papers.keep(found, everything(found), TODAY)
    assert papers.known(found) == Known(frozenset({0}), frozenset(range(10)))
    twice = replace(found, decisions=found.decisions * 2)
    papers.keep(twice, Chosen("Nog eens", found.day, [0], [0, 1]), TODAY)
    numbers = [one.number for one in ListsDesk(store, CouncilDesk(store)).decisions()]
    assert len(numbers) == len(set(numbers)) == 3
    with pytest.raises(CouncilError, match="20260319124"):
        ListsDesk(store, CouncilDesk(store)).add_action("Nog eens", TODAY, number="20260319124")
