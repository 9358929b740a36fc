"""One tip: as a row in the list, and open with its alternatives and explanation."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from desktop.i18n import tr
from desktop.language import Hint
from desktop.ui.buttons import enter_presses
from desktop.ui.kit import (
    Box,
    Button,
    Icon,
    Item,
    Pad,
    Sample,
    beside,
    chip,
    look,
    quiet,
    stack,
    text,
)
from desktop.ui.tabs import keep_tab_order
from desktop.ui.writing.families import family, kind_name
from desktop.ui.writing.wrapped import Wrapped

MOST_ALTERNATIVES = 3
_LONGEST_TITLE = 34
_CUT = "||"
"""Stands in the suggestion of a long sentence, where it may be cut."""


def title(hint: Hint) -> str:
    """Return what *hint* is about, short: the word itself, or the outer words of a stretch."""
    words = " ".join(hint.text.split())
    if hint.kind in ("long_sentence", "enumeration"):
        return kind_name(hint.kind)
    if family(hint.kind).name in ("word", "spelling") and len(words) <= _LONGEST_TITLE:
        return words
    parts = words.split(" ")
    if len(words) > _LONGEST_TITLE and len(parts) > 2:
        words = f"{parts[0]} … {parts[-1]}"
    return f"“{words}”"


def first_sentence(message: str) -> str:
    """Return the first sentence of *message*; the open tip shows all of it."""
    first, stop, _rest = message.partition(". ")
    return first + stop.strip()


def alternatives(hint: Hint) -> list[str]:
    """Return the words that can take the place of what *hint* is about, three at most."""
    usable = [words for words in hint.suggestions if _CUT not in words and "…" not in words]
    return usable[:MOST_ALTERNATIVES]


def reason(hint: Hint) -> str:
    """Return what is the matter in one sentence that names the words it is about."""
    words = first_sentence(hint.message)
    named = hint.text.lower() in words.lower() or title(hint) == kind_name(hint.kind)
    return words if named else f"{title(hint)}: {words}"


def like(words: str, original: str) -> str:
    """Return *words* with the capitals of *original*."""
    if len(original) > 1 and original.isupper() and not words.isupper():
        return words.upper()
    if original[:1].isupper():
        return words[:1].upper() + words[1:]
    return words


def cut(hint: Hint) -> str:
    """Return where a long sentence may be cut, in words, or nothing."""
    for words in hint.suggestions:
        before, found, after = words.partition(_CUT)
        if found:
            return tr(
                "For example: “{before}” / “{after}”", before=before.strip(), after=after.strip()
            )
    return ""


class TipRow(QAbstractButton):
    """A tip in the list: its bit of line, what it is about, and what is the matter."""

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        self.hint = hint
        self._face = beside(
            Sample(family(hint.kind).name),
            (
                stack(
                    text(title(hint), "strong"),
                    text(first_sentence(hint.message), "small", "muted"),
                    gap=0,
                ),
                1,
            ),
            Icon("open_right", size=18),
            gap=10,
            pad=(6, 6, 4, 6),
        )
        self._face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._face)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{title(hint)}, {kind_name(hint.kind)}. {hint.message}")

    def sizeHint(self) -> QSize:
        return self._face.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._face.minimumSizeHint().height())

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not enter_presses(self, e):
            super().keyPressEvent(e)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, e: QPaintEvent) -> None:
        if not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_soft"))
        painter.drawRoundedRect(self.rect(), 6, 6)


class OpenTip(Box):
    """The open tip. ``replaced`` carries the chosen alternative.

    ``suggestions_wanted`` carries a word of which somebody wants to know what it may have to be.
    """

    replaced = Signal(str)
    ignored = Signal()
    hidden_for_good = Signal()
    learned = Signal()
    suggestions_wanted = Signal(str)

    def __init__(self, pad: Pad = (14, 10, 14, 6), cls: str = "picked") -> None:
        super().__init__(gap=6, pad=pad, cls=cls)
        self._never = tr("Never show in this council")
        self._hint: Hint | None = None
        self._explained = False

    def show_hint(self, hint: Hint | None, *, explained: bool = False) -> None:
        """Show *hint*, with its explanation when *explained*; nothing for None."""
        for _ in self.showing(hint, explained=explained):
            pass

    def showing(self, hint: Hint | None, *, explained: bool = False) -> Iterator[None]:
        """Do what ``show_hint`` does, but yield on the way."""
        before, self._hint = self._hint, hint
        same = before and hint and before[3:] == hint[3:] and before.kind == hint.kind
        if explained == self._explained and (same or before is hint):
            return
        self._explained = explained
        self.setVisible(hint is not None)
        self.clear()
        if hint is None:
            return
        self.setAccessibleName(tr("Open tip: {title}", title=title(hint)))
        for item in self._items(hint):
            yield
            self.add(item)
            yield
        keep_tab_order(self)
        if hint.kind == "spelling" and not hint.suggestions:
            self.suggestions_wanted.emit(hint.text)

    def toggle_explanation(self) -> str:
        """Show or hide the explanation; return it when it is now shown."""
        if self._hint is None:
            return ""
        self.show_hint(self._hint, explained=not self._explained)
        return self._hint.explanation if self._explained else ""

    def _items(self, hint: Hint) -> Iterator[Item]:
        names = [text(title(hint), "strong")]
        if title(hint) != kind_name(hint.kind):
            names.append(text(kind_name(hint.kind), "small", "muted"))
        yield beside(Sample(family(hint.kind).name), (stack(*names, gap=0), 1), gap=10)
        yield text(hint.message)
        if cut(hint):
            yield text(cut(hint), "small")
        chips = self._chips(hint)
        if chips:
            yield Wrapped(chips, gap=10)
        if self._explained:
            yield text(hint.explanation, "small")
        yield Wrapped(self._acts(hint), gap=8)

    def _chips(self, hint: Hint) -> list[Button]:
        """Return a button for each alternative."""
        return [self._alternative(at, words) for at, words in enumerate(alternatives(hint), 1)]

    def _acts(self, hint: Hint) -> list[Button]:
        """Return what else can be done with a tip: explain it, or have it no more."""
        why = tr("Hide explanation") if self._explained else tr("Explain")
        explain = quiet(why, self.toggle_explanation, "hint")
        explain.setToolTip(tr("Key F9"))
        aside = quiet(tr("Ignore here"), self.ignored.emit, "close")
        aside.setToolTip(tr("Keys Ctrl+F8"))
        if hint.kind == "spelling":
            last = quiet(tr("Put in the word list"), self.learned.emit, "add")
        else:
            last = quiet(self._never, self.hidden_for_good.emit)
        return [explain, aside, last]

    def _alternative(self, at: int, words: str) -> Button:
        press = chip(words, lambda: self.replaced.emit(words))
        press.setToolTip(tr("Keys Alt+{number}", number=at))
        press.setAccessibleName(tr("Replace by {words}", words=words))
        return press
