"""Contacts outside the council: who keeps in touch, where it is quiet, where one person is all."""

from datetime import date, timedelta

import pytest

from desktop.domain.errors import CouncilError
from desktop.services.members import vcard

TODAY = date(2026, 3, 10)


def test_nobody_is_quiet_without_an_agreed_term(office):
    office.contacts.keep(None, {"name": "Thea", "last_contact": date(2020, 1, 1)}, TODAY)
    office.contacts.keep(None, {"name": "Nieuw"}, TODAY)
    assert office.contacts.quiet(TODAY) == []
    assert list(office.contacts.notices(TODAY)) == []
    office.council.set_norm("contact_quiet", 6, "months", source="artikel 15")
    assert [one.name for one in office.contacts.quiet(TODAY)] == ["Thea"]
    notice = next(office.contacts.notices(TODAY))
    assert ("artikel 15" in notice.why, notice.place) == (True, "contacts")
    office.contacts.spoken(office.contacts.quiet(TODAY)[0].id, TODAY)
    assert office.contacts.quiet(TODAY) == []
    office.store.undo()
    assert len(office.contacts.quiet(TODAY)) == 1


def test_the_last_day_of_the_term_is_not_yet_too_late(office):
    office.council.set_norm("contact_quiet", 1, "months", source="artikel 15")
    office.contacts.keep(None, {"name": "Thea", "last_contact": date(2026, 1, 31)}, TODAY)
    assert office.contacts.quiet(date(2026, 2, 28)) == []
    assert len(office.contacts.quiet(date(2026, 3, 1))) == 1


def test_one_person_at_an_organisation_is_fragile(office):
    for name, organisation in (("A", "Gemeente"), ("B", "Gemeente "), ("C", "Bank"), ("D", "")):
        office.contacts.keep(None, {"name": name, "organisation": organisation}, TODAY)
    assert office.contacts.fragile() == ["Bank"]


def test_bad_input_is_one_sentence(office):
    with pytest.raises(CouncilError) as error:
        office.contacts.keep(None, {"name": "  "}, TODAY)
    assert error.value.field == "name"
    ahead = {"name": "Thea", "last_contact": TODAY + timedelta(days=1)}
    with pytest.raises(CouncilError) as error:
        office.contacts.keep(None, ahead, TODAY)
    assert error.value.field == "last_contact"
    assert office.contacts.all() == []


def test_contacts_go_to_a_phone(office, tmp_path):
    values = {"name": "Esther Bloem", "organisation": "Steunpunt", "phone": "06 00 00 00 09"}
    office.contacts.keep(None, values, TODAY)
    contact = office.contacts.all()[0]
    office.contacts.keep(contact.id, {"name": "Esther Bloem", "function": "coach"}, TODAY)
    cards = vcard.read(office.contacts.save_cards(tmp_path, TODAY).read_text("utf-8"))
    assert [(one.name, one.role, one.phone) for one in cards] == [
        ("Esther Bloem", "coach, Steunpunt", "06 00 00 00 09")
    ]
    office.contacts.remove(contact.id)
    assert office.contacts.all() == []
