"""Painted lines: no word gets lost or cut, the list is as high as its lines, and it is spoken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.line_parts import Badge, Part, Pill, Sign, Told
from desktop.ui.painted import Figure, PaintedLine, PaintedList, _line
from desktop.ui.rows import Column, Table
from tests.ui.walk import spoken

WORD = st.text("abcdé", min_size=1, max_size=9)
LONG = "Advies over bijzondere bijstand en wat inwoners van Duinrede daarvan merken"


def figure(words: str = LONG, *tail: Part) -> Figure:
    told = ((words, "strong", ""), ("besluiten · Fatima", "small", "muted"))
    return Figure([Sign("drag"), Badge("Ada Vos", "info"), Told(told), *tail])


@settings(max_examples=60, derandomize=True)
@given(
    st.lists(st.text("abcdé", min_size=1, max_size=9), min_size=1, max_size=12), st.integers(1, 400)
)
def test_wrapping_loses_no_word_and_never_goes_too_far(qapp, words, room):
    line = _line(" ".join(words), "body", "", theme.look.base)
    lines = line.wrapped(room)
    assert " ".join(lines).split() == words
    widths = dict(zip(line.words, line.widths, strict=True))
    for told in lines:
        each = [widths[word] for word in told.split()]
        assert len(each) == 1 or sum(each) + line.space * (len(each) - 1) <= room


def test_a_narrow_line_is_higher_and_says_when_a_word_is_cut(qapp):
    one = figure()
    assert one.high(300) > one.high(900)
    assert one.fits(QSize(300, one.high(300)))
    assert not one.fits(QSize(300, one.high(300) - 1))
    assert not one.fits(QSize(90, one.high(90)))


def test_a_pill_without_room_goes_below_the_words(qapp):
    plain, pill = figure(), figure(LONG, Pill("1 stuk ontbreekt", "warning"))
    assert pill.high(900) == plain.high(900)
    assert pill.high(260) > plain.high(260)


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_a_list_is_as_high_as_its_lines_and_drawn(qtbot, qapp, factor, name):
    theme.apply(qapp, name, factor)
    shown = PaintedList("Agenda", gap=2)
    ground = QWidget()
    layout = QVBoxLayout(ground)
    layout.addWidget(shown)
    layout.addStretch(1)
    qtbot.addWidget(ground)
    ground.resize(round(360 * factor), 1200)
    ground.show()
    lines = [PaintedLine(figure(LONG, Pill("besloten")), f"punt {n}", lit=n == 1) for n in range(4)]
    shown.put(lines)
    qtbot.waitUntil(lambda: shown.fits() and all(line.fits() for line in lines))
    assert [line.geometry().top() for line in lines] == sorted(
        line.geometry().top() for line in lines
    )
    assert lines[-1].geometry().bottom() < shown.height()
    assert spoken(lines[2]) == "punt 2"
    drawn = lines[0].grab().toImage()
    ink = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(0, drawn.height(), 3)}
    assert len(ink) > 10
    assert lines[1].grab().toImage() != drawn


def test_sorting_keeps_what_is_picked(qtbot):
    columns = [Column("Nr.", str, int), Column("Wat", lambda r: f"actie {r}")]
    table = Table[str]("Acties", columns, wide=1)
    qtbot.addWidget(table)
    table.rows.show(["10", "9", "100"])
    table.selectRow(0)
    assert table.current() == "9"
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [table.model().index(n, 0).data() for n in range(3)] == ["100", "10", "9"]
    assert table.current() == "9"
