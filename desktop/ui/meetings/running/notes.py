"""The notes of an item and what was decided, agreed and promised there."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.meetings.rows import ActionRow, DecisionRow, PromiseRow
from desktop.services.meetings.running import RunningView
from desktop.ui.boxes import Box, beside, ruled, stack, text
from desktop.ui.buttons import quiet
from desktop.ui.fields import Lines
from desktop.ui.kit import Row, row
from desktop.ui.meetings.running.layout import Rolling
from desktop.ui.theme import look

_PAUSE_MS = 800
_LONGEST_MS = 1500
"""With the save itself, nobody loses more than two seconds, not even someone who types on."""


class Notes(Box):
    """The card to type in. *store* keeps the words of an item."""

    def __init__(
        self, store: Callable[[int, str], object], ask_phrase: Callable[[], object]
    ) -> None:
        self.field = Lines("notes", rows=3, hint=tr("What should stand in the minutes?"))
        self.field.setAccessibleName(tr("Notes"))
        self.field.setProperty("cls", "bare")
        self._below = stack(gap=6)
        self._inside = stack(self.field, self._below, ..., gap=10)
        self._area = Rolling(self._inside)
        phrase = quiet(tr("Standard sentence"), ask_phrase, "add")
        head = beside((text(tr("Notes"), "label", "muted"), 1), phrase)
        super().__init__([head, (self._area, 1)], gap=4, pad=(20, 8, 12, 10), cls="card")
        self._store, self._item, self._kept = store, 0, ""
        self._told: tuple[object, ...] = ()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._longest = QTimer(self, interval=_LONGEST_MS, singleShot=True)
        self._pause.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)
        self.field.edited.connect(self._typed)
        self.field.cursorPositionChanged.connect(self._follow)

    def show_view(self, view: RunningView) -> None:
        """Show the notes of the current item; what is being typed stays."""
        current = view.current
        if current is None:
            return
        if current.id != self._item:
            self.flush()
            self._item, self._kept = current.id, current.notes
            self.field.set_value(current.notes)
        elif not self._pause.isActive() and current.notes != self._kept:
            self._kept = current.notes
            self.field.set_value(current.notes)
        below = (view.decisions, view.actions, view.promises)
        if below == self._told:
            return
        self._told = below
        rows = [
            *(_decision(each) for each in view.decisions),
            *(_action(each) for each in view.actions),
            *(_promise(each) for each in view.promises),
        ]
        self._below.show_items(ruled(*rows))

    def write(self, sentence: str) -> None:
        """Put *sentence* where the cursor is, on a line of its own when words stand before it."""
        cursor = self.field.textCursor()
        before = self.field.toPlainText()[: cursor.position()]
        lead = "" if not before or before.endswith(("\n", " ")) else " "
        cursor.insertText(f"{lead}{sentence} ")
        self.field.setTextCursor(cursor)
        self.flush()

    def flush(self) -> None:
        """Keep what was typed now."""
        self._pause.stop()
        self._longest.stop()
        words = self.field.toPlainText().rstrip()
        if self._item and words != self._kept:
            self._kept = words
            self._store(self._item, words)

    def enter(self) -> None:
        """Go to the end of the notes."""
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus()

    def _typed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _follow(self) -> None:
        line = self.field.cursorRect()
        place = self.field.mapTo(self._inside, line.bottomLeft())
        self._area.ensureVisible(0, place.y(), 0, look.px())


def _decision(row_: DecisionRow) -> Row:
    why = ""
    if row_.voted:
        why = tr(
            "{yes} for, {no} against, {blank} abstained",
            yes=row_.votes_for,
            no=row_.votes_against,
            blank=row_.abstained,
        )
    return row(f"{row_.number}: {row_.text}", why, icon="decision", tone="accent")


def _action(row_: ActionRow) -> Row:
    why = _who_when(row_.owner, row_)
    return row(f"{row_.number}: {row_.text}", why, icon="action", tone="accent")


def _promise(row_: PromiseRow) -> Row:
    why = _who_when(row_.by_whom, row_)
    return row(f"{row_.number}: {row_.text}", why, icon="promise", tone="accent")


def _who_when(who: str, row_: ActionRow | PromiseRow) -> str:
    due = tr("before {date}", date=long_date(row_.due)) if row_.due is not None else ""
    return ", ".join(part for part in (who or tr("nobody yet"), due) if part)
