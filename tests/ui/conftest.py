"""What every test of the screens needs: no real screen, no real preferences, the normal look."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent

from desktop.ui import theme
from desktop.ui.preferences import FOLDER_VARIABLE


@pytest.fixture(autouse=True)
def own_preferences(monkeypatch, tmp_path):
    """Keep the preferences of whoever runs the tests out of them, and theirs out of ours."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def plain_look(qapp):
    """Start and end each test in the light theme at 100 %, in a wide window."""
    theme.look.width = 1280
    theme.apply(qapp, "light", 1.0)
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no event loop does it here
    theme.look.width = 1280
    theme.apply(qapp, "light", 1.0)
