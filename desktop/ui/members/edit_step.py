"""Change one step of a programme: its name, day or meeting, and what to do."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import weekday_date
from desktop.i18n import tr
from desktop.services.members.own_material import BLOCKS
from desktop.services.members.rows_onboarding import StepRow
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines, number
from desktop.ui.kit import button, card, head, quiet
from desktop.ui.members.step import rating
from desktop.ui.pages import Page


class EditStepPage(Page):
    """Change one step of a programme; everything keeps itself."""

    area = "members"
    tables = frozenset({"programme_step"})

    def __init__(self, desk: Desk, step: int) -> None:
        super().__init__()
        self._desk, self._step = desk, step
        self._acts = beside()
        self._form = Form()
        self._form.add_row(tr("Name of the step"), line("title"))
        self._form.add_pair(
            (tr("Day"), date_line("due")), (tr("How many minutes?"), number("minutes", 0, 480))
        )
        if self._look().kind == "meet":
            self._form.add_row(
                tr("At which meeting?"),
                choice("meeting_id", [("", tr("No meeting")), *_meetings(desk)]),
                tr("The step then moves along when the meeting gets another day."),
            )
        places = ", ".join(f"{{{name}}}" for name in BLOCKS)
        self._form.add_row(
            tr("What to do"),
            lines("text", 6),
            tr("These words become what is in your file: {places}", places=places),
            optional=True,
        )
        self._form.set_values(_step_values(self._look()))
        self._form.changed.connect(self._save)

    def build(self) -> list[Item]:
        self._show()
        row, _step = self._desk.office.programmes.steps.step(self._step)
        return [
            head(tr("Change a step"), over=row.name),
            card("", self._form),
            self._acts,
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self._form.set_values(_step_values(self._look()))
        self._show()

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _look(self) -> StepRow:
        return self._desk.office.programmes.steps.step(self._step)[1]

    def _show(self) -> None:
        steps, today = self._desk.office.programmes.steps, self._desk.today()
        step = self._look()
        mark = (
            button(tr("Do it once more"), partial(steps.reopen, step.id), icon="undo")
            if step.done
            else button(tr("This is done"), partial(steps.finish, step.id, today), icon="done")
        )
        gone = quiet(tr("Take this step out"), self._remove)
        said: list[Item] = [text(rating(step), "small", "muted")] if step.understood else []
        self._acts.show_items([mark, gone, *said, ...])

    def _save(self) -> None:
        before = _step_values(self._look())
        changed = {k: v for k, v in self._form.readable().items() if before[k] != v}
        if "meeting_id" in changed:
            changed["meeting_id"] = int(str(changed["meeting_id"] or 0)) or None
        keep(
            changed,
            partial(self._desk.office.programmes.steps.change, self._step),
            self._form.point_out,
        )

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        steps = self._desk.office.programmes.steps
        if self._desk.attempt(lambda: steps.remove(self._step)):
            self._desk.told_gone(tr("The step is taken out."))


def _step_values(step: StepRow) -> dict[str, object]:
    return {
        "title": step.title,
        "due": step.due,
        "minutes": step.minutes or 0,
        "text": step.text,
        "meeting_id": str(step.meeting_id or ""),
    }


def _meetings(desk: Desk) -> list[tuple[str, str]]:
    """Return the meetings of the council to choose from, by day."""
    coming = desk.office.plan.coming(desk.today(), "own")
    return [(str(one.id), f"{weekday_date(one.starts.date())}, {one.title}") for one in coming]
