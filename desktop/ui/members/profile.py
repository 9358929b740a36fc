"""The profile of the council: who can what, and what nobody can."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr, trn
from desktop.services.members.profile import sought
from desktop.services.members.rows_profile import (
    ABLE,
    KINDS,
    Profile,
    ProfileLine,
    texts,
    words,
)
from desktop.services.records import listed
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, empty, head, primary, row
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.profile_fill import LevelsPage, PointsPage
from desktop.ui.members.training import own_number
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page

_MOST = 5
"""So many points fit a vacancy that people still read."""


class ProfilePage(Page):
    """Each point with who can do it; beside it what nobody can, and who did not fill in yet."""

    area = "members"
    tables = frozenset({"profile_item", "profile_level", "member", "headcount"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._points, "print": self._paper}

    def build(self) -> list[Item]:
        profile = self._desk.office.profiles.profile(self._desk.today())
        if not profile.lines:
            return [self._empty()]
        left: list[Item] = []
        for kind in KINDS:
            lines = [one for one in profile.lines if one.row.kind == kind]
            if lines:
                rows = [_line(one, profile) for one in lines]
                left.append(card(words("kind", kind), *ruled(*rows)))
        right: list[Item] = [self._missing(profile), self._members(profile), self._more()]
        return [
            head(
                tr("Profile of the council"),
                tr("What can you do together? Everybody fills in for himself or herself."),
                *self._start(),
            ),
            columns(left, right),
        ]

    def _start(self) -> list[QWidget]:
        me = own_number(self._desk)
        if me is None:
            return []
        return [primary(tr("Fill in what you can do"), partial(self._fill_in, me), "add")]

    def _empty(self) -> Box:
        return empty(
            tr("What can you do together?"),
            tr("With a profile you see what the council misses, and whom to look for."),
            primary(tr("Start with these points"), self._take_start, "next"),
            button(tr("Write your own points"), self._points),
        )

    def _missing(self, profile: Profile) -> Box:
        title = tr("What you miss")
        if not profile.filled:
            why = tr("You see it here as soon as members fill in the profile.")
            return card(title, text(why, tone="muted"))
        said = [one.row.name for one in profile.gaps]
        said += [
            texts()["about_one"][one.about].format(group=one.name)
            for one in self._desk.office.composition.missing()
        ]
        if not said:
            return card(title, text(tr("For every point there is somebody who can do it well.")))
        look = button(tr("Look for somebody"), partial(self._look_for, profile), icon="search")
        bullets = stack(*(text(f"• {one}") for one in said), gap=4)
        return card(title, bullets, beside(look, ...))

    def _members(self, profile: Profile) -> Box:
        if not profile.members:
            new = button(tr("New member"), self._new_member, icon="add")
            why = text(tr("There are no members yet. Start with yourself."), tone="muted")
            return card(tr("Who filled it in?"), why, beside(new, ...))
        told = trn(
            "{n} of {all} members filled in the profile.",
            "{n} of {all} members filled in the profile.",
            len(profile.filled),
            all=len(profile.members),
        )
        rows = [
            row(
                name,
                "" if member in profile.filled else tr("Not filled in yet"),
                icon="buddy",
                act=button(tr("Fill in"), partial(self._fill_in, member)),
            )
            for member, name in profile.members.items()
        ]
        return card(tr("Who filled it in?"), text(told, "small"), *ruled(*rows))

    def _more(self) -> Box:
        return card(
            tr("More"),
            beside(button(tr("Profile on paper"), self._paper, icon="file"), ...),
            beside(button(tr("Change the points"), self._points, icon="settings"), ...),
        )

    def _take_start(self) -> None:
        self._desk.attempt(self._desk.office.profiles.take_start)

    def _points(self) -> None:
        self._desk.window.open_page(PointsPage(self._desk))

    def _fill_in(self, member: int) -> None:
        self._desk.window.open_page(LevelsPage(self._desk, member))

    def _new_member(self) -> None:
        from desktop.ui.members.new import NewMemberPage

        self._desk.window.open_page(NewMemberPage(self._desk))

    def _look_for(self, profile: Profile) -> None:
        from desktop.ui.members.vacancy import VacancyPage

        missing = self._desk.office.composition.missing()
        lives = [one.name for one in missing if one.about != "perspective"]
        points = [one.row.name for one in profile.gaps][:_MOST]
        title, told = sought(points, listed(lives))

        def start() -> None:
            made = self._desk.office.recruiting.add(title, profile=told)
            self._desk.window.open_page(VacancyPage(self._desk, made))

        self._desk.attempt(start)

    def _paper(self) -> None:
        folder, profiles = members_folder(self._desk), self._desk.office.profiles
        if self._desk.attempt(lambda: profiles.save_paper(self._desk.today(), folder)):
            told_saved(self._desk, folder)


def _line(one: ProfileLine, profile: Profile) -> QWidget:
    """Return a point with who can do it well; who cannot yet is not put on show."""
    said: list[str] = []
    for level in (3, ABLE):
        who = [profile.members[member] for member, value in one.said.items() if value == level]
        if who:
            said.append(f"{words('told', level)}: {listed(who)}")
    state = ("", "plain")
    if profile.filled:
        state = (
            (trn("{n} member", "{n} members", one.able), "success")
            if one.able
            else (tr("nobody"), "warning")
        )
    return row(one.row.name, _capital(" · ".join(said)), state=state if state[0] else None)


def _capital(words_: str) -> str:
    return words_[:1].upper() + words_[1:]
