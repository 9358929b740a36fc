"""From nothing to the window of a council, beside a bare Qt window, each in a fresh process."""

import os
import subprocess
import sys
import tempfile
from typing import Any

from tests.benchmarks.rows import best, row

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents()
"""
_OURS = """
from desktop.ui.app import App, application
app = application(); running = App(); running.ask(); app.processEvents()
"""


def measure() -> list[dict[str, Any]]:
    """Return the time to the first window."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "SAMENSPRAAK_CONFIG": folder,
        }

        def start(code: str) -> None:
            subprocess.run([sys.executable, "-c", code], env=environment, check=True)

        ours, bare = best(lambda: start(_OURS), 3), best(lambda: start(_BARE), 3)
    return [row("first window, whole process", ours, bare, 2000, of="value")]
