"""A sign that the PDF cannot show is told when it is written, once, with what to do."""

from PySide6.QtWidgets import QApplication

from desktop.i18n import tr
from desktop.ui.desk import Desk
from tests.ui.driver import Person


def test_a_name_in_another_script_is_told_where_it_is_written(
    example: Desk, person: Person
) -> None:
    example.window.show_area("members")
    person.presses(tr("New member"))
    person.types(tr("Name"), "Wang Xiaoming 王小明")
    person.presses(tr("Add"))
    person.sees("De pdf kan deze tekens niet goed tonen: 王 小 明", "Word toont ze wel.")
    wang = example.office.people.named("Wang Xiaoming 王小明")
    assert wang is not None

    example.window.strip.silence()
    example.office.people.change(wang, email="wang@raad.example")
    QApplication.processEvents()
    assert example.window.strip.isHidden(), "what already stood there is not told again"
