"""Running a meeting: order against number, who is there, votes that can be, and the clock."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.attendance import Presence, treatment_order, words
from desktop.domain.errors import CouncilError
from desktop.domain.meeting_clock import Timed, clock, used_seconds
from desktop.models.council import Member
from desktop.models.meetings import AgendaItem, Meeting
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers
from desktop.services.council import CouncilDesk
from desktop.services.meetings.deciding import Ballot, VotingRules
from desktop.services.meetings.rows import ItemRow
from desktop.services.meetings.running import Running, RunningView
from desktop.services.meetings.saying import chair_lines, helps, phrases

START = datetime(2026, 3, 19, 13, 30)
TODAY = START.date()
NAMES = ("Marijke", "Henk", "Wim", "Joop", "Samira")


class Table:
    """A meeting of five members with five items."""

    def __init__(self, store: Store) -> None:
        self.council = CouncilDesk(store)
        self.council.set_norm("quorum", 3, "persons", source="artikel 9")
        self.running = Running(store, self.council, Dossiers(store, self.council))
        with store.changing("test") as session:
            for place, name in enumerate(NAMES):
                session.add(Member(name=name, role="lid" if place else "voorzitter"))
            meeting = Meeting(title="Vergadering 3", starts=START)
            session.add(meeting)
            session.flush()
            self.meeting = meeting.id
            for place in range(1, 6):
                session.add(
                    AgendaItem(
                        title=f"Punt {place}", meeting_id=meeting.id, place=place, minutes=10
                    )
                )

    def begins(self) -> None:
        self.running.open(self.meeting, START)
        self.running.attendance.all_here(self.meeting)

    @property
    def view(self) -> RunningView:
        return self.running.view(self.meeting, TODAY)

    def item(self, number: str) -> int:
        return next(item.id for item in self.view.items if item.number == number)

    def person(self, name: str) -> int:
        return next(p.row.id for p in self.view.people if p.row.name == name)

    def here(self) -> set[str]:
        return {p.row.name for p in self.view.people if p.here}

    def told(self, name: str) -> str:
        numbers = {item.id: item.number for item in self.view.items}
        person = next(p for p in self.view.people if p.row.name == name)
        return words(person.presence, numbers)


@pytest.fixture
def table(store: Store) -> Table:
    return Table(store)


def test_opening_numbers_the_items_and_lists_the_members(table: Table):
    table.running.open(table.meeting, START)
    assert [item.number for item in table.view.items] == ["1", "2", "3", "4", "5"]
    assert [p.row.way for p in table.view.people] == ["expected"] * 5
    assert table.view.current is not None
    assert table.view.current.number == "1"
    assert not table.view.quorum.reached


def test_swapped_items_keep_their_numbers_and_the_turn_is_kept(table: Table):
    table.begins()
    table.running.go_to(table.item("5"), START)
    table.running.go_on(table.meeting, START)
    assert [(i.number, i.turn) for i in table.view.items] == [
        ("1", 1),
        ("2", 3),
        ("3", None),
        ("4", None),
        ("5", 2),
    ]


def test_going_back_to_an_item_keeps_its_turn(table: Table):
    table.begins()
    table.running.go_on(table.meeting, START)
    table.running.go_to(table.item("1"), START)
    current = [item for item in table.view.items if item.state == "placed" and item.turn]
    assert [(item.number, item.turn) for item in current] == [("1", 1)]


def test_the_time_of_an_item_stops_in_a_break(table: Table):
    table.begins()
    table.running.pause(table.meeting, START + timedelta(minutes=4))
    table.running.resume(table.meeting, START + timedelta(minutes=19))
    shown = table.view.clock(START + timedelta(minutes=20))
    assert (shown.planned, shown.used, shown.left) == (600, 300, 300)
    assert shown.behind == 900


def test_an_urgent_item_comes_next_with_a_new_number(table: Table):
    table.begins()
    table.running.go_on(table.meeting, START)
    table.running.add_urgent(table.meeting, "De bus")
    assert [item.number for item in table.view.items] == ["1", "2", "6", "3", "4", "5"]
    table.running.go_on(table.meeting, START)
    assert table.view.current is not None
    assert table.view.current.urgent


def test_an_item_is_put_off_only_with_a_reason_and_can_come_back(table: Table):
    table.begins()
    with pytest.raises(CouncilError):
        table.running.skip(table.item("3"), " ", START)
    table.running.skip(table.item("3"), "Het stuk kwam te laat.", START)
    table.running.go_on(table.meeting, START)
    table.running.go_on(table.meeting, START)
    assert table.view.current is not None
    assert table.view.current.number == "4"
    table.running.put_back(table.item("3"))
    assert table.view.following is not None
    assert table.view.following.number == "3"


def test_closing_carries_what_had_no_turn(table: Table):
    table.begins()
    table.running.go_on(table.meeting, START)
    table.running.close(table.meeting, START + timedelta(hours=2))
    states = [item.state for item in table.view.items]
    assert states == ["treated", "treated", "carried", "carried", "carried"]
    assert table.view.meeting.minutes_state == "concept"
    with pytest.raises(CouncilError):
        table.running.open(table.meeting, START)


def test_attendance_is_told_as_in_minutes(table: Table):
    table.begins()
    desk = table.running.attendance
    desk.arrive(table.person("Wim"), table.item("3"))
    desk.leave(table.person("Henk"), table.item("2"))
    desk.set_way(table.person("Joop"), "online")
    desk.set_way(table.person("Samira"), "absent_notice")
    assert table.told("Wim") == "vanaf punt 3"
    assert table.told("Henk") == "t/m punt 2"
    assert table.told("Joop") == "via Teams"
    assert table.told("Samira") == "afgemeld"
    assert table.told("Marijke") == ""
    assert table.here() == {"Marijke", "Henk", "Joop"}
    table.running.go_to(table.item("3"), START)
    assert table.here() == {"Marijke", "Wim", "Joop", "Henk"}  # item 2 had no turn yet


def test_who_leaves_and_comes_back_stands_there_twice(table: Table):
    table.begins()
    desk = table.running.attendance
    desk.leave(table.person("Henk"), table.item("1"))
    for _ in range(2):
        table.running.go_on(table.meeting, START)
    assert "Henk" not in table.here()
    desk.come_back(table.person("Henk"), table.item("3"))
    lines = [p for p in table.view.people if p.row.name == "Henk"]
    assert [p.here for p in lines] == [False, True]
    assert table.view.quorum.present == 5


def test_more_votes_than_members_are_refused(table: Table):
    table.begins()
    deciding = table.running.deciding
    with pytest.raises(CouncilError):
        deciding.decide(table.item("1"), "Ja", TODAY, Ballot(5, 1, 0))
    decided = deciding.decide(table.item("1"), "Ja", TODAY, Ballot(4, 1, 0))
    assert decided.number == "B-2026-001"
    (row,) = deciding.of_item(table.item("1"))
    assert (row.present, row.votes_for, row.votes_against) == (5, 4, 1)


def test_a_vote_locks_who_was_there(table: Table):
    table.begins()
    table.running.deciding.decide(table.item("1"), "Ja", TODAY, Ballot(5, 0, 0))
    desk = table.running.attendance
    with pytest.raises(CouncilError, match="punt 1"):
        desk.set_way(table.person("Henk"), "absent")
    with pytest.raises(CouncilError):
        desk.away_for(table.person("Henk"), table.item("1"), away=True)
    with pytest.raises(CouncilError):
        table.running.skip(table.item("1"), "Toch niet", START)
    desk.leave(table.person("Henk"), table.item("1"))  # after the vote everyone may go
    assert table.told("Henk") == "t/m punt 1"


def test_too_few_members_cannot_vote(table: Table):
    table.begins()
    for name in ("Wim", "Joop", "Samira"):
        table.running.attendance.set_way(table.person(name), "absent")
    with pytest.raises(CouncilError, match="3"):
        table.running.deciding.decide(table.item("1"), "Ja", TODAY, Ballot(2, 0, 0))


def test_a_guest_counts_for_nothing_in_a_vote(table: Table):
    table.begins()
    guest = table.running.attendance.add_guest(table.meeting, "Anja Postma", "gemeente")
    voters = table.running.deciding.voters(table.item("1"))
    assert guest not in voters.people
    assert table.view.quorum.present == 5


def test_a_chair_without_vote_and_proxies_by_rule_only(table: Table):
    table.begins()
    deciding = table.running.deciding
    table.running.attendance.set_way(table.person("Samira"), "absent_notice")
    with pytest.raises(CouncilError):
        deciding.decide(table.item("1"), "Ja", TODAY, Ballot(5, 0, 0, proxies=1))
    with pytest.raises(CouncilError):
        deciding.set_rules(VotingRules(chair_votes=False))
    deciding.set_rules(VotingRules(chair_votes=False, proxies=1, source="artikel 7"))
    voters = deciding.voters(table.item("1"))
    assert table.person("Marijke") not in voters.people
    assert voters.proxies == 1
    with pytest.raises(CouncilError):
        deciding.decide(table.item("1"), "Ja", TODAY, Ballot(5, 0, 0, proxies=1))
    deciding.decide(table.item("1"), "Ja", TODAY, Ballot(4, 0, 0, proxies=1))


def test_a_vote_by_name_is_counted(table: Table):
    table.begins()
    deciding = table.running.deciding
    choices = {table.person(name): "for" for name in NAMES[:3]} | {table.person("Joop"): "against"}
    decided = deciding.decide(table.item("1"), "Ja", TODAY, Ballot(by_name=choices))
    (row,) = deciding.of_item(table.item("1"))
    assert row.id == decided.decision
    assert (row.votes_for, row.votes_against, row.abstained) == (3, 1, 0)
    with pytest.raises(CouncilError):
        deciding.decide(table.item("1"), "Ja", TODAY, Ballot(by_name={999: "for"}))


def test_actions_and_promises_of_an_item_get_their_numbers(table: Table):
    table.begins()
    running, item = table.running, table.item("1")
    assert running.add_action(item, "Bellen", TODAY, "Henk", date(2026, 4, 1)) == "A-2026-001"
    assert running.add_promise(item, "Een lijst", TODAY, "Anja Postma") == "T-2026-001"
    with pytest.raises(CouncilError):
        running.add_promise(item, "Een lijst", TODAY, " ")
    assert [row.owner for row in table.view.actions] == ["Henk"]


def test_speakers_come_in_turn(table: Table):
    table.begins()
    desk, item = table.running.attendance, table.item("1")
    for name in ("Joop", "Henk", "Joop"):
        desk.ask_turn(item, table.person(name))
    assert [row.name for row in table.view.turns] == ["Joop", "Henk"]
    desk.give_turn(item, table.person("Joop"))
    assert [row.name for row in table.view.turns] == ["Henk"]


def test_undo_takes_back_one_act_of_the_meeting(table: Table, store: Store):
    table.begins()
    table.running.go_on(table.meeting, START)
    store.undo()
    assert table.view.current is not None
    assert table.view.current.number == "1"


@settings(max_examples=60, derandomize=True)
@given(
    st.permutations(range(6)),
    st.integers(0, 5),
    st.integers(0, 5),
    st.sampled_from(["room", "online", "absent", "expected"]),
)
def test_someone_is_there_without_gaps(order: list[int], came: int, left: int, way: str):
    presence = Presence(way, came, left)
    there = [presence.at(item, order) for item in order]
    assert sum(there) == (
        max(0, order.index(left) - order.index(came) + 1) if way in ("room", "online") else 0
    )
    first = there.index(True) if any(there) else 0
    assert there == [first <= place < first + sum(there) for place in range(len(there))]


@settings(max_examples=40, derandomize=True)
@given(st.lists(st.one_of(st.none(), st.integers(1, 50)), max_size=12))
def test_every_item_has_one_place_in_the_order(turns: list[int | None]):
    order = treatment_order(list(enumerate(turns)))
    assert sorted(order) == list(range(len(turns)))


def test_a_clock_that_was_set_back_counts_nothing():
    item = Timed(10, 60, START)
    assert used_seconds(item, START - timedelta(hours=1)) == 60
    shown = clock(None, [], START, START)
    assert (shown.left, shown.share) == (0, 1.0)


def test_the_chair_has_words_for_every_kind_and_none_with_a_hole(table: Table):
    table.begins()
    row = table.view.items[0]
    for kind in ("opening", "advice", "decision", "closing", "something of our own"):
        lines = chair_lines(_kind(row, kind))
        assert lines
        assert not any("{" in line or " ," in line or line.startswith(",") for line in lines)
        assert phrases(kind)
    assert all(each.title and each.words for each in helps())


def _kind(row: ItemRow, kind: str) -> ItemRow:
    return ItemRow(**{**vars(row), "kind": kind})
