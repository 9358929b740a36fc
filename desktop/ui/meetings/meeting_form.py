"""One meeting: what kind, when, where; move it, cancel it, put it in a calendar."""

from datetime import datetime, time
from typing import Any

from PySide6.QtWidgets import QWidget

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
from desktop.ui.kit import button, card, columns, head, message, primary, quiet
from desktop.ui.pages import Page


def meeting_form(desk: Desk, *, fresh: bool) -> Form:
    """Return the form of a meeting; a *fresh* one also asks for its kind."""
    members = desk.office.council.members(desk.today())
    people = [("", tr("Nobody yet")), *((str(m.id), m.name) for m in members)]
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
        (tr("Chair"), choice("chair", people)), (tr("Takes the minutes"), choice("notes", people))
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
    values["chair_id"] = int(values.pop("chair") or 0) or None
    values["note_taker_id"] = int(values.pop("notes") or 0) or None
    return values


class NewMeetingPage(Page):
    """Plan a meeting."""

    area = "meetings"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = meeting_form(desk, fresh=True)
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
                "chair": str(last.chair_id or "") if last else "",
                "notes": str(last.note_taker_id or "") if last else "",
            }
        )

    def build(self) -> list[Item]:
        plan = primary(tr("Plan this meeting"), self._keep, "add")
        return [head(tr("New meeting")), card("", self._form, beside(plan, ...))]

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _keep(self) -> None:
        values = self._form.read()
        if values is None:
            return
        try:
            self._desk.office.plan.add(**ready(values))
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()


class MeetingPage(Page):
    """A planned meeting; changes are kept by themselves."""

    area = "meetings"
    tables = frozenset({"meeting"})

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._form = meeting_form(desk, fresh=False)
        self._form.changed.connect(self._save)
        self._around: tuple[object, ...] = ()

    def build(self) -> list[Item]:
        meeting = self._now()
        self._show(meeting)
        self._around = self._look_around(meeting)
        return [
            head(meeting.title, over=choices("meeting").get(meeting.kind, meeting.kind)),
            columns(card("", self._form), self._acts(meeting), (5, 3)),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        meeting = self._now()
        if self._look_around(meeting) == self._around:  # no need to hold up a key
            self._show(meeting)
        else:
            self.rebuild(self._form)

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        self._form.flush()
        return True

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
            ends: list[Item] = [button(tr("Does not take place"), self._cancel, icon="close")]
            if meeting.state == "planned":
                ends.append(quiet(tr("Throw away"), self._delete))
            parts.append(card(tr("Is it off?"), beside(*ends, ..., turns=True)))
        return parts

    def _now(self) -> MeetingRow:
        return self._desk.office.plan.meeting(self._meeting)

    def _look_around(self, meeting: MeetingRow) -> tuple[object, ...]:
        """Return what the page shows of *meeting* besides its fields."""
        return meeting.title, meeting.kind, meeting.state, meeting.moved_from

    def _show(self, meeting: MeetingRow) -> None:
        names = ("title", "minutes", "place", "room", "online", "note", "public")
        values: dict[str, object] = {name: getattr(meeting, name) for name in names}
        values |= {
            "day": meeting.starts.date(),
            "time": clock(meeting.starts),
            "chair": str(meeting.chair_id or ""),
            "notes": str(meeting.note_taker_id or ""),
        }
        self._form.set_values(values)

    def _save(self) -> None:
        values = self._form.read()
        if values is None:
            return
        meeting = self._now()
        try:
            fields = ready(values)
            changed = {n: v for n, v in fields.items() if getattr(meeting, n) != v}
            if changed:
                self._desk.office.plan.change(self._meeting, **changed)
        except CouncilError as error:
            self._form.show_error(error)

    def _calendar(self) -> None:
        from desktop.ui.meetings.plan import save_calendar

        meeting = self._now()
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
        title = self._now().title
        if self._desk.attempt(lambda: self._desk.office.plan.delete(self._meeting)):
            self._desk.window.back()
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))
