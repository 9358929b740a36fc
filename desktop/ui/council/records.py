"""A list of things with one form to add or change them: addressees, ordinances, seats."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form
from desktop.ui.kit import Row, button, card, columns, head, primary, quiet, row
from desktop.ui.pages import Page


@dataclass(frozen=True)
class Shown:
    """One thing in the list: its number, its words, and the values of its form."""

    id: int
    what: str
    why: str
    values: dict[str, Any]
    state: tuple[str, str] | None = None
    """How it stands: words and tone."""


@dataclass(frozen=True)
class Records:
    """What such a page needs to know."""

    title: str
    why: str
    add_title: str
    empty: str
    icon: str
    form: Callable[[], Form]
    shown: Callable[[], Sequence[Shown]]
    add: Callable[[dict[str, Any]], object]
    change: Callable[[int, dict[str, Any]], object]
    remove: Callable[[int], object]
    ready: Callable[[dict[str, Any]], dict[str, Any]] = dict
    """Turns the values of the form into those of the record."""
    ratio: tuple[int, int] = (1, 1)
    """How wide the list is beside the form."""


class RecordsPage(Page):
    """The list at the left, the form at the right."""

    area = "council"
    tables = frozenset({"member", "addressee", "ordinance", "municipality", "domain"})

    def __init__(self, desk: Desk, records: Records) -> None:
        super().__init__()
        self._desk, self._records = desk, records
        self._form = records.form()
        self._editing: int | None = None
        self._remover: QWidget | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new}

    def build(self) -> list[Item]:
        rows = [self._row(shown) for shown in self._records.shown()]
        listed: list[Item] = ruled(*rows) if rows else [text(self._records.empty, tone="muted")]
        return [
            head(self._records.title, self._records.why),
            columns([card("", *listed)], [self._editor()], self._records.ratio),
        ]

    def refresh(self) -> None:
        """Build the list again; what stands in the form stays."""
        self.rebuild(self._form)

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def _editor(self) -> Box:
        if self._editing is None:
            keep: list[Item] = [primary(tr("Add"), self._keep, "add"), ...]
            return card(self._records.add_title, self._form, beside(*keep))
        return card(
            tr("Change"),
            self._form,
            beside(primary(tr("Keep"), self._keep, "saved"), button(tr("Cancel"), self._new), ...),
        )

    def _row(self, shown: Shown) -> Row:
        change = button(tr("Change"), lambda: self._edit(shown))
        icon = self._records.icon
        return row(shown.what, shown.why, icon=icon, state=shown.state, act=change)

    def _edit(self, shown: Shown) -> None:
        self._editing = shown.id
        self._form = self._records.form()
        self._form.set_values(shown.values)
        self._remover = quiet(tr("Remove"), lambda: self._remove(shown))
        self._form.add(beside(self._remover, ...))
        self._again()

    def _new(self) -> None:
        self._editing = None
        self._form = self._records.form()
        self._again()

    def _again(self) -> None:
        self.rebuild()
        target = self._form.first()
        if target:
            target.setFocus()

    def _keep(self) -> None:
        values = self._form.read()
        if values is None:
            return
        records = self._records
        try:
            ready = records.ready(values)
            if self._editing is None:
                records.add(ready)
            else:
                records.change(self._editing, ready)
        except CouncilError as error:
            if not error.field and not any(one.id == self._editing for one in records.shown()):
                self._offer_again()
            self._form.show_error(error)
            return
        self._new()

    def _offer_again(self) -> None:
        """Let what stands in the form be added: the record was taken away meanwhile."""
        self._editing = None
        if self._remover:
            self._remover.hide()
        self.rebuild(self._form)

    def _remove(self, shown: Shown) -> None:
        if self._desk.attempt(lambda: self._records.remove(shown.id)):
            self._new()
            self._desk.told_gone(tr("“{title}” is thrown away.", title=shown.what))
