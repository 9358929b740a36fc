"""The window: side bar or top bar, one page, the menu and the keys."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import time
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.ui import preferences, theme
from desktop.ui.actions import Actions, area_names
from desktop.ui.boxes import Box
from desktop.ui.focus import FocusRing
from desktop.ui.messages import Strip, saved_words
from desktop.ui.pages import AREAS, Page
from desktop.ui.panes import go_to_pane
from desktop.ui.preferences import Preferences
from desktop.ui.sidebar import SideBar, TopBar
from desktop.ui.spoken import announce
from desktop.ui.theme import look

Registry = Mapping[str, Callable[[], Page]]


class Change(Protocol):
    """A committed action, as the hub passes it on."""

    @property
    def tables(self) -> Iterable[str]:
        """The names of the tables that changed."""
        ...


class MainWindow(QMainWindow):
    """One window on one council.

    *registry* makes the first page of each area; an area that is not in it stays out of the menu.
    """

    files_dropped = Signal(list)
    search_wanted = Signal(str)
    closing = Signal()

    def __init__(self, registry: Registry, chosen: Preferences | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._registry = registry
        self._chosen = chosen or Preferences()
        self._pages: list[Page] = []
        self._stale: set[Page] = set()
        self._unsaved = self._stuck = False
        self.words_wait: Callable[[], bool] = bool
        self._undo_label: Callable[[], str] = str
        self._redo_label: Callable[[], str] = str
        self.actions_table = Actions(self)
        self.side = SideBar(self.show_area, self.open_menu)
        self.top = TopBar(self.open_menu)
        self.standing = Strip()
        """What stays true on every page: you look along, this is the copy for on the way."""
        self.strip = Strip()
        self._stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self.ring = FocusRing(self)
        self.resize(self._chosen.width, self._chosen.height)

    def _lay_out(self) -> None:
        right = Box([self.top, self.standing, self.strip, (self._stack, 1)], gap=0)
        ground = QWidget()
        ground.setObjectName("window")
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addWidget(right, 1)
        self.setCentralWidget(ground)
        self.setMinimumSize(560, 420)
        for area in AREAS:
            self.side.areas[area].setVisible(area in self._registry)
        self.restyle()

    def _wire(self) -> None:
        for box in (self.side.search, self.top.search):
            box.wanted.connect(self.search_wanted)
        going = {f"area_{area}": partial(self.show_area, area) for area in self._registry}
        themes = {f"theme_{name}": partial(self.choose, wanted=name) for name in theme.THEMES}
        self.actions_table.always(going | themes)
        self.actions_table.always(
            {
                "search": lambda: self._search_box().setFocus(),
                "back": self.back,
                "next_pane": lambda: self._next_pane(1),
                "previous_pane": lambda: self._next_pane(-1),
                "menu": self.open_menu,
                "larger": lambda: self.choose(factor=theme.next_factor(1)),
                "smaller": lambda: self.choose(factor=theme.next_factor(-1)),
                "normal": lambda: self.choose(factor=1.0),
                "full_screen": lambda: self.setWindowState(
                    self.windowState() ^ Qt.WindowState.WindowFullScreen
                ),
                "quit": self.close,
            }
        )

    # ---- what others ask of the window ---------------------------------------------------------

    def on(self, key: str, act: Callable[[], object]) -> None:
        """Let the menu action *key* (see ``actions.py``) call *act* on every page."""
        self.actions_table.always({key: act})

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self._pages[-1] if self._pages else None

    @property
    def chosen(self) -> Preferences:
        """What this person chose: theme, text size, window size."""
        return self._chosen

    def show_area(self, key: str) -> None:
        """Open the first page of the area *key*; the way back starts there."""
        if key in self._registry and self._may_leave():
            for page in self._pages:
                self._throw_away(page)
            self._pages = []
            self._open(self._registry[key]())

    def open_page(self, page: Page) -> None:
        """Open *page*; one step back returns to the page that is open now."""
        if self._may_leave():
            self._open(page)

    def replace_page(self, page: Page) -> None:
        """Open *page* instead of the page that is open now, as after finishing a form."""
        if self._may_leave():
            if self._pages:
                self._throw_away(self._pages.pop())
            self._open(page)

    def back(self) -> None:
        """Go one step back."""
        if len(self._pages) > 1 and self._may_leave():
            self._throw_away(self._pages.pop())
            self._show(self._pages[-1], again=True)

    def changed(self, action: Change) -> None:
        """Refresh what shows a table that *action* changed; connect it to ``hub.changed``."""
        touched = set(action.tables)
        for page in self._pages:
            if touched & page.tables:
                self._stale.add(page)
        if self.page in self._stale and not self._unsaved:  # what is typed there stays there
            self._refresh(self.page)
        self.update_undo()

    def set_council(self, name: str) -> None:
        """Show the name of the council."""
        self.side.council.setText(name)

    def set_person(self, name: str, role: str) -> None:
        """Show who is working."""
        self.side.show_person(name, role)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show per area how many things ask for attention; areas that are not named get none."""
        for area, button in self.side.areas.items():
            button.show_count(counts.get(area, 0))

    def set_saved(self, at: time) -> None:
        """Say that everything was saved at this time."""
        if self._unsaved:
            self._unsaved = False
            self.strip.silence()
            announce(self, saved_words(at))
        self.side.saved.show_saved(at)

    def set_save_trouble(self, why: str, *repairs: tuple[str, Callable[[], object]]) -> None:
        """Say that saving failed, why, and what helps; it stays until ``set_saved``."""
        self._unsaved = True
        self.side.saved.show_trouble()
        self.strip.say("warning", tr("Your last words are not saved yet."), why, *repairs)

    def set_undo(
        self,
        undo: Callable[[], object],
        redo: Callable[[], object],
        undo_label: Callable[[], str],
        redo_label: Callable[[], str],
    ) -> None:
        """Wire undo and redo; the labels name the action, or are empty when there is none."""
        self._undo_label, self._redo_label = undo_label, redo_label
        self.actions_table.always({"undo": undo, "redo": redo})
        self.update_undo()

    def update_undo(self) -> None:
        """Show what undo and redo would do now."""
        undo, redo = self._undo_label(), self._redo_label()
        undo_words = tr("Undo: {action}", action=undo) if undo else tr("Undo")
        redo_words = tr("Redo: {action}", action=redo) if redo else tr("Redo")
        self.actions_table.rename("undo", undo_words, enabled=bool(undo))
        self.actions_table.rename("redo", redo_words, enabled=bool(redo))

    def choose(self, *, wanted: str = "", factor: float = 0.0) -> None:
        """Choose a theme or a text size (1.0 to 2.0); it is kept for the next time."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, wanted, factor)
        self._chosen = replace(self._chosen, theme=look.wanted, factor=look.factor)
        preferences.save(self._chosen)
        self.restyle()

    def keep(self, chosen: Preferences) -> None:
        """Keep other preferences, such as the last council file."""
        self._chosen = chosen
        preferences.save(chosen)

    def open_menu(self) -> None:
        """Open the menu with every action, below or above its button."""
        button = self.top.menu_button if look.narrow else self.side.menu_button
        self.actions_table.list_areas(shown=look.narrow)
        menu = self.actions_table.menu
        high = menu.sizeHint().height()
        above = QPoint(0, -high) if not look.narrow else QPoint(0, button.height())
        menu.setActiveAction(next(act for act in menu.actions() if act.isVisible()))
        corner = self.mapToGlobal(QPoint(0, 0))
        menu.popup(button.mapToGlobal(above) if button.isVisible() else corner)

    # ---- how it works --------------------------------------------------------------------------

    def _may_leave(self) -> bool:
        return self.page is None or (self.page.leave() and not self.words_wait())

    def _open(self, page: Page) -> None:
        page.ensure_built()  # before it is seen, so that its parts are there to get the focus
        self._pages.append(page)
        self._stack.addWidget(page)
        page.retitled.connect(self._retitle)
        self._show(page)

    def _show(self, page: Page, *, again: bool = False) -> None:
        if not self._unsaved:
            self.strip.silence()  # what was said belonged to the page before
        self._stack.setCurrentWidget(page)
        self.restyle()
        if page in self._stale:
            self._refresh(page)
        for area, button in self.side.areas.items():
            button.show_here(area == page.area)
        self.top.area.setText(area_names().get(page.area, ""))
        self.actions_table.for_page(page.handlers())
        self.update_undo()
        self._retitle()
        self._go_in(page, again=again)

    def _go_in(self, page: Page, *, again: bool = False) -> None:
        """Give the page its focus: where it was when the user comes back, else at the top."""
        before = page.focusWidget() if again else None
        target = before if before and before.isVisible() else page.opening_focus()
        if target:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            page.bring_into_view(target, from_top=target is not before)

    def _refresh(self, page: Page | None) -> None:
        if page:
            self._stale.discard(page)
            try:
                page.refresh()
            except CouncilError as error:  # what it shows was thrown away, perhaps by undo
                self._leave_behind(page, error)
                return
            self.actions_table.for_page(page.handlers())

    def _leave_behind(self, page: Page, why: CouncilError) -> None:
        """Close *page* without asking it anything, and say why."""
        self._pages.remove(page)
        self._throw_away(page)
        if self._pages:
            self._show(self._pages[-1])
        else:
            self.show_area(page.area)
        self.strip.say("info", why.message)

    def _throw_away(self, page: Page) -> None:
        self._stale.discard(page)
        page.retitled.disconnect(self._retitle)
        self._stack.removeWidget(page)
        page.deleteLater()

    def _retitle(self) -> None:
        if self.page:
            area = area_names().get(self.page.area, "")
            names = dict.fromkeys(part for part in (self.page.title, area, "Samenspraak") if part)
            self.setWindowTitle(" – ".join(names))

    def _search_box(self) -> QWidget:
        return self.top.search if look.narrow else self.side.search

    def _next_pane(self, step: int) -> None:
        bars = [] if self.page and self.page.alone else [self.top if look.narrow else self.side]
        go_to_pane([*bars, *(self.page.panes() if self.page else [])], step)

    def restyle(self) -> None:
        """Show the side bar in a wide window, the top bar in a narrow one, or neither."""
        alone = self.page is not None and self.page.alone
        self.side.setVisible(not look.narrow and not alone)
        self.top.setVisible(look.narrow and not alone)

    # ---- Qt ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, look.width = look.narrow, self.width()
        if look.narrow != before:
            theme.restyle(self)

    def showEvent(self, event: QShowEvent) -> None:
        theme.restyle(self)
        super().showEvent(event)
        if self.page and not event.spontaneous():
            self._go_in(self.page)  # only now it is known what fits on the screen

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # something that goes wrong below leaves the window there, with its words
        asked, self._stuck = self._stuck, True  # once: a page that fails locks nobody in
        if not asked and not self._may_leave():
            self._stuck = False
            return
        if not self.isMaximized():
            self._chosen = replace(self._chosen, width=self.width(), height=self.height())
        preferences.save(self._chosen)
        self.closing.emit()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.files_dropped.emit(names)
