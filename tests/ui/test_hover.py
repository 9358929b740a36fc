"""A moment with the mouse on a hard word tells what it means; on any other word nothing comes."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.boxes import text
from desktop.ui.hover import HoverWords
from desktop.ui.line_parts import Told
from desktop.ui.painted import Figure, PaintedLine

TOLD = "Regels die de gemeenteraad heeft vastgesteld."
WORDS = "Wij lazen samen in het café de hele verordening, en wij vonden haar goed."


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(QVBoxLayout())
    made.resize(420, 300)
    HoverWords(made)
    return made


def label():
    return text(WORDS)


def line():
    return PaintedLine(Figure([Told(((WORDS, "body", ""),))]), WORDS)


def field():
    made = QPlainTextEdit(WORDS)
    made.setReadOnly(True)
    return made


def told_at(part: QWidget, place: QPoint) -> str:
    asked = QHelpEvent(QEvent.Type.ToolTip, place, part.mapToGlobal(place))
    QApplication.sendEvent(part, asked)
    return QToolTip.text() if asked.isAccepted() else ""  # what is gone fades, so it still says


@pytest.mark.parametrize("make", [label, line, field])
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_only_the_hard_word_itself_is_told(window, qapp, qtbot, make, size):
    theme.apply(qapp, "light", size)
    part = make()
    window.layout().addWidget(part)
    window.show()
    qtbot.waitExposed(window)
    under = part.viewport() if isinstance(part, QPlainTextEdit) else part
    found = {}
    for y in range(2, under.height(), 6):
        for x in range(2, under.width(), 6):
            said = told_at(under, QPoint(x, y))
            found.setdefault(said, []).append((x, y))
    assert [said for said in found if said] == [f"<b>verordening</b><br>{TOLD}"]
    places = found.pop(next(said for said in found if said))
    wide = part.fontMetrics().horizontalAdvance("verordening")
    xs = [x for x, _ in places]
    assert max(xs) - min(xs) <= wide * 1.25, "the place is that of the word"
    assert len(places) < len(found[""]) / 2
