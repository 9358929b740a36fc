"""Our council: its data, agreed terms, addressees, ordinances and settings, each one press away."""

from collections.abc import Callable

from desktop.i18n import tr, trn
from desktop.services.choices import choices
from desktop.ui.boxes import Item, ruled
from desktop.ui.council import kinds
from desktop.ui.council.history import BinPage, HistoryPage
from desktop.ui.council.keys import KeysPage
from desktop.ui.council.ladder import LadderPage
from desktop.ui.council.norms import NormsPage
from desktop.ui.council.profile import ProfilePage
from desktop.ui.council.records import RecordsPage
from desktop.ui.council.retention import RetentionPage
from desktop.ui.council.safety import SafetyPage
from desktop.ui.council.screen import ScreenPage
from desktop.ui.council.tips import TipsPage
from desktop.ui.council.told import moment
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, head, row
from desktop.ui.meetings.list_settings import ListSettingsPage
from desktop.ui.pages import Page
from desktop.ui.travel.page import TravelPage

_NAMED = 3
"""Agreed terms that are told on the first page; the others stand one press further."""


class CouncilPage(Page):
    """A list of all that can be set, with what stands there now."""

    area = "council"
    tables = frozenset(
        {"council", "norm", "addressee", "ordinance", "municipality", "domain", "setting"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def build(self) -> list[Item]:
        council = self._desk.office.council
        profile = council.profile()
        norms = council.norms()
        names = choices("norm")
        known = [norm for norm in norms if norm.kind in names]
        agreed = " · ".join(f"{names[norm.kind]}: {norm.term.words}" for norm in known[:_NAMED])
        if len(known) > _NAMED:
            more = len(known) - _NAMED
            agreed += " · " + trn("and {n} more", "and {n} more", more)
        addressees = [addressee.name for addressee in council.addressees()]
        ordinances = council.ordinances()
        own = [
            self._row(tr("Data of the council"), profile.address, "raad", ProfilePage),
            self._row(tr("Agreed terms"), agreed or tr("no term agreed"), "clock", NormsPage),
            self._records(
                tr("To whom do you write?"),
                " · ".join(addressees) or tr("Nobody yet."),
                "letter",
                kinds.addressees,
            ),
            self._records(
                tr("Ordinances and agreements"),
                trn("{n} kept here", "{n} kept here", len(ordinances)),
                "file",
                kinds.ordinances,
            ),
            self._records(
                tr("Municipalities"),
                ", ".join(row.name for row in council.municipalities()) or tr("None yet."),
                "place",
                kinds.municipalities,
            ),
            self._records(
                tr("Fields of policy"),
                ", ".join(row.name for row in council.domains()) or tr("None yet."),
                "lesson",
                kinds.domains,
            ),
        ]
        settings = [
            self._row(
                tr("Participation ladder"),
                ", ".join(self._desk.office.ladders.ladders().values()),
                "action",
                LadderPage,
            ),
            self._row(
                tr("Numbers and names in lists"),
                tr("How actions and decisions are numbered, and who is named in public."),
                "decision",
                ListSettingsPage,
            ),
            self._row(
                tr("Tips for plain language"),
                tr("Which tips you see, and words of your own."),
                "hint",
                TipsPage,
            ),
            self._row(
                tr("On this screen"), tr("Size of the text, colours, your name."), "eye", ScreenPage
            ),
        ]
        return [
            head(profile.name or tr("Our council"), tr("All that letters know of you.")),
            card("", *ruled(*own)),
            card(tr("The file"), *ruled(*self._of_the_file())),
            card(tr("Settings"), *ruled(*settings)),
        ]

    def _of_the_file(self) -> list[Row]:
        away = self._desk.office.travel.away()
        where = tr("Taken along by {names}", names=", ".join(trip.who for trip in away))
        last = self._desk.office.safety.state.last
        return [
            self._row(
                tr("Backups"),
                tr("Last copy: {date}", date=moment(last)) if last else tr("No copy yet."),
                "lock",
                SafetyPage,
            ),
            self._row(
                tr("Key and passphrase"),
                tr("Passphrase, recovery sheet, locking the screen."),
                "lock",
                KeysPage,
            ),
            self._row(
                tr("Take along and bring back"),
                where if away else tr("Work on another computer, for example at a meeting."),
                "next",
                TravelPage,
            ),
            self._row(tr("History"), tr("Who did what, and when."), "clock", HistoryPage),
            self._row(tr("Bin"), tr("Bring back what was thrown away."), "undo", BinPage),
            self._row(
                tr("What may go"),
                tr("How long you keep data of people, and what may be erased."),
                "lock",
                RetentionPage,
            ),
        ]

    def _row(self, what: str, why: str, icon: str, page: Callable[[Desk], Page]) -> Row:
        def go() -> None:
            self._desk.window.open_page(page(self._desk))

        return row(what, why.replace("\n", ", "), icon=icon, act=button(tr("Open"), go))

    def _records(
        self, what: str, why: str, icon: str, make: Callable[[Desk], kinds.Records]
    ) -> Row:
        return self._row(what, why, icon, lambda desk: RecordsPage(desk, make(desk)))
