"""The agenda of one meeting: its items in order, the time, and what could be added."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain import agenda as rules
from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import WEEKDAYS, weekday_date
from desktop.i18n import tr, trn
from desktop.services.meetings.freezing import closed_words
from desktop.services.meetings.kinds import words
from desktop.services.meetings.rows import AgendaPaperRow, ItemRow, MeetingRow
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.icons import Icon
from desktop.ui.kit import Bar, button, card, columns, empty, head, message, primary, quiet
from desktop.ui.meetings.agenda_list import AgendaList, Line
from desktop.ui.meetings.interests import interests_card
from desktop.ui.meetings.minutes_places import open_minutes
from desktop.ui.meetings.parking import proposals_card, returning_card, waiting_card
from desktop.ui.pages import Page
from desktop.ui.spoken import announce


class AgendaPage(Page):
    """Build the agenda; Enter opens an item, Alt with an arrow moves it."""

    area = "meetings"
    tables = frozenset(
        {"meeting", "agenda_item", "agenda_paper", "dossier", "promise", "action_point", "member"}
        | {"interest"}
    )

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self.meeting = desk, meeting
        self._list = AgendaList()
        self._closed = False
        """Whether the minutes were adopted: then there is only something to read."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self._closed:
            return {"print": self._read}
        return {
            "new": self._add,
            "print": self._send,
            "item_up": partial(self._shift, -1),
            "item_down": partial(self._shift, 1),
        }

    def build(self) -> list[Item]:
        meeting = self._desk.office.plan.meeting(self.meeting)
        self._closed = meeting.minutes_state == "adopted"
        items = self._desk.office.agenda.items(self.meeting)
        top = head(
            tr("Agenda of {day}", day=_day(meeting.starts)),
            self._state(meeting),
            *self._acts(meeting, items),
            over=_over(meeting),
        )
        if not items:
            return [top, columns([self._begin(meeting)], self._beside(meeting, items))]
        time = [] if self._closed else [self._time(meeting, items)]
        left: list[Item] = [*time, self._agenda(meeting, items)]
        return [top, columns(left, self._beside(meeting, items), (5, 3))]

    def refresh(self) -> None:
        """Build again; the focus stays on the item it was on, wherever that went."""
        key = self._list.focused()
        self.rebuild()
        if key is not None:
            self._list.focus_item(key)

    def first_focus(self) -> QWidget | None:
        stops = self._list.stops()
        return stops[0] if stops and not self._closed else super().first_focus()

    def _acts(self, meeting: MeetingRow, items: list[ItemRow]) -> list[QWidget]:
        if self._closed:
            return [primary(tr("Read the minutes"), self._read, "eye")]
        acts: list[QWidget] = [button(tr("Meeting"), self._change, icon="settings")]
        if meeting.state in ("planned", "sent") and items:
            again = tr("Send it again") if meeting.sent else tr("Send the agenda")
            acts.append(primary(again, self._send, "letter"))
        return acts

    def _state(self, meeting: MeetingRow) -> str:
        if meeting.state == "cancelled":
            return tr("This meeting does not take place.")
        if meeting.sent and meeting.state == "sent":
            return tr(
                "Sent on {day}. The numbers stay as they are.", day=weekday_date(meeting.sent)
            )
        return ""

    def _begin(self, meeting: MeetingRow) -> Box:
        last = self._desk.office.plan.previous(meeting.id)
        why = (
            tr("The fixed items of {day} come along.", day=_day(last.starts))
            if last
            else tr("You begin with the fixed items for this kind of meeting.")
        )
        begin = partial(self._desk.office.agenda.carrying.build_from_last, meeting.id)
        return empty(
            tr("The agenda is still empty"),
            why,
            primary(tr("Make the agenda"), lambda: self._desk.attempt(begin), "carry"),
            button(tr("Add an item"), self._add, icon="add"),
        )

    def _time(self, meeting: MeetingRow, items: list[ItemRow]) -> Box:
        total = rules.time_sum(items, meeting.minutes)
        says = tr("{used} of {all} minutes", used=total.planned, all=total.available)
        part = total.planned / total.available
        bar = Bar(part, says, "danger" if total.over else "accent")
        tail: list[Item] = [
            Icon("warning", "danger", 18),
            text(
                trn("{n} minute too long", "{n} minutes too long", total.over), "strong", "danger"
            ),
        ]
        ends = meeting.starts + timedelta(minutes=total.planned)
        fits = text(tr("Ready at {time}.", time=clock(ends)), "small", "muted")
        tail = tail if total.over else [fits]
        return card("", beside((text(says, "strong"), 1), *tail, gap=8), bar, gap=8)

    def _agenda(self, meeting: MeetingRow, items: list[ItemRow]) -> Box:
        papers = self._desk.office.agenda.papers(meeting.id)
        numbers = rules.numbers(items)
        begins = rules.clock_times(items, meeting.starts)
        today = self._desk.today()
        self._list = AgendaList()
        self._list.show_lines(
            [
                Line(
                    item.id,
                    clock(begins[item.id]),
                    numbers[item.id],
                    item.title,
                    _what(item, [p for p in papers if p.item_id == item.id]),
                    tr("{n} min", n=item.minutes),
                    part=item.parent_id is not None,
                    closed=not item.public and meeting.public,
                    late=""
                    if self._closed
                    else _missing([p for p in papers if p.item_id == item.id], today),
                    fixed=self._closed,
                )
                for item in items
            ]
        )
        self._list.opened.connect(self._open)
        if self._closed:
            return card("", self._list)
        self._list.placed.connect(self._drop)
        self._list.sunk.connect(self._sink)
        return card(
            "",
            self._list,
            beside(
                quiet(tr("Agenda item"), self._add, "add"),
                quiet(tr("Break"), self._add_break, "add"),
                ...,
            ),
            text(
                tr("Move an item: Alt and an arrow, or the mouse. Ctrl and → makes it a part."),
                "small",
                "muted",
            ),
        )

    def _beside(self, meeting: MeetingRow, items: list[ItemRow]) -> list[Item]:
        if self._closed:
            return [message("info", tr("The meeting is closed"), closed_words())]
        if meeting.state not in ("planned", "sent"):
            return [message("info", tr("This meeting is past."), tr("The agenda stays as it was."))]
        cards = (
            interests_card(self._desk, meeting, items),
            returning_card(self._desk, meeting, begun=bool(items)),
            proposals_card(self._desk, meeting),
            waiting_card(self._desk, meeting),
        )
        return [one for one in cards if one is not None]

    def _shift(self, way: int) -> None:
        key = self._list.focused()
        if key is not None:
            self._move(partial(self._desk.office.agenda.move, key, way))

    def _sink(self, key: int, deep: bool) -> None:
        agenda = self._desk.office.agenda
        self._move(partial(agenda.make_part if deep else agenda.make_own, key))

    def _move(self, act: Callable[[], object]) -> None:
        if self._desk.attempt(act):
            key = self._list.focused()
            box = next((b for b in self._list.stops() if b.objectName() == f"item-{key}"), None)
            announce(self, box.accessibleName() if box else tr("The order is changed."))

    def _drop(self, key: int, target: int) -> None:
        agenda = self._desk.office.agenda
        parents = {item.id: item.parent_id for item in agenda.items(self.meeting)}
        level = [item for item, parent in parents.items() if parent == parents[key]]
        # An item dropped on a part of another one lands beside that whole item.
        place = target if target in level else parents[target]
        if place in level:
            self._move(partial(agenda.move_to, key, level.index(place)))

    def _read(self) -> None:
        open_minutes(self._desk, self.meeting)

    def _open(self, item: int) -> None:
        if self._closed:
            self._read()
            return
        from desktop.ui.meetings.item import ItemPage

        self._desk.window.open_page(ItemPage(self._desk, item))

    def _add(self) -> None:
        from desktop.ui.meetings.item import NewItemPage

        self._desk.window.open_page(NewItemPage(self._desk, self.meeting))

    def _add_break(self) -> None:
        agenda = self._desk.office.agenda
        items = [item for item in agenda.items(self.meeting) if item.parent_id is None]
        half = len(items) // 2
        self._desk.attempt(
            lambda: agenda.add(self.meeting, tr("Break"), kind="break", minutes=10, place=half)
        )

    def _change(self) -> None:
        from desktop.ui.meetings.meeting_form import MeetingPage

        self._desk.window.open_page(MeetingPage(self._desk, self.meeting))

    def _send(self) -> None:
        from desktop.ui.meetings.send import SendPage

        self._desk.window.open_page(SendPage(self._desk, self.meeting))


def _over(meeting: MeetingRow) -> str:
    ends = meeting.starts + timedelta(minutes=meeting.minutes)
    return tr(
        "{title}, {weekday} {start} to {end}",
        title=meeting.title,
        weekday=WEEKDAYS[meeting.starts.weekday()],
        start=clock(meeting.starts),
        end=clock(ends),
    )


def _day(moment: datetime) -> str:
    return weekday_date(moment).partition(" ")[2]


def _what(item: ItemRow, papers: list[AgendaPaperRow]) -> str:
    parts = [words("purpose", item.purpose).lower() if item.kind != "break" else "", item.owner]
    if papers:
        parts.append(trn("{n} paper", "{n} papers", len(papers)))
    inside = sum(paper.internal for paper in papers)
    if inside and item.public:
        parts.append(trn("{n} for members only", "{n} for members only", inside))
    return " · ".join(part for part in parts if part)


def _missing(papers: list[AgendaPaperRow], today: date) -> str:
    waiting = [p for p in papers if p.paper_id is None]
    late = [p for p in waiting if p.expected is None or p.expected < today]
    if late:
        return trn("{n} paper is missing", "{n} papers are missing", len(late))
    return tr("paper follows") if waiting else ""
