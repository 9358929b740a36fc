"""A programme to start from: look at it, make an own copy, and change that."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr, trn
from desktop.services.members.onboarding_words import choices, words
from desktop.services.members.rows_onboarding import Template, TemplateStep
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, number
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import card, head, primary, quiet
from desktop.ui.members.edit_step import add_what_to_do
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

_Place = tuple[int, TemplateStep]


class TemplatePage(KeptPage[Template]):
    """The steps of a template; those of the app are copied before they are changed."""

    area = "members"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk, key: str) -> None:
        self._templates, self._key = desk.office.programmes.templates, key
        form = Form()
        form.add_row(tr("Name of the programme"), line("title"))
        form.add_row(tr("For whom is it?"), line("about"), optional=True)
        super().__init__(desk, form)

    def now(self) -> Template:
        return self._templates.get(self._key)

    def around(self, now: Template) -> object:
        return now

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._templates.change(self._key, **fields)

    def first_focus(self) -> QWidget | None:
        return self._form.first() if self.now().own else Page.first_focus(self)

    def parts(self, now: Template) -> list[Item]:
        act = (
            quiet(tr("Throw it away"), self._remove)
            if now.own
            else primary(tr("Make our own copy"), self._copy, "adviseren")
        )
        about: list[Item] = [card("", self._form)] if now.own else []
        return [head(now.title, now.about, act), *about, self._steps(now)]

    def _steps(self, now: Template) -> Box:
        found = RowList[_Place](tr("Steps"), self._face)
        found.show_rows(list(enumerate(now.steps)))
        if not now.own:
            return card(tr("Steps"), found)
        found.opened.connect(self._open)
        return card(tr("Steps"), found, beside(quiet(tr("Add a step"), self._add, "add"), ...))

    def _face(self, place: _Place) -> Face:
        step = place[1]
        told = [words("kind", step.kind), _when(step)]
        if step.minutes:
            told.append(trn("{n} minute", "{n} minutes", step.minutes))
        title = self._desk.office.programmes.material.plain(step.title, self._desk.today())
        act = tr("Change") if self.now().own else ""
        return Face(f"{place[0] + 1}. {title}", " · ".join(told), "open", act=act)

    def _open(self, place: _Place) -> None:
        self._desk.window.open_page(TemplateStepPage(self._desk, self._key, place[0]))

    def _copy(self) -> None:
        key = self._templates.copy(self._key)
        self._desk.window.replace_page(TemplatePage(self._desk, key))

    def _add(self) -> None:
        place = self._templates.add_step(self._key)
        self._desk.window.open_page(TemplateStepPage(self._desk, self._key, place))

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._templates.remove(self._key)):
            self._desk.told_gone(tr("The programme is thrown away."))


class TemplateStepPage(KeptPage[TemplateStep]):
    """One step of an own template."""

    area = "members"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk, key: str, place: int) -> None:
        self._templates, self._key, self._place = desk.office.programmes.templates, key, place
        form = Form()
        form.add_row(tr("Name of the step"), line("title"))
        lessons = [(one.key, one.title) for one in desk.office.lessons.all()]
        form.add_pair(
            (tr("Kind"), choice("kind", list(choices("kind").items()))),
            (tr("Which lesson?"), choice("lesson", [("", tr("No lesson")), *lessons])),
        )
        form.add_pair(
            (tr("How many days after the start?"), number("days", 0, 730)),
            (tr("How many months after the start?"), number("months", 0, 24)),
            (tr("How many minutes?"), number("minutes", 0, 480)),
        )
        at = tr("On the day of the first meeting")
        form.add_row(at, Tick(at, key="meeting"))
        add_what_to_do(form)
        super().__init__(desk, form)

    def now(self) -> TemplateStep:
        return self._templates.step(self._key, self._place)

    def values(self, now: TemplateStep) -> dict[str, Any]:
        return {**vars(now), "minutes": now.minutes or 0}

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._templates.change_step(self._key, self._place, **fields)

    def parts(self, now: TemplateStep) -> list[Item]:
        gone = quiet(tr("Take this step out"), self._remove)
        return [head(tr("Change a step")), card("", self._form), beside(gone, ...)]

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._templates.remove_step(self._key, self._place)):
            self._desk.told_gone(tr("The step is taken out."))


def _when(step: TemplateStep) -> str:
    if step.meeting:
        return tr("at the first meeting")
    if step.months:
        return trn("after {n} month", "after {n} months", step.months)
    if step.evening:
        return tr("evening {n}", n=step.evening)
    return trn("after {n} day", "after {n} days", step.days)
