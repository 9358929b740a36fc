"""A new member: name, role, first day and seat; term and programme follow from the rules."""

from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.services.members.programmes import is_new
from desktop.ui.boxes import Item, beside
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import card, head, primary
from desktop.ui.members.person import PersonPage
from desktop.ui.pages import Page


class NewMemberPage(NewPage):
    """One short form; everything else can come later."""

    area = "members"

    def __init__(self, desk: Desk) -> None:
        self._buddy = desk.office.programmes.proposed_buddy(desk.today())
        super().__init__(desk, Form())
        self._fill()
        self._form.edited.connect(self._show_programme)
        self._show_programme()

    def build(self) -> list[Item]:
        keep = primary(tr("Add"), self.keep, "saved")
        return [
            head(tr("A new member"), tr("Only the name is needed. The rest may come later.")),
            card("", self._form, beside(keep, ...)),
        ]

    def _fill(self) -> None:
        form, length = self._form, self._desk.office.seats.terms.length()
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
        add_seat(form, self._desk)
        self._wish = Tick(tr("Make a programme for the first weeks"), key="programme")
        self._programme = form.add_row(
            tr("Make a programme for the first weeks"), self._wish, self._with_whom()
        )
        form.set_values({"role": "lid", "programme": True})

    def _with_whom(self) -> str:
        members = self._desk.office.council.members()
        buddy = next((one.name for one in members if one.id == self._buddy), "")
        if not buddy:
            return tr("Small steps with a date. You can change everything afterwards.")
        return tr(
            "Small steps with a date, and {name} as buddy. You can change everything afterwards.",
            name=buddy,
        )

    def _show_programme(self) -> None:
        """Offer the programme only for who is new: a list of members goes in without any."""
        self._programme.setVisible(self._is_new())

    def _is_new(self) -> bool:
        try:
            since: Any = self._form.values()["since"]
        except CouncilError:
            return False  # the day is still being typed
        return is_new(since, self._desk.today())

    def add(self, values: dict[str, Any]) -> Page:
        office, today = self._desk.office, self._desk.today()
        name, since = values.pop("name"), values.pop("since")
        wanted = values.pop("programme") and self._is_new()
        values.setdefault("seat")
        if not wanted:
            welcome = office.seats.terms.welcome
            return PersonPage(self._desk, welcome(name, since=since, **values))
        key = office.programmes.start(name, since, today, told=values, buddy_id=self._buddy)
        self._welcomed = True
        return PersonPage(self._desk, office.programmes.programme(key).member_id)

    def keep(self) -> None:
        self._welcomed = False
        super().keep()
        if self._welcomed:
            self._desk.window.strip.say("success", tr("Welcome! The programme is ready."))


def add_seat(form: Form, desk: Desk) -> None:
    """Ask which empty seat a new member takes, when there is one."""
    vacancies = desk.office.seats.vacancies(desk.today())
    if vacancies:
        free = [(None, tr("Without a seat")), *((one.id, one.name) for one in vacancies)]
        form.add_row(tr("On which seat?"), choice("seat", free))
