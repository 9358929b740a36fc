"""The programme of one new member, as chair and buddy see it: steps, questions, more time."""

from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, columns, head, message, primary, quiet
from desktop.ui.meetings.plan import save_calendar
from desktop.ui.members.booklet import booklet_card
from desktop.ui.members.edit_step import EditStepPage
from desktop.ui.members.now import NowPage
from desktop.ui.members.step import TABLES, rating, when
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList


class ProgrammePage(KeptPage[ProgrammeRow]):
    """Everything about one programme; what is typed keeps itself."""

    area = "members"
    tables = TABLES | {"agenda_item"}

    def __init__(self, desk: Desk, programme: int) -> None:
        self._programme = programme
        form = Form()
        people = [(m.id, m.name) for m in desk.office.council.members(desk.today())]
        form.add_row(tr("Buddy"), choice("buddy_id", [(None, tr("Nobody yet")), *people]))
        form.add_row(tr("When may the buddy be called?"), line("reachable"), optional=True)
        wish = tr("Wants a certificate at the end")
        form.add_row(wish, Tick(wish, key="certificate"))
        super().__init__(desk, form)

    def now(self) -> ProgrammeRow:
        return self._desk.office.programmes.programme(self._programme)

    def around(self, now: ProgrammeRow) -> object:
        return now, self._desk.office.booklets.wants_large(now.member_id)

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.programmes.change(self._programme, **fields)

    def first_focus(self) -> QWidget | None:
        return Page.first_focus(self)  # what to do now, and not a field

    def parts(self, now: ProgrammeRow) -> list[Item]:
        asked = [self._question(now, step) for step in now.steps if step.question.strip()]
        right: list[Item] = [
            booklet_card(self._desk, now.member_id, own_words=True),
            card(tr("Buddy and wishes"), self._form),
            *self._acts(now),
        ]
        return [self._top(now), columns([*asked, self._steps(now)], right)]

    def _top(self, row: ProgrammeRow) -> Box:
        done = trn(
            "{done} of {n} step done", "{done} of {n} steps done", len(row.steps), done=row.done
        )
        since = tr("Starts on {day}", day=long_date(row.starts))
        see = primary(tr("What do I do now?"), partial(self._see, row), "eye")
        over = tr("Programme of a new member")
        return head(row.name, f"{since} · {done}", see, over=over)

    def _question(self, row: ProgrammeRow, step: StepRow) -> Box:
        if step.item_id is not None:
            told = tr("This question stands on the list for the agenda.")
            return message("success", step.question, told)
        place = button(
            tr("Put it on the agenda"), partial(self._bring_up, step), kind="chip", icon="add"
        )
        why = tr("{name} asks this. Call, or bring it up in a meeting.", name=row.first_name)
        return message("info", step.question, why, place)

    def _steps(self, row: ProgrammeRow) -> Box:
        found = RowList[StepRow](tr("Steps"), partial(_face, row, self._desk.today()))
        found.show_rows(row.steps)
        found.opened.connect(self._open)
        add = quiet(tr("Add a step"), self._add, "add")
        later = quiet(tr("Everything a week later"), self._put_off, "clock")
        acts: list[Item] = [add, later] if not row.over else [add]
        return card(tr("Steps"), found, beside(*acts, ..., gap=8, turns=True))

    def _acts(self, row: ProgrammeRow) -> list[Item]:
        calendar = quiet(tr("Steps in a calendar"), partial(self._calendar, row), "vergaderen")
        ended = (
            quiet(tr("Let it go on"), self._go_on, "undo")
            if row.finished
            else quiet(tr("End the programme"), self._finish, "done")
        )
        remove = quiet(tr("Throw the programme away"), self._remove)
        return [beside(one, ...) for one in (calendar, ended, remove)]

    def _see(self, row: ProgrammeRow) -> None:
        self._desk.window.open_page(NowPage(self._desk, row.member_id))

    def _open(self, step: StepRow) -> None:
        self._desk.window.open_page(EditStepPage(self._desk, step.id))

    def _add(self) -> None:
        programmes = self._desk.office.programmes
        step = self.now().next
        due = step.due if step else self._desk.today()
        key = programmes.steps.add(self._programme, tr("New step"), due)
        self._desk.window.open_page(EditStepPage(self._desk, key))

    def _put_off(self) -> None:
        today = self._desk.today()
        if self._desk.attempt(lambda: self._desk.office.programmes.put_off(self._programme, today)):
            self._desk.window.strip.say("success", tr("All open steps come a week later."))

    def _bring_up(self, step: StepRow) -> None:
        steps = self._desk.office.programmes.steps
        self._desk.attempt(lambda: steps.bring_up(step.id, self._desk.today()))

    def _finish(self) -> None:
        today = self._desk.today()
        self._desk.attempt(lambda: self._desk.office.programmes.finish(self._programme, today))

    def _go_on(self) -> None:
        self._desk.attempt(lambda: self._desk.office.programmes.go_on(self._programme))

    def _remove(self) -> None:
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.programmes.remove(self._programme)):
            self._desk.told_gone(tr("The programme is thrown away. The member stays."))

    def _calendar(self, row: ProgrammeRow) -> None:
        data = self._desk.office.programmes.calendar(row.id, datetime.now())
        save_calendar(self._desk, tr("Steps of {name}", name=row.name), data)


def _face(row: ProgrammeRow, today: date, step: StepRow) -> Face:
    now = row.next is not None and row.next.id == step.id
    told = [when(step, today), rating(step)]
    return Face(
        f"{step.number}. {step.title}",
        " · ".join(part for part in told if part),
        icon="done" if step.done else "now" if now else "open",
        tone="accent" if step.done or now else "muted",
        plain=not now,
    )
