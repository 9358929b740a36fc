"""One thing that asks for attention: what, why, how long there is, and where it is done."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn

SOON = timedelta(days=14)
"""From two weeks before a date it stands among the things of now."""

Tone = Literal["late", "soon", "calm"]


@dataclass(frozen=True)
class Notice:
    """One thing that asks for attention, and where it is done."""

    title: str
    why: str
    state: str
    """How it stands, in two or three words: "4 dagen te laat"."""
    tone: Tone
    button: str
    area: str
    """The area it belongs to: advice, council …"""
    icon: str
    due: date | None = None
    dossier: int | None = None
    place: str = ""
    """Where in the area: intake, draft … of a dossier; agenda, minutes … of a meeting."""
    record: int | None = None
    """The meeting, action or promise it is about."""


def time_left(due: date | None, today: date) -> tuple[str, Tone]:
    """Return how long until *due*, in words, and how pressing that is."""
    if due is None:
        return tr("no date"), "calm"
    days = (due - today).days
    if days < 0:
        return trn("{n} day late", "{n} days late", -days), "late"
    if days == 0:
        return tr("today"), "soon"
    if days > 2 * SOON.days:
        return tr("before {date}", date=long_date(due)), "calm"
    return trn("{n} day left", "{n} days left", days), "soon" if days <= SOON.days else "calm"
