"""The programme of one new member, as chair and buddy see it: steps, questions, more time."""

from datetime import date, datetime
from functools import partial

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import button, card, columns, head, message, primary, quiet
from desktop.ui.meetings.plan import save_calendar
from desktop.ui.members.booklet import booklet_card
from desktop.ui.members.edit_step import EditStepPage
from desktop.ui.members.now import NowPage
from desktop.ui.members.step import TABLES, rating, when
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList


class ProgrammePage(Page):
    """Everything about one programme; what is typed keeps itself."""

    area = "members"
    tables = TABLES | {"agenda_item"}

    def __init__(self, desk: Desk, programme: int) -> None:
        super().__init__()
        self._desk, self._programme = desk, programme
        self._top, self._left, self._last = Box(), Box(gap=16), Box(gap=8)
        self._booklet = Box()
        self._form = Form()
        people = [(str(m.id), m.name) for m in desk.office.council.members(desk.today())]
        self._form.add_row(tr("Buddy"), choice("buddy_id", [("", tr("Nobody yet")), *people]))
        self._form.add_row(tr("When may the buddy be called?"), line("reachable"), optional=True)
        wish = tr("Wants a certificate at the end")
        self._form.add_row(wish, Tick(wish, key="certificate"))
        self._form.set_values(_values(self._look()))
        self._form.changed.connect(self._save)

    def build(self) -> list[Item]:
        self._show(self._look())
        right: list[Item] = [self._booklet, card(tr("Buddy and wishes"), self._form), self._last]
        return [self._top, columns(self._left, right)]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        row = self._look()
        self._form.set_values(_values(row))
        self._show(row)

    def leave(self) -> bool:
        return may_leave(self._form)

    def _look(self) -> ProgrammeRow:
        return self._desk.office.programmes.programme(self._programme)

    def _show(self, row: ProgrammeRow) -> None:
        done = trn(
            "{done} of {n} step done", "{done} of {n} steps done", len(row.steps), done=row.done
        )
        since = tr("Starts on {day}", day=long_date(row.starts))
        see = primary(tr("What do I do now?"), partial(self._see, row), "eye")
        over = tr("Programme of a new member")
        self._top.show_items([head(row.name, f"{since} · {done}", see, over=over)])
        asked = [step for step in row.steps if step.question.strip()]
        self._left.show_items([*(self._question(row, s) for s in asked), self._steps(row)])
        self._last.show_items(self._acts(row))
        self._booklet.show_items([booklet_card(self._desk, row.member_id, own_words=True)])

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
        step = self._look().next
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

    def _save(self) -> None:
        before = _values(self._look())
        changed = {k: v for k, v in self._form.readable().items() if before[k] != v}
        if "buddy_id" in changed:
            changed["buddy_id"] = int(str(changed["buddy_id"] or 0)) or None
        keep(
            changed,
            partial(self._desk.office.programmes.change, self._programme),
            self._form.point_out,
        )


def _values(row: ProgrammeRow) -> dict[str, object]:
    return {
        "buddy_id": str(row.buddy_id or ""),
        "reachable": row.reachable,
        "certificate": row.certificate,
    }


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
