"""The data of a member: name, role, contact, photo, and what the member tells about himself."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents.readers import read_bytes
from desktop.i18n import tr
from desktop.services.choices import choices, words
from desktop.services.members.rows_people import PersonRow
from desktop.ui.boxes import Item, beside, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, columns, head, quiet
from desktop.ui.members.lists import hours_line
from desktop.ui.members.portrait import portrait


class DataPage(KeptPage[PersonRow]):
    """Every field keeps itself."""

    area = "members"
    tables = frozenset({"member"})

    def __init__(self, desk: Desk, member: int) -> None:
        self._member, self._more = member, _more()
        super().__init__(desk, _who(desk.office.people.person(member).row), self._more)

    def now(self) -> PersonRow:
        return self._desk.office.people.person(self._member).row

    def around(self, now: PersonRow) -> object:
        return now.name, now.photo

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.people.change(self._member, **fields)

    def parts(self, now: PersonRow) -> list[Item]:
        remove = quiet(tr("Take out of the file"), self._remove, "close")
        note = text(
            tr("Did the member leave? Then end the term instead: letters and minutes stay right."),
            "small",
            "muted",
        )
        photo = card(
            tr("Photo"),
            self._photo(now),
            text(tr("Only when the member wants it. It stays in this file."), "small", "muted"),
        )
        return [
            head(
                tr("Data of {name}", name=now.name), tr("Illness or benefits are never kept here.")
            ),
            columns(
                [card(tr("Who and where"), self._form)],
                [photo, card("", self._more), card("", note, beside(remove, ...))],
                (1, 1),
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.rows["name"].field

    def _photo(self, now: PersonRow) -> Item:
        choose = tr("Choose another photo") if now.photo else tr("Choose a photo")
        acts: list[Item] = [button(choose, self._choose_photo, icon="attach")]
        if now.photo:
            acts.append(quiet(tr("Take the photo away"), self._remove_photo))
        return beside(portrait(self._desk, now, 84), stack(*acts, gap=4), ..., gap=16)

    def _choose_photo(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose a photo"), "", tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.take_photo(Path(name))

    def take_photo(self, path: Path) -> None:
        """Keep the picture at *path* as the photo of this member."""

        def take() -> None:
            self._desk.office.people.set_photo(self._member, read_bytes(path)[1])

        self._desk.attempt(take)

    def _remove_photo(self) -> None:
        self._desk.attempt(lambda: self._desk.office.people.remove_photo(self._member))

    def _remove(self) -> None:
        self.leave()
        name = self.now().name
        if self._desk.attempt(lambda: self._desk.office.people.remove(self._member)):
            self._desk.window.show_area("members")
            self._desk.told_gone(tr("“{title}” is thrown away.", title=name))


def _who(now: PersonRow) -> Form:
    form = Form()
    roles = choices("role")
    if now.role not in roles:
        roles = {**roles, now.role: words("role", now.role)}
    signs = [(False, tr("No")), (True, tr("Yes"))]
    form.add_row(tr("Name"), line("name"))
    form.add_pair(
        (tr("Role"), choice("role", list(roles.items()))),
        (tr("Signs the letters"), choice("signs", signs)),
    )
    form.add_pair((tr("Telephone"), line("phone")), (tr("E-mail"), line("email")))
    form.add_row(
        tr("Address"),
        lines("address", rows=2),
        tr("Only needed for who wants the papers by post."),
        optional=True,
    )
    return form


def _more() -> Form:
    form = Form()
    form.add_row(
        tr("About me"),
        lines("about", rows=4),
        tr("A few sentences for the other members and the welcome booklet."),
        optional=True,
    )
    form.add_row(
        tr("Hours per month at most"),
        hours_line("most_hours"),
        tr("Your own limit. The app then says when your tasks are more than you wanted."),
        optional=True,
    )
    return form
