"""The ways to recruiting, allowances and trainings, on the first page of the members."""

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import card
from desktop.ui.members.way import way
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
        way(desk, tr("Looking for new members"), looking, "search", vacancies),
        way(desk, tr("Allowances"), money, "promise", claims),
        way(desk, tr("Trainings"), learned, "lesson", training),
    ]
    return [card(tr("Finding and keeping members"), *ruled(*rows))]
