"""The first meetings of a new council: there is always a next step."""

from datetime import datetime

from sqlalchemy import select

from desktop.i18n import tr
from desktop.models.council import Norm
from desktop.models.links import remove
from desktop.ui.desk import Desk
from desktop.ui.meetings.adopt import AdoptPage
from desktop.ui.meetings.plan import PlanPage
from desktop.ui.meetings.running.view import RunningPage
from tests.ui.driver import Person
from tests.ui.walk import walk


def first_meeting(desk: Desk) -> int:
    """Plan a meeting for today, with its fixed items."""
    today = desk.today()
    meeting = desk.office.plan.add(datetime(today.year, today.month, today.day, 13, 30))
    desk.office.agenda.carrying.build_from_last(meeting)
    return meeting


def test_after_the_only_meeting_the_app_says_to_plan_the_year(
    our_council: Desk, person: Person
) -> None:
    office, window = our_council.office, our_council.window
    meeting = first_meeting(our_council)
    office.running.open(meeting, datetime.now())
    window.open_page(AdoptPage(our_council, meeting))
    office.running.close(meeting, datetime.now())
    person.sees(tr("There is no later meeting yet."))
    assert walk(window, (1.0, 2.0)) == []
    person.presses(tr("New meeting"))
    person.types(tr("Day"), "14 april 2026")
    person.presses(tr("Plan this meeting"))
    person.sees(tr("What does the council decide about these minutes?"))

    office.plan.delete(office.plan.coming(our_council.today())[-1].id)
    window.show_area("meetings")
    person.sees(tr("No meeting is planned."))
    assert walk(window, (1.0, 2.0)) == []
    person.presses(tr("Plan the year"))
    assert isinstance(window.page, PlanPage)
    person.uses("Esc")
    person.presses(tr("Whole year"))
    assert isinstance(window.page, PlanPage)


def test_without_an_agreed_quorum_the_screen_does_not_say_that_you_may_decide(
    our_council: Desk, person: Person
) -> None:
    office, meeting = our_council.office, first_meeting(our_council)
    with office.store.changing("Geen afspraken") as session:
        for norm in session.scalars(select(Norm)):
            remove(session, norm)
    office.running.open(meeting, datetime.now())
    our_council.window.open_page(RunningPage(our_council, meeting))
    person.sees("0 van 5 leden")
    assert "mag besluiten" not in person.screen()
