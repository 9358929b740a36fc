"""Spelling while you write: in a process of its own, with suggestions only when asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.ui.kit import Button
from desktop.ui.writing import WritingDesk
from desktop.ui.writing.spelling import SpellingDesk
from desktop.ui.writing.tip import alternatives

TEXT = "De gemeentte 😀 luistert. Blorkstra belt de raad. Wij vinden dit een goede vergadreing."
PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def speller(qapp):
    made = SpellingDesk()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot, speller):
    made = WritingDesk()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.adviser.set_speller(speller, names=["Blorkstra"])
    made.load(TEXT)
    made.show()
    qtbot.waitUntil(lambda: "vergadreing" in slips(made), timeout=PATIENCE_MS)
    return made


def marks(desk):
    return [mark for mark in desk.writing.signs.marks() if mark.hint.kind == "spelling"]


def slips(desk):
    return [mark.hint.text for mark in marks(desk)]


def open_slip(desk, word):
    desk.guide.open(next(mark for mark in marks(desk) if mark.hint.text == word))


def test_slips_get_a_line_on_their_words_and_names_do_not(desk):
    assert slips(desk) == ["gemeentte", "vergadreing"]
    for mark in marks(desk):
        cursor = QTextCursor(desk.writing.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == mark.hint.text


def test_other_words_are_offered_only_when_the_tip_is_opened(desk, qtbot, speller):
    word = "begeleidding"  # in no other test: the speller remembers what it was asked
    desk.load(f"{TEXT} Wij vragen om een goede {word}.")
    qtbot.waitUntil(lambda: word in slips(desk), timeout=PATIENCE_MS)
    assert speller.suggestions(word) == ()
    open_slip(desk, word)
    qtbot.waitUntil(lambda: bool(desk.writing.signs.opened().hint.suggestions), timeout=PATIENCE_MS)
    assert alternatives(desk.writing.signs.opened().hint)[0] == "begeleiding"

    def chips():
        return [part.text() for part in desk.panel.open_tip.findChildren(Button)]

    qtbot.waitUntil(lambda: "begeleiding" in chips())
    desk.guide.replace_by(0)
    assert "een goede begeleiding." in desk.markdown()
    assert word not in slips(desk)


def test_a_word_can_be_put_in_the_word_list(desk, qtbot):
    learned = []
    desk.adviser.learned.connect(learned.append)
    open_slip(desk, "gemeentte")
    press = next(b for b in desk.panel.open_tip.findChildren(Button) if "woordenlijst" in b.text())
    press.click()
    assert learned == ["gemeentte"]
    assert slips(desk) == ["vergadreing"]
    desk.adviser.set_own_words([])
    assert slips(desk) == ["gemeentte", "vergadreing"]


def test_spelling_can_be_switched_off(desk):
    desk.adviser.set_off(["spelling"])
    assert slips(desk) == []
    desk.adviser.set_off([])
    assert slips(desk) == ["gemeentte", "vergadreing"]


def test_a_word_is_left_alone_while_it_is_being_typed(desk, qtbot):
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.writing.setFocus()
    desk.writing.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(desk.writing, " Wij vinden dit krompig")
    qtbot.waitUntil(desk.adviser.checker.is_at_rest, timeout=PATIENCE_MS)
    assert "krompig" not in slips(desk)
    desk.writing.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: "krompig" in slips(desk), timeout=PATIENCE_MS)


def test_f8_goes_through_spelling_and_other_tips_alike(desk):
    total = len(desk.writing.signs.marks())
    seen = set()
    for _ in range(total):
        QTest.keyClick(desk.writing, Qt.Key.Key_F8)
        seen.add(desk.writing.signs.opened().hint.text)
    assert seen == {mark.hint.text for mark in desk.writing.signs.marks()}
    assert {"gemeentte", "vergadreing"} <= seen


def test_a_speller_that_falls_down_takes_nothing_with_it(qtbot):
    lame = SpellingDesk()
    desk = WritingDesk()
    qtbot.addWidget(desk)
    desk.adviser.set_speller(lame)
    desk.load(TEXT)
    lame._process.kill()
    qtbot.waitUntil(lame.is_done, timeout=PATIENCE_MS)
    desk.load(TEXT + " Nog een gemeentte.")
    assert slips(desk) == []
    assert lame.is_done()


def test_each_paragraph_is_asked_once(qtbot, speller):
    speller.ask(["Dit is een prumel.", "Dit is een prumel.", ""])
    qtbot.waitUntil(speller.is_done, timeout=PATIENCE_MS)
    assert speller.places("Dit is een prumel.") == ((11, 17),)
    speller.ask(["Dit is een prumel."])
    assert speller.is_done()
