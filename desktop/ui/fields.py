"""The fields of a form: a line, a date, a number, a choice, a text. Each has a key and a value."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from desktop.domain.dutch_dates import long_date, whole_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.ui.icons import draw_icon
from desktop.ui.stylesheet import control_height
from desktop.ui.theme import look


@runtime_checkable
class Field(Protocol):
    """What a form asks of a field besides being a widget."""

    edited: Signal

    def value(self) -> object:
        """Return what is filled in; raise CouncilError when it cannot be read."""
        ...

    def set_value(self, value: object) -> None:
        """Show *value*."""
        ...


class Line(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, key: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(key)
        self.setPlaceholderText(hint)
        self.setAcceptDrops(False)  # a dropped letter belongs to the window
        self.textEdited.connect(self.edited)

    def value(self) -> object:
        """Return the text without spaces at its ends."""
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Show *value*; a text that is the same stays untouched, so the cursor does too."""
        words = "" if value is None else str(value)
        if words != self.text():
            self.setText(words)
            self.setCursorPosition(0)  # the beginning says more than the end

    def event(self, arg__1: QEvent) -> bool:
        if _leaves_undo_to_the_app(arg__1, self.isUndoAvailable(), self.isRedoAvailable()):
            return False
        return super().event(arg__1)


class DateLine(Line):
    """A date, typed as people write it: ``19 maart 2026`` or ``19-3-2026``; empty is None."""

    def value(self) -> date | None:
        """Return the date, or None when empty; raises CouncilError when it is not a date."""
        words = self.text().strip()
        if not words:
            return None
        found = whole_date(words, date.today())
        if found is None:
            sentence = tr("This is not a date. Write it like 19 March 2026 or 19-3-2026.")
            raise CouncilError(sentence, field=self.objectName())
        return found

    def set_value(self, value: object) -> None:
        """Show the date *value* in words."""
        super().set_value(long_date(value) if isinstance(value, date) else value)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        found = whole_date(self.text().strip(), date.today())
        if found:
            self.set_value(found)


class Number(QSpinBox):
    """A whole number; the wheel of the mouse leaves it alone until it has the focus."""

    edited = Signal()

    def __init__(self, key: str, least: int = 0, most: int = 9999, unit: str = "") -> None:
        super().__init__()
        self.setObjectName(key)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._say)
        self._quiet = False
        self.restyle()

    def restyle(self) -> None:
        # Qt leaves out the padding of the stylesheet inside a spin box
        self.lineEdit().setTextMargins(look.gap(12), 0, look.gap(12), 0)

    def _say(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def set_value(self, value: object) -> None:
        """Show the number *value*."""
        self._quiet = True
        self.setValue(value if isinstance(value, int) else self.minimum())
        self._quiet = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel(self, event)
        if self.hasFocus():
            super().wheelEvent(event)


class Choice(QComboBox):
    """One of a list; *choices* are (key, words) pairs and the value is the key.

    A key is a word, the number of a record, or None for none of them.
    """

    edited = Signal()

    def __init__(self, key: str, choices: Sequence[tuple[str | int | None, str]] = ()) -> None:
        super().__init__()
        self.setObjectName(key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setPlaceholderText(tr("As it was"))
        self._gone: int | None = None
        self.show_choices(choices)
        self.activated.connect(self.edited)

    def show_choices(self, choices: Sequence[tuple[str | int | None, str]]) -> None:
        """Replace the list; what was chosen stays chosen when it is still there."""
        before = self.value()
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.set_value(before)

    def value(self) -> object:
        """Return the key of what is chosen; an empty word when there is nothing to choose."""
        if self.currentIndex() >= 0:
            return self.currentData()
        return "" if self._gone is None else self._gone

    def set_value(self, value: object) -> None:
        """Choose the item with key *value*; another word chooses the first.

        The number of a record that is no longer in the list (a member who left) stays as it was.
        """
        place = self.findData(value)
        self._gone = value if place < 0 and isinstance(value, int) else None
        first = 0 if self.count() and self._gone is None else -1
        self.setCurrentIndex(max(place, first))

    def wheelEvent(self, e: QWheelEvent) -> None:
        _wheel(self, e)
        if self.hasFocus():
            super().wheelEvent(e)

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        size = look.size(16)
        corner = QPointF(self.width() - size - look.gap(12), (self.height() - size) / 2)
        draw_icon(QPainter(self), corner, "open_down", "text", size)


class Lines(QPlainTextEdit):
    """A text of more lines, at least *rows* high; it grows with what is typed. Tab leaves it."""

    edited = Signal()

    def __init__(self, key: str, rows: int = 3, hint: str = "") -> None:
        super().__init__()
        self.below: QWidget | None = None  # what a form puts below it
        self._rows, self._quiet = rows, False
        self.setObjectName(key)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a dropped letter belongs to the window
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self.restyle)
        self.restyle()

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def restyle(self) -> None:
        lines = max(self._rows, min(int(self.document().size().height()), 4 * self._rows))
        words = lines * QFontMetrics(look.font("body")).lineSpacing()
        air = 2 * (look.gap(6) + 2 + round(self.document().documentMargin()))
        self.setFixedHeight(words + air)

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():  # the words may take other lines now
            self.restyle()

    def value(self) -> object:
        """Return the text without white space at its ends."""
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show *value*; a text that is the same stays untouched."""
        words = "" if value is None else str(value)
        if words == self.toPlainText():
            return
        self._quiet = True
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._quiet = False

    def event(self, e: QEvent) -> bool:
        undo, redo = self.document().isUndoAvailable(), self.document().isRedoAvailable()
        if _leaves_undo_to_the_app(e, undo, redo):
            return False
        return super().event(e)


def _leaves_undo_to_the_app(event: QEvent, undo: bool, redo: bool) -> bool:
    """Tell whether Ctrl+Z in a field with nothing to undo should undo the last act of the app."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    event.ignore()
    is_undo = event.matches(QKeySequence.StandardKey.Undo)
    is_redo = event.matches(QKeySequence.StandardKey.Redo)
    return (is_undo and not undo) or (is_redo and not redo)


def _wheel(field: QWidget, event: QEvent) -> None:
    """Let the page scroll when the mouse only passes over *field*."""
    if not field.hasFocus():
        event.ignore()


def quiet_set(field: QObject, value: object) -> None:
    """Show *value* in *field* when it is a field of ours."""
    if isinstance(field, Field):
        field.set_value(value)


def line(key: str, hint: str = "") -> Line:
    """Return a line of text; *hint* is an example in grey."""
    return Line(key, hint)


def secret(key: str) -> Line:
    """Return a line that shows dots for what is typed: a passphrase."""
    made = Line(key, "")
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def date_line(key: str) -> DateLine:
    """Return a field for a date; empty is allowed and gives None."""
    return DateLine(key, tr("for example 19 March 2026"))


def number(key: str, least: int = 0, most: int = 9999, unit: str = "") -> Number:
    """Return a field for a whole number from *least* to *most*, with its *unit* in words."""
    return Number(key, least, most, unit)


def choice(key: str, choices: Sequence[tuple[str | int | None, str]] = ()) -> Choice:
    """Return a list to choose one from; *choices* are (key, words)."""
    return Choice(key, choices)


def lines(key: str, rows: int = 3, hint: str = "") -> Lines:
    """Return a field for a text of more lines."""
    return Lines(key, rows, hint)


def field_height() -> int:
    """Return the height of a field of one line in pixels."""
    return control_height()
