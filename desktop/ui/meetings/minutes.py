"""Write the minutes: items at the left, the paper in the middle, what was agreed above it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.meetings.minutes_look import ItemMinutes, MinutesView
from desktop.ui.advice.rail import Rail
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.council_tips import CouncilTips
from desktop.ui.desk import Desk
from desktop.ui.kit import chip, empty, head, message, pill, primary, quiet, row
from desktop.ui.meetings.minutes_places import open_followed, open_ready, open_remarks, state_of
from desktop.ui.pages import Page
from desktop.ui.writing import WritingDesk

TABLES = frozenset(
    {
        "meeting",
        "agenda_item",
        "attendance",
        "meeting_decision",
        "action_point",
        "promise",
        "minutes_remark",
        "frozen_minutes",
    }
)


class MinutesPage(Page):
    """One item at a time; everything saves itself. Adopted minutes open as the finished paper."""

    area = "meetings"
    tables = TABLES
    fills = True

    def __init__(self, desk: Desk, meeting: int, item: int | None = None) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._view = desk.office.minutes.view(meeting)
        self._item = item or self._first(self._view)
        self.paper = WritingDesk(goal=desk.office.council.profile().goal_level)
        self.paper.changed.connect(self._keep)
        CouncilTips(desk, self.paper.adviser, f"meeting-{meeting}")
        self._rail = Rail(lambda key: self.open_item(int(key)))
        self._middle, self._agreed = Box(), Box(gap=2)
        self._shown = 0
        self._last_kept = ""

    def build(self) -> list[Item]:
        view = self._view
        title = tr("Minutes of {day}", day=long_date(view.day))
        if view.adopted:
            see = primary(tr("See the minutes"), self._see, "eye")
            never = tr("These minutes never change, whatever you change later.")
            return [head(title), message("success", tr("These minutes are adopted"), never, see)]
        if not view.items:
            return [
                empty(
                    title,
                    tr("This meeting has no items yet, so there is nothing to write down."),
                    quiet(tr("Back"), self._desk.window.back),
                )
            ]
        tools: list[QWidget] = [pill(*state_of(view))]
        if view.meeting.minutes_state in ("circulated", "remarks"):
            tools.append(
                quiet(tr("Remarks"), lambda: open_remarks(self._desk, self._meeting), "achterban")
            )
        tools.append(primary(tr("See the minutes"), self._see, "eye"))
        self._middle, self._agreed = Box(), Box(gap=2)
        self._shown = 0
        self._fill_rail(view)
        self._show_item(view)
        return [
            head(title, "", *tools, over=view.meeting.title),
            beside((self._rail, 0), (self._middle, 1), gap=18, turns=True),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere (undo too); the item being typed in keeps its words."""
        view = self._look()
        if view.adopted or not view.items or self._part(view) is None:
            self._item = self._first(view)
            self.rebuild()
            return
        self._fill_rail(view)
        self._show_agreed(view)
        part = self._part(view)
        if part and part.item.notes.strip() != self._last_kept.strip():
            self._load(part)

    def first_focus(self) -> QWidget | None:
        writes = self._view.items and not self._view.adopted
        return self.paper.writing if writes else super().first_focus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self.paper.guide.handlers(),
            "next_item": self._next,
            "decision": lambda: self._add("decision"),
            "action": lambda: self._add("action"),
            "promise": lambda: self._add("promise"),
            "print": self._see,
        }

    def panes(self) -> list[QWidget]:
        return [self._rail, self._middle]

    def leave(self) -> bool:
        self.paper.flush()
        return True

    def open_item(self, item: int) -> None:
        """Open another item of the meeting."""
        if item == self._item:
            return
        self.leave()
        self._item = item
        view = self._look()
        self._fill_rail(view)
        self._show_item(view)
        self.paper.writing.setFocus()

    def _look(self) -> MinutesView:
        self._view = self._desk.office.minutes.view(self._meeting)
        return self._view

    def _first(self, view: MinutesView) -> int:
        waiting = [part.item.id for part in view.items if not part.item.notes.strip()]
        ids = waiting or [part.item.id for part in view.items]
        return ids[0] if ids else 0

    def _part(self, view: MinutesView) -> ItemMinutes | None:
        return next((part for part in view.items if part.item.id == self._item), None)

    def _next(self) -> None:
        ids = [part.item.id for part in self._look().items]
        self.open_item(ids[(ids.index(self._item) + 1) % len(ids)])

    def _fill_rail(self, view: MinutesView) -> None:
        parts = [(str(part.item.id), _name(part), _written(part)) for part in view.items]
        self._rail.show_parts(parts, str(self._item))

    def _show_item(self, view: MinutesView) -> None:
        part = self._part(view)
        if part is None:
            return
        self._load(part)
        self.paper.setParent(None)  # else the box would throw it away before it comes back
        self._agreed = Box(gap=2)
        self._show_agreed(view)
        tools: list[Item] = [
            chip(tr("Add a decision"), lambda: self._add("decision"), "add"),
            chip(tr("Add an action"), lambda: self._add("action"), "add"),
            chip(tr("Add a promise"), lambda: self._add("promise"), "add"),
        ]
        closed = [pill(tr("closed"), "warning")] if not part.public else []
        top = beside((text(_name(part), "h2"), 1), *closed, *tools, turns=True)
        self._middle.show_items([stack(top, self._agreed, gap=6), (self.paper, 1)])

    def _show_agreed(self, view: MinutesView) -> None:
        part = self._part(view)
        if part is None:
            return
        items: list[Item] = [
            row(f"{one.number}  {one.text}", tr("Decision"), icon="decision")
            for one in part.decisions
        ]
        for action in part.actions:
            why = ", ".join(filter(None, (tr("Action"), action.owner)))
            items.append(
                self._followed("action", action.id, f"{action.number}  {action.text}", why)
            )
        for promise in part.promises:
            why = ", ".join(filter(None, (tr("Promise"), promise.by_whom)))
            words = f"{promise.number}  {promise.text}"
            items.append(self._followed("promise", promise.id, words, why))
        self._agreed.show_items(items)

    def _followed(self, kind: str, record: int, what: str, why: str) -> Box:
        act = quiet(tr("Change"), lambda: open_followed(self._desk, kind, record))
        return row(what, why, icon="action" if kind == "action" else "promise", act=act)

    def _load(self, part: ItemMinutes) -> None:
        if part.item.notes.strip() != self.paper.markdown().strip() or self._shown != self._item:
            self.paper.load(part.item.notes)
            self._last_kept = part.item.notes
        self._shown = self._item
        self.paper.writing.setAccessibleName(_name(part))
        self.paper.set_context("minutes")

    def _keep(self, markdown: str) -> None:
        self._last_kept = markdown
        self._desk.attempt(partial(self._desk.office.minutes.write, self._item, markdown))

    def _add(self, kind: str) -> None:
        self.leave()
        open_followed(self._desk, kind, None, self._meeting, self._item)

    def _see(self) -> None:
        self.leave()
        open_ready(self._desk, self._meeting)


def _name(part: ItemMinutes) -> str:
    return f"{part.item.number}. {part.item.title}" if part.item.number else part.item.title


def _written(part: ItemMinutes) -> bool:
    results = part.decisions or part.actions or part.promises
    return bool(part.item.notes.strip() or results)
