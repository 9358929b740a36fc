"""Opening the screens of a meeting of 40 items and a list of 6,000 actions, beside a bare table.

    python tests/benchmarks/meetings.py

``measure`` gives the same figures as data: the median of ten times, from asking for a screen until
it is drawn. One row asks, above the list that is open, for all that ended as well. Times are of
the processor, so that other work on the machine does not count. The gate is that of the issue: a
screen of a meeting is there within 100 ms.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from desktop.domain.old_agreed import OldAction
from desktop.domain.old_minutes import OldMinutes
from desktop.services import office as offices
from desktop.services.meetings.importing import Chosen
from desktop.services.office import Office
from desktop.ui import theme
from desktop.ui.app import App, application
from desktop.ui.desk import Desk
from desktop.ui.fields import Choice
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.lists import ListsPage
from desktop.ui.meetings.minutes import MinutesPage
from desktop.ui.meetings.running.view import RunningPage
from desktop.ui.pages import Page
from desktop.ui.preferences import FOLDER_VARIABLE
from tests.benchmarks.rows import row

ITEMS, ACTIONS, YEARS, TIMES = 40, 6000, 20, 10
MOST_MS = 100.0
_TODAY = date(2026, 3, 19)
_NAMES = (
    "Marijke Vos",
    "Henk Terpstra",
    "Wim de Boer",
    "Joop Kramer",
    "Samira Aydin",
    "Lies Smit",
    "Fatima Haddad",
    "Ria Postma",
    "Kees Bakker",
    "Ineke Visser",
    "Tom Mulder",
    "Anja de Wit",
)


def measure() -> list[dict[str, Any]]:
    """Return the time to open each screen of a large meeting, and of the list of twenty years."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ):
        os.environ[FOLDER_VARIABLE] = folder  # the choices of whoever measures stay out of it
        app = application()
        theme.apply(app, "light", 1.0)
        office = offices.make(
            Path(folder) / "Grote raad.samenspraak", "een geheime zin", cost=2**12
        )[0]
        held, runs, coming = fill(office)
        running = App(lambda: _TODAY)
        desk = running.open(office, example=True)  # not remembered for the next start
        desk.window.resize(1280, 800)
        app.processEvents()
        screens: dict[str, Callable[[], Page]] = {
            "open an agenda of 40 items": lambda: AgendaPage(desk, coming),
            "open a running meeting of 40 items": lambda: RunningPage(desk, runs),
            "open minutes of 40 items": lambda: MinutesPage(desk, held),
            "open a list of 6,000 actions": lambda: ListsPage(desk, "actions"),
        }
        lines = {name: ACTIONS if "list" in name else ITEMS for name in screens}
        results = [
            row(name, opening(desk, make), _bare(lines[name]), MOST_MS, of="value")
            for name, make in screens.items()
        ]
        all_of_them = row(
            "show all 6,000 actions, also the ended ones",
            choosing_all(desk),
            _bare(ACTIONS),
            MOST_MS,
            of="value",
        )
        results.append(all_of_them)
        desk.window.close()
        desk.window.deleteLater()
        running.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        office.close()
    return results


def fill(office: Office) -> tuple[int, int, int]:
    """Fill *office* as a busy council would in twenty years; return the keys of three meetings.

    One was held and has concept minutes, one runs and is half-way, one is still to come.
    """
    for place, name in enumerate(_NAMES):
        office.council.add_member(name, role="lid" if place else "voorzitter")
    _old_actions(office)
    held = _meeting(office, _TODAY - timedelta(days=28))
    _hold(office, held, ITEMS)
    office.running.close(held, datetime.combine(_TODAY - timedelta(days=28), datetime.now().time()))
    runs = _meeting(office, _TODAY)
    _hold(office, runs, ITEMS // 2)
    return held, runs, _meeting(office, _TODAY + timedelta(days=28))


def opening(desk: Desk, make: Callable[[], Page]) -> float:
    """Return the median of milliseconds until the page that *make* gives is on the screen."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    taken: list[float] = []
    for _ in range(TIMES + 1):
        start = time.process_time()
        desk.window.open_page(make())
        app.processEvents()
        taken.append((time.process_time() - start) * 1000)
        desk.window.back()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()
    return statistics.median(taken[1:])  # the first one still reads modules from the disk


def choosing_all(desk: Desk) -> float:
    """Return the median of milliseconds from choosing "all" above the list until it is drawn."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = ListsPage(desk, "actions")
    desk.window.open_page(page)
    app.processEvents()
    taken: list[float] = []
    for _ in range(TIMES + 1):
        for state in ("", "open"):
            start = time.process_time()
            field = page.findChild(Choice, "state")
            field.set_value(state)
            field.activated.emit(field.currentIndex())
            app.processEvents()
            if not state:
                taken.append((time.process_time() - start) * 1000)
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.window.back()
    return statistics.median(taken[1:])


def _old_actions(office: Office) -> None:
    """Bring in the action list of twenty years; one in ten is still open."""
    a_year = ACTIONS // YEARS
    actions = tuple(
        OldAction(
            f"Bellen met de gemeente over regeling {n}",
            f"A-{_TODAY.year - YEARS + n // a_year}-{n % a_year + 1:03}",
            _NAMES[n % len(_NAMES)].split()[0],
            _TODAY - timedelta(days=(ACTIONS - n) // 2 - 60),
            done=n % 10 != 0,
        )
        for n in range(ACTIONS)
    )
    office.old_papers.keep(
        OldMinutes("", None, actions=actions),
        Chosen("", None, actions=range(len(actions))),
        _TODAY,
    )


def _meeting(office: Office, day: date) -> int:
    meeting = office.plan.add(datetime(day.year, day.month, day.day, 13, 30))
    for n in range(1, ITEMS + 1):
        office.agenda.add(
            meeting,
            f"Regeling {n} van de gemeente en wat inwoners daarvan merken",
            purpose="judge",
            owner=_NAMES[n % len(_NAMES)],
            minutes=5,
            question="Wat vindt u van dit voorstel?",
            place=n,
        )
    for item in office.agenda.items(meeting)[::4]:
        office.agenda.add_paper(item.id, f"Notitie {item.id}", expected=day)
    return meeting


def _hold(office: Office, meeting: int, treated: int) -> None:
    """Open the meeting and treat its first items, each with notes, a decision and an action."""
    running = office.running
    now = datetime.combine(office.plan.meeting(meeting).starts.date(), datetime.min.time())
    running.open(meeting, now)
    running.attendance.all_here(meeting)
    for place, item in enumerate(office.agenda.items(meeting)[:treated]):
        if place:
            running.go_on(meeting, now + timedelta(minutes=5 * place))
        running.note(item.id, "De leden spraken hierover. Zij vinden het voorstel duidelijk. " * 4)
        running.deciding.decide(item.id, "De raad schrijft hierover een brief.", now.date())
        due = now.date() + timedelta(days=21)
        running.add_action(item.id, "Brief schrijven", now.date(), owner="Henk", due=due)


def _bare(lines: int) -> float:
    """Return how long a bare list of as many *lines* takes in a window of its own."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    taken: list[float] = []
    for _ in range(TIMES):
        start = time.process_time()
        view = QListView()
        view.setModel(QStringListModel([f"Regel {n}" for n in range(lines)], view))
        view.resize(1280, 800)
        view.show()
        app.processEvents()
        taken.append((time.process_time() - start) * 1000)
        view.close()
        view.deleteLater()
    return statistics.median(taken)


if __name__ == "__main__":
    for result in measure():
        print(f"{result['value']:8.1f} {result['unit']}  {result['name']}  ({result['gate']})")
