"""The ways to what the council is together: its profile, and its composition in numbers."""

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import card
from desktop.ui.members.way import way
from desktop.ui.pages import Page


def profile_ways(desk: Desk) -> list[Item]:
    """Return the card for profile and composition."""
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

    together = tr("Composition in numbers")
    rows = [
        way(desk, tr("Profile of the council"), can, "done", profile_page),
        way(desk, together, who, "people", composition_page),
    ]
    return [card(tr("Who you are together"), *ruled(*rows))]
