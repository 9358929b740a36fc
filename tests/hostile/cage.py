"""Reads hostile files in a cage: a process of their own that watches files, network and memory.

``python -m tests.hostile.cage FOLDER`` takes lines of JSON, ``["docx", 17]`` for the mutation with
number 17 or ``["docx", "lachen"]`` for a bomb, and answers each with a line. Only for Linux.
"""

import json
import math
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import NoReturn

MB = 1024 * 1024
MOST_MEMORY = 500 * MB
MOST_SECONDS = 5.0
"""Of the processor: another program that is busy does not make a reader slow."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_FILES = ("os.remove", "os.rename", "os.mkdir", "os.symlink", "os.link", "os.truncate", "os.rmdir")
_NEVER = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.")


@dataclass
class Outcome:
    """What became of one input."""

    reader: str
    what: int | str
    result: str
    """"read", "refused" or "broke"."""
    told: str = ""
    seconds: float = 0
    memory: int = 0
    """Bytes more than before it was read."""
    most: float = MOST_SECONDS

    @property
    def held(self) -> bool:
        """Whether all promises held."""
        return self.result != "broke" and self.seconds < self.most and self.memory < MOST_MEMORY


def run(
    jobs: Iterable[tuple[str, int | str]], seconds: float = 300, most: float = MOST_SECONDS
) -> list[Outcome]:
    """Read all *jobs* in a cage, each at most *most* seconds, and return what became of each."""
    with tempfile.TemporaryDirectory(prefix="kooi-") as folder:
        environment = os.environ | {
            "TMPDIR": folder,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
        }
        asked = "\n".join(json.dumps(job) for job in jobs)
        told = subprocess.run(
            [sys.executable, "-m", "tests.hostile.cage", folder, str(most)],
            cwd=Path(__file__).parents[2], env=environment, input=asked, text=True,
            capture_output=True, timeout=seconds, check=False,
        )  # fmt: skip
    assert told.returncode == 0, told.stderr[-3000:]
    return [Outcome(**json.loads(line)) for line in told.stdout.splitlines()]


def main(folder: Path, most: float) -> None:
    from tests.hostile.bombs import BOMBS
    from tests.hostile.table import READERS, READERS_TO_TEST_THE_CAGE

    known = READERS | READERS_TO_TEST_THE_CAGE
    asked = [json.loads(line) for line in sys.stdin]
    for name in {name for name, _what in asked}:
        _warm(folder, known[name])
    for name, what in asked:
        reader = known[name]
        if name in READERS_TO_TEST_THE_CAGE:
            data = b"%d" % what
        elif isinstance(what, int):
            data = reader.spoiled(Random(what))
        else:
            data = BOMBS[name, what]()
        inside = folder / "in"
        inside.mkdir()
        outcome = _caged(reader, what, inside, data, most)
        del data
        rmtree(inside)
        print(json.dumps(asdict(outcome)), flush=True)


def _warm(folder: Path, reader) -> None:
    """Read a valid file first: what the libraries themselves take is not the file's doing."""
    from desktop.domain.errors import CouncilError

    inside = folder / "warm"
    inside.mkdir()
    with suppress(CouncilError):
        reader.read(inside, reader.seeds()[0])
    rmtree(inside)


def _caged(reader, what: int | str, folder: Path, data: bytes, most: float) -> Outcome:
    answer, tell = os.pipe()
    before = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    child = os.fork()
    if child == 0:
        os.close(answer)
        _child(reader, folder, data, tell, math.ceil(most) + 1)
    os.close(tell)
    ready, _, _ = select.select([answer], [], [], 60)
    if not ready:
        os.kill(child, signal.SIGKILL)
    said = b"".join(iter(lambda: os.read(answer, 65536), b""))
    os.close(answer)
    _, status, used = os.wait4(child, 0)
    result, told = json.loads(said) if said else ("broke", f"ended with {status}")
    seconds = used.ru_utime + used.ru_stime
    memory = max(used.ru_maxrss * 1024 - before, 0)
    return Outcome(reader.name, what, result, told, round(seconds, 3), memory, most)


def _child(reader, folder: Path, data: bytes, tell: int, seconds: int) -> NoReturn:
    from desktop.domain.errors import CouncilError
    from tests.hostile.table import sentence

    result, told = "broke", ""
    room = resource.getrlimit(resource.RLIMIT_AS)[1]
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + 3 * MOST_MEMORY, room))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))  # past what was promised
    seen = _watch(folder)
    try:
        reader.read(folder, data)
        result = "read"
    except CouncilError as error:
        try:
            sentence(error)
            result, told = "refused", error.message
        except (AssertionError, UnicodeError) as wrong:
            told = f"{wrong!r:.300}"
    except BaseException as error:  # whatever else comes out of a reader is what is looked for
        import traceback

        told = f"{error!r:.300}\n" + "".join(traceback.format_tb(error.__traceback__)[-4:])
    if seen:
        result, told = "broke", "; ".join(seen[:5])
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    os.write(tell, json.dumps([result, told]).encode())
    os._exit(0)


def _watch(folder: Path) -> list[str]:
    """Note what is written outside *folder* and the temporary one, and any network."""
    seen: list[str] = []
    allowed = (str(folder.parent), "/dev/null", "/dev/shm")

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "subprocess.Popen" and "pdf-desk" in list(arguments[1] or ()):  # pyright: ignore
            return
        if event.startswith(_NEVER):
            seen.append(f"{event} {arguments!r:.200}")
            return
        paths: list[object] = []
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(mode, str) and any(sign in mode for sign in "wax+")
            if writes or (isinstance(flags, int) and flags & _WRITING):
                paths = [path]
        elif event in _FILES:
            paths = [one for one in arguments[:2] if isinstance(one, str | bytes | os.PathLike)]
        for path in paths:
            if isinstance(path, int):
                continue
            real = (
                os.path.realpath(os.fspath(path))
                if not isinstance(path, bytes)
                else os.fsdecode(path)
            )
            if not str(real).startswith(allowed):
                seen.append(f"{event} {real!s:.200}")

    sys.addaudithook(hook)
    return seen


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
