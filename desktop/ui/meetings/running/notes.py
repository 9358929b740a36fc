"""The notes of an item and what was decided, agreed and promised there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.meetings.rows import ActionRow, DecisionRow, PromiseRow
from desktop.services.meetings.running import RunningView
from desktop.ui import preferences
from desktop.ui.boxes import Box, beside, ruled, stack, text
from desktop.ui.buttons import Tick, quiet
from desktop.ui.council_tips import CouncilTips
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, row
from desktop.ui.meetings.running.layout import Rolling
from desktop.ui.theme import look
from desktop.ui.writing import Writing
from desktop.ui.writing.tip_line import TipLine
from desktop.ui.writing.toolbar import bold_tool, list_tool
from desktop.ui.writing.wrapped import Wrapped

_LINES = 3


class Notes(Box):
    """The card to type in. *store* keeps the words of an item."""

    def __init__(
        self,
        desk: Desk,
        meeting: int,
        store: Callable[[int, str], object],
        ask_phrase: Callable[[], object],
    ) -> None:
        self._desk, self._store, self._item, self._kept = desk, store, 0, ""
        self._told: tuple[object, ...] = ()
        self.field = _field()
        self.tips = TipLine(self.field.signs)
        self.tips.adviser.set_context("minutes")
        wants_tips = preferences.load().meeting_tips
        self.tips.set_silent(not wants_tips)
        CouncilTips(desk, self.tips.adviser, f"meeting-{meeting}")
        self._tools = [bold_tool(self.field), list_tool(self.field)]
        self._tick = Tick(tr("Tips"), key="meeting_tips")
        self._tick.set_value(wants_tips)
        self._below = stack(gap=6)
        self._inside = stack(gap=10, pad=(4, 4, 4, 4))
        self._area = Rolling(self._inside)
        phrase = quiet(tr("Standard sentence"), ask_phrase, "add")
        tools = Wrapped([*self._tools, phrase, self._tick], gap=8)
        head = beside((text(tr("Notes"), "label", "muted"), 1), tools, gap=8, turns=True)
        items = [head, (self._area, 1), self.tips]
        super().__init__(items, gap=4, pad=(20, 8, 12, 10), cls="card")
        self._tick.edited.connect(self._switch_tips)
        self.field.changed.connect(self._keep)
        self.field.cursorPositionChanged.connect(self._follow)
        self.field.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_view(self, view: RunningView) -> None:
        """Show the notes of the current item; what is being typed stays."""
        self._put_in_place()
        current = view.current
        if current is None:
            return
        if current.id != self._item:
            self.flush()
            self._item = current.id
            self._load(current.notes)
        elif current.notes != self._kept:
            self._load(current.notes)
        below = (view.decisions, view.actions, view.promises)
        if below == self._told:
            return
        self._told = below
        rows = [
            *(_decision(each) for each in view.decisions),
            *(_action(each) for each in view.actions),
            *(_promise(each) for each in view.promises),
        ]
        self._below.clear()
        for each in ruled(*rows):  # nothing in it takes the focus: the order of Tab stays
            self._below.add(each)

    def _put_in_place(self) -> None:
        """Put the field on the page; it is dressed again at each move, so only when that stands."""
        if self.field.parentWidget() is None:
            for part in (self.field, self._below, ...):
                self._inside.add(part)

    def write(self, sentence: str) -> None:
        """Put *sentence* where the cursor is, with a space before it when words stand there."""
        cursor = self.field.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        lead = "" if not before or before.endswith(" ") else " "
        cursor.insertText(f"{lead}{sentence} ")
        self.field.setTextCursor(cursor)
        self.flush()

    def flush(self) -> None:
        """Keep what was typed now."""
        self.field.flush()

    def enter(self) -> None:
        """Go to the end of the notes."""
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus()

    def _load(self, notes: str) -> None:
        self._kept = notes
        self.field.load(notes)

    def _keep(self, words: str) -> None:
        if self._item:
            self._kept = words
            self._store(self._item, words)

    def _switch_tips(self) -> None:
        wanted = self._tick.value()
        self.tips.set_silent(not wanted)
        chosen = preferences.with_meeting_tips(preferences.load(), wanted=wanted)
        self._desk.window.keep(chosen)

    def _follow(self) -> None:
        for tool in self._tools:
            tool.show_state()
        line = self.field.cursorRect()
        place = self.field.viewport().mapTo(self._inside, line.bottomLeft())
        self._area.ensureVisible(0, place.y(), 0, look.px())

    def _grow(self) -> None:
        """Be as high as the words; the card scrolls, not the field in it."""
        least = _LINES * look.px() * 1.5
        high = max(self.field.document().size().height(), least)
        self.field.setFixedHeight(round(high) + look.gap(12))


def _field() -> Writing:
    field = Writing()
    field.setObjectName("notes")
    field.setAccessibleName(tr("Notes"))
    field.setPlaceholderText(tr("What should stand in the minutes?"))
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    field.setAcceptDrops(False)  # a dropped letter belongs to the window
    return field


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
