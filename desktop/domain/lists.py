"""Numbers for life: every decision, action and promise gets one, by the council's own scheme."""

import re
from collections.abc import Iterable
from datetime import date
from string import Formatter

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

ACTION_STATES = ("open", "done", "dropped")
PROMISE_STATES = ("open", "kept", "broken", "dropped")
LETTERS = {"decision": "B", "action": "A", "promise": "T"}
READY_SCHEMES = {
    "year": "{letter}-{{jaar}}-{{nummer:03}}",
    "running": "{letter}-{{nummer}}",
    "date": "{{datum}}{{nummer:03}}",
}
"""Schemes to choose from: each year from 1, one series for always, or one series with the day."""
DEFAULT_SCHEMES = {kind: READY_SCHEMES["year"].format(letter=LETTERS[kind]) for kind in LETTERS}
_FIELDS = {
    "jaar": "year",
    "jj": "yy",
    "datum": "date",
    "nummer": "number",
    "year": "year",
    "yy": "yy",
    "date": "date",
    "number": "number",
}
"""The places have Dutch names because people type them; the English ones work as well."""
_LONGEST = 30


def ready_schemes(kind: str) -> dict[str, str]:
    """Return the schemes to choose from for a list of *kind*, by their name."""
    return {name: scheme.format(letter=LETTERS[kind]) for name, scheme in READY_SCHEMES.items()}


def check_scheme(scheme: str, field: str = "scheme") -> None:
    """Raise CouncilError when *scheme* cannot give each line of a list its own number."""
    try:
        parts = list(Formatter().parse(scheme))
        fields = [_FIELDS.get(name, "") for _, name, _, _ in parts if name is not None]
        plain = all(
            not conversion and re.fullmatch(r"(0[1-9])?", spec or "")
            for _, _, spec, conversion in parts
        )
    except ValueError:
        fields, plain = list[str](), False
    short = len(scheme) <= _LONGEST and "\n" not in scheme
    if not plain or not short or fields.count("number") != 1 or "" in fields:
        raise CouncilError(
            tr(
                "Put {place} in the pattern once, like this: {example}",
                place="{nummer}",
                example="A-{jaar}-{nummer:03}",
            ),
            field,
        )


def next_number(scheme: str, day: date, used: Iterable[str]) -> str:
    """Return the first number of *scheme* after all in *used*, for something made on *day*.

    With {jaar} or {jj} the count starts again each year. With {datum} (20260319) it is one series
    that runs on for years, as councils that number this way do. Gaps are never filled.
    """
    check_scheme(scheme)
    pattern = "".join(
        re.escape(literal) + (_pattern(_FIELDS[name], day) if name is not None else "")
        for literal, name, _, _ in Formatter().parse(scheme)
    )
    known = re.compile(pattern)
    taken = (int(found["number"]) for text in used if (found := known.fullmatch(text)))
    values = {
        "year": day.year,
        "yy": f"{day.year % 100:02}",
        "date": f"{day:%Y%m%d}",
        "number": max(taken, default=0) + 1,
    }
    return scheme.format(**{place: values[name] for place, name in _FIELDS.items()})


def is_late(state: str, due: date | None, today: date) -> bool:
    """Whether something that is still open should have been ready before *today*."""
    return state == "open" and due is not None and due < today


def _pattern(name: str, day: date) -> str:
    if name == "number":
        return r"(?P<number>[0-9]{1,9})"
    if name == "date":
        return r"\d{8}"
    return re.escape(f"{day.year % 100:02}" if name == "yy" else str(day.year))
