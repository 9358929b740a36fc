"""The ways to the money of the council and the help it needs, on the first page of the members."""

from desktop.domain import money
from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import card
from desktop.ui.members.way import way
from desktop.ui.pages import Page


def means_ways(desk: Desk) -> list[Item]:
    """Return the card for the budget, the help needed, claims and trainings."""
    office = desk.office

    def budget() -> Page:
        from desktop.ui.members.budget import BudgetPage

        return BudgetPage(desk)

    def support() -> Page:
        from desktop.ui.members.support import SupportPage

        return SupportPage(desk)

    def claims() -> Page:
        from desktop.ui.members.claims import ClaimsPage

        return ClaimsPage(desk)

    def training() -> Page:
        from desktop.ui.members.training import TrainingPage

        return TrainingPage(desk)

    claimed = trn("{n} new claim", "{n} new claims", len(office.means.claims(state="claimed")))
    learned = trn("{n} training", "{n} trainings", len(office.training.trainings()))
    rows = [
        way(desk, tr("The money of the council"), _left(desk), "raad", budget),
        way(desk, tr("Help from the municipality"), _needed(desk), "promise", support),
        way(desk, tr("Allowances"), claimed, "file", claims),
        way(desk, tr("Trainings"), learned, "lesson", training),
    ]
    return [card(tr("Money and help"), *ruled(*rows))]


def _left(desk: Desk) -> str:
    """Return what is left of this year's budget, in a few words."""
    view = desk.office.budget.year(desk.today().year)
    left = view.budget.total.left
    if view.is_over:
        return tr("More is spent than you got")
    if left is None:
        return tr("What do you get, and what is left?")
    return tr("{amount} left this year", amount=money.euros(left))


def _needed(desk: Desk) -> str:
    """Return how much of the minimum does not come yet."""
    needs = desk.office.support.needs()
    if not needs:
        return tr("What do you need at least?")
    missing = len(desk.office.support.missing())
    if not missing:
        return tr("You get what you need at least.")
    return trn("{n} thing is still missing", "{n} things are still missing", missing)
