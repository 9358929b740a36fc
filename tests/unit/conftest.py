"""An open council file with everything people can do in it."""

from pathlib import Path

import pytest

from desktop.services import office as offices
from tests.fresh import PASSPHRASE, fresh


@pytest.fixture
def office(tmp_path: Path):
    path = tmp_path / "Raad.samenspraak"
    fresh(path)
    opened = offices.open_office(path, passphrase=PASSPHRASE)
    yield opened
    opened.close()
