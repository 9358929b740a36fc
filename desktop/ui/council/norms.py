"""The agreed terms, each with the place where it stands."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.ui.autosave import may_leave
from desktop.ui.boxes import Item
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, number
from desktop.ui.kit import card, head
from desktop.ui.pages import Page

_UNITS = {
    "quorum": ("persons",),
    "meetings_a_year": ("times",),
    "alderman_talks_a_year": ("times",),
    "term_length": ("years", "months"),
    "terms_most": ("times",),
    "members_minimum": ("persons",),
}


class NormsPage(Page):
    """A card per term; each saves itself. Zero means: not agreed."""

    area = "council"
    tables = frozenset({"norm"})
    units: tuple[str, ...] = ("days", "weeks", "months")
    """In what a term can be counted, where nothing else is said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._forms = {kind: self._form(kind) for kind in self.labels()}

    def labels(self) -> dict[str, str]:
        """Return the terms of this page, each with the title of its card."""
        return choices("norm")

    def asked(self, kind: str) -> str:
        """Return the question of which the term is the answer."""
        return choices("norm_help")[kind]

    def top(self) -> Item:
        """Return what stands above the cards."""
        return head(
            tr("Agreed terms"),
            tr("No law gives a number of days. Fill in what you agreed, and where it stands."),
        )

    def told(self, kind: str) -> list[Item]:
        """Return what stands in a card above its fields."""
        return []

    def build(self) -> list[Item]:
        labels = self.labels()
        return [
            self.top(),
            *(card(labels[kind], *self.told(kind), form) for kind, form in self._forms.items()),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        for kind, form in self._forms.items():
            form.set_values(self._values(kind))

    def first_focus(self) -> QWidget | None:
        return next(iter(self._forms.values())).first()

    def leave(self) -> bool:
        return may_leave(*self._forms.values())

    def _form(self, kind: str) -> Form:
        form = Form()
        units = [
            (key, words)
            for key, words in choices("unit").items()
            if key in _UNITS.get(kind, self.units)
        ]
        form.add_pair(
            (self.asked(kind), number(f"{kind}_amount", 0, 999), tr("0 is: not agreed.")),
            (tr("Unit"), choice(f"{kind}_unit", units)),
        )
        form.add_pair(
            (tr("Where does it stand?"), line(f"{kind}_source")),
            (
                tr("What is that?"),
                choice(f"{kind}_source_kind", list(choices("source_kind").items())),
            ),
        )
        form.set_values(self._values(kind))
        form.changed.connect(partial(self._save, kind))
        return form

    def _values(self, kind: str) -> dict[str, Any]:
        norm = self._desk.office.council.norm(kind)
        if norm is None:
            return {f"{kind}_amount": 0}
        return {
            f"{kind}_{name}": getattr(norm, name)
            for name in ("amount", "unit", "source", "source_kind")
        }

    def _save(self, kind: str) -> None:
        form = self._forms[kind]
        values: dict[str, Any] | None = form.read()
        if values is None:
            return
        amount = int(values[f"{kind}_amount"])
        present = self._desk.office.council.norm(kind)
        if not amount and present is None:
            return
        try:
            self._desk.office.council.set_norm(
                kind,
                amount or None,
                values[f"{kind}_unit"],
                source=values[f"{kind}_source"],
                source_kind=values[f"{kind}_source_kind"],
            )
        except CouncilError as error:
            form.rows[error.field].show_error(error.message)
