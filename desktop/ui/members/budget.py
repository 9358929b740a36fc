"""The budget of the year: per part what the council got, planned and spent, and what is left."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain import money
from desktop.domain.budget import Amounts
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.members.budget_out import left_words
from desktop.services.members.rows_budget import FREE, PartRow, YearView, texts, words
from desktop.services.records import listed
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import (
    Bar,
    announce,
    button,
    card,
    columns,
    head,
    message,
    next_step,
    row,
)
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.budget_form import PartForm
from desktop.ui.members.support import SupportPage, first_words
from desktop.ui.members.vacancy import members_folder
from desktop.ui.members.years import year_ways
from desktop.ui.pages import Page

_TONES = {
    "over": "danger",
    "planned_over": "warning",
    "unsaid": "warning",
    "free": "info",
    "fits": "success",
}


class BudgetPage(Page):
    """The parts at the left; the form of one part, the spendings and the paper at the right."""

    area = "members"
    tables = frozenset({"budget_line", "spending", "claim", "claim_kind", "training"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year = desk.today().year
        self._form = PartForm(self._kept, self._keep, self._remove)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._save}

    def build(self) -> list[Item]:
        view = self._desk.office.budget.year(self._year)
        shown = [self._row(one) for one in view.rows]
        together = _together(view)
        total = [text(together, "strong")] if together else []
        return [
            head(tr("The money of the council"), "" if view.is_over else view.told),
            year_ways(self._desk, self._year, self._go),
            *self._first(),
            *self._warnings(view),
            columns(
                [card(tr("Per part"), *ruled(*shown), *total)],
                [self._editor(), self._spendings(view), self._out()],
                (3, 2),
            ),
        ]

    def refresh(self) -> None:
        """Show how it stands; what is being typed in the form stays."""
        self._form.show_again()
        self.rebuild(self._form)

    def first_focus(self) -> QWidget | None:
        return self._form.rows["granted"].focus_target()

    def _first(self) -> list[Item]:
        """Say what to do while nothing was written down yet, and offer the plan of last year."""
        budget = self._desk.office.budget
        if budget.is_new():
            go = button(tr("Help from the municipality"), self._support)
            return [next_step(texts()["first"]["title"], first_words(self._desk, "words"), go)]
        if budget.can_take_plan(self._year):
            take = button(tr("Take over last year's plan"), self._take_plan, icon="carry")
            why = tr("Only the plan. What you get this year, you fill in yourself.")
            none = tr("There is no plan for {year} yet.", year=self._year)
            return [message("info", none, why, take)]
        return []

    def _warnings(self, view: YearView) -> list[Item]:
        told: list[Item] = []
        if view.is_over:
            talk = tr("Look whether it is right. Then talk about it with the municipality.")
            told.append(message("warning", view.told, talk))
        if view.budget.overplanned:
            what = tr(
                "The plan is {amount} too high for: {parts}.",
                amount=money.euros(view.budget.overplanned),
                parts=listed(view.planned_over),
            )
            told.append(message("info", what, tr("Plan less, or ask for more in time.")))
        if view.undated:
            what = trn(
                "{n} training with a cost has no day.",
                "{n} trainings with a cost have no day.",
                view.undated,
            )
            go = button(tr("Trainings"), self._trainings)
            told.append(message("info", what, tr("Without a day it counts in no year."), go))
        return told

    def _row(self, one: PartRow) -> Box:
        act = button(tr("Change"), partial(self._edit, one.key))
        state = None
        if one.state and one.state in _TONES:  # nothing to say where nothing was filled in
            state = (words("state", one.state), _TONES[one.state])
        made = row(one.name, _amounts(one), state=state, act=act)
        granted = one.amounts.granted
        if not granted or one.key == FREE:
            return made
        part = one.amounts.spent / granted
        bar = Bar(part, tr("{name}: {n} % spent", name=one.name, n=round(100 * part)))
        return stack(made, bar, gap=2)

    def _editor(self) -> Box:
        return card(tr("What do you get in {year}?", year=self._year), self._form)

    def _spendings(self, view: YearView) -> Box:
        why = text(tr("Claims and trainings count along by themselves."), "small")
        act = button(tr("Other spendings"), self._open_spendings, icon="promise")
        items: list[Item] = [why]
        many, cents = view.waiting
        if many:
            told = trn(
                "{n} claim still waits for an answer: {amount}. It does not count yet.",
                "{n} claims still wait for an answer: {amount}. They do not count yet.",
                many,
                amount=money.euros(cents),
            )
            items.append(text(told, "small"))
        return card(tr("What was spent"), *items, beside(act, ...))

    def _out(self) -> Box:
        why = text(tr("For the municipality, without names of members."), "small")
        act = button(tr("Make the account of {year}", year=self._year), self._save, icon="file")
        return card(tr("On paper"), why, beside(act, ...))

    def _kept(self, part: str) -> PartRow:
        rows = self._desk.office.budget.year(self._year).rows
        return next(one for one in rows if one.key == part)

    def _edit(self, part: str) -> None:
        self._form.show_part(part)
        target = self._form.rows["granted"].focus_target()
        target.setFocus()
        self.bring_into_view(target)

    def _keep(self) -> None:
        values: dict[str, Any] | None = self._form.read()
        if values is None:
            return
        try:
            self._desk.office.budget.keep(self._year, **values)
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._form.show_part(values["part"])
        announce(self._form, tr("Kept."))

    def _remove(self) -> None:
        part = self._form.part
        if self._desk.attempt(lambda: self._desk.office.budget.remove(self._year, part)):
            self._form.show_part(part)
            title = f"{words('part', part)} {self._year}"
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))

    def _go(self, year: int) -> None:
        self._year = year
        self._form.show_again()
        self.rebuild(self._form)

    def _take_plan(self) -> None:
        self._desk.attempt(lambda: self._desk.office.budget.take_plan(self._year))

    def _support(self) -> None:
        self._desk.window.open_page(SupportPage(self._desk))

    def _trainings(self) -> None:
        from desktop.ui.members.training import TrainingPage

        self._desk.window.open_page(TrainingPage(self._desk))

    def _open_spendings(self) -> None:
        from desktop.ui.members.spendings import SpendingsPage

        self._desk.window.open_page(SpendingsPage(self._desk, self._year))

    def _save(self) -> None:
        folder, budget = members_folder(self._desk), self._desk.office.budget
        today = self._desk.today()
        if self._desk.attempt(lambda: budget.save_account(self._year, today, folder)):
            told_saved(self._desk, folder)


def _amounts(one: PartRow) -> str:
    """Return the amounts of a part in words: "gekregen € 12,00 · uitgegeven € 3,00 · …"."""
    shared = one.key == FREE or one.state == "free"
    return " · ".join(_said(one.amounts, left=not shared)) or words("help", one.key)


def _said(amounts: Amounts, *, left: bool = True) -> list[str]:
    said: list[str] = []
    if amounts.granted is not None:
        said.append(tr("got {amount}", amount=money.euros(amounts.granted)))
    if amounts.planned is not None:
        said.append(tr("plan {amount}", amount=money.euros(amounts.planned)))
    if amounts.spent:
        said.append(tr("spent {amount}", amount=money.euros(amounts.spent)))
    if left and amounts.left is not None:
        words_left = left_words(amounts)
        said.append(words_left if amounts.left < 0 else tr("still {amount}", amount=words_left))
    return said


def _together(view: YearView) -> str:
    """Return all amounts of the year together, in words; nothing when there are none."""
    said = _said(view.budget.total)
    return tr("Together: {amounts}", amounts=" · ".join(said)) if said else ""
