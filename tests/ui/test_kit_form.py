"""Forms: every field named and explained, errors at their field, dates as people write them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.ui.fields import choice, date_line, line, lines, number
from desktop.ui.form import Form
from desktop.ui.kit import ChoiceCards, Tick
from tests.ui.walk import spoken


@pytest.fixture
def form(qtbot):
    form = Form()
    form.add_row("Onderwerp", line("subject"), "In gewone woorden")
    form.add_pair(("Ontvangen", date_line("received")), ("Aantal", number("times")))
    form.add_row("Wijk", choice("district", [("", "Kies"), ("kreken", "De Kreken")]))
    form.add_row("Toelichting", lines("note"), optional=True)
    form.add_row("Besluit", ChoiceCards("Besluit", [("yes", "Ja", ""), ("no", "Nee", "")], "vote"))
    form.add_row("Papier", Tick("Op papier", key="paper"))
    qtbot.addWidget(form)
    form.show()
    return form


def test_every_field_has_a_name_and_its_help(form):
    names = {key: spoken(row.field) for key, row in form.rows.items()}
    assert names["subject"] == "Onderwerp"
    assert names["district"] == "Wijk"
    assert names["note"] == tr("{label} (optional)", label="Toelichting")
    assert form.rows["subject"].field.accessibleDescription() == "In gewone woorden"


def test_values_come_back_as_they_were_set(form):
    values = {
        "subject": "Taxipas",
        "received": date(2026, 3, 19),
        "times": 3,
        "district": "kreken",
        "note": "eerste\ntweede",
        "vote": "no",
        "paper": True,
    }
    form.set_values(values)
    assert form.values() == values


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19 maart 2026", date(2026, 3, 19)),
        ("19-3-2026", date(2026, 3, 19)),
        (" 1 Mei 2026 ", date(2026, 5, 1)),
        ("", None),
    ],
)
def test_a_date_is_typed_as_people_write_it(form, typed, meant):
    form.rows["received"].field.setText(typed)
    assert form.values()["received"] == meant


@pytest.mark.parametrize(
    "typed", ["morgen", "31 februari 2026", "19 maart 2026 en later", "99-99-2026"]
)
def test_what_is_no_date_is_said_at_its_field(form, typed):
    form.rows["received"].field.setText(typed)
    assert form.read() is None
    row = form.rows["received"]
    assert row.error.text() == tr("This is not a date. Write it like 19 March 2026 or 19-3-2026.")
    assert row.error.isVisible()
    assert row.field.text() == typed


def test_a_date_is_shown_in_words_when_the_field_is_left(qtbot, form):
    field = form.rows["received"].field
    field.setFocus()
    qtbot.keyClicks(field, "19-3-2026")
    form.rows["subject"].field.setFocus()
    qtbot.waitUntil(lambda: field.text() == "19 maart 2026", timeout=1000)


def test_an_error_stands_at_its_field_and_goes_when_typing(qtbot, form):
    pressed = []
    error = CouncilError("Geef een onderwerp.", "subject")
    form.show_error(error, repair=("Neem de titel over", lambda: pressed.append(1)))
    row = form.rows["subject"]
    assert row.error.text() == "Geef een onderwerp."
    assert row.field.property("error")
    assert row.field.accessibleDescription() == "Geef een onderwerp. In gewone woorden"
    row.repairs.findChild(QPushButton).click()
    assert pressed == [1]
    qtbot.keyClicks(row.field, "T")
    assert row.error.text() == ""
    assert not row.field.property("error")
    assert row.field.accessibleDescription() == "In gewone woorden"


def test_an_error_is_announced_once(monkeypatch, form):
    said = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    form.show_error(CouncilError("Geef een onderwerp.", "subject"))
    assert said == ["Geef een onderwerp."]


def test_an_error_without_a_field_stands_above_the_form(form):
    form.show_error(CouncilError("De schijf is vol."))
    assert form.general.text() == "De schijf is vol."
    assert form.general.isVisible()


def test_changed_comes_once_after_a_pause(qtbot, form):
    times = []
    form.changed.connect(lambda: times.append(1))
    qtbot.keyClicks(form.rows["subject"].field, "Taxipas")
    assert times == []
    form.flush()
    assert times == [1]
    form.flush()
    assert times == [1]


def test_setting_values_is_not_editing(form):
    times = []
    form.edited.connect(lambda: times.append(1))
    form.set_values(
        {"subject": "Taxi", "times": 4, "note": "x", "district": "kreken", "paper": True}
    )
    assert times == []


def test_a_field_being_typed_in_keeps_its_text(qtbot, form):
    field = form.rows["subject"].field
    form.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Half")
    form.set_values({"subject": "Van de schijf", "times": 2})
    assert form.values()["subject"] == "Half"
    assert form.values()["times"] == 2


def test_a_space_that_is_just_typed_survives_its_own_saving(qtbot, form):
    field = form.rows["subject"].field
    qtbot.keyClicks(field, "Half ")
    form.changed.connect(lambda: form.set_values(form.values()))
    form.flush()
    assert field.text() == "Half "


def test_undo_reaches_the_field_that_has_the_focus(qtbot, form):
    qtbot.keyClicks(form.rows["subject"].field, "Half")
    form.flush()
    form.set_values({"subject": ""})
    assert form.values()["subject"] == ""


def test_arrows_move_between_choice_cards(qtbot, form):
    cards = form.rows["vote"].field
    cards.set_value("yes")
    cards.focus_target().setFocus()
    qtbot.keyClick(cards.focus_target(), Qt.Key.Key_Right)
    assert cards.value() == "no"


def test_space_ticks_and_a_long_text_grows(qtbot, form):
    tick = form.rows["paper"].field
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.value() is True
    note = form.rows["note"].field
    before = note.height()
    note.set_value("\n".join("regel" for _ in range(8)))
    assert note.height() > before


def test_the_first_field_is_the_first_empty_one(form):
    form.set_values({"subject": "Taxi"})
    assert form.first() is form.rows["received"].field
