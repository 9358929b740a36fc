"""A table of members for a spreadsheet (CSV), that no spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.dutch_dates import long_date, whole_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import words
from desktop.services.members.rows_people import PersonRow
from desktop.services.members.vcard import Card

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KNOWN = {
    "name": {"naam", "name", "volledige naam", "lid"},
    "first": {"voornaam", "first name"},
    "last": {"achternaam", "last name"},
    "role": {"rol", "functie", "role"},
    "email": {"e-mail", "email", "mail", "e-mailadres"},
    "phone": {"telefoon", "telefoonnummer", "tel", "mobiel", "phone"},
    "address": {"adres", "address"},
    "since": {"lid sinds", "lid vanaf", "sinds", "vanaf", "eerste dag", "member since"},
    "until": {"lid tot", "lid tot en met", "tot", "tot en met", "laatste dag", "member until"},
}
_ABOUT = ("role", "email", "phone", "address")
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?$")
"""What a spreadsheet writes behind a day."""
_LONG_AGO = date(1000, 1, 1)


def write(people: Sequence[PersonRow]) -> str:
    """Return *people* as CSV with semicolons, as Dutch spreadsheets read it."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";")
    head = (tr("Name"), tr("Role"), tr("E-mail"), tr("Telephone"), tr("Address"))
    table.writerow((*head, tr("Member since"), tr("Member until")))
    for one in people:
        days = [long_date(day) if day else "" for day in (one.since, one.until)]
        told = (one.name, words("role", one.role), one.email, one.phone, one.address, *days)
        table.writerow([safe(value) for value in told])
    return out.getvalue()


def read(text: str) -> list[Card]:
    """Return the people in a CSV; the first line says which column is what.

    Raises CouncilError when no column holds names.
    """
    first = text.partition("\n")[0]
    sign = max((";", ",", "\t"), key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text), delimiter=sign))
    except csv.Error as error:
        raise CouncilError(tr("This table cannot be read. Save it as CSV once more.")) from error
    places = _places(table[0] if table else ())
    if "name" not in places and "first" not in places:
        raise CouncilError(tr("No column is called Name. Give the column with names that heading."))
    return [_card(row, places) for row in table[1:] if any(row)]


def safe(value: str) -> str:
    """Return *value* so that a spreadsheet shows it and never works it out.

    A sign in front tells a spreadsheet that words follow (OWASP, CSV injection).
    """
    return f"'{value}" if value.lstrip("'").startswith(_FORMULA) else value


def _unsafe(value: str) -> str:
    """Take off the sign that ``safe`` put in front."""
    marked = value.startswith("'") and value.lstrip("'").startswith(_FORMULA)
    return value[1:] if marked else value


def _places(head: Iterable[str]) -> dict[str, int]:
    """Return which column holds what; the first of a kind counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(head):
        for key, names in _KNOWN.items():
            if heading.strip().casefold() in names:
                found.setdefault(key, place)
    return found


def _card(row: Sequence[str], places: dict[str, int]) -> Card:
    told = {key: _unsafe(row[place].strip()) for key, place in places.items() if place < len(row)}
    name = told.get("name") or f"{told.get('first', '')} {told.get('last', '')}".strip()
    role, email, phone, address = (told.get(key, "") for key in _ABOUT)
    card = Card(name, role, email, phone, address)
    try:
        since, until = _day(told.get("since", "")), _day(told.get("until", ""))
        if since and until and until < since:
            raise CouncilError(tr("The last day lies before the first day, so both stay out."))
    except CouncilError as error:
        return replace(card, trouble=error.message)
    return replace(card, since=since, until=until)


def _day(words: str) -> date | None:
    """Return the day that *words* are, None for an empty cell; raises CouncilError at all else."""
    if not words:
        return None
    # A day without a year is read as near to this date: in a list the year would be a guess.
    found = whole_date(_MIDNIGHT.sub("", words), _LONG_AGO)
    if found is None or found.year < _LONG_AGO.year + 2:
        raise CouncilError(tr("“{words}” is not a date, so the days stay out.", words=words))
    return found
