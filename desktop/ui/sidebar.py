"""The side bar: the mark, the council, search, the six areas, what is saved and who is working."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.i18n import tr, trn
from desktop.ui.actions import area_names
from desktop.ui.boxes import Box, Words, beside, repolish, rule, stack, text
from desktop.ui.buttons import Button, on_press
from desktop.ui.icons import draw_icon
from desktop.ui.kit import pill
from desktop.ui.marks import Initials, Mark
from desktop.ui.messages import SavedLine
from desktop.ui.pages import AREAS
from desktop.ui.theme import look, tokens

_SIGNS = {
    "today": "vandaag",
    "meetings": "vergaderen",
    "advice": "adviseren",
    "constituency": "achterban",
    "members": "leden",
    "council": "raad",
}


class SearchBox(QLineEdit):
    """The one search box; Enter asks for the results."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Search everything"))
        self.setAccessibleName(tr("Search everything"))
        self.setAcceptDrops(False)
        self.returnPressed.connect(lambda: self.wanted.emit(self.text().strip()))
        self.restyle()

    def restyle(self) -> None:
        # an icon of Qt's own would stay 16 px, whatever the text size
        self.setTextMargins(look.size(18) + look.gap(6), 0, 0, 0)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        size = look.size(18)
        place = QPointF(look.gap(12), (self.height() - size) / 2)
        draw_icon(QPainter(self), place, "search", "muted", size)


class AreaButton(Button):
    """One area: sign, name, and how many things ask for attention there."""

    def __init__(self, area: str, words: str) -> None:
        self._here = False
        super().__init__(words, "nav", _SIGNS[area], 20)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._badge = pill("", "warm")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addStretch(1)
        layout.addWidget(self._badge)
        self.show_count(0)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (look.size(40) if self._badge.text() else 0), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def ink(self) -> str:
        return "accent" if self._here else "text"

    def show_count(self, count: int) -> None:
        """Show *count* beside the name; 0 shows nothing."""
        self._badge.setText(str(count) if count else "")
        self._badge.setVisible(count > 0)
        self.updateGeometry()
        said = trn("one thing asks for attention", "{n} things ask for attention", count)
        self.setAccessibleName(f"{self._words}, {said}" if count else self._words)

    def show_here(self, here: bool) -> None:
        """Mark this as the area that is open."""
        if here == self._here:
            return
        self._here = here
        self.setProperty("here", here)
        self.setAccessibleDescription(tr("you are here") if here else "")
        repolish(self)
        self.restyle()


class SideBar(Box):
    """The left of a wide window."""

    def __init__(self, open_area: Callable[[str], object], open_menu: Callable[[], object]) -> None:
        super().__init__(gap=6, pad=(14, 18, 14, 16))
        self.setObjectName("sidebar")
        self.council = Words("", "small", "muted")
        self.search = SearchBox()
        self.saved = SavedLine()
        self.areas = {area: AreaButton(area, words) for area, words in area_names().items()}
        for area in AREAS:
            on_press(self.areas[area], lambda area=area: open_area(area))
        self.menu_button = Button(tr("Menu"), "nav", "menu", 20)
        self.menu_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        on_press(self.menu_button, open_menu)
        self._person = Box()
        self._lay_out()

    def _lay_out(self) -> None:
        name = stack(text("Samenspraak", "label"), self.council, gap=0)
        self.add(beside(Mark(), (name, 1), gap=10))
        self.add(10)
        self.add(self.search)
        self.add(8)
        for area in AREAS:
            self.add(self.areas[area])
        self.add(...)
        for part in (self.menu_button, self.saved, self._person):
            self.add(part)
        self.restyle()

    def show_person(self, name: str, role: str) -> None:
        """Show who is working, and as what."""
        words = stack(text(name, "label"), text(role, "small", "muted"), gap=0)
        badge = beside(Initials(name), (words, 1), gap=10)
        self._person.show_items([rule(), badge] if name else [])

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(look.size(int(tokens()["size"]["sidebar"])))


class TopBar(Box):
    """The top of a narrow window: one button for everything, the area, and search."""

    def __init__(self, open_menu: Callable[[], object]) -> None:
        super().__init__(aside=True, gap=16, pad=(24, 10, 24, 10))
        self.setObjectName("topbar")
        self.menu_button = Button(tr("Menu"), "", "menu")
        on_press(self.menu_button, open_menu)
        self.area = Words("", "h2", wrap=False)
        self.search = SearchBox()
        for part in (self.menu_button, self.area, ..., (self.search, 1)):
            self.add(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def first_control(root: QWidget) -> QWidget | None:
    """Return the first control inside *root* that the Tab key reaches."""
    for widget in root.findChildren(QWidget):
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None
