"""One thing to fill in or choose, in the middle of the meeting screen; never a window on top."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.running import Running, RunningView
from desktop.ui.boxes import Box, Item, text
from desktop.ui.buttons import Button, primary, quiet
from desktop.ui.desk import Desk
from desktop.ui.fields import Line
from desktop.ui.form import Form
from desktop.ui.writing.wrapped import Wrapped


@dataclass(frozen=True)
class Room:
    """What a panel gets: the desk, the meeting as it is now, and how to go on."""

    desk: Desk
    view: RunningView
    now: Callable[[], datetime]
    open: Callable[["Panel"], None]
    close: Callable[[], None]

    @property
    def running(self) -> Running:
        """What can be done in a meeting."""
        return self.desk.office.running

    @property
    def meeting(self) -> int:
        """The number of the meeting."""
        return self.view.meeting.id

    @property
    def item(self) -> int:
        """The number of the current item; 0 when there is none."""
        return self.view.current.id if self.view.current is not None else 0


class Panel(Box):
    """A card with a heading, parts, and its buttons; Esc closes it."""

    def __init__(self, title: str, parts: Sequence[Item], acts: Sequence[Button]) -> None:
        super().__init__(
            [text(title, "h2"), *parts, Wrapped(acts, 12, 10)],
            gap=14,
            pad=(20, 16, 20, 18),
            cls="card",
        )
        self._acts = acts

    def start(self) -> QWidget | None:
        """Return what has the focus first."""
        return self._acts[0] if self._acts else None

    def finish(self) -> None:
        """Do what the first button does; Ctrl+Enter asks for it."""
        if self._acts:
            self._acts[0].click()


class FormPanel(Panel):
    """A panel with a form; Enter in a line of it is the first button."""

    def __init__(
        self,
        room: Room,
        title: str,
        form: Form,
        words: str,
        act: Callable[[dict[str, Any]], object],
        more: Sequence[Button] = (),
    ) -> None:
        self._room, self.form, self._act = room, form, act
        done = primary(words, self._try)
        super().__init__(title, [form], [done, *more, quiet(tr("Cancel"), room.close)])
        for row in form.rows.values():
            if isinstance(row.field, QLineEdit):
                row.field.returnPressed.connect(self._try)

    def start(self) -> QWidget | None:
        return self.form.first()

    def _try(self) -> None:
        values: dict[str, Any] | None = self.form.read()
        if values is None:
            return
        try:
            after = self._act(values)
        except CouncilError as error:
            self.form.show_error(error)
            return
        if not isinstance(after, Panel):
            self._room.close()
        else:
            self._room.open(after)


class NameLine(Line):
    """A line for a name; known names are completed while typing, any other name may stand."""

    def __init__(self, key: str, names: Sequence[str]) -> None:
        super().__init__(key)
        known = QCompleter(list(dict.fromkeys(names)), self)
        known.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(known)


def choice_panel(room: Room, title: str, why: str, acts: Sequence[Button]) -> Panel:
    """Return a panel that only asks which of *acts* it is."""
    parts: list[Item] = [text(why, "lead", "muted")] if why else []
    return Panel(title, parts, [*acts, quiet(tr("Cancel"), room.close)])


def act_then_close(room: Room, act: Callable[[], object]) -> Callable[[], None]:
    """Return what a button does: *act*, and away with the panel unless it cannot be done."""

    def do() -> None:
        if room.desk.attempt(act):
            room.desk.window.strip.silence()
            room.close()

    return do
