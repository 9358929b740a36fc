"""Whatever a person pastes: no exception, and every hint stands where it says."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language import analyse

WORDS = """
wordt gemaakt door de het een om te en of , . ; : ? ! ( ) “ ” ‘ ’ " - • | 😀 é ß 1. a) art. 3.1 lid
o.a. VNG WMO IN HOOFDLETTERS faciliteren ten aanzien van zorg dragen vangt aan niet onmogelijk
the council www.x.nl a@b.nl 1234 AB Wet maatschappelijke ondersteuning Advies 1: Jansen
"""
SIGNS = ("\t", "\n", "\n\n", "\u2028", "\u00a0", "\u0301", "\u200b", "\0")
PIECES = st.sampled_from([*WORDS.split(), *SIGNS])
LONG = [
    *("a", "a ", ".", " ", "\n", "a.", "wordt ", "appels, ", "“", "A. ", "1", "1.", "|", "😀"),
    *("x\ty\t", "om te ", "ten aanzien van ", "Dit is een zin over beleid. ", "- punt\n", "'"),
]


def check(text: str) -> None:
    for hint in analyse(text, kinds=None, context="advice").hints:
        assert 0 <= hint.start < hint.end <= len(text)
        assert text[hint.start : hint.end] == hint.text


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_string(text):
    check(text)


@given(st.lists(PIECES, max_size=80).map(" ".join))
@settings(max_examples=120, deadline=None, derandomize=True)
def test_any_mix_of_dutch_and_signs(text):
    check(text)


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_take_time_in_proportion(piece):
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        check(text)
        return time.process_time() - start

    seconds(2_000)  # loads what must be loaded
    # A quadratic rule would take 64 times as long; the slack is for a busy machine.
    assert seconds(160_000) < 30 * max(seconds(20_000), 0.02)


def test_a_million_characters_without_a_space():
    check("a" * 1_000_000)
