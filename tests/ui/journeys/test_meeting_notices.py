"""What Vandaag says about meetings leads to the thing itself; lists get numbers of their own."""

import pytest

from desktop.i18n import tr
from desktop.services.notice import Notice
from desktop.ui.council.page import CouncilPage
from desktop.ui.kit import Row
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.followed import FollowedPage
from desktop.ui.meetings.list_settings import ListSettingsPage
from desktop.ui.meetings.lists import ListsPage
from desktop.ui.meetings.minutes import MinutesPage
from desktop.ui.meetings.parking import ParkingPage
from desktop.ui.meetings.plan import PlanPage
from desktop.ui.meetings.remarks import RemarksPage
from desktop.ui.meetings.send import SendPage
from desktop.ui.places import open_notice
from desktop.ui.today.page import TodayPage
from tests.ui.walk import walk

WRONG = "Zet {nummer} één keer in het patroon, bijvoorbeeld: A-{jaar}-{nummer:03}"


def test_from_today_the_agenda_is_one_press_away(example, person):
    assert isinstance(example.window.page, TodayPage)
    person.presses("Versturen")
    assert isinstance(example.window.page, SendPage)
    assert person.steps == ["press Versturen"]


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("agenda", AgendaPage),
        ("send", SendPage),
        ("minutes", MinutesPage),
        ("remarks", RemarksPage),
        ("parking", ParkingPage),
        ("plan", PlanPage),
        ("action", FollowedPage),
        ("actions:late", ListsPage),
        ("promises:soon", ListsPage),
    ],
)
def test_each_notice_opens_its_own_page(example, place, page):
    office = example.office
    records = {
        "minutes": next(one.id for one in office.minutes.held() if not one.adopted_in),
        "plan": 2027,
        "action": office.lists.actions(state="open")[0].id,
    }
    records["remarks"] = records["minutes"]
    meeting = office.plan.next(example.today())
    assert meeting is not None
    notice = Notice("", "", "", "calm", "", "meetings", "eye", place=place)
    known = None if ":" in place else records.get(place, meeting.id)
    open_notice(example, Notice(**{**vars(notice), "record": known}))
    assert isinstance(example.window.page, page)
    assert walk(example.window) == []


def test_a_council_numbers_its_actions_by_date(example, person):
    settings = example.office.lists.settings
    example.window.show_area("council")
    assert isinstance(example.window.page, CouncilPage)
    [row] = [
        row
        for row in example.window.page.findChildren(Row)
        if tr("Numbers and names in lists") in row.sentence
    ]
    person.presses(f"{row.sentence}, Open")
    assert isinstance(example.window.page, ListSettingsPage)
    person.chooses(
        "Hoe ziet het nummer van een actie eruit?", "20260310001: eerst de dag, en telt jaren door"
    )
    person.waits(lambda: settings.schemes()["action"] == "{datum}{nummer:03}")
    person.sees("Het volgende nummer is 20260310001.")
    assert walk(example.window) == []


def test_a_wrong_pattern_gets_one_sentence_and_changes_nothing(example, person):
    settings = example.office.lists.settings
    example.window.open_page(ListSettingsPage(example))
    person.chooses("Hoe ziet het nummer van een actie eruit?", "Een eigen patroon")
    person.types("Patroon voor acties", "A-{jar}")
    person.sees_at("Patroon voor acties", WRONG)
    assert settings.schemes()["action"] == "A-{nummer}"
    person.types("Patroon voor acties", "A-{jj}-{nummer:02}")
    person.waits(lambda: settings.schemes()["action"] == "A-{jj}-{nummer:02}")
    person.sees("Het volgende nummer is A-26-01.")
