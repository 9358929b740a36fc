"""A new member: name, role, first day and seat; the end of the term follows from the rules."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.ui.boxes import Item, beside
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.kit import card, head, primary
from desktop.ui.members.person import PersonPage
from desktop.ui.pages import Page


class NewMemberPage(Page):
    """One short form; everything else can come later."""

    area = "members"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = self._fields()

    def build(self) -> list[Item]:
        keep = primary(tr("Add"), self._keep, "saved")
        return [
            head(tr("A new member"), tr("Only the name is needed. The rest may come later.")),
            card("", self._form, beside(keep, ...)),
        ]

    def refresh(self) -> None:
        """Leave the form alone: nothing else is shown here."""

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _fields(self) -> Form:
        form, seats = Form(), self._desk.office.seats
        length = seats.terms.length()
        why = (
            tr("The term then lasts {term} ({source}).", term=length.words, source=length.source)
            if length
            else tr("Leave it empty when you do not know it yet.")
        )
        form.add_pair(
            (tr("Name"), line("name")), (tr("Role"), choice("role", list(choices("role").items())))
        )
        form.add_pair((tr("Telephone"), line("phone")), (tr("E-mail"), line("email")))
        form.add_row(tr("First day as a member"), date_line("since"), why, optional=True)
        vacancies = seats.vacancies(self._desk.today())
        if vacancies:
            free = [("", tr("Without a seat")), *((str(one.id), one.name) for one in vacancies)]
            form.add_row(tr("On which seat?"), choice("seat", free))
        form.set_values({"role": "lid"})
        return form

    def _keep(self) -> None:
        values: dict[str, Any] | None = self._form.read()
        if values is None:
            return
        seat = values.pop("seat", "")
        try:
            if seat and values["since"] is None:
                raise CouncilError(tr("On which day does the term begin?"), "since")
            member = self._desk.office.seats.terms.welcome(
                values.pop("name"), seat=int(seat) if seat else None, **values
            )
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.replace_page(PersonPage(self._desk, member))
        if values["since"]:
            start = partial(self._start, member)
            told = tr("Welcome! Now make the programme for the first weeks.")
            self._desk.window.strip.say("success", told, "", (tr("Make the programme"), start))

    def _start(self, member: int) -> None:
        from desktop.ui.members.programmes import StartProgrammePage

        self._desk.window.strip.silence()
        self._desk.window.open_page(StartProgrammePage(self._desk, member))
