"""Henk threw away a dossier last week; he looks back who did it and puts it back."""

from datetime import date

from PySide6.QtCore import Qt

from desktop.i18n import tr
from desktop.ui.council.history import BinPage, HistoryPage
from desktop.ui.desk import Desk
from tests.ui.driver import Person
from tests.ui.walk import walk

DAY = date(2026, 3, 2)


def test_from_the_bin(our_council: Desk, person: Person) -> None:
    office, window = our_council.office, our_council.window
    dossier = office.dossiers.start("De buurtbus", DAY)
    office.dossiers.delete(dossier)
    window.open_page(BinPage(our_council))
    person.sees("De buurtbus")
    assert walk(window) == []
    person.presses(tr("Put back"))
    person.sees(tr("The bin is empty"))
    person.sees(
        tr("{name} is back.", name=office.dossiers.view(dossier, date.today()).dossier.title)
    )


def test_who_did_what(our_council: Desk, person: Person) -> None:
    office, window = our_council.office, our_council.window
    member = office.council.add_member("Sam Peters")
    office.council.change("member", member, phone="0612345678")
    window.open_page(HistoryPage(our_council))
    assert walk(window) == []
    person.types(tr("{label} (optional)", label=tr("Search in the history")), "henk")
    person.sees("Henk Terpstra")
    page = window.page
    assert isinstance(page, HistoryPage)
    person.goes_to(page._list.stops()[0].accessibleName())
    person.key(Qt.Key.Key_Return)
    person.sees("0612345678", "Sam Peters")
    assert walk(window) == []
