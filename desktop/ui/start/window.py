"""The first window: make a council, open one, or look at the example."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.ui import preferences, theme
from desktop.ui.focus import FocusRing
from desktop.ui.form import Form
from desktop.ui.pages import Page
from desktop.ui.start.welcome import WelcomePage
from desktop.ui.theme import look

if TYPE_CHECKING:
    from desktop.services.office import Office

_PACKAGE = ".raadpakket"

# The council file and the other pages are read when they are needed: the window comes first.


class StartWindow(QWidget):
    """One page at a time; ``opened`` carries the open council file."""

    opened = Signal(object)

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Samenspraak")
        self.today = today
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.ring = FocusRing(self)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._resize_text, step))
        QShortcut(QKeySequence("Esc"), self, self._step_back)
        chosen = preferences.load()
        self.resize(chosen.width, chosen.height)
        self.welcome()

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def show_page(self, page: Page) -> None:
        """Show *page* instead of the one that is open."""
        old = self.page
        page.ensure_built()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.setWindowTitle(f"{page.title} – Samenspraak" if page.title else "Samenspraak")
        target = page.opening_focus()
        if target:
            target.setFocus()

    def welcome(self) -> None:
        """Show the first page; a council that is being made keeps its answers elsewhere."""
        if self.page and self.page.property("keeps"):
            return  # the recovery code is shown once: only its own button leaves
        self.show_page(WelcomePage(self))

    def _step_back(self) -> None:
        """Go one step back: a page of more steps knows its own, and keeps what was typed."""
        own = self.page.handlers().get("back") if self.page else None
        (own or self.welcome)()

    def make_council(self) -> None:
        """Start the wizard."""
        from desktop.ui.start.wizard import WizardPage

        self.show_page(WizardPage(self))

    def show_example(self) -> None:
        """Open a fresh example council, with its dates around today."""
        from desktop.services import office as offices

        office = offices.make_example(preferences.folder() / "voorbeeld", self.today())
        office.store.actor = "Henk Terpstra"
        self.opened.emit(office)

    def choose_council(self) -> None:
        """Ask for a council file and open it."""
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Open a council"), "", tr("Councils (*.samenspraak *.raadpakket)")
        )
        if name:
            self.open_council(Path(name))

    def choose_copy(self, council: Path | None = None) -> None:
        """Ask for a backup and show what putting it back does; *council* is the file it is of."""
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose a backup"), "", tr("Backups (*.samenspraak)")
        )
        if name:
            self.put_back(Path(name), council)

    def put_back(self, copy: Path, council: Path | None = None) -> None:
        """Show where *copy* goes: over *council*, or in the documents of this computer."""
        from desktop.services.care import stem_of
        from desktop.ui.start.put_back import PutBackPage

        target = council or _documents() / f"{stem_of(copy)}{copy.suffix}"
        self.show_page(PutBackPage(self, copy, target))

    def _refused(self, council: Path, error: CouncilError) -> None:
        """Say why *council* cannot be opened; show its copies when it is damaged or gone."""
        from desktop.services.office import DamagedFileError
        from desktop.ui.start.put_back import CopiesPage

        if isinstance(error, DamagedFileError) or not preferences.is_there(council):
            self.show_page(CopiesPage(self, council, error.message))
        else:
            self.tell(error)

    def open_council(
        self, path: Path, passphrase: str = "", recovery_code: str = "", *, force: bool = False
    ) -> None:
        """Open *path*; ask for the passphrase or the recovery sheet when that is needed.

        When somebody else works in it, offer to look along; with *force* take it over.
        """
        from desktop.services import office as offices
        from desktop.ui.start.in_use import InUsePage
        from desktop.ui.start.unlock import SheetPage, UnlockPage

        if self._comes_from_elsewhere(path):
            return
        secret = {"passphrase": passphrase, "recovery_code": recovery_code}
        if preferences.is_locked(preferences.load(), path) and not any(secret.values()):
            self.show_page(UnlockPage(self, path))
            return
        name = preferences.load().person
        try:
            office = offices.open_office(path, **secret, name=name, force=force)
        except offices.InUseError as error:
            self.show_page(
                InUsePage(
                    self,
                    path,
                    error,
                    lambda: self._look_along(path, secret),
                    lambda: self.open_council(path, **secret, force=True),
                )
            )
        except offices.NeedsPassphraseError:
            self.show_page(UnlockPage(self, path))
        except offices.NeedsRecoveryCodeError as error:
            self.show_page(SheetPage(self, path, error.message))
        except CouncilError as error:
            self._refused(path, error)
        else:
            preferences.save(preferences.with_lock(preferences.load(), path, locked=False))
            self._come_in(office)

    def _comes_from_elsewhere(self, path: Path) -> bool:
        """Unpack a package, or show where a backup goes; False for a council file to work in."""
        from desktop.services.care import is_copy

        if path.suffix == _PACKAGE:
            self._unpack(path)
        elif is_copy(path):
            self.put_back(path)
        else:
            return False
        return True

    def _unpack(self, package: Path) -> None:
        """Put a package that was taken along in the documents of this computer, and open it."""
        from desktop.services.travel import unpack

        try:
            council = unpack(package, _documents())
        except CouncilError as error:
            self.tell(error)
            return
        self.open_council(council)

    def _look_along(self, path: Path, secret: dict[str, str]) -> None:
        from desktop.services import office as offices

        try:
            self._come_in(offices.look_along(path, **secret))
        except CouncilError as error:
            self.tell(error)

    def tell(self, error: CouncilError) -> None:
        """Show *error* on the page that asked, else on the first page."""
        form = self.page.findChild(Form) if self.page else None
        if form:
            form.show_error(error)
        else:
            self.show_page(WelcomePage(self, error.message))

    def founded(self, office: "Office", code: str) -> None:
        """Show the recovery sheet of a council that was just made."""
        from desktop.ui.start.recovery import RecoveryPage

        self.show_page(RecoveryPage(self, office, code))

    def _come_in(self, office: "Office") -> None:
        names = [member.name for member in office.council.members()]
        person = preferences.load().person
        if person in names:
            office.store.actor = person
        self.opened.emit(office)

    def _resize_text(self, step: int) -> None:
        app = QApplication.instance()
        factor = theme.next_factor(step)
        if isinstance(app, QApplication):
            theme.apply(app, factor=factor)
        preferences.save(preferences.with_factor(preferences.load(), factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, look.width = look.narrow, self.width()
        if look.narrow != before:
            theme.restyle(self)


def _documents() -> Path:
    """Return the folder for councils among the documents of this person."""
    home = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(home)) / "Samenspraak"
