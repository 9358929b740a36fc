"""Take the council along to another computer, and bring back what was done there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.office import NeedsPassphraseError
from desktop.services.travel import SUFFIX, Trip
from desktop.ui.boxes import Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.fields import line, secret
from desktop.ui.form import Form
from desktop.ui.kit import Row, button, card, head, message, primary, row
from desktop.ui.pages import Page
from desktop.ui.travel.back import BackPage

_SHOWN = 6


class TravelPage(Page):
    """Where the council is, and the two things you can do with it."""

    area = "council"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._made = desk, ""
        people = [member.name for member in desk.office.council.members(desk.today())]
        self._form = Form()
        self._form.add_row(
            tr("Who takes it along?"), line("who"), tr("So that the others know where it is.")
        )
        me = desk.office.store.actor
        self._form.set_values({"who": me if me in people else ""})

    def build(self) -> list[Item]:
        return self._on_the_way() if self._desk.office.travel.here() else self._at_home()

    def refresh(self) -> None:
        self.rebuild()

    def _at_home(self) -> list[Item]:
        trips = self._desk.office.travel.trips()[:_SHOWN]
        parts: list[Item] = [
            head(
                tr("Take along and bring back"),
                tr("Work on another computer, for example at a meeting, and keep one file."),
            ),
            *([message("success", tr("The package is ready."), self._made)] if self._made else []),
            card(
                tr("Take along"),
                text(
                    tr(
                        "You get one file, a package. Put it on a USB stick and open it on the"
                        " other computer with Samenspraak. Without your passphrase nobody can"
                        " read it."
                    )
                ),
                self._form,
                beside(primary(tr("Make the package"), self._take_along, "next"), ...),
            ),
            card(
                tr("Bring back"),
                text(
                    tr(
                        "Choose the package that comes back. You first see what was done. Did both"
                        " sides change the same thing? Then you choose."
                    )
                ),
                beside(button(tr("Choose a package"), self._choose, icon="file"), ...),
            ),
        ]
        if trips:
            parts.append(card(tr("Taken along before"), *ruled(*(_trip(one) for one in trips))))
        return parts

    def _on_the_way(self) -> list[Item]:
        return [
            head(
                tr("This is the council on the way"),
                tr("What you do here comes home when you bring it back."),
            ),
            *([message("success", tr("The package is ready."), self._made)] if self._made else []),
            card(
                tr("Are you done?"),
                text(
                    tr(
                        "Pack the council and put the package on the USB stick. Open the council at"
                        " home, and choose there: Onze raad, Meenemen en terugbrengen."
                    )
                ),
                beside(primary(tr("Pack to bring back"), self._pack, "next"), ...),
            ),
        ]

    def _take_along(self) -> None:
        values = self._form.read()
        if values is None:
            return
        who = str(values["who"]).strip()
        self._into_folder(
            lambda folder: self._desk.office.travel.take_along(folder, who, self._desk.today())
        )

    def _pack(self) -> None:
        self._into_folder(lambda folder: self._desk.office.travel.pack(folder, self._desk.today()))

    def _into_folder(self, make: Callable[[Path], Path]) -> None:
        folder = self._desk.choose_folder(tr("Where do you want the package?"))
        if folder is None:
            return
        made: list[Path] = []
        if self._desk.attempt(lambda: made.append(make(folder))):
            self._made = tr("{file} in {folder}", file=made[0].name, folder=str(folder))
            self.rebuild()

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose a package"), "", tr("Packages (*{suffix})", suffix=SUFFIX)
        )
        if name:
            open_package(self._desk, Path(name))


def open_package(desk: Desk, package: Path) -> None:
    """Show what *package* brings back; ask for the passphrase when that is needed."""

    def go() -> None:
        try:
            found = desk.office.travel.look(package)
        except NeedsPassphraseError:
            desk.window.open_page(PackageKeyPage(desk, package))
            return
        desk.window.open_page(BackPage(desk, found))

    desk.attempt(go)


class PackageKeyPage(Page):
    """Ask for the passphrase of a package."""

    area = "council"

    def __init__(self, desk: Desk, package: Path) -> None:
        super().__init__()
        self._desk, self._package = desk, package
        self._form = Form()
        self._form.add_row(
            tr("Passphrase"),
            secret("passphrase"),
            tr("The passphrase of the council on the other computer."),
        )

    def build(self) -> list[Item]:
        return [
            head(tr("Open {name}", name=self._package.stem)),
            card("", self._form),
            beside(primary(tr("Open"), self._open, "lock"), ...),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _open(self) -> None:
        words = str(self._form.values()["passphrase"])
        try:
            found = self._desk.office.travel.look(self._package, words)
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.replace_page(BackPage(self._desk, found))


def _trip(trip: Trip) -> Row:
    away = tr("since {date}", date=long_date(trip.since))
    back = tr("back on {date}", date=long_date(trip.back)) if trip.back else ""
    state = (tr("is back"), "success") if trip.back else (tr("on the way"), "warning")
    why = " · ".join(part for part in (away, back) if part)
    return row(trip.who or tr("Someone"), why, state=state)
