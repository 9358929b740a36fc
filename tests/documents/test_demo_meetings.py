"""The demo shows every paper of a cycle of meetings, under the name people look for."""

from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.services.demo import meeting_papers
from tests.example import example as example_council


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> list[Path]:
    """All papers around meetings of the example council, written once."""
    folder = tmp_path_factory.mktemp("demo")
    office = example_council(folder)
    try:
        return meeting_papers(office, folder / "documenten")
    finally:
        office.close()


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
@pytest.mark.parametrize(
    "words",
    [
        ("agenda",),
        ("agenda", "iedereen"),
        ("convocatie",),
        ("ledenblad",),
        ("voorzittersscript",),
        ("verslag", "intern"),
        ("verslag", "openbaar"),
        ("besluitenlijst",),
        ("besluitenlijst", "openbaar"),
        ("actielijst",),
        ("actielijst", "openbaar"),
        ("toezeggingenlijst",),
        ("presentielijst",),
        ("jaarplanning",),
    ],
)
def test_each_paper_is_there_as_word_and_pdf(made, words, ending):
    found = [
        path
        for path in made
        if path.suffix == ending and all(word in path.name.lower() for word in words)
    ]
    assert found
    assert all(path.stat().st_size > 1000 for path in found)


def test_the_calendars_of_a_meeting_and_of_the_year_can_be_read(made):
    found = [path for path in made if path.suffix == ".ics"]
    events = [Calendar.from_ical(path.read_bytes()).walk("VEVENT") for path in found]
    assert sorted(len(one) for one in events) == [1, 15]
    [[single]] = [one for one in events if len(one) == 1]
    assert single["UID"] in {event["UID"] for one in events if len(one) > 1 for event in one}
    assert {str(event["STATUS"]) for one in events for event in one} == {"CONFIRMED", "CANCELLED"}


def test_nothing_is_written_twice(made):
    assert len(made) == len(set(made))
