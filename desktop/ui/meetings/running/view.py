"""The meeting on one calm screen: the item, the clock, what the chair says, and the notes."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.dutch_dates import weekday_date
from desktop.i18n import tr
from desktop.services.meetings.running import RunningView
from desktop.ui.boxes import Item, Words, beside, stack, text
from desktop.ui.buttons import Button, button, primary, quiet
from desktop.ui.desk import Desk
from desktop.ui.icons import Icon
from desktop.ui.marks import Mark
from desktop.ui.meetings.minutes_places import minutes_page
from desktop.ui.meetings.running import deciding, edges, noting
from desktop.ui.meetings.running.clock_line import ClockLine
from desktop.ui.meetings.running.items import Items, numbered
from desktop.ui.meetings.running.layout import Body, Middle, show_when
from desktop.ui.meetings.running.notes import Notes
from desktop.ui.meetings.running.panel import Panel, Room
from desktop.ui.meetings.running.people import People
from desktop.ui.meetings.running.persons import person_panel
from desktop.ui.meetings.running.saying_card import SayingCard
from desktop.ui.messages import saved_words
from desktop.ui.pages import Page
from desktop.ui.spoken import announce
from desktop.ui.tabs import keep_tab_order
from desktop.ui.writing.wrapped import Wrapped

_TICK_MS = 1000


class RunningPage(Page):
    """A meeting that is going on; before it is opened the same screen waits for that."""

    area = "meetings"
    fills = True
    alone = True
    tables = frozenset(
        {"meeting", "agenda_item", "attendance", "away_for_item", "speaker_turn"}
    ) | {
        "meeting_decision",
        "action_point",
        "promise",
    }

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._running = desk.office.running
        self._view = self._look()
        self._shown, self._filled = 0, False
        self._make_parts()
        self._clock_tick = QTimer(self, interval=_TICK_MS)
        self._clock_tick.timeout.connect(self._tick)
        self._clock_tick.start()

    def _make_parts(self) -> None:
        self._heading = text("", "h1")
        self._saved = text("", "small", "muted", wrap=False)
        self._lead = text("", "lead", "muted")
        self._clock = ClockLine()
        self._ask = text("", "small", "info")
        self._quorum: Words = text("", "small")
        self._quorum_sign = Icon("people", "muted", 18)
        self._items = Items()
        self._items.picked.connect(self._item_picked)
        self._saying = SayingCard(lambda: self._open_panel(noting.help_panel(self._room())))
        self._notes = Notes(self._desk, self._meeting, self._keep_notes, self._ask_phrase)
        self._people = People(
            lambda: self._running.attendance.all_here(self._meeting),
            lambda: self._open_panel(noting.guest(self._room())),
        )
        self._people.list.picked.connect(self._person_picked)
        self._people.spoke.connect(self._spoke)
        self._next = primary("", self._go_on, "next")
        self._acts = Wrapped(
            [
                button(tr("Decision"), self._panel(deciding.decision), icon="decision"),
                button(tr("Action"), self._panel(noting.action), icon="action"),
                button(tr("Promise"), self._panel(noting.promise), icon="promise"),
                button(tr("Vote"), self._panel(deciding.vote), icon="vote"),
            ],
            10,
            10,
        )
        self._middle = Middle(self._saying, self._notes, self._acts, self._next)

    def build(self) -> list[Item]:
        meeting = self._view.meeting
        when = f"{meeting.title}, {weekday_date(meeting.starts.date())}"
        saved = beside(Icon("saved", "success", 16), self._saved, gap=12)
        close = quiet(tr("Close this screen"), self._desk.window.back, "close")
        name = beside(Mark(24), (text(when, "label", "muted"), 1), gap=12)
        top = beside((name, 1), Wrapped([saved, close]), gap=12, turns=True)
        centre = stack(self._heading, self._lead, self._clock, self._ask, (self._middle, 1), gap=10)
        quorum = beside(self._quorum_sign, (self._quorum, 1), gap=8)
        more = quiet(tr("More"), self._panel(self._more), "more")
        self._foot = stack(more, quorum, gap=4)
        self._body = Body(self._items, self._foot, centre, self._people)
        return [top, self._body]

    def ensure_built(self) -> None:
        """Build the screen and fill it; in its place, for moving many lines costs time."""
        super().ensure_built()
        if not self._filled:
            self._filled = True
            self._fill()
            keep_tab_order(self)

    def refresh(self) -> None:
        """Show the meeting as it is now; typing goes on."""
        self._view = self._look()
        self._fill()
        self.retitled.emit()

    def first_focus(self) -> QWidget | None:
        return self._next

    def panes(self) -> list[QWidget]:
        return [self._body.agenda, self._middle, self._people]

    def leave(self) -> bool:
        self._notes.flush()
        return True

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {
            "back": self._back,
            "people": self._people.list.enter,
            "agenda_items": self._items.enter,
        }
        if self._view.meeting.state == "held":
            return handlers
        handlers["next_item"] = self._go_on
        if self._view.current is None:
            return handlers
        return handlers | {
            "decision": self._panel(deciding.decision),
            "action": self._panel(noting.action),
            "promise": self._panel(noting.promise),
            "vote": self._panel(deciding.vote),
            "urgent": self._panel(noting.urgent),
            "put_off": self._put_off,
            "pause": self._pause,
            "say_next": self._saying.go_on,
            "say_help": self._panel(noting.help_panel),
            "phrase": self._ask_phrase,
            "notes": self._notes.enter,
        }

    # ---- what is shown

    @property
    def _adopted(self) -> bool:
        return self._view.meeting.minutes_state == "adopted"

    def _look(self) -> RunningView:
        return self._running.view(self._meeting, self._desk.today())

    def _now(self) -> datetime:
        return datetime.combine(self._desk.today(), datetime.now().time())

    def _room(self) -> Room:
        return Room(self._desk, self._view, self._now, self._open_panel, self._close_panel)

    def _fill(self) -> None:
        view = self._view
        self._items.show_view(view)
        self._people.show_view(view)
        self._notes.show_view(view)
        quorum, tone = deciding.quorum_told(view)
        self._quorum.setText(quorum)
        self._quorum_sign.show_icon("people", tone)
        self._saved.setText(saved_words(datetime.now().time()))
        self._next.setText(edges.next_words(view))
        current = view.current
        self._middle.show_item(shown=current is not None)
        show_when(self._clock, wanted=current is not None)
        show_when(self._lead, wanted=current is None)
        asks = self._asks()
        self._ask.setText(" ".join(asks))
        show_when(self._ask, wanted=bool(asks))
        show_when(self._people, wanted=bool(view.people))
        began = view.meeting.state != "planned" or bool(view.people)
        show_when(self._foot, wanted=began and not self._adopted)
        if current is None:
            heading, lead = edges.heading(view)
            self._heading.setText(heading)
            self._lead.setText(lead)
            self._shown = 0
            return
        self._heading.setText(numbered(current))
        self._saying.show_item(current)
        self._clock.show_clock(view, self._now())
        if current.id != self._shown:
            self._shown = current.id
            announce(self, numbered(current))

    def _asks(self) -> list[str]:
        """Return whom to ask whether he or she takes part in the current item."""
        current, day = self._view.current, self._view.meeting.starts.date()
        if current is None:
            return []
        return self._desk.office.people.prompts([current], day).get(current.id, [])

    def _tick(self) -> None:
        if self._view.current is not None and self.isVisible():
            self._clock.show_clock(self._view, self._now())

    # ---- what people do

    def _go_on(self) -> None:
        """Do the one thing that comes next."""
        if self._middle.panel is not None:
            self._middle.panel.finish()
            return
        self._notes.flush()
        state, now = self._view.meeting.state, self._now()
        if state == "held":
            self._to_minutes()
        elif state != "running":
            self._desk.attempt(lambda: self._running.open(self._meeting, now))
        elif self._view.meeting.paused is not None:
            self._running.resume(self._meeting, now)
        elif self._view.following is not None:
            self._running.go_on(self._meeting, now)
        else:
            self._ask_to_close()
        if self._middle.panel is None:
            self._next.setFocus()

    def _close_meeting(self) -> None:
        self._notes.flush()
        self._close_panel()
        self._desk.attempt(lambda: self._running.close(self._meeting, self._now()))
        self._next.setFocus()

    def _to_minutes(self) -> None:
        self._desk.window.replace_page(minutes_page(self._desk, self._meeting))

    def _pause(self) -> None:
        self._notes.flush()
        if self._view.meeting.paused is None:
            self._running.pause(self._meeting, self._now())
        else:
            self._running.resume(self._meeting, self._now())

    def _put_off(self) -> None:
        if self._view.current is not None:
            self._open_panel(noting.put_off(self._room(), self._view.current))

    def _keep_notes(self, item: int, words: str) -> None:
        self._desk.attempt(lambda: self._running.note(item, words))

    def _ask_phrase(self) -> None:
        self._open_panel(noting.phrase_panel(self._room(), self._write_phrase))

    def _write_phrase(self, sentence: str) -> None:
        self._close_panel()
        self._notes.write(sentence)
        self._notes.field.setFocus()

    def _item_picked(self, key: int) -> None:
        item = next((item for item in self._view.items if item.id == key), None)
        if item is None:
            return
        if self._adopted:
            self._open_panel(edges.adopted(self._room(), self._to_minutes))
            return
        if self._view.current is not None and key == self._view.current.id:
            self._notes.enter()
        else:
            self._open_panel(noting.item_panel(self._room(), item))

    def _person_picked(self, key: int) -> None:
        person = next((person for person in self._view.people if person.row.id == key), None)
        if person is None:
            return
        room = self._room()
        closed = self._adopted
        self._open_panel(
            edges.adopted(room, self._to_minutes) if closed else person_panel(room, person)
        )

    def _spoke(self, person: int) -> None:
        if self._view.current is not None:
            self._running.attendance.give_turn(self._view.current.id, person)

    def _more(self, room: Room) -> Panel:
        acts: list[Button] = []
        if self._view.current is not None:
            acts = [
                button(tr("Urgent item"), self._panel(noting.urgent), icon="add"),
                button(tr("Put this item off"), self._put_off, icon="carry"),
                button(tr("Break"), self._paused_from_panel, icon="clock"),
                button(tr("Close the meeting"), self._ask_to_close, icon="done"),
            ]
        acts.append(
            button(tr("Our rules for voting"), self._panel(deciding.rules), icon="settings")
        )
        return Panel(tr("What do you want to do?"), [], [*acts, quiet(tr("Cancel"), room.close)])

    def _ask_to_close(self) -> None:
        self._open_panel(edges.closing(self._room(), self._close_meeting))

    def _paused_from_panel(self) -> None:
        self._close_panel()
        self._pause()

    # ---- the panel in the middle

    def _panel(self, make: Callable[[Room], Panel]) -> Callable[[], None]:
        return lambda: self._open_panel(make(self._room()))

    def _open_panel(self, panel: Panel) -> None:
        self._notes.flush()
        self._desk.window.strip.silence()
        self._middle.open_panel(panel, QApplication.focusWidget())
        target = panel.start()
        if target is not None:
            target.setFocus()
            self.bring_into_view(target)

    def _close_panel(self) -> None:
        back = self._middle.close_panel()
        if back == "people":
            self._people.list.enter()
        elif back == "items":
            self._items.enter()
        elif back == "notes" and self._view.current is not None:
            self._notes.field.setFocus()
        else:
            self._next.setFocus()

    def _back(self) -> None:
        if self._middle.panel is not None:
            self._close_panel()
        else:
            self._desk.window.back()
