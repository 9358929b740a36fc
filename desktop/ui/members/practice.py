"""Practise with an invented letter: write an answer with hints, then lay it beside an example."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members.onboarding_words import next_case, practice_case
from desktop.services.members.practice import Compared, compare
from desktop.services.members.rows_onboarding import PracticeCase, StepRow
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import Button, button, card, columns, head, primary, quiet
from desktop.ui.members.reading import reading
from desktop.ui.members.words import explain_here
from desktop.ui.pages import Page


class PracticePage(KeptPage[StepRow]):
    """The letter at the left, the own answer at the right; nobody looks it over."""

    area = "members"
    tables = frozenset({"programme_step"})

    def __init__(self, desk: Desk, step: int) -> None:
        self._step, self._hint, self._given = step, Box(gap=6), 0
        form = Form()
        form.add_row(
            tr("What would you advise?"),
            written(desk, "answer", 10, place="practice"),
            tr("A few sentences are enough. What you write is kept."),
        )
        super().__init__(desk, form, others=(self._hint,))

    def now(self) -> StepRow:
        return self._desk.office.programmes.steps.step(self._step)[1]

    def around(self, now: StepRow) -> object:
        return now.lesson, bool(now.answer)

    def change(self, **fields: str) -> None:
        self._desk.office.programmes.steps.answer(self._step, fields["answer"])

    def parts(self, now: StepRow) -> list[Item]:
        case = practice_case(now.lesson)
        other = beside(quiet(tr("Take another letter"), self._other, "letter"), ...)
        chosen: list[Item] = [] if now.answer else [other]
        letter = card(tr("Letter of {sender}", sender=case.sender), *reading(case.letter), *chosen)
        self._show_hints(case)
        word = button(tr("What does … mean?"), partial(explain_here, self._desk), icon="search")
        compare = primary(tr("Look at the example"), self._compare, "eye")
        mine = card("", self._form, self._hint, beside(compare, ...))
        return [
            head(case.title, case.intro, word, over=tr("Practise")),
            columns(letter, mine, (1, 1)),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.rows["answer"].field

    def _other(self) -> None:
        other = next_case(practice_case(self.now().lesson))
        self._given = 0
        steps = self._desk.office.programmes.steps
        self._desk.attempt(lambda: steps.change(self._step, lesson=other.key))

    def _show_hints(self, case: PracticeCase) -> None:
        given = case.hints[: self._given]
        items: list[Item] = [text(hint) for hint in given]
        if self._given < len(case.hints):
            said = tr("One more hint") if given else tr("Give me a hint")
            items.append(beside(quiet(said, partial(self._more, case), "hint"), ...))
        self._hint.show_items(items)

    def _more(self, case: PracticeCase) -> None:
        self._given += 1
        self._show_hints(case)
        again = next(iter(self._hint.findChildren(Button)), None)
        if again:
            again.setFocus()

    def _compare(self) -> None:
        self._form.flush()
        if not str(self._form.values()["answer"]):
            why = tr("Write one sentence first. After that you see an example.")
            self._form.show_error(CouncilError(why, "answer"))
            return
        self._desk.window.open_page(ComparePage(self._desk, self._step))


class ComparePage(Page):
    """The own answer beside a worked example; there are more good answers than one."""

    area = "members"
    tables = frozenset({"programme_step"})

    def __init__(self, desk: Desk, step: int) -> None:
        super().__init__()
        self._desk, self._step = desk, step

    def build(self) -> list[Item]:
        _row, step = self._desk.office.programmes.steps.step(self._step)
        case = practice_case(step.lesson)
        points = compare(case, step.answer)
        back = button(tr("Write on"), self._desk.window.back, icon="adviseren")
        done = [primary(tr("This is done"), self._done, "done")] if not step.done else []
        return [
            head(
                tr("Your answer and an example"),
                tr("There are more good answers. Look at what you can use."),
                back,
                over=tr("Practise"),
            ),
            columns(
                card(tr("Your answer"), *map(text, step.answer.split("\n\n"))),
                card(tr("An example"), *reading(case.example)),
                (1, 1),
            ),
            card(tr("Look together at"), *ruled(*map(_point, points))),
            beside(*done, ...),
        ]

    def _done(self) -> None:
        steps = self._desk.office.programmes.steps
        finish = partial(steps.finish, self._step, self._desk.today())
        if self._desk.attempt(finish):
            self._desk.window.back()
            self._desk.window.back()


def _point(point: Compared) -> Box:
    """Return a point with the own sentence above that of the example; never right or wrong."""
    mine = (
        tr("In your answer: {words}", words=point.mine)
        if point.mine
        else tr("We see no words about this in your answer. You may have said it in another way.")
    )
    example = tr("In the example: {words}", words=point.example)
    return stack(text(point.ask, "strong"), text(mine), text(example, tone="muted"), gap=3)
