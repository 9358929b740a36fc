"""Dates as Dutch letters write them: found in running text, and written out in full."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_WORDS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien", "twintig",
)  # fmt: skip
_SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
} | {
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT_MONTHS
_MONTH_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))

_WRITTEN = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?[ \t\xa0]{{1,3}})?"
    r"(?P<day>[0-9]{1,2})(?:e|de|ste)?[ \t\xa0]{0,3}(?:\n[ \t]{0,3})?"
    rf"(?P<month>{_MONTH_NAMES})(?![a-zë])\.?"
    r"(?:,?\s{1,3}(?P<year>[12][0-9]{3}|['’][0-9]{2})(?![0-9]))?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![\w/-]|\.[0-9])"
)
_ISO = re.compile(
    r"(?<![\w/.-])(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w/-])"
)


@dataclass(frozen=True)
class DateFound:
    """A date in a text: ``text[start:end]`` reads as ``value``."""

    start: int
    end: int
    value: date


def long_date(day: date) -> str:
    """Return the date as a letter shows it: ``19 maart 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Return the date as people say it within a year: ``dinsdag 10 maart``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def in_words(number: int) -> str:
    """Return a number up to twenty as a Dutch word (``zes``), any other in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def number_of(word: str) -> int | None:
    """Return the number a Dutch word or digits stand for (``zes``, ``6``, ``een``), or None."""
    known = word.casefold().replace("é", "e")
    if known.isascii() and known.isdigit():
        return int(known) if len(known) < 5 else None
    words = [name.replace("é", "e") for name in _WORDS]
    return words.index(known) if known in words else None


def find_dates(text: str, today: date) -> list[DateFound]:
    """Return every date in *text*, in order.

    Understands ``14 mei 2026``, ``dinsdag 10 maart``, ``14-05-2026``, ``14/5/26``, ``2026-05-14``.
    A date without a year takes the year that its weekday fits, else the one nearest to *today*.
    Impossible dates (31 februari) are left out.
    """
    found: list[DateFound] = []
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
        (_WRITTEN, _written),
        (_NUMERIC, _numeric),
        (_ISO, _numeric),
    )
    for pattern, read in readers:
        for match in pattern.finditer(text):
            value = read(match, today)
            if value is not None:
                found.append(DateFound(match.start(), match.end(), value))
    return sorted(found, key=lambda item: item.start)


def whole_date(words: str, today: date) -> date | None:
    """Return the date that *words* are, or None when they are something else or more than that."""
    found = find_dates(words, today)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))
    return found[0].value if whole else None


def _written(match: re.Match[str], today: date) -> date | None:
    month = _MONTH_NUMBERS[match["month"].lower()]
    day = int(match["day"])
    if match["year"]:
        return _date(_full_year(match["year"].lstrip("'’")), month, day)
    options = [_date(today.year + step, month, day) for step in (-1, 0, 1)]
    real = [option for option in options if option is not None]
    if match["weekday"]:
        wanted = WEEKDAYS.index(match["weekday"].lower())
        real = [option for option in real if option.weekday() == wanted] or real
    return min(real, key=lambda option: abs((option - today).days), default=None)


def _numeric(match: re.Match[str], today: date) -> date | None:
    del today  # a numeric date always carries its year
    if len(match["year"]) == 2 and match["mark"] == ".":
        return None  # 3.1.26 is far more often an article than a day
    return _date(_full_year(match["year"]), int(match["month"]), int(match["day"]))


def _full_year(digits: str) -> int:
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None
