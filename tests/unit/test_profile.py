"""Profile, composition in numbers and committee: what they tell, and what is never kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import composition as rules
from desktop.domain.composition import Group
from desktop.domain.errors import CouncilError
from desktop.models.base import Record
from desktop.models.members import Headcount
from desktop.services.members import composition_out, profile_out, vacancy_words
from desktop.services.members.profile import sought
from desktop.services.members.rows_profile import HeadcountRow, texts

TODAY = date(2026, 3, 10)
NAMES = ["Anna Bos", "Bram Tas", "Anna Vos"]


@pytest.fixture
def council(office):
    """Three members and a profile of two points."""
    for name in NAMES:
        office.council.add_member(name)
    office.profiles.keep(None, "Kan duidelijk schrijven", "skill")
    office.profiles.keep(None, "Weet hoe de gemeente beslist", "knowledge")
    return office


def ids(council) -> dict[str, int]:
    return {one.name: one.id for one in council.council.members()}


def points(council) -> dict[str, int]:
    return {one.name: one.id for one in council.profiles.items()}


def test_what_nobody_can_do_well_is_a_gap(council):
    assert council.profiles.profile(TODAY).gaps == []  # nobody filled in anything: nothing to say
    write, decide = points(council)["Kan duidelijk schrijven"], 2
    council.profiles.say(ids(council)["Anna Bos"], {write: 2, decide: 1})
    council.profiles.say(ids(council)["Bram Tas"], {write: 0, decide: None})
    profile = council.profiles.profile(TODAY)
    assert [one.row.name for one in profile.gaps] == ["Weet hoe de gemeente beslist"]
    assert [one.able for one in profile.lines] == [0, 1]  # knowledge comes before skills
    assert len(profile.filled) == 2
    council.profiles.say(ids(council)["Anna Bos"], {decide: 3})
    assert council.profiles.profile(TODAY).gaps == []
    council.profiles.say(ids(council)["Anna Bos"], {write: None, decide: None})
    assert len(council.profiles.profile(TODAY).filled) == 1
    council.store.undo()
    assert len(council.profiles.profile(TODAY).filled) == 2


def test_who_left_does_not_fill_a_gap(council):
    member, write = ids(council)["Anna Bos"], points(council)["Kan duidelijk schrijven"]
    council.profiles.say(member, {write: 3})
    council.people.change(member, until=date(2026, 1, 31))
    assert council.profiles.profile(TODAY).filled == frozenset()
    assert council.profiles.profile(date(2026, 1, 31)).filled == {member}


def test_the_start_list_comes_once_and_in_one_step(council):
    council.profiles.keep(None, "kan goed luisteren en doorvragen", "skill")
    before = len(council.profiles.items())
    council.profiles.take_start()
    names = [one.name.casefold() for one in council.profiles.items()]
    assert len(names) == len(set(names)) == 15
    council.profiles.take_start()
    assert len(council.profiles.items()) == len(names)
    council.store.undo()
    assert len(council.profiles.items()) == before


def test_a_point_goes_with_its_answers_and_comes_back_with_them(council):
    member, write = ids(council)["Anna Bos"], points(council)["Kan duidelijk schrijven"]
    council.profiles.say(member, {write: 3})
    council.profiles.remove(write)
    assert council.profiles.levels_of(member) == {}
    council.store.undo()
    assert council.profiles.levels_of(member) == {write: 3}
    with pytest.raises(CouncilError):
        council.profiles.keep(write, "  ", "skill")
    with pytest.raises(CouncilError):
        council.profiles.say(99, {write: 1})
    with pytest.raises(CouncilError):
        council.profiles.say(member, {99: 1})


def test_the_paper_has_everybody_and_tells_two_annas_apart(council):
    assert profile_out.short_names(NAMES) == ["Anna B.", "Bram", "Anna V."]
    alike = ["Jan de Vries", "Jan Visser", "Bo Smit", "Jan Bos"]
    assert profile_out.short_names(alike) == ["Jan de Vries", "Jan Visser", "Bo", "Jan B."]
    assert profile_out.short_names(["Anna", "Anna", ""]) == ["Anna", "Anna", ""]
    empty = profile_out.paper(council.profiles.profile(TODAY), "Raad", None, TODAY)
    assert texts()["paper"]["nobody"] in str(empty)
    for number in range(9):
        council.council.add_member(f"Lid {number} Ander")
    council.profiles.say(ids(council)["Anna Bos"], {points(council)["Kan duidelijk schrijven"]: 3})
    paper = profile_out.paper(council.profiles.profile(TODAY), "Raad", None, TODAY)
    tables = [block for block in paper.blocks if type(block).__name__ == "Table"]
    assert len(tables) == 4  # twelve members beside each other do not fit: two tables each
    assert {len(one.header) for one in tables} == {7}
    assert sum(name.startswith("Anna") for one in tables for name in one.header) == 4


def test_a_vacancy_from_what_is_missing_passes_our_own_hints():
    start = texts()["start"]
    for kind in start:
        title, told = sought(start[kind][:5], "Polderwijk")
        assert title
        assert vacancy_words.hints_on_profile(told) == []
    assert "kan duidelijk schrijven" in sought(["Kan duidelijk schrijven"])[1]


def count(council, *groups: tuple[str, str, int | None], needed: bool = False) -> None:
    numbers = [
        council.composition.keep(None, about, name, needed_=needed) for about, name, _n in groups
    ]
    people = {number: many for number, (_a, _n, many) in zip(numbers, groups, strict=True)}
    council.composition.count(people, TODAY)


def test_nobody_who_knows_the_participatiewet_is_told_first(council):
    count(council, ("perspective", "de Participatiewet", 0), needed=True)
    count(council, ("district", "Oost", 3), ("district", "West", 0), ("age", "tot 30 jaar", 1))
    told = council.composition.told(TODAY)
    assert told[0] == "Niemand kent de Participatiewet van dichtbij."
    assert "Oost" in told[1]
    assert told[2] == texts()["count"]["young"]
    assert len(told) == 3
    later = date(2027, 3, 12)
    assert council.composition.told(later)[-1] == texts()["count"]["old"]


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([("district", "Oost", 4)], "3 leden"),
        ([("district", "Oost", 2), ("district", "West", 2)], "Wijk of dorp"),
        ([("age", "jong", 2), ("age", "oud", 2)], "Leeftijd"),
    ],
)
def test_more_than_there_are_members_cannot_be_right(council, groups, said):
    with pytest.raises(CouncilError, match=said) as caught:
        count(council, *groups)
    assert int(caught.value.field) in {one.id for one in council.composition.groups()}
    assert all(one.people is None for one in council.composition.groups())


def test_one_member_can_know_several_things(council):
    count(council, *(("perspective", name, 3) for name in ("Wmo", "jeugdhulp", "mantelzorg")))
    assert [one.people for one in council.composition.groups()] == [3, 3, 3]
    first = council.composition.groups()[0]
    council.composition.count({first.id: None}, TODAY)
    assert council.composition.groups()[0].counted is None


def test_no_record_ties_a_member_to_a_group():
    """Benefit and health of a person are never kept: docs/adr/0013."""
    pointing = [column for column in Headcount.__table__.columns if column.foreign_keys]
    assert pointing == []
    for table in Record.metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                assert key.column.table.name != "headcount"


@given(st.lists(st.integers(0, 12)))
def test_the_paper_never_tells_a_small_number_exactly(numbers):
    rows = [
        HeadcountRow(number, "perspective", f"groep {number}", number, many, TODAY, needed=False)
        for number, many in enumerate(numbers, 1)
    ]
    paper = composition_out.matrix(rows, "Raad", None, TODAY)
    tables = [block for block in paper.blocks if type(block).__name__ == "Table"]
    cells = ["".join(run.text for run in row[1].runs) for one in tables for row in one.rows]
    assert len(cells) == len(numbers)
    for many, cell in zip(numbers, cells, strict=True):
        assert cell == ("niemand" if not many else "1 of 2" if many <= 2 else str(many))


counted = st.one_of(st.none(), st.integers(0, 6))


@given(st.lists(st.tuples(st.sampled_from(["district", "age", "perspective"]), counted)))
def test_the_rules_on_numbers_agree_with_each_other(told):
    groups = [
        Group(about, f"g{place}", many, needed=place % 2 == 0)
        for place, (about, many) in enumerate(told)
    ]
    assert set(rules.missing(groups)) <= set(rules.absent(groups))
    only = rules.only_district(groups)
    if only:
        lived = {one.name for one in groups if one.about == "district" and one.people}
        assert lived == {only}
    most = sum(one.people or 0 for one in groups)
    assert rules.too_many(groups, most) == ""
    if any(one.people for one in groups):
        assert rules.too_many(groups, 0)


def test_the_committee_of_a_vacancy(council):
    committees, vacancy = council.recruiting.committees, council.recruiting.add("Nieuw lid")
    member = ids(council)["Anna Bos"]
    committees.add(vacancy, member=member)
    committees.add(vacancy, name=" Petra Buiten ")
    assert [one.name for one in committees.of(vacancy)] == ["Anna Bos", "Petra Buiten"]
    for again in ({"member": member}, {"name": "petra buiten"}, {"name": " "}):
        with pytest.raises(CouncilError):
            committees.add(vacancy, **again)
    guide = council.recruiting.papers(vacancy, TODAY)[-1]
    assert "Dit gesprek doen Anna Bos en Petra Buiten." in str(guide.blocks)
    committees.remove(committees.of(vacancy)[1].id)
    council.people.remove(member)
    assert committees.of(vacancy) == []
    council.store.undo()
    assert [one.name for one in committees.of(vacancy)] == ["Anna Bos"]
    council.recruiting.remove(vacancy)
    assert committees.of(vacancy) == []
