"""What helps a member to take part: how papers come, how to reach each other, and the meeting."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.members.kinds import choices, wishes
from desktop.ui.autosave import may_leave
from desktop.ui.boxes import Item
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line
from desktop.ui.kit import card, columns, head
from desktop.ui.pages import Page


class WishesPage(Page):
    """Ticks that keep themselves; nobody asks for a reason."""

    area = "members"
    tables = frozenset({"member"})

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._forms = {group: _form(group) for group in choices("wish_group")}
        self._note = Form()
        self._note.add_row(
            tr("Something else"),
            line("wish_note"),
            tr("Only what helps. Never why."),
            optional=True,
        )
        for form in (*self._forms.values(), self._note):
            form.set_values(self._values())
            form.edited.connect(self._keep)

    def build(self) -> list[Item]:
        name = self._desk.office.people.person(self._member).row.name
        cards = [card(choices("wish_group")[group], form) for group, form in self._forms.items()]
        return [
            head(
                tr("What helps {name}", name=name),
                tr("Tick what you like. A reason is not needed, and is never kept."),
            ),
            columns([cards[0]], [*cards[1:], card("", self._note)], (1, 1)),
        ]

    def refresh(self) -> None:
        """Show the ticks as they are now."""
        if any(one.id == self._member for one in self._desk.office.council.members()):
            for form in (*self._forms.values(), self._note):
                form.set_values(self._values())

    def first_focus(self) -> QWidget | None:
        first = next(iter(self._forms.values()))
        return next(iter(first.rows.values())).field

    def leave(self) -> bool:
        return may_leave(*self._forms.values(), self._note)

    def _values(self) -> dict[str, Any]:
        row = self._desk.office.people.person(self._member).row
        mine = {wish.key for wish in row.wished}
        return {"wish_note": row.wish_note, **{wish.key: wish.key in mine for wish in wishes()}}

    def _keep(self) -> None:
        values: dict[str, Any] = {}
        for form in (*self._forms.values(), self._note):
            values |= form.values()
        note = str(values.pop("wish_note"))
        keys = [key for key, ticked in values.items() if ticked]
        self._desk.attempt(lambda: self._desk.office.people.wish(self._member, keys, note))


def _form(group: str) -> Form:
    form = Form(gap=2)
    for wish in wishes():
        if wish.group == group:
            form.add_row(wish.words, Tick(wish.words, wish.why, wish.key))
    return form
