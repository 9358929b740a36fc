"""The drawn facts and the small parts: what they say, and that they hold in a narrow window."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible

from desktop.domain.personal_names import initials
from desktop.ui import theme
from desktop.ui.boxes import Box
from desktop.ui.drawn import Bar, Steps
from desktop.ui.kit import button, columns, empty, message, primary, row, text, undo_line
from desktop.ui.measures import Level, TermBar
from desktop.ui.theme import look
from tests.ui.walk import spoken

STEPS = [("Gevraagd", "2 maart"), ("Vragen", "4 maart"), ("Concept", "nu bezig")]


def _shown(qtbot, part):
    qtbot.addWidget(part)
    part.resize(400, part.sizeHint().height())
    part.show()
    return part.grab().toImage()


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (lambda: Steps(STEPS, 2), "Stap 3 van 3: Concept, nu bezig"),
        (lambda: Steps(STEPS, 3), "Alle 3 stappen klaar"),
        (
            lambda: TermBar(28, 42, "2 maart", "30 maart", "13 april"),
            "28 dagen gekregen, uw minimum is 42, 14 te kort",
        ),
        (
            lambda: TermBar(60, 42, "2 maart", "1 mei"),
            "60 dagen gekregen, uw minimum is 42, dat is genoeg",
        ),
        (
            lambda: TermBar(1, None, "2 maart", "3 maart"),
            "één dag gekregen, geen termijn afgesproken",
        ),
        (
            lambda: TermBar(-3, 42, "2 maart", "1 maart"),
            "0 dagen gekregen, uw minimum is 42, 42 te kort",
        ),
        (lambda: Level(2, 2), "Geschat niveau 2 van 4, doel 2, doel gehaald"),
        (lambda: Level(4, 2), "Geschat niveau 4 van 4, doel 2, nog niet"),
        (lambda: Bar(1.04, "125 van 120 minuten"), "125 van 120 minuten"),
    ],
)
def test_a_drawing_says_its_facts(qtbot, part, says):
    made = part()
    _shown(qtbot, made)
    assert spoken(made) == made.says() == says
    interface = QAccessible.queryAccessibleInterface(made)
    assert interface.role() == QAccessible.Role.Graphic


def test_what_is_missing_is_hatched_and_not_only_coloured(qtbot):
    image = _shown(qtbot, TermBar(10, 40, "2 maart", "12 maart", "11 april"))
    y = look.px("small") * 1.6 + 10
    greys = [image.pixelColor(x, int(y)).lightness() for x in range(150, 380)]
    turns = sum(abs(a - b) > 20 for a, b in pairwise(greys))
    assert turns > 20


def test_enough_time_is_not_hatched(qtbot):
    image = _shown(qtbot, TermBar(40, 40, "2 maart", "12 april"))
    y = look.px("small") * 1.6 + 10
    assert len({image.pixelColor(x, int(y)).name() for x in range(10, 380)}) == 1


def test_a_level_can_change(qtbot):
    level = Level(3, 2)
    _shown(qtbot, level)
    level.show_level(1)
    assert "doel gehaald" in spoken(level)


def test_the_state_line_becomes_a_sentence_and_a_bar_when_narrow(qtbot, qapp):
    steps = Steps(STEPS, 1)
    wide = _shown(qtbot, steps)
    look.width = 600
    theme.restyle(steps)
    assert steps.grab().toImage() != wide


def test_columns_stack_in_reading_order_when_narrow(qtbot):
    left, right = text("links"), text("rechts")
    page = columns(left, right)
    qtbot.addWidget(page)
    page.resize(900, 300)
    page.show()
    assert left.mapTo(page, left.pos()).x() < right.mapTo(page, right.pos()).x()
    look.width = 600
    theme.restyle(page)
    page.layout().activate()
    assert left.mapTo(page, left.pos()).y() < right.mapTo(page, right.pos()).y()


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Henk Terpstra", "HT"), ("Wim de Boer", "WB"), ("Ria", "R"), ("van", ""), ("", "")],
)
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_row_is_heard_as_one_sentence(qtbot):
    act = button("Agenda")
    made = row("Agenda versturen", "Een week vooraf", state=("nog 2 dagen", "warning"), act=act)
    qtbot.addWidget(made)
    assert spoken(act) == "Agenda versturen, Een week vooraf, nog 2 dagen, Agenda"


def test_words_are_never_read_as_markup(qtbot):
    label = text("Jan <b>de Boer</b> & zoon")
    qtbot.addWidget(label)
    assert label.text() == "Jan <b>de Boer</b> & zoon"
    assert spoken(label) == "Jan <b>de Boer</b> & zoon"


def test_messages_carry_their_repair(qtbot):
    done = []
    part = message(
        "warning",
        "Er staat een naam.",
        "Is dat een inwoner?",
        button("Weg", lambda: done.append(1)),
    )
    line = undo_line("Signaal is weggegooid.", lambda: done.append(2))
    page = Box([part, line, empty("Nog geen signalen", "Hier komen ze.", primary("Schrijf"))])
    qtbot.addWidget(page)
    page.show()
    for pressed in page.findChildren(type(button("x"))):
        pressed.click()
    assert done == [1, 2]


def test_a_box_can_be_filled_again(qtbot):
    box = Box(["een", 8, ...])
    qtbot.addWidget(box)
    box.show()
    box.show_items(["twee", (text("drie"), 1)])
    assert [label.text() for label in box.findChildren(type(text("x")))] == ["twee", "drie"]
