"""The words above the paper: none is out of reach, and they show what is on."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.ui.writing import WritingDesk
from desktop.ui.writing.toolbar import Tool

WORDS = ["Kop", "Vet", "Cursief", "Lijst", "Nummers", "Citaat", "Tabel"]


@pytest.fixture
def desk(qtbot):
    made = WritingDesk()
    qtbot.addWidget(made)
    made.add_tool("Voeg bewijs in", lambda: None, "attach")
    made.show()
    return made


def tool(desk, words):
    return next(one for one in desk.findChildren(Tool) if one.text() == words)


def menu_words(press):
    menu = press.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


@pytest.mark.parametrize("width", [340, 500, 800, 1400])
def test_every_act_is_in_sight_or_in_the_menu(desk, width):
    desk.resize(width, 600)
    seen = [one.text() for one in desk.findChildren(Tool) if one.isVisible()]
    assert "Voeg bewijs in" in seen
    assert "Meer" in seen
    behind = menu_words(tool(desk, "Meer"))
    for words in WORDS:
        assert (words in seen) != (words in behind)
    right = max(one.geometry().right() for one in desk.findChildren(Tool) if one.isVisible())
    assert right < desk.toolbar.width() or width == 340


def test_a_press_shapes_the_text_and_is_shown(desk):
    desk.resize(1400, 600)
    desk.load("een")
    tool(desk, "Citaat").click()
    assert desk.markdown() == "> een"
    assert tool(desk, "Citaat").isChecked()
    desk.load("**een** twee")
    desk.writing.moveCursor(QTextCursor.MoveOperation.End)
    assert not tool(desk, "Vet").isChecked()
    desk.writing.moveCursor(QTextCursor.MoveOperation.StartOfLine)
    desk.writing.moveCursor(QTextCursor.MoveOperation.Right)
    assert tool(desk, "Vet").isChecked()


def test_the_table_menu_knows_where_the_cursor_is(desk):
    desk.resize(1400, 600)
    assert isinstance(tool(desk, "Tabel").menu(), QMenu)
    assert menu_words(tool(desk, "Tabel")) == ["2 kolommen", "3 kolommen", "4 kolommen"]
    desk.writing.insert_table(2)
    assert menu_words(tool(desk, "Tabel")) == ["Rij erbij", "Deze rij weg", "De hele tabel weg"]
