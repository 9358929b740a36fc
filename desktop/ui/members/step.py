"""One step of a programme: read it, do it, say how clear it was, ask what you want to know."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.members.onboarding_words import choices, words
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.buttons import ChoiceCards
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.kit import Button, button, card, head, message, primary, quiet
from desktop.ui.members.reading import reading
from desktop.ui.members.words import explain_here
from desktop.ui.pages import Page

TABLES = frozenset({"programme", "programme_step", "lesson_done", "meeting", "member"})


class StepPage(Page):
    """What to read or do, and below it: done, how clear it was, and a question."""

    area = "members"
    tables = TABLES

    def __init__(self, desk: Desk, step: int) -> None:
        super().__init__()
        self._desk, self._step = desk, step
        self._form, self._begin, self._below = Form(), beside(), Box(gap=12)
        self._clear = ChoiceCards(
            tr("How clear is it to you?"),
            [(key, said, "") for key, said in choices("understood").items()],
            key="understood",
        )
        self._form.add_row(tr("How clear is it to you?"), self._clear, optional=True)
        self._form.add_row(
            tr("What do you still want to know?"),
            lines("question", 2),
            tr("Your buddy sees your question. There are no silly questions."),
            optional=True,
        )
        self._form.changed.connect(self._save)
        self._clear.edited.connect(self._save)
        self._show_values(self._look()[1])

    def build(self) -> list[Item]:
        row, step = self._look()
        told = reading(self._desk.office.programmes.step_text(step.id, self._desk.today()))
        self._show(step)
        return [
            head(
                step.title,
                when(step, self._desk.today()),
                button(tr("What does … mean?"), partial(explain_here, self._desk), icon="search"),
                over=tr("Step {number} of {total}", number=step.number, total=len(row.steps)),
            ),
            card("", *told, self._begin),
            card(tr("Are you ready with this step?"), self._form, self._below),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        _row, step = self._look()
        self._show_values(step)
        self._show(step)

    def first_focus(self) -> QWidget | None:
        first = self._begin if self._begin.isVisibleTo(self) else self._below
        return next(iter(first.findChildren(Button)), None)

    def leave(self) -> bool:
        self._form.flush()
        return True

    def _look(self) -> tuple[ProgrammeRow, StepRow]:
        return self._desk.office.programmes.steps.step(self._step)

    def _show_values(self, step: StepRow) -> None:
        self._form.set_values({"understood": str(step.understood or ""), "question": step.question})

    def _show(self, step: StepRow) -> None:
        """Show the buttons that fit how the step stands."""
        if _opens(step):
            make = quiet if step.done else primary
            lesson = step.kind == "lesson"
            said = tr("Begin with the lesson") if lesson else tr("Begin to practise")
            self._begin.show_items([make(said, self._open, "lesson"), ...])
        told = tr("Your step was done on {date}.", date=day_of(step)) if step.done else ""
        said = [message("success", told)] if told else []
        if step.item_id is not None:
            said.append(message("success", tr("Your question goes to a meeting of the council.")))
        self._below.show_items([*said, beside(*self._acts(step), ..., turns=True)])

    def _open(self) -> None:
        row, step = self._look()
        open_work(self._desk, row, step)

    def _acts(self, step: StepRow) -> list[Item]:
        acts: list[Item] = []
        if step.done:
            acts.append(button(tr("Do it once more"), self._again, icon="undo"))
        elif _opens(step):
            acts.append(button(tr("This is done"), self._done, icon="done"))
        else:
            acts.append(primary(tr("This is done"), self._done, "done"))
        if step.waiting_question:
            acts.append(button(tr("Put my question on the agenda"), self._bring_up, icon="add"))
        return acts

    def _save(self) -> None:
        _row, step = self._look()
        values = self._form.values()
        steps = self._desk.office.programmes.steps
        clear, question = str(values["understood"] or ""), str(values["question"])
        if clear and clear != str(step.understood or ""):
            steps.rate(step.id, int(clear))
        if question != step.question:
            steps.ask(step.id, question)

    def _done(self) -> None:
        self._form.flush()
        steps = self._desk.office.programmes.steps
        if self._desk.attempt(lambda: steps.finish(self._step, self._desk.today())):
            self._desk.window.back()

    def _again(self) -> None:
        self._desk.attempt(lambda: self._desk.office.programmes.steps.reopen(self._step))

    def _bring_up(self) -> None:
        self._form.flush()
        steps = self._desk.office.programmes.steps
        self._desk.attempt(lambda: steps.bring_up(self._step, self._desk.today()))


class AskPage(Page):
    """A question for the buddy, or for a meeting if the member wishes."""

    area = "members"

    def __init__(self, desk: Desk, step: int) -> None:
        super().__init__()
        self._desk, self._step = desk, step
        self._form = Form()
        self._form.add_row(tr("What do you want to know?"), lines("question", 3))
        self._form.set_values({"question": desk.office.programmes.steps.step(step)[1].question})

    def build(self) -> list[Item]:
        row, _step = self._desk.office.programmes.steps.step(self._step)
        name = row.buddy.partition(" ")[0]
        to_buddy = tr("Keep it for {name}", name=name) if name else tr("Keep my question")
        keep = primary(to_buddy, self._keep, "saved")
        place = button(tr("Put it on the agenda"), self._place, icon="vergaderen")
        return [
            head(
                tr("Ask a question"),
                tr("There are no silly questions. Somebody else wants to know it too."),
            ),
            card("", self._form, beside(keep, place, ..., turns=True)),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _keep(self) -> bool:
        question = str(self._form.values()["question"])
        if not question:
            self._form.show_error(CouncilError(tr("Write your question first."), "question"))
            return False
        self._desk.office.programmes.steps.ask(self._step, question)
        self._desk.window.back()
        return True

    def _place(self) -> None:
        if self._keep():
            steps = self._desk.office.programmes.steps
            self._desk.attempt(lambda: steps.bring_up(self._step, self._desk.today()))


def open_work(desk: Desk, row: ProgrammeRow, step: StepRow) -> None:
    """Open what a step is about: the lesson, the practice case, or the step itself."""
    if step.kind == "lesson":
        from desktop.ui.members.lesson import LessonPage

        desk.window.open_page(LessonPage(desk, step.lesson, row.member_id))
    elif step.kind == "practice":
        from desktop.ui.members.practice import PracticePage

        desk.window.open_page(PracticePage(desk, step.id))
    else:
        desk.window.open_page(StepPage(desk, step.id))


def when(step: StepRow, today: date) -> str:
    """Return when a step comes or was done, and how much of an evening it takes."""
    if step.done:
        return tr("Done on {date}", date=day_of(step))
    parts = [words("kind", step.kind)]
    with_others = step.kind in ("meet", "review")
    if step.minutes and not with_others:
        parts.append(trn("{n} minute", "{n} minutes", step.minutes))
    if step.due:
        parts.append(_around(step.due, today, exactly=step.agreed))
    return " · ".join(parts)


def _around(due: date, today: date, *, exactly: bool) -> str:
    """Return a day in kind words: nobody is ever behind."""
    if due < today:
        return tr("may still be done")
    if exactly:
        return weekday_date(due)
    if due.isocalendar()[:2] == today.isocalendar()[:2]:
        return tr("this week")
    return tr("around {date}", date=long_date(due).rpartition(" ")[0])


def day_of(step: StepRow) -> str:
    """Return the day on which a step was done, without its year."""
    return long_date(step.done).rpartition(" ")[0] if step.done else ""


def rating(step: StepRow) -> str:
    """Return what the member said about a step, or nothing."""
    return words("understood", str(step.understood)) if step.understood else ""


def clear_card(desk: Desk, step: StepRow) -> Box:
    """Ask how clear the last step was, in three friendly words."""
    acts: list[Item] = []
    for key, said in choices("understood").items():
        rate = partial(desk.office.programmes.steps.rate, step.id, int(key))
        name = tr("{words}: {title}", words=said, title=step.title)
        acts.append(button(said, rate, kind="chip", name=name))
    return card(
        tr("How clear was it?"), text(step.title, tone="muted"), beside(*acts, ..., turns=True)
    )


def _opens(step: StepRow) -> bool:
    return step.kind in ("lesson", "practice")
