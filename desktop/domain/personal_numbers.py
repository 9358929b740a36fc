"""Finds numbers that belong to one person: citizen service number, phone and bank account."""

import re
from collections.abc import Iterator

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
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}(?:[ .-]?[0-9A-Za-z]){11,30}")
_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "LU": 20, "PL": 28,
    "PT": 25, "AT": 20, "CH": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "IE": 22, "LT": 20,
    "RO": 24, "BG": 22, "CZ": 24, "HU": 28, "GR": 27, "TR": 26, "MT": 31, "EE": 20,
}  # fmt: skip


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


def find_bsns(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of citizen service numbers, but not of references and amounts."""
    for match in _BSN.finditer(text):
        digits = re.sub(r"[ .]", "", match.group())
        before = text[max(0, match.start() - 40) : match.start()]
        named = bool(_BSN_WORD.search(before))
        if not valid_bsn(digits) or (not named and (len(digits) == 8 and _is_day(digits))):
            continue
        if not named and (_OTHER_NUMBER.search(before) or _MONEY_AFTER.match(text, match.end())):
            continue
        yield match.start(), match.end()


def find_phones(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of phone numbers; public service numbers (0800) are nobody's own."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        international = match.group().startswith(("+", "00"))
        if (not international and len(digits) != 10) or digits.startswith(_PUBLIC_PHONES):
            continue
        before = text[max(0, match.start() - 30) : match.start()]
        if _OTHER_NUMBER.search(before) or _looks_like_date(match.group()):
            continue
        yield match.start(), match.end()


def find_ibans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of bank account numbers."""
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
            yield match.start(), end


def _is_day(digits: str) -> bool:
    return (
        1900 <= int(digits[:4]) < 2100
        and 1 <= int(digits[4:6]) <= 12
        and 1 <= int(digits[6:]) <= 31
    )


def _looks_like_date(words: str) -> bool:
    return bool(re.match(r"[0-9]{2}[-./ ][0-9]{2}[-./ ](?:19|20)[0-9]{2}", words))
