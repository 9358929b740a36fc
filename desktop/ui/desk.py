"""What every screen gets: the open council file, the window, the worker and the date of today."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.office import NotSavedError, Office
from desktop.ui import rescue
from desktop.ui.hub import Hub
from desktop.ui.tasks import Tasks
from desktop.ui.window import MainWindow


@dataclass(frozen=True)
class Desk:
    """The open council on this screen."""

    office: Office
    window: MainWindow
    tasks: Tasks
    today: Callable[[], date]
    hub: Hub
    reopen: Callable[[Callable[[], str]], None]
    """Closes the file, does something to it, opens it again, and shows the sentence it gave."""
    move: Callable[[Office, str, str], None]
    """Goes on with the council in another file, and says a sentence and why."""
    waiting: rescue.Waiting = field(default_factory=rescue.Waiting)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do *act*; at a CouncilError say its sentence above the page. Tell whether it was done."""
        try:
            act()
        except NotSavedError as error:
            rescue.tell(self, error, act)
            return False
        except CouncilError as error:
            self.window.strip.say("warning", error.message)
            return False
        return True

    def told_gone(self, words: str) -> None:
        """Say what was thrown away, with the button that puts it back."""
        strip = self.window.strip

        def put_back() -> None:
            strip.silence()
            self.attempt(self.office.store.undo)

        strip.say("success", words, "", (tr("Put back"), put_back))

    def choose_files(self, title: str, suffixes: tuple[str, ...]) -> list[Path]:
        """Ask for files with one of *suffixes* (".pdf"); empty when the user thinks better."""
        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        names, _filter = QFileDialog.getOpenFileNames(
            self.window, title, "", tr("Papers ({patterns})", patterns=patterns)
        )
        return [Path(name) for name in names]

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder; None when the user thinks better of it."""
        name = QFileDialog.getExistingDirectory(self.window, title)
        return Path(name) if name else None
