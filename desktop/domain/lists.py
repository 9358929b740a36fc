"""Numbers for life: every decision, action and promise gets one, by the council's own scheme."""

import re
from collections.abc import Iterable
from datetime import date
from string import Formatter

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

ACTION_STATES = ("open", "done", "dropped")
PROMISE_STATES = ("open", "kept", "broken", "dropped")
DEFAULT_SCHEMES = {
    "decision": "B-{year}-{number:03}",
    "action": "A-{year}-{number:03}",
    "promise": "T-{year}-{number:03}",
}
_FIELDS = {"year", "yy", "date", "number"}


def check_scheme(scheme: str, field: str = "scheme") -> None:
    """Raise CouncilError when *scheme* cannot give each line of a list its own number."""
    try:
        parts = list(Formatter().parse(scheme))
        fields = [name for _, name, _, _ in parts if name is not None]
        plain = all(
            not conversion and re.fullmatch(r"0?\d?", spec or "")
            for _, _, spec, conversion in parts
        )
    except ValueError:
        fields, plain = [], False
    if not plain or fields.count("number") != 1 or set(fields) - _FIELDS:
        raise CouncilError(
            tr(
                "Write the place of the number like this: {example}",
                example="A-{year}-{number:03}",
            ),
            field,
        )


def next_number(scheme: str, day: date, used: Iterable[str]) -> str:
    """Return the first number of *scheme* after all in *used*, for something made on *day*.

    With {year} or {yy} the count starts again each year. With {date} (YYYYMMDD) it is one series
    that runs on for years, as councils that number this way do. Gaps are never filled.
    """
    check_scheme(scheme)
    pattern = "".join(
        re.escape(literal) + (_pattern(name, day) if name is not None else "")
        for literal, name, _, _ in Formatter().parse(scheme)
    )
    known = re.compile(pattern)
    taken = (int(found["number"]) for text in used if (found := known.fullmatch(text)))
    return scheme.format(
        year=day.year,
        yy=f"{day.year % 100:02}",
        date=f"{day:%Y%m%d}",
        number=max(taken, default=0) + 1,
    )


def is_late(state: str, due: date | None, today: date) -> bool:
    """Whether something that is still open should have been ready before *today*."""
    return state == "open" and due is not None and due < today


def _pattern(name: str, day: date) -> str:
    if name == "number":
        return r"(?P<number>\d+)"
    if name == "date":
        return r"\d{8}"
    return re.escape(f"{day.year % 100:02}" if name == "yy" else str(day.year))
