"""The app is killed in the middle of typing: at most two seconds of it are gone, and no more."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.services import care
from desktop.services import office as offices
from tests.ui.journeys import typist

SECONDS_LOST = 2.0
ROOT = Path(__file__).parents[3]
Typed = list[tuple[float, str]]


@pytest.mark.parametrize("seconds", [2.3, 3.1, 4.2])
def test_killing_the_app_loses_at_most_two_seconds_of_typing(
    tmp_path: Path, memory_keyring, seconds: float
) -> None:
    path = typist.make_council(tmp_path)
    memory_keyring.kept.clear()
    typed, killed = kill_while_typing(path, seconds)

    office = offices.open_office(path, passphrase=typist.PASSPHRASE)
    try:
        kept, report = typist.written(office), care.check(office)
    finally:
        office.close()
    assert report.sound, report.lines
    everything = "".join(words for _at, words in typed)
    least = "".join(words for at, words in typed if at < killed - SECONDS_LOST)
    assert len(least) > len(typist.BEGIN), "nothing was typed that could be lost"
    assert everything.startswith(kept)
    assert kept.startswith(least), f"{len(least) - len(kept)} signs older than two seconds are gone"


def kill_while_typing(path: Path, seconds: float) -> tuple[Typed, float]:
    """Kill the app after *seconds* of typing; return what was typed, and when it was killed."""
    command = [sys.executable, "-m", "tests.ui.journeys.typist", str(path)]
    nobody = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **nobody}, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        typed: Typed = []
        while not typed or typed[-1][0] - typed[0][0] < seconds:
            line = process.stdout.readline()
            assert line, "the typist stopped by itself"
            typed.append(tuple(json.loads(line)))
        killed = time.monotonic()
        process.kill()
        typed += [tuple(json.loads(line)) for line in process.stdout if line.endswith("\n")]
    return typed, killed
