"""Talk to the zygote: make a child, kill it or let it end, and read what it said."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds that a child may take to say something, on a machine that is busy."""

Told = dict[str, Any]


class Working:
    """What somebody did at the window until the app was killed."""

    def __init__(self, killed: float, told: list[Told]) -> None:
        self.killed = killed
        self.saved = {one["saved"]: one["link"] for one in told if "saved" in one}
        self.actions = sum("saved" in one for one in told)
        self.ready = any("ready" in one for one in told)
        self._told = told

    def typed(self) -> tuple[int, str, list[tuple[float, str]]]:
        """Return the dossier written in last, what stood there, and what was typed since."""
        dossier, text, words = 0, "", list[tuple[float, str]]()
        for one in self._told:
            if "writes" in one:
                dossier, text, words = one["writes"], one["text"], []
            if "typed" in one:
                words.append((one["at"], one["typed"]))
        return dossier, text, words


class Server:
    """The running zygote."""

    def __init__(self, folder: Path) -> None:
        home = folder / "thuis"
        home.mkdir()
        nobody = {
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "XDG_DATA_HOME": str(home),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.endurance.zygote"],
            cwd=ROOT,
            env={**os.environ, **nobody},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.Queue[Told] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._until("warm", [])

    def act(self, name: str, folder: Path, at: int) -> list[Told]:
        """Let a child do the act *name* in *folder*, killed at moment *at* (0: never)."""
        self._send({"what": "act", "name": name, "folder": str(folder), "at": at})
        told: list[Told] = []
        self._until("ended", told)
        return told

    def kill_act(self, name: str, folder: Path, seconds: float) -> list[Told]:
        """Let a child do the act *name*, and kill it from outside after *seconds*."""
        self._send({"what": "act", "name": name, "folder": str(folder), "at": 0})
        told: list[Told] = []
        child = self._until("pid", told)["pid"]
        time.sleep(seconds)
        _kill(child)
        self._until("ended", told)
        return told

    def kill_person(self, path: Path, seed: int, seconds: float, *, early: bool) -> Working:
        """Let somebody work at the window and kill the app.

        After *seconds* of work, or with *early* that long after its start, ready or not.
        """
        self._send({"what": "person", "path": str(path), "seed": seed})
        told: list[Told] = []
        child = self._until("pid", told)["pid"]
        if not early:
            self._until("ready", told)
        time.sleep(seconds)
        killed = time.monotonic()
        _kill(child)
        self._until("ended", told)
        return Working(killed, told)

    def close(self) -> None:
        """End the zygote."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(PATIENCE)
        if self._process.stdout:
            self._process.stdout.close()

    def _send(self, wanted: Told) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(wanted) + "\n")
        self._process.stdin.flush()

    def _until(self, key: str, told: list[Told]) -> Told:
        while True:
            one = self._lines.get(timeout=PATIENCE)
            told.append(one)
            if "failed" in one:
                raise AssertionError(one["failed"])
            if key in one:
                return one

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith("{"):
                self._lines.put(json.loads(line))
        self._lines.put({"failed": "the zygote ended"})


def _kill(child: int) -> None:
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        raise AssertionError("it ended by itself") from None
