"""The ways to what must not get lost: contacts outside the council, and handing over."""

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import card
from desktop.ui.members.way import way
from desktop.ui.pages import Page


def pack_ways(desk: Desk) -> list[Item]:
    """Return the card for contacts and handovers."""
    contacts = trn("{n} contact", "{n} contacts", len(desk.office.contacts.all()))
    running = [one for one in desk.office.handovers.all() if not one.finished]
    handing = trn("{n} is running", "{n} are running", len(running))

    def contacts_page() -> Page:
        from desktop.ui.members.contacts import ContactsPage

        return ContactsPage(desk)

    def handovers_page() -> Page:
        from desktop.ui.members.handovers import HandoversPage

        return HandoversPage(desk)

    rows = [
        way(desk, tr("Contacts"), contacts, "people", contacts_page),
        way(desk, tr("Handing over"), handing, "next", handovers_page),
    ]
    return [card(tr("So that nothing gets lost"), *ruled(*rows))]
