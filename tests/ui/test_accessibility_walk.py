"""The parts of the kit, walked as a keyboard and screen reader do, from 100 to 200 %."""

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.kit import button, head, primary, stack, text
from tests.ui.walk import cut, nameless, out_of_order, spoken, walk


def _gallery():
    path = Path(__file__).parents[2] / "tools" / "gallery.py"
    spec = importlib.util.spec_from_file_location("gallery", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GALLERY = _gallery()


@pytest.mark.parametrize("name", list(GALLERY.PAGES))
def test_every_part_of_the_kit_can_be_named_walked_and_read(qtbot, name):
    window = GALLERY.window_with(GALLERY.PAGES[name])
    qtbot.addWidget(window)
    window.show()
    assert walk(window) == []


def test_the_walk_finds_a_button_without_a_name(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(QPushButton())
    page.show()
    assert len(nameless(page)) == 1


def test_the_walk_finds_a_tab_that_goes_back(qtbot):
    page = stack(button("one"), button("two"), button("three"))
    qtbot.addWidget(page)
    page.show()
    assert out_of_order(page) == []
    one, two, three = page.findChildren(QPushButton)
    QWidget.setTabOrder(one, three)
    QWidget.setTabOrder(three, two)
    assert len(out_of_order(page)) == 1


def test_the_walk_finds_words_that_are_cut(qtbot):
    label = text("Wethouder Van Dam beloofde dit voor 15 maart")
    page = stack(label)
    qtbot.addWidget(page)
    page.show()
    assert cut(page) == []
    label.setFixedSize(60, 20)
    assert len(cut(page)) == 1


def test_headings_are_headings_for_a_screen_reader(qtbot):
    page = head("Goedemorgen, Henk", "Vijf dingen", primary("Begin"))
    qtbot.addWidget(page)
    title = next(w for w in page.findChildren(QWidget) if w.property("role") == "h1")
    interface = QAccessible.queryAccessibleInterface(title)
    assert interface.role() == QAccessible.Role.Heading
    assert spoken(title) == "Goedemorgen, Henk"
