"""Calendar files: read back by a calendar library and by hand, in Amsterdam time and in UTC."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from desktop.domain.calendar import Appointment, calendar_file, read_clock
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.plan import MeetingPlan

NOW = datetime(2026, 3, 10, 12, 0)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


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


# ---- read by icalendar, a library that calendar programs use


def opened(data: bytes) -> tuple[Calendar, list[Event]]:
    """Return the calendar and its meetings; a wrong file raises, a wrong field is told here."""
    calendar = Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    for part in calendar.walk():
        assert part.errors == []
    [zone] = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Amsterdam"
    return calendar, events


@pytest.fixture
def plan(store: Store) -> MeetingPlan:
    council = CouncilDesk(store)
    council.change_profile(name="Adviesraad Duinrede", email="raad@duinrede.example")
    return MeetingPlan(store, council)


def test_one_meeting_of_the_plan_reads_well(plan: MeetingPlan):
    meeting = plan.add(
        datetime(2026, 3, 19, 13, 30),
        title="Vergadering 3",
        minutes=90,
        place="De Golfslag, Zeeweg 8",
        room="zaal 2",
        online="Via Teams; vraag de link",
    )
    calendar, [event] = opened(plan.calendar(meeting, NOW))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert event["SUMMARY"] == "Vergadering 3 – Adviesraad Duinrede"
    assert event["LOCATION"] == "De Golfslag, Zeeweg 8, zaal 2"
    assert event["DESCRIPTION"] == "Via Teams; vraag de link"
    assert event.start == datetime(2026, 3, 19, 13, 30, tzinfo=AMSTERDAM)
    assert event.end - event.start == timedelta(minutes=90)
    assert event["ORGANIZER"] == "mailto:raad@duinrede.example"
    assert event["ORGANIZER"].params["CN"] == "Adviesraad Duinrede"
    assert (event["SEQUENCE"], event["STATUS"]) == (0, "CONFIRMED")


def test_the_year_holds_each_meeting_once_before_and_after_the_clock_changes(plan: MeetingPlan):
    days = [datetime(2026, month, 25, 9, 30) for month in (1, 3, 4, 10, 11)]
    plan.add_series(days)
    _calendar, events = opened(plan.year_calendar(2026, NOW))
    assert [event.start.astimezone(UTC).hour for event in events] == [8, 8, 7, 8, 8]
    assert [event.start.replace(tzinfo=None) for event in events] == days
    assert len({event["UID"] for event in events}) == len(days)
    assert opened(plan.year_calendar(2027, NOW))[1] == []


def test_moved_and_cancelled_keep_the_uid_and_raise_the_sequence(plan: MeetingPlan):
    meeting = plan.add(datetime(2026, 3, 26, 13, 30))
    [first] = opened(plan.calendar(meeting, NOW))[1]
    plan.change(meeting, starts=datetime(2026, 4, 2, 10))
    [moved] = opened(plan.calendar(meeting, NOW))[1]
    plan.change(meeting, note="De koffie staat klaar.")
    [same] = opened(plan.calendar(meeting, NOW))[1]
    plan.cancel(meeting)
    calendar, [off] = opened(plan.calendar(meeting, NOW))
    assert {first["UID"], moved["UID"], same["UID"], off["UID"]} == {first["UID"]}
    assert [e["SEQUENCE"] for e in (first, moved, same, off)] == [0, 1, 1, 2]
    assert moved.start.astimezone(UTC) == datetime(2026, 4, 2, 8, tzinfo=UTC)
    assert (calendar["METHOD"], off["STATUS"]) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize(
    "title",
    [
        "Vergadering 🎉🎉 over hulp bij het huishouden 👩‍👩‍👧 " * 6,
        "Eén, twee; drie\\vier: vijf" * 9,
        "regel één\nregel twee",
        "é" * 300,
    ],
)
def test_long_titles_and_emoji_come_back_letter_by_letter(title: str):
    one = Appointment("a@b", 0, title, datetime(2026, 3, 19, 13, 30), 60, where=title, online=title)
    [event] = opened(calendar_file([one], NOW))[1]
    assert [str(event[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")] == [title] * 3


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(1, 1440),
)
def test_the_rules_in_the_file_give_the_time_of_amsterdam(moment: datetime, minutes: int):
    """The file's own VTIMEZONE, not the zone the reader knows, says when the meeting is."""
    data = calendar_file([Appointment("a@b", 0, "Raad", moment, minutes)], NOW)
    calendar, [event] = opened(data)
    [zone] = calendar.walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    real = moment.replace(tzinfo=AMSTERDAM)
    if (
        real.astimezone(UTC).astimezone(AMSTERDAM) != real
        or real.utcoffset() != real.replace(fold=1).utcoffset()
    ):
        return  # the hour that does not exist or exists twice
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert own.utcoffset(moment) == real.utcoffset()
    assert event.end.replace(tzinfo=None) - event.start.replace(tzinfo=None) == timedelta(
        minutes=minutes
    )


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
