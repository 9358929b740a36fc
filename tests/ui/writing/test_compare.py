"""Two versions side by side: every word is there, with its fate in more than colour."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.documents.markdown import plain_text
from desktop.ui.writing import CompareView
from desktop.ui.writing.differences import compare
from desktop.ui.writing.shapes import Shape

OLD = "### Kop\n\nWij vragen drie dingen aan u.\n\n- een\n- twee\n\nWeg ermee."
NEW = "### Kop\n\nWij vragen u vier dingen.\n\n- een\n- twee en een half\n- drie"


def said(lines, *states):
    return " ".join(
        piece.words for line in lines for piece in line.pieces if piece.state in states
    ).split()


def test_words_that_came_and_went():
    lines = compare(OLD, NEW)
    assert said(lines, "added") == ["u", "vier", "en", "een", "half", "drie"]
    assert said(lines, "removed") == ["drie", "aan", "u", "Weg", "ermee."]
    assert lines[0].shape is Shape.SUBHEADING


def test_the_same_text_shows_no_change():
    assert not said(compare(OLD, OLD), "added", "removed")


texts = st.lists(st.lists(st.sampled_from(["een", "twee", "drie", "vier"]), max_size=8), max_size=5)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(texts, texts)
def test_old_and_new_can_both_be_read_back(old_words, new_words):
    old, new = ("\n\n".join(" ".join(line) for line in text) for text in (old_words, new_words))
    lines = compare(old, new)
    assert said(lines, "same", "added") == plain_text(new).split()
    assert sorted(said(lines, "same", "removed")) == sorted(plain_text(old).split())


@pytest.fixture
def view(qtbot):
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.compare(OLD, NEW)
    return made


def test_signs_are_more_than_colour(view):
    paper = view.findChild(QTextEdit)
    cursor = paper.document().find("vier")
    assert cursor.charFormat().fontUnderline()
    assert cursor.charFormat().fontWeight() == QFont.Weight.Bold
    cursor = paper.document().find("Weg ermee")
    assert cursor.charFormat().fontStrikeOut()
    assert not cursor.charFormat().fontUnderline()


def test_a_screen_reader_hears_what_changed(view):
    words = view.findChild(QTextEdit).accessibleDescription()
    assert "Toegevoegd: drie." in words
    assert "Weggehaald: Weg ermee." in words


def test_comparing_again_shows_the_other_versions(view):
    view.compare(NEW, NEW)
    paper = view.findChild(QTextEdit)
    assert paper.toPlainText().split() == plain_text(NEW).split()
    paper.moveCursor(QTextCursor.MoveOperation.End)
    assert not paper.accessibleDescription()
