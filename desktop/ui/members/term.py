"""The term of a member: appoint for the first time or again, or say goodbye."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members.rota_out import rule_words
from desktop.services.members.rows_people import TenureRow
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import button, card, columns, head, message, primary, row
from desktop.ui.members.person import term_words
from desktop.ui.pages import Page


class TermPage(Page):
    """The terms so far, the next one as the rules propose it, and the last day."""

    area = "members"
    tables = frozenset({"tenure", "seat", "member", "norm"})

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._typed: set[Form] = set()
        self._next, self._end = self._appointing(), _leaving()
        self._watch()

    def build(self) -> list[Item]:
        name = self._desk.office.people.person(self._member).row.name
        return [
            head(tr("The terms of {name}", name=name)),
            columns([self._new()], [self._so_far(), self._goodbye()], (1, 1)),
        ]

    def refresh(self) -> None:
        """Build again with the next proposal; a form that somebody typed in stays.

        Raises CouncilError when the member is gone.
        """
        self._desk.office.people.person(self._member)
        self._next = self._next if self._next in self._typed else self._appointing()
        self._end = self._end if self._end in self._typed else _leaving()
        self._watch()
        self.rebuild(*self._typed)

    def _watch(self) -> None:
        for form in {self._next, self._end} - self._typed:
            form.edited.connect(partial(self._typed.add, form))

    def first_focus(self) -> QWidget | None:
        return self._next.rows["since"].field

    def _new(self) -> Box:
        terms = self._desk.office.seats.terms
        parts: list[Item] = [
            text(one, "small", "muted") for one in rule_words(terms.rota(self._desk.today()))
        ]
        most = terms.most()
        if most and not terms.allowed(self._member):
            words = tr("By your rules this member cannot be appointed again.")
            parts.append(message("warning", words, most.source))
        again = bool(terms.of(self._member))
        act = tr("Appoint again") if again else tr("Appoint")
        title = tr("The next term") if again else tr("The first term")
        return card(title, *parts, self._next, beside(primary(act, self._appoint, "saved"), ...))

    def _so_far(self) -> Box:
        names = {seat.id: seat.name for seat in self._desk.office.seats.all()}
        rows = [
            row(
                term_words(one),
                names.get(one.seat_id or 0, ""),
                icon="clock",
                act=button(tr("Change"), partial(self._correct, one)),
            )
            for one in self._desk.office.seats.terms.of(self._member)
        ]
        listed: list[Item] = ruled(*rows) if rows else [text(tr("No term noted yet."))]
        return card(tr("Terms so far"), *listed)

    def _goodbye(self) -> Box:
        note = text(tr("Nobody needs to say why. It is never kept."), "small", "muted")
        act = button(tr("Stops on this day"), self._leave_council, icon="carry")
        return card(tr("Saying goodbye"), note, self._end, beside(act, ...))

    def _appointing(self) -> Form:
        form, today = Form(), self._desk.today()
        seats = self._desk.office.seats
        since, until = seats.terms.proposed(self._member, today)
        how = (
            tr("Empty: {date}, by your rules.", date=long_date(until))
            if until
            else tr("Empty: no end was agreed.")
        )
        form.add_row(tr("First day"), date_line("since"))
        form.add_row(tr("Last day"), date_line("until"), how, optional=True)
        free = [("", tr("Without a seat"))]
        mine = self._desk.office.people.person(self._member).seat
        if mine:
            free.append((str(mine.id), mine.name))
        free += [(str(one.id), one.name) for one in seats.vacancies(today)]
        form.add_row(tr("On which seat?"), choice("seat_id", free))
        form.add_row(tr("Who appoints?"), line("by", tr("For example: the college")), optional=True)
        seat = str(mine.id) if mine else ""
        form.set_values({"since": since, "seat_id": seat})
        return form

    def _appoint(self) -> None:
        values: dict[str, Any] | None = self._next.read()
        if values is None:
            return
        if values["since"] is None:
            error = CouncilError(tr("On which day does the term begin?"), "since")
            self._next.show_error(error)
            return
        seat = int(values["seat_id"]) if values["seat_id"] else None
        try:
            self._desk.office.seats.terms.appoint(
                self._member, values["since"], seat=seat, until=values["until"], by=values["by"]
            )
        except CouncilError as error:
            self._next.show_error(error)
            return
        self._desk.window.back()

    def _correct(self, tenure: TenureRow) -> None:
        self._desk.window.open_page(CorrectTermPage(self._desk, tenure))

    def _leave_council(self) -> None:
        values: dict[str, Any] | None = self._end.read()
        if values is None:
            return
        if values["day"] is None:
            self._end.show_error(CouncilError(tr("Which day is the last one?"), "day"))
            return
        try:
            self._desk.office.seats.terms.end(self._member, values["day"])
        except CouncilError as error:
            self._end.show_error(error)
            return
        self._desk.window.back()


class CorrectTermPage(NewPage):
    """The days and the seat of a term, when something was filled in wrong."""

    area = "members"

    def __init__(self, desk: Desk, tenure: TenureRow) -> None:
        super().__init__(desk, Form())
        self._tenure = tenure
        named = ((seat.id, seat.name) for seat in desk.office.seats.all())
        seats = choice("seat_id", [(None, tr("Without a seat")), *named])
        self._form.add_row(tr("First day"), date_line("since"))
        self._form.add_row(tr("Last day"), date_line("until"), tr("Empty: no end was agreed."))
        self._form.add_row(tr("On which seat?"), seats)
        self._form.set_values(vars(tenure))

    def build(self) -> list[Item]:
        name = self._desk.office.people.person(self._tenure.member_id).row.name
        keep = primary(tr("Keep"), self.keep, "saved")
        return [
            head(term_words(self._tenure), over=name),
            card("", self._form, beside(keep, ...)),
        ]

    def add(self, values: dict[str, Any]) -> None:
        if values["since"] is None:
            raise CouncilError(tr("On which day does the term begin?"), "since")
        self._desk.office.seats.terms.change(
            self._tenure.id, values["since"], values["until"], values["seat_id"]
        )


def _leaving() -> Form:
    form = Form()
    form.add_row(tr("Last day as a member"), date_line("day"))
    return form
