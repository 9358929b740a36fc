"""Dates in Dutch letters: read in every form people write, and written out in full."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dutch_dates import find_dates, in_words, long_date, number_of, weekday_date

TODAY = date(2026, 6, 15)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 mei 2026", date(2026, 5, 14)),
        ("14-05-2026", date(2026, 5, 14)),
        ("14/5/26", date(2026, 5, 14)),
        ("14-5-26", date(2026, 5, 14)),
        ("14.05.2026", date(2026, 5, 14)),
        ("2026-05-14", date(2026, 5, 14)),
        ("1 sept. 2026", date(2026, 9, 1)),
        ("1e maart 2026", date(2026, 3, 1)),
        ("14 MEI 2026", date(2026, 5, 14)),
        ("14 mei '26", date(2026, 5, 14)),
        ("14\nmei 2026", date(2026, 5, 14)),
        ("1 september", date(2026, 9, 1)),
        ("10 januari", date(2026, 1, 10)),
        ("dinsdag 10 maart", date(2026, 3, 10)),
        ("dinsdag 9 maart", date(2027, 3, 9)),  # only in 2027 that is a Tuesday
    ],
)
def test_reads_every_way_of_writing(text: str, value: date) -> None:
    found = find_dates(f"Vóór {text} graag.", TODAY)
    assert [item.value for item in found] == [value]
    assert f"Vóór {text} graag."[found[0].start : found[0].end] == text


@pytest.mark.parametrize(
    "text",
    [
        "31 februari 2026",
        "artikel 3.1.26",
        "Z/26/014522",
        "20231214041",
        "2 meiden",
        "19.30 uur",
        "12-34-2026",
        "06-12-345678",
        "ASD 2026-07",
        "1.250,00 euro",
        "192.168.1.20",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert find_dates(text, TODAY) == []


@given(DAYS, DAYS)
def test_long_date_is_read_back(day: date, today: date) -> None:
    text = f"Op {long_date(day)}."
    assert [(item.value, item.start, item.end) for item in find_dates(text, today)] == [
        (day, 3, len(text) - 1)
    ]


@given(st.dates(date(1902, 1, 1), date(2197, 1, 1)), st.integers(-150, 150))
def test_weekday_date_is_read_back_near_today(day: date, distance: int) -> None:
    text = weekday_date(day)
    assert [item.value for item in find_dates(text, day + timedelta(days=distance))] == [day]


@given(st.text(max_size=200))
def test_any_text_gives_dates_in_order(text: str) -> None:
    found = find_dates(text, TODAY)
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_numbers_in_words() -> None:
    assert [in_words(number) for number in (0, 1, 6, 14, 20, 21, -3)] == [
        "nul", "één", "zes", "veertien", "twintig", "21", "-3",
    ]  # fmt: skip
    assert [number_of(word) for word in ("een", "één", "Zes", "12", "veel", "99999999")] == [
        1, 1, 6, 12, None, None,
    ]  # fmt: skip


@given(st.integers(0, 20))
def test_words_are_read_back(number: int) -> None:
    assert number_of(in_words(number)) == number
