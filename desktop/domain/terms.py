"""Count days, weeks and months the way an ordinance does."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.i18n import trn

Unit = Literal["days", "weeks", "months", "years", "persons", "times"]


@dataclass(frozen=True)
class Term:
    """An agreed term with its source; the app has no terms of its own (no law gives days)."""

    amount: int
    unit: Unit
    source: str
    """As people say it: "werkafspraak 2", "artikel 4 van de verordening"."""

    @property
    def words(self) -> str:
        """The term in words: "6 weken"."""
        match self.unit:
            case "days":
                return trn("{n} day", "{n} days", self.amount)
            case "weeks":
                return trn("{n} week", "{n} weeks", self.amount)
            case "months":
                return trn("{n} month", "{n} months", self.amount)
            case "years":
                return trn("{n} year", "{n} years", self.amount)
            case "persons":
                return trn("{n} member", "{n} members", self.amount)
            case "times":
                return trn("{n} time", "{n} times", self.amount)

    def after(self, start: date) -> date:
        """Return the last day of the term that starts on *start*."""
        return add(start, self.amount, self.unit)

    def before(self, end: date) -> date:
        """Return the day that lies the whole term before *end*."""
        return add(end, -self.amount, self.unit)


def add(start: date, amount: int, unit: Unit) -> date:
    """Return *start* plus *amount* units; a month that is too short ends on its last day."""
    match unit:
        case "days":
            return start + timedelta(days=amount)
        case "weeks":
            return start + timedelta(weeks=amount)
        case "months":
            year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
            day = min(start.day, calendar.monthrange(year, month + 1)[1])
            return date(year, month + 1, day)
        case "years":
            return add(start, 12 * amount, "months")
        case "persons" | "times":
            raise ValueError("a count is not a time")
