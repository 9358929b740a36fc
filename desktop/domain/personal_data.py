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


_BSN = re.compile(
    r"(?<![\w./-])(?:[0-9]{8,9}|[0-9]{2,4}(?P<part>[ .])[0-9]{2,4}(?:(?P=part)[0-9]{2,4}){1,2})"
    r"(?![\w/-]|[ .,][0-9])"
)
_BSN_WORD = re.compile(r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b", re.I)
_OTHER_NUMBER = re.compile(
    r"(?:kenmerk|zaak\w{0,12}|dossier\w{0,12}|referentie|registratie\w{0,12}|factuur\w{0,12}|"
    r"kvk\w{0,12}|"
    r"volgnummer|document\w{0,12}|ordernummer|isbn|rsin|polis\w{0,12}|€|eur)\W{0,3}(?:nr\W{0,2}|"
    r"nummer\W{0,2})?$",
    re.I,
)
_MONEY_AFTER = re.compile(r"\s?(?:euro|inwoners|mensen|personen|stuks|keer|%)\b", re.I)
_PHONE = re.compile(
    r"(?<![\w+/.-])(?:"
    r"(?:\+|00)[1-9][0-9]{0,2}[ -]{0,2}(?:\(0\)[ -]?)?[0-9](?:[ .-]{0,2}[0-9]){6,11}"
    r"|\(0[1-9][0-9]{0,2}\)[ -]{0,3}[0-9](?: {0,2}-?[0-9]){5,7}"
    r"|0[1-9](?:[ ]{0,2}[-–][ ]{0,2}|[ ./]{0,2})[0-9](?:[ .]{0,2}-?[ ]?[0-9]){7}"
    r")(?![\w/]|-[0-9]|[.,][0-9])"
)
_PUBLIC_PHONES = ("0800", "0900", "0906", "0909")
_EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w+%'-][\w.+%'-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?![\w@-])"
)
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}(?:[ .-]?[0-9A-Za-z]){11,30}")
_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "LU": 20, "PL": 28,
    "PT": 25, "AT": 20, "CH": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "IE": 22, "LT": 20,
    "RO": 24, "BG": 22, "CZ": 24, "HU": 28, "GR": 27, "TR": 26, "MT": 31, "EE": 20,
}  # fmt: skip
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
    r"december|"
    r"procent|euro|uur|jaar|maanden|weken|dagen|mensen|inwoners|leden|personen|keer)\b",
    re.I,
)
_POSTCODE = re.compile(r"(?<![\w-])(?P<digits>[1-9][0-9]{3}) ?(?P<letters>[A-Z]{2})(?![\w-])")
_HOUSE_AFTER = re.compile(
    r",? {0,2}(?:huisnummer |nr\.? ?)?[1-9][0-9]{0,3} ?[a-zA-Z]?(?![\w%.,/-])"
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
        *_emails(text),
        *_ibans(text),
        *_bsns(text),
        *_phones(text),
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
        item
        for item in kept
        if (officials or item.kind != "official") and not allowed.covers(item)
    ]


def valid_bsn(digits: str) -> bool:
    """Return whether 8 or 9 digits pass the 11-test of a citizen service number (BSN)."""
    full = digits.zfill(9)
    if len(full) != 9 or not full.isdigit() or int(full) == 0:
        return False
    total = sum(
        int(digit) * weight
        for digit, weight in zip(full, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
    )
    return total % 11 == 0


def valid_iban(account: str) -> bool:
    """Return whether *account* has its country's length and passes the mod-97 test (ISO 13616)."""
    plain = re.sub(r"[ .-]", "", account).upper()
    if _IBAN_LENGTHS.get(plain[:2]) != len(plain) or not plain.isascii() or not plain.isalnum():
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def _emails(text: str) -> Iterator[PersonalData]:
    for match in _EMAIL.finditer(text):
        yield _data(text, "email", match.start(), match.end(), tr("An e-mail address."))


def _ibans(text: str) -> Iterator[PersonalData]:
    for match in _IBAN.finditer(text):
        length = _IBAN_LENGTHS.get(match.group()[:2].upper(), 0)
        end, seen = match.start(), 0
        while end < match.end() and seen < length:
            seen += text[end].isalnum()
            end += 1
        if (
            length
            and seen == length
            and not text[end : end + 1].isalnum()
            and valid_iban(text[match.start() : end])
        ):
            yield _data(text, "iban", match.start(), end, tr("A bank account number."))


def _bsns(text: str) -> Iterator[PersonalData]:
    for match in _BSN.finditer(text):
        digits = re.sub(r"[ .]", "", match.group())
        before = text[max(0, match.start() - 40) : match.start()]
        named = bool(_BSN_WORD.search(before))
        if not valid_bsn(digits) or (not named and (len(digits) == 8 and _is_day(digits))):
            continue
        if not named and (_OTHER_NUMBER.search(before) or _MONEY_AFTER.match(text, match.end())):
            continue
        yield _data(
            text,
            "bsn",
            match.start(),
            match.end(),
            tr("This may be a citizen service number (BSN)."),
        )


def _is_day(digits: str) -> bool:
    return (
        1900 <= int(digits[:4]) < 2100
        and 1 <= int(digits[4:6]) <= 12
        and 1 <= int(digits[6:]) <= 31
    )


def _phones(text: str) -> Iterator[PersonalData]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        international = match.group().startswith(("+", "00"))
        if (not international and len(digits) != 10) or digits.startswith(_PUBLIC_PHONES):
            continue
        before = text[max(0, match.start() - 30) : match.start()]
        if _OTHER_NUMBER.search(before) or _looks_like_date(match.group()):
            continue
        yield _data(text, "phone", match.start(), match.end(), tr("A phone number."))


def _looks_like_date(words: str) -> bool:
    return bool(re.match(r"[0-9]{2}[-./ ][0-9]{2}[-./ ](?:19|20)[0-9]{2}", words))


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
