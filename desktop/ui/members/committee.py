"""Who talks with the candidates of a vacancy: the card on its page."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members import vacancy_words
from desktop.services.members.committee import CommitteeRow
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.fields import Choice
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import button, card, quiet, row


class Committee:
    """The committee of *vacancy*: add, take out, and say whether it is varied."""

    def __init__(self, desk: Desk, vacancy: int) -> None:
        self._desk, self._vacancy = desk, vacancy
        self.form = Form()
        self.form.add_row(tr("Who joins?"), choice("who", self._choices()))
        self.form.add_row(
            tr("Name"), line("name"), tr("A name or a function, such as: somebody of the library.")
        )
        self.form.edited.connect(self._ask_name)
        said = vacancy_words.read()["committee"]
        self.mixed = Form()
        self.mixed.add_row(said["mixed"], Tick(said["mixed"], said["mixed_why"], "mixed"))
        self.mixed.edited.connect(self._say_mixed)
        self._ask_name()

    @property
    def forms(self) -> tuple[Form, Form]:
        """The forms that come back when the page is built again."""
        return self.form, self.mixed

    def now(self) -> list[CommitteeRow]:
        """Return who is in it now."""
        return self._desk.office.recruiting.committees.of(self._vacancy)

    def card(self) -> Box:
        """Return the card as it stands now."""
        found = self.now()
        self._offer()
        said = vacancy_words.read()["committee"]
        items: list[Item] = [*ruled(*(self._row(one) for one in found))]
        if len(found) < said["least"]:
            items.append(text(said["few"], "small", "muted"))
        add = button(tr("Add to the group"), self._add, icon="add")
        vacancy = self._desk.office.recruiting.vacancy(self._vacancy)
        self.mixed.set_values({"mixed": vacancy.mixed})
        items += [self.form, beside(add, ...), self.mixed]
        return card(tr("Who talks with the candidates?"), *items)

    def _offer(self) -> None:
        """Offer who is not in yet; who came in just now is no choice any more."""
        field, offered = self.form.rows["who"].field, self._choices()
        if isinstance(field, Choice):
            field.show_choices(offered)
            if field.value() not in dict(offered):
                field.set_value(offered[0][0])
        self._ask_name()

    def _choices(self) -> list[tuple[int | None, str]]:
        """Return the members who are not in yet, and the way to somebody else."""
        inside = {one.member_id for one in self.now()}
        people = self._desk.office.people.people(self._desk.today())
        named = [(one.row.id, one.row.name) for one in people if one.row.id not in inside]
        return [*named, (None, tr("Somebody else"))]

    def _row(self, one: CommitteeRow) -> QWidget:
        why = "" if one.member_id else tr("from outside the council")
        out = quiet(tr("Take out"), partial(self._remove, one.id))
        return row(one.name, why, icon="buddy", act=out)

    def _ask_name(self) -> None:
        self.form.rows["name"].setVisible(self.form.values()["who"] is None)

    def _add(self) -> None:
        values: dict[str, Any] | None = self.form.read()
        if values is None:
            return
        add = self._desk.office.recruiting.committees.add
        try:
            add(self._vacancy, member=values["who"], name=values["name"])
        except CouncilError as error:
            self.form.show_error(error)
            return
        self.form.flush()
        self.form.set_values({"name": ""})

    def _remove(self, person: int) -> None:
        self._desk.attempt(partial(self._desk.office.recruiting.committees.remove, person))

    def _say_mixed(self) -> None:
        change = self._desk.office.recruiting.change
        self._desk.attempt(partial(change, self._vacancy, **self.mixed.values()))
