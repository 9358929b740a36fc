"""How fast the language engine is: loading, a first full pass, and a keystroke in a long draft.

Times are of the processor, so that other work on the machine does not count.
"""

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
import time
def memory():  # in megabytes, now; the most so far would count the process that started this one
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6
before, start = memory(), time.process_time()
from desktop.language import analyse
analyse("De raad geeft een advies over dit plan.")
print((time.process_time() - start) * 1000, memory() - before)
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
    start = last = time.process_time()
    longest = 0.0
    for _ in slices:
        now = time.process_time()
        longest = max(longest, (now - last) * 1000)
        last = time.process_time()
    return time.process_time() - start, longest


def keystrokes(text: str) -> list[float]:
    """Return the milliseconds of each of 200 keys typed in the middle of *text*, sorted."""
    from desktop.language import Analyser

    analyser = Analyser()
    analyser.update(text)
    place, taken = len(text) // 2, list[float]()
    for key in " en wij vragen het college om dit nog eens te bekijken" * 4:
        text = text[:place] + key + text[place:]
        place += 1
        start = time.process_time()
        analyser.update(text)
        taken.append((time.process_time() - start) * 1000)
    return sorted(taken)


def measure() -> list[dict[str, Any]]:
    """Return the rows of `bench` on the language engine; the floor is reading the text once."""
    from desktop.language import prepare

    root = Path(__file__).parents[2]
    load = subprocess.run(
        [sys.executable, "-c", _LOAD], cwd=root, capture_output=True, text=True, check=True
    )
    load_ms, memory = (float(part) for part in load.stdout.split())
    prepare()
    text = draft()
    start = time.process_time()
    text.split()
    floor = (time.process_time() - start) * 1000
    seconds, longest = full_pass(text)
    keys = keystrokes(text)
    return [
        row("language: load", load_ms, 0.0, 400, of="value"),
        row("language: memory after load", memory, 0.0, 90, unit="MB", of="value"),
        row("language: first pass of 20,000 words", seconds * 1000, floor, 1000, of="value"),
        row("language: longest slice", longest, _SLICE_MS, 5, of="value"),
        row("language: keystroke, p99", keys[int(len(keys) * 0.99)], floor, 8, of="value"),
        row("language: keystroke, slowest", keys[-1], floor, 16, of="value"),
    ]
