"""Take the council along, work on both sides, bring it back: nothing is silently overwritten."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.domain.merging import three_way
from desktop.models import erasing
from desktop.models.advice import Dossier
from desktop.models.council import Member
from desktop.models.history import breaks
from desktop.models.proof import strays
from desktop.services import care
from desktop.services import office as offices
from desktop.services.office import Office
from desktop.services.travel import Return, unpack

WORDS = "een geheime zin"
DAY = date(2026, 3, 10)


@pytest.fixture
def home(tmp_path: Path):
    office, _code = offices.make(tmp_path / "thuis" / "Raad.samenspraak", WORDS, cost=2**4)
    office.council.change_profile(name="Cliëntenraad Duinrede")
    office.council.add_member(name="Riet Bakker", role="lid")
    office.lists.add_action("Bellen met de Voedselbank", owner="Riet Bakker", today=DAY)
    office.store.actor = "Henk"
    yield office
    office.close()


def taken_along(home: Office, folder: Path) -> Office:
    """Return the council as it is opened on the other laptop."""
    package = home.travel.take_along(folder / "stick", "Fatima", DAY)
    away = offices.open_office(unpack(package, folder / "laptop"), passphrase=WORDS)
    away.store.actor = "Fatima"
    return away


def brought_back(home: Office, away: Office, folder: Path, **choices: bool) -> list[str]:
    package = away.travel.pack(folder / "terug", DAY)
    away.close()
    found = home.travel.look(package, WORDS)
    try:
        names = {f"{clash.field}": i for i, clash in enumerate(found.clashes)}
        assert set(choices) == set(names), found.clashes
        return home.travel.bring_back(
            found, {names[name]: mine for name, mine in choices.items()}, DAY
        )
    finally:
        found.close()


def members(office: Office) -> list[str]:
    return [member.name for member in office.council.members()]


def sound(office: Office) -> bool:
    with office.store.reading() as session:
        assert not list(strays(session))
        assert not list(breaks(session))
    return care.check(office).sound


def test_what_both_did_comes_together(home, tmp_path):
    away = taken_along(home, tmp_path)
    assert away.travel.here() is not None
    assert [trip.who for trip in home.travel.away()] == ["Fatima"]
    away.council.add_member(name="Onderweg", role="lid")
    away.council.change_profile(place="Duinrede")
    home.council.add_member(name="Thuis", role="lid")
    home.council.change_profile(email="raad@duinrede.example")
    assert brought_back(home, away, tmp_path) == []
    assert sorted(members(home)) == ["Onderweg", "Riet Bakker", "Thuis"]
    profile = home.council.profile()
    assert (profile.place, profile.email) == ("Duinrede", "raad@duinrede.example")
    assert home.travel.away() == []
    assert home.travel.here() is None
    assert sound(home)


def test_who_did_what_on_the_way_stands_in_the_history(home, tmp_path):
    away = taken_along(home, tmp_path)
    away.council.add_member(name="Onderweg", role="lid")
    package = away.travel.pack(tmp_path / "terug", DAY)
    found = home.travel.look(package, WORDS)
    assert [(one.actor, one.label) for one in found.done] == [("Fatima", "Lid toevoegen")]
    assert home.travel.bring_back(found, {}, DAY) == []
    found.close()
    away.close()
    home.store.undo()
    assert members(home) == ["Riet Bakker"]
    home.store.redo()
    assert "Onderweg" in members(home)
    assert sound(home)


@pytest.mark.parametrize(("mine", "result"), [(True, "Thuis bellen"), (False, "Onderweg mailen")])
def test_both_changed_the_same_action(home, tmp_path, mine, result):
    away = taken_along(home, tmp_path)
    number = home.lists.actions()[0].id
    home.lists.change("action", number, DAY, text="Thuis bellen")
    away.lists.change("action", number, DAY, text="Onderweg mailen")
    package = away.travel.pack(tmp_path / "terug", DAY)
    away.close()
    found = home.travel.look(package, WORDS)
    (clash,) = found.clashes
    assert clash.what.startswith("Actie: A-2026-001: ")
    assert (clash.field, clash.ours, clash.theirs) == ("Tekst", "Thuis bellen", "Onderweg mailen")
    with pytest.raises(CouncilError, match="Kies"):
        home.travel.bring_back(found, {}, DAY)
    home.travel.bring_back(found, {0: mine}, DAY)
    found.close()
    assert home.lists.actions()[0].text == result
    assert sound(home)


@pytest.mark.parametrize("mine", [True, False])
def test_thrown_away_here_and_changed_there(home, tmp_path, mine):
    away = taken_along(home, tmp_path)
    riet = home.council.members()[0].id
    home.council.remove("member", riet)
    away.council.change("member", riet, name="Riet de Bakker")
    brought_back(home, away, tmp_path, **{"": mine})
    assert members(home) == ([] if mine else ["Riet de Bakker"])
    assert sound(home)


@pytest.mark.parametrize("mine", [True, False])
def test_changed_here_and_thrown_away_there(home, tmp_path, mine):
    away = taken_along(home, tmp_path)
    riet = home.council.members()[0].id
    away.council.remove("member", riet)
    home.council.change("member", riet, name="Riet de Bakker")
    brought_back(home, away, tmp_path, **{"": mine})
    assert members(home) == (["Riet de Bakker"] if mine else [])
    assert sound(home)


def test_the_same_number_given_twice_is_told(home, tmp_path):
    away = taken_along(home, tmp_path)
    home.lists.add_action("Thuis bedacht", owner="Henk", today=DAY)
    away.lists.add_action("Onderweg bedacht", owner="Fatima", today=DAY)
    told = brought_back(home, away, tmp_path)
    assert told == ["A-2026-002 van onderweg heet nu A-2026-003."]
    found = {row.text: row.number for row in home.lists.actions()}
    assert found["Thuis bedacht"] == "A-2026-002"
    assert found["Onderweg bedacht"] == "A-2026-003"
    assert sound(home)


def test_papers_come_along(home, tmp_path):
    away = taken_along(home, tmp_path)
    away.council.set_logo(_png())
    brought_back(home, away, tmp_path)
    assert home.council.logo() == _png()


def test_bringing_back_twice_changes_nothing_more(home, tmp_path):
    away = taken_along(home, tmp_path)
    away.council.add_member(name="Onderweg", role="lid")
    package = away.travel.pack(tmp_path / "terug", DAY)
    away.close()
    for _turn in range(2):
        found = home.travel.look(package, WORDS)
        home.travel.bring_back(found, {}, DAY)
        found.close()
    assert members(home).count("Onderweg") == 1


def _twice(home: Office, folder: Path, between) -> Return:
    """Bring a new member back, do something at home, and look into the same package again."""
    away = taken_along(home, folder)
    away.council.add_member(name="Onderweg", role="lid")
    package = away.travel.pack(folder / "terug", DAY)
    away.close()
    found = home.travel.look(package, WORDS)
    assert found.before is None
    home.travel.bring_back(found, {}, DAY)
    found.close()
    between(next(one.id for one in home.council.members() if one.name == "Onderweg"))
    return home.travel.look(package, WORDS)


@pytest.mark.parametrize("mine", [True, False])
def test_what_came_back_and_was_thrown_away_is_asked_the_second_time(home, tmp_path, mine):
    found = _twice(home, tmp_path, lambda key: home.council.remove("member", key))
    assert found.before == DAY
    home.travel.bring_back(found, {0: mine}, DAY)
    found.close()
    assert ("Onderweg" in members(home)) is not mine
    assert sound(home)


def test_who_was_erased_after_coming_back_never_comes_back(home, tmp_path):
    found = _twice(home, tmp_path, lambda key: erasing.erase(home.store, [(Member, key)], "Weg"))
    home.travel.bring_back(found, {}, DAY)
    found.close()
    assert members(home) == ["Riet Bakker"]
    assert sound(home)


def test_bringing_back_that_was_undone_asks_nothing_the_second_time(home, tmp_path):
    found = _twice(home, tmp_path, lambda _key: home.store.undo())
    assert found.before is None
    home.travel.bring_back(found, {}, DAY)
    found.close()
    assert "Onderweg" in members(home)


def test_what_hangs_on_something_that_was_erased_meanwhile_stays_out(home, tmp_path):
    """The rest comes back: it was refused as a whole."""
    riet = home.council.members()[0].id
    taxi, bus = home.dossiers.start("Taxi", DAY), home.dossiers.start("Bus", DAY)
    away = taken_along(home, tmp_path)
    away.dossiers.set_questions(taxi, ["Waarom?"])
    away.dossiers.change(bus, owner_id=riet)
    away.dossiers.change(away.dossiers.start("Nieuw", DAY), owner_id=riet)
    erasing.erase(home.store, [(Dossier, taxi), (Member, riet)], "Weg")
    assert brought_back(home, away, tmp_path) == []
    titles = [line.dossier.title for line in home.dossiers.lines(DAY)]
    assert sorted(titles) == ["Bus", "Nieuw"]
    assert sound(home)


def test_what_was_changed_here_and_thrown_away_comes_back_as_it_last_was(home, tmp_path):
    taxi = home.dossiers.start("Taxi", DAY)
    away = taken_along(home, tmp_path)
    away.dossiers.set_questions(taxi, ["Waarom?"])
    home.dossiers.change(taxi, title="Taxi van thuis")
    home.dossiers.delete(taxi)
    brought_back(home, away, tmp_path, **{"": False})
    assert [line.dossier.title for line in home.dossiers.lines(DAY)] == ["Taxi van thuis"]
    assert sound(home)


def test_what_is_revived_brings_its_parts(home, tmp_path):
    taxi = home.dossiers.start("Taxi", DAY, questions=["Waarom?", "Hoe duur?"])
    away = taken_along(home, tmp_path)
    away.dossiers.change(taxi, title="Taxi onderweg")
    away.dossiers.set_questions(taxi, ["Waarom?"])
    home.dossiers.delete(taxi)
    brought_back(home, away, tmp_path, **{"": False})
    [line] = home.dossiers.lines(DAY)
    assert line.dossier.title == "Taxi onderweg"
    questions = home.dossiers.view(line.dossier.id, DAY).questions
    assert [question.text for question in questions] == ["Waarom?"]
    assert sound(home)


def test_two_copies_on_the_way_at_once(home, tmp_path):
    one, two = taken_along(home, tmp_path / "1"), taken_along(home, tmp_path / "2")
    one.council.add_member(name="Eerste", role="lid")
    two.council.add_member(name="Tweede", role="lid")
    brought_back(home, one, tmp_path / "1")
    brought_back(home, two, tmp_path / "2")
    assert sorted(members(home)) == ["Eerste", "Riet Bakker", "Tweede"]
    assert sound(home)


def test_a_package_of_another_council_is_refused(home, tmp_path):
    other, _code = offices.make(tmp_path / "ander" / "Ander.samenspraak", WORDS, cost=2**4)
    other.council.add_member(name="Piet", role="lid")
    package = other.travel.take_along(tmp_path / "stick", "Piet", DAY)
    other.close()
    with pytest.raises(CouncilError, match="andere raad"):
        home.travel.look(package, WORDS)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + b"\0" * 90, b"x" * 5000])
def test_a_damaged_package_is_told(home, tmp_path, content):
    path = tmp_path / "stuk.raadpakket"
    path.write_bytes(content)
    with pytest.raises(CouncilError, match="pakket"):
        home.travel.look(path, WORDS)
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == ["thuis"]


def test_the_package_is_encrypted(home, tmp_path):
    package = home.travel.take_along(tmp_path, "Fatima", DAY)
    assert b"Riet" not in package.read_bytes()
    assert b"Voedselbank" not in package.read_bytes()


def test_a_full_stick_leaves_nothing_half(home, tmp_path):
    (tmp_path / "stick").write_text("geen map")
    with pytest.raises(CouncilError, match="pakket"):
        home.travel.take_along(tmp_path / "stick", "Fatima", DAY)
    assert home.travel.away() == []


def test_a_copy_is_not_taken_along_again(home, tmp_path):
    away = taken_along(home, tmp_path)
    with pytest.raises(CouncilError, match="al een kopie"):
        away.travel.take_along(tmp_path, "Nog iemand", DAY)
    away.close()


fields = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), min_size=4)


@given(fields, fields, fields)
def test_a_merge_forgets_nothing(base, ours, theirs):
    both = three_way(base, ours, theirs)
    for name in "abcd":
        changes = {side[name] for side in (ours, theirs) if side[name] != base[name]}
        assert (name in both.clashes) == (len(changes) == 2)
        assert both.values[name] == (changes.pop() if len(changes) == 1 else ours[name])


act = st.tuples(st.booleans(), st.sampled_from(["add", "change", "remove"]), st.integers(0, 4))


@given(st.lists(act, max_size=10), st.booleans())
@settings(max_examples=12, deadline=None)
def test_whatever_both_do_it_fits_together(acts, mine):
    with TemporaryDirectory() as name:
        folder = Path(name)
        home, _code = offices.make(folder / "Raad.samenspraak", WORDS, cost=2**4)
        for number in range(3):
            home.council.add_member(name=f"Lid {number}", role="lid")
        away = taken_along(home, folder)
        for turn, (there, kind, which) in enumerate(acts):
            _do(away if there else home, kind, which, turn)
        package = away.travel.pack(folder / "terug", DAY)
        away.close()
        found = home.travel.look(package, WORDS)
        home.travel.bring_back(found, dict.fromkeys(range(len(found.clashes)), mine), DAY)
        found.close()
        assert sound(home)
        home.close()


def _do(office: Office, kind: str, which: int, turn: int) -> None:
    rows = office.council.members()
    if kind == "add" or not rows:
        office.council.add_member(name=f"Nieuw {turn}", role="lid")
        office.lists.add_action(f"Doe {turn}", owner="Riet", today=DAY)
    elif kind == "change":
        office.council.change("member", rows[which % len(rows)].id, name=f"Anders {turn}")
    else:
        office.council.remove("member", rows[which % len(rows)].id)


def _png() -> bytes:
    from desktop.resources import resource

    return resource("documents/mark.png").read_bytes()
