"""Where everything on the screen meets: Qt in Dutch, the first window, the window of a council."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_log_path
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import CouncilError
from desktop.i18n import LANGUAGE
from desktop.ui import crash, preferences, theme
from desktop.ui.start.window import StartWindow

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.ui.desk import Desk


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
        self.desk: Desk | None = None
        self._told = ""
        """What to say when the next council is open."""

    def begin(self, path: Path | None = None) -> None:
        """Open *path*, else the council used last, else ask."""
        wanted = path or next(iter(preferences.load().files()), None)
        window = self.ask()
        if wanted:
            # First the window, then the work: it is on the screen while the file opens.
            QTimer.singleShot(0, window, lambda: window.open_council(wanted))

    def ask(self) -> StartWindow:
        """Show the start window."""
        self.start_window = StartWindow(self._today)
        self.start_window.opened.connect(self.open)
        self.start_window.show()
        return self.start_window

    def open(self, office: "Office", *, example: bool = False) -> "Desk":
        """Show the window of *office*; the example is not remembered for the next time."""
        # All screens and what they need: read when a council opens, not before the first window.
        from desktop.ui.council_window import show_council

        desk = show_council(
            self, office, self._today, self._failed, self._another, self._reopen, self._move
        )
        self.desk = desk
        if self._told:
            desk.window.strip.say("success", self._told)
            self._told = ""
        if not example:
            desk.window.keep(preferences.load().with_file(office.path))
        if self.start_window:
            self.start_window.close()
            self.start_window.deleteLater()
            self.start_window = None
        return desk

    def _move(self, office: "Office", what: str, why: str) -> None:
        """Go on in *office*, which holds what the open window held; say so there."""
        before = self.desk.window if self.desk else None
        self.open(office).window.strip.say("success", what, why)
        if before:
            before.close()
            before.deleteLater()

    def _another(self) -> None:
        if self._put_away():
            self.ask()

    def _reopen(self, act: Callable[[], str]) -> None:
        """Close the council, do *act* to its file, open it again and say what *act* returned."""
        path = self.desk.office.path if self.desk else None
        if path is None or not self._put_away():
            return
        window = self.ask()
        try:
            self._told = act()
        except CouncilError as error:
            window.tell(error)
            return
        window.open_council(path)

    def restart(self) -> None:
        """Open the same file in a fresh window, after something went wrong in this one.

        A page that wants to stay, for a field that cannot be read, stays.
        """
        desk = self.desk
        if desk is None:
            return
        page, path = desk.window.page, desk.office.path
        try:
            if page is not None and not page.leave():
                return
        except Exception:  # the page may be broken in any way; what was saved is safe
            desk.window.closing.emit()  # lets go of the file without asking the page again
            desk.window.hide()
            desk.window.deleteLater()
            self.desk = None
        if self._put_away():
            self.ask().open_council(path)

    def _put_away(self) -> bool:
        """Close the window of the council; False when the page that is open wants to stay."""
        if self.desk:
            if not self.desk.window.close():
                return False
            self.desk.window.deleteLater()
            self.desk = None
        return True


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
    catcher.reopen = running.restart
    running.begin(path)
    return app.exec()


__all__ = ["App", "application", "run"]
