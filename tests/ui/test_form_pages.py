"""A page that keeps itself: what cannot be kept says why, and the rest is kept; nothing is lost."""

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.domain.errors import CouncilError
from desktop.ui.fields import choice, date_line, line
from desktop.ui.form import Form
from desktop.ui.form_pages import KeptPage, NewPage
from desktop.ui.kit import head, text


@dataclass(frozen=True)
class Row:
    name: str
    day: date | None
    chair_id: int | None
    state: str = "open"


class Kept(KeptPage[Row]):
    def __init__(self, row):
        self.row, self.changes, self.built = row, [], 0
        first, second = Form(), Form()
        first.add_row("Naam", line("name"))
        first.add_row("Voorzitter", choice("chair_id", [(None, "Niemand"), (1, "Ans"), (2, "Bob")]))
        second.add_row("Dag", date_line("day"))
        super().__init__(SimpleNamespace(), first, second)

    def now(self):
        return self.row

    def around(self, now):
        return now.state

    def change(self, **fields: Any):
        if fields.get("name") == "":
            raise CouncilError("Vul een naam in.", "name")
        self.changes.append(fields)
        self.row = replace(self.row, **fields)
        self.refresh()

    def parts(self, now):
        self.built += 1
        return [head("Een bladzijde"), text(now.state), *self._forms]


@pytest.fixture
def page(qtbot):
    page = Kept(Row("Overleg", date(2026, 3, 19), 1))
    qtbot.addWidget(page)
    page.ensure_built()
    page.show()
    return page


def field(page, key):
    return next(form.rows[key] for form in page._forms if key in form.rows)


def types(qtbot, page, key, words):
    place = field(page, key).field
    place.setFocus()
    place.selectAll()
    place.insert(words)
    place.textEdited.emit(words)


def test_only_what_changed_is_kept_and_nothing_is_built_again(qtbot, page):
    types(qtbot, page, "name", "Vergadering")
    page.leave()
    assert page.changes == [{"name": "Vergadering"}]
    assert page.built == 1
    page.leave()
    assert len(page.changes) == 1


def test_a_field_that_is_refused_does_not_hold_up_the_others(qtbot, page):
    types(qtbot, page, "name", "")
    types(qtbot, page, "day", "20-3-2026")
    page.leave()
    assert page.changes == [{"day": date(2026, 3, 20)}]
    assert field(page, "name").error.text() == "Vul een naam in."
    types(qtbot, page, "name", "Raad")
    types(qtbot, page, "day", "onzin")
    assert not page.leave(), "what cannot be read is said before it would be lost"
    assert page.changes[1:] == [{"name": "Raad"}]


def test_the_page_is_built_again_when_something_around_the_fields_changed(qtbot, page):
    types(qtbot, page, "name", "Nog niet kl")
    page.row = replace(page.row, state="done")
    page.refresh()
    assert page.built == 2
    assert field(page, "name").field.value() == "Nog niet kl", "what is being typed stays"
    page.leave()
    assert page.row.name == "Nog niet kl"


def test_who_is_no_longer_in_the_list_stays_chosen(qtbot):
    page = Kept(Row("Overleg", None, 3))
    qtbot.addWidget(page)
    page.ensure_built()
    types(qtbot, page, "name", "Vergadering")
    page.leave()
    assert page.changes == [{"name": "Vergadering"}]
    chair = field(page, "chair_id").field
    chair.setCurrentIndex(0)
    chair.activated.emit(0)
    page.leave()
    assert page.row.chair_id is None


def test_a_new_record_goes_back_or_on_to_its_page(qtbot):
    form, went = Form(), []
    form.add_row("Naam", line("name"))

    class New(NewPage):
        def add(self, values):
            if not values["name"]:
                raise CouncilError("Vul een naam in.", "name")
            return following

    following = None
    window = SimpleNamespace(back=lambda: went.append("back"), replace_page=went.append)
    page = New(SimpleNamespace(window=window), form)
    qtbot.addWidget(form)
    qtbot.addWidget(page)
    page.keep()
    assert (form.rows["name"].error.text(), went) == ("Vul een naam in.", [])
    form.set_values({"name": "Ans"})
    form.rows["name"].field.setText("Ans")
    page.keep()
    following = page
    page.keep()
    assert went == ["back", page]
