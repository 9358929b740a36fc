"""Tips: on the right words, by key, replaced and undone, and never two lines under a word."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from desktop.language import Hint
from desktop.ui.writing import WritingDesk, underline
from desktop.ui.writing.marks import Mark, Marks
from desktop.ui.writing.positions import characters, plain_text, units
from desktop.ui.writing.tip import TipRow, alternatives, like

Key = Qt.Key

LONG = (
    "Zeven van hen vroegen vorig jaar geen bijzondere bijstand aan, omdat zij het formulier te "
    "moeilijk vonden en omdat zij niet wisten welke bonnen zij daarbij moesten bewaren."
)
TEXT = f"""\
Wij spraken 😀 met negentien inwoners 👩‍👧. {LONG}

Nu wordt door de gemeente een lening gegeven.

- De gemeente moet dit bewerkstelligen.

Indien het kan, helpt één inwoner mee."""


@pytest.fixture
def desk(qtbot):
    made = WritingDesk()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.set_context("advice")
    made.load(TEXT)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.writing.setFocus()
    assert made.writing.signs.marks()
    return made


def words_of(desk, mark):
    cursor = QTextCursor(desk.writing.document())
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def find(desk, words):
    return next(mark for mark in desk.writing.signs.marks() if mark.hint.text.lower() == words)


def f8(desk, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(desk.writing, Key.Key_F8, modifier)


def test_every_tip_stands_on_its_words_also_after_an_emoji(desk):
    kinds = {mark.hint.kind for mark in desk.writing.signs.marks()}
    assert {"long_sentence", "passive", "difficult_word"} <= kinds
    for mark in desk.writing.signs.marks():
        assert words_of(desk, mark) == mark.hint.text


def test_positions_count_as_qt_does():
    document = QTextDocument("a😀b\néén 👩‍👧 twee")
    plain = plain_text(document)
    assert plain.text == "a😀b\n\néén 👩‍👧 twee"
    for offset, letter in enumerate(plain.text):
        position = plain.position(offset)
        if letter != "\n":
            assert plain.offset(position) == offset
            cursor = QTextCursor(document)
            cursor.setPosition(position)
            cursor.setPosition(position + units(letter), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == letter
    assert characters("a😀b", 3) == 2


def test_tips_stay_on_their_words_while_typing_before_them(desk):
    desk.writing.moveCursor(QTextCursor.MoveOperation.Start)
    before = [words_of(desk, mark) for mark in desk.writing.signs.marks()]
    QTest.keyClicks(desk.writing, "Nu: ")
    assert [words_of(desk, mark) for mark in desk.writing.signs.marks()] == before


def test_a_touched_tip_loses_its_line_at_once_and_gets_it_back_after_a_pause(desk, qtbot):
    mark = find(desk, "bewerkstelligen")
    cursor = desk.writing.textCursor()
    cursor.setPosition(mark.start + 3)
    desk.writing.setTextCursor(cursor)
    QTest.keyClicks(desk.writing, "x")
    assert mark.hint not in [one.hint for one in desk.writing.signs.marks()]
    QTest.keyClick(desk.writing, Key.Key_Backspace)
    qtbot.waitUntil(
        lambda: "bewerkstelligen" in [one.hint.text for one in desk.writing.signs.marks()],
        timeout=3_000,
    )


def test_marks_follow_any_edits():
    def hint(number):
        return Hint("vague", 0, 1, str(number), "", (), 1.0, "")

    marks = Marks()
    marks.place([Mark(hint(at), at * 10, at * 10 + 4) for at in range(5)])
    marks.edited(5, 0, 3)  # typed between the first and the second
    marks.edited(8, 0, 1)  # and on
    marks.edited(8, 1, 0)  # and one back
    marks.edited(35, 2, 0)  # somewhere else: cuts into the fourth
    assert [(mark.start, mark.end) for mark in marks.all()] == [
        (0, 4), (13, 17), (23, 27), (41, 45)
    ]  # fmt: skip
    assert [mark.hint.text for mark in marks.between(10, 30)] == ["1", "2"]


def test_f8_walks_through_the_tips_and_round(desk):
    total = len(desk.writing.signs.marks())
    seen = []
    for _ in range(total + 1):
        f8(desk)
        mark = desk.writing.signs.opened()
        assert desk.writing.textCursor().position() == mark.start
        assert desk.panel.opened() is mark.hint
        seen.append(mark.start)
    assert len(set(seen)) == total
    assert seen[0] == seen[-1]
    f8(desk, Qt.KeyboardModifier.ShiftModifier)
    assert desk.writing.signs.opened().start == seen[-2]


def test_f8_says_the_tip(desk, monkeypatch):
    said = []
    monkeypatch.setattr("desktop.ui.writing.guide.announce", lambda _w, words: said.append(words))
    desk.guide.open(find(desk, "bewerkstelligen"))
    assert said[0].startswith("bewerkstelligen")
    assert alternatives(find(desk, "bewerkstelligen").hint)[0] in said[0]


def test_alt_1_replaces_as_one_step_and_keeps_the_capital(desk):
    before = desk.markdown()
    mark = find(desk, "indien")
    desk.guide.open(mark)
    QTest.keyClick(desk.writing, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    new = like(alternatives(mark.hint)[0], "Indien")
    assert new[0].isupper()
    assert desk.markdown() == before.replace("Indien", new)
    desk.writing.undo()
    assert desk.markdown() == before


def test_capitals_are_kept():
    assert like("volgens", "Conform") == "Volgens"
    assert like("volgens", "CONFORM") == "VOLGENS"
    assert like("volgens", "conform") == "volgens"


def test_the_panel_follows_the_cursor(desk, qtbot):
    mark = find(desk, "bewerkstelligen")
    cursor = desk.writing.textCursor()
    cursor.setPosition(mark.start + 2)
    desk.writing.setTextCursor(cursor)
    qtbot.waitUntil(lambda: desk.panel.opened() is mark.hint)


def test_typing_in_a_long_sentence_does_not_open_its_tip(desk):
    opened = find(desk, "bewerkstelligen")
    desk.guide.open(opened)
    cursor = desk.writing.textCursor()
    cursor.setPosition(find(desk, LONG.lower()).start + 5)
    desk.writing.blockSignals(True)
    desk.writing.setTextCursor(cursor)
    desk.writing.blockSignals(False)
    QTest.keyClicks(desk.writing, "x")
    desk.adviser.checker.check()
    assert desk.writing.signs.opened().hint.text == "bewerkstelligen"


def test_ignore_here_keeps_the_tip_away_until_the_sentence_changes(desk):
    notes = []
    desk.adviser.ignored.connect(notes.append)
    desk.guide.open(find(desk, "bewerkstelligen"))
    QTest.keyClick(desk.writing, Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert "bewerkstelligen" not in [mark.hint.text for mark in desk.writing.signs.marks()]
    desk.adviser.set_ignored([])
    assert "bewerkstelligen" in [mark.hint.text for mark in desk.writing.signs.marks()]
    desk.adviser.set_ignored(notes)
    assert "bewerkstelligen" not in [mark.hint.text for mark in desk.writing.signs.marks()]
    desk.load(TEXT.replace("moet dit bewerkstelligen", "wil dit bewerkstelligen"))
    assert "bewerkstelligen" in [mark.hint.text for mark in desk.writing.signs.marks()]


def test_never_show_again_tells_kind_and_words(desk):
    told = []
    desk.adviser.hidden.connect(lambda kind, words: told.append((kind, words)))
    desk.guide.open(find(desk, "indien"))
    desk.panel.open_tip.hidden_for_good.emit()
    assert told == [("difficult_word", "indien")]
    assert "Indien" not in [mark.hint.text for mark in desk.writing.signs.marks()]


def test_f9_shows_and_hides_the_explanation(desk, qtbot):
    mark = find(desk, "bewerkstelligen")
    desk.guide.open(mark)

    def shown():
        labels = desk.panel.open_tip.findChildren(type(desk.panel.heading))
        return mark.hint.explanation in [label.text() for label in labels if label.isVisible()]

    assert not shown()
    QTest.keyClick(desk.writing, Key.Key_F9)
    qtbot.waitUntil(shown)
    QTest.keyClick(desk.writing, Key.Key_F9)
    qtbot.waitUntil(lambda: not shown())


def test_a_row_opens_its_tip(desk, qtbot):
    qtbot.waitUntil(lambda: bool(desk.panel.findChildren(TipRow)))
    row = desk.panel.findChildren(TipRow)[-1]
    hint = row.hint
    row.click()
    assert desk.writing.signs.opened().hint is hint


def test_no_word_carries_two_lines(desk):
    document = desk.writing.document()
    for opened in [None, *(mark.hint for mark in desk.writing.signs.marks())]:
        block = document.begin()
        while block.isValid():
            first = block.position()
            near = [
                m for m in desk.writing.signs.marks() if first <= m.start < first + block.length()
            ]
            lined = sorted((one.start, one.end) for one in underline.stretches(near, first, opened))
            assert all(one[1] <= two[0] for one, two in pairwise(lined))
            block = block.next()


def test_the_long_sentence_gives_way_to_its_words():
    def mark(kind, start, end):
        return Mark(Hint(kind, 0, 0, "", "", (), 1.0, ""), start, end)

    sentence, word = mark("long_sentence", 0, 50), mark("difficult_word", 10, 20)
    lined = underline.stretches([sentence, word], 0, None)
    assert sorted((one.start, one.end, one.family.name) for one in lined) == [
        (0, 10, "sentence"), (10, 20, "word"), (20, 50, "sentence")
    ]  # fmt: skip
    opened = underline.stretches([sentence, word], 0, sentence.hint)
    assert [(one.start, one.end, one.opened) for one in opened] == [(0, 50, True)]


def test_lines_never_move_the_text(desk):
    def places():
        block = desk.writing.document().begin()
        found = []
        while block.isValid():
            box = desk.writing.document().documentLayout().blockBoundingRect(block)
            found.append((box.y(), box.height()))
            block = block.next()
        return found

    with_tips = places()
    desk.writing.signs.show_marks(())
    assert places() == with_tips


def test_lines_are_drawn_under_the_words(desk):
    desk.writing.signs.open_mark(None)
    with_lines = desk.writing.grab().toImage()
    desk.writing.signs.show_marks(())
    assert desk.writing.grab().toImage() != with_lines


def test_few_sentences_give_no_level(desk, qtbot):
    def said():
        labels = desk.panel.level.findChildren(type(desk.panel.heading))
        return [label.text() for label in labels if label.isVisible()]

    assert "Te weinig zinnen voor een schatting" in said()
    desk.load("Wij lopen elke dag naar het park. " * 12)
    qtbot.waitUntil(lambda: "1, makkelijk" in said())
    assert "Te weinig zinnen voor een schatting" not in said()


def test_the_number_of_tips_is_told_after_two_seconds_of_rest(desk, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr("desktop.ui.writing.tips.announce", lambda _w, words: said.append(words))
    qtbot.waitUntil(lambda: bool(said), timeout=4_000)
    assert said == [desk.panel.count_words()]
    assert str(len(desk.writing.signs.marks())) in said[0]


def test_a_narrow_desk_puts_the_tips_behind_a_button(desk):
    assert not desk.is_compact()
    desk.resize(500, 600)
    assert desk.is_compact()
    assert not desk.panel.isVisible()
    f8(desk)
    assert desk.panel.isVisible()


def test_everything_with_focus_has_a_name(desk, qtbot):
    qtbot.waitUntil(lambda: bool(desk.panel.findChildren(TipRow)))
    for widget in desk.findChildren(object):
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            if widget.objectName().startswith("qt_") or not widget.isVisible():
                continue
            found = QAccessible.queryAccessibleInterface(widget)
            assert found.text(QAccessible.Text.Name), widget


def test_words_and_pages_are_counted(desk):
    desk.set_context("advice", words_elsewhere=1_200)
    desk.load("een twee drie")
    labels = [label.text() for label in desk.paper.findChildren(type(desk.panel.heading))]
    assert "1.203 woorden, 3 bladzijden" in labels
