"""Write meetings as a calendar file (.ics) that every calendar program reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

_ZONE = "Europe/Amsterdam"
# RFC 5545 asks the rules of the zone in the file itself: summer time from the last Sunday of
# March, 2.00 h, winter time from the last Sunday of October, 3.00 h (directive 2000/84/EC).
_RULES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_OCTETS = 75
_HOURS, _MINUTES = 24, 60
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:]?(?P<minute>\d{2}))?(?:\s*(?:uur|u|h))?")


@dataclass(frozen=True)
class Appointment:
    """A meeting as calendars see it; ``starts`` is Dutch local time without zone."""

    uid: str
    """Never changes, so that a calendar knows it again."""
    version: int
    """SEQUENCE: one more at each change."""
    title: str
    starts: datetime
    minutes: int
    where: str = ""
    online: str = ""
    cancelled: bool = False


def calendar_file(
    appointments: Sequence[Appointment], now: datetime, organizer: str = "", email: str = ""
) -> bytes:
    """Return *appointments* as an iCalendar file (RFC 5545, UTF-8); *now* is local time.

    With an *email* the file says who invites. A file without must not name a METHOD (RFC 5546
    asks both together), and calendars then simply add or renew what is in it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samenspraak//NL", "CALSCALE:GREGORIAN"]
    who: list[str] = []
    if email:
        over = bool(appointments) and all(a.cancelled for a in appointments)
        lines.append(f"METHOD:{'CANCEL' if over else 'PUBLISH'}")
        # A quoted name may hold anything but quotes and line ends.
        name = "".join(" " if sign in '"\r\n' else sign for sign in organizer)
        who.append(f'ORGANIZER;CN="{name}":mailto:{email}')
    lines += _RULES
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for appointment in appointments:
        lines += _event(appointment, stamp, who)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8")


def _event(appointment: Appointment, stamp: str, who: list[str]) -> list[str]:
    ends = appointment.starts + timedelta(minutes=appointment.minutes)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{appointment.uid}",
        f"SEQUENCE:{appointment.version}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;TZID={_ZONE}:{appointment.starts:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={_ZONE}:{ends:%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(appointment.title)}",
        *who,
    ]
    if appointment.where or appointment.online:
        lines.append(f"LOCATION:{_escaped(appointment.where or appointment.online)}")
    if appointment.online:
        lines.append(f"DESCRIPTION:{_escaped(appointment.online)}")
    lines.append(f"STATUS:{'CANCELLED' if appointment.cancelled else 'CONFIRMED'}")
    lines.append("END:VEVENT")
    return lines


def _escaped(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> str:
    """Return *line* in pieces of at most 75 octets, as the standard asks, never inside a letter."""
    pieces, piece, size = list[str](), "", 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += octets
    return "\r\n".join([*pieces, piece])


def clock(moment: datetime) -> str:
    """Return the time as Dutch agendas write it: ``13.30``."""
    return f"{moment:%H.%M}"


def read_clock(words: str) -> time | None:
    """Return the time that *words* are (13.30, 13:30, 9 uur, 1330), or None."""
    found = _CLOCK.fullmatch(words.strip().lower())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None
