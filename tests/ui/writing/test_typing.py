"""Keys: letters, lists, sub-headings, tables, and leaving the editor."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.writing import Writing
from desktop.ui.writing.shapes import Shape

Key = Qt.Key


@pytest.fixture
def writing(qtbot):
    made = Writing()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.setFocus()
    return made


def end(writing):
    writing.moveCursor(QTextCursor.MoveOperation.End)


def words(writing, text):
    """Type *text*; QTest itself knows no letters with an accent."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(writing, event)


def keys(writing, *pressed):
    for key in pressed:
        if isinstance(key, str):
            words(writing, key)
        else:
            QTest.keyClick(writing, key)


def test_letters_with_accents_and_signs_are_kept(writing):
    keys(writing, "één idee: 3 * 4 # 2", Key.Key_Return, "coördinatie")
    assert writing.toPlainText() == "één idee: 3 * 4 # 2\ncoördinatie"
    assert writing.markdown() == "één idee: 3 \\* 4 # 2\n\ncoördinatie"


def test_bold_and_italic_by_key(writing):
    keys(writing, "een ")
    QTest.keyClick(writing, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    keys(writing, "vet")
    QTest.keyClick(writing, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    keys(writing, " en ")
    QTest.keyClick(writing, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    keys(writing, "schuin")
    assert writing.markdown() == "een **vet** en *schuin*"


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item(writing):
    writing.toggle_shape(Shape.BULLET)
    keys(writing, "een", Key.Key_Return, "twee", Key.Key_Return, Key.Key_Return, "uit")
    assert writing.markdown() == "- een\n- twee\n\nuit"


def test_backspace_at_the_start_leaves_the_list(writing):
    writing.load("1. een\n2. twee\n3. drie")
    writing.moveCursor(QTextCursor.MoveOperation.Down)
    keys(writing, Key.Key_Backspace)
    assert writing.markdown() == "1. een\n\ntwee\n\n1. drie"


def test_the_numbers_on_screen_are_those_that_are_stored(writing):
    writing.load("1. een\n2. twee\n3. drie")
    writing.moveCursor(QTextCursor.MoveOperation.Down)
    keys(writing, Key.Key_Backspace)
    last = writing.document().lastBlock()
    assert last.textList().itemText(last) == "1."


def test_a_list_joins_the_list_above_it(writing):
    writing.load("- een\n\ntwee")
    end(writing)
    writing.toggle_shape(Shape.BULLET)
    assert writing.markdown() == "- een\n- twee"


def test_enter_after_a_heading_starts_a_paragraph(writing):
    writing.toggle_shape(Shape.SUBHEADING)
    keys(writing, "Kop", Key.Key_Return, "tekst")
    assert writing.markdown() == "### Kop\n\ntekst"


def test_enter_before_a_heading_moves_it_down(writing):
    writing.load("### Kop")
    keys(writing, Key.Key_Return)
    writing.moveCursor(QTextCursor.MoveOperation.Start)
    keys(writing, "boven")
    assert writing.markdown() == "boven\n\n### Kop"


def test_toggling_twice_gives_the_paragraph_back(writing):
    writing.load("een\n\ntwee")
    writing.selectAll()
    for kind in (Shape.QUOTE, Shape.NUMBER, Shape.BULLET, Shape.SUBHEADING):
        writing.toggle_shape(kind)
        assert writing.markdown() != "een\n\ntwee"
        writing.toggle_shape(kind)
        assert writing.markdown() == "een\n\ntwee"


def test_shift_enter_stays_in_the_paragraph(writing):
    keys(writing, "Postbus 1")
    QTest.keyClick(writing, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys(writing, "Duinrede")
    assert writing.markdown() == "Postbus 1\nDuinrede"


def test_tab_walks_through_a_table_and_makes_a_row(writing):
    writing.insert_table(2)
    keys(writing, "Wie", Key.Key_Tab, "Wat", Key.Key_Tab, "a", Key.Key_Tab, "b")
    keys(writing, Key.Key_Tab, "c", Key.Key_Tab, "d", Key.Key_Tab, "e")
    expected = "| Wie | Wat |\n| --- | --- |\n| a | b |\n| c | d |\n| e |  |"
    assert writing.markdown() == expected
    QTest.keyClick(writing, Key.Key_Backtab)
    keys(writing, "!")
    assert "d!" in writing.markdown()


def test_a_table_can_be_taken_away_and_put_back(writing):
    writing.load("| a | b |\n| --- | --- |\n| c | d |")
    before = writing.markdown()
    writing.moveCursor(QTextCursor.MoveOperation.Start)
    writing.moveCursor(QTextCursor.MoveOperation.NextCharacter)
    assert writing.in_table()
    writing.remove_table()
    assert writing.markdown() == ""
    writing.undo()
    assert writing.markdown() == before


@pytest.fixture
def form(qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(Writing())
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(Writing).setFocus()
    return window


def test_tab_leaves_the_editor(form):
    QTest.keyClick(form.findChild(Writing), Key.Key_Tab)
    assert form.findChild(QLineEdit).hasFocus()
    assert form.findChild(Writing).markdown() == ""


def test_control_tab_leaves_a_table_and_a_second_tab_too(form):
    writing = form.findChild(Writing)
    writing.insert_table(2)
    QTest.keyClick(writing, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert form.findChild(QLineEdit).hasFocus()
    writing.setFocus()
    for _ in range(6):
        QTest.keyClick(writing, Key.Key_Tab)
    assert form.findChild(QLineEdit).hasFocus()


def test_a_change_is_told_once_after_a_pause_and_at_once_when_leaving(form, qtbot):
    writing = form.findChild(Writing)
    told = []
    writing.changed.connect(told.append)
    with qtbot.waitSignal(writing.changed, timeout=2_000):
        keys(writing, "abc")
    assert told == ["abc"]
    keys(writing, "d")
    form.findChild(QLineEdit).setFocus()
    assert told == ["abc", "abcd"]
    writing.setFocus()
    keys(writing, "e")
    form.hide()
    assert told[-1] == "abcde"


def test_typing_on_without_a_pause_is_told_too(writing, qtbot):
    told = []
    writing.changed.connect(told.append)
    for _ in range(20):
        keys(writing, "a")
        QTest.qWait(100)
        if told:
            break
    assert told
    assert told[0].startswith("aaaa")


def test_bigger_text_and_another_theme_keep_text_cursor_and_undo(writing, qapp):
    writing.load("### Kop\n\neen\n\n> citaat\n\n| a | b |\n| --- | --- |\n| c | d |")
    before = writing.markdown()
    end(writing)
    keys(writing, "x")
    high = writing.document().size().height()
    try:
        theme.apply(qapp, "high_contrast", 2.0)
        assert writing.document().size().height() > high
        assert writing.markdown() == f"{before}\n\nx"
        writing.undo()
        assert writing.markdown() == before
    finally:
        theme.apply(qapp, "light", 1.0)
    assert writing.markdown() == before


def test_lines_are_never_longer_than_68_characters(writing):
    writing.resize(2_000, 400)
    writing.load("Wij vragen het college om de regels eenvoudiger te maken. " * 20)
    layout = writing.document().firstBlock().layout()
    lengths = [layout.lineAt(at).textLength() for at in range(layout.lineCount())]
    assert max(lengths) <= 72
    assert max(lengths) > 55
