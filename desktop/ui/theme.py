"""What the app looks like now: colours by role and sizes by name, in one theme at one text size."""

import math
import tomllib
from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop import resources

THEMES = ("system", "light", "dark", "high_contrast")
TONES = ("accent", "warm", "success", "warning", "danger", "info")
_FONT_FILES = ("Regular", "Italic", "SemiBold", "Bold")
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
}


@cache
def tokens() -> dict[str, Any]:
    """Return the design system: the tables of ``resources/themes/tokens.toml``."""
    return tomllib.loads(resources.text("themes/tokens.toml"))


class Look:
    """The theme in use. Read colours as ``look["accent"]`` and sizes as ``look.px("body")``."""

    def __init__(self) -> None:
        self.theme = "light"
        self.factor = 1.0
        self.width = 1280
        self.wanted = "system"

    def __getitem__(self, role: str) -> str:
        """Return the colour of *role* as ``#RRGGBB``."""
        return str(tokens()[self.theme][role])

    def colour(self, role: str) -> QColor:
        """Return the colour of *role* for painting."""
        return QColor(self[role])

    def px(self, role: str = "body") -> int:
        """Return the text size of *role* in pixels."""
        return round(self.base * tokens()["type"][role][0])

    def weight(self, role: str) -> int:
        """Return the weight (400 to 700) of the text of *role*."""
        return int(tokens()["type"][role][1])

    def gap(self, value: float) -> int:
        """Return *value* px of air at this text size: air grows with its square root."""
        return round(value * math.sqrt(self.factor))

    def size(self, value: float) -> int:
        """Return *value* px of an icon or badge: it grows a little less than the text."""
        return round(value * self.factor**0.8)

    def wide(self, value: float) -> int:
        """Return *value* px of a cell that holds text, growing with that text."""
        return round(value * self.factor)

    def font(self, role: str = "body", weight: int = 0) -> QFont:
        """Return the font of *role*, for painting and for documents."""
        font = QFont(family())
        font.setPixelSize(self.px(role))
        font.setWeight(QFont.Weight(weight or self.weight(role)))
        return font

    def hint(self, kind: str) -> QColor:
        """Return the line colour of the hint family *kind*, such as ``word`` or ``tone``."""
        return QColor(str(tokens()["hints"][kind][self.theme]))

    @property
    def base(self) -> float:
        """The size of running text in pixels, not yet rounded."""
        return _base_px() * self.factor

    @property
    def narrow(self) -> bool:
        """Whether the window holds too few characters for a side bar and columns."""
        return self.width / self.px() < float(tokens()["size"]["wide_from_em"])


look = Look()


@cache
def _base_px() -> float:
    """Return the size of running text; a reader with a larger system font keeps that."""
    own = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return max(float(tokens()["font"]["base_px"]), own * 1.15)


@cache
def family() -> str:
    """Return the name of the app's font; registers its files the first time."""
    for style in _FONT_FILES:
        path = resources.resource(f"fonts/AtkinsonHyperlegibleNext-{style}.ttf")
        QFontDatabase.addApplicationFont(str(path))
    return str(tokens()["font"]["family"])


def factors() -> list[float]:
    """Return the text sizes to choose from; 1.0 is the normal one."""
    return [float(factor) for factor in tokens()["font"]["factors"]]


def next_factor(step: int) -> float:
    """Return the text size that is *step* sizes larger (or smaller) than the one of now."""
    sizes = factors()
    nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - look.factor))
    return sizes[min(max(nearest + step, 0), len(sizes) - 1)]


def system_theme() -> str:
    """Return the theme that fits what the reader asked of their computer."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def palette() -> QPalette:
    """Return the colours for what the stylesheet leaves alone, such as selected text."""
    colours = QPalette()
    for role, name in _ROLES.items():
        colours.setColor(role, look.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, look.colour("muted"))
    return colours


def apply(app: QApplication, theme: str = "", factor: float = 0.0) -> None:
    """Dress the app in *theme* ("system" follows the computer) at text *factor*; empty keeps it.

    Everything on screen follows at once; typed text and focus stay where they are.
    """
    from desktop.ui.stylesheet import stylesheet

    look.wanted = theme or look.wanted
    look.theme = system_theme() if look.wanted == "system" else look.wanted
    look.factor = factor or look.factor
    rules = stylesheet()
    if rules == app.styleSheet():
        return
    # From one stylesheet to another Qt dresses each part once for every part around it; from none
    # to one just once: four times as fast on a full screen.
    app.setStyleSheet("")
    app.setFont(look.font())
    app.setPalette(palette())
    app.setStyleSheet(rules)
    for window in app.topLevelWidgets():
        if window.isVisible():  # a hidden one may be on its way out; it restyles when shown
            restyle(window)


def restyle(root: QWidget) -> None:
    """Let every part of the kit inside *root* take its sizes, colours and place again."""
    for part in (root, *root.findChildren(QWidget)):
        again = getattr(part, "restyle", None)
        if callable(again):
            again()


def follow_system(app: QApplication) -> None:
    """Change with the computer when it goes dark or asks for more contrast."""

    def again() -> None:
        if look.wanted == "system" and system_theme() != look.theme:
            apply(app)

    hints = app.styleHints()
    hints.colorSchemeChanged.connect(again)
    hints.accessibility().contrastPreferenceChanged.connect(again)
