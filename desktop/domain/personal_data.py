"""Points out data of persons in a text before it is saved as a signal or leaves the council.

Every search is one pass with bounded patterns, so that a paper of a million characters stays quick.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from desktop.domain.dutch_dates import find_dates
from desktop.domain.personal_names import Kind as NameKind
from desktop.domain.personal_names import bare_name, find_names
from desktop.domain.personal_numbers import find_bsns, find_ibans, find_phones
from desktop.domain.word_sets import word_set
from desktop.i18n import tr

Kind: TypeAlias = Literal[
    "bsn", "phone", "email", "iban", "address", "postcode", "birth_date", "name", "official"
]


@dataclass(frozen=True)
class PersonalData:
    """A piece of ``text[start:end]`` that points to a person, and why the app thinks so."""

    kind: Kind
    start: int
    end: int
    text: str
    reason: str


_EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w+%'-][\w.+%'-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?![\w@-])"
)
_STREET_END = (
    "straat|laan|weg|plein|hof|dijk|kade|gracht|singel|steeg|plantsoen|dreef|pad|park|burgwal|hoek|"
    "straatje|laantje|weide|akker|brink|haven|donk|werf|wijk|kwartier|warande|vaart|molen"
)
_STREET = re.compile(
    r"(?<![\w-])(?:[A-Z][\w'’.]{0,30}[ -](?:(?:[A-Z][\w'’.]{0,30}|van|de|den|der|'t)[ -]){0,3})?"
    rf"(?:[A-Z][\w'’-]{{0,40}}(?:{_STREET_END})"
    r"|(?:Laan|Plein|Kade|Weg|Hof|Park|Straat|Dijk) (?:van |der |de |den |het )?[\w'’-]{1,30}"
    r"(?: [A-Z][\w'’-]{1,30})?)"
    r" {1,2}(?P<house>[1-9][0-9]{0,3}"
    r"(?: ?[a-zA-Z](?![\w.])|-[0-9]{1,4}|-[a-zA-Z]|[ -]?(?:bis|hs|huis))?)"
    r"(?![\w%]|[.,:/][0-9])",
)
_NO_STREET = word_set(
    "gerechtshof invalshoek onderweg snelweg uitweg stadswijk krachtwijk wijk woonwijk "
    "weg hoek park probleemwijk woonoord wereldwijd businesspark overweg tijdpad zorgpad "
    "klantpad ontwikkelpad stappenpad groeipad leerpad transitiepad stadhof driehoek "
    "aandachtswijk focuswijk uithoek"
)
_AFTER_NUMBER = re.compile(
    r"\s?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|procent|euro|uur|jaar|maanden|weken|dagen|mensen|inwoners|leden|personen|keer)\b",
    re.I,
)
_POSTCODE = re.compile(r"(?<![\w-])(?P<digits>[1-9][0-9]{3}) ?(?P<letters>[A-Z]{2})(?![\w-])")
_HOUSE_AFTER = re.compile(
    r",? {0,2}(?:huisnummer |nr\.? ?)?[1-9][0-9]{0,3} ?[a-zA-Z]?(?![\w%/-]|[.,][0-9])"
)
_HOUSE_BEFORE = re.compile(
    r"(?:huisnummer|nr\.?|nummer)? ?[1-9][0-9]{0,3} ?[a-zA-Z]?,? {0,2}$", re.I
)
_NO_LETTERS = frozenset({"SA", "SD", "SS"})
_YEAR_WORDS = word_set("EU VN EN NL OF IN DE TE IS OP ER WA AI PW VO PO BZ CE PM AM")
_POSTBOX = re.compile(r"\b(?:postbus|antwoordnummer)\W{1,3}[0-9]{1,6}\W{0,4}$", re.I)
_BIRTH = re.compile(
    r"\b(?:geboren|geboortedatum|geb\.?(?:datum)?)\s?:?\s{0,3}(?:op\s|te\s\w{1,30}\sop\s|"
    r"in\s\w{1,30}\sop\s|d\.d\.\s)?$",
    re.I,
)
_CITY = re.compile(r"[ ,]{0,3}(?:te |in )?(?:[A-Z]{2,20}|(?:'s-)?[A-Z][a-z]{2,20})(?![\w.])")


def find_personal_data(
    text: str,
    known_names: Collection[str] = (),
    own: Collection[str] = (),
    *,
    officials: bool = False,
) -> list[PersonalData]:
    """Return what in *text* points to a person, in order and without overlap.

    ``known_names`` are full names that must be found without a title too. ``own`` is what the
    council may always show: its own address, e-mail and phone, its signatories, its addressees.
    Names of people in their office ("wethouder D. Hofstee") have the kind ``official`` and come
    only with *officials*.
    """
    found = [
        *_plain_numbers(text),
        *_addresses(text),
        *_postcodes(text),
        *_birth_dates(text),
        *_names(text, known_names),
    ]
    allowed = _Allowed(own)
    kept: list[PersonalData] = []
    for item in sorted(found, key=lambda data: (data.start, -data.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return [
        item for item in kept if (officials or item.kind != "official") and not allowed.covers(item)
    ]


def _plain_numbers(text: str) -> Iterator[PersonalData]:
    for match in _EMAIL.finditer(text):
        yield _data(text, "email", match.start(), match.end(), tr("An e-mail address."))
    for start, end in find_ibans(text):
        yield _data(text, "iban", start, end, tr("A bank account number."))
    for start, end in find_bsns(text):
        yield _data(text, "bsn", start, end, tr("This may be a citizen service number (BSN)."))
    for start, end in find_phones(text):
        yield _data(text, "phone", start, end, tr("A phone number."))


def _addresses(text: str) -> Iterator[PersonalData]:
    for match in _STREET.finditer(text):
        street = text[match.start() : match.start("house")].rsplit(maxsplit=1)[-1].casefold()
        house = match["house"]
        is_year = len(house) == 4 and house.startswith(("19", "20"))
        if street in _NO_STREET or is_year or _AFTER_NUMBER.match(text, match.end()):
            continue
        end = match.end()
        code = _POSTCODE.search(text, end, min(len(text), end + 14))
        if code and not text[end : code.start()].strip(" ,\n\t"):
            city = _CITY.match(text, code.end())
            end = city.end() if city else code.end()
        yield _data(text, "address", match.start(), end, tr("A street with a house number."))


def _postcodes(text: str) -> Iterator[PersonalData]:
    for match in _POSTCODE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if match["letters"] in _NO_LETTERS or _POSTBOX.search(before):
            continue
        if 1900 <= int(match["digits"]) < 2100 and match["letters"] in _YEAR_WORDS:
            continue
        after = _HOUSE_AFTER.match(text, match.end())
        front = _HOUSE_BEFORE.search(before[-24:])
        if after and not _AFTER_NUMBER.match(text, after.end()):
            yield _postcode(text, match.start(), after.end())
        elif front and front.group().strip(" ,"):
            yield _postcode(text, match.start() - len(front.group().lstrip()), match.end())


def _postcode(text: str, start: int, end: int) -> PersonalData:
    return _data(
        text, "postcode", start, end, tr("A postcode with a house number points to one home.")
    )


def _birth_dates(text: str) -> Iterator[PersonalData]:
    for lead in re.finditer(r"\b(?:geb\.|geboren|geboorte)", text, re.I):
        piece = text[lead.start() : lead.start() + 90]
        for day in find_dates(piece, date(2000, 1, 1))[:1]:
            if _BIRTH.match(piece[: day.start]):
                start = lead.start() + day.start
                yield _data(
                    text, "birth_date", start, lead.start() + day.end, tr("A date of birth.")
                )


def _names(text: str, known: Collection[str]) -> Iterator[PersonalData]:
    reasons: dict[NameKind, str] = {
        "titled": tr("A title with a name."),
        "initials": tr("Initials with a surname."),
        "known": tr("The name of someone the council knows."),
        "said": tr("The name of a person."),
        "official": tr("Someone in an office; public in most cases."),
    }
    for name in find_names(text, known):
        kind: Kind = "official" if name.kind == "official" else "name"
        yield _data(text, kind, name.start, name.end, reasons[name.kind])


def _data(text: str, kind: Kind, start: int, end: int, reason: str) -> PersonalData:
    return PersonalData(kind, start, end, text[start:end], reason)


class _Allowed:
    """What the council may show: compared without spaces, capitals and titles."""

    def __init__(self, own: Collection[str]) -> None:
        self._plain = tuple(_plain(item) for item in own if _plain(item))
        self._names = tuple(bare_name(item) for item in own)

    def covers(self, item: PersonalData) -> bool:
        """Return whether *item* is part of what the council may show."""
        if not self._plain:
            return False
        if item.kind in {"name", "official"}:
            initial, surname = bare_name(item.text)
            return any(
                surname and surname == other and (not initial or not mark or initial == mark)
                for mark, other in self._names
            ) or any(_plain(item.text) in own for own in self._plain)
        plain = _plain(item.text)
        if item.kind == "phone":
            return any(plain[-9:] == own[-9:] for own in self._plain if own[-9:].isdigit())
        return any(
            plain == own or (len(plain) > 5 and (plain in own or own in plain))
            for own in self._plain
        )


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum() or sign == "@")
