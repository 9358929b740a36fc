"""Move the dates of the sample council, and fill the places for them in its texts."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

from desktop.domain.dutch_dates import MONTHS, long_date

HOME_DAY = date(2026, 3, 10)
"""The day on which the council is as the data says."""

_PLACE = re.compile(r"\{(\w):([\w-]+)\}")
_FORMATS: dict[str, Callable[[date], str]] = {
    "d": long_date,
    "k": lambda day: f"{day.day} {MONTHS[day.month - 1]}",
    "m": lambda day: MONTHS[day.month - 1],
    "y": lambda day: str(day.year),
}


@dataclass(frozen=True)
class Calendar:
    """Moves every date by ``shift`` and fills the places in texts.

    ``{d:2026-03-19}`` becomes "19 maart 2026", ``{k:…}`` "19 maart", ``{m:…}`` "maart", ``{y:…}``
    "2026", and ``{r:taxipas}`` the reference of that dossier.
    """

    shift: timedelta = timedelta()
    references: Mapping[str, str] = field(default_factory=dict[str, str])

    def told(self, value: Any) -> Any:  # noqa: ANN401 – any value of a TOML file
        """Return *value* with its dates moved and its texts filled in, however deep they lie."""
        match value:
            case str():
                return _PLACE.sub(self._words, value.strip())
            case date():  # also a datetime
                return value + self.shift
            case list():
                return [self.told(item) for item in cast("list[Any]", value)]
            case dict():
                return {key: self.told(item) for key, item in cast("dict[str, Any]", value).items()}
            case _:
                return value

    def _words(self, place: re.Match[str]) -> str:
        kind, what = place.groups()
        if kind == "r":
            return self.references[what]
        return _FORMATS[kind](date.fromisoformat(what) + self.shift)
