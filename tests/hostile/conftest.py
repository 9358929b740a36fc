"""An open council file with everything people can do in it."""

from pathlib import Path

import pytest

from desktop.services import office as offices


@pytest.fixture
def office(tmp_path: Path):
    made, _code = offices.make(tmp_path / "Raad.samenspraak", "een geheime zin", cost=2**12)
    yield made
    made.close()
