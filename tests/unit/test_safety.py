"""Copies made by the app itself: verified, dated, on two places; what goes wrong is told."""

import errno
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import keys, vault
from desktop.models.copies import read_through
from desktop.services import office as offices
from desktop.services.care import Safety, copies_in, copies_of, is_copy, preview, restore
from desktop.services.care import check as care_check
from desktop.services.care.copies import folder_in, folder_of, name_for, rotate

DAY = datetime(2026, 3, 10, 14, 30)


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = datetime.now().replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now

    def goes(self, **much: float) -> None:
        self.now += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def safety(office, clock) -> Safety:
    office.dossiers.start("Taxipas", DAY.date())
    return Safety(office.store, office.path, now=clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def titles(safety: Safety) -> list[str]:
    return [notice.title for notice in safety.notices()]


def here(office) -> list[Path]:
    return [copy.path for copy in copies_in(folder_of(office.path), office.path.stem)]


def test_a_copy_is_made_when_something_changed_and_only_then(office, safety, clock):
    safety.keep_up()
    assert len(here(office)) == 1
    clock.goes(minutes=10)
    safety.keep_up()
    assert len(here(office)) == 1
    office.dossiers.start("Buurtbus", DAY.date())
    safety.keep_up()
    assert len(here(office)) == 2
    assert safety.state.last == clock.now


def test_opening_again_makes_no_second_copy_of_the_same(office, safety, clock):
    safety.keep_up()
    clock.goes(hours=2)
    Safety(office.store, office.path, now=clock).keep_up()
    assert len(here(office)) == 1


def test_a_clock_that_was_wrong_does_not_keep_new_work_from_the_stick(office, safety, stick, clock):
    clock.goes(days=400)
    safety.choose(stick)
    clock.goes(days=-400)
    office.dossiers.start("Buurtbus", DAY.date())
    safety.keep_up()
    assert len(copies_in(folder_in(stick, office.path), office.path.stem)) == 2


def test_another_key_asks_for_a_fresh_copy_under_that_key(office, safety, stick, clock):
    safety.choose(stick)
    keys.renew(office.store, office.path, "een geheime zin", "drie droge gele banken", cost=2**4)
    clock.goes(minutes=10)
    safety.keep_up()
    assert safety.state.trouble == ""
    for copy in (here(office)[0], copies_in(folder_in(stick, office.path), "Raad")[0].path):
        assert read_through(copy, office.store.key).actions > 0


def test_two_copies_in_one_second_are_two(office, safety):
    first = safety.make()
    office.dossiers.start("Buurtbus", DAY.date())
    assert safety.make("voor opruimen") != first


def test_making_a_copy_is_no_change_of_the_council_itself(office, safety, stick):
    undo = office.store.undo_label
    safety.choose(stick)
    safety.keep_up()
    assert office.store.undo_label == undo


def test_each_copy_opens_with_its_passphrase_on_a_computer_that_knows_nothing(
    office, safety, stick, memory_keyring
):
    safety.choose(stick)
    memory_keyring.kept.clear()
    [on_stick] = copies_in(folder_in(stick, office.path), office.path.stem)
    for copy in (*here(office), on_stick.path):
        opened = offices.open_office(copy, passphrase="een geheime zin")
        assert [line.dossier.title for line in opened.dossiers.lines(DAY.date())] == ["Taxipas"]
        opened.close()


def test_reading_a_copy_through_writes_nothing(office, safety):
    safety.make()
    [copy] = here(office)
    before, beside = copy.read_bytes(), sorted(copy.parent.iterdir())
    facts = read_through(copy, office.store.key)
    assert facts.actions > 0
    assert copy.read_bytes() == before
    assert sorted(copy.parent.iterdir()) == beside


@pytest.mark.parametrize("place", [100, 5_000, -200])
def test_one_wrong_byte_or_another_key_is_not_a_copy(office, safety, place):
    safety.make()
    [copy] = here(office)
    with pytest.raises(CouncilError):
        read_through(copy, vault.new_key())
    data = bytearray(copy.read_bytes())
    data[place] ^= 1
    copy.write_bytes(data)
    with pytest.raises(CouncilError):
        read_through(copy, office.store.key)


def test_what_cannot_be_verified_does_not_become_a_copy(office, safety, monkeypatch):
    def half(path: Path) -> None:
        Path(path).write_bytes(os.urandom(8192))

    monkeypatch.setattr(office.store, "copy_to", half)
    safety.keep_up()
    assert here(office) == []
    assert not list(folder_of(office.path).glob("*.nieuw"))
    assert titles(safety)[:1] == [tr("A copy could not be made")]


def test_the_second_place_gets_the_newest_when_it_is_there_again(office, safety, stick, clock):
    safety.choose(stick)
    away = stick.with_name("weg")
    stick.rename(away)
    for number in range(3):
        clock.goes(days=1)
        office.dossiers.start(f"Dossier {number}", DAY.date())
        safety.keep_up()
    assert safety.state.trouble == ""
    away.rename(stick)
    clock.goes(days=1)
    safety.keep_up()
    there = copies_in(folder_in(stick, office.path), office.path.stem)
    assert there[0].path.name == here(office)[0].name
    assert safety.state.seen == clock.now


def test_a_place_that_was_not_seen_for_long_is_asked_for(office, safety, stick, clock):
    safety.choose(stick)
    assert titles(safety) == []
    shutil.rmtree(stick)
    clock.goes(days=13)
    safety.keep_up()
    assert titles(safety) == []
    clock.goes(days=2)
    safety.keep_up()
    assert titles(safety) == [tr("Put the USB stick in the computer")]
    safety.set_days(30)
    assert titles(safety) == []
    assert safety.days == 30


def test_a_clock_that_is_put_back_a_little_keeps_the_newest_copy(office, safety, clock):
    """The computer corrects its clock: the copy that was just made was cleared away at once."""
    safety.keep_up()
    clock.goes(seconds=-30)
    office.council.add_member("Nieuw", "lid")
    made = safety.make()
    assert made.exists()
    assert read_through(made, office.store.key).link == safety._known.link.split()[0]


def test_a_clock_that_was_a_year_ahead_keeps_no_notice_back(office, safety, stick, clock):
    clock.goes(days=400)
    safety.choose(stick)
    clock.goes(days=-400)
    shutil.rmtree(stick)
    clock.goes(days=20)
    safety.keep_up()
    assert titles(safety) == [tr("Put the USB stick in the computer")]


def test_no_second_place_is_told_after_the_first_day(safety, clock):
    safety.keep_up()
    assert titles(safety) == []
    clock.goes(days=2)
    assert titles(safety) == [tr("Choose a second place for copies")]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_stick_that_refuses_is_told_once_and_work_goes_on(
    office, safety, stick, clock, monkeypatch, number
):
    safety.choose(stick)
    copyfile = shutil.copyfile

    def refuse(source, target):
        if stick in Path(target).parents:
            raise OSError(number, "nee")
        return copyfile(source, target)

    monkeypatch.setattr(shutil, "copyfile", refuse)
    clock.goes(hours=1)
    office.dossiers.start("Buurtbus", DAY.date())
    safety.keep_up()
    assert len(here(office)) == 2
    assert safety.state.trouble.count(".") in (1, 2)
    assert titles(safety) == [tr("A copy could not be made")]
    assert not list(stick.rglob("*.nieuw"))
    monkeypatch.undo()
    safety.keep_up()
    assert safety.state.trouble == ""
    assert titles(safety) == []


def test_a_second_place_that_refuses_is_not_chosen(office, safety, tmp_path):
    for wrong in (tmp_path / "weg", office.path.parent, folder_of(office.path)):
        with pytest.raises(CouncilError):
            safety.choose(wrong)
    assert safety.state.second is None


def test_the_second_place_is_known_after_opening_again(office, safety, stick, clock):
    safety.choose(stick)
    again = Safety(office.store, office.path, now=clock)
    assert again.state.second == stick
    again.forget()
    assert Safety(office.store, office.path, now=clock).state.second is None
    assert list(stick.rglob("*.samenspraak"))


@pytest.mark.parametrize("wrong", ["", "{", "[]", '{"computers": 3}', '{"computers": {"a": 1}}'])
def test_a_damaged_note_is_no_trouble(office, safety, wrong):
    safety.make()
    (folder_of(office.path) / "plaatsen.json").write_text(wrong, "utf-8")
    again = Safety(office.store, office.path)
    assert again.state.second is None
    again.keep_up()
    assert again.state.trouble == ""


def test_old_copies_go_with_their_keys_and_those_of_before_stay_longer(office, safety, clock):
    folder = folder_of(office.path)
    safety.make()
    [source] = here(office)
    start = clock.now
    for days in range(120):
        made = start - timedelta(days=days, hours=1)
        for why in ("", "voor opruimen"):
            shutil.copyfile(source, folder / name_for(office.path, made, why))
        shutil.copyfile(source, vault.key_path(folder / name_for(office.path, made)))
    (folder / "Raad reservekopie van mij.samenspraak").write_bytes(b"x")
    gone = rotate(folder, office.path.stem, start)
    kept = [copy for copy in copies_in(folder, office.path.stem) if copy.dated]
    assert gone > 120
    assert kept[0].path == source
    assert sum(copy.why == "" for copy in kept) < 30
    assert sum(copy.why == "voor opruimen" for copy in kept) == 56
    assert len(list(folder.glob("*-sleutel"))) < 30
    assert (folder / "Raad reservekopie van mij.samenspraak").exists()


def test_what_is_typed_meanwhile_is_saved_and_every_copy_is_whole(office, safety, clock):
    """Copies are made in another thread while somebody goes on writing."""
    dossier = office.dossiers.lines(DAY.date())[0].dossier.id
    done = threading.Event()

    def copy() -> str:
        try:
            for _turn in range(6):
                clock.goes(seconds=1)
                safety.make("proef")
        finally:
            done.set()
        return safety.state.trouble

    with ThreadPoolExecutor(1) as worker:
        made = worker.submit(copy)
        words = 0
        while not done.is_set() and words < 500:
            office.drafts.write(dossier, "summary", f"Woord {words}.")
            words += 1
        assert made.result() == ""
    assert words > 1
    assert f"Woord {words - 1}." in office.drafts.text(dossier)
    found = here(office)
    assert len(found) == 6
    for path in found:
        opened = offices.open_office(path)
        assert care_check(opened).sound
        opened.close()
    assert care_check(office).sound


def test_a_copy_that_somebody_looks_at_is_not_cleared_away(office, safety, clock):
    clock.now = clock.now.replace(minute=0, second=1)
    path = safety.make()
    safety.spare(path)
    clock.goes(seconds=5)
    safety.make()
    assert path.exists()
    clock.goes(seconds=5)
    other = safety.make()
    clock.goes(seconds=5)
    safety.make()
    assert path.exists()
    assert not other.exists()


def test_a_copy_before_something_big_is_named_after_it(office, safety):
    safety.before("voor opruimen")
    [copy] = copies_of(office.path)
    assert copy.why == "voor opruimen"
    assert is_copy(copy.path)


def test_the_example_and_who_looks_along_make_no_copies(office, clock, tmp_path):
    Safety(office.store, office.path, automatic=False, now=clock).keep_up()
    looking = offices.look_along(office.path, passphrase="een geheime zin")
    looking.safety.keep_up()
    assert list(looking.safety.notices()) == []
    looking.close()
    assert here(office) == []


def test_the_preview_says_in_words_what_would_change(office, safety):
    council = office.council
    council.add_member("Fatima el Amrani", "voorzitter")
    office.store.actor = "Henk Terpstra"
    council.change_profile(name="Raad Duinrede")
    path = safety.make()
    same = preview(office.store, path)
    assert same.same
    assert same.last_actor == "Henk Terpstra"
    office.dossiers.start("Later", DAY.date())
    office.dossiers.start("Nog later", DAY.date())
    council.change_profile(name="Raad Zeezicht")
    council.remove("member", council.members()[0].id)
    before = path.read_bytes()
    told = preview(office.store, path)
    assert "2 dossiers" in told.lost
    assert told.changed == ("gegevens van de raad",)
    assert told.back == ("1 lid",)
    assert path.read_bytes() == before


def test_the_preview_of_what_is_no_copy_of_this_council_is_one_sentence(office, safety, tmp_path):
    other, _code = offices.make(tmp_path / "Ander.samenspraak", "een geheime zin", cost=2**4)
    other.close()
    for wrong in (other.path, tmp_path / "weg.samenspraak"):
        with pytest.raises(CouncilError):
            preview(office.store, wrong)


def test_putting_back_keeps_the_present_among_the_copies(office, safety):
    path = safety.make()
    office.dossiers.start("Later", DAY.date())
    office.close()
    kept = restore(path, office.path)
    assert kept is not None
    assert kept in [copy.path for copy in copies_of(office.path)]
    assert kept.parent == folder_of(office.path)


def test_putting_back_twice_at_once_keeps_both_presents(office):
    """Both got the same name, and the second took the place of the first."""
    office.council.add_member("Riet")
    copy = office.safety.make()
    office.council.add_member("Nieuw")
    office.close()
    kept = {restore(copy, office.path) for _time in range(2)}
    assert len(kept) == 2
    found = sorted(len(_members(path)) for path in kept if path)
    assert found == [1, 2]


def _members(path: Path) -> list[str]:
    opened = offices.open_office(path, passphrase="een geheime zin")
    try:
        return [member.name for member in opened.council.members()]
    finally:
        opened.close()
