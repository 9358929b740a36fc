"""A person at the keyboard: finds a control by its name, goes there with Tab, and counts the steps.

A *step* is one act: pressing a button, choosing from a list, ticking, a key command, a drop. Typing
what one wants to say is no step, and going somewhere with Tab is none either; but every way to a
control is really walked with Tab, so what a person presses can be reached without a mouse.
"""

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.form import FormRow
from tests.ui.walk import spoken

PATIENCE_MS = 10_000
_NO_BUTTON = Qt.MouseButton.NoButton
_PLAIN = Qt.KeyboardModifier.NoModifier


class Person:
    """Somebody who works with the app by keyboard alone; *steps* is what it took."""

    def __init__(self, qtbot: QtBot, window: Callable[[], QWidget]) -> None:
        self._bot, self._window = qtbot, window
        self.steps: list[str] = []

    # ---- acts

    def presses(self, name: str, *, nth: int = 1) -> None:
        """Go to the (*nth*) button *name* with Tab and press Enter."""
        self.goes_to(name, QAbstractButton, nth=nth)
        self._step(f"press {name}")
        self.key(Qt.Key.Key_Return)

    def ticks(self, name: str, *, nth: int = 1) -> None:
        """Go to the (*nth*) tick box *name* and press Space."""
        box = self.goes_to(name, QCheckBox, nth=nth)
        assert isinstance(box, QCheckBox)
        self._step(f"tick {name}")
        before = box.isChecked()
        self.key(Qt.Key.Key_Space)
        assert box.isChecked() != before, f"{name} did not change"

    def picks(self, name: str) -> None:
        """Go to the cards of which *name* is one, and pick it with the arrows."""
        # Only one card of a group is reached with Tab; the arrows reach the others.
        all_cards = self._window().findChildren(QRadioButton)
        cards = [c for c in all_cards if c.isVisible() and c.accessibleName() == name]
        assert cards, self._lost(name)
        group = cards[0].group().buttons()
        self._tab_to(lambda: group, name)
        self._step(f"pick {name}")
        for _ in group:
            if cards[0].isChecked():
                return
            # Where nothing is picked yet, the arrows only go there and Space picks.
            self.key(Qt.Key.Key_Space if cards[0].hasFocus() else Qt.Key.Key_Right)
        assert cards[0].isChecked(), f"{name} cannot be picked with the arrows"

    def chooses(self, name: str, words: str, *, nth: int = 1) -> None:
        """Go to the (*nth*) list *name* and choose the item *words* with the arrows."""
        box = self.goes_to(name, QComboBox, nth=nth)
        assert isinstance(box, QComboBox)
        self._step(f"choose {words}")
        self.key(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == words:
                return
            self.key(Qt.Key.Key_Down)
        items = [box.itemText(n) for n in range(box.count())]
        assert box.currentText() == words, f"{words} is not one of {items}"

    def types(self, name: str, words: str, *, nth: int = 1) -> None:
        """Go to the (*nth*) field *name* and type *words* instead of what it says; no step."""
        self.goes_to(name, nth=nth)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.writes(words)

    def writes(self, words: str) -> None:
        """Type *words* where the cursor is; no step."""
        for plain, signs in groupby(words, lambda sign: sign.isascii() and sign != "\n"):
            if plain:
                QTest.keyClicks(self.focus(), "".join(signs))
                continue
            for sign in signs:  # QTest knows no é
                key = Qt.Key.Key_Return if sign == "\n" else Qt.Key.Key_unknown
                event = QKeyEvent(QEvent.Type.KeyPress, key, _PLAIN, sign)
                QApplication.sendEvent(self.focus(), event)

    def uses(self, keys: str) -> None:
        """Press the key command *keys*, such as "F8"."""
        self._step(keys)
        sequence = QKeySequence(keys)
        for number in range(sequence.count()):
            combination = sequence[number]
            self.key(combination.key(), combination.keyboardModifiers())

    def drops(self, *paths: Path) -> None:
        """Drop files on the window, as from the file manager."""
        self._step("drop")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        window = self._window()
        place = QPointF(window.width() / 2, window.height() / 2)
        enter = QDragEnterEvent(place.toPoint(), copy, data, left, _PLAIN)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted(), "the window takes no files"
        QApplication.sendEvent(window, QDropEvent(place, copy, data, left, _PLAIN))

    # ---- what the person sees

    def sees(self, *words: str) -> None:
        """Wait until all of *words* stand on the screen."""
        for part in words:
            self.waits(lambda part=part: part in self.screen(), f"{part!r} is not on the screen")

    def sees_at(self, name: str, sentence: str) -> None:
        """Wait until *sentence* stands as the error of the field *name*."""
        self.waits(lambda: self.error_at(name) == sentence, f"{name}: {sentence!r} is not there")

    def error_at(self, name: str) -> str:
        """Return the error that stands at the field *name*, or nothing."""
        return next((words for words in self.errors_at(name) if words), "")

    def errors_at(self, name: str) -> list[str]:
        """Return the errors at all fields called *name*; empty words where all is well."""
        rows = [row for row in self._window().findChildren(FormRow) if row.isVisible()]
        found = [row for row in rows if row.field.accessibleName() == name]
        return [row.error.text() if row.error.isVisible() else "" for row in found]

    def value_of(self, name: str) -> str:
        """Return what stands in the field *name*."""
        fields = self._named(name)
        assert fields, self._lost(name)
        return _content(fields[0])

    def waits(self, until: Callable[[], bool], or_else: str = "") -> None:
        """Wait until something is so."""
        try:
            self._bot.waitUntil(until, timeout=PATIENCE_MS)
        except Exception as error:
            message = f"{or_else or 'it did not come'}; the screen says:\n{self.screen()}"
            raise AssertionError(message) from error

    def screen(self) -> str:
        """Return all that can be read on the screen, and what drawn parts say."""
        said: list[str] = []
        for widget in self._window().findChildren(QWidget):
            if widget.isVisible():
                said += [_content(widget), spoken(widget), widget.accessibleName()]
        return "\n".join(dict.fromkeys(part for part in said if part))

    def said(self, part: QWidget) -> list[str]:
        """Return the labels that can be read in *part* of the screen, from top to bottom."""
        return [one.text() for one in part.findChildren(QLabel) if one.isVisible() and one.text()]

    def focus(self) -> QWidget:
        """Return the control that has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, f"nothing has the focus; the screen says:\n{self.screen()}"
        return widget

    # ---- how the person gets about

    def goes_to(self, name: str, kind: type[QWidget] = QWidget, *, nth: int = 1) -> QWidget:
        """Press Tab until the (*nth*) control *name* has the focus."""
        return self._tab_to(lambda: self._named(name, kind)[nth - 1 : nth], name)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press one key, as the window system would tell it."""
        QTest.keyClick(self._window().windowHandle(), key, modifiers)

    def _tab_to(self, wanted: Callable[[], Iterable[QWidget]], name: str) -> QWidget:
        """Press Tab until one of *wanted* has the focus; a page may renew them on the way."""
        assert wanted(), self._lost(name)
        way: list[str] = []
        for _ in range(len(self._controls()) + 4):
            now = QApplication.focusWidget()
            if now is not None:
                if now in wanted():
                    return now
                way.append(now.accessibleName() or _content(now) or type(now).__name__)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name!r}; it went {way}")

    def _named(self, name: str, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """Return the controls called *name*, in the order of reading."""
        found = [
            widget
            for widget in self._controls(kind)
            if name in (widget.accessibleName(), _label(widget))
        ]
        return sorted(found, key=lambda one: one.mapToGlobal(QPoint(0, 0)).toTuple()[::-1])

    def _controls(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        return [
            widget
            for widget in self._window().findChildren(kind)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    def _lost(self, name: str) -> str:
        return f"nothing here is called {name!r}; the screen says:\n{self.screen()}"

    def _step(self, words: str) -> None:
        assert QApplication.activeWindow() is not None, "no window has the keyboard"
        self.steps.append(words)


def _label(widget: QWidget) -> str:
    return widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""


def _content(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    return _label(widget)
