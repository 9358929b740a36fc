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
from desktop.services.members.rows_budget import FREE, PartRow, YearView, parts, texts, words
from desktop.services.records import listed
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import (
    Bar,
    announce,
    button,
    card,
    columns,
    head,
    message,
    next_step,
    primary,
    quiet,
    row,
)
from desktop.ui.meetings.plan import told_saved
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
        self._filled: dict[str, str] = {}
        self._away = quiet(tr("Remove"), self._remove)
        self._form = self._fields()
        self._fill(parts()[0][0])

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
        if self._untouched():
            self._fill(self._part())
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
        known = one.state and one.state != "empty"
        state = (words("state", one.state or ""), _TONES[one.state or ""]) if known else None
        made = row(one.name, _amounts(one), state=state, act=act)
        granted = one.amounts.granted
        if not granted or one.key == FREE:
            return made
        part = one.amounts.spent / granted
        bar = Bar(part, tr("{name}: {n} % spent", name=one.name, n=round(100 * part)))
        return stack(made, bar, gap=2)

    def _editor(self) -> Box:
        return card(tr("What do you get, and what do you plan?"), self._form)

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

    def _fields(self) -> Form:
        made = Form()
        which = choice("part", parts(free=True))
        which.activated.connect(self._chosen)
        made.add_row(tr("Which part?"), which)
        made.add_pair(
            (tr("What do you get?"), line("granted"), tr("Like 1250 or 12.50.")),
            (tr("What do you plan?"), line("planned"), tr("May stay empty.")),
        )
        made.add_row(
            tr("Where does it stand?"),
            line("source"),
            tr("For example: letter of 12 January, or article 6."),
        )
        made.add(beside(primary(tr("Keep"), self._keep, "saved"), self._away, ...))
        return made

    def _part(self) -> str:
        return str(self._form.values()["part"])

    def _kept(self, part: str) -> PartRow:
        rows = self._desk.office.budget.year(self._year).rows
        return next(one for one in rows if one.key == part)

    def _untouched(self) -> bool:
        """Tell whether the form holds what was put there, so that nothing typed gets lost."""
        now = self._form.values()
        return all(now[key] == content for key, content in self._filled.items())

    def _fill(self, part: str) -> None:
        """Show in the form what was kept of *part*."""
        one = self._kept(part)
        self._filled = {
            "granted": _typed(one.amounts.granted),
            "planned": _typed(one.amounts.planned),
            "source": one.source,
        }
        self._form.clear_errors()
        self._form.flush()
        self._form.set_values({"part": part, **self._filled})
        self._fit(one)

    def _fit(self, one: PartRow) -> None:
        """Ask only what this part needs, and say what belongs to it."""
        self._form.rows["part"].show_help(words("help", one.key))
        self._form.rows["planned"].setVisible(one.key != FREE)
        self._away.setVisible(one.kept)

    def _chosen(self) -> None:
        """Another part was chosen: show what was kept of it, unless something was typed."""
        part = self._part()
        if self._untouched():
            self._fill(part)
        else:
            self._fit(self._kept(part))

    def _edit(self, part: str) -> None:
        self._fill(part)
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
        self._fill(values["part"])
        announce(self._form, tr("Kept."))

    def _remove(self) -> None:
        part = self._part()
        if self._desk.attempt(lambda: self._desk.office.budget.remove(self._year, part)):
            self._fill(part)
            title = f"{words('part', part)} {self._year}"
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))

    def _go(self, year: int) -> None:
        self._year = year
        self._fill(self._part())
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


def _typed(cents: int | None) -> str:
    return "" if cents is None else money.amount(cents)


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
