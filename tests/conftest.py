"""What every test may use: a council file in a temporary folder, and no keyring of the user."""

import gc
import os
from datetime import date
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.models import council_file
from desktop.models.store import Store
from tests.fresh import PASSPHRASE, fresh


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone all that was loaded and found, the whole run long."""
    gc.collect()
    gc.freeze()


class MemoryKeyring(KeyringBackend):
    """A keyring that lives as long as one test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture(autouse=True)
def memory_keyring():
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def today() -> date:
    """The home day of the example council: Tuesday 10 March 2026."""
    return date(2026, 3, 10)


@pytest.fixture
def council_path(tmp_path: Path) -> Path:
    return tmp_path / "Raad.samenspraak"


@pytest.fixture
def store(council_path: Path):
    fresh(council_path)
    opened = council_file.open_file(council_path, passphrase=PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def reopen(council_path: Path):
    """Give a function that closes a store and opens its file again."""
    opened: list[Store] = []

    def again(store: Store) -> Store:
        store.close()
        opened.append(council_file.open_file(council_path))
        return opened[-1]

    yield again
    for store in opened:
        store.close()
