"""The window of one council: its areas, what the menu does, and what it tells by itself."""

import gc
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.i18n import tr
from desktop.language import prepare
from desktop.services.office import Office
from desktop.services.travel import SUFFIX
from desktop.ui import preferences
from desktop.ui.advice.arrival import bring_in
from desktop.ui.advice.dossier import DossierPage
from desktop.ui.advice.list import AdvicePage
from desktop.ui.constituency.page import ConstituencyPage
from desktop.ui.council.page import CouncilPage
from desktop.ui.desk import Desk
from desktop.ui.hover import HoverWords
from desktop.ui.hub import Hub
from desktop.ui.idle import Locker
from desktop.ui.meetings.page import MeetingsPage
from desktop.ui.members.page import MembersPage
from desktop.ui.members.words import explain_here
from desktop.ui.myself import Myself
from desktop.ui.pages import Page
from desktop.ui.rescue import again, words_wait
from desktop.ui.search.page import SearchPage
from desktop.ui.tasks import Tasks
from desktop.ui.today.page import TodayPage
from desktop.ui.travel.page import TravelPage, open_package
from desktop.ui.unshown import tell_unshown
from desktop.ui.window import Change, MainWindow

_WRITTEN_IN = frozenset({"section", "agenda_item"})
"""Tables that people type long texts in."""

_REST_MS = 2_000
_FIRST_COPY_MS, _COPY_MS = 30_000, 600_000
"""A copy of what changed: soon after opening, and every ten minutes."""

AREA_PAGES: dict[str, Callable[[Desk], Page]] = {
    "today": TodayPage,
    "meetings": MeetingsPage,
    "advice": AdvicePage,
    "constituency": ConstituencyPage,
    "members": MembersPage,
    "council": CouncilPage,
}


def show_council(
    parent: QObject,
    office: Office,
    today: Callable[[], date],
    failed: Callable[[BaseException], None],
    another: Callable[[], object],
    reopen: Callable[[Callable[[], str]], None],
    move: Callable[[Office, str, str], None],
) -> Desk:
    """Show the window of *office*; *another* lets the user choose another council.

    *reopen* closes the file, does something to it, and opens it again; *move* goes on in another.
    """
    desks: list[Desk] = []  # the window and the desk need each other: pages are made later
    registry = {area: _opener(desks, make) for area, make in AREA_PAGES.items()}
    window = MainWindow(registry, preferences.load())
    desk = Desk(office, window, Tasks(parent, failed), today, Hub(window), reopen, move)
    desks.append(desk)
    _wire(desk, another)
    window.show_area("today")
    window.show()
    Locker(desk)
    HoverWords(window)
    # The word lists of the tips, so that the first draft need not wait for them.
    desk.tasks.run(prepare, lambda _nothing: _settle())
    return desk


def _opener(desks: list[Desk], make: Callable[[Desk], Page]) -> Callable[[], Page]:
    return lambda: make(desks[0])


def _wire(desk: Desk, another: Callable[[], object]) -> None:
    office, window = desk.office, desk.window
    desk.hub.listen(office.store)
    desk.hub.changed.connect(desk.waiting.hear)
    desk.hub.changed.connect(Myself(desk).hear)
    desk.hub.changed.connect(window.changed)
    desk.hub.changed.connect(_Teller(desk, window).hear)
    desk.hub.changed.connect(partial(tell_unshown, desk))
    window.set_undo(
        lambda: desk.attempt(office.store.undo),
        lambda: desk.attempt(office.store.redo),
        lambda: _within(office.store.undo_label),
        lambda: _within(office.store.redo_label),
    )
    window.files_dropped.connect(partial(_take_in, desk))
    window.search_wanted.connect(partial(_search, desk))
    window.on("open_file", lambda: bring_in(desk))
    window.on("open_council", another)
    window.on("help", partial(explain_here, desk))
    window.on("settings", lambda: window.show_area("council"))
    window.words_wait = lambda: words_wait(desk)
    window.closing.connect(lambda: _close(desk))
    _guard(desk, another)
    _keep_copies(desk)
    _tell(desk)


def _guard(desk: Desk, another: Callable[[], object]) -> None:
    """Keep the file for this person, or follow what somebody else does in it; say which it is."""
    store, strip = desk.office.store, desk.window.standing

    def show() -> None:
        if not strip.isHidden():
            return
        if store.closed_because:
            strip.say("info", store.closed_because, "", (tr("Open again"), another))
        elif desk.office.travel.here():
            words = tr("This is the council on the way. Bring it back when you are done.")
            strip.say("info", words, "", (tr("Bring back"), lambda: _travel(desk)))

    def keep_up() -> None:
        if store.guard:
            desk.attempt(partial(store.guard.keep_up, store))
        show()

    if store.guard:
        timer = QTimer(desk.window, interval=round(store.guard.every * 1000))
        timer.timeout.connect(keep_up)
        desk.window.closing.connect(timer.stop)
        timer.start()
    show()


def _keep_copies(desk: Desk) -> None:
    """Let the worker make a copy now and then; only what changed about that is shown."""
    safety = desk.office.safety
    if not safety.automatic:
        return

    def show(before: object) -> None:
        if (safety.state.trouble, safety.state.synced) != before:
            _tell(desk)
            if isinstance(desk.window.page, TodayPage):
                desk.window.page.refresh()

    def look() -> None:
        before = (safety.state.trouble, safety.state.synced)
        desk.tasks.run(safety.keep_up, lambda _nothing: show(before))

    for wait, once in ((_FIRST_COPY_MS, True), (_COPY_MS, False)):
        timer = QTimer(desk.window, interval=wait, singleShot=once)
        timer.timeout.connect(look)
        desk.window.closing.connect(timer.stop)
        timer.start()


def _travel(desk: Desk) -> None:
    desk.window.open_page(TravelPage(desk))


class _Teller(QObject):
    """Tells after each action; while somebody writes, only that it was saved, and the rest later.

    Looking through all dossiers takes longer than a key may wait.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(partial(_tell, desk))

    def hear(self, action: Change) -> None:
        """Tell about *action*, now or when the writing rests."""
        if set(action.tables) <= _WRITTEN_IN:
            _saved(self._desk)
            self._later.start()
        else:
            self._later.stop()
            _tell(self._desk)


def _tell(desk: Desk) -> None:
    """Say again who, what and how much after every action."""
    council, window = desk.office.council, desk.window
    window.set_council(council.profile().name or tr("Your council"))
    me = next((m for m in council.members() if m.name == desk.office.store.actor), None)
    if me:
        window.set_person(me.name, me.role.capitalize())
    pressing = [n for n in desk.office.attention.notices(desk.today()) if n.tone != "calm"]
    window.set_counts(
        {
            "today": len(pressing),
            "advice": sum(notice.area == "advice" for notice in pressing),
            "meetings": sum(notice.area == "meetings" for notice in pressing),
            "council": sum(notice.area == "council" for notice in pressing),
            "members": sum(notice.area == "members" for notice in pressing),
        }
    )
    _saved(desk)


def _saved(desk: Desk) -> None:
    """Say that all is saved; what waited for that comes first."""
    if desk.waiting.acts:
        QTimer.singleShot(0, desk.window, lambda: again(desk))
    else:
        desk.window.set_saved(datetime.now().time())


def _take_in(desk: Desk, names: list[str]) -> None:
    """Put papers in the dossier they were dropped on; anywhere else they start a new one.

    A package that comes back is looked into.
    """
    package = next((Path(name) for name in names if name.endswith(SUFFIX)), None)
    if package:
        open_package(desk, package)
        return
    page = desk.window.page
    dossier = page.dossier if isinstance(page, DossierPage) else None
    bring_in(desk, [Path(name) for name in names], dossier)


def _search(desk: Desk, words: str) -> None:
    desk.window.open_page(SearchPage(desk, words))


def _settle() -> None:
    """Let the garbage collector leave alone what is loaded now; walking over it holds up a key."""
    gc.collect()
    gc.freeze()


def _close(desk: Desk) -> None:
    gc.unfreeze()
    if desk.office.safety.automatic and not desk.waiting.moved:
        desk.window.hide()  # slow work or a slow stick need not keep a window on the screen
    desk.tasks.close()
    if desk.waiting.moved:
        return
    try:
        desk.office.safety.keep_up()
    finally:
        desk.office.close()


def _within(label: str) -> str:
    """Return the name of an action as it stands inside a sentence: without its capital."""
    return label[:1].lower() + label[1:]
