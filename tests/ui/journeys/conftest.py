"""A computer for each journey: an empty home folder, the app, and who works with it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.services.founding import AgreedTerm, Answers, found
from desktop.services.office import Office
from desktop.ui.app import App
from desktop.ui.desk import Desk
from tests.example import example as example_council
from tests.ui.driver import Person

SECRETARY = "Henk Terpstra"
ARTICLE = "Verordening cliëntparticipatie Duinrede 2024, artikel 6"
REPLY_ARTICLE = "Verordening cliëntparticipatie Duinrede 2024, artikel 9"


class Opened(QObject):
    """Catches the files that the app hands to another program, such as a PDF reader."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the app a home folder that lives as long as the test."""
    folder = tmp_path / "thuis"
    (folder / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / ".local"))
    return folder


@pytest.fixture
def opened_files() -> Iterator[list[Path]]:
    """Collect what the app opens in another program."""
    catcher = Opened()
    QDesktopServices.setUrlHandler("file", catcher, "take")
    yield catcher.files
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def person(qtbot, app: App) -> Person:
    """Somebody at the keyboard of *app*."""

    def window() -> QWidget:
        if app.start_window:
            return app.start_window
        assert app.desk is not None
        return app.desk.window

    return Person(qtbot, window)


@pytest.fixture
def example(app: App, qtbot, tmp_path: Path, today: date) -> Desk:
    """The window of the example council, as its secretary sees it."""
    return _shown(app, qtbot, example_council(tmp_path / "voorbeeld", today))


@pytest.fixture
def our_council(app: App, qtbot, tmp_path: Path) -> Desk:
    """The window of a council that is as new as journey J1 leaves it."""
    office, _code = found(
        tmp_path / "Raad.samenspraak",
        "vier natte blauwe stoelen",
        Answers(
            name="Cliëntenraad Duinrede",
            municipality="Duinrede",
            address="Postbus 12\n1999 DR DUINREDE",
            email="secretaris@clientenraad-duinrede.example",
            me=SECRETARY,
            others=("Fatima el Amrani, voorzitter", "Bram de Wit", "Ans Kuiper", "Joke Visser"),
            terms=(
                AgreedTerm("advice_minimum", 42, "days", ARTICLE, "ordinance"),
                AgreedTerm("reply_term", 8, "weeks", REPLY_ARTICLE, "ordinance"),
                AgreedTerm("quorum", 3, "persons", "Reglement, artikel 5", "own_rule"),
            ),
        ),
        cost=2**12,  # how strong the lock is, is tested elsewhere
    )
    return _shown(app, qtbot, office)


def _shown(app: App, qtbot, office: Office) -> Desk:
    office.store.actor = SECRETARY
    desk = app.open(office)
    desk.window.resize(1280, 720)
    qtbot.waitUntil(desk.window.isActiveWindow)
    return desk
