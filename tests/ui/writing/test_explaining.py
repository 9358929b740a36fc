"""F1 on a word, the level with its doubt, and how many tips there are of each kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.language import Score
from desktop.ui.writing import WritingDesk
from desktop.ui.writing.level import doubt

TEXT = """\
De verordening is moeilijk. De gemeente moet dit bewerkstelligen. Indien het kan, helpt zij.

Nu wordt door de gemeente een lening gegeven. De fiets staat klaar."""


@pytest.fixture
def desk(qtbot):
    made = WritingDesk()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.load(TEXT)
    made.show()
    qtbot.waitUntil(lambda: "bewerkstelligen" in said(made))
    return made


def said(desk):
    labels = desk.panel.findChildren(type(desk.panel.heading))
    return "\n".join(label.text() for label in labels if label.isVisible())


def press_f1_in(desk, word):
    cursor = desk.writing.textCursor()
    cursor.setPosition(desk.writing.toPlainText().index(word) + 2)
    desk.writing.setTextCursor(cursor)
    QTest.keyClick(desk.writing, Qt.Key.Key_F1)


def test_f1_tells_what_a_word_means_until_the_next_tip(desk):
    press_f1_in(desk, "verordening")
    assert "Regels die de gemeenteraad heeft vastgesteld." in said(desk)
    assert desk.writing.signs.opened() is None
    QTest.keyClick(desk.writing, Qt.Key.Key_F8)
    assert "In plaats daarvan" not in said(desk)


def test_f1_on_a_difficult_word_gives_a_simpler_one(desk):
    press_f1_in(desk, "bewerkstelligen")
    assert "Makkelijker is: zorgen voor" in said(desk)


def test_f1_on_an_unknown_word_says_so_kindly(desk):
    press_f1_in(desk, "fiets")
    assert "Voor dit woord is er nog geen uitleg" in said(desk)


def test_f1_between_words_says_what_to_do(desk):
    desk.load("")
    QTest.keyClick(desk.writing, Qt.Key.Key_F1)
    assert "Zet de cursor in een woord" in said(desk)


def test_the_headings_count_the_tips(desk):
    kinds = [mark.hint.kind for mark in desk.writing.signs.marks()]
    words = [kind for kind in kinds if kind in ("jargon", "difficult_word")]
    shown = said(desk)
    assert f"Kies gewonere woorden\n{len(words)}\n" in shown
    assert f"Moeilijk woord: {kinds.count('difficult_word')}" in shown
    assert f"Vakwoord: {kinds.count('jargon')}" in shown


@pytest.mark.parametrize(
    ("points", "level", "margin", "words"),
    [
        (10.0, 1, 3.0, ""),
        (45.0, 2, 3.0, "Geschat niveau 2, misschien 3"),
        (35.0, 2, 3.0, "Geschat niveau 2, misschien 1"),
        (40.0, 2, 9.0, "Geschat niveau 2, misschien 1 of 3"),
        (None, None, 0.0, ""),
    ],
)
def test_the_level_tells_its_doubt(points, level, margin, words):
    assert doubt(Score(lint=points, level=level, margin=margin)) == words


def test_a_kind_that_is_switched_off_leaves_at_once(desk):
    assert "passive" in [mark.hint.kind for mark in desk.writing.signs.marks()]
    desk.adviser.set_off(["passive"])
    assert "passive" not in [mark.hint.kind for mark in desk.writing.signs.marks()]


def test_the_words_of_the_council_need_no_tip(desk):
    desk.adviser.set_own_words(["Verordening"])
    assert "verordening" not in [mark.hint.text for mark in desk.writing.signs.marks()]
