"""Five short steps to a council of one's own; each can wait."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents.readers import read_bytes
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.council import check_logo
from desktop.services.founding import AgreedTerm, Answers, check, file_name, found
from desktop.ui import preferences
from desktop.ui.boxes import Item, beside, stack, text
from desktop.ui.drawn import Bar
from desktop.ui.form import Form
from desktop.ui.kit import button, primary, quiet
from desktop.ui.pages import Page
from desktop.ui.start import steps
from desktop.ui.start.sketch import LetterSketch

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow


class WizardPage(Page):
    """One question per step; an example letter grows beside it."""

    def __init__(self, window: "StartWindow") -> None:
        super().__init__()
        self._window = window
        self._logo = b""
        self._forms = [make() for _title, _why, make in steps.STEPS]
        self._sketch = LetterSketch()
        self._at = 0
        for form in self._forms:
            form.edited.connect(self._draw)
        self._put_forms_away()

    @property
    def form(self) -> Form:
        """The form of the step that is open."""
        return self._forms[self._at]

    def build(self) -> list[Item]:
        title, why, _make = steps.STEPS[self._at]
        count = len(self._forms)
        words = tr("Step {number} of {total}", number=self._at + 1, total=count)
        self._sketch = LetterSketch()
        self._draw()
        last = self._at == count - 1
        onward = (
            primary(tr("Make the council"), self._finish, "saved")
            if last
            else primary(tr("Go on"), self._next, "next")
        )
        acts: list[Item] = [quiet(tr("Back"), self._back), ...]
        if self._at == steps.CONTACT:
            acts.insert(1, button(tr("Choose a logo"), self._choose_logo, icon="attach"))
        if not last:
            acts.append(button(tr("Finish later"), self._skip))
        left = stack(
            beside(
                text(words, "label", "muted", wrap=False), (Bar((self._at + 1) / count, words), 1)
            ),
            text(title(), "h1"),
            text(why(), "lead", "muted"),
            self.form,
            beside(*acts, onward),
            ...,
            gap=14,
        )
        self.form.show()
        return [beside((left, 5), (self._sketch, 3), gap=32, turns=True)]

    def _put_forms_away(self) -> None:
        """Keep every form with the page, out of sight: what was typed in it stays."""
        for form in self._forms:
            form.hide()
            form.setParent(self)

    def first_focus(self) -> QWidget | None:
        return self.form.first()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"back": self._back}

    def _draw(self) -> None:
        self._sketch.show_answers(self._values(strict=False), self._logo)

    def _back(self) -> None:
        if self._at == 0:
            self._window.welcome()
            return
        self._go(self._at - 1)

    def _next(self) -> None:
        if self.form.read() is None:
            return
        try:
            check(self._answers())
        except CouncilError as error:
            if error.field in self.form.rows:
                self.form.show_error(error)
                return
        self._go(self._at + 1)

    def _skip(self) -> None:
        """Go straight to the last step: where the file is kept, and its passphrase."""
        self._go(len(self._forms) - 1)

    def _go(self, step: int) -> None:
        self._at = step
        last = self._forms[-1]
        if step == len(self._forms) - 1:
            home = QStandardPaths.StandardLocation.DocumentsLocation
            folder = Path(QStandardPaths.writableLocation(home)) / "Samenspraak"
            name = str(self._values(strict=False).get("name") or "")
            last.set_values({"path": str(folder / file_name(name))})
        # The forms live on; only the page around them is built again.
        self._put_forms_away()
        self.rebuild()
        target = self.opening_focus()
        if target:
            target.setFocus()
            self.bring_into_view(target, from_top=True)

    def _choose_logo(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose a logo"), "", tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            try:
                _name, data = read_bytes(Path(name))
                check_logo(data)
            except CouncilError as error:
                self.form.show_error(error)
                return
            self._logo = data
            self._draw()

    def _values(self, *, strict: bool) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for form in self._forms:
            for key, row in form.rows.items():
                try:
                    values[key] = getattr(row.field, "value")()  # noqa: B009 – any kind of field
                except CouncilError:
                    if strict:
                        raise
        return values

    def _answers(self) -> Answers:
        values = self._values(strict=True)
        return Answers(
            name=values["name"],
            kind=values["kind"],
            person_word=values["person_word"],
            municipality=values["municipality"],
            domains=steps.chosen_domains(values),
            address=values["address"],
            place=values["place"],
            email=values["email"],
            logo=self._logo,
            me=values["me"],
            my_role=values["my_role"],
            others=tuple(values["others"].splitlines()),
            terms=tuple(
                AgreedTerm(
                    kind,
                    values[f"{kind}_amount"],
                    values.get(f"{kind}_unit", "persons"),
                    values[f"{kind}_source"],
                    values[f"{kind}_source_kind"],
                )
                for kind in steps.TERMS
            ),
        )

    def _finish(self) -> None:
        values = self._forms[-1].read()
        if values is None:
            return
        first, second = str(values["passphrase"]), str(values["again"])
        try:
            if first != second:
                raise CouncilError(tr("These two are not the same. Type it again."), "again")
            answers = self._answers()
            office, code = found(Path(str(values["path"])), first, answers)
        except CouncilError as error:
            self._show_error(error)
            return
        preferences.save(preferences.with_person(preferences.load(), answers.me))
        self._window.founded(office, code)

    def _show_error(self, error: CouncilError) -> None:
        """Go to the step that has the field of *error* and show it there."""
        step = next((n for n, form in enumerate(self._forms) if error.field in form.rows), self._at)
        if step != self._at:
            self._go(step)
        self.form.show_error(error)
