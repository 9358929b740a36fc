"""It is January: Henk looks what may go, keeps one thing, erases the rest, clears old history."""

from datetime import date

import pytest

from desktop.i18n import tr, trn
from desktop.models.means import Claim
from desktop.models.members import Contact
from desktop.services.retention.kinds import kind
from desktop.ui.council.history import HistoryPage
from desktop.ui.desk import Desk
from desktop.ui.places import open_notice
from tests.ui.driver import Person
from tests.ui.walk import walk


@pytest.fixture
def full(our_council: Desk) -> Desk:
    """The council with an old contact, two old claims, and terms for contacts only."""
    office = our_council.office
    member = office.council.add_member("Riet")
    old = date(2021, 1, 10)
    with office.store.changing("Oud") as session:
        session.add(Contact(name="Kees van Dam", last_contact=old))
        for name in ("Taxi", "Bus"):
            session.add(Claim(member_id=member, name=name, on=old, amount=900, paid=old))
    office.council.set_norm("keep_contacts", 2, "years", source="Reglement, artikel 8")
    return our_council


def test_what_may_go(full: Desk, person: Person) -> None:
    office, window = full.office, full.window
    office.safety.make()
    (notice,) = [one for one in office.attention.notices(full.today()) if one.place == "retention"]
    open_notice(full, notice)
    person.sees("Contactpersoon Kees van Dam", "2 jaar (Reglement, artikel 8)")
    assert "Taxi" not in person.screen()  # no term for claims: nothing is proposed
    person.sees(tr("no term agreed"))
    assert walk(window) == []

    person.presses(tr("Change the terms"))
    claims = kind("claims")
    assert walk(window) == []
    person.sees(claims.label)
    office.council.set_norm(claims.norm, 5, "years", source="Afspraak met de gemeente")
    person.uses("Alt+Left")
    person.sees("Vergoeding voor Riet: Taxi", "Vergoeding voor Riet: Bus")

    person.presses(tr("Keep because …: {name}", name="Vergoeding voor Riet: Bus"))
    assert walk(window) == []
    person.presses(tr("Keep until next year"))
    assert person.error_at(tr("Keep because …"))
    person.types(tr("Keep because …"), "de accountant kijkt nog")
    person.presses(tr("Keep until next year"))
    person.sees(tr("because: {why}", why="de accountant kijkt nog"))

    person.presses(tr("Erase what is ticked"))
    person.sees(tr("First tick what may go."))
    person.ticks("Contactpersoon Kees van Dam")
    person.ticks("Vergoeding voor Riet: Taxi")
    person.presses(tr("Erase what is ticked"))
    done = trn("{n} thing is erased for good.", "{n} things are erased for good.", 2)
    person.sees(done, tr("Backups from before the erasing"))
    assert "Kees van Dam" not in person.screen()
    assert walk(window) == []

    person.presses(tr("Erase this copy"))
    person.sees(tr("The copy is erased."))
    assert office.retention.old_copies() == []
    assert len(office.safety.copies()) == 1


def test_clear_up_the_history(our_council: Desk, person: Person) -> None:
    office, window = our_council.office, our_council.window
    office.dossiers.delete(office.dossiers.start("De buurtbus", date(2026, 3, 2)))
    window.open_page(HistoryPage(our_council))
    person.presses(tr("Clear up the history …"))
    assert walk(window) == []
    person.presses(tr("See what that means"))
    person.sees_at(tr("Clear up what is from before"), tr("Choose a day."))
    person.types(tr("Clear up what is from before"), "1-1-2099")
    person.presses(tr("See what that means"))
    person.sees_at(tr("Clear up what is from before"), tr("Choose a day that has passed."))


def test_clear_up_everything_of_before(our_council: Desk, person: Person) -> None:
    office, window = our_council.office, our_council.window
    office.dossiers.delete(office.dossiers.start("De buurtbus", date(2026, 3, 2)))
    object.__setattr__(our_council, "today", lambda: date(2099, 1, 2))
    window.open_page(HistoryPage(our_council))
    person.presses(tr("Clear up the history …"))
    person.types(tr("Clear up what is from before"), "1-1-2099")
    person.presses(tr("See what that means"))
    person.sees(tr("This is for good: it cannot be undone."))
    assert walk(window) == []
    person.presses(tr("Clear up to {date}", date="1 januari 2099"))
    person.sees(tr("The history up to {date} is cleared up.", date="1 januari 2099"))
    person.sees("Geschiedenis opgeruimd tot 1 januari 2099")
    assert office.memory.bin() == []
    assert [copy.why for copy in office.safety.copies()] == ["voor opruimen"]
    assert walk(window) == []
