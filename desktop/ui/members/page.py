"""Members: who is who, which seats are empty, and the way to everything around members."""

from collections.abc import Callable, Mapping

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.choices import words
from desktop.services.members.rows_people import PersonView, SeatRow
from desktop.ui.boxes import Box, Item, beside, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, empty, head, primary, quiet, row
from desktop.ui.members.portrait import portrait
from desktop.ui.members.ways import ways
from desktop.ui.members.ways_recruiting import recruiting_ways
from desktop.ui.pages import Page


class MembersPage(Page):
    """The first page of the area."""

    area = "members"
    tables = frozenset(
        {"member", "seat", "tenure", "expertise", "work_group", "duty", "norm", "programme"}
        | {"vacancy", "contact", "handover", "claim", "training"}
        | {
            "budget_line",
            "spending",
            "support_need",
            "theme_card",
            "profile_item",
            "profile_level",
            "headcount",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._left = False

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new}

    def build(self) -> list[Item]:
        today = self._desk.today()
        people = self._desk.office.people.people(today)
        if not people:
            return [self._empty(), *ways(self._desk), *recruiting_ways(self._desk)]
        vacancies = self._desk.office.seats.vacancies(today)
        add = primary(tr("New member"), self._new, "add")
        left: list[Item] = [card(tr("Who is who"), *ruled(*(self._row(one) for one in people)))]
        if vacancies:
            left.append(card(tr("Empty seats"), *ruled(*(self._vacancy(one) for one in vacancies))))
        left += [*self._former(), *recruiting_ways(self._desk)]
        return [
            head(tr("Members"), _counted(len(people), len(vacancies)), add),
            columns(left, [*ways(self._desk)], (3, 2)),
        ]

    def _empty(self) -> Box:
        return empty(
            tr("Nobody yet"),
            tr("Start with yourself. Or bring in a list that you have already."),
            primary(tr("New member"), self._new, "add"),
            button(tr("Bring in a list"), self._bring_in, icon="attach"),
        )

    def _row(self, view: PersonView) -> Box:
        told = [words("role", view.row.role)]
        if view.row.until:
            told.append(tr("until {date}", date=long_date(view.row.until)))
        knows = ", ".join(one.subject for one in view.expertise)
        why = " · ".join(told) + (f"\n{knows}" if knows else "")
        act = button(tr("Open"), lambda: self._open(view.row.id))
        return beside(
            portrait(self._desk, view.row, 44), (row(view.row.name, why, act=act), 1), gap=14
        )

    def _vacancy(self, seat: SeatRow) -> Box:
        why = seat.perspective or seat.organisation

        act = button(tr("Find somebody"), self._search)
        return row(seat.name, why, icon="open", state=(tr("empty"), "warning"), act=act)

    def _former(self) -> list[Item]:
        """Return who left, out of sight until somebody asks."""
        former = self._desk.office.people.people(self._desk.today(), left=True)
        if not former:
            return []
        if not self._left:
            count = trn("{n} former member", "{n} former members", len(former))
            return [beside(quiet(count, self._show_former, "open_down"), ...)]
        return [card(tr("Former members"), *ruled(*(self._row(one) for one in former)))]

    def _show_former(self) -> None:
        self._left = True
        self.rebuild()

    def _open(self, member: int) -> None:
        from desktop.ui.members.person import PersonPage

        self._desk.window.open_page(PersonPage(self._desk, member))

    def _new(self) -> None:
        from desktop.ui.members.new import NewMemberPage

        self._desk.window.open_page(NewMemberPage(self._desk))

    def _search(self) -> None:
        from desktop.ui.members.vacancies import VacanciesPage

        self._desk.window.open_page(VacanciesPage(self._desk))

    def _bring_in(self) -> None:
        from desktop.ui.members.exchange import ExchangePage

        self._desk.window.open_page(ExchangePage(self._desk))


def _counted(people: int, vacancies: int) -> str:
    members = trn("{n} member", "{n} members", people)
    if not vacancies:
        return members
    return f"{members} · {trn('{n} empty seat', '{n} empty seats', vacancies)}"
