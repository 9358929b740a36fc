"""Pages around a form: a new record with one button, and a record that is kept by itself."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Item
from desktop.ui.desk import Desk
from desktop.ui.form import Form
from desktop.ui.pages import Page

Row = TypeVar("Row")


class NewPage(Page):
    """A form for a new record; the button calls ``keep``, and ``add`` makes the record."""

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__()
        self._desk, self._form = desk, form

    def refresh(self) -> None:
        """Leave what is being typed alone: nothing else is shown here."""

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def add(self, values: dict[str, Any]) -> Page | None:
        """Make the record of *values*; return the page that comes now, or None to go back.

        Raises CouncilError when it may not be.
        """
        raise NotImplementedError

    def keep(self) -> None:
        """Make the record of what is filled in, or say at its field what is wrong."""
        values = self._form.read()
        if values is None:
            return
        try:
            following = self.add(values)
        except CouncilError as error:
            self._form.show_error(error)
            return
        if following:
            self._desk.window.replace_page(following)
        else:
            self._desk.window.back()


class KeptPage(Page, Generic[Row]):
    """A record that exists: each change in its *forms* is kept by itself.

    Say what the record is now, what its fields show, and how it is changed. *others* are parts that
    also stay when the page is built again, such as a form with a button of its own. That is only
    done when something around the fields changed: no need to hold up a key.
    """

    def __init__(self, desk: Desk, *forms: Form, others: tuple[QWidget, ...] = ()) -> None:
        super().__init__()
        self._desk, self._others = desk, others
        self._known: object = None
        self.use(*forms)

    def use(self, *forms: Form) -> None:
        """Take *forms* as the fields of the record, as when it has other fields now."""
        self._forms, self._form = forms, forms[0]
        for form in forms:
            form.changed.connect(self._save)

    def now(self) -> Row:
        """Return the record as it is now; raises CouncilError when it is gone."""
        raise NotImplementedError

    def values(self, now: Row) -> Mapping[str, Any]:
        """Return what the fields show of the record, by their key."""
        return vars(now)

    def parts(self, now: Row) -> list[Item]:
        """Return the parts of the page, from top to bottom."""
        raise NotImplementedError

    def around(self, now: Row) -> object:
        """Return what the page shows besides its fields: nothing that can change, in most."""
        return None

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        """Turn what the form says into fields of the record; raises CouncilError."""
        return values

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – the fields of any record
        """Keep the *fields* that changed; raises CouncilError."""
        raise NotImplementedError

    def build(self) -> list[Item]:
        now = self.now()
        self._show(now)
        self._known = self.around(now)
        return self.parts(now)

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        now = self.now()
        if self.around(now) == self._known:
            self._show(now)
        else:
            self.rebuild(*self._forms, *self._others)

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        return may_leave(*self._forms)

    def _show(self, now: Row) -> None:
        for form in self._forms:
            form.set_values(self.values(now))

    def _save(self) -> None:
        shown = self.values(self.now())
        typed = {key: value for form in self._forms for key, value in form.readable().items()}
        before, after = self.fields({**shown}), self._read(shown, typed)
        changed = {key: value for key, value in after.items() if before[key] != value}
        keep(changed, self.change, self._refused)

    def _read(self, shown: Mapping[str, Any], typed: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of the record; of what is refused, what was *shown* stays."""
        try:
            return self.fields({**shown, **typed})
        except CouncilError as error:
            self._refused(error)
            if error.field not in typed:
                return self.fields({**shown})
            return self._read(shown, {k: v for k, v in typed.items() if k != error.field})

    def _refused(self, error: CouncilError) -> None:
        form = next((one for one in self._forms if error.field in one.rows), self._form)
        form.point_out(error)
