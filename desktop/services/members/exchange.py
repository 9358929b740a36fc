"""Members out and in: as cards for an address book (vCard) and as a table (CSV)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.documents.readers import read_bytes
from desktop.documents.readers.plain import decode
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.store import Store
from desktop.services.choices import choices
from desktop.services.intake import write_new
from desktop.services.members import tables, vcard
from desktop.services.members.rows_people import PersonRow
from desktop.services.members.terms import Terms
from desktop.services.records import rows

_LIMIT = 5_000_000
_MOST = 500


@dataclass(frozen=True)
class Arriving:
    """Somebody in a file that was opened, and what would happen."""

    name: str
    role: str
    email: str
    phone: str
    address: str
    state: str
    """new, changed or same."""
    changes: tuple[str, ...] = ()
    """Which fields would change, by their names in the file."""
    since: date | None = None
    """First day as a member; a new member gets a term from this day."""
    until: date | None = None
    trouble: str = ""
    """In one sentence what could not be read; the rest comes in."""


class Exchange:
    """Write members to files, and take them from files after a look."""

    def __init__(self, store: Store, terms: Terms) -> None:
        self._store, self._terms = store, terms

    def save(self, folder: Path, today: date) -> list[Path]:
        """Write the members in office as vCard and CSV in *folder*; return both paths.

        Wishes, interests and photos stay in the council's own file.
        """
        people = [row for row in self._known() if row.is_member(today)]
        cards = [
            vcard.Card(one.name, one.role, one.email, one.phone, one.address) for one in people
        ]
        name = tr("Members {day}", day=f"{today:%Y-%m-%d}")
        return [
            write_new(folder, f"{name}.vcf", vcard.write(cards).encode()),
            write_new(folder, f"{name}.csv", tables.write(people).encode("utf-8-sig")),
        ]

    def look(self, path: Path) -> list[Arriving]:
        """Return who stands in the file at *path*; nothing is kept yet.

        Raises CouncilError when the file cannot be read or holds nobody.
        """
        name, data = read_bytes(path)
        if len(data) > _LIMIT:
            raise CouncilError(tr("This file is too large for a list of members."))
        text = decode(name, data).replace("\r\n", "\n").replace("\r", "\n")
        cards = vcard.read(text) if "BEGIN:VCARD" in text.upper() else tables.read(text)
        cards = [card for card in cards if card.name][:_MOST]
        if not cards:
            raise CouncilError(
                tr("There are no members in this file. Choose a vCard, or a CSV with names.")
            )
        known = {row.name.casefold(): row for row in self._known()}
        unique = {card.name.casefold(): card for card in cards}
        return [_compared(card, known.get(key)) for key, card in unique.items()]

    def take(self, arriving: Sequence[Arriving], today: date) -> int:
        """Add who is new and fill in what changed, as one act; return how many.

        Whose first day is in the file gets a term from that day.
        """
        wanted = [one for one in arriving if one.state != "same"]
        numbers = {row.name.casefold(): row.id for row in self._known()}
        with self._store.changing(tr("Bring in members")) as session:
            for one in wanted:
                number = numbers.get(one.name.casefold())
                if number is None:
                    member = Member(name=one.name, role=one.role or "lid")
                    session.add(member)
                else:
                    member = session.get_one(Member, number)
                for field in one.changes:
                    setattr(member, field, getattr(one, field))
                if "since" in one.changes and one.since:
                    session.flush()
                    self._terms.bring_in(session, member, one.since, one.until, today)
        return len(wanted)

    def _known(self) -> list[PersonRow]:
        with self._store.reading() as session:
            return rows(session, PersonRow, Member)


def _compared(card: vcard.Card, known: PersonRow | None) -> Arriving:
    role = _role(card.role)
    values = {"role": role, "email": card.email, "phone": card.phone, "address": card.address}
    changes = tuple(
        field
        for field, value in values.items()
        if value and (known is None or value != getattr(known, field))
    )
    since, until, trouble = card.since, card.until, card.trouble
    if known and (known.since or known.until):  # the terms in the file say it
        since, until, trouble = None, None, ""
    days = {"since": since, "until": until}
    changes += tuple(field for field, day in days.items() if day)
    state = "new" if known is None else "changed" if changes else "same"
    told = (card.name, role, card.email, card.phone, card.address)
    return Arriving(*told, state, changes, since, until, trouble)


def _role(words: str) -> str:
    """Return the key of a role that we know by its words, else the words themselves."""
    keys = {label.casefold(): key for key, label in choices("role").items()}
    return keys.get(words.strip().casefold(), words.strip())
