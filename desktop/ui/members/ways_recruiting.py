"""The way to finding new members, on the first page of the members."""

from collections.abc import Callable

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, row
from desktop.ui.pages import Page


def recruiting_ways(desk: Desk) -> list[Item]:
    """Return the card for finding and keeping members."""
    running = [one for one in desk.office.recruiting.vacancies() if one.row.state == "open"]
    looking = trn("{n} open vacancy", "{n} open vacancies", len(running))

    def vacancies() -> Page:
        from desktop.ui.members.vacancies import VacanciesPage

        return VacanciesPage(desk)

    rows = [_way(desk, tr("Looking for new members"), looking, "search", vacancies)]
    return [card(tr("Finding and keeping members"), *ruled(*rows))]


def _way(desk: Desk, what: str, why: str, icon: str, make: Callable[[], Page]) -> Row:
    act = button(tr("Open"), lambda: desk.window.open_page(make()))
    return row(what, why, icon=icon, act=act)
