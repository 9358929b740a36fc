"""Take pictures of the main screens of the example council, for people who want to look first."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services import office as offices
from desktop.services.demo import HOME_DAY
from desktop.services.office import Office
from desktop.ui import preferences, theme
from desktop.ui.app import App, application
from desktop.ui.desk import Desk
from desktop.ui.places import open_dossier
from desktop.ui.start.window import StartWindow
from desktop.ui.window import MainWindow

WIDE, HIGH = 1280, 720
_SETTLE_MS = 450
_LOOKS = (("", "light", 1.0), ("-donker", "dark", 1.0), ("-contrast", "high_contrast", 1.0))
_LARGE = ("-200", "light", 2.0)


def take_pictures(folder: Path) -> list[Path]:
    """Write a PNG of every main screen to *folder*: light, dark, high contrast and 200 % text."""
    app = application()
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    before = (theme.look.wanted, theme.look.factor)
    with tempfile.TemporaryDirectory() as temporary:
        # Not the council files and choices of whoever works on this computer.
        os.environ[preferences.FOLDER_VARIABLE] = temporary
        office = offices.make_example(Path(temporary))
        office.store.actor = "Henk Terpstra"
        running = App(lambda: HOME_DAY)
        desk = running.open(office, example=True)
        try:
            for suffix, wanted, factor in (*_LOOKS, _LARGE):
                theme.apply(app, wanted, factor)
                made += _walk(desk, folder, suffix)
            theme.apply(app, "light", 1.0)
            made += _start(folder)
        finally:
            desk.window.close()
            theme.apply(app, *before)
    return made


def walk_screens(desk: Desk) -> list[tuple[str, Callable[[], object]]]:
    """Return the main screens by name, each with the way to open it."""
    office = desk.office
    running = _dossier(office, "drafting")
    adopted = _dossier(office, "adopted")
    waiting = _dossier(office, "overdue") or _dossier(office, "sent")
    window = desk.window
    screens: list[tuple[str, Callable[[], object]]] = [
        ("vandaag", lambda: window.show_area("today")),
        ("adviezen", lambda: window.show_area("advice")),
    ]
    for name, dossier, place in (
        ("dossier", running, ""),
        ("weet-wat-je-vraagt", running, "intake"),
        ("bewijs", running, "evidence"),
        ("concept", running, "draft:residents"),
        ("aanbevelingen", running, "draft:recommendations"),
        ("antwoorden", running, "draft:questions"),
        ("besluit", running, "decision"),
        ("klaar-om-te-versturen", adopted, "letter"),
        ("verstuurd", waiting, "letter"),
        ("antwoord-van-de-gemeente", waiting, "reply"),
    ):
        if dossier is not None:
            screens.append((name, _opener(desk, dossier, place)))
    screens += _meeting_screens(desk)
    for area, name in (
        ("meetings", "vergaderen"),
        ("constituency", "achterban"),
        ("members", "leden"),
        ("council", "onze-raad"),
    ):
        screens.append((name, lambda area=area: window.show_area(area)))
    return screens + _member_screens(desk)


def _member_screens(desk: Desk) -> list[tuple[str, Callable[[], object]]]:
    from desktop.ui.members.person import PersonPage
    from desktop.ui.members.rota import RotaPage

    window, someone = desk.window, desk.office.people.named("Fatima El Idrissi")
    screens: list[tuple[str, Callable[[], object]]] = [
        ("rooster-van-aftreden", lambda: window.open_page(RotaPage(desk)))
    ]
    if someone is not None:
        screens.append(("lid", lambda: window.open_page(PersonPage(desk, someone))))
    return screens


def _meeting_screens(desk: Desk) -> list[tuple[str, Callable[[], object]]]:
    from desktop.ui.meetings.agenda import AgendaPage
    from desktop.ui.meetings.lists import ListsPage
    from desktop.ui.meetings.minutes import MinutesPage
    from desktop.ui.meetings.plan import PlanPage
    from desktop.ui.meetings.running.view import RunningPage

    window, plan = desk.window, desk.office.plan
    coming, held = plan.next(HOME_DAY), plan.held()
    screens: list[tuple[str, Callable[[], object]]] = [
        ("jaarplanning", lambda: window.open_page(PlanPage(desk))),
        ("actielijst", lambda: window.open_page(ListsPage(desk, "actions"))),
    ]
    if coming:
        screens.append(("agenda", lambda: window.open_page(AgendaPage(desk, coming.id))))
        screens.append(("vergadering", lambda: window.open_page(RunningPage(desk, coming.id))))
    if held:
        screens.append(("verslag", lambda: window.open_page(MinutesPage(desk, held[0].id))))
    return screens


def _opener(desk: Desk, dossier: int, place: str) -> Callable[[], object]:
    def go() -> None:
        from desktop.ui.advice.draft import DraftPage

        desk.window.show_area("advice")
        where, _colon, part = place.partition(":")
        if part:
            desk.window.open_page(DraftPage(desk, dossier, part))
        else:
            open_dossier(desk, dossier, where)

    return go


def _dossier(office: Office, state: str) -> int | None:
    lines = office.dossiers.lines(HOME_DAY)
    wanted = [line.dossier for line in lines if line.dossier.state == state]
    # The advice on special assistance is the one of the pictures in the manual.
    wanted.sort(key=lambda dossier: "bijstand" not in dossier.title.lower())
    return wanted[0].id if wanted else None


def _walk(desk: Desk, folder: Path, suffix: str) -> list[Path]:
    made: list[Path] = []
    desk.window.resize(WIDE, HIGH)
    for name, go in walk_screens(desk):
        go()
        made.append(_grab(desk.window, folder / f"{name}{suffix}.png"))
    return made


def _start(folder: Path) -> list[Path]:
    window = StartWindow(lambda: HOME_DAY)
    window.resize(WIDE, HIGH)
    window.show()
    made = [_grab(window, folder / "welkom.png")]
    window.make_council()
    made.append(_grab(window, folder / "eerste-start.png"))
    window.close()
    return made


def settle(milliseconds: int = _SETTLE_MS) -> None:
    """Let timers and the worker do their work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _grab(window: MainWindow | StartWindow | QWidget, path: Path) -> Path:
    settle()
    window.grab().save(str(path))
    return path
