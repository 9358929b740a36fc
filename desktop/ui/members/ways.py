"""The ways from the members to everything around them, in a few calm groups."""

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, card
from desktop.ui.members.themes import counted
from desktop.ui.members.way import way
from desktop.ui.members.ways_means import means_ways
from desktop.ui.members.ways_onboarding import onboarding_ways
from desktop.ui.members.ways_packs import pack_ways
from desktop.ui.pages import Page


def ways(desk: Desk) -> list[Item]:
    """Return the cards with ways, each with what stands there now."""
    return [
        *onboarding_ways(desk),
        card(tr("Seats and terms"), *ruled(*_seats(desk))),
        *means_ways(desk),
        *pack_ways(desk),
        card(tr("Handy"), *ruled(*_handy(desk))),
    ]


def _seats(desk: Desk) -> list[Row]:
    office, today = desk.office, desk.today()
    seats = trn("{n} seat", "{n} seats", len(office.seats.seats(today)))
    groups = trn("{n} group", "{n} groups", len(office.people.duties.groups(today)))
    rota = office.seats.terms.rota(today)
    soonest = next((one for one in rota.lines if one.tenure.last_day), None)
    first = tr("First: {name}", name=soonest.name) if soonest else tr("Who leaves when?")

    def rota_page() -> Page:
        from desktop.ui.members.rota import RotaPage

        return RotaPage(desk)

    def seats_page() -> Page:
        from desktop.ui.members.lists import MemberListPage, seats

        return MemberListPage(desk, seats)

    def groups_page() -> Page:
        from desktop.ui.members.lists import MemberListPage, groups

        return MemberListPage(desk, groups)

    return [
        way(desk, tr("Rota of terms"), first, "clock", rota_page),
        way(desk, tr("Seats"), seats, "people", seats_page),
        way(desk, tr("Working groups"), groups, "action", groups_page),
    ]


def _handy(desk: Desk) -> list[Row]:
    def exchange_page() -> Page:
        from desktop.ui.members.exchange import ExchangePage

        return ExchangePage(desk)

    def lessons_page() -> Page:
        from desktop.ui.members.lessons import LessonsPage

        return LessonsPage(desk)

    def themes_page() -> Page:
        from desktop.ui.members.themes import ThemesPage

        return ThemesPage(desk)

    return [
        way(desk, tr("What the council knows"), counted(desk), "hint", themes_page),
        way(
            desk,
            tr("Lessons"),
            tr("Short lessons of a quarter of an hour."),
            "lesson",
            lessons_page,
        ),
        way(
            desk,
            tr("Address list"),
            tr("Bring in a list, or make one for your phone."),
            "file",
            exchange_page,
        ),
    ]
