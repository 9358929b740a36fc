"""Minutes: the order of treatment, both versions, remarks, adoption in three ways, freezing."""

import hashlib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.documents.document import Table, words
from desktop.documents.readers import read_file
from desktop.domain import minutes as rules
from desktop.domain.attendance import Presence
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Council, Member
from desktop.models.meetings import AgendaItem, AgendaPaper, Attendance, Meeting, MeetingDecision
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.minutes import MinutesDesk
from tests.data.held_meeting import Held, hold

LATER = date(2026, 3, 20)


@pytest.fixture
def held(store: Store) -> Held:
    return hold(store)


@pytest.fixture
def desk(store: Store) -> MinutesDesk:
    return MinutesDesk(store, CouncilDesk(store))


def said(desk: MinutesDesk, meeting: int, *, public: bool = False) -> str:
    return " ".join(words(desk.document(meeting, public=public)))


# ---- order and attendance


def test_swapped_items_keep_their_number_and_the_record_follows_the_treatment(desk, held):
    numbers = [part.item.number for part in desk.view(held.meeting).items]
    assert numbers == ["1", "2", "3", "4", "6", "5", "7", "8", "9"]
    text = said(desk, held.meeting)
    assert text.index("6. Taxipas") < text.index("5. Advies") < text.index("8. Avond")


class Row:
    def __init__(self, number: int, turn: int | None, parent: int | None = None) -> None:
        self.id = self.place = number
        self.turn, self.parent_id, self.state = turn, parent, "placed"


@settings(max_examples=60, derandomize=True)
@given(st.permutations(range(1, 9)), st.sets(st.integers(1, 8)))
def test_every_item_stands_once_and_what_was_treated_stands_by_turn(order, treated):
    rows = [Row(n, order.index(n) if n in treated else None) for n in range(1, 9)]
    result = rules.in_order(rows)
    assert sorted(row.id for row in result) == list(range(1, 9))
    turns = [row.turn for row in result if row.turn is not None]
    assert turns == sorted(turns)


def test_parts_follow_their_own_item_and_parked_ones_stay_out():
    rows = [Row(1, 2), Row(2, 1), Row(3, 1, parent=1), Row(4, None)]
    rows[3].state = "parked"
    assert [row.id for row in rules.in_order(rows)] == [2, 1, 3]


@pytest.mark.parametrize(
    ("presence", "expected"),
    [
        (Presence("room"), "ja"),
        (Presence("online"), "ja, via Teams"),
        (Presence("room", from_item=3), "vanaf punt 3"),
        (Presence("room", to_item=2), "t/m punt 2"),
    ],
)
def test_attendance_in_words(presence, expected):
    assert rules.presence_words(presence, {2: "2", 3: "3"}) == expected


def test_a_public_version_never_says_whether_there_was_a_message():
    for way in ("absent", "absent_notice"):
        assert rules.presence_words(Presence(way), {}, public=True) == tr("absent")


def test_the_attendance_table_says_from_and_until_which_item(desk, held):
    text = said(desk, held.meeting)
    assert "Wim de Boer lid vanaf punt 3" in text
    assert "Lies Smit lid t/m punt 2" in text
    assert "Joop Kramer lid ja, via Teams" in text


# ---- two versions


def test_the_public_version_leaves_out_what_is_closed_but_keeps_the_number(desk, held):
    inside, outside = said(desk, held.meeting), said(desk, held.meeting, public=True)
    for secret in ("Ans Kuiper", "B-2026-002", "A-2026-042", "Petra Jansen"):
        assert secret in inside
        assert secret not in outside
    assert "Punt 7: besloten" in outside
    for number in ("B-2026-001", "A-2026-041", "T-2026-009"):
        assert number in inside
        assert number in outside


def test_the_public_version_leaves_out_papers_for_members(desk, held, store):
    desk.set_style(held.meeting, "extensive")
    with store.changing("Stukken") as session:
        for name, internal in (("Nota vervoer", False), ("Brief van een inwoner", True)):
            paper = AgendaPaper(item_id=held.items["5"], name=name, internal=internal)
            session.add(paper)
    inside, outside = said(desk, held.meeting), said(desk, held.meeting, public=True)
    assert "Nota vervoer en Brief van een inwoner" in inside
    assert "Nota vervoer" in outside
    assert "Brief van een inwoner" not in outside


def test_a_part_of_a_closed_item_is_closed_too(desk, held, store):
    with store.changing("Deel") as session:
        part = session.get_one(AgendaItem, held.items["8"])
        part.parent_id, part.number = held.items["7"], "7a"
        part.notes, part.turn = "Petra Jansen wil graag lid worden.", 9
    assert "Petra Jansen wil graag" in said(desk, held.meeting)
    outside = said(desk, held.meeting, public=True)
    assert "Petra Jansen wil graag" not in outside
    assert "Punt 7a: besloten" in outside
    assert desk.private(held.meeting, public=True) == []


def test_of_a_meeting_that_is_not_public_nothing_is_told(desk, held, store):
    with store.changing("Besloten") as session:
        session.get_one(Meeting, held.meeting).public = False
    assert "B-2026-001" in said(desk, held.meeting)
    outside = said(desk, held.meeting, public=True)
    assert "niet openbaar" in outside
    for secret in ("B-2026-001", "A-2026-041", "T-2026-009", "Joop Kramer", "Henk"):
        assert secret not in outside
    assert desk.private(held.meeting, public=True) == []


def test_a_public_version_names_the_role_and_not_the_person(desk, held):
    outside = said(desk, held.meeting, public=True)
    assert "Secretaris: Bellen met de Voedselbank" in outside
    assert "Henk: Bellen" in said(desk, held.meeting)
    assert "Samira Aydin heeft hier" not in outside


def test_the_three_styles(desk, held):
    desk.set_style(held.meeting, "decisions")
    short = said(desk, held.meeting)
    assert "B-2026-001" in short
    assert "Fatima licht" not in short
    desk.set_style(held.meeting, "extensive")
    long = said(desk, held.meeting)
    assert "Stelt u het advies vast?" in long
    assert "Fatima licht" in long
    with pytest.raises(CouncilError):
        desk.set_style(held.meeting, "poem")


def test_a_talk_with_the_alderman_needs_no_quorum(desk, held, store):
    """Nobody decides there: "that is too few to decide" would only puzzle the reader."""

    def said() -> str:
        return " ".join(words(desk.document(held.meeting)))

    assert "om te besluiten." in said()
    with store.changing("gesprek") as session:
        session.get_one(Meeting, held.meeting).kind = "alderman"
    assert "om te besluiten." not in said()
    assert "leden zijn er." in said()


def test_who_stands_in_for_the_chair_is_told(desk, held, store):
    with store.changing("voorzitter") as session:
        meeting = session.get_one(Meeting, held.meeting)
        people = {one.name: one.member_id for one in session.scalars(select(Attendance))}
        meeting.chair_id = people["Wim de Boer"]
    text = " ".join(words(desk.document(held.meeting)))
    assert "Wim de Boer" in text
    assert "zit voor" in text
    with store.changing("voorzitter") as session:
        session.get_one(Meeting, held.meeting).chair_id = people["Marijke Vos"]
    assert "zit voor" not in " ".join(words(desk.document(held.meeting)))


def test_both_versions_come_as_word_and_pdf_in_one_press(desk, held, tmp_path: Path):
    names = sorted(path.name for path in desk.save_copies(held.meeting, tmp_path))
    assert len(names) == 4
    assert [name for name in names if "openbaar" in name and name.endswith(".pdf")]
    assert [name for name in names if "intern" in name and "concept" in name]


# ---- looking them over


def test_what_lacks_is_said_item_by_item(desk, held, store):
    assert desk.lacks(held.meeting) == []
    with store.changing("leeg") as session:
        session.get_one(AgendaItem, held.items["2"]).notes = ""
    assert [lack.item for lack in desk.lacks(held.meeting)] == [held.items["2"]]


def test_reasons_of_absence_and_private_data_are_pointed_out(desk, held):
    desk.write(held.items["1"], "Ria is ziek. Bel haar op 06 12345678.")
    found = {data.text for _, data in desk.private(held.meeting, public=False)}
    assert {"is ziek", "06 12345678"} <= found


def test_the_closed_item_is_not_looked_over_for_the_public_version(desk, held):
    desk.write(held.items["7"], "De kandidaat is ziek.")
    assert desk.private(held.meeting, public=True) == []


# ---- the round of remarks


def test_a_remark_needs_minutes_that_were_sent(desk, held):
    with pytest.raises(CouncilError):
        desk.remark(held.meeting, "Wim", "Ik was er ook.")
    desk.circulate(held.meeting)
    desk.remark(held.meeting, "Wim", "Ik was er ook.")
    assert desk.view(held.meeting).meeting.minutes_state == "remarks"


def test_a_remark_that_is_taken_over_can_be_taken_back(desk, held):
    desk.circulate(held.meeting)
    remark = desk.remark(held.meeting, "Joop", "Drie keer.", held.items["6"])
    before = desk.view(held.meeting).items[4].item.notes
    desk.take_over(remark, "Joop belde al drie keer met de gemeente.")
    assert "drie keer" in said(desk, held.meeting)
    desk.reopen(remark)
    view = desk.view(held.meeting)
    assert view.items[4].item.notes == before
    assert view.remarks[0].state == "open"


def test_sending_round_makes_an_email_to_every_member(desk, held, tmp_path: Path):
    paths = desk.circulate(held.meeting, tmp_path)
    mail = next(path for path in paths if path.suffix == ".eml").read_text("utf-8")
    assert desk.view(held.meeting).meeting.minutes_state == "circulated"
    assert mail.count("@clientenraad-duinrede.example") == 10
    assert mail.count("Content-Disposition: attachment") == 2


# ---- adoption


def new_item(desk: MinutesDesk, held: Held):
    return desk.view(held.next).items[0]


def test_adopt_as_presented(desk, held):
    desk.adoption.decide(held.meeting, held.next, "presented")
    view = desk.view(held.meeting)
    assert view.adopted
    assert view.adopted_on == date(2026, 3, 19)
    assert new_item(desk, held).decisions[0].text.endswith("zonder wijzigingen.")


def test_adopt_with_changes_lists_them_in_the_new_minutes(desk, held):
    desk.circulate(held.meeting)
    remark = desk.remark(held.meeting, "Joop", "Drie keer.", held.items["6"])
    with pytest.raises(CouncilError, match="opmerking open"):
        desk.adoption.decide(held.meeting, held.next, "changed")
    desk.take_over(remark)
    desk.adoption.decide(held.meeting, held.next, "changed", "Smid moet Smit zijn.")
    assert new_item(desk, held).item.notes == "- Punt 6: Drie keer.\n- Smid moet Smit zijn."
    assert desk.view(held.meeting).meeting.adopted_changes.splitlines() == [
        "Punt 6: Drie keer.",
        "Smid moet Smit zijn.",
    ]


def test_a_change_of_a_closed_item_does_not_leak_into_the_new_minutes(desk, held):
    desk.circulate(held.meeting)
    desk.take_over(desk.remark(held.meeting, "Joop", "Ans Kuyper.", held.items["7"]))
    desk.adoption.decide(held.meeting, held.next, "changed")
    assert new_item(desk, held).item.notes == "- Punt 7: besloten"
    kept = desk.view(held.meeting)
    assert kept.meeting.adopted_changes == "Punt 7: Ans Kuyper."
    assert "Kuyper" not in said(desk, held.meeting, public=True)


def test_a_council_that_corrects_the_old_text_lists_nothing(desk, held):
    desk.adoption.set_convention("corrected")
    desk.circulate(held.meeting)
    remark = desk.remark(held.meeting, "Joop", "Drie keer.", held.items["6"])
    desk.take_over(remark, "Joop belde drie keer.")
    desk.adoption.decide(held.meeting, held.next, "changed")
    assert new_item(desk, held).item.notes == ""
    assert "al in dat verslag" in new_item(desk, held).decisions[0].text
    assert "Joop belde drie keer." in said(desk, held.meeting)


def test_postponed_minutes_stay_open_and_wait(desk, held):
    desk.adoption.decide(held.meeting, held.next, "postponed")
    view = desk.view(held.meeting)
    assert not view.adopted
    assert view.meeting.adopted_how == "postponed"
    assert "komt terug" in new_item(desk, held).item.notes
    assert [row.id for row in desk.waiting()] == [held.meeting]


def test_minutes_are_adopted_in_a_later_meeting_only(desk, held):
    with pytest.raises(CouncilError, match="latere vergadering"):
        desk.adoption.decide(held.next, held.meeting, "presented")
    assert [row.id for row in desk.adoption.meetings_for(held.meeting)] == [held.next]


def test_nothing_changes_without_a_change(desk, held):
    with pytest.raises(CouncilError):
        desk.adoption.decide(held.meeting, held.next, "changed", " \n ")
    with pytest.raises(CouncilError):
        desk.adoption.decide(held.meeting, held.next, "shouted")


def test_an_agenda_without_such_an_item_gets_one(desk, held, store):
    with store.changing("weg") as session:
        session.delete(session.get_one(AgendaItem, new_item(desk, held).item.id))
    desk.adoption.decide(held.meeting, held.next, "presented")
    assert new_item(desk, held).item.kind == "minutes"


# ---- frozen for good


def sums(desk: MinutesDesk, meeting: int) -> list[tuple[str, str]]:
    files = [*desk.files(meeting, public=False), *desk.files(meeting, public=True)]
    return [(file.name, hashlib.sha256(file.data).hexdigest()) for file in files]


def test_adopted_minutes_export_the_same_bytes_after_every_rename(desk, held, store, reopen):
    desk.adoption.decide(held.meeting, held.next, "presented", now=datetime(2026, 3, 19, 15, 0))
    before = sums(desk, held.meeting)
    with store.changing("alles anders") as session:
        session.get_one(Member, held.members["Wim de Boer"]).name = "Willem de Boer"
        session.get_one(Member, held.members["Marijke Vos"]).role = "lid"
        session.get_one(Attendance, held.attendance["Wim de Boer"]).name = "Willem"
        session.get_one(AgendaItem, held.items["6"]).title = "Iets anders"
        session.get_one(Meeting, held.meeting).title = "Overleg"
        session.query(Council).one().name = "Adviesraad Elders"
        session.query(MeetingDecision).first().text = "Iets anders."
    assert sums(desk, held.meeting) == before
    again = reopen(store)
    assert sums(MinutesDesk(again, CouncilDesk(again)), held.meeting) == before


def test_nothing_can_be_changed_after_adoption(desk, held):
    desk.circulate(held.meeting)
    remark = desk.remark(held.meeting, "Joop", "Drie keer.", held.items["6"])
    desk.leave_out(remark)
    desk.adoption.decide(held.meeting, held.next, "presented")
    acts = (
        lambda: desk.write(held.items["1"], "Anders."),
        lambda: desk.set_style(held.meeting, "decisions"),
        lambda: desk.circulate(held.meeting),
        lambda: desk.remark(held.meeting, "Wim", "Nog iets."),
        lambda: desk.reopen(remark),
        lambda: desk.adoption.decide(held.meeting, held.next, "presented"),
    )
    for act in acts:
        with pytest.raises(CouncilError, match="vastgesteld"):
            act()


def test_undo_takes_the_whole_adoption_back(desk, held, store):
    desk.adoption.decide(held.meeting, held.next, "presented")
    store.undo()
    assert not desk.view(held.meeting).adopted
    assert desk.view(held.meeting).frozen is None
    assert new_item(desk, held).decisions == ()


# ---- the lists


def test_before_the_meeting_the_members_can_sign(desk, held, store, tmp_path: Path):
    desk.save_list("attendance", LATER, tmp_path, held.next)
    text = read_file(next(tmp_path.glob("*.docx"))).text
    assert "Handtekening" in text
    assert "Wim de Boer" in text
    assert desk.view(held.next).attendance == (), "who signs is not noted yet"


def test_minutes_without_attendance_have_no_empty_table(desk, held):
    assert not [one for one in desk.document(held.next).blocks if isinstance(one, Table)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("actions", "Actielijst"),
        ("promises", "Toezeggingenlijst"),
        ("decisions", "Besluitenlijst"),
        ("attendance", "Presentielijst"),
    ],
)
def test_every_list_comes_as_word_and_pdf(desk, held, tmp_path: Path, name, expected):
    paths = desk.save_list(name, LATER, tmp_path, held.meeting)
    assert {path.suffix for path in paths} == {".docx", ".pdf"}
    assert all(path.name.startswith(expected) for path in paths)
