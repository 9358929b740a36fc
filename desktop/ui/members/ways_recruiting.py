"""The way to finding new members, on the first page of the members."""

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import card
from desktop.ui.members.way import way
from desktop.ui.pages import Page


def recruiting_ways(desk: Desk) -> list[Item]:
    """Return the card for finding members: who is sought, what is missing, who is there."""
    running = [one for one in desk.office.recruiting.vacancies() if one.row.state == "open"]
    looking = trn("{n} open vacancy", "{n} open vacancies", len(running))
    profile = desk.office.profiles.profile(desk.today())
    gaps = len(profile.gaps)
    can = tr("What can you do together?")
    if gaps:
        can = trn("{n} point is missing", "{n} points are missing", gaps)
    absent = [one.name for one in desk.office.composition.missing()]
    who = tr("Who sits in the council?")
    if absent:
        who = tr("Not in the council: {groups}", groups=", ".join(absent))

    def profile_page() -> Page:
        from desktop.ui.members.profile import ProfilePage

        return ProfilePage(desk)

    def composition_page() -> Page:
        from desktop.ui.members.composition import CompositionPage

        return CompositionPage(desk)

    def vacancies_page() -> Page:
        from desktop.ui.members.vacancies import VacanciesPage

        return VacanciesPage(desk)

    rows = [
        way(desk, tr("Looking for new members"), looking, "search", vacancies_page),
        way(desk, tr("Profile of the council"), can, "done", profile_page),
        way(desk, tr("Composition in numbers"), who, "people", composition_page),
    ]
    return [card(tr("Finding and keeping members"), *ruled(*rows))]
