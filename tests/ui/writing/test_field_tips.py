"""Tips in the texts of forms, minutes and meeting notes: by keyboard, as the council wants them."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.ui import preferences
from desktop.ui.boxes import Words
from desktop.ui.form import Form
from desktop.ui.meetings.item import ItemPage
from desktop.ui.meetings.meeting_form import MeetingPage
from desktop.ui.meetings.minutes import MinutesPage
from desktop.ui.meetings.running.view import RunningPage
from desktop.ui.writing.field import TippedLines
from tests.example import example as example_council
from tests.ui.driver import Person
from tests.ui.walk import walk

TODAY = date(2026, 3, 10)
PATIENCE_MS = 20_000
ASKED = tr("{label} (optional)", label=tr("What do you ask of the members?"))
HARD = "Wilt u dit bewerkstelligen?"
Key = Qt.Key


@pytest.fixture
def desk(app, qtbot, tmp_path):
    made = app.open(example_council(tmp_path, TODAY), example=True)
    made.window.resize(1280, 800)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


@pytest.fixture
def person(qtbot, desk):
    return Person(qtbot, lambda: desk.window)


@pytest.fixture
def item(desk):
    """An item of the coming meeting; its page is open."""
    coming = desk.office.plan.next(TODAY)
    number = desk.office.agenda.items(coming.id)[3].id
    desk.window.open_page(ItemPage(desk, number))
    return number


@pytest.fixture
def notes(desk):
    """The notes of a meeting that is going on."""
    coming = desk.office.plan.next(TODAY).id
    desk.office.running.open(coming, datetime.combine(TODAY, datetime.now().time()))
    page = RunningPage(desk, coming)
    desk.window.open_page(page)
    page._notes.enter()
    return page._notes


def field(desk):
    (found,) = [one for one in desk.window.page.findChildren(TippedLines) if one.isVisible()]
    return found


def words(signs):
    return [mark.hint.text for mark in signs.marks()]


def shown(widget: QWidget):
    return "\n".join(part.text() for part in widget.findChildren(Words) if part.isVisible())


def pick(editor, place):
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


def test_a_hard_word_in_an_agenda_question_is_replaced_by_keyboard(desk, person, item):
    person.types(ASKED, HARD)
    person.sees("1 tip: klik op de streep of druk op F8.")
    person.key(Key.Key_F8)
    person.sees("‘bewerkstelligen’ is voor veel lezers moeilijk.", "bereiken")
    person.key(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    person.waits(lambda: person.value_of(ASKED) == "Wilt u dit bereiken?")
    person.waits(lambda: not words(field(desk).signs))
    assert not field(desk).below.isVisible()
    assert person.focus() is field(desk)
    person.waits(lambda: desk.office.agenda.item(item).question == "Wilt u dit bereiken?")
    person.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.value_of(ASKED) == HARD


def test_the_buttons_of_the_line_follow_the_text_for_tab(desk, person, item):
    person.types(ASKED, HARD)
    person.sees("1 tip")
    person.key(Key.Key_F8)
    person.presses(tr("Replace by {words}", words="bereiken"))
    assert person.value_of(ASKED) == "Wilt u dit bereiken?"
    assert person.focus() is field(desk)


def test_nothing_is_cut_or_nameless_with_a_tip_open(desk, person, item):
    person.types(ASKED, HARD)
    person.sees("1 tip")
    person.key(Key.Key_F8)
    assert walk(desk.window, (1.0, 2.0)) == []


def test_the_screen_reader_hears_the_tip(desk, person, item, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    person.types(ASKED, HARD)
    person.waits(lambda: bool(words(field(desk).signs)))
    heard.clear()
    person.key(Key.Key_F8)
    said = " ".join(event.message() for event in heard if hasattr(event, "message"))
    assert "bewerkstelligen" in said
    assert "zorgen voor" in said


def test_the_tip_goes_when_the_cursor_goes(desk, person, item):
    person.types(ASKED, f"Goed. {HARD}")
    person.sees("1 tip")
    person.key(Key.Key_F8)
    person.sees("Negeer hier")
    person.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    person.waits(lambda: "1 tip" in shown(field(desk).below))
    pick(field(desk), len("Goed. Wilt u dit bewerk"))
    person.sees("‘bewerkstelligen’ is voor veel lezers moeilijk.")


def test_what_the_council_does_not_want_is_not_shown(desk, person, item):
    office = desk.office
    person.types(ASKED, HARD)
    person.waits(lambda: words(field(desk).signs) == ["bewerkstelligen"])
    office.tips.set_off(["difficult_word"])
    assert words(field(desk).signs) == []
    office.tips.set_off([])
    assert words(field(desk).signs) == ["bewerkstelligen"]
    office.tips.set_own_words(["bewerkstelligen"])
    assert words(field(desk).signs) == []
    office.tips.set_own_words([])
    person.key(Key.Key_F8)
    person.presses(tr("Do not show again"))
    assert office.tips.hidden() == {("difficult_word", "bewerkstelligen")}
    assert words(field(desk).signs) == []
    assert person.focus() is field(desk)


def test_a_slip_can_be_put_in_the_word_list(desk, person, item, qtbot):
    person.types(ASKED, "Wie rijdt de prumelbus? Henk Terpstra misschien?")
    qtbot.waitUntil(lambda: words(field(desk).signs) == ["prumelbus"], timeout=PATIENCE_MS)
    person.key(Key.Key_F8)
    person.presses(tr("Put in the word list"))
    assert desk.office.tips.own_words() == ("prumelbus",)
    assert words(field(desk).signs) == []


def test_ignored_here_stays_ignored_when_the_page_opens_again(desk, person, item):
    person.types(ASKED, HARD)
    person.waits(lambda: words(field(desk).signs) == ["bewerkstelligen"])
    person.key(Key.Key_F8)
    person.key(Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert words(field(desk).signs) == []
    desk.window.back()
    desk.office.agenda.change(item, question=f"{HARD} Dit gebeurt teneinde te helpen.")
    desk.window.open_page(ItemPage(desk, item))
    person.waits(lambda: words(field(desk).signs) == ["teneinde"])


def test_f1_explains_a_word_in_a_field(desk, person, item):
    person.types(ASKED, HARD)
    pick(field(desk), len("Wilt u dit bewerk"))
    person.key(Key.Key_F1)
    person.sees("bewerkstelligen", tr("Close"))
    person.presses(tr("Close"))
    assert person.focus() is field(desk)


def test_the_invitation_has_tips_too(desk, person):
    coming = desk.office.plan.next(TODAY).id
    desk.window.open_page(MeetingPage(desk, coming))
    person.types(tr("{label} (optional)", label=tr("Extra words in the invitation")), HARD)
    person.sees("1 tip")


def test_a_field_without_a_form_opens_no_window(qapp, qtbot):
    made = TippedLines("words")
    made.set_value(HARD)
    made.tips.adviser.checker.check()
    assert made.signs.marks()
    assert not made.tips.isVisible()
    form = Form()
    qtbot.addWidget(form)
    form.add_row("Tekst", made)
    form.show()
    made.tips.adviser.checker.check()
    assert form.isAncestorOf(made.tips)


# ---- minutes


def minutes(desk, qtbot):
    held = desk.office.plan.held()
    number = next(one.id for one in held if not desk.office.minutes.view(one.id).adopted)
    view = desk.office.minutes.view(number)
    desk.office.minutes.write(view.items[0].item.id, HARD)
    page = MinutesPage(desk, number, view.items[0].item.id)
    desk.window.open_page(page)
    qtbot.waitUntil(lambda: words(page.paper.writing.signs) == ["bewerkstelligen"])
    return page


def test_the_minutes_keep_to_the_choices_of_the_council(desk, qtbot):
    page = minutes(desk, qtbot)
    signs, tips = page.paper.writing.signs, desk.office.tips
    tips.set_off(["difficult_word"])
    assert words(signs) == []
    tips.set_off([])
    assert words(signs) == ["bewerkstelligen"]
    page.paper.guide.step()
    page.paper.guide.hide_for_good()
    assert tips.hidden() == {("difficult_word", "bewerkstelligen")}
    assert words(signs) == []
    desk.office.store.undo()
    assert words(signs) == ["bewerkstelligen"]
    tips.set_own_words(["Bewerkstelligen"])
    assert words(signs) == []


def test_ignore_in_the_minutes_is_kept_and_spelling_is_checked(desk, qtbot):
    page = minutes(desk, qtbot)
    page.paper.guide.step()
    page.paper.guide.put_aside()
    assert words(page.paper.writing.signs) == []
    part = page._item
    desk.office.minutes.write(part, f"{HARD}\n\nDe prumelbus rijdt.")
    fresh = MinutesPage(desk, page._meeting, part)
    desk.window.open_page(fresh)
    qtbot.waitUntil(lambda: words(fresh.paper.writing.signs) == ["prumelbus"], timeout=PATIENCE_MS)


# ---- during the meeting


def kept(desk):
    meeting = desk.window.page._meeting
    return desk.office.running.view(meeting, TODAY).current.notes


def test_notes_are_rich_text_and_kept_as_markdown(desk, person, notes):
    person.writes("Wim zegt: ")
    person.key(Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    person.writes("stop")
    person.key(Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    person.key(Key.Key_Return)
    person.presses(tr("List"))
    notes.enter()
    person.writes("De bus")
    person.waits(lambda: kept(desk) == "Wim zegt: **stop**\n\n- De bus")
    assert "**" not in notes.field.toPlainText()


def test_a_tip_in_the_notes_is_replaced_and_kept(desk, person, notes):
    person.writes("Wij moeten dit bewerkstelligen.")
    person.waits(lambda: words(notes.field.signs) == ["bewerkstelligen"])
    assert "bewerkstelligen" not in shown(notes.tips)  # calm: only how many
    person.key(Key.Key_F8)
    person.sees("‘bewerkstelligen’ is voor veel lezers moeilijk.")
    person.key(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    person.waits(lambda: kept(desk) == "Wij moeten dit bereiken.")


def test_tips_in_the_notes_go_off_with_one_tick_and_stay_off(desk, person, notes):
    person.writes("Wij moeten dit bewerkstelligen.")
    person.waits(lambda: bool(words(notes.field.signs)))
    person.ticks(tr("Tips"))
    assert words(notes.field.signs) == []
    assert not notes.tips.isVisible()
    assert preferences.load().meeting_tips is False
    notes.enter()
    person.writes(" En dit bewerkstelligen.")
    person.waits(lambda: "En dit" in kept(desk))
    QTest.qWait(600)  # longer than the pause after which the text would be looked at
    assert words(notes.field.signs) == []
    person.ticks(tr("Tips"))
    assert words(notes.field.signs) == ["bewerkstelligen", "bewerkstelligen"]


def test_notes_grow_with_their_words(desk, person, notes):
    before = notes.field.height()
    notes.field.insert_markdown("\n\n".join(["Een regel."] * 20))
    assert notes.field.height() > before
    notes.field.moveCursor(QTextCursor.MoveOperation.End)
    assert notes.field.verticalScrollBar().maximum() == 0
