"""The window: areas, the way back, keys, the menu, the focus ring, files that are dropped."""

from datetime import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea
from shiboken6 import Shiboken

from desktop.i18n import tr
from desktop.ui import crash, preferences, theme
from desktop.ui.actions import Actions, table
from desktop.ui.fields import line
from desktop.ui.form import Form
from desktop.ui.kit import Button, button, card, head, primary, quiet
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList
from desktop.ui.theme import look
from desktop.ui.window import MainWindow
from tests.ui.walk import stops


class Start(Page):
    area = "today"
    tables = frozenset({"action"})

    def __init__(self) -> None:
        super().__init__()
        self.built, self.stays = 0, False

    def build(self):
        self.built += 1
        rows = [button(f"Regel {number}") for number in range(30)]
        return [head("Goedemorgen, Henk"), primary("Lees de brief"), card("Veel", *rows)]

    def handlers(self):
        return {"new": lambda: self.setProperty("pressed", "new")}

    def leave(self):
        return not self.stays


class Dossier(Start):
    area = "advice"
    tables = frozenset({"dossier"})

    def build(self):
        self.built += 1
        return [head("Taxipas"), quiet("Terug"), primary("Schrijf verder")]

    def handlers(self):
        return {"hint_next": lambda: None}


class Write(Page):
    area = "advice"

    def build(self):
        self.form = Form()
        self.form.add_row("Onderwerp", line("subject"))
        return [head("Nieuw"), self.form]


@pytest.fixture
def window(qtbot):
    made = MainWindow({"today": Start, "advice": Dossier})
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_area("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def press(window, keys):
    """Press a key combination where the focus is, as a person does."""
    combination = QKeySequence(keys)[0]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def test_no_key_has_two_meanings():
    keys = [QKeySequence(key).toString() for act in table() for key in act.keys]
    assert len(keys) == len(set(keys))
    assert len({act.key for act in table()}) == len(table())


def test_every_action_with_a_key_stands_in_the_menu_with_it(window):
    actions = window.actions_table
    listed = [a for entry in actions.menu.actions() for a in entry.menu().actions()]
    for act in table():
        assert actions.by_key[act.key] in listed
        shown = [key.toString() for key in actions.by_key[act.key].shortcuts()]
        assert shown == [QKeySequence(key).toString() for key in act.keys]


DESIGNED = """
Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6 Ctrl+K F6 Shift+F6 Ctrl+N Ctrl+Z Ctrl+Y Ctrl+P Ctrl++
Ctrl+- Ctrl+0 F1 Esc F8 Shift+F8 Alt+1 Alt+2 Alt+3 F9 Ctrl+F8 Ctrl+Return Ctrl+Shift+B Ctrl+Shift+A
Ctrl+Shift+T Ctrl+Shift+S Alt+Up Alt+Down
"""


@pytest.mark.parametrize("keys", DESIGNED.split())
def test_every_key_of_the_design_is_there(keys):
    assert QKeySequence(keys).toString() in {
        QKeySequence(key).toString() for act in table() for key in act.keys
    }


def test_keys_open_areas_and_esc_goes_back(window):
    press(window, "Ctrl+3")
    assert window.page.title == "Taxipas"
    assert window.windowTitle() == f"Taxipas – {tr('Advice')} – Samenspraak"
    window.open_page(Start())
    press(window, "Esc")
    assert window.page.title == "Taxipas"
    press(window, "Esc")
    assert window.page.title == "Taxipas"


def test_the_next_step_has_the_focus_when_a_page_opens(window):
    assert QApplication.focusWidget().text() == "Lees de brief"
    press(window, "Ctrl+3")
    assert QApplication.focusWidget().text() == "Schrijf verder"


def test_an_area_that_is_not_there_yet_stays_out_of_sight(window):
    assert not window.side.areas["meetings"].isVisible()
    assert not window.actions_table.by_key["area_meetings"].isEnabled()
    press(window, "Ctrl+2")
    assert window.page.area == "today"


def test_a_page_that_is_not_ready_is_not_left(window):
    window.page.stays = True
    press(window, "Ctrl+3")
    assert window.page.area == "today"


def test_page_actions_come_and_go_with_the_page(window):
    actions: Actions = window.actions_table
    page = window.page
    press(window, "Ctrl+N")
    assert page.property("pressed") == "new"
    menus = {entry.text(): entry for entry in actions.menu.actions()}
    assert not menus[tr("Tips in the text")].isVisible()
    press(window, "Ctrl+3")
    assert menus[tr("Tips in the text")].isVisible()
    assert not actions.by_key["new"].isEnabled()


def test_a_change_refreshes_what_shows_it(window):
    first = window.page
    window.changed(SimpleNamespace(tables={"member"}))
    assert first.built == 1
    window.changed(SimpleNamespace(tables={"action"}))
    assert first.built == 2


def test_a_page_further_back_refreshes_when_it_returns(window):
    first = window.page
    window.open_page(Dossier())
    window.changed(SimpleNamespace(tables={"action"}))
    assert first.built == 1
    window.back()
    assert first.built == 2


def test_a_refresh_keeps_the_place_and_the_focus(qtbot, window):
    scroll = window.page.findChild(QScrollArea)
    row = next(b for b in window.page.findChildren(Button) if b.text() == "Regel 25")
    row.setFocus()
    scroll.verticalScrollBar().setValue(600)
    window.page.refresh()
    assert scroll.verticalScrollBar().value() == 600
    assert QApplication.focusWidget().text() == "Regel 25"
    assert QApplication.focusWidget() is not row


class Shrinking(Page):
    """A list that gets shorter while one walks it."""

    def __init__(self) -> None:
        super().__init__()
        self.names = ["Ada", "Ben", "Cor"]

    def build(self):
        self.list = RowList("Mensen", Face)
        self.list.show_rows(self.names)
        return [head("Mensen"), self.list]


def test_a_row_that_is_done_gives_the_focus_to_the_next(qtbot, window):
    window.open_page(Shrinking())
    page = window.page
    page.list.stops()[1].setFocus()
    page.names = ["Ada", "Cor", "Dik"]
    page.refresh()
    assert QApplication.focusWidget() is page.list.stops()[1]
    page.names = ["Ada", "Nel", "Cor"]
    page.refresh()
    assert QApplication.focusWidget() is page.list.stops()[2]
    assert [w for w in stops(page) if w in page.list.stops()] == [page.list.stops()[2]]


def test_undo_says_what_it_undoes(window):
    done = []
    labels = ["Advies vastgesteld", ""]
    window.set_undo(
        lambda: done.append("undo"),
        lambda: done.append("redo"),
        lambda: labels[0],
        lambda: labels[1],
    )
    undo = window.actions_table.by_key["undo"]
    assert undo.text() == tr("Undo: {action}", action="Advies vastgesteld")
    assert not window.actions_table.by_key["redo"].isEnabled()
    press(window, "Ctrl+Z")
    assert done == ["undo"]
    labels[0] = ""
    window.update_undo()
    press(window, "Ctrl+Z")
    assert done == ["undo"]


def test_ctrl_z_in_a_field_undoes_typing_first_and_then_the_last_act(qtbot, window):
    done = []
    window.set_undo(lambda: done.append(1), lambda: None, lambda: "iets", str)
    window.open_page(Write())
    field = window.page.form.rows["subject"].field
    field.setFocus()
    qtbot.keyClicks(field, "Taxi")
    press(window, "Ctrl+Z")
    assert (field.text(), done) == ("", [])
    press(window, "Ctrl+Z")
    assert done == [1]


def test_text_size_by_keys_is_remembered(window):
    press(window, "Ctrl++")
    press(window, "Ctrl++")
    assert look.factor == 1.3
    press(window, "Ctrl+-")
    assert look.factor == 1.15
    assert preferences.load().factor == 1.15
    press(window, "Ctrl+0")
    assert look.factor == 1.0


def test_large_text_turns_the_side_bar_into_a_menu_button(qapp, window):
    assert window.side.isVisible()
    theme.apply(qapp, factor=2.0)
    assert not window.side.isVisible()
    assert window.top.isVisible()
    assert window.top.area.text() == tr("Today")
    press(window, "Ctrl+K")
    assert window.top.search.hasFocus()


def test_a_window_made_narrow_stacks_what_stood_side_by_side(window):
    window.resize(900, 700)
    assert look.narrow
    assert window.top.isVisible()
    window.resize(1300, 700)
    assert window.side.isVisible()


def test_f6_goes_from_page_to_menu_and_back(window):
    press(window, "F6")
    assert window.side.isAncestorOf(QApplication.focusWidget())
    press(window, "F6")
    assert window.page.isAncestorOf(QApplication.focusWidget())
    press(window, "Shift+F6")
    assert window.side.isAncestorOf(QApplication.focusWidget())


def test_search_asks_for_what_was_typed(qtbot, window):
    press(window, "Ctrl+K")
    box = QApplication.focusWidget()
    qtbot.keyClicks(box, " taxi ")
    with qtbot.waitSignal(window.search_wanted) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == ["taxi"]


def test_counts_are_spoken(window):
    window.set_counts({"today": 5})
    name = window.side.areas["today"].accessibleName()
    assert name == f"{tr('Today')}, 5 dingen vragen aandacht"
    window.set_counts({})
    assert window.side.areas["today"].accessibleName() == tr("Today")


def test_saving_is_told_and_trouble_stays_until_it_is_over(window):
    window.set_saved(time(10, 42))
    assert window.side.saved.words() == tr("Everything saved, {time}", time="10.42")
    window.set_save_trouble("De schijf is vol.", ("Kies een andere map", lambda: None))
    assert window.strip.isVisible()
    window.set_saved(time(10, 43))
    assert not window.strip.isVisible()


def test_files_dropped_anywhere_reach_the_window(qtbot, window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "brief.docx"))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(event)
    assert dropped.args == [[str(tmp_path / "brief.docx")]]


def test_no_field_swallows_a_dropped_file(window):
    window.open_page(Write())
    accepting = [w for w in window.findChildren(object) if getattr(w, "acceptDrops", bool)()]
    assert accepting == []


def test_the_menu_opens_by_key_with_its_first_entry(window):
    press(window, "F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is not None
    menu.close()


def test_the_ring_lies_around_the_control_and_follows_it(qtbot, window):
    target = QApplication.focusWidget()
    assert window.ring.isVisible()
    around = window.ring.geometry()
    place = target.mapTo(window, QPoint(0, 0))
    assert around.contains(place)
    assert around.width() > target.width()
    scroll = window.page.findChild(QScrollArea)
    scroll.verticalScrollBar().setValue(20)
    assert window.ring.geometry().y() == around.y() - 20


def test_the_ring_hides_when_its_control_scrolls_away_or_goes(qtbot, window):
    window.page.findChild(QScrollArea).verticalScrollBar().setValue(900)
    assert not window.ring.isVisible()
    window.show_area("advice")
    assert window.ring.target.text() == "Schrijf verder"
    window.ring.target.hide()
    assert not window.ring.target or not window.ring.isVisible() or window.ring.target.isVisible()


def test_a_window_that_goes_with_its_menu_open_takes_the_ring_along(qapp):
    made = MainWindow({"today": Start})
    made.show_area("today")
    made.show()
    qapp.processEvents()
    made.open_menu()
    assert made.ring.target is not None
    Shiboken.delete(made)
    qapp.processEvents()
    assert not Shiboken.isValid(made)


def test_in_a_narrow_window_the_menu_starts_with_the_areas(qapp, window):
    theme.apply(qapp, factor=2.0)
    window.open_menu()
    menu = window.actions_table.menu
    assert [a.text() for a in menu.actions()[:2]] == [tr("Today"), tr("Advice")]
    menu.close()
    theme.apply(qapp, factor=1.0)
    window.open_menu()
    assert all(a.menu() for a in menu.actions())
    menu.close()


def test_the_ring_does_not_come_with_the_mouse(qtbot, window):
    row = next(b for b in window.page.findChildren(Button) if b.text() == "Regel 1")
    qtbot.mousePress(row, Qt.MouseButton.LeftButton)
    row.setFocus(Qt.FocusReason.MouseFocusReason)
    ring_by_mouse = (
        window.ring.isVisible() and QApplication.mouseButtons() != Qt.MouseButton.NoButton
    )
    assert not ring_by_mouse
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton)


def test_enter_presses_a_button_and_ctrl_enter_does_not(qtbot, window):
    pressed = []
    window.page.findChild(QScrollArea)
    made = button("Doe", lambda: pressed.append(1))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


def test_the_size_of_the_window_is_kept(qtbot, window):
    window.resize(1100, 650)
    window.close()
    kept = preferences.load()
    assert (kept.width, kept.height) == (1100, 650)


def test_a_crash_is_told_calmly_and_without_words_of_the_council(qtbot, window, tmp_path):
    log = tmp_path / "log" / "samenspraak.log"
    crash.open_log(log)
    catcher = crash.Catcher(log)
    try:
        raise ValueError("mevrouw S. de Jong")
    except ValueError as error:
        catcher.failed(error)
        catcher.failed(error)

    def pages():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, crash.CrashPage)]

    qtbot.waitUntil(lambda: len(pages()) == 1)
    pages()[0].copy_report()
    report = QApplication.clipboard().text()
    assert "ValueError" in report
    assert "test_kit_window.py" in report
    for words in (report, log.read_text()):
        assert "Jong" not in words
        assert str(tmp_path) not in words
    pages()[0].accept()
