"""What every test of the screens needs: no real screen, no real preferences, the normal look."""

import gc
import os
from collections.abc import Iterator
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from desktop.ui import theme
from desktop.ui.app import App
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


@pytest.fixture
def app(qapp: QApplication, today: date) -> Iterator[App]:
    """The app, not yet begun; today is the home day of the example council."""
    gc.freeze()  # to look for garbage then means: through what this test made, and nothing else
    running = App(lambda: today)
    yield running
    for window in (running.desk and running.desk.window, running.start_window):
        if window is not None and Shiboken.isValid(window):
            window.close()
    for window in qapp.topLevelWidgets():  # also what the test itself closed or let go of
        if window.parent() is None:  # the popup of a list goes with its list, never before it
            window.deleteLater()
    running.deleteLater()
    gc.collect()  # screens point to each other; what stays would make the next test slow
