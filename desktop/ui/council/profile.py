"""Name, address, logo and how letters look."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents.both import write_both
from desktop.documents.readers import read_bytes
from desktop.domain.errors import CouncilError
from desktop.domain.numbering import EXAMPLE
from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.services.letters import proof_print
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines, number
from desktop.ui.kit import button, card, head
from desktop.ui.pages import Page

_WINDOWS = {"left": (30.0, 50.0), "right": (118.0, 50.0), "none": (None, None)}


class ProfilePage(Page):
    """The council's own data; every field saves itself."""

    area = "council"
    tables = frozenset({"council"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._who, self._paper = _who(), _paper()
        for form in (self._who, self._paper):
            form.set_values(self._values())
            form.changed.connect(self._save)

    def build(self) -> list[Item]:
        logo = (
            tr("There is a logo on your letters.")
            if self._desk.office.council.profile().logo
            else tr("There is no logo yet.")
        )
        return [
            head(tr("Data of the council"), tr("These words come on every letter.")),
            card(tr("Who you are"), self._who),
            card(
                tr("How letters look"),
                self._paper,
                beside(
                    (text(logo, "small", "muted"), 1),
                    button(tr("Choose a logo"), self._choose_logo, icon="attach"),
                    button(tr("Make a test print"), self._test_print, icon="file"),
                    turns=True,
                ),
            ),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        for form in (self._who, self._paper):
            form.set_values(self._values())

    def first_focus(self) -> QWidget | None:
        return self._who.rows["name"].field

    def leave(self) -> bool:
        return may_leave(self._who, self._paper)

    def _values(self) -> dict[str, Any]:
        profile = self._desk.office.council.profile()
        place = (profile.window_left, profile.window_top)
        window = next((key for key, at in _WINDOWS.items() if at == place), "own")
        return {
            **vars(profile),
            "goal_level": str(profile.goal_level),
            "window": window,
            "window_left": round(profile.window_left or 0),
            "window_top": round(profile.window_top or 0),
        }

    def _save(self) -> None:
        values: dict[str, Any] = {**self._who.readable(), **self._paper.readable()}
        window = values.pop("window")
        if window in _WINDOWS:
            values["window_left"], values["window_top"] = _WINDOWS[window]
        values["goal_level"] = int(values["goal_level"])
        present = self._desk.office.council.profile()
        changed = {k: v for k, v in values.items() if v != getattr(present, k)}
        keep(changed, self._desk.office.council.change_profile, self._refused)

    def _refused(self, error: CouncilError) -> None:
        form = self._who if error.field in self._who.rows else self._paper
        form.point_out(error)

    def _choose_logo(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose a logo"), "", tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name and self._desk.attempt(
            lambda: self._desk.office.council.set_logo(read_bytes(Path(name))[1])
        ):
            self.rebuild()

    def _test_print(self) -> None:
        from desktop.ui.advice.letter import open_path

        self.leave()
        folder = self._desk.office.path.parent / tr("Letters")

        def make() -> None:
            council = self._desk.office.council
            sheet = proof_print(council.profile(), council.logo(), self._desk.today())
            open_path(write_both(sheet, folder / tr("Test print"))[1])

        self._desk.attempt(make)


def _who() -> Form:
    form = Form()
    form.add_row(tr("Name of the council"), line("name"))
    form.add_pair(
        (tr("What kind of council?"), choice("kind", list(choices("council_kind").items()))),
        (tr("For whom do you speak?"), choice("person_word", list(choices("person_word").items()))),
    )
    form.add_row(tr("Address on the letter"), lines("address", rows=2))
    form.add_pair((tr("Place"), line("place")), (tr("E-mail of the council"), line("email")))
    form.add_pair((tr("Telephone"), line("phone")), (tr("Website"), line("website")))
    return form


def _paper() -> Form:
    form = Form()
    form.add_row(
        tr("Reference on letters"),
        line("reference_scheme"),
        tr("{example} gives CR-2026-04.", example=EXAMPLE),
    )
    levels = [(str(level), tr("Level {level}", level=level)) for level in range(1, 5)]
    form.add_row(
        tr("How easy should your texts be?"),
        choice("goal_level", levels),
        tr("Level 1 is the easiest. It is an estimate."),
    )
    places = [
        ("left", tr("Window at the left")),
        ("right", tr("Window at the right")),
        ("none", tr("No window")),
        ("own", tr("Own measure")),
    ]
    form.add_row(
        tr("Which envelope do you use?"),
        choice("window", places),
        tr("Make a test print and lay it against your envelope."),
    )
    form.add_pair(
        (tr("Address from the left, in mm"), number("window_left", 0, 150)),
        (tr("Address from the top, in mm"), number("window_top", 0, 150)),
    )
    return form
