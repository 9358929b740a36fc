"""The agenda: numbers that stay, the order, the time, what comes back, and what is proposed."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import agenda as rules
from desktop.domain.errors import CouncilError
from desktop.services.council import CouncilDesk
from desktop.services.meetings.agenda import AgendaDesk
from desktop.services.meetings.plan import MeetingPlan, same_rhythm
from desktop.services.sample.calendar import HOME_DAY
from tests.example import example


@dataclass(frozen=True)
class Item:
    id: int
    parent_id: int | None = None
    number: str = ""
    kind: str = "discussion"
    minutes: int = 5


@pytest.fixture
def council(store):
    return CouncilDesk(store)


@pytest.fixture
def plan(store, council):
    return MeetingPlan(store, council)


@pytest.fixture
def agenda(store, council):
    return AgendaDesk(store, council)


@pytest.fixture
def meeting(plan, agenda):
    """A meeting with the fixed items."""
    key = plan.add(datetime(2026, 3, 19, 13, 30))
    agenda.start_from_template(key)
    return key


@pytest.fixture(scope="module")
def duinrede(tmp_path_factory):
    """The sample council; these tests only read it."""
    office = example(tmp_path_factory.mktemp("duinrede"), HOME_DAY)
    yield office.plan, office.agenda
    office.close()


def titles(agenda: AgendaDesk, meeting: int) -> list[str]:
    return [item.title for item in agenda.items(meeting)]


def numbered(agenda: AgendaDesk, meeting: int) -> dict[str, str]:
    numbers = agenda.numbers(meeting)
    return {item.title: numbers[item.id] for item in agenda.items(meeting)}


# ---- the rules


def test_numbers_follow_the_order_and_a_break_has_none():
    items = [Item(1), Item(2, kind="break"), Item(3), Item(4, parent_id=3), Item(5, parent_id=3)]
    assert rules.numbers(items) == {1: "1", 2: "", 3: "2", 4: "2a", 5: "2b"}


def test_a_given_number_stays_and_a_late_item_gets_the_next_one():
    items = [Item(3, number="3"), Item(9), Item(1, number="1"), Item(2, number="2")]
    assert rules.numbers(items) == {3: "3", 9: "4", 1: "1", 2: "2"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_no_number_is_used_twice(shape: list[tuple[bool, bool]]):
    items: list[Item] = []
    head: int | None = None
    for key, (part, known) in enumerate(shape, 1):
        parent = head if part else None
        if parent is None:
            head = key
        number = str(key * 2) if known and parent is None else ""
        items.append(Item(key, parent_id=parent, number=number))
    found = rules.numbers(items)
    assert set(found) == {item.id for item in items}
    assert len(set(found.values())) == len(items)
    assert all(found[item.id] == item.number for item in items if item.number)


@given(st.integers(0, 2000))
def test_letters_go_on_after_z(place: int):
    assert rules.letter(0) == "a"
    assert rules.letter(25) == "z"
    assert rules.letter(26) == "aa"
    assert rules.letter(place) != rules.letter(place + 1)


def test_parts_count_within_their_item():
    items = [Item(1, minutes=20), Item(2, parent_id=1, minutes=5), Item(3, minutes=10)]
    assert rules.time_sum(items, 25) == rules.TimeSum(30, 25)
    assert rules.time_sum(items, 25).over == 5
    begins = rules.clock_times(items, datetime(2026, 3, 19, 13, 30))
    assert [f"{begins[key]:%H.%M}" for key in (1, 2, 3)] == ["13.30", "13.45", "13.50"]


@given(st.permutations(list(range(8))), st.integers(0, 7), st.integers(-20, 20))
def test_moving_loses_nothing(order: list[int], item: int, steps: int):
    after = rules.moved(order, item, steps)
    assert sorted(after) == sorted(order)
    place = min(max(0, order.index(item) + steps), len(order) - 1)
    assert after.index(item) == place
    assert [x for x in after if x != item] == [x for x in order if x != item]


@pytest.mark.parametrize(
    ("treated", "standing", "open_action", "expected"),
    [
        (True, False, False, ()),
        (False, False, False, ("not_treated",)),
        (True, True, False, ("standing",)),
        (True, False, True, ("open_action",)),
        (False, True, True, ("not_treated", "standing", "open_action")),
    ],
)
def test_the_rule_of_what_comes_back(treated, standing, open_action, expected):
    found = rules.reasons_to_return(treated=treated, standing=standing, open_action=open_action)
    assert found == expected


# ---- building


def test_new_items_come_before_the_closing_ones(agenda, meeting):
    agenda.add(meeting, "Reiskosten")
    found = titles(agenda, meeting)
    assert found[0] == "Opening"
    assert found.index("Reiskosten") == found.index("Wat verder ter tafel komt") - 1


def test_an_item_needs_a_name(agenda, meeting):
    with pytest.raises(CouncilError) as error:
        agenda.add(meeting, "  ")
    assert error.value.field == "title"


def test_swapping_after_sending_keeps_the_numbers(store, agenda, meeting):
    from desktop.services.meetings.items import give_numbers

    with store.changing("versturen") as session:
        give_numbers(session, meeting)
    before = numbered(agenda, meeting)
    fifth = agenda.items(meeting)[4]
    agenda.move(fifth.id, -2)
    assert titles(agenda, meeting)[2] == fifth.title
    assert numbered(agenda, meeting) == before
    store.undo()
    assert titles(agenda, meeting)[4] == fifth.title


def test_parts_go_along_with_their_item(agenda, meeting):
    first, second = agenda.add(meeting, "Geld"), agenda.add(meeting, "Vervoer")
    agenda.make_part(second)
    assert numbered(agenda, meeting)["Vervoer"] == "7a"
    agenda.move(first, -6)
    assert titles(agenda, meeting)[:2] == ["Geld", "Vervoer"]
    agenda.make_own(second)
    assert numbered(agenda, meeting)["Vervoer"] == "2"
    with pytest.raises(CouncilError):
        agenda.make_part(first)


def test_an_item_goes_to_a_place(agenda, meeting):
    item = agenda.add(meeting, "Gast")
    agenda.move_to(item, 1)
    assert titles(agenda, meeting)[1] == "Gast"


def test_nothing_handed_in_gets_lost(store, agenda, meeting, today):
    item = agenda.hand_in("Gezonde lunch", "Lies", today)
    assert [w.state for w in agenda.waiting()] == ["handed_in"]
    agenda.place(item, meeting)
    assert agenda.waiting() == []
    agenda.park(item, "Geen tijd deze keer.")
    parked = agenda.waiting()[0]
    assert (parked.state, parked.state_reason) == ("parked", "Geen tijd deze keer.")
    assert (parked.handed_in_by, parked.handed_in_on) == ("Lies", today)
    with pytest.raises(CouncilError):
        agenda.reject(item, " ")
    agenda.reject(item, "Dit is iets voor de school.")
    assert [w.state for w in agenda.waiting()] == ["rejected"]


def test_what_was_treated_stays(store, agenda, meeting):
    item = agenda.items(meeting)[0].id
    agenda.change(item, state="treated")
    for act in (agenda.remove, agenda.park):
        with pytest.raises(CouncilError):
            act(item)


def test_an_awaited_paper_is_late_until_it_comes(agenda, meeting, today, tmp_path: Path):
    item = agenda.add(meeting, "Avond")
    agenda.add_paper(item, "Plan", expected=date(2026, 3, 6))
    agenda.add_paper(item, "Begroting", expected=date(2026, 3, 15))
    assert [paper.name for paper in agenda.late_papers(meeting, today)] == ["Plan"]
    path = tmp_path / "Plan.txt"
    path.write_text("Zo doen we het.", "utf-8")
    agenda.keep_file(item, path)
    assert agenda.late_papers(meeting, today) == []
    assert len(agenda.papers(meeting)) == 2


# ---- from last time


def test_what_comes_back_to_the_next_meeting(duinrede):
    plan, agenda = duinrede
    march = plan.next(HOME_DAY).id
    found = {one.item.title: one for one in agenda.carrying.returning(march)}
    assert set(found) == {
        "Taxipas: nog geen antwoord",
        "Jongeren met schulden",
        "Reiskosten van leden",
        "Wijkbezoek De Kreken",
    }
    assert found["Wijkbezoek De Kreken"].reasons == ("not_treated",)
    assert found["Wijkbezoek De Kreken"].how == "move"
    assert found["Jongeren met schulden"].actions == ("A-41", "A-44")
    assert found["Jongeren met schulden"].how == "repeat"


def test_the_app_proposes_items(duinrede):
    plan, agenda = duinrede
    march = plan.next(HOME_DAY).id
    found = [one.title for one in agenda.proposals.of(march)]
    assert found[0] == "Taxipas: nog geen antwoord"
    assert found[1].startswith("Toezegging T-8")
    assert "Zitting van Lies Smit" in found


@pytest.fixture
def changing(tmp_path):
    """The sample council for a test that changes it."""
    office = example(tmp_path, HOME_DAY)
    yield office.plan, office.agenda
    office.close()


def test_an_agenda_is_built_from_last_time(changing):
    plan, agenda = changing
    april = plan.following(plan.next(HOME_DAY).id).id
    agenda.carrying.build_from_last(april)
    found = titles(agenda, april)
    assert found[0] == "Opening"
    assert "Verslag van 12 februari" in found
    assert found[-1] == "Sluiting en datum volgende vergadering"
    agenda.carrying.build_from_last(april)
    assert titles(agenda, april) == found


def test_move_takes_along_and_repeat_leaves_whole(changing):
    plan, agenda = changing
    march = plan.next(HOME_DAY).id
    back = {one.item.title: one.item for one in agenda.carrying.returning(march)}
    visit, young = back["Wijkbezoek De Kreken"], back["Jongeren met schulden"]
    moved = agenda.item(agenda.carrying.bring(visit.id, march, "move"))
    again = agenda.item(agenda.carrying.bring(young.id, march, "repeat"))
    assert (moved.carried_from, moved.state) == (visit.id, "placed")
    assert agenda.item(visit.id).state == "carried"
    assert (again.carried_from, again.notes) == (young.id, "")
    assert agenda.item(young.id) == young
    left = [one.item.title for one in agenda.carrying.returning(march)]
    assert "Wijkbezoek De Kreken" not in left
    assert "Jongeren met schulden" not in left


# ---- the plan


def test_the_third_thursday_stays_the_third_thursday():
    dates = same_rhythm(datetime(2026, 1, 15, 13, 30), 12)
    assert all(day.weekday() == 3 and 15 <= day.day <= 21 for day in dates)
    assert [day.month for day in dates] == list(range(1, 13))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.integers(1, 30))
def test_a_rhythm_never_skips_a_month(first: datetime, count: int):
    dates = same_rhythm(first, count)
    months = [day.year * 12 + day.month for day in dates]
    assert months == list(range(months[0], months[0] + count))
    assert {day.weekday() for day in dates} == {first.weekday()}


def test_a_series_leaves_out_days_that_are_taken(plan):
    plan.add(datetime(2026, 2, 19, 13, 30))
    plan.add_series(same_rhythm(datetime(2026, 1, 15, 13, 30), 10))
    assert len(plan.meetings(2026)) == 10


def test_the_year_is_counted_against_what_was_agreed(duinrede):
    plan, _agenda = duinrede
    own, talks = plan.count(2026), plan.count(2026, "alderman")
    assert (own.held, own.planned, own.short) == (2, 8, 0)
    assert (talks.norm.amount, talks.short) == (4, 2)
    assert talks.norm.source == "artikel 5 van de verordening"


def test_moving_and_cancelling_raise_the_version(plan):
    key = plan.add(datetime(2026, 4, 16, 13, 30))
    uid = plan.meeting(key).calendar_id
    plan.change(key, note="Er is koffie.")
    assert plan.meeting(key).calendar_version == 0
    plan.change(key, starts=datetime(2026, 4, 23, 13, 30))
    moved = plan.meeting(key)
    assert (moved.calendar_version, moved.moved_from) == (1, datetime(2026, 4, 16, 13, 30))
    plan.cancel(key)
    plan.restore(key)
    assert plan.meeting(key).calendar_version == 3
    assert plan.meeting(key).calendar_id == uid


def test_only_a_meeting_nobody_knows_can_be_thrown_away(plan):
    key = plan.add(datetime(2026, 4, 16, 13, 30))
    plan.cancel(key)
    with pytest.raises(CouncilError):
        plan.delete(key)
    plan.restore(key)
    plan.delete(key)
    assert plan.meetings() == []
