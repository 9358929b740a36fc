"""A draft of fifty pages opens, shows its tips, and takes typing at any place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.ui.writing import WritingDesk

PARAGRAPH = (
    "Wij spraken in januari met negentien inwoners over de bijzondere bijstand. Voor een nieuwe "
    "wasmachine wordt nu door de gemeente een lening gegeven. Indien het kan, helpt één inwoner "
    "mee met deel {number} 😀."
)
WORDS = 25_000


@pytest.fixture(scope="module")
def long_text():
    each = len(PARAGRAPH.split())
    return "\n\n".join(PARAGRAPH.format(number=number) for number in range(WORDS // each + 1))


@pytest.fixture
def desk(qtbot, long_text):
    made = WritingDesk()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.load(long_text)
    qtbot.waitUntil(lambda: bool(made.writing.signs.marks()), timeout=60_000)
    return made


def test_a_long_draft_is_shown_checked_and_typed_in(desk, qtbot, long_text):
    assert len(long_text.split()) > WORDS
    assert desk.markdown() == long_text
    marks = desk.writing.signs.marks()
    assert len(marks) > 500
    last = marks[-1]
    cursor = desk.writing.textCursor()
    cursor.setPosition(last.start)
    cursor.setPosition(last.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == last.hint.text

    middle = desk.writing.textCursor()
    middle.setPosition(desk.writing.document().findBlockByNumber(300).position())
    desk.writing.setTextCursor(middle)
    QTest.keyClicks(desk.writing, "Tevens dit. ")
    qtbot.waitUntil(
        lambda: "Tevens" in [mark.hint.text for mark in desk.writing.signs.marks()], timeout=20_000
    )
    assert "Tevens dit. Wij spraken" in desk.markdown()


def test_typing_while_a_long_text_is_looked_at_starts_the_look_again(qtbot, long_text):
    desk = WritingDesk()
    qtbot.addWidget(desk)
    desk.show()
    desk.load(long_text)
    QTest.keyClicks(desk.writing, "Tevens nieuw. ")
    assert not desk.writing.signs.marks()
    qtbot.waitUntil(lambda: bool(desk.writing.signs.marks()), timeout=60_000)
    first = desk.writing.signs.marks()[0]
    assert (first.start, first.hint.text) == (0, "Tevens")


def test_a_long_text_is_told_bit_by_bit_and_whole(desk, qtbot):
    told = []
    desk.changed.connect(told.append)
    QTest.keyClicks(desk.writing, "Nieuw begin. ")
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[-1] == desk.markdown()
    assert told[-1].startswith("Nieuw begin. ")


def test_typing_while_a_long_text_is_read_tells_the_last_letter_too(desk, qtbot):
    told = []
    desk.changed.connect(told.append)
    QTest.keyClicks(desk.writing, "a")
    desk.writing._tell_soon()
    desk.writing._read_on()
    assert told == []
    QTest.keyClicks(desk.writing, "bc")
    qtbot.waitUntil(lambda: bool(told) and told[-1] == desk.markdown(), timeout=20_000)
    assert told[-1].startswith("abc")


def test_reading_in_slices_gives_the_same_text(desk):
    from desktop.ui.writing.stored import stored_in_slices

    slices = 0

    def counted():
        nonlocal slices
        reading = stored_in_slices(desk.writing.document())
        while True:
            try:
                next(reading)
            except StopIteration as done:
                return done.value
            slices += 1

    assert counted() == desk.markdown()
    assert slices > 5


def test_f8_works_beside_the_same_key_in_a_menu(qtbot):
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    desk = WritingDesk()
    window.setCentralWidget(desk)
    action = QAction("Volgende tip", window)
    action.setShortcut("F8")
    window.menuBar().addMenu("Tips").addAction(action)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.load(PARAGRAPH)
    desk.writing.setFocus()
    before = desk.writing.signs.opened()
    QTest.keyClick(desk.writing, Qt.Key.Key_F8)
    assert desk.writing.signs.opened() != before
    QTest.keyClick(desk.writing, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "1" not in desk.writing.toPlainText().split("😀")[0].replace("deel 1", "")
