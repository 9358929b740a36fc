"""What the council spent on other things than claims and trainings: a list with one form."""

from typing import Any

from desktop.domain import money
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.members.rows_budget import parts, words
from desktop.ui.boxes import Item, text
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.members.years import year_ways


class SpendingsPage(RecordsPage):
    """The spendings of one year; the year before and the next are one press away."""

    area = "members"
    tables = frozenset({"spending"})

    def __init__(self, desk: Desk, year: int | None = None) -> None:
        self._year = year or desk.today().year
        super().__init__(desk, self._spendings(desk))

    @classmethod
    def of(cls, desk: Desk, spending: int) -> "SpendingsPage":
        """Return the year in which *spending* stands; raises CouncilError when it is gone."""
        return cls(desk, desk.office.budget.spending(spending).on.year)

    def build(self) -> list[Item]:
        top, lists = super().build()
        found = self._desk.office.budget.spendings(self._year)
        total = money.euros(sum(one.amount for one in found))
        said = text(tr("Together {amount} in {year}.", amount=total, year=self._year), "strong")
        return [top, year_ways(self._desk, self._year, self._go), said, lists]

    def _go(self, year: int) -> None:
        self._year = year
        self.rebuild(self._form)

    def _spendings(self, desk: Desk) -> Records:
        budget = desk.office.budget

        def form() -> Form:
            today = desk.today()
            made = Form()
            made.add_row(tr("What was it for?"), line("what"), tr("Better without names."))
            made.add_pair(
                (tr("Which day?"), date_line("on")),
                (tr("Amount"), line("amount", tr("Like 12.50."))),
            )
            made.add_row(tr("Which part of the budget?"), choice("part", parts()))
            made.set_values({"on": today if today.year == self._year else None, "part": "other"})
            return made

        def shown() -> list[Shown]:
            return [
                Shown(
                    row.id,
                    row.what,
                    " · ".join(
                        (money.euros(row.amount), long_date(row.on), words("part", row.part))
                    ),
                    {**vars(row), "amount": money.amount(row.amount)},
                )
                for row in budget.spendings(self._year)
            ]

        def keep(record: int | None, values: dict[str, Any]) -> None:
            budget.keep_spending(record, **values)
            self._year = values["on"].year  # so that one sees what was kept

        return Records(
            tr("Other spendings"),
            tr("A room, a flyer, a speaker. Claims and trainings count along by themselves."),
            tr("Add a spending"),
            tr("Nothing yet in this year."),
            "promise",
            form,
            shown,
            lambda values: keep(None, values),
            keep,
            budget.remove_spending,
        )
