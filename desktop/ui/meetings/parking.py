"""What could come on the agenda: from last time, from the app, and what waits for a place."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import weekday_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.carrying import Returning
from desktop.services.meetings.kinds import words
from desktop.services.meetings.proposals import Proposal
from desktop.services.meetings.rows import ItemRow, MeetingRow
from desktop.services.records import listed
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.buttons import Button
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line
from desktop.ui.kit import Row, button, card, chip, head, primary, quiet, row, stack
from desktop.ui.pages import Page

_FEW = 4
"""Rows of a card beside the agenda; the rest comes when it is asked for."""


class _Few(Box):
    """The first rows of a card; the others are made when somebody asks for all of them."""

    def __init__(self, makers: Sequence[Callable[[], QWidget]]) -> None:
        super().__init__(gap=10)
        self._makers = makers
        self._show(_FEW if len(makers) > _FEW + 1 else len(makers))

    def _show(self, most: int) -> None:
        items = ruled(*(make() for make in self._makers[:most]))
        if most < len(self._makers):
            words = tr("Show all {n}", n=len(self._makers))
            items.append(beside(quiet(words, self._show_all, "open_down"), ...))
        self.show_items(items)

    def _show_all(self) -> None:
        place = len(self.findChildren(Button)) - 1
        self._show(len(self._makers))
        self.findChildren(Button)[place].setFocus(Qt.FocusReason.TabFocusReason)


def returning_card(desk: Desk, meeting: MeetingRow, *, begun: bool) -> Box | None:
    """Return what comes back from earlier meetings, each with its two ways; None without any.

    The fixed items are only named once the agenda has *begun*: before that they come together.
    """
    found = desk.office.agenda.carrying.returning(meeting.id)
    fixed = [one for one in found if one.item.standing]
    others = [one for one in found if not one.item.standing]
    if not found:
        return None
    parts: list[Item] = []
    if fixed and begun:
        build = partial(desk.office.agenda.carrying.build_from_last, meeting.id)
        names = listed([one.item.title for one in fixed])
        parts.append(text(tr("Fixed items that are missing: {names}.", names=names), "small"))
        parts.append(beside(chip(tr("Add them all"), lambda: desk.attempt(build), "add"), ...))
    parts.append(_Few([partial(_returning, desk, meeting.id, one) for one in others]))
    if others:
        parts.append(
            text(
                tr(
                    "Move: the item goes along with its notes and papers. "
                    "Again: what was written last time stays there."
                ),
                "small",
                "muted",
            )
        )
    return card(tr("From last time"), *parts) if parts else None


def _returning(desk: Desk, meeting: int, one: Returning) -> Box:
    carrying = desk.office.agenda.carrying
    why = [words("reason", reason) for reason in one.reasons]
    if one.actions:
        why = [w for w in why if w != words("reason", "open_action")]
        why.append(tr("open: {numbers}", numbers=listed(one.actions)))
    title = one.item.title

    def bring(how: str) -> None:
        desk.attempt(
            lambda: carrying.bring(one.item.id, meeting, "move" if how == "move" else "repeat")
        )

    move = button(
        tr("Move"), lambda: bring("move"), kind="chip", name=tr("Move {title}", title=title)
    )
    again = button(
        tr("Again"), lambda: bring("repeat"), kind="chip", name=tr("Again {title}", title=title)
    )
    acts: list[Item] = [move, again] if one.how == "move" else [again, move]
    return stack(row(title, ", ".join(why), icon="carry"), beside(32, *acts, ..., gap=8), gap=4)


def proposals_card(desk: Desk, meeting: MeetingRow) -> Box | None:
    """Return what the app proposes; None without any."""
    found = desk.office.agenda.proposals.of(meeting.id)
    if not found:
        return None
    return card(tr("Proposals"), _Few([partial(_proposal, desk, meeting.id, one) for one in found]))


def _proposal(desk: Desk, meeting: int, one: Proposal) -> Row:
    take = partial(desk.office.agenda.proposals.take, meeting, one)
    act = chip(tr("Add"), lambda: desk.attempt(take), "add")
    return row(one.title, one.why, icon=one.icon, act=act)


def waiting_card(desk: Desk, meeting: MeetingRow) -> Box:
    """Return the parking list: what was handed in or kept, with its way to this agenda."""
    waiting = [w for w in desk.office.agenda.waiting() if w.state != "rejected"]
    rows = _Few([partial(_waiting, desk, meeting.id, one) for one in waiting])
    hint = text(tr("What members hand in stays here until you treat it."), "small", "muted")
    hand_in = quiet(
        tr("Hand in an item"), lambda: desk.window.open_page(HandInPage(desk, meeting.id)), "add"
    )
    more = quiet(tr("Whole list"), lambda: desk.window.open_page(ParkingPage(desk, meeting.id)))
    return card(tr("Parking list"), rows, hint, beside(hand_in, more, ...))


def _waiting(desk: Desk, meeting: int, one: ItemRow) -> Row:
    place = partial(desk.office.agenda.place, one.id, meeting)
    act = chip(tr("Add"), lambda: desk.attempt(place), "add")
    return row(one.title, _origin(one), icon="parked", act=act)


def _origin(item: ItemRow) -> str:
    if item.state == "rejected":
        return tr("Not placed: {reason}", reason=item.state_reason)
    if item.handed_in_by and item.handed_in_on:
        day = weekday_date(item.handed_in_on).partition(" ")[2]
        words_ = tr("From {name}, {day}", name=item.handed_in_by, day=day)
        return f"{words_}. {item.state_reason}" if item.state_reason else words_
    return item.state_reason


class HandInPage(Page):
    """Somebody hands in an item; it is kept even when there is no place for it."""

    area = "meetings"

    def __init__(self, desk: Desk, meeting: int | None = None) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._form = Form()
        self._form.add_row(tr("What should we talk about?"), line("title"))
        self._form.add_row(tr("Who hands it in?"), line("handed_in_by"))

    def build(self) -> list[Item]:
        keep = primary(tr("Keep"), self._keep, "saved")
        both: list[Item] = [keep]
        if self._meeting is not None:
            both.append(button(tr("At once on the agenda"), self._place, icon="add"))
        return [
            head(
                tr("Hand in an item"), tr("Every item gets an answer: placed, later, or why not.")
            ),
            card("", self._form, beside(*both, ...)),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _keep(self) -> None:
        self._hand_in(None)

    def _place(self) -> None:
        self._hand_in(self._meeting)

    def _hand_in(self, meeting: int | None) -> None:
        values = self._form.read()
        if values is None:
            return
        try:
            self._desk.office.agenda.hand_in(
                str(values["title"]), str(values["handed_in_by"]), self._desk.today(), meeting
            )
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()


class ParkingPage(Page):
    """Everything that waits for a place, and what was not placed with its reason."""

    area = "meetings"
    tables = frozenset({"agenda_item", "meeting"})

    def __init__(self, desk: Desk, meeting: int | None = None) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting

    def build(self) -> list[Item]:
        waiting = self._desk.office.agenda.waiting()
        hand_in = primary(
            tr("Hand in an item"),
            lambda: self._desk.window.open_page(HandInPage(self._desk, self._meeting)),
            "add",
        )
        top = head(tr("Parking list"), tr("Nothing that was handed in gets lost."), hand_in)
        here = [w for w in waiting if w.state != "rejected"]
        gone = [w for w in waiting if w.state == "rejected"]
        parts: list[Item] = [
            top,
            card(tr("Waits for a place"), *ruled(*(self._row(w) for w in here)))
            if here
            else card(tr("Waits for a place"), text(tr("Nothing waits."), tone="muted")),
        ]
        if gone:
            parts.append(card(tr("Not placed"), *ruled(*(self._row(w) for w in gone))))
        return parts

    def _row(self, item: ItemRow) -> Row:
        from desktop.ui.meetings.item import ItemPage

        act = button(tr("Open"), lambda: self._desk.window.open_page(ItemPage(self._desk, item.id)))
        return row(item.title, _origin(item), icon="parked", act=act)
