"""Amounts of money, kept as whole euro cents: read as people type them, written as Dutch does."""

import re

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

MOST = 100_000_00
"""Cents; more than any claim of a volunteer, so rather a slip of the finger."""

MOST_OF_YEAR = 10_000_000_00
"""Cents; more than any council gets for a year."""

_DIGITS = 12
"""Longer than any amount; Python refuses to read thousands of digits."""

_EURO = re.compile(r"^(?:€|eur|euro)?\s*|\s*(?:€|eur|euro)?$", re.IGNORECASE)
_THOUSANDS = re.compile(
    r"\d{1,3}(?:(?P<mark>[. ])\d{3})(?:(?P=mark)\d{3})*(?:,(?:\d{1,2}|-))?", re.ASCII
)
_PLAIN = re.compile(r"\d+(?:[.,](?:\d{1,2}|-)?)?", re.ASCII)


def read_euros(words: str, field: str = "amount", most: int = MOST) -> int:
    """Return the amount that *words* say, in cents: "12", "12,5", "12.50", "€ 1.250,-".

    A point before three digits is one between thousands, as in Dutch. Raises CouncilError at
    *field* when it is no amount, or one of more than *most* cents.
    """
    said = _EURO.sub("", " ".join(words.split()).replace("\N{NO-BREAK SPACE}", " ")).strip()
    if _THOUSANDS.fullmatch(said):
        whole, _comma, part = said.replace(".", "").replace(" ", "").partition(",")
    elif _PLAIN.fullmatch(said):
        whole, _comma, part = said.replace(".", ",").partition(",")
    else:
        raise CouncilError(tr("Write the amount like 12.50."), field)
    cents = int(part.replace("-", "").ljust(2, "0"))
    if len(whole) <= _DIGITS:
        cents += int(whole) * 100
    if cents > most or len(whole) > _DIGITS:
        raise CouncilError(tr("This amount is too large."), field)
    return cents


def euros(cents: int) -> str:
    """Return *cents* as Dutch writes it: "€ 1.250,00"."""
    return f"€\N{NO-BREAK SPACE}{amount(cents)}"


def amount(cents: int) -> str:
    """Return *cents* without the sign, as it stands in a field: "1.250,00"."""
    whole, part = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{'-' if cents < 0 else ''}{grouped},{part:02}"


def read_number(words: str, field: str) -> float:
    """Return the number that *words* say, such as kilometres or hours: "12", "2,5", "2.5".

    Raises CouncilError at *field* when it is no number, or nothing or less.
    """
    said = words.strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,5}(?:\.\d{1,2})?", said, re.ASCII) or not float(said):
        raise CouncilError(tr("Fill in a number, like 3 or 2.5."), field)
    return float(said)


def number(value: float) -> str:
    """Return *value* as Dutch writes it, without needless zeros: "2,5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
