"""Meetings: the next one with what to do now, the plan of the year, minutes and lists."""

from collections.abc import Callable, Mapping
from functools import partial

from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.i18n import tr
from desktop.services.meetings.kinds import words
from desktop.services.meetings.rows import MeetingRow
from desktop.ui.boxes import Box, Item, beside, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Button, Row, button, card, columns, empty, head, next_step, primary, row
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.meeting_form import NewMeetingPage
from desktop.ui.meetings.parking import HandInPage, ParkingPage
from desktop.ui.meetings.plan import PlanPage, meeting_row
from desktop.ui.pages import Page

_FEW = 5


class MeetingsPage(Page):
    """The first page of the area."""

    area = "meetings"
    tables = frozenset(
        {"meeting", "agenda_item", "action_point", "promise", "meeting_decision", "norm"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new}

    def build(self) -> list[Item]:
        plan, today = self._desk.office.plan, self._desk.today()
        coming, held = plan.coming(today), plan.held()
        if not coming and not held:
            return [self._empty()]
        year = button(tr("Whole year"), self._plan, icon="vergaderen")
        top = head(tr("Meetings"), "", year, button(tr("New meeting"), self._new, icon="add"))
        left: list[Item] = [self._next(coming[0]) if coming else self._none_planned()]
        if coming[1:]:
            left.append(self._coming(coming[1:]))
        right: list[Item] = [self._lists()]
        if held:
            right.append(self._held(held[:_FEW]))
        return [top, columns(left, right)]

    def _empty(self) -> Box:
        return empty(
            tr("No meetings yet"),
            tr("Plan the year at once, or begin with one meeting."),
            primary(tr("Plan the year"), self._plan, "vergaderen"),
            button(tr("New meeting"), self._new, icon="add"),
        )

    def _none_planned(self) -> Box:
        return next_step(
            tr("No meeting is planned."),
            tr("Plan the year at once, or begin with one meeting."),
            primary(tr("Plan the year"), self._plan, "vergaderen"),
        )

    def _next(self, meeting: MeetingRow) -> Box:
        day = weekday_date(meeting.starts.date())
        when = tr("{day} at {time}", day=day, time=clock(meeting.starts))
        place = ", ".join(part for part in (meeting.place, meeting.room) if part)
        agenda = partial(self._open, meeting.id)
        run = partial(self._run, meeting.id)
        acts: list[Button]
        if meeting.state == "running":
            acts = [primary(tr("Go on with the meeting"), run, "next")]
        elif meeting.starts.date() <= self._desk.today():
            acts = [primary(tr("Begin the meeting"), run, "next"), button(tr("Agenda"), agenda)]
        elif self._desk.office.agenda.items(meeting.id):
            acts = [primary(tr("Agenda"), agenda, "vergaderen")]
            acts.append(button(tr("Begin the meeting"), run, icon="next"))
        else:
            acts = [primary(tr("Make the agenda"), agenda, "vergaderen")]
        return next_step(f"{meeting.title}: {when}", place, *acts, over=tr("Next meeting"))

    def _coming(self, meetings: list[MeetingRow]) -> Box:
        rows = [meeting_row(one, partial(self._open, one.id)) for one in meetings[:_FEW]]
        return card(tr("Coming"), *ruled(*rows))

    def _held(self, meetings: list[MeetingRow]) -> Box:
        rows: list[Row] = []
        for one in meetings:
            state = words("minutes_state", one.minutes_state or "none")
            rows.append(
                row(
                    one.title,
                    f"{long_date(one.starts.date())} · {state}",
                    icon="file",
                    act=button(tr("Minutes"), partial(self._minutes, one.id)),
                )
            )
        return card(tr("Held"), *ruled(*rows))

    def _lists(self) -> Box:
        lists, waiting = self._desk.office.lists, self._desk.office.agenda.waiting()
        today = self._desk.today()
        late = len(lists.actions(late_on=today))
        rows = [
            row(
                tr("Actions"),
                tr("{n} open", n=len(lists.actions(state="open"))),
                icon="action",
                state=(tr("{n} late", n=late), "danger") if late else None,
                act=button(tr("Open"), partial(self._list, "actions")),
            ),
            row(
                tr("Promises"),
                tr("{n} open", n=len(lists.promises(state="open"))),
                icon="promise",
                act=button(tr("Open"), partial(self._list, "promises")),
            ),
            row(
                tr("Decisions"),
                tr("All decisions with their number"),
                icon="decision",
                act=button(tr("Open"), partial(self._list, "decisions")),
            ),
            row(
                tr("Parking list"),
                tr("{n} waiting", n=len([w for w in waiting if w.state != "rejected"])),
                icon="parked",
                act=button(
                    tr("Open"), lambda: self._desk.window.open_page(ParkingPage(self._desk))
                ),
            ),
        ]
        hand_in = button(
            tr("Hand in an item"),
            lambda: self._desk.window.open_page(HandInPage(self._desk)),
            icon="add",
        )
        return card(tr("Lists"), *ruled(*rows), beside(hand_in, ...))

    def _open(self, meeting: int) -> None:
        self._desk.window.open_page(AgendaPage(self._desk, meeting))

    def _run(self, meeting: int) -> None:
        from desktop.ui.meetings.running.view import RunningPage

        self._desk.window.open_page(RunningPage(self._desk, meeting))

    def _minutes(self, meeting: int) -> None:
        from desktop.ui.meetings.minutes_places import open_minutes

        open_minutes(self._desk, meeting)

    def _list(self, which: str) -> None:
        from desktop.ui.meetings.lists import ListsPage

        self._desk.window.open_page(ListsPage(self._desk, which))

    def _new(self) -> None:
        self._desk.window.open_page(NewMeetingPage(self._desk))

    def _plan(self) -> None:
        self._desk.window.open_page(PlanPage(self._desk))
