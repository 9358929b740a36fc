"""The ways to recruiting, allowances and trainings, on the first page of the members."""

from collections.abc import Callable

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, row
from desktop.ui.pages import Page


def recruiting_ways(desk: Desk) -> list[Item]:
    """Return the card for finding members and for what members get."""
    office = desk.office
    running = [one for one in office.recruiting.vacancies() if one.row.state == "open"]
    waiting = office.means.claims(state="claimed")
    looking = trn("{n} open vacancy", "{n} open vacancies", len(running))
    money = trn("{n} new claim", "{n} new claims", len(waiting))

    def vacancies() -> Page:
        from desktop.ui.members.vacancies import VacanciesPage

        return VacanciesPage(desk)

    def claims() -> Page:
        from desktop.ui.members.claims import ClaimsPage

        return ClaimsPage(desk)

    def training() -> Page:
        from desktop.ui.members.training import TrainingPage

        return TrainingPage(desk)

    learned = trn("{n} training", "{n} trainings", len(office.training.trainings()))
    rows = [
        _way(desk, tr("Looking for new members"), looking, "search", vacancies),
        _way(desk, tr("Allowances"), money, "promise", claims),
        _way(desk, tr("Trainings"), learned, "lesson", training),
    ]
    return [card(tr("Finding and keeping members"), *ruled(*rows))]


def _way(desk: Desk, what: str, why: str, icon: str, make: Callable[[], Page]) -> Row:
    act = button(tr("Open"), lambda: desk.window.open_page(make()))
    return row(what, why, icon=icon, act=act)
