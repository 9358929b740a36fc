"""Pages around one form: a new record with one button, and a record that is kept by itself."""

from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.ui.boxes import Item
from desktop.ui.desk import Desk
from desktop.ui.form import Form
from desktop.ui.pages import Page

Row = TypeVar("Row")


class NewPage(Page):
    """A form for a new record; ``add`` makes it and the page closes."""

    area = "meetings"

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__()
        self._desk, self._form = desk, form

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def add(self, values: dict[str, Any]) -> None:
        """Make the record of the *values* of the form; raises CouncilError."""
        raise NotImplementedError

    def _keep(self) -> None:
        values = self._form.read()
        if values is None:
            return
        try:
            self.add(values)
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()


class KeptPage(Page, Generic[Row]):
    """A record that exists: every change in its form is kept by itself.

    The rest of the page is only built again when something there changed: no need to hold up a key.
    """

    area = "meetings"

    def __init__(self, desk: Desk, form: Form, *others: Form) -> None:
        super().__init__()
        self._desk, self._form, self._others = desk, form, others
        self._known: tuple[object, ...] = ()
        form.changed.connect(self._save)

    def build(self) -> list[Item]:
        now = self.now()
        self._form.set_values(self.values(now))
        self._known = self.around(now)
        return self.parts(now)

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        now = self.now()
        if self.around(now) == self._known:
            self._form.set_values(self.values(now))
        else:
            self.rebuild(self._form, *self._others)

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        self._form.flush()
        return True

    def now(self) -> Row:
        """Return the record as it is now."""
        raise NotImplementedError

    def parts(self, now: Row) -> list[Item]:
        """Return the parts of the page, from top to bottom."""
        raise NotImplementedError

    def around(self, now: Row) -> tuple[object, ...]:
        """Return what the page shows besides the fields of its form."""
        raise NotImplementedError

    def values(self, now: Row) -> dict[str, object]:
        """Return what stands in the fields."""
        raise NotImplementedError

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        """Turn the *values* of the form into fields of the record; raises CouncilError."""
        raise NotImplementedError

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – the fields of any record
        """Keep *fields* that changed; raises CouncilError."""
        raise NotImplementedError

    def _save(self) -> None:
        values = self._form.read()
        if values is None:
            return
        now = self.now()
        try:
            fields = self.fields(values)
            changed = {name: value for name, value in fields.items() if getattr(now, name) != value}
            if changed:
                self.change(**changed)
        except CouncilError as error:
            self._form.show_error(error)
