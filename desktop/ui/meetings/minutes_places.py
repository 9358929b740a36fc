"""Ways between the screens of minutes and lists, and the state of minutes in words."""

from pathlib import Path

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.meetings.minutes_look import MinutesView
from desktop.ui.desk import Desk
from desktop.ui.pages import Page


def open_minutes(desk: Desk, meeting: int) -> None:
    """Open minutes where they are now: to write, or to read when they were adopted."""
    desk.window.open_page(minutes_page(desk, meeting))


def minutes_page(desk: Desk, meeting: int) -> Page:
    """Return the page of minutes where they are now."""
    # The screens open each other, so they are looked up when they are needed.
    from desktop.ui.meetings.minutes import MinutesPage
    from desktop.ui.meetings.ready import ReadyPage

    adopted = desk.office.plan.meeting(meeting).minutes_state == "adopted"
    return ReadyPage(desk, meeting) if adopted else MinutesPage(desk, meeting)


def open_ready(desk: Desk, meeting: int) -> None:
    """Open the finished paper: look it over, save it, send it round."""
    from desktop.ui.meetings.ready import ReadyPage

    desk.window.open_page(ReadyPage(desk, meeting))


def open_remarks(desk: Desk, meeting: int) -> None:
    """Open the remarks of members on the concept."""
    from desktop.ui.meetings.remarks import RemarksPage

    desk.window.open_page(RemarksPage(desk, meeting))


def open_adopt(desk: Desk, meeting: int) -> None:
    """Open the question what the council decided about the minutes."""
    from desktop.ui.meetings.adopt import AdoptPage

    desk.window.open_page(AdoptPage(desk, meeting))


def open_followed(
    desk: Desk, kind: str, record: int | None, meeting: int | None = None, item: int | None = None
) -> None:
    """Open one action or promise, or a new one (*record* None) made at an item."""
    from desktop.ui.meetings.followed import FollowedPage

    desk.window.open_page(FollowedPage(desk, kind, record, meeting, item))


def papers_folder(desk: Desk) -> Path:
    """Return where minutes and lists are saved when nothing else was chosen."""
    return desk.office.path.parent / tr("Meetings")


def state_of(view: MinutesView) -> tuple[str, str]:
    """Return the state of the minutes in words, and its tone."""
    if view.adopted and view.adopted_on:
        return tr("Adopted on {day}", day=long_date(view.adopted_on)), "success"
    open_remarks = sum(remark.state == "open" for remark in view.remarks)
    if open_remarks:
        return tr("Remarks came in"), "warning"
    states = {
        "circulated": (tr("Sent round"), "info"),
        "remarks": (tr("Remarks looked at"), "info"),
    }
    return states.get(view.meeting.minutes_state, (tr("Concept"), "plain"))
