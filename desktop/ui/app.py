"""Where everything on the screen meets: the council file, the window and its areas."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from platformdirs import user_log_path
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.i18n import LANGUAGE, tr
from desktop.services.office import Office
from desktop.ui import crash, preferences, theme
from desktop.ui.advice.arrival import bring_in
from desktop.ui.advice.list import AdvicePage
from desktop.ui.constituency.page import ConstituencyPage
from desktop.ui.council.page import CouncilPage
from desktop.ui.desk import Desk
from desktop.ui.hub import Hub
from desktop.ui.meetings.page import MeetingsPage
from desktop.ui.members.page import MembersPage
from desktop.ui.search.page import SearchPage
from desktop.ui.start.window import StartWindow
from desktop.ui.tasks import Tasks
from desktop.ui.today.page import TodayPage
from desktop.ui.window import MainWindow


def _raise(error: BaseException) -> None:
    raise error


class App(QObject):
    """The running app: first the start window, then the window of one council."""

    def __init__(
        self,
        today: Callable[[], date] = date.today,
        failed: Callable[[BaseException], None] = _raise,
    ) -> None:
        super().__init__()
        self._today, self._failed = today, failed
        self.start_window: StartWindow | None = None
        self.window: MainWindow | None = None
        self.desk: Desk | None = None

    def begin(self, path: Path | None = None) -> None:
        """Open *path*, else the council used last, else ask."""
        chosen = preferences.load()
        candidates = [path] if path else chosen.files()[:1]
        self.ask()
        if candidates and candidates[0] and self.start_window:
            self.start_window.open_council(candidates[0])

    def ask(self) -> None:
        """Show the start window."""
        self.start_window = StartWindow(self._today)
        self.start_window.opened.connect(self.open)
        self.start_window.show()

    def open(self, office: Office, *, example: bool = False) -> Desk:
        """Show the window of *office*."""
        chosen = preferences.load()
        tasks = Tasks(self, self._failed)
        holder: list[Desk] = []
        registry = {
            "today": lambda: TodayPage(holder[0]),
            "meetings": lambda: MeetingsPage(holder[0]),
            "advice": lambda: AdvicePage(holder[0]),
            "constituency": lambda: ConstituencyPage(holder[0]),
            "members": lambda: MembersPage(holder[0]),
            "council": lambda: CouncilPage(holder[0]),
        }
        window = MainWindow(registry, chosen)
        desk = Desk(office, window, tasks, self._today)
        holder.append(desk)
        self.window, self.desk = window, desk
        self._wire(desk)
        if not example:
            window.keep(chosen.with_file(office.path))
        window.show_area("today")
        window.show()
        if self.start_window:
            self.start_window.close()
            self.start_window = None
        return desk

    def _wire(self, desk: Desk) -> None:
        office, window = desk.office, desk.window
        hub = Hub(window)
        hub.listen(office.store)
        hub.changed.connect(window.changed)
        hub.changed.connect(lambda: self._tell(desk))
        window.set_undo(
            lambda: desk.attempt(office.store.undo),
            lambda: desk.attempt(office.store.redo),
            lambda: office.store.undo_label,
            lambda: office.store.redo_label,
        )
        window.files_dropped.connect(partial(_take_in, desk))
        window.search_wanted.connect(partial(_search, desk))
        window.on("open_file", lambda: bring_in(desk))
        window.on("open_council", self._another)
        window.on("settings", lambda: window.show_area("council"))
        window.closing.connect(lambda: _close(desk))
        self._tell(desk)

    def _tell(self, desk: Desk) -> None:
        """Say again who, what and how much after every action."""
        profile = desk.office.council.profile()
        window = desk.window
        window.set_council(profile.name or tr("Your council"))
        member = next(
            (m for m in desk.office.council.members() if m.name == desk.office.store.actor), None
        )
        if member:
            window.set_person(member.name, member.role.capitalize())
        pressing = [n for n in desk.office.attention.notices(self._today()) if n.tone != "calm"]
        window.set_counts(
            {
                "today": len(pressing),
                "advice": sum(n.area == "advice" for n in pressing),
                "council": sum(n.area == "council" for n in pressing),
            }
        )
        window.set_saved(datetime.now().time())

    def _another(self) -> None:
        if self.window:
            self.window.close()
        self.ask()


def _take_in(desk: Desk, names: list[str]) -> None:
    bring_in(desk, [Path(name) for name in names], _open_dossier(desk))


def _search(desk: Desk, words: str) -> None:
    desk.window.open_page(SearchPage(desk, words))


def _open_dossier(desk: Desk) -> int | None:
    """Return the dossier that is on the screen: a paper dropped there belongs to it."""
    from desktop.ui.advice.dossier import DossierPage

    page = desk.window.page
    return page.dossier if isinstance(page, DossierPage) else None


def _close(desk: Desk) -> None:
    desk.tasks.close()
    desk.office.close()


def application(arguments: list[str] | None = None) -> QApplication:
    """Return the Qt application, in Dutch and in the colours and sizes this person chose."""
    existing = QApplication.instance()
    app = (
        existing
        if isinstance(existing, QApplication)
        else QApplication(arguments or ["samenspraak"])
    )
    app.setApplicationName("samenspraak")
    app.setApplicationDisplayName("Samenspraak")
    app.setDesktopFileName("samenspraak")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    own_words = QTranslator(app)  # Qt's own buttons and menus
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own_words.load(f"qtbase_{LANGUAGE}", folder):
        app.installTranslator(own_words)
    chosen = preferences.load()
    theme.apply(app, chosen.theme, chosen.factor)
    theme.follow_system(app)
    return app


def run(path: Path | None = None) -> int:
    """Start the app and return its exit code when the last window closes."""
    app = application(sys.argv[:1])
    log = user_log_path("samenspraak", appauthor=False) / "samenspraak.log"
    crash.open_log(log)
    catcher = crash.Catcher(log, app)
    catcher.install()
    running = App(failed=catcher.failed)
    running.begin(path)
    return app.exec()


__all__ = ["App", "application", "run"]
