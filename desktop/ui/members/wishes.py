"""What helps a member to take part: how papers come, how to reach each other, and the meeting."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.members.kinds import choices, wishes
from desktop.services.members.rows_people import PersonRow
from desktop.ui.boxes import Item
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import card, columns, head


class WishesPage(KeptPage[PersonRow]):
    """Ticks that keep themselves; nobody asks for a reason."""

    area = "members"
    tables = frozenset({"member"})

    def __init__(self, desk: Desk, member: int) -> None:
        self._member = member
        note = Form()
        note.add_row(
            tr("Something else"),
            line("wish_note"),
            tr("Only what helps. Never why."),
            optional=True,
        )
        super().__init__(desk, *(_form(group) for group in choices("wish_group")), note)

    def now(self) -> PersonRow:
        return self._desk.office.people.person(self._member).row

    def values(self, now: PersonRow) -> dict[str, Any]:
        mine = {wish.key for wish in now.wished}
        return {"wish_note": now.wish_note, **{wish.key: wish.key in mine for wish in wishes()}}

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        note = values.pop("wish_note")
        return {"wished": ([key for key, ticked in values.items() if ticked], note)}

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.people.wish(self._member, *fields["wished"])

    def parts(self, now: PersonRow) -> list[Item]:
        groups = choices("wish_group").values()
        first, *more = (card(title, form) for title, form in zip(groups, self._forms, strict=False))
        return [
            head(
                tr("What helps {name}", name=now.name),
                tr("Tick what you like. A reason is not needed, and is never kept."),
            ),
            columns([first], [*more, card("", self._forms[-1])], (1, 1)),
        ]

    def first_focus(self) -> QWidget | None:
        return next(iter(self._form.rows.values())).field


def _form(group: str) -> Form:
    form = Form(gap=2)
    for wish in wishes():
        if wish.group == group:
            form.add_row(wish.words, Tick(wish.words, wish.why, wish.key))
    return form
