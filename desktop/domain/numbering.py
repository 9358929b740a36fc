"""Give every advice its own reference (kenmerk), by the council's own scheme."""

import re
from collections.abc import Iterable
from string import Formatter

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

_FIELDS = {"year", "yy", "number"}


def reference(scheme: str, year: int, number: int) -> str:
    """Return the reference for *number* in *year*: "CR-{year}-{number:02}" gives CR-2026-04.

    Raises CouncilError when the scheme holds anything but {year}, {yy} and {number}.
    """
    check_scheme(scheme)
    return scheme.format(year=year, yy=f"{year % 100:02}", number=number)


def check_scheme(scheme: str) -> None:
    """Raise CouncilError when *scheme* cannot give every advice its own reference."""
    try:
        parts = list(Formatter().parse(scheme))
        fields = {name for _, name, _, _ in parts if name is not None}
        safe = all(re.fullmatch(r"0?\d?", spec or "") for _, _, spec, _ in parts)
    except ValueError:
        fields, safe = set[str](), False
    if not safe or "number" not in fields or fields - _FIELDS:
        raise CouncilError(
            tr(
                "Write the place of the number like this: {example}",
                example="CR-{year}-{number:02}",
            ),
            "reference_scheme",
        )


def next_number(scheme: str, year: int, used: Iterable[str]) -> int:
    """Return the lowest number after every reference of *year* in *used*; gaps are not filled."""
    check_scheme(scheme)
    pattern = ""
    for literal, name, _, _ in Formatter().parse(scheme):
        pattern += re.escape(literal)
        if name == "number":
            pattern += r"0*(\d+)"
        elif name is not None:
            pattern += re.escape(f"{year % 100:02}" if name == "yy" else str(year))
    taken = [int(found[1]) for text in used if (found := re.fullmatch(pattern, text))]
    return max(taken, default=0) + 1
