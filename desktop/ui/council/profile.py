"""Name, address, logo and how letters look."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents.both import write_both
from desktop.documents.readers import read_bytes
from desktop.domain.numbering import EXAMPLE
from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.services.council import CouncilRow
from desktop.services.letters import proof_print
from desktop.ui.boxes import Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines, number
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, head

_WINDOWS = {"left": (30.0, 50.0), "right": (118.0, 50.0), "none": (None, None)}


class ProfilePage(KeptPage[CouncilRow]):
    """The council's own data; every field saves itself."""

    area = "council"
    tables = frozenset({"council"})

    def __init__(self, desk: Desk) -> None:
        self._paper = _paper()
        super().__init__(desk, _who(), self._paper)

    def now(self) -> CouncilRow:
        return self._desk.office.council.profile()

    def values(self, now: CouncilRow) -> dict[str, Any]:
        place = (now.window_left, now.window_top)
        window = next((key for key, at in _WINDOWS.items() if at == place), "own")
        return {
            **vars(now),
            "window": window,
            "window_left": round(now.window_left or 0),
            "window_top": round(now.window_top or 0),
        }

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        window = values.pop("window")
        if window in _WINDOWS:
            values["window_left"], values["window_top"] = _WINDOWS[window]
        return values

    def around(self, now: CouncilRow) -> object:
        return now.logo

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.council.change_profile(**fields)

    def parts(self, now: CouncilRow) -> list[Item]:
        logo = tr("There is a logo on your letters.") if now.logo else tr("There is no logo yet.")
        return [
            head(tr("Data of the council"), tr("These words come on every letter.")),
            card(tr("Who you are"), self._form),
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

    def first_focus(self) -> QWidget | None:
        return self._form.rows["name"].field

    def _choose_logo(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose a logo"), "", tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            set_logo = self._desk.office.council.set_logo
            self._desk.attempt(lambda: set_logo(read_bytes(Path(name))[1]))

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
    levels = [(level, tr("Level {level}", level=level)) for level in range(1, 5)]
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
