"""Finds when a letter was written, when the advice is asked for and when the decision falls."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.dutch_dates import DateFound, find_dates, number_of
from desktop.domain.found import Found
from desktop.domain.letter_labels import HEAD, labels

_SENTENCE = re.compile(
    r"(?<=[.!?])\s{1,4}(?=[A-ZÀ-Þ\"'“‘(])|\n\s*\n|\n(?=[ \t]{0,10}(?:[-•*–]|[0-9]{1,2}[.)]|"
    r"[a-z]\))\s)"
)
_TERM = re.compile(
    r"\b(?P<lead>binnen|over|in)\s{1,3}(?:een termijn van |uiterlijk |de termijn van )?"
    r"(?P<number>een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|"
    r"[0-9]{1,3})\s{1,3}"
    r"(?P<unit>werkdagen|werkdag|kalenderdagen|dagen|dag|weken|week|maanden|maand)\b",
    re.I,
)
_DEADLINE = re.compile(
    r"\b(?:uiterlijk|vóór|voor|binnen|tot en met|t/m|tot|over|deadline|termijn|ten laatste|"
    r"niet later dan|per|"
    r"uiterste (?:datum|reactiedatum)|reactiedatum|reactietermijn|adviesdatum|inleverdatum)\b",
    re.I,
)
_ANSWER = re.compile(
    r"\b(?:advie[sz]\w*|(?<!wij )adviseren(?! u\b)|reacties?|reageren|reageert|antwoord\w*|"
    r"inbreng|zienswijzen?|ontvangen|"
    r"tegemoet|horen|vernemen|aanleveren|toesturen|terugsturen|indienen|in te dienen|"
    r"terugkoppel\w*|opmerkingen|"
    r"uit te brengen|uitbrengen|meedenken|reactiedatum|reactietermijn|adviesdatum)\b",
    re.I,
)
_DECISION = re.compile(
    r"\b(?:beslui\w*|besluitvorming|beslis\w*|vaststell\w*|vastgesteld|vast te stellen|"
    r"vast(?=[.,;:]|\s*$)|"
    r"gemeenteraad|raadsvergadering|"
    r"raadsbehandeling|collegevergadering|behandel\w*|in werking|ingangsdatum)\b|\bde raad\b",
    re.I,
)
_LETTER_PLACE = re.compile(r"^[ \t]{0,60}(?:[A-Z'’][\w'’ -]{1,40}, ?(?:d\.d\. ?|de ?)?)?$")
_YEAR = re.compile(r"[0-9]{4}$|[0-9][-/][0-9]{2}$|['’][0-9]{2}$")
_FAR = 10_000
_COMMA = 25  # another clause counts as this many characters further away


@dataclass(frozen=True)
class Terms:
    """The two days that rule the work: reply asked for, decision by the municipality."""

    reply_by: Found[date] | None
    decision_date: Found[date] | None


def letter_date(text: str, today: date) -> Found[date] | None:
    """Return the date of the letter: after "Datum", or alone on a line, perhaps with the place."""
    for label in labels(text):
        if label.key == "date":
            for day in find_dates(label.value, today)[:1]:
                start, end = label.start + day.start, label.start + day.end
                return Found(day.value, text[start:end], start, end)
    for day in find_dates(text[: HEAD // 2], today):
        line_start = text.rfind("\n", 0, day.start) + 1
        line_end = text.find("\n", day.end)
        after = text[day.end : line_end if line_end >= 0 else len(text)]
        if not after.strip(" .") and _LETTER_PLACE.match(text[line_start : day.start]):
            return Found(day.value, text[day.start : day.end], day.start, day.end)
    return None


def add_months(day: date, months: int) -> date:
    """Return the same day *months* later, or the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_days(day: date, days: int) -> date:
    """Return the day *days* working days later; Saturdays and Sundays do not count, holidays do."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def read_terms(text: str, base: date, *, dated: bool = True) -> Terms:
    """Return the reply and decision dates in *text*; terms ("binnen zes weken") count from *base*.

    With *dated*, *base* is the letter's own date, so a day without a year lies after it.
    """
    best_reply: tuple[int, Found[date] | None] = (0, None)
    best_decision: tuple[int, Found[date] | None] = (0, None)
    for start, end in _sentences(text[: 2 * HEAD]):
        sentence = text[start:end]
        for day in _days(sentence, base, dated):
            reply, decision = _scores(sentence, day)
            found = _quoted(text, start, end, day)
            if reply > best_reply[0]:
                best_reply = (reply, found)
            if decision > best_decision[0]:
                best_decision = (decision, found)
    return Terms(best_reply[1], best_decision[1])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _days(sentence: str, base: date, dated: bool) -> list[DateFound]:
    """Return the days in the sentence that lie after *base*, terms included."""
    days: list[DateFound] = []
    for day in find_dates(sentence, base):
        value = day.value
        if dated and value < base and not _YEAR.search(sentence[day.start : day.end]):
            value = add_months(value, 12)
        days.append(DateFound(day.start, day.end, value))
    for match in _TERM.finditer(sentence):
        value = _after(base, number_of(match["number"]) or 0, match["unit"].lower())
        if match["lead"].lower() != "in":
            days.append(DateFound(match.start(), match.end(), value))
    return [day for day in days if base < day.value < add_months(base, 60)]


def _after(base: date, number: int, unit: str) -> date:
    if unit.startswith("werkdag"):
        return add_working_days(base, number)
    if unit.startswith("maand"):
        return add_months(base, number)
    return base + timedelta(days=number * (7 if unit.startswith("we") else 1))


def _scores(sentence: str, day: DateFound) -> tuple[int, int]:
    """Return how much the day looks like the reply date and the decision date; one is 0."""
    answer = _distance(sentence, day, _ANSWER)
    decision = _distance(sentence, day, _DECISION)
    lead = sentence[max(0, day.start - 40) : day.end]
    asked = bool(_DEADLINE.search(lead)) and answer < _FAR
    if asked and answer <= decision + 10:
        polite = (
            100
            if re.search(r"\b(?:graag|verzoeken|verzoek|vragen|gaarne)\b", sentence, re.I)
            else 0
        )
        strong = 100 if re.search(r"\b(?:uiterlijk|vóór|binnen|reactiedatum)\b", lead, re.I) else 0
        return max(1, 300 - answer) + polite + strong, 0
    # "Binnen een week" near "besluit" is a rule of law, not the day of this decision.
    rule = sentence[day.start : day.end].lower().startswith("binnen")
    return 0, max(1, 300 - decision) if decision < _FAR and not rule else 0


def _distance(sentence: str, day: DateFound, words: re.Pattern[str]) -> int:
    best = _FAR
    for match in words.finditer(
        sentence, max(0, day.start - 250), min(len(sentence), day.end + 250)
    ):
        before = match.start() < day.start
        between = sentence[match.end() : day.start] if before else sentence[day.end : match.start()]
        if match.end() > day.start and match.start() < day.end:
            continue
        best = min(best, len(between) + _COMMA * (between.count(",") + between.count("\n")))
    return best


def _quoted(text: str, start: int, end: int, day: DateFound) -> Found[date]:
    """Return the day with its sentence, or with the words around it when that is very long."""
    if end - start > 240:
        low, high = max(start, start + day.start - 120), min(end, start + day.end + 80)
        start = low if low == start else text.find(" ", low, start + day.start) + 1 or low
        end = high if high == end else max(text.rfind(" ", start + 1, high), high - 40)
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Found(day.value, quote, start, start + len(quote))
