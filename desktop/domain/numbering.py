"""Give every advice its own reference (kenmerk), by the council's own scheme."""

import re
from collections.abc import Iterable
from string import Formatter

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

EXAMPLE = "CR-{jaar}-{nummer:02}"
"""The scheme of a new council; the places have Dutch names because people type them."""

_PLACES = {
    "jaar": "year",
    "jj": "yy",
    "nummer": "number",
    "year": "year",
    "yy": "yy",
    "number": "number",
}


def reference(scheme: str, year: int, number: int) -> str:
    """Return the reference for *number* in *year*: "CR-{jaar}-{nummer:02}" gives CR-2026-04.

    Raises CouncilError when the scheme holds anything but {jaar}, {jj} and {nummer}.
    """
    check_scheme(scheme)
    values = {"year": year, "yy": f"{year % 100:02}", "number": number}
    return scheme.format(**{place: values[name] for place, name in _PLACES.items()})


def check_scheme(scheme: str) -> None:
    """Raise CouncilError when *scheme* cannot give every advice its own reference."""
    try:
        parts = list(Formatter().parse(scheme))
        fields = {_PLACES.get(name, "") for _, name, _, _ in parts if name is not None}
        safe = all(re.fullmatch(r"0?\d?", spec or "") for _, _, spec, _ in parts)
    except ValueError:
        fields, safe = set[str](), False
    if not safe or "number" not in fields or "" in fields:
        raise CouncilError(
            tr(
                "Write the place of the number like this: {example}",
                example=EXAMPLE,
            ),
            "reference_scheme",
        )


def next_number(scheme: str, year: int, used: Iterable[str]) -> int:
    """Return the lowest number after every reference of *year* in *used*; gaps are not filled."""
    check_scheme(scheme)
    pattern = ""
    for literal, name, _, _ in Formatter().parse(scheme):
        pattern += re.escape(literal)
        if name is None:
            continue
        if _PLACES[name] == "number":
            pattern += r"0*(\d+)"
        else:
            pattern += re.escape(f"{year % 100:02}" if _PLACES[name] == "yy" else str(year))
    taken = [int(found[1]) for text in used if (found := re.fullmatch(pattern, text))]
    return max(taken, default=0) + 1
