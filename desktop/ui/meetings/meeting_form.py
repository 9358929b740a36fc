"""One meeting: what kind, when, where; move it, cancel it, put it in a calendar."""

from datetime import datetime, time
from functools import partial
from typing import Any

from desktop.domain.calendar import clock, read_clock
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.kinds import choices, template
from desktop.services.meetings.rows import MeetingRow
from desktop.ui.boxes import Item, beside, text
from desktop.ui.buttons import Tick
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, number
from desktop.ui.form_pages import KeptPage, NewPage
from desktop.ui.kit import button, card, columns, head, message, primary, quiet
from desktop.ui.meetings.list_ready import save_list


def meeting_form(desk: Desk, *, fresh: bool) -> Form:
    """Return the form of a meeting; a *fresh* one also asks for its kind."""
    members = desk.office.council.members(desk.today())
    people = [(None, tr("Nobody yet")), *((m.id, m.name) for m in members)]
    form = Form()
    if fresh:
        form.add_row(tr("Kind"), choice("kind", list(choices("meeting").items())))
    form.add_row(tr("Name"), line("title"), optional=fresh)
    form.add_pair(
        (tr("Day"), date_line("day")),
        (tr("Begins at"), line("time"), tr("Like 13.30")),
        (tr("How many minutes?"), number("minutes", 0, 1440)),
    )
    form.add_pair((tr("Place"), line("place")), (tr("Room"), line("room")))
    form.add_row(
        tr("How can people take part from home?"),
        line("online"),
        tr("A link or a telephone number."),
        optional=True,
    )
    form.add_pair(
        (tr("Chair"), choice("chair_id", people)),
        (tr("Takes the minutes"), choice("note_taker_id", people)),
    )
    form.add_row(tr("Extra words in the invitation"), written(desk, "note", 2), optional=True)
    welcome = tr("Everyone may come and listen")
    form.add_row(welcome, Tick(welcome, key="public"))
    return form


def ready(values: dict[str, Any]) -> dict[str, Any]:
    """Turn the values of the form into the fields of a meeting; raises CouncilError."""
    day = values.pop("day")
    begins = read_clock(str(values.pop("time")))
    if day is None:
        raise CouncilError(tr("Fill in the day of the meeting."), "day")
    if begins is None:
        raise CouncilError(tr("Write the time like 13.30."), "time")
    values["starts"] = datetime.combine(day, begins)
    return values


class NewMeetingPage(NewPage):
    """Plan a meeting."""

    area = "meetings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, meeting_form(desk, fresh=True))
        last = desk.office.plan.next(desk.today()) or next(iter(desk.office.plan.held()), None)
        start = last.starts.time() if last else time(13, 30)
        self._form.set_values(
            {
                "time": f"{start:%H.%M}",
                "minutes": last.minutes if last else template("own")["minutes"],
                "public": True,
                "place": last.place if last else "",
                "room": last.room if last else "",
                "online": last.online if last else "",
                "chair_id": last.chair_id if last else None,
                "note_taker_id": last.note_taker_id if last else None,
            }
        )

    def build(self) -> list[Item]:
        plan = primary(tr("Plan this meeting"), self.keep, "add")
        return [head(tr("New meeting")), card("", self._form, beside(plan, ...))]

    def add(self, values: dict[str, Any]) -> None:
        self._desk.office.plan.add(**ready(values))


class MeetingPage(KeptPage[MeetingRow]):
    """A planned meeting: move it, call it off, put it in a calendar."""

    area = "meetings"
    tables = frozenset({"meeting"})

    def __init__(self, desk: Desk, meeting: int) -> None:
        self._meeting = meeting
        super().__init__(desk, meeting_form(desk, fresh=False))

    def parts(self, now: MeetingRow) -> list[Item]:
        return [
            head(now.title, over=choices("meeting").get(now.kind, now.kind)),
            columns(card("", self._form), self._acts(now), (5, 3)),
        ]

    def now(self) -> MeetingRow:
        return self._desk.office.plan.meeting(self._meeting)

    def around(self, now: MeetingRow) -> object:
        return now.title, now.kind, now.state, now.moved_from

    def values(self, now: MeetingRow) -> dict[str, object]:
        return {**vars(now), "day": now.starts.date(), "time": clock(now.starts)}

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        return ready(values)

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.plan.change(self._meeting, **fields)

    def _acts(self, meeting: MeetingRow) -> list[Item]:
        parts: list[Item] = []
        if meeting.state == "cancelled":
            back = button(tr("It takes place after all"), self._restore, icon="undo")
            parts.append(message("warning", tr("This meeting does not take place."), "", back))
        if meeting.moved_from:
            old = tr(
                "Was on {day} at {time}.",
                day=long_date(meeting.moved_from.date()),
                time=clock(meeting.moved_from),
            )
            parts.append(message("info", tr("This meeting was moved."), old))
        save = button(tr("Calendar file"), self._calendar, icon="vergaderen")
        parts.append(
            card(
                tr("In everybody's calendar"),
                text(tr("Send this file along. A change moves the old appointment."), "small"),
                beside(save, ...),
            )
        )
        if meeting.state in ("planned", "sent"):
            sign = partial(save_list, self._desk, "attendance", self._meeting)
            parts.append(
                card(
                    tr("Who is there?"),
                    text(tr("A list on which everyone signs."), "small"),
                    beside(button(tr("Attendance list"), sign, icon="people"), ...),
                )
            )
            ends: list[Item] = [button(tr("Does not take place"), self._cancel, icon="close")]
            if meeting.state == "planned":
                ends.append(quiet(tr("Throw away"), self._delete))
            parts.append(card(tr("Is it off?"), beside(*ends, ..., turns=True)))
        return parts

    def _calendar(self) -> None:
        from desktop.ui.meetings.plan import save_calendar

        meeting = self.now()
        save_calendar(
            self._desk,
            f"{meeting.title} {meeting.starts:%Y-%m-%d}",
            self._desk.office.plan.calendar(self._meeting, datetime.now()),
        )

    def _cancel(self) -> None:
        self._desk.attempt(lambda: self._desk.office.plan.cancel(self._meeting))

    def _restore(self) -> None:
        self._desk.attempt(lambda: self._desk.office.plan.restore(self._meeting))

    def _delete(self) -> None:
        title = self.now().title
        if self._desk.attempt(lambda: self._desk.office.plan.delete(self._meeting)):
            self._desk.window.back()
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))
