"""Looking for new members: the vacancies, where people came from, and data that must go."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.candidates import CandidateRow
from desktop.services.members.rows_recruiting import VacancyLine, Yield
from desktop.services.members.vacancy_words import words
from desktop.services.records import listed
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import button, card, columns, empty, head, message, primary, row
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

TONES = {"draft": "plain", "open": "success", "filled": "info", "stopped": "plain"}


class VacanciesPage(Page):
    """All vacancies; Enter opens one."""

    area = "members"
    tables = frozenset({"vacancy", "candidate", "setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._start}

    def build(self) -> list[Item]:
        found = self._desk.office.recruiting.vacancies()
        start = primary(tr("Look for a member"), self._start, "add")
        if not found:
            why = tr("Say whom you look for. The advert and the flyer are made for you.")
            return [*self._due(), empty(tr("No vacancy yet"), why, start)]
        shown = RowList[VacancyLine](tr("Vacancies"), _face, most=8)
        shown.show_rows(found)
        shown.opened.connect(self._open)
        return [
            head(tr("Looking for new members"), "", start),
            *self._due(),
            columns([card(tr("Vacancies"), shown)], [self._yields()]),
        ]

    def _due(self) -> list[Item]:
        gone = self._desk.office.candidates.due(self._desk.today())
        return [due_box(self._desk, gone)] if gone else []

    def _yields(self) -> Box:
        found = self._desk.office.recruiting.yields()
        lines: list[Item] = ruled(*(_yield_row(one) for one in found))
        why = text(tr("Only numbers are kept, also after the data are erased."), "small", "muted")
        return card(tr("Where people came from"), *(lines or [text(tr("Nobody came yet."))]), why)

    def _open(self, found: VacancyLine) -> None:
        from desktop.ui.members.vacancy import VacancyPage

        self._desk.window.open_page(VacancyPage(self._desk, found.row.id))

    def _start(self) -> None:
        self._desk.window.open_page(NewVacancyPage(self._desk))


class NewVacancyPage(NewPage):
    """Ask for which seat it is, and what the place is called."""

    area = "members"

    def __init__(self, desk: Desk) -> None:
        seats = desk.office.seats.vacancies(desk.today())
        form = Form()
        form.add_row(
            tr("For which seat?"),
            choice("seat", [(None, tr("No special seat")), *((s.id, s.name) for s in seats)]),
            tr("Empty seats stand here."),
        )
        form.add_row(
            tr("What do you call it?"),
            line("title"),
            tr("This is the heading of the advert. For example: A new member for our council."),
        )
        form.set_values({"seat": seats[0].id if seats else None})
        super().__init__(desk, form)

    def build(self) -> list[Item]:
        start = primary(tr("Start"), self.keep, "next")
        return [head(tr("Look for a member")), card("", self._form, beside(start, ...))]

    def add(self, values: dict[str, Any]) -> Page:
        from desktop.ui.members.vacancy import VacancyPage

        return VacancyPage(self._desk, self._desk.office.recruiting.add(**values))


def due_box(desk: Desk, gone: list[CandidateRow]) -> Box:
    """Return the message that the data of *gone* must go, with the one button that does it."""

    def erase() -> None:
        done: list[int] = []
        if desk.attempt(lambda: done.append(desk.office.candidates.erase_due(desk.today()))):
            told_erased(desk, done[0])

    return message(
        "warning",
        tr("These data must go"),
        tr(
            "{names}. The agreed time has passed. Erasing is for good: it cannot be undone.",
            names=listed([one.name for one in gone]),
        ),
        button(tr("Erase for good"), erase, icon="close"),
    )


def told_erased(desk: Desk, many: int) -> None:
    """Say that the data of so many people are gone from the file."""
    desk.window.strip.say(
        "success",
        trn("The data of {n} person are erased.", "The data of {n} people are erased.", many),
        tr("Older backups may still hold them."),
    )


def _face(found: VacancyLine) -> Face:
    vacancy = found.row
    why = [trn("{n} candidate", "{n} candidates", found.candidates)]
    if vacancy.closes and vacancy.state == "open":
        why.append(tr("until {date}", date=long_date(vacancy.closes)))
    return Face(
        vacancy.title,
        " · ".join(why),
        "people",
        state=(words("vacancy_state", vacancy.state), TONES[vacancy.state]),
        act=tr("Open"),
    )


def _yield_row(one: Yield) -> QWidget:
    came = trn("{n} person came", "{n} people came", one.came)
    joined = trn("{n} became a member", "{n} became members", one.joined)
    return row(one.source or tr("Not known"), f"{came}, {joined}" if one.joined else came)
