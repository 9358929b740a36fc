"""Fuzzing in the process of the tests itself: a reader reads, or says one Dutch sentence."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from tests.hostile.table import READERS, sentence

QUICK = settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def try_out(name: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        try:
            READERS[name].read(Path(folder), data)
        except CouncilError as error:
            sentence(error)


@pytest.mark.parametrize("name", READERS)
def test_a_valid_file_is_read(name, tmp_path):
    """Otherwise the mutations would only ever meet the first check."""
    for number, seed in enumerate(READERS[name].seeds()):
        folder = tmp_path / str(number)
        folder.mkdir()
        made_up = name in {"lock", "recovery"}  # right in shape, but of nobody
        with suppress(CouncilError if made_up else ()):
            READERS[name].read(folder, seed)


@pytest.mark.parametrize("name", READERS)
@QUICK
@given(chance=st.randoms(use_true_random=False))
def test_a_spoiled_file_gives_text_or_a_sentence(name, chance):
    try_out(name, READERS[name].spoiled(chance))


@pytest.mark.parametrize("name", READERS)
@QUICK
@given(data=st.binary(min_size=1, max_size=400))
def test_any_bytes_give_text_or_a_sentence(name, data):
    if name == "settings":
        data = b'{"x": 1}'  # this reader is about other values, not about other bytes
    try_out(name, data)
