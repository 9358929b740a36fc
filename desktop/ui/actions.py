"""Every action of the app with its words and its key: one table, from which the menu is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n import tr
from desktop.ui.pages import AREAS


@dataclass(frozen=True)
class Act:
    """One action; *keys* in Qt's notation, the first one is shown. *section* is its place."""

    key: str
    section: str
    words: str
    keys: tuple[str, ...] = ()


def area_names() -> dict[str, str]:
    """Return the names of the six areas by key."""
    return {
        "today": tr("Today"),
        "meetings": tr("Meetings"),
        "advice": tr("Advice"),
        "constituency": tr("Constituency"),
        "members": tr("Members"),
        "council": tr("Our council"),
    }


def sections() -> dict[str, str]:
    """Return the parts of the menu by key; the empty ones stay away."""
    return {
        "go": tr("Go to"),
        "file": tr("File"),
        "edit": tr("Edit"),
        "view": tr("View"),
        "draft": tr("Tips in the text"),
        "meeting": tr("During the meeting"),
        "help": tr("Help"),
    }


def table() -> tuple[Act, ...]:
    """Return every action of the app."""
    names = area_names()
    areas = tuple(
        Act(f"area_{area}", "go", names[area], (f"Ctrl+{number}",))
        for number, area in enumerate(AREAS, start=1)
    )
    explained = Act("help", "help", tr("What does this word mean?"), ("F1",))
    return (*areas, *_general(), *_draft(), *_meeting(), explained)


def _general() -> tuple[Act, ...]:
    return (
        Act("search", "go", tr("Search everything"), ("Ctrl+K",)),
        Act("back", "go", tr("One step back"), ("Esc", "Alt+Left")),
        Act("next_pane", "go", tr("Next part of the window"), ("F6",)),
        Act("previous_pane", "go", tr("Previous part of the window"), ("Shift+F6",)),
        Act("menu", "go", tr("Open the menu"), ("F10",)),
        Act("new", "file", tr("New"), ("Ctrl+N",)),
        Act("open_file", "file", tr("Open a letter or paper"), ("Ctrl+O",)),
        Act("open_council", "file", tr("Open another council"), ("Ctrl+Shift+O",)),
        Act("print", "file", tr("Print or PDF"), ("Ctrl+P",)),
        Act("settings", "file", tr("Settings"), ("Ctrl+,",)),
        Act("lock", "file", tr("Lock the screen"), ("Ctrl+L",)),
        Act("quit", "file", tr("Close Samenspraak"), ("Ctrl+Q",)),
        Act("undo", "edit", tr("Undo"), ("Ctrl+Z",)),
        Act("redo", "edit", tr("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
        Act("larger", "view", tr("Larger text"), ("Ctrl++", "Ctrl+=")),
        Act("smaller", "view", tr("Smaller text"), ("Ctrl+-",)),
        Act("normal", "view", tr("Normal text"), ("Ctrl+0",)),
        Act("full_screen", "view", tr("Full screen, as for a beamer"), ("F11",)),
        Act("theme_system", "view", tr("Colours of the computer")),
        Act("theme_light", "view", tr("Light colours")),
        Act("theme_dark", "view", tr("Dark colours")),
        Act("theme_high_contrast", "view", tr("High contrast")),
    )


def _draft() -> tuple[Act, ...]:
    return (
        Act("hint_next", "draft", tr("Next tip"), ("F8",)),
        Act("hint_previous", "draft", tr("Previous tip"), ("Shift+F8",)),
        Act("alternative_1", "draft", tr("Take the first alternative"), ("Alt+1",)),
        Act("alternative_2", "draft", tr("Take the second alternative"), ("Alt+2",)),
        Act("alternative_3", "draft", tr("Take the third alternative"), ("Alt+3",)),
        Act("hint_explain", "draft", tr("Explain this tip"), ("F9",)),
        Act("hint_ignore", "draft", tr("Ignore this tip here"), ("Ctrl+F8",)),
    )


def _meeting() -> tuple[Act, ...]:
    return (
        Act("next_item", "meeting", tr("Next item"), ("Ctrl+Return",)),
        Act("decision", "meeting", tr("Write down a decision"), ("Ctrl+Shift+B",)),
        Act("action", "meeting", tr("Write down an action"), ("Ctrl+Shift+A",)),
        Act("promise", "meeting", tr("Write down a promise"), ("Ctrl+Shift+T",)),
        Act("vote", "meeting", tr("Vote"), ("Ctrl+Shift+S",)),
        Act("notes", "meeting", tr("Write notes"), ("Ctrl+Shift+E",)),
        Act("phrase", "meeting", tr("Standard sentence"), ("Ctrl+Shift+F",)),
        Act("people", "meeting", tr("Who is there?"), ("Ctrl+Shift+W",)),
        Act("agenda_items", "meeting", tr("To the agenda"), ("Ctrl+Shift+G",)),
        Act("urgent", "meeting", tr("Urgent item"), ("Ctrl+Shift+U",)),
        Act("put_off", "meeting", tr("Put this item off"), ("Ctrl+Shift+D",)),
        Act("pause", "meeting", tr("Break"), ("Ctrl+Shift+P",)),
        Act("say_next", "meeting", tr("Next sentence"), ("F7",)),
        Act("say_help", "meeting", tr("Help, it is hard now"), ("Shift+F7",)),
        Act("item_up", "meeting", tr("Move the item up"), ("Alt+Up",)),
        Act("item_down", "meeting", tr("Move the item down"), ("Alt+Down",)),
    )


class Actions:
    """The actions of one window: what they do now, and the menu they stand in."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._always: dict[str, Callable[[], object]] = {}
        self._of_page: dict[str, Callable[[], object]] = {}
        self._only: frozenset[str] | None = None
        self.by_key: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self.menu = QMenu(window)
        self.menu.setAccessibleName(tr("Menu"))
        self._line = QAction(window)
        self._line.setSeparator(True)
        self._fill()

    def _fill(self) -> None:
        for key, words in sections().items():
            self._menus[key] = self.menu.addMenu(words)
        for act in table():
            action = QAction(act.words, self._window)
            action.setShortcuts([QKeySequence(key) for key in act.keys])
            action.setObjectName(act.key)
            action.setMenuRole(QAction.MenuRole.NoRole)
            action.triggered.connect(lambda _checked=False, key=act.key: self.do(key))
            self._window.addAction(action)
            self._menus[act.section].addAction(action)
            self.by_key[act.key] = action
        self.update()

    def list_areas(self, *, shown: bool) -> None:
        """Put the areas as a full list at the top of the menu, as a narrow window needs."""
        keys = [f"area_{area}" for area in AREAS]
        areas = [self.by_key[key] for key in keys if key in self._always]
        for action in (*areas, self._line):
            self.menu.removeAction(action)
        if shown:
            self.menu.insertActions(self._menus["go"].menuAction(), [*areas, self._line])

    def do(self, key: str) -> None:
        """Do the action *key*: what the page does with it, else what the window does."""
        if self._only is not None and key not in self._only:
            return
        act = self._of_page.get(key) or self._always.get(key)
        if act:
            act()

    def hold(self, only: frozenset[str] | None) -> None:
        """Do nothing but *only* from now on, as while the window is locked; None lets all go."""
        self._only = only

    def always(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Set what actions do on every page."""
        self._always.update(handlers)
        self.update()

    def for_page(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Set what actions do on the page that is open now; it goes before ``always``."""
        self._of_page = dict(handlers)
        self.update()

    def rename(self, key: str, words: str, *, enabled: bool) -> None:
        """Give the action *key* other words, such as what undo would undo."""
        self.by_key[key].setText(words)
        self.by_key[key].setEnabled(enabled)

    def update(self) -> None:
        """Switch each action on or off; parts of the menu where nothing can be done stay away."""
        for key, action in self.by_key.items():
            action.setEnabled(key in self._of_page or key in self._always)
        for menu in self._menus.values():
            usable = any(action.isEnabled() for action in menu.actions())
            menu.menuAction().setVisible(usable)
