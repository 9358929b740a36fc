"""Lists of rows: Qt's rules, sorting, and walking with the arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.i18n import tr
from desktop.ui.kit import Button
from desktop.ui.rows import Column, Face, RowList, Rows, Table
from tests.ui.walk import spoken, stops


def _face(name: str) -> Face:
    return Face(name, "een week vooraf", "letter", state=("nog 2 dagen", "warning"), act="Agenda")


@pytest.fixture
def people(qtbot):
    made = RowList[str]("Mensen", _face, most=3)
    made.show_rows(["Ada", "Ben", "Cor", "Dik", "Eva"])
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_rows_keep_qts_rules(qtmodeltester):
    rows = Rows(
        [Column("Naam", str, str), Column("Lengte", lambda r: str(len(r)), len, number=True)]
    )
    rows.show(["a", "bb", "ccc"])
    qtmodeltester.check(rows)


def test_a_table_sorts_by_value_and_opens_the_row_that_is_seen(qtbot):
    columns = [Column("Nr.", str, int), Column("Wat", lambda r: "actie")]
    table = Table[str]("Acties", columns, wide=1)
    table.rows.show(["10", "9", "100"])
    qtbot.addWidget(table)
    table.show()
    shown = [table.model().index(n, 0).data() for n in range(3)]
    assert shown == ["9", "10", "100"]
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["10"]


def test_a_row_is_one_sentence(people):
    interface = QAccessible.queryAccessibleInterface(people.stops()[0])
    button = tr("button {name}", name="Agenda")
    assert spoken(people.stops()[0]) == f"Ada, een week vooraf, nog 2 dagen, {button}"
    assert interface.role() == QAccessible.Role.ListItem
    assert interface.state().focusable
    people.stops()[0].setFocus()
    assert interface.state().focused


def test_tab_stops_once_in_a_list(people):
    assert len([w for w in stops(people) if w in people.stops()]) == 1


def test_arrows_walk_and_enter_opens(qtbot, people):
    first = people.stops()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(people.stops()[1].hasFocus)
    with qtbot.waitSignal(people.opened) as opened:
        qtbot.keyClick(people.stops()[1], Qt.Key.Key_Return)
    assert opened.args == ["Ben"]


def test_the_mouse_may_press_the_button_of_a_row(qtbot, people):
    with qtbot.waitSignal(people.opened) as opened:
        qtbot.mouseClick(people.stops()[2].findChild(Button), Qt.MouseButton.LeftButton)
    assert opened.args == ["Cor"]


def test_show_all_goes_on_where_the_list_stopped(qtbot, people):
    assert len(people.stops()) == 3
    more = next(b for b in people.findChildren(Button) if "5" in b.text())
    more.click()
    assert len(people.stops()) == 5
    qtbot.waitUntil(people.stops()[3].hasFocus)


def test_new_rows_keep_the_place_of_the_focus(qtbot, people):
    people.stops()[0].setFocus()
    qtbot.keyClick(people.stops()[0], Qt.Key.Key_End)
    qtbot.waitUntil(people.stops()[2].hasFocus)
    people.show_rows(["Ada", "Cor"])
    qtbot.waitUntil(people.stops()[1].hasFocus)


def test_a_press_that_throws_its_own_row_away_does_no_harm(qtbot, people):
    people.opened.connect(lambda _row: people.show_rows(["Nieuw"]))
    button = people.stops()[0].findChild(Button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [spoken(stop).split(",")[0] for stop in people.stops()] == ["Nieuw"]
