"""Change one step of a programme: its name, day or meeting, and what to do."""

from functools import partial
from typing import Any

from desktop.domain.dutch_dates import weekday_date
from desktop.i18n import tr
from desktop.services.members.own_material import BLOCKS
from desktop.services.members.rows_onboarding import StepRow
from desktop.ui.boxes import Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines, number
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, head, quiet
from desktop.ui.members.step import rating


def add_what_to_do(form: Form) -> None:
    """Ask in *form* for the words of a step; say which of them the app fills in."""
    places = ", ".join(f"{{{name}}}" for name in BLOCKS)
    form.add_row(
        tr("What to do"),
        lines("text", 6),
        tr("These words become what is in your file: {places}", places=places),
        optional=True,
    )


class EditStepPage(KeptPage[StepRow]):
    """Change one step of a programme; everything keeps itself."""

    area = "members"
    tables = frozenset({"programme_step"})

    def __init__(self, desk: Desk, step: int) -> None:
        self._steps, self._step = desk.office.programmes.steps, step
        form = Form()
        form.add_row(tr("Name of the step"), line("title"))
        form.add_pair(
            (tr("Day"), date_line("due")), (tr("How many minutes?"), number("minutes", 0, 480))
        )
        if self.now().kind == "meet":
            form.add_row(
                tr("At which meeting?"),
                choice("meeting_id", [(None, tr("No meeting")), *_meetings(desk)]),
                tr("The step then moves along when the meeting gets another day."),
            )
        add_what_to_do(form)
        super().__init__(desk, form)

    def now(self) -> StepRow:
        return self._steps.step(self._step)[1]

    def values(self, now: StepRow) -> dict[str, Any]:
        return {**vars(now), "minutes": now.minutes or 0}

    def around(self, now: StepRow) -> object:
        return now.done, now.understood

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._steps.change(self._step, **fields)

    def parts(self, now: StepRow) -> list[Item]:
        row, step = self._steps.step(self._step)
        mark = (
            button(tr("Do it once more"), partial(self._steps.reopen, step.id), icon="undo")
            if step.done
            else button(tr("This is done"), self._finish, icon="done")
        )
        gone = quiet(tr("Take this step out"), self._remove)
        said: list[Item] = [text(rating(step), "small", "muted")] if step.understood else []
        return [
            head(tr("Change a step"), over=row.name),
            card("", self._form),
            beside(mark, gone, *said, ...),
        ]

    def _finish(self) -> None:
        self._steps.finish(self._step, self._desk.today())

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._steps.remove(self._step)):
            self._desk.told_gone(tr("The step is taken out."))


def _meetings(desk: Desk) -> list[tuple[int, str]]:
    """Return the meetings of the council to choose from, by day."""
    coming = desk.office.plan.coming(desk.today(), "own")
    return [(one.id, f"{weekday_date(one.starts.date())}, {one.title}") for one in coming]
