"""Finds the labels in the head of a letter ("Ons kenmerk:", "Datum:") and their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

HEAD = 8000
"""How many characters from the start may hold the head of a letter: about two pages."""

_NAMES = {
    "subject": r"betreft|onderwerp|subject|inzake",
    "reference": (
        r"ons kenmerk|onze referentie|onze ref\.?|kenmerk|zaaknummer|zaak-?id|zaaknr\.?|"
        r"zaakkenmerk|"
        r"registratienummer|documentnummer|referentie|referentienummer|briefnummer"
    ),
    "your_reference": r"uw kenmerk|uw referentie|uw ref\.?|uw brief(?: van)?|uw advies van",
    "date": r"datum|briefdatum|verzonden op|verzonden|verzenddatum|date|sent|dagtekening",
    "sender": r"van|from|afzender",
    "contact": (
        r"behandeld door|contactpersoon|behandelaar|inlichtingen bij|behandelend ambtenaar|"
        r"opsteller"
    ),
    "other": (
        r"aan|to|cc|bcc|bijlagen?|telefoon(?:nummer)?|tel\.?|e-?mail|plaats|aanvang|locatie|"
        r"t\.a\.v\.|"
        r"bezoekadres|postadres|doorkiesnummer|website|afdeling|team|status|prioriteit|urgentie"
    ),
}
_WHICH = {key: re.compile(rf"(?:{names})", re.I) for key, names in _NAMES.items()}
_ANY = "|".join(f"(?:{names})" for names in _NAMES.values())
_LABEL = re.compile(
    rf"(?:^[ \t>*|]{{0,20}}|[ ]{{2,20}}|\t[ ]{{0,5}})(?P<name>{_ANY})"
    r"(?P<stop>\*{0,2}[ \t]{0,10}:\*{0,2}|[ ]{0,5}[|\t]|[ ]{3,20}(?=\S))",
    re.I | re.MULTILINE,
)
_BARE_LABEL = re.compile(
    rf"^[ \t>*]{{0,20}}(?P<name>{_ANY})[ \t]{{0,10}}:?[ \t]{{0,20}}$", re.I | re.MULTILINE
)
_VALUE = re.compile(r"[ \t*]{0,20}(?P<value>[^\n\t|]{1,300}?)(?=[ ]{3,}|\t|\||\n|\Z)")
_LINE_BELOW = re.compile(r"\s{1,3}(?P<value>\S[^\n]{0,200})")
_LINE = re.compile(r"[^\n]+")
_COLUMN = re.compile(r"\S(?:[^\t\n ]| (?! ))*")


@dataclass(frozen=True)
class Label:
    """A label in the head of a letter ("Ons kenmerk") with the place of its value.

    ``key`` is subject, reference, your_reference, date, sender, contact or other.
    """

    key: str
    value: str
    start: int
    end: int


def labels(text: str) -> Iterator[Label]:
    """Yield the labels with a value in the head of *text*, in order of place.

    The value stands behind the label, on the line below it, or below it in columns.
    """
    head = text[:HEAD]
    found = [*_on_one_line(head), *_on_line_below(head), *_in_columns(head)]
    yield from sorted(found, key=lambda label: label.start)


def starts_with_label(line: str) -> bool:
    """Return whether *line* starts with a label."""
    return _LABEL.match(line) is not None or _BARE_LABEL.match(line) is not None


def _key(name: str) -> str:
    return next((key for key, names in _WHICH.items() if names.fullmatch(name)), "")


def _label(name: str, match: re.Match[str], offset: int = 0) -> Label:
    value = match["value"].rstrip(" *")
    start = offset + match.start("value")
    return Label(_key(name), value, start, start + len(value))


def _on_one_line(head: str) -> Iterator[Label]:
    for match in _LABEL.finditer(head):
        # "Van" and "aan" are everyday words; only a colon makes them a label.
        if ":" not in match["stop"] and _key(match["name"]) in {"sender", "other"}:
            continue
        value = _VALUE.match(head, match.end())
        if value and value["value"].strip(" *") and not _LABEL.match(head, match.end()):
            yield _label(match["name"], value)


def _on_line_below(head: str) -> Iterator[Label]:
    for match in _BARE_LABEL.finditer(head):
        value = _LINE_BELOW.match(head, match.end())
        if value and not starts_with_label(value["value"]):
            yield _label(match["name"], value)


def _in_columns(head: str) -> Iterator[Label]:
    for above, below in pairwise(_LINE.finditer(head)):
        names = [match.group().rstrip(":") for match in _COLUMN.finditer(above.group())]
        values = list(_COLUMN.finditer(below.group()))
        if 1 < len(names) == len(values) and all(_key(name) for name in names):
            for name, value in zip(names, values, strict=True):
                start = below.start() + value.start()
                yield Label(_key(name), value.group(), start, start + len(value.group()))
