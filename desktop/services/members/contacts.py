"""People outside the council whom it works with: who keeps in touch, and where it grew quiet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.links import remove
from desktop.models.members import Contact
from desktop.models.store import Store
from desktop.services.attention import Notice
from desktop.services.council import CouncilDesk
from desktop.services.intake import write_new
from desktop.services.members import vcard
from desktop.services.records import fill, rows

NORM = "contact_quiet"


@dataclass(frozen=True)
class ContactRow:
    """A contact as every field of it stands."""

    id: int
    name: str
    organisation: str
    function: str
    email: str
    phone: str
    about: str
    holder_id: int | None
    last_contact: date | None


class Contacts:
    """Read and change contacts."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store, self._council = store, council

    def all(self, holder: int | None = None) -> list[ContactRow]:
        """Return the contacts by organisation and name; only those of *holder* when given."""
        query = select(Contact)
        if holder is not None:
            query = query.where(Contact.holder_id == holder)
        with self._store.reading() as session:
            found = rows(session, ContactRow, query)
        return sorted(found, key=lambda one: (one.organisation.lower(), one.name.lower()))

    def keep(self, contact: int | None, values: Mapping[str, Any], today: date) -> None:
        """Add a contact or change *contact*; raises CouncilError without a name."""
        fields: dict[str, Any] = {**values, "name": str(values["name"]).strip()}
        if not fields["name"]:
            raise CouncilError(tr("Fill in a name."), "name")
        last: date | None = fields.get("last_contact")
        if last and last > today:
            raise CouncilError(tr("This day is still to come."), "last_contact")
        with self._store.changing(tr("Change a contact")) as session:
            if contact is None:
                session.add(Contact(**fields))
            else:
                fill(session.get_one(Contact, contact), fields)

    def spoken(self, contact: int, today: date) -> None:
        """Write down that somebody of the council spoke with *contact* today."""
        with self._store.changing(tr("Note that you spoke with a contact")) as session:
            session.get_one(Contact, contact).last_contact = today

    def remove(self, contact: int) -> None:
        """Throw a contact away; undo brings it back."""
        with self._store.changing(tr("Throw a contact away")) as session:
            found = session.get(Contact, contact)
            if found:
                remove(session, found)

    def quiet(self, today: date) -> list[ContactRow]:
        """Return with whom nobody spoke for longer than agreed; nobody without an agreed term."""
        term = self._council.term(NORM)
        if term is None:
            return []
        dated = [one for one in self.all() if one.last_contact]
        return [one for one in dated if one.last_contact and term.after(one.last_contact) < today]

    def fragile(self) -> list[str]:
        """Return the organisations where the council knows only one person."""
        known: dict[str, int] = {}
        for one in self.all():
            if one.organisation.strip():
                known[one.organisation.strip()] = known.get(one.organisation.strip(), 0) + 1
        return [name for name, count in known.items() if count == 1]

    def save_cards(self, folder: Path, today: date) -> Path:
        """Write all contacts as one vCard in *folder*, for a phone or mail program."""
        cards = [
            vcard.Card(one.name, told(one.function, one.organisation), one.email, one.phone)
            for one in self.all()
        ]
        name = tr("Contacts {day}", day=f"{today:%Y-%m-%d}")
        return write_new(folder, f"{name}.vcf", vcard.write(cards).encode())

    def notices(self, today: date) -> Iterator[Notice]:
        """Give one notice for the contacts where it grew quiet."""
        quiet, term = self.quiet(today), self._council.term(NORM)
        if not quiet or term is None:
            return
        if quiet[1:]:
            title = trn("It is quiet with {n} contact", "It is quiet with {n} contacts", len(quiet))
        else:
            title = tr("It is quiet with {name}", name=quiet[0].name)
        last = max((one.last_contact for one in quiet if one.last_contact), default=today)
        yield Notice(
            title,
            tr("Agreed is: speak within {term} ({source}).", term=term.words, source=term.source),
            tr("since {date}", date=long_date(last)),
            "calm",
            tr("Look"),
            "members",
            "people",
            place="contacts",
        )


def told(*parts: str) -> str:
    """Return what is filled in of *parts*, with commas between."""
    return ", ".join(part for part in parts if part)
