"""Reads a PDF in a program of its own: a file made to hurt ends that program, never the app.

The reader of PDF is foreign code that unpacks whatever a file asks for. Here it gets little memory
and a few seconds per page. The bytes come in, a piece of JSON goes out.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

import desktop
from desktop.documents.readers.archive import too_large_inside
from desktop.documents.readers.pdf_pages import Contents, contents
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

_MEMORY = 400 * 1024 * 1024
"""Bytes above what the program and the file itself take."""
_PAGE_SECONDS = 4
"""Of the processor; a full page takes a hundredth of one."""
_MOST_SECONDS = 120
_LOCKED, _DAMAGED = 3, 4


def contents_of(name: str, data: bytes) -> Contents:
    """Return what the PDF *data* says; raises CouncilError when it cannot be read."""
    command, environment = _command()
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
            env=environment,
            creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
        )
    except subprocess.TimeoutExpired as error:
        raise too_large_inside(name) from error
    if done.returncode == 0:
        return Contents(**json.loads(done.stdout))
    if done.returncode == _LOCKED:
        raise CouncilError(
            tr(
                "“{name}” is locked with a password. Ask the sender for a file without one.",
                name=name,
            )
        )
    if done.returncode == _DAMAGED:
        raise CouncilError(
            tr("“{name}” is damaged and cannot be read. Ask the sender for a new file.", name=name)
        )
    raise too_large_inside(name)


def serve(question: IO[bytes], answer: IO[bytes]) -> int:
    """Read one PDF from *question*, write what it says to *answer*; return the exit code."""
    import pypdfium2

    data = question.read()
    _limit_memory(len(data))
    try:
        found = contents(data, _patience)
    except pypdfium2.PdfiumError as error:
        return (
            _LOCKED
            if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
            else _DAMAGED
        )
    answer.write(json.dumps(asdict(found)).encode())
    return 0


def _command() -> tuple[list[str], dict[str, str]]:
    """Return how to start the reader: the packaged app starts itself, else Python does."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        return [sys.executable, desktop.PDF_COMMAND], environment
    here = str(Path(desktop.__file__).parents[1])
    paths = [here, environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return [sys.executable, "-m", "desktop", desktop.PDF_COMMAND], environment


def _limit_memory(size: int) -> None:
    if sys.platform == "linux":
        import resource

        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with suppress(ValueError):  # somebody allows even less
            resource.setrlimit(resource.RLIMIT_AS, (used + size + _MEMORY, hard))


def _patience() -> None:
    """Allow the next page a few seconds; past that, the system ends this program."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + _PAGE_SECONDS
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        with suppress(ValueError):
            resource.setrlimit(resource.RLIMIT_CPU, (until, hard))
