"""The plan of a year: all meetings, whether there are enough, and calendars for everybody."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.calendar import clock, read_clock
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.intake import write_new
from desktop.services.meetings.kinds import choices, words
from desktop.services.meetings.plan import same_rhythm
from desktop.services.meetings.policy import PolicyRow
from desktop.services.meetings.rows import MeetingRow
from desktop.services.meetings.script_out import count_words
from desktop.ui.advice.letter import open_path
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, number
from desktop.ui.kit import Row, button, card, columns, head, primary, quiet, row
from desktop.ui.meetings.meeting_form import MeetingPage
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier


class PlanPage(Page):
    """One year at a time."""

    area = "meetings"
    tables = frozenset({"meeting", "norm", "dossier", "letter"})

    def __init__(self, desk: Desk, year: int | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._year = year or desk.today().year

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._series, "print": self._paper}

    def build(self) -> list[Item]:
        plan = self._desk.office.plan
        meetings = plan.meetings(self._year)
        before, after = self._year - 1, self._year + 1
        rows = [meeting_row(one, partial(self._open, one.id)) for one in meetings]
        listed: list[Item] = ruled(*rows) if rows else [text(tr("Nothing is planned."))]
        return [
            head(
                tr("Year plan {year}", year=self._year),
                "",
                quiet(str(before), lambda: self._show(before)),
                quiet(str(after), lambda: self._show(after)),
                primary(tr("Plan a series"), self._series, "add"),
            ),
            columns([card("", *listed)], [self._counts(), self._out(), *self._policy()]),
        ]

    def _policy(self) -> list[Item]:
        """Return what the municipality decides this year; nothing when nothing is known."""
        found = self._desk.office.policy.rows(self._year, self._desk.today())
        if not found:
            return []
        return [
            card(
                tr("What the municipality decides"),
                text(tr("Is there a meeting in time for each advice?"), "small", "muted"),
                *ruled(*(self._decision(one) for one in found)),
            )
        ]

    def _decision(self, one: PolicyRow) -> Row:
        days = [
            tr("our advice before {day}", day=long_date(one.advice_by)) if one.advice_by else "",
            tr("decision on {day}", day=long_date(one.decides_on)) if one.decides_on else "",
        ]
        told = ", ".join(day for day in days if day)
        open_it = partial(open_dossier, self._desk, one.dossier)
        return row(
            one.title,
            f"{told[:1].upper()}{told[1:]}. {one.words}",
            state=None if one.in_time else (tr("not in time"), "warning"),
            act=button(tr("Open"), open_it),
        )

    def _counts(self) -> Box:
        plan = self._desk.office.plan
        lines = [count_words(plan.count(self._year, kind)) for kind in ("own", "alderman")]
        return card(tr("Enough meetings?"), *(text(words_) for words_ in lines))

    def _out(self) -> Box:
        return card(
            tr("For everybody"),
            text(tr("The year plan as Word and PDF, or all days at once in a calendar."), "small"),
            beside(button(tr("Word and PDF"), self._paper, icon="file"), ...),
            beside(button(tr("Calendar file"), self._calendar, icon="vergaderen"), ...),
        )

    def _show(self, year: int) -> None:
        self._year = year
        self.rebuild()

    def _open(self, meeting: int) -> None:
        self._desk.window.open_page(MeetingPage(self._desk, meeting))

    def _series(self) -> None:
        self._desk.window.open_page(SeriesPage(self._desk))

    def _paper(self) -> None:
        from desktop.documents.both import write_both

        document = self._desk.office.papers.year_plan(self._year, self._desk.today())
        folder = meeting_folder(self._desk)
        stem = folder / tr("Year plan {year}", year=self._year)
        if self._desk.attempt(lambda: write_both(document, stem)):
            told_saved(self._desk, folder)

    def _calendar(self) -> None:
        data = self._desk.office.plan.year_calendar(self._year, datetime.now())
        save_calendar(self._desk, tr("Year plan {year}", year=self._year), data)


class SeriesPage(Page):
    """Plan the meetings of a year in one go; the days can be seen before they are kept."""

    area = "meetings"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form()
        self._form.add_row(tr("Kind"), choice("kind", list(choices("meeting").items())))
        self._form.add_pair(
            (tr("First day"), date_line("day")),
            (tr("Begins at"), line("time"), tr("Like 13.30")),
            (tr("How many meetings?"), number("count", 1, 60)),
        )
        rhythm = [
            ("0", tr("Every month on the same weekday, such as the third Thursday")),
            *((str(n), trn("Every week", "Every {n} weeks", n)) for n in (1, 2, 3, 4, 6, 8)),
        ]
        self._form.add_row(tr("How often?"), choice("weeks", rhythm))
        self._form.set_values({"time": "13.30", "count": 10})
        self._form.edited.connect(self._preview)
        self._days = text(tr("Fill in the first day."), tone="muted")

    def build(self) -> list[Item]:
        plan = primary(tr("Plan these meetings"), self._keep, "add")
        return [
            head(tr("Plan a series"), tr("Days that have a meeting already are left out.")),
            columns(
                card("", self._form, beside(plan, ...)), card(tr("These days"), self._days), (5, 3)
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.rows["day"].focus_target()

    def _dates(self) -> list[datetime]:
        values = self._form.values()
        day, begins = values["day"], read_clock(str(values["time"]))
        if day is None:
            raise CouncilError(tr("Fill in the first day."), "day")
        if begins is None:
            raise CouncilError(tr("Write the time like 13.30."), "time")
        first = datetime.fromisoformat(f"{day}T{begins}")
        return same_rhythm(first, int(str(values["count"])), weeks=int(str(values["weeks"])))

    def _preview(self) -> None:
        try:
            days = self._dates()
        except CouncilError:
            self._days.setText("")
            return
        self._days.setText("\n".join(f"{weekday_date(d.date())} {d.year}" for d in days))

    def _keep(self) -> None:
        try:
            days = self._dates()
            kind = str(self._form.values()["kind"])
            made = self._desk.office.plan.add_series(days, kind)
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()
        self._desk.window.strip.say(
            "success", trn("{n} meeting is planned.", "{n} meetings are planned.", len(made))
        )


def meeting_folder(desk: Desk) -> Path:
    """Return the folder in which papers of meetings are saved."""
    return desk.office.path.parent / tr("Meetings")


def save_calendar(desk: Desk, name: str, data: bytes) -> None:
    """Save an .ics file beside the council file and say where it is."""
    folder = meeting_folder(desk)
    if desk.attempt(lambda: write_new(folder, f"{name}.ics", data)):
        told_saved(desk, folder)


def told_saved(desk: Desk, folder: Path) -> None:
    """Say that files were saved in *folder*, with the button that opens it."""
    desk.window.strip.say(
        "success",
        tr("Saved in {path}", path=str(folder)),
        "",
        (tr("Open the folder"), lambda: open_path(folder)),
    )


def meeting_row(meeting: MeetingRow, act: Callable[[], object]) -> Row:
    """Return a meeting as a row with its state and a button."""
    day = weekday_date(meeting.starts.date())
    about = [tr("{day} at {time}", day=day, time=clock(meeting.starts))]
    about.append(meeting.place.partition(",")[0])
    state: tuple[str, str] | None = None
    if meeting.state == "cancelled":
        state = (words("meeting_state", "cancelled"), "danger")
    elif meeting.moved_from:
        state = (tr("moved"), "warning")
    elif meeting.state != "planned":
        state = (words("meeting_state", meeting.state), "plain")
    return row(
        meeting.title,
        " · ".join(part for part in about if part),
        icon="vergaderen",
        state=state,
        act=button(tr("Open"), act),
    )
