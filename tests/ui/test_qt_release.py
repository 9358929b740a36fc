"""The pinned release of Qt does not have the fault of 6.12.0 (docs/adr/0002)."""

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 300  # few enough to survive the fault, many enough to see it


class Bell(QObject):
    rings = Signal()


def test_signals_and_calls_keep_count_of_none_and_true(qapp):
    bell = Bell()
    bell.rings.connect(lambda: None)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rings.emit()
        qapp.processEvents()
    after = sys.getrefcount(None), sys.getrefcount(True)
    lost = [was - now for was, now in zip(before, after, strict=True)]
    assert max(lost) < CALLS / 2
