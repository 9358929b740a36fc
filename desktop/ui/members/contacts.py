"""Contacts: people outside the council, who keeps in touch with them, and where it grew quiet."""

from collections.abc import Callable, Mapping
from functools import partial

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.members.contacts import told
from desktop.services.records import listed
from desktop.ui.boxes import Item, beside, ruled, text
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.kit import Row, button, card, message, row
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.vacancy import members_folder


class ContactsPage(RecordsPage):
    """The list at the left, the form at the right; above it where it grew quiet."""

    area = "members"
    tables = frozenset({"contact", "member", "norm"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _records(desk))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().handlers(), "print": self._save}

    def build(self) -> list[Item]:
        top, lists = super().build()
        return [top, *self._quiet(), lists, *self._fragile(), *self._out()]

    def _quiet(self) -> list[Item]:
        contacts, today = self._desk.office.contacts, self._desk.today()
        found = contacts.quiet(today)
        term = self._desk.office.council.term("contact_quiet")
        if not found or term is None:
            return []
        names = {one.id: one.name for one in self._desk.office.council.members()}

        def shown(place: int) -> Row:
            one = found[place]
            last = long_date(one.last_contact) if one.last_contact else ""
            holder = names.get(one.holder_id or 0, "")
            why = [tr("Last contact: {day}", day=last)]
            why += [tr("{name} keeps in touch", name=holder)] if holder else []
            spoke = partial(contacts.spoken, one.id, today)
            act = button(tr("Spoken today"), lambda: self._desk.attempt(spoke))
            return row(one.name, " · ".join(why), icon="clock", act=act)

        agreed = tr(
            "Agreed is: speak within {term} ({source}).", term=term.words, source=term.source
        )
        rows = ruled(*(shown(place) for place in range(len(found))))
        return [card(tr("Here it is quiet"), text(agreed, "small", "muted"), *rows)]

    def _fragile(self) -> list[Item]:
        found = self._desk.office.contacts.fragile()
        if not found:
            return []
        why = tr(
            "When this one person leaves, you know nobody there. Ask for a second name at {names}.",
            names=listed(found),
        )
        return [message("info", tr("You know only one person here"), why)]

    def _out(self) -> list[Item]:
        if not self._desk.office.contacts.all():
            return []
        save = button(tr("Contacts for your phone"), self._save, icon="file")
        return [beside(save, ...)]

    def _save(self) -> None:
        folder, contacts = members_folder(self._desk), self._desk.office.contacts
        if self._desk.attempt(lambda: contacts.save_cards(folder, self._desk.today())):
            told_saved(self._desk, folder)


def _records(desk: Desk) -> Records:
    contacts = desk.office.contacts

    def form() -> Form:
        made = Form()
        made.add_pair((tr("Name"), line("name")), (tr("Function"), line("function")))
        made.add_row(tr("Organisation"), line("organisation"), optional=True)
        made.add_pair((tr("E-mail"), line("email")), (tr("Telephone"), line("phone")))
        made.add_row(
            tr("What for?"),
            lines("about", 2),
            tr("Also what you agreed together."),
            optional=True,
        )
        people = [(one.id, one.name) for one in desk.office.council.members(desk.today())]
        made.add_pair(
            (tr("Who keeps in touch?"), choice("holder_id", [(None, tr("Nobody yet")), *people])),
            (tr("Last contact"), date_line("last_contact")),
        )
        return made

    def shown() -> list[Shown]:
        names = {one.id: one.name for one in desk.office.council.members()}
        found: list[Shown] = []
        for one in contacts.all():
            holder = names.get(one.holder_id or 0, "")
            keeps = tr("{name} keeps in touch", name=holder) if holder else ""
            why = [told(one.function, one.organisation), keeps]
            found.append(Shown(one.id, one.name, "\n".join(filter(None, why)), vars(one)))
        return found

    return Records(
        tr("Contacts"),
        tr("People outside the council whom you work with."),
        tr("Add a contact"),
        tr("Nobody yet. Begin with the people you call most."),
        "people",
        form,
        shown,
        lambda values: contacts.keep(None, values, desk.today()),
        lambda contact, values: contacts.keep(contact, values, desk.today()),
        contacts.remove,
    )
