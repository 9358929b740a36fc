"""A programme to start from: look at it, make an own copy, and change that."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr, trn
from desktop.services.members.onboarding_words import choices, words
from desktop.services.members.own_material import BLOCKS
from desktop.services.members.rows_onboarding import Template, TemplateStep
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines, number
from desktop.ui.kit import card, head, primary, quiet
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

_Place = tuple[int, TemplateStep]


class TemplatePage(Page):
    """The steps of a template; those of the app are copied before they are changed."""

    area = "members"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk, self._key = desk, key
        self._top, self._steps = Box(), Box(gap=6)
        self._form = Form()
        self._form.add_row(tr("Name of the programme"), line("title"))
        self._form.add_row(tr("For whom is it?"), line("about"), optional=True)
        self._form.changed.connect(self._save)
        self._show_values(self._look())

    def build(self) -> list[Item]:
        template = self._look()
        self._show(template)
        parts: list[Item] = [self._top]
        if template.own:
            parts.append(card("", self._form))
        return [*parts, self._steps]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        template = self._look()
        self._show_values(template)
        self._show(template)

    def first_focus(self) -> QWidget | None:
        return self._form.first() if self._look().own else super().first_focus()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _look(self) -> Template:
        return self._desk.office.programmes.templates.get(self._key)

    def _show_values(self, template: Template) -> None:
        self._form.set_values({"title": template.title, "about": template.about})

    def _show(self, template: Template) -> None:
        own = template.own
        act = (
            quiet(tr("Throw it away"), self._remove)
            if own
            else primary(tr("Make our own copy"), self._copy, "adviseren")
        )
        self._top.show_items([head(template.title, template.about, act)])
        found = RowList[_Place](tr("Steps"), self._face)
        found.show_rows(list(enumerate(template.steps)))
        parts: list[Item] = [found]
        if own:
            found.opened.connect(self._open)
            parts.append(beside(quiet(tr("Add a step"), self._add, "add"), ...))
        self._steps.show_items([card(tr("Steps"), *parts)])

    def _face(self, place: _Place) -> Face:
        step = place[1]
        told = [words("kind", step.kind), _when(step)]
        if step.minutes:
            told.append(trn("{n} minute", "{n} minutes", step.minutes))
        title = self._desk.office.programmes.material.plain(step.title, self._desk.today())
        act = tr("Change") if self._look().own else ""
        return Face(f"{place[0] + 1}. {title}", " · ".join(told), "open", act=act)

    def _open(self, place: _Place) -> None:
        self._desk.window.open_page(TemplateStepPage(self._desk, self._key, place[0]))

    def _copy(self) -> None:
        key = self._desk.office.programmes.templates.copy(self._key)
        self._desk.window.replace_page(TemplatePage(self._desk, key))

    def _add(self) -> None:
        place = self._desk.office.programmes.templates.add_step(self._key)
        self._desk.window.open_page(TemplateStepPage(self._desk, self._key, place))

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.programmes.templates.remove(self._key)):
            self._desk.told_gone(tr("The programme is thrown away."))

    def _save(self) -> None:
        before = self._look()
        values = self._form.readable()
        changed = {k: v for k, v in values.items() if getattr(before, k) != v}
        if before.own:
            change = partial(self._desk.office.programmes.templates.change, self._key)
            keep(changed, change, self._form.point_out)


class TemplateStepPage(Page):
    """One step of an own template."""

    area = "members"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk, key: str, place: int) -> None:
        super().__init__()
        self._desk, self._key, self._place = desk, key, place
        self._form = Form()
        self._form.add_row(tr("Name of the step"), line("title"))
        lessons = [(one.key, one.title) for one in desk.office.lessons.all()]
        self._form.add_pair(
            (tr("Kind"), choice("kind", list(choices("kind").items()))),
            (tr("Which lesson?"), choice("lesson", [("", tr("No lesson")), *lessons])),
        )
        self._form.add_pair(
            (tr("How many days after the start?"), number("days", 0, 730)),
            (tr("How many months after the start?"), number("months", 0, 24)),
            (tr("How many minutes?"), number("minutes", 0, 480)),
        )
        at = tr("On the day of the first meeting")
        self._form.add_row(at, Tick(at, key="meeting"))
        places = ", ".join(f"{{{name}}}" for name in BLOCKS)
        self._form.add_row(
            tr("What to do"),
            lines("text", 6),
            tr("These words become what is in your file: {places}", places=places),
            optional=True,
        )
        self._form.set_values(_values(self._look()))
        self._form.changed.connect(self._save)

    def build(self) -> list[Item]:
        gone = quiet(tr("Take this step out"), self._remove)
        return [head(tr("Change a step")), card("", self._form), beside(gone, ...)]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self._form.set_values(_values(self._look()))

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _look(self) -> TemplateStep:
        return self._desk.office.programmes.templates.step(self._key, self._place)

    def _save(self) -> None:
        before = _values(self._look())
        changed = {k: v for k, v in self._form.readable().items() if before[k] != v}
        templates = self._desk.office.programmes.templates
        change = partial(templates.change_step, self._key, self._place)
        keep(changed, change, self._form.point_out)

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        templates = self._desk.office.programmes.templates
        if self._desk.attempt(lambda: templates.remove_step(self._key, self._place)):
            self._desk.told_gone(tr("The step is taken out."))


def _values(step: TemplateStep) -> dict[str, object]:
    return {
        "title": step.title,
        "kind": step.kind,
        "lesson": step.lesson,
        "days": step.days,
        "months": step.months,
        "minutes": step.minutes or 0,
        "meeting": step.meeting,
        "text": step.text,
    }


def _when(step: TemplateStep) -> str:
    if step.meeting:
        return tr("at the first meeting")
    if step.months:
        return trn("after {n} month", "after {n} months", step.months)
    if step.evening:
        return tr("evening {n}", n=step.evening)
    return trn("after {n} day", "after {n} days", step.days)
