"""The speller behind a pipe: a line comes in, a line goes out."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import SPELLING_COMMAND
from desktop.language.spelling_desk import serve

pytest.importorskip("hunspell")

ASKED = [
    {"id": 1, "check": ["De vergadreing is om 10 uur.", "Wij 😀 komen.", "Een 😀 vergadreing."]},
    {"id": 2, "suggest": "vergadreing"},
]


def lines(requests):
    return b"".join(json.dumps(one).encode() + b"\n" for one in requests)


def check(answers):
    first, second = map(json.loads, answers.splitlines())
    assert first == {"id": 1, "found": [[[3, 14]], [], [[6, 17]]]}
    assert second["id"] == 2
    assert second["suggestions"][0] == "vergadering"


def test_questions_get_their_answers_in_order():
    answers = io.BytesIO()
    serve(io.BytesIO(lines(ASKED)), answers)
    check(answers.getvalue())


def test_the_command_does_the_same_and_stops_with_its_input():
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(
        [sys.executable, "-m", "desktop", SPELLING_COMMAND],
        cwd=root,
        input=lines(ASKED),
        capture_output=True,
        check=True,
        timeout=60,
    )
    check(run.stdout)


def test_a_sentence_may_begin_with_een_that_counts():
    answers = io.BytesIO()
    serve(io.BytesIO(lines([{"id": 3, "check": ["Eén van ons belt. Dat is één keer."]}])), answers)
    assert json.loads(answers.getvalue())["found"] == [[]]
