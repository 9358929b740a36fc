"""The round of remarks: what members say about the concept, taken over or left out one by one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.minutes_look import MinutesView
from desktop.services.meetings.rows import RemarkRow
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines
from desktop.ui.kit import (
    button,
    card,
    chip,
    columns,
    head,
    next_step,
    pill,
    primary,
    quiet,
    row,
)
from desktop.ui.meetings.minutes import TABLES
from desktop.ui.meetings.minutes_places import open_adopt, state_of
from desktop.ui.pages import Page


class RemarksPage(Page):
    """Every remark stays on record, also the ones that changed nothing."""

    area = "meetings"
    tables = TABLES

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._form = self._fields()

    def build(self) -> list[Item]:
        view = self._look()
        title = tr("Remarks on the minutes of {day}", day=long_date(view.day))
        note = button(tr("Note the remark"), self._add, icon="add")
        return [
            head(title, "", pill(*state_of(view)), over=view.meeting.title),
            columns(
                [card(tr("What members say"), *remark_rows(self._desk, view))],
                [
                    card(tr("A new remark"), self._form, beside(note, ...)),
                    next_step(
                        tr("Decide about the minutes"),
                        tr("The council adopts them in a meeting."),
                        primary(
                            tr("Adopt"), lambda: open_adopt(self._desk, self._meeting), "decision"
                        ),
                    ),
                ],
            ),
        ]

    def refresh(self) -> None:
        """Show the remarks as they are now; a remark being typed stays."""
        self.rebuild(self._form)

    def first_focus(self) -> QWidget | None:
        return self._form.rows["by_whom"].field

    def _look(self) -> MinutesView:
        return self._desk.office.minutes.view(self._meeting)

    def _fields(self) -> Form:
        view = self._look()
        items = [("", tr("The whole text"))]
        items += [
            (str(part.item.id), f"{part.item.number}. {part.item.title}") for part in view.items
        ]
        form = Form()
        form.add_row(tr("Who says it?"), line("by_whom"))
        form.add_row(tr("About which item?"), choice("item", items))
        form.add_row(tr("What must change?"), lines("text", rows=2))
        return form

    def _add(self) -> None:
        values: dict[str, Any] | None = self._form.read()
        if values is None:
            return
        item = int(values["item"]) if values["item"] else None
        try:
            self._desk.office.minutes.remark(self._meeting, values["by_whom"], values["text"], item)
        except CouncilError as error:
            self._form.show_error(error)
            return
        for key in ("by_whom", "item", "text"):
            self._form.set_values({key: ""})
        self._form.rows["by_whom"].field.setFocus()


class CorrectPage(Page):
    """Take one remark over by changing the words of its item."""

    area = "meetings"
    tables = frozenset({"minutes_remark"})

    def __init__(self, desk: Desk, meeting: int, remark: int) -> None:
        super().__init__()
        self._desk, self._remark = desk, remark
        view = desk.office.minutes.view(meeting)
        self._row = next(one for one in view.remarks if one.id == remark)
        part = next(part for part in view.items if part.item.id == self._row.item_id)
        self._title = f"{part.item.number}. {part.item.title}"
        self._form = Form()
        self._form.add_row(tr("The minutes say"), lines("notes", rows=8))
        self._form.set_values({"notes": part.item.notes})

    def build(self) -> list[Item]:
        who = tr("{name} says", name=self._row.by_whom) if self._row.by_whom else tr("Remark")
        return [
            head(self._title, over=tr("Take a remark over")),
            card("", text(who, "label", "muted"), text(self._row.text, "strong")),
            card("", self._form),
            beside(primary(tr("Take it over like this"), self._take, "saved"), ...),
        ]

    def refresh(self) -> None:
        """Keep what is being typed."""

    def first_focus(self) -> QWidget | None:
        return self._form.rows["notes"].field

    def _take(self) -> None:
        values: dict[str, Any] | None = self._form.read()
        if values is not None and self._desk.attempt(
            lambda: self._desk.office.minutes.take_over(self._remark, values["notes"])
        ):
            self._desk.window.back()


def remark_rows(desk: Desk, view: MinutesView) -> Sequence[Item]:
    """Return the remarks of *view* with what can be done about each."""
    if not view.remarks:
        return [text(tr("No remarks yet."), tone="muted")]
    return ruled(*(_remark(desk, view, one) for one in view.remarks))


def _remark(desk: Desk, view: MinutesView, one: RemarkRow) -> Box:
    number = view.number(one.item_id)
    what = tr("Item {number}: {text}", number=number, text=one.text) if number else one.text
    who = tr("from {name}", name=one.by_whom) if one.by_whom else ""
    minutes = desk.office.minutes
    if one.state != "open":
        taken = one.state == "taken"
        state = tr("taken over") if taken else tr("left out")
        back = quiet(tr("Take back"), lambda: desk.attempt(lambda: minutes.reopen(one.id)), "undo")
        why = ", ".join(filter(None, (who, state)))
        return row(
            what,
            why,
            icon="done" if taken else "dash",
            tone="success" if taken else "muted",
            act=back,
        )
    take = chip(tr("Take over"), lambda: _take(desk, view, one), "saved")
    leave = quiet(tr("Leave out"), lambda: desk.attempt(lambda: minutes.leave_out(one.id)))
    for act in (take, leave):
        act.setAccessibleName(f"{act.text()}: {what}")
    return stack(
        row(what, who, icon="open", tone="warning"), beside(take, leave, ..., gap=16), gap=6
    )


def _take(desk: Desk, view: MinutesView, one: RemarkRow) -> None:
    """Take a remark over; the text is opened when this council corrects the old minutes."""
    convention = desk.office.minutes.adoption.convention()
    if convention == "corrected" and view.number(one.item_id):
        desk.window.open_page(CorrectPage(desk, view.meeting.id, one.id))
    else:
        desk.attempt(lambda: desk.office.minutes.take_over(one.id))
