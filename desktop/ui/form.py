"""Forms: label above, help under it, error under that, field last; no control can be nameless."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QScrollArea, QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.office import NotSavedError
from desktop.ui.boxes import TOP, Box, Item, Words, beside, repolish, text
from desktop.ui.buttons import ChoiceCards, Tick, chip
from desktop.ui.fields import Field, Lines, choice, date_line, line, lines, number
from desktop.ui.icons import Icon
from desktop.ui.spoken import announce

__all__ = ["Form", "FormRow", "choice", "date_line", "line", "lines", "number"]

PAUSE_MS = 800
LATEST_MS = 1500  # who types on without a pause loses no more than two seconds either


class FormRow(Box):
    """One field with its label, its help and the place for its error."""

    def __init__(self, label: str, field: QWidget, help_text: str, *, optional: bool) -> None:
        name = tr("{label} (optional)", label=label) if optional else label
        self.label = Words(name.replace("&", "&&"), "strong")  # a buddy makes "&" a shortcut
        self.help = text(help_text, "small", "muted")
        if not help_text:
            self.help.hide()  # and never "show": without a parent that would open a window
        self.error = text("", "strong", "danger")
        self.repairs = beside(gap=16)
        self._trouble = beside((Icon("error", "danger", 18), 0, TOP), (self.error, 1), gap=8)
        items: list[Item] = [] if isinstance(field, Tick) else [self.label]
        below = [field.below] if isinstance(field, Lines) and field.below else []
        super().__init__([*items, self.help, self._trouble, field, *below, self.repairs], gap=5)
        self.field, self._help_text = field, help_text
        self._trouble.hide()
        self.repairs.hide()
        self.label.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(help_text)

    def show_error(
        self, sentence: str, repair: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Put *sentence* above the field, and the *repair* (words, act) under it."""
        self.error.setText(sentence)
        self.repairs.clear()
        if repair:
            self.repairs.show_items([chip(*repair), ...])
        self.repairs.setVisible(bool(repair))
        self._trouble.show()
        self.field.setAccessibleDescription(" ".join([sentence, self._help_text]).strip())
        self._mark(wrong=True)

    def show_help(self, words: str) -> None:
        """Show other words under the label, such as where a proposed value was read."""
        self._help_text = words
        self.help.setText(words)
        self.help.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    @property
    def is_wrong(self) -> bool:
        """Whether an error stands at this field."""
        return not self._trouble.isHidden()

    def clear_error(self) -> None:
        """Take the error away."""
        if self._trouble.isHidden():
            return
        self._trouble.hide()
        self.repairs.hide()
        self.error.setText("")
        self.field.setAccessibleDescription(self._help_text)
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        self.field.setProperty("error", wrong)
        repolish(self.field)

    def focus_target(self) -> QWidget:
        """Return what takes the focus when this row is asked for attention."""
        return self.field.focus_target() if isinstance(self.field, ChoiceCards) else self.field


class Form(Box):
    """A column of fields. ``edited`` comes at each key, ``changed`` after a pause in typing."""

    edited = Signal()
    changed = Signal()

    def __init__(self, gap: int = 14) -> None:
        super().__init__(gap=gap)
        self.rows: dict[str, FormRow] = {}
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._latest = QTimer(self, interval=LATEST_MS, singleShot=True)
        self._typed: set[str] = set()
        self.unsaved = False
        """Whether the disk refused what stands here, so that it stands nowhere else."""
        self._pause.timeout.connect(self._stored)
        self._latest.timeout.connect(self.changed)
        self.general = text("", "strong", "danger")
        self._general = beside((Icon("error", "danger", 18), 0, TOP), (self.general, 1), gap=8)
        self._general.hide()
        self.add(self._general)

    def add_row(
        self, label: str, field: QWidget, help_text: str = "", *, optional: bool = False
    ) -> FormRow:
        """Add *field* under its *label*; its object name is the key of its value and its errors."""
        row = self._row(label, field, help_text, optional=optional)
        self.add(row)
        return row

    def add_pair(self, *fields: tuple[str, QWidget] | tuple[str, QWidget, str]) -> None:
        """Add two or three short fields side by side, each as (label, field) or (…, help)."""
        items: list[Item] = []
        for label, field, *more in fields:
            items.append((self._row(label, field, more[0] if more else "", optional=False), 1, TOP))
        self.add(beside(*items, gap=20, turns=True))

    def _row(self, label: str, field: QWidget, help_text: str, *, optional: bool) -> FormRow:
        row = FormRow(label, field, help_text, optional=optional)
        self.rows[field.objectName() or label] = row
        if isinstance(field, Field):
            field.edited.connect(partial(self._edited, field.objectName()))
            field.edited.connect(row.clear_error)
        return row

    def _edited(self, key: str) -> None:
        self._typed.add(key)
        self._general.hide()
        self.edited.emit()
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def values(self) -> dict[str, object]:
        """Return key → value of every field; raises CouncilError at the first unreadable one."""
        return {
            key: row.field.value() for key, row in self.rows.items() if isinstance(row.field, Field)
        }

    def readable(self) -> dict[str, object]:
        """Return the values that can be read; the other fields say what is wrong with them.

        For forms that save themselves: one wrong date does not hold up the rest.
        """
        values: dict[str, object] = {}
        for key, row in self.rows.items():
            if isinstance(row.field, Field):
                try:
                    values[key] = row.field.value()
                except CouncilError as error:
                    if not (row.field.hasFocus() and self._pause.isActive()):
                        self.point_out(error)  # else it is still being written
        return values

    def read(self) -> dict[str, object] | None:
        """Return the values, or None after showing which field cannot be read."""
        try:
            return self.values()
        except CouncilError as error:
            self.show_error(error)
            return None

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show *values* in the fields of the same key; typing that is not stored yet stays."""
        for key, value in values.items():
            row = self.rows.get(key)
            if (
                row is None
                or self.unsaved
                or key in self._typed
                or not isinstance(row.field, Field)
            ):
                continue
            if not row.is_wrong and not _holds(row.field, value):
                row.field.set_value(value)

    def flush(self) -> None:
        """Give ``changed`` now when typing still waits for its pause, or for the disk."""
        if self._pause.isActive() or self.unsaved:
            self._stored()

    def _stored(self) -> None:
        self._pause.stop()
        self._latest.stop()
        self._typed.clear()
        self.unsaved = False
        self.changed.emit()

    def show_error(
        self, error: CouncilError, repair: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Put the sentence of *error* at the field it names, go there, and say it once."""
        self.clear_errors()
        self.unsaved = isinstance(error, NotSavedError)
        row = self.rows.get(error.field)
        if row is None:
            self.general.setText(error.message)
            self._general.show()
            announce(self, error.message, urgent=True)
            return
        row.show_error(error.message, repair)
        row.focus_target().setFocus()
        _bring_into_view(row)
        announce(row.field, error.message, urgent=True)

    def point_out(self, error: CouncilError) -> None:
        """Put the sentence of *error* at its field and say it once; the cursor stays in its place.

        For forms that save themselves: whoever types on elsewhere is not carried off.
        """
        row = self.rows.get(error.field)
        if row is None:
            self.show_error(error)
        elif not row.is_wrong or row.error.text() != error.message:
            row.show_error(error.message)
            announce(row.field, error.message, urgent=True)

    def clear_errors(self) -> None:
        """Take every error away."""
        self._general.hide()
        for row in self.rows.values():
            row.clear_error()

    def first(self) -> QWidget | None:
        """Return the first field that is still empty, else the first field."""
        fields = [row.focus_target() for row in self.rows.values()]
        for key, row in self.rows.items():
            if isinstance(row.field, Field) and _is_blank(row.field):
                return self.rows[key].focus_target()
        return fields[0] if fields else None


def _holds(field: Field, value: object) -> bool:
    """Tell whether *field* says *value* already, so that the cursor can stay where it is."""
    try:
        return field.value() == value
    except CouncilError:
        return True  # what cannot be read is still being written


def _is_blank(field: Field) -> bool:
    if isinstance(field, QComboBox | Tick):
        return False
    if isinstance(field, QPlainTextEdit):
        return not field.toPlainText()
    try:
        return field.value() in (None, "")
    except CouncilError:
        return False


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
