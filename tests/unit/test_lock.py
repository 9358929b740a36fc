"""Two people and one file: one writes, the other looks along, and nothing gets mixed up."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models import council_file, lock
from desktop.models.council import Member
from desktop.models.looking import Follower
from desktop.services import office as offices

WORDS = "een geheime zin"
NOON = datetime(2026, 3, 10, 12, 0)
ROOT = Path(__file__).parents[2]
_TAKE = """
import sys
from pathlib import Path
from desktop.models import lock
try:
    lock.take(Path(sys.argv[1]), "Piet")
    print("taken", flush=True)
    sys.stdin.read()
except lock.InUseError:
    print("refused", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made, _code = offices.make(tmp_path / "Raad.samenspraak", WORDS, cost=2**4)
    made.council.add_member("Riet", "lid")
    made.close()
    return made.path


def names(store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(Member.name).order_by(Member.id)))


def other_app(path: Path) -> subprocess.Popen[str]:
    """Return another program that tries to take the file, and keeps it until it is ended."""
    return subprocess.Popen(
        [sys.executable, "-c", _TAKE, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def left_by(path: Path, **changes: object) -> None:
    """Leave the lock of an app on another computer."""
    values = {"name": "Piet", "host": "laptop-piet", "pid": 1, "token": "ander"}
    times = {"since": NOON.isoformat(), "sign": NOON.isoformat()}
    lock.lock_path(path).write_text(json.dumps({**values, **times, **changes}), "utf-8")


def test_a_second_app_is_refused_and_told_by_whom(path):
    with other_app(path) as other:
        assert said(other) == "taken"
        with pytest.raises(offices.InUseError) as refused:
            offices.open_office(path, passphrase=WORDS, name="Riet")
        assert refused.value.message == "Piet werkt in dit bestand, op deze computer."
        assert refused.value.holder.pid == other.pid
        other.kill()
    offices.open_office(path, passphrase=WORDS).close()


def test_what_a_killed_app_left_is_taken_over(path):
    with other_app(path) as other:
        assert said(other) == "taken"
        other.kill()
    assert lock.lock_path(path).exists()
    office = offices.open_office(path, passphrase=WORDS, name="Riet")
    held = lock.read(lock.lock_path(path))
    assert held is not None
    assert (held.name, held.pid) == ("Riet", os.getpid())
    office.close()
    assert not lock.lock_path(path).exists()


def test_of_many_at_once_one_gets_it(path):
    others = [other_app(path) for _ in range(4)]
    answers = sorted(said(other) for other in others)
    for other in others:
        other.kill()
        other.communicate()
    assert answers == ["refused", "refused", "refused", "taken"]


def test_another_computer_keeps_its_lock_until_a_person_decides(path):
    left_by(path)
    with pytest.raises(offices.InUseError) as refused:
        offices.open_office(path, passphrase=WORDS)
    assert refused.value.message == "Piet werkt in dit bestand, op laptop-piet."
    office = offices.open_office(path, passphrase=WORDS, force=True)
    office.close()


def test_who_was_taken_over_stops_writing(path):
    office = offices.open_office(path, passphrase=WORDS)
    guard = office.store.guard
    assert guard is not None
    guard.keep_up(office.store)
    assert not office.store.closed_because
    left_by(path)  # somebody else decided to take over
    guard.keep_up(office.store)
    with pytest.raises(CouncilError, match="overgenomen"):
        office.council.add_member("Te laat", "lid")
    with pytest.raises(CouncilError, match="overgenomen"):
        office.store.undo()
    assert names(office.store) == ["Riet"]
    office.close()
    assert lock.lock_path(path).exists()  # it belongs to the other one now


@pytest.mark.parametrize(
    ("minutes", "gone"), [(-500_000, True), (-2, False), (0, False), (2, False), (4, True)]
)
def test_no_sign_for_long_is_told(path, minutes, gone):
    """A lock from next year, of a clock that was wrong, would keep everybody out until then."""
    left_by(path)
    held = lock.read(lock.lock_path(path))
    assert held is not None
    assert lock.quiet(held, NOON + timedelta(minutes=minutes)) is gone


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": 3}', "\0" * 20, "[" * 9000])
def test_a_damaged_lock_keeps_nobody_out(path, content):
    lock.lock_path(path).write_text(content, "utf-8")
    offices.open_office(path, passphrase=WORDS).close()
    assert not lock.lock_path(path).exists()


def test_a_wrong_passphrase_leaves_no_lock(path, memory_keyring):
    memory_keyring.kept.clear()
    with pytest.raises(offices.WrongPassphraseError):
        offices.open_office(path, passphrase="iets anders")
    assert not lock.lock_path(path).exists()


def test_looking_along_follows_and_never_changes(path):
    writer = offices.open_office(path, passphrase=WORDS)
    looker = offices.look_along(path, passphrase=WORDS)
    told: list[frozenset[str]] = []
    looker.store.on_change(lambda action: told.append(action.tables))
    assert names(looker.store) == ["Riet"]
    assert looker.store.guard is not None
    looker.store.guard.keep_up(looker.store)
    assert told == []  # nothing new
    writer.council.add_member("Piet", "lid")
    looker.store.guard.keep_up(looker.store)
    assert names(looker.store) == ["Riet", "Piet"]
    assert "member" in told[0]
    before = path.read_bytes()
    with pytest.raises(CouncilError, match="kijkt mee"):
        looker.council.add_member("Niet", "lid")
    looker.close()
    assert path.read_bytes() == before
    assert lock.lock_path(path).exists()
    writer.close()


def test_the_copies_are_encrypted_and_go_away(path):
    writer = offices.open_office(path, passphrase=WORDS)
    looker = offices.look_along(path, passphrase=WORDS)
    guard = looker.store.guard
    assert isinstance(guard, council_file.Following)
    folder = Path(guard._follower._folder.name)
    for turn in range(3):
        writer.council.add_member(f"Lid {turn}", "lid")
        guard.keep_up(looker.store)
    copies = list(folder.iterdir())
    assert {copy.name.split(".")[0] for copy in copies} == {"4"}
    assert not any(b"Lid 2" in copy.read_bytes() for copy in copies)
    looker.close()
    assert not folder.exists()
    writer.close()


def test_a_file_that_stays_in_motion_is_not_shown(path, monkeypatch):
    follower = Follower(path)
    turn = iter(range(1000))
    monkeypatch.setattr("desktop.models.looking._stamp", lambda _path: ((next(turn), 0),))
    with pytest.raises(CouncilError, match="straks nog eens"):
        follower.copy()
    follower.close()
