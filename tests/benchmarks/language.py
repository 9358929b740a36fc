"""How fast the language engine is: loading, a first full pass, and a keystroke in a long draft."""

import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.rows import row

WORDS = 20_000
_SLICE_MS = 5.0
_SENTENCES = (
    "De gemeente wil de hulp bij het huishouden vanaf januari anders regelen.",
    "Wij hebben daarom met een groep inwoners, mantelzorgers en medewerkers gepraat.",
    "Ten aanzien van de communicatie wordt door het college voorgesteld om alles te evalueren.",
    "Veel mensen weten niet waar zij met hun vraag terechtkunnen, omdat de website vol moeilijke"
    " woorden staat en er geen vast telefoonnummer meer is.",
    "Kan de wethouder vóór 1 maart laten weten wat er met ons advies gebeurt?",
    "In 2025 vroegen {n} inwoners om een gesprek; {m} van hen wachtten langer dan zes weken.",
)
_LOAD = """
import resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
from desktop.language import analyse
analyse("De raad geeft een advies over dit plan.")
taken = time.perf_counter() - start
print(taken * 1000, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def draft(words: int = WORDS) -> str:
    """Return a draft of about *words* words in paragraphs of five sentences, none the same."""
    paragraphs: list[str] = []
    count = number = 0
    while count < words:
        sentences = [
            _SENTENCES[(number + step) % len(_SENTENCES)].format(n=number * 7 + step, m=number)
            + f" Dat staat op bladzijde {number * 5 + step}."
            for step in range(5)
        ]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
        number += 1
    return "\n\n".join(paragraphs)


def full_pass(text: str) -> tuple[float, float]:
    """Return the seconds of a first full pass and the longest slice in milliseconds."""
    from desktop.language import Analyser

    slices = Analyser().analyse_in_slices(text, _SLICE_MS)
    start = last = time.perf_counter()
    longest = 0.0
    for _ in slices:
        now = time.perf_counter()
        longest = max(longest, (now - last) * 1000)
        last = time.perf_counter()
    return time.perf_counter() - start, longest


def keystrokes(text: str) -> list[float]:
    """Return the milliseconds of each of 200 keys typed in the middle of *text*, sorted."""
    from desktop.language import Analyser

    analyser = Analyser()
    analyser.update(text)
    place, taken = len(text) // 2, list[float]()
    for key in " en wij vragen het college om dit nog eens te bekijken" * 4:
        text = text[:place] + key + text[place:]
        place += 1
        start = time.perf_counter()
        analyser.update(text)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def results() -> list[dict[str, Any]]:
    """Return the rows of `bench` on the language engine; the floor is reading the text once."""
    from desktop.language import prepare

    root = Path(__file__).parents[2]
    load = subprocess.run(
        [sys.executable, "-c", _LOAD], cwd=root, capture_output=True, text=True, check=True
    )
    load_ms, memory = (float(part) for part in load.stdout.split())
    prepare()
    text = draft()
    start = time.perf_counter()
    text.split()
    floor = (time.perf_counter() - start) * 1000
    seconds, longest = full_pass(text)
    keys = keystrokes(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        row("language: load", load_ms, 0.0, 400, of="value"),
        row("language: memory after load", memory, peak, 90, unit="MB", of="value"),
        row("language: first pass of 20,000 words", seconds * 1000, floor, 1000, of="value"),
        row("language: longest slice", longest, _SLICE_MS, 5, of="value"),
        row("language: keystroke, p99", keys[int(len(keys) * 0.99)], floor, 8, of="value"),
        row("language: keystroke, slowest", keys[-1], floor, 16, of="value"),
    ]
