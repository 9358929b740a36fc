"""Calendar files: read back by a reader of its own, with the time in Amsterdam and in UTC."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calendar import Appointment, calendar_file, read_clock

NOW = datetime(2026, 3, 10, 12, 0)


def unfolded(data: bytes) -> list[str]:
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def components(lines: list[str]) -> list[str]:
    """Check that every BEGIN has its END; return the kinds."""
    open_ones: list[str] = []
    kinds: list[str] = []
    for line in lines:
        if line.startswith("BEGIN:"):
            open_ones.append(line[6:])
            kinds.append(line[6:])
        elif line.startswith("END:"):
            assert open_ones.pop() == line[4:]
    assert open_ones == []
    return kinds


def fields(lines: list[str]) -> dict[str, str]:
    event = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in event)


def unescaped(words: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], words)


def test_a_meeting_in_the_calendar():
    one = Appointment("a@b", 2, "Vergadering; punt 1, 2", datetime(2026, 3, 19, 13, 30), 120)
    lines = unfolded(calendar_file([one], NOW, 'Raad "A"', "post@raad.example"))
    assert components(lines) == ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD", "VEVENT"]
    found = fields(lines)
    assert found["DTSTART;TZID=Europe/Amsterdam"] == "20260319T133000"
    assert found["DTEND;TZID=Europe/Amsterdam"] == "20260319T153000"
    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == ("a@b", "2", "CONFIRMED")
    assert unescaped(found["SUMMARY"]) == "Vergadering; punt 1, 2"
    assert found['ORGANIZER;CN="Raad  A "'] == "mailto:post@raad.example"
    assert "METHOD:PUBLISH" in lines


def test_a_cancelled_meeting():
    one = Appointment("a@b", 3, "Vergadering", datetime(2026, 7, 16, 13, 30), 90, cancelled=True)
    lines = unfolded(calendar_file([one], NOW, "Raad", "post@raad.example"))
    assert fields(lines)["STATUS"] == "CANCELLED"
    assert "METHOD:CANCEL" in lines


def test_without_an_address_there_is_no_method():
    one = Appointment("a@b", 0, "Vergadering", datetime(2026, 7, 16, 13, 30), 90)
    assert not [line for line in unfolded(calendar_file([one], NOW)) if "METHOD" in line]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_come_back_whole_and_no_line_is_too_long(title: str, where: str):
    title = title.replace("\r\n", "\n").replace("\r", "\n")
    one = Appointment("a@b", 0, title, datetime(2026, 3, 19, 13, 30), 60, where=where)
    data = calendar_file([one], NOW)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = next(line for line in unfolded(data) if line.startswith("SUMMARY:"))
    assert unescaped(found.removeprefix("SUMMARY:")) == title


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(2000, 1, 1), datetime(2050, 12, 31)))
def test_the_rules_of_the_zone_are_those_of_amsterdam(moment: datetime):
    """Summer time from the last Sunday of March to that of October, as the file itself says."""

    def last_sunday(month: int, hour: int) -> datetime:
        day = datetime(moment.year, month, 31, hour)
        return day - timedelta(days=(day.weekday() + 1) % 7)

    begins, ends = last_sunday(3, 2), last_sunday(10, 3)
    near = min(abs(moment - begins), abs(moment - ends))
    if near < timedelta(hours=2):
        return  # the hour that does not exist or exists twice
    hours = 2 if begins <= moment < ends else 1
    real = moment.replace(tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
    assert real.replace(tzinfo=None) == moment - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("13.30", time(13, 30)),
        ("13:30", time(13, 30)),
        ("1330", time(13, 30)),
        ("9 uur", time(9)),
        ("9.05 uur", time(9, 5)),
        ("25.00", None),
        ("9.75", None),
        ("straks", None),
        ("", None),
    ],
)
def test_times_as_people_write_them(words, expected):
    assert read_clock(words) == expected
