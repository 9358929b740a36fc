"""The long tests: `make endurance` runs them long, the ordinary tests run a few rounds of each."""

import os
import random
from collections.abc import Callable, Iterator

import pytest

from tests.endurance.server import Server

LONG = os.environ.get("ENDURANCE", "") not in ("", "0")


@pytest.fixture(scope="session")
def rounds() -> Callable[[int, int], int]:
    """Give a function that says how many rounds to run: (in the ordinary tests, at length)."""
    return lambda short, long: long if LONG else short


@pytest.fixture(scope="session")
def chance() -> random.Random:
    """Chance that can be repeated: ENDURANCE_SEED=… (it is printed)."""
    seed = int(os.environ.get("ENDURANCE_SEED", "0")) or random.randrange(1, 10**6)
    print(f"\nENDURANCE_SEED={seed}")
    return random.Random(seed)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A process that makes warm children."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork; test_crash.py kills the app there")
    running = Server(tmp_path_factory.mktemp("zygote"))
    yield running
    running.close()
