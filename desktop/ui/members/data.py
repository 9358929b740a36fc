"""The data of a member: name, role, contact, photo, and what the member tells about himself."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents.readers import read_bytes
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import choices, words
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines
from desktop.ui.kit import button, card, columns, head, quiet
from desktop.ui.members.lists import plain_number, read_hours
from desktop.ui.members.portrait import portrait
from desktop.ui.pages import Page

_FIELDS = ("name", "role", "email", "phone", "address", "about")


class DataPage(Page):
    """Every field keeps itself."""

    area = "members"
    tables = frozenset({"member"})

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._who, self._more = self._fields(), _more()
        for form in (self._who, self._more):
            form.set_values(self._values())
            form.changed.connect(self._save)
        self._photo = beside()

    def build(self) -> list[Item]:
        row = self._desk.office.people.person(self._member).row
        remove = quiet(tr("Take out of the file"), self._remove, "close")
        note = text(
            tr("Did the member leave? Then end the term instead: letters and minutes stay right."),
            "small",
            "muted",
        )
        self._photo = beside(gap=16)
        self._show_photo()
        photo = card(
            tr("Photo"),
            self._photo,
            text(tr("Only when the member wants it. It stays in this file."), "small", "muted"),
        )
        return [
            head(
                tr("Data of {name}", name=row.name), tr("Illness or benefits are never kept here.")
            ),
            columns(
                [card(tr("Who and where"), self._who)],
                [photo, card("", self._more), card("", note, beside(remove, ...))],
                (1, 1),
            ),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        known = {one.id for one in self._desk.office.council.members()}
        if self._member not in known:
            return  # the page goes back by itself
        for form in (self._who, self._more):
            form.set_values(self._values())
        self._show_photo()

    def first_focus(self) -> QWidget | None:
        return self._who.rows["name"].field

    def leave(self) -> bool:
        known = {one.id for one in self._desk.office.council.members()}
        return self._member not in known or may_leave(self._who, self._more)

    def _fields(self) -> Form:
        form = Form()
        present = self._desk.office.people.person(self._member).row.role
        roles = list(choices("role").items())
        if present not in choices("role"):
            roles.append((present, words("role", present)))
        signs = [("no", tr("No")), ("yes", tr("Yes"))]
        form.add_row(tr("Name"), line("name"))
        form.add_pair(
            (tr("Role"), choice("role", roles)), (tr("Signs the letters"), choice("signs", signs))
        )
        form.add_pair((tr("Telephone"), line("phone")), (tr("E-mail"), line("email")))
        form.add_row(
            tr("Address"),
            lines("address", rows=2),
            tr("Only needed for who wants the papers by post."),
            optional=True,
        )
        return form

    def _values(self) -> dict[str, Any]:
        row = self._desk.office.people.person(self._member).row
        return {
            **vars(row),
            "signs": "yes" if row.signs else "no",
            "most_hours": plain_number(row.most_hours),
        }

    def _save(self) -> None:
        values: dict[str, Any] = {**self._who.readable(), **self._more.readable()}
        present = self._desk.office.people.person(self._member).row
        changed = {key: values[key] for key in _FIELDS if key in values}
        changed["signs"] = values["signs"] == "yes"
        try:
            changed["most_hours"] = read_hours(str(values["most_hours"]), "most_hours")
        except CouncilError as error:
            self._refused(error)
        changed = {k: v for k, v in changed.items() if v != getattr(present, k)}
        keep(changed, partial(self._desk.office.people.change, self._member), self._refused)

    def _refused(self, error: CouncilError) -> None:
        form = self._who if error.field in self._who.rows else self._more
        form.point_out(error)

    def _show_photo(self) -> None:
        row = self._desk.office.people.person(self._member).row
        choose = tr("Choose another photo") if row.photo else tr("Choose a photo")
        acts: list[Item] = [button(choose, self._choose_photo, icon="attach")]
        if row.photo:
            acts.append(quiet(tr("Take the photo away"), self._remove_photo))
        inside: Box = stack(*acts, gap=4)
        self._photo.show_items([portrait(self._desk, row, 84), inside, ...])

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

        if self._desk.attempt(take):
            self._show_photo()

    def _remove_photo(self) -> None:
        if self._desk.attempt(lambda: self._desk.office.people.remove_photo(self._member)):
            self._show_photo()

    def _remove(self) -> None:
        self.leave()
        name = self._desk.office.people.person(self._member).row.name
        if self._desk.attempt(lambda: self._desk.office.people.remove(self._member)):
            self._desk.window.show_area("members")
            self._desk.told_gone(tr("“{title}” is thrown away.", title=name))


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
        line("most_hours"),
        tr("Your own limit. The app then says when your tasks are more than you wanted."),
        optional=True,
    )
    return form
