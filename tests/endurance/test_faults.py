"""The disk fails in every way it can: one clear sentence, nothing lost, and work goes on after."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import council_file, lock, vault
from desktop.models.council import Member
from desktop.models.disk import NotSavedError
from desktop.models.store import Store
from desktop.services import care, exchange
from desktop.services import office as offices
from desktop.services.letters.files import save_files
from desktop.services.office import Office
from desktop.services.rescue import go_on, rescue

WORDS = "een geheime zin"
DAY = date(2026, 3, 20)
ROOT = Path(__file__).parents[2]
LONG_TEXT = "lang " * 20_000


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made, _code = offices.make(tmp_path / "raad" / "Raad.samenspraak", WORDS, cost=2**4)
    made.council.add_member("Riet Bakker", "lid")
    yield made
    made.close()


def members(office: Office) -> list[str]:
    return [member.name for member in office.council.members()]


def sentence(act: Callable[[], object], kind: type[CouncilError] = CouncilError) -> str:
    """Return the one Dutch sentence or two that *act* is refused with."""
    with pytest.raises(kind) as caught:
        act()
    assert caught.value.message.endswith((".", "?"))
    assert caught.value.message.count("\n") == 0
    return caught.value.message


def sound(office: Office) -> bool:
    return care.check(office).sound


# ---- the file goes away while it is open

WAYS = ("thrown away", "replaced", "folder renamed")


def take_away(office: Office, way: str) -> Callable[[], object]:
    """Take the file away; return what puts it back."""
    folder = office.path.parent
    if way == "folder renamed":
        folder.rename(folder.with_name("anders"))
        return lambda: folder.with_name("anders").rename(folder)
    aside = folder.with_name("aside")
    aside.mkdir()
    parts = sorted(folder.glob("Raad.samenspraak*"))
    for part in parts:
        part.rename(aside / part.name)
    if way == "replaced":
        office.path.write_bytes((aside / office.path.name).read_bytes())

    def back() -> None:
        for part in parts:
            (aside / part.name).replace(part)

    return back


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_goes_away_is_told_at_the_next_change(office: Office, way: str) -> None:
    back = take_away(office, way)
    assert "plek" in sentence(lambda: office.council.add_member("Nee", "lid"), NotSavedError)
    assert office.store.guard
    sentence(lambda: office.store.guard.keep_up(office.store), NotSavedError)
    back()
    office.council.add_member("Ja", "lid")
    assert members(office) == ["Ja", "Riet Bakker"]
    assert sound(office)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
@pytest.mark.parametrize("way", WAYS)
def test_going_on_in_another_place(
    office: Office, tmp_path: Path, way: str, memory_keyring
) -> None:
    before = members(office)
    take_away(office, way)
    sentence(lambda: office.council.add_member("Nee", "lid"), NotSavedError)
    rescued = rescue(office, tmp_path / "nieuw")
    assert rescued.backup is None
    office.council.add_member("Wacht", "lid")  # what waited is saved in the new place
    memory_keyring.kept.clear()
    on = go_on(office, rescued)
    try:
        assert set(members(on)) == {*before, "Wacht"}
        assert sound(on)
        assert lock.read(lock.lock_path(on.path)) is not None
    finally:
        on.close()
    again = offices.open_office(rescued.path, passphrase=WORDS)
    assert "Wacht" in members(again)
    again.close()


def test_rescue_from_the_newest_backup(office: Office, tmp_path: Path) -> None:
    """The file cannot be read at all: as when a stick broke."""
    care.backup(office, office.path.parent)
    office.council.add_member("Na de kopie", "lid")
    office.store._engine.dispose()
    for part in office.path.parent.glob("Raad.samenspraak"):
        part.unlink()
    rescued = rescue(office, tmp_path / "nieuw")
    assert rescued.backup is not None
    on = go_on(office, rescued)
    assert members(on) == ["Riet Bakker"]
    assert sound(on)
    on.close()


def test_no_rescue_without_anything_to_read(office: Office, tmp_path: Path) -> None:
    office.store._engine.dispose()
    office.path.unlink()
    sentence(lambda: rescue(office, tmp_path / "nieuw"))
    assert list((tmp_path / "nieuw").iterdir()) == []


def test_rescue_to_a_place_that_fails_too(office: Office, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    sentence(lambda: rescue(office, tmp_path / "bestand"))
    office.council.add_member("Gewoon verder", "lid")
    assert sound(office)


def test_rescue_overwrites_nothing(office: Office) -> None:
    rescued = rescue(office, office.path.parent)
    assert rescued.path != office.path
    on = go_on(office, rescued)
    on.close()
    for path in (office.path, rescued.path):
        opened = offices.open_office(path, passphrase=WORDS)
        assert members(opened) == ["Riet Bakker"]
        opened.close()


# ---- the disk is full

FULL = """
import json, resource, sys
from pathlib import Path
from datetime import date
from desktop.domain.errors import CouncilError
from desktop.models import keys
from desktop.services import care, exchange, office as offices
from desktop.services.rescue import rescue
path, words = Path(sys.argv[1]), sys.argv[2]
office = offices.open_office(path, passphrase=words)
office.council.add_member("Past nog", "lid")
copy = care.backup(office, path.parent / "kopie")
with office.store.changing("Papier") as session:
    office.store.keep(session, bytes(100_000))
told = []
def attempt(act):
    try:
        act()
    except CouncilError as error:
        told.append([type(error).__name__, error.message])
    else:
        told.append(["", ""])
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
attempt(lambda: office.dossiers.start("lang " * 40_000, date(2026, 3, 20)))
attempt(lambda: care.backup(office, path.parent / "stick"))
attempt(lambda: office.travel.take_along(path.parent / "stick", "Riet", date(2026, 3, 20)))
attempt(lambda: exchange.export_all(office, path.parent / "uit"))
attempt(lambda: rescue(office, path.parent / "nieuw"))
attempt(lambda: keys.renew(office.store, path, words, "een andere zin", cost=2**4))
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
attempt(lambda: office.council.add_member("Weer ruimte", "lid"))
sound = care.check(office).sound
office.close()
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
attempt(lambda: care.restore(copy, path))
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
print(json.dumps([told, sound]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of a file there")
def test_a_full_disk(tmp_path: Path) -> None:
    """Every write past 40 kB is refused, in a process of its own: it runs everywhere."""
    path = tmp_path / "Raad.samenspraak"
    offices.make(path, WORDS, cost=2**4)[0].close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), WORDS],
        cwd=ROOT,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told, is_sound = json.loads(done.stdout)
    assert [kind for kind, _words in told] == [
        "NotSavedError",
        *5 * ["CouncilError"],
        "",
        "CouncilError",
    ], told
    assert is_sound
    assert told[4][1] == tr("Saving in this folder does not work either. Choose another folder.")
    left = [p for p in tmp_path.rglob("*") if p.name.endswith(".nieuw") or p.name.startswith(".")]
    assert left == []
    assert list((tmp_path / "stick").iterdir()) == []
    assert care.copies_of(path) == []
    office = offices.open_office(path, passphrase=WORDS)
    assert members(office) == ["Past nog", "Weer ruimte"]
    assert office.travel.trips() == []
    office.close()


@contextmanager
def disk(folder: Path, size: str = "2m") -> Iterator[Path]:
    """Give a real small disk; skips where nobody may mount one (the test above always runs)."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or _run(*command):
        pytest.skip("this computer lets nobody mount a disk")
    try:
        yield folder
    finally:
        _run("umount", "-l", str(folder))


def _run(*command: str) -> int:
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_a_real_full_disk_and_a_rescue_from_it(tmp_path: Path) -> None:
    with disk(tmp_path / "stick") as stick:
        office, _code = offices.make(stick / "Raad.samenspraak", WORDS, cost=2**4)
        office.council.add_member("Riet", "lid")
        (stick / "vol").write_bytes(bytes(_room(stick)))
        sentence(lambda: office.dossiers.start("Te veel " + LONG_TEXT, DAY), NotSavedError)
        sentence(lambda: care.backup(office, stick))
        sentence(lambda: exchange.export_all(office, stick / "uit"))
        sentence(lambda: office.travel.take_along(stick, "Riet", DAY))
        sentence(lambda: rescue(office, stick / "nieuw"))
        rescued = rescue(office, tmp_path / "nieuw")
        office.dossiers.start("Past hier", DAY)
        on = go_on(office, rescued)
        assert members(on) == ["Riet"]
        assert [line.dossier.title for line in on.dossiers.lines(DAY)] == ["Past hier"]
        assert sound(on)
        on.close()
        (stick / "vol").unlink()
        there = offices.open_office(stick / "Raad.samenspraak", passphrase=WORDS)
        assert sound(there)
        assert members(there) == ["Riet"]
        there.close()


def _room(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def test_a_drive_that_is_pulled_out(tmp_path: Path) -> None:
    with disk(tmp_path / "stick") as stick:
        office, _code = offices.make(stick / "Raad.samenspraak", WORDS, cost=2**4)
        office.council.add_member("Riet", "lid")
        assert _run("umount", "-l", str(stick)) == 0
        sentence(lambda: office.council.add_member("Nee", "lid"), NotSavedError)
        assert list(stick.iterdir()) == [], "nothing may be written where the stick was"
        on = go_on(office, rescue(office, tmp_path / "nieuw"))
        assert members(on) == ["Riet"]
        assert sound(on)
        on.close()
        again = offices.open_office(on.path, passphrase=WORDS)
        again.close()


def test_a_drive_that_becomes_read_only(tmp_path: Path) -> None:
    with disk(tmp_path / "stick") as stick:
        office, _code = offices.make(stick / "Raad.samenspraak", WORDS, cost=2**4)
        office.council.add_member("Riet", "lid")
        office.close()
        assert _run("mount", "-o", "remount,ro", str(stick)) == 0
        sentence(lambda: offices.open_office(office.path, passphrase=WORDS))
        sentence(lambda: save_files(stick / "uit", ()))
        assert _run("mount", "-o", "remount,rw", str(stick)) == 0
        again = offices.open_office(office.path, passphrase=WORDS)
        assert sound(again)
        again.close()


@pytest.mark.skipif(
    sys.platform == "win32" or not os.geteuid(), reason="everything may be written by root"
)
def test_a_folder_in_which_nothing_may_be_written(office: Office) -> None:
    folder = office.path.parent
    office.close()
    folder.chmod(0o500)
    office.path.chmod(0o400)
    try:
        sentence(lambda: offices.open_office(office.path, passphrase=WORDS))
    finally:
        folder.chmod(0o700)
        office.path.chmod(0o600)
    offices.open_office(office.path, passphrase=WORDS).close()


# ---- the clock, and two programs


def test_a_clock_that_is_set_back(office: Office) -> None:
    now = [datetime(2026, 3, 20, 12)]
    engine = council_file.checked_engine(office.path, office.store.key)
    store = Store(engine, now=lambda: now[0])
    for back in (timedelta(), timedelta(hours=-3), timedelta(days=-400), timedelta(days=1)):
        now[0] += back
        for words in ("een", "twee"):
            with store.changing("Typen", merge="x") as session:
                session.add(Member(name=words))
    assert store.undo_label == "Typen"
    store.undo()
    store.redo()
    store.close()
    assert sound(office)
    assert len(members(office)) == 9


def test_two_programs(office: Office) -> None:
    """The second is told who has the file, in a process of its own."""
    ask = (
        "import sys; from pathlib import Path\n"
        "from desktop.services import office as o\n"
        "from desktop.domain.errors import CouncilError\n"
        "try: o.open_office(Path(sys.argv[1]), passphrase=sys.argv[2], force=len(sys.argv) > 3)\n"
        "except CouncilError as e: print(type(e).__name__, e.message)"
    )

    def second(*more: str) -> str:
        environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
        return subprocess.run(
            [sys.executable, "-c", ask, str(office.path), WORDS, *more],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert second().startswith("InUseError Iemand werkt in dit bestand")
    assert second("overnemen") == ""
    assert office.store.guard
    office.store.guard.keep_up(office.store)
    assert "overgenomen" in sentence(lambda: office.council.add_member("Nee", "lid"))
    assert vault.key_path(office.path).exists()
