"""After a day of work nothing of the council can be read on the disk, but what people saved."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.ui.journeys import a_day

ROOT = Path(__file__).parents[3]
OURS = {
    "Raad.samenspraak",
    "Raad.samenspraak-wal",
    "Raad.samenspraak-shm",
    "Raad.samenspraak-sleutel",
    "Raad.samenspraak-slot",
}
"""What lies beside each other where the council lives."""
TOLD = {"preferences.toml", "Raad.samenspraak-slot"}
"""Where the own name of who works here may stand, so that others know who has the file."""


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A day of work on a disk of its own, seen while the council is open and after that."""
    disk = tmp_path_factory.mktemp("schijf")
    places = {
        "HOME": "",
        "TMPDIR": "tmp",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": ".run",
    }
    own = {name: str(disk / place) for name, place in places.items()}
    for place in own.values():
        Path(place).mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    own |= kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "tests.ui.journeys.a_day", str(disk)]
    with subprocess.Popen(
        command, cwd=ROOT, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        line = process.stdout.readline()
        assert line, _end(process, disk)
        told = json.loads(line)
        seen = Seen(disk, told, _around(process.pid))
        process.stdin.write("\n")
        process.stdin.flush()
        told["written"] += json.loads(process.stdout.readline())["written"]
        seen.look("closed")
        process.stdin.write("\n")
        process.stdin.flush()
    return seen


def _end(process: subprocess.Popen[str], disk: Path) -> str:
    """Return how the day ended before its time; the app writes its faults in its log."""
    log = disk / "log" / "samenspraak.log"
    told = log.read_text("utf-8")[-3000:] if log.exists() else "no log"
    return f"the day ended with {process.wait(10)}\n{told}"


class Seen:
    """What lay on the disk, and what others could see of the process."""

    def __init__(self, disk: Path, told: dict[str, list[str]], around: bytes) -> None:
        self.disk, self.told, self.around = disk, told, around
        self.files: dict[str, dict[Path, bytes]] = {}
        self.look("open")

    def look(self, when: str) -> None:
        """Read the whole disk, but what was saved by hand."""
        found = (path for path in self.disk.rglob("*") if path.is_file())
        self.files[when] = {
            path.relative_to(self.disk): path.read_bytes()
            for path in found
            if path.relative_to(self.disk).parts[0] != "uit"
        }

    def all(self) -> Iterable[tuple[Path, bytes]]:
        """Return every file at both moments."""
        for files in self.files.values():
            yield from files.items()


def _around(number: int) -> bytes:
    """Return what any other program may see of process *number* and of what it started."""
    proc = Path(f"/proc/{number}")
    if not proc.exists():
        return b""
    seen = (proc / "environ").read_bytes()
    for one in Path("/proc").glob("[0-9]*"):
        try:
            seen += (one / "cmdline").read_bytes()
        except OSError:
            continue
    return seen


def _forms(secret: str) -> set[bytes]:
    low = secret.lower()
    return {form.encode(code) for form in {secret, low} for code in ("utf-8", "utf-16-le")} | {
        secret.encode("latin-1", "ignore")
    }


def _leaks(files: Iterable[tuple[Path, bytes]], secrets: Iterable[str]) -> list[str]:
    found: list[str] = []
    for path, data in files:
        low = data.lower()
        for secret in secrets:
            if any(form in data or form in low for form in _forms(secret)):
                found.append(f"{path}: {secret!r}")
    return found


def test_no_file_holds_anything_of_the_council(day: Seen):
    assert _leaks(day.all(), day.told["secrets"]) == []
    assert sum(len(data) for _path, data in day.all()) > 1_000_000


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
def test_the_search_finds_what_would_leak(code):
    data = b"\0\1" + a_day.MEMBER.upper().encode(code) + b"\0"
    assert _leaks([(Path("ergens"), data)], [a_day.MEMBER]) == [f"ergens: {a_day.MEMBER!r}"]


def test_the_own_name_stands_only_where_it_is_needed(day: Seen):
    assert {path.name for path, data in day.all() if a_day.ME.encode() in data} <= TOLD


def test_only_the_files_we_know_are_there(day: Seen):
    """A packed file, such as a Word document, could hide words from a search."""
    for path, data in day.all():
        if path.parts[0] == "Raad reservekopieën":
            assert not data.startswith(b"SQLite format"), path
            continue
        assert (
            path.as_posix() in OURS
            or path.name in ("preferences.toml", "samenspraak.log")
            or path.parts[0] == ".cache"
        ), path


def test_nothing_stays_in_the_folder_for_temporary_files(day: Seen):
    assert [path for path in day.files["closed"] if path.parts[0] == "tmp"] == []


def test_no_temporary_file_was_written_in_between(day: Seen):
    """Not even for a moment: only copies that are locked like the file itself."""
    tmp = day.disk / "tmp"
    written = [Path(name) for name in day.told["written"]]
    plain = [path for path in written if path.is_relative_to(tmp)]
    assert [
        path for path in plain if not path.relative_to(tmp).parts[0].startswith("samensp")
    ] == []
    suffixes = {path.suffix for path in plain}
    assert suffixes <= {".samenspraak", ".samenspraak-wal", ".samenspraak-sleutel"}, plain


def test_the_processes_tell_nothing(day: Seen):
    """The app starts only itself, to make a PDF beside the window, and hands over no secret."""
    assert all("'-m', 'desktop', 'pdf-desk'" in one for one in day.told["launched"])
    assert a_day.PASSPHRASE in day.told["secrets"]
    for secret in day.told["secrets"]:
        assert secret.encode() not in day.around
        assert not any(secret in one for one in day.told["launched"])


def test_the_day_was_really_worked(day: Seen):
    """What was searched for is in the file indeed, and in what was saved by hand."""
    saved = {path.suffix for path in (day.disk / "uit").iterdir()}
    assert {".pdf", ".docx", ".raadpakket"} <= saved
    log = Path(str(day.told["log"])).read_text("utf-8")
    assert "RuntimeError" in log
    assert "a_day.py" in log
