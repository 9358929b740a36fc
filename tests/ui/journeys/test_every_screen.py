"""Every main screen, at 100 % and 200 % text, in light and in high contrast: names, words, room."""

import time
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.boxes import Words
from desktop.ui.desk import Desk
from desktop.ui.pictures import HIGH, WIDE, walk_screens
from desktop.ui.window import MainWindow
from tests.ui.walk import cut, nameless, out_of_order

AT_REST = 3.0
"""Seconds in which a screen has found its shape: the tips come after the text."""

TODAY = date(2026, 3, 10)


@pytest.fixture
def today() -> date:
    """The home day of the example council."""
    return TODAY


@pytest.mark.parametrize("colours", ["light", "high_contrast"])
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_every_screen_can_be_read_and_named(
    example: Desk, qtbot: QtBot, qapp: QApplication, colours: str, size: float
) -> None:
    theme.apply(qapp, colours, size)
    example.window.resize(WIDE, HIGH)
    complaints: list[str] = []
    for name, go in walk_screens(example):
        go()
        complaints += [f"{name}: {complaint}" for complaint in looked_over(example.window, qapp)]
    assert not complaints, "\n".join(complaints)


def looked_over(window: MainWindow, qapp: QApplication) -> list[str]:
    """Return what is wrong with the screen once it is at rest."""
    found: list[str] = []
    until = time.monotonic() + AT_REST
    while True:
        qapp.processEvents()
        found = [
            *title_out_of_sight(window),
            *nameless(window),
            *out_of_order(window),
            *cut(window),
            *sideways(window),
            *scrolls_outside(window),
        ]
        if not found or time.monotonic() > until:
            return found


def scrolls_outside(window: MainWindow) -> list[str]:
    """Return the page that scrolls as a whole where only the part that fills it should."""
    page = window.page
    if page is None or not page.fills or theme.look.factor > 1:
        return []
    outside = page.findChild(QScrollArea)
    return ["the whole page scrolls"] if outside.verticalScrollBar().maximum() else []


def sideways(window: QWidget) -> list[str]:
    """Return the parts of the screen that scroll sideways."""
    return [
        f"scrolls sideways: {type(area).__name__} {area.accessibleName()}"
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def title_out_of_sight(window: QWidget) -> list[str]:
    """Return the title when the page opened with it scrolled away, and a focus out of sight."""
    found: list[str] = []
    title = next(
        w for w in window.findChildren(Words) if w.isVisible() and w.property("role") == "h1"
    )
    if title.visibleRegion().isEmpty():
        found.append(f"title out of sight: {title.text()}")
    focus = QApplication.focusWidget()
    if focus is None or focus.visibleRegion().isEmpty():
        found.append("the focus is out of sight")
    return found
