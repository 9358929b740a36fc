"""The council's own participation ladder."""

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.services.records import listed
from desktop.ui.boxes import Item, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.kit import card, columns, head
from desktop.ui.pages import Page


class LadderPage(Page):
    """Two presets to look at, and one list to write."""

    area = "council"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form()
        self._form.add_row(
            tr("Rungs of your own"),
            lines("rungs", rows=6),
            tr("One on each line, from the least influence to the most."),
            optional=True,
        )
        self._form.set_values({"rungs": "\n".join(desk.office.ladders.own())})
        self._form.changed.connect(self._save)

    def build(self) -> list[Item]:
        presets = [
            card(words, text(listed(list(choices(f"rungs_{key}").values()))))
            for key, words in choices("ladder").items()
        ]
        return [
            head(
                tr("Participation ladder"),
                tr("How much influence do you get? Choose words that you share with officials."),
            ),
            columns(card(tr("Ladder of our own"), self._form), list(presets), (1, 1)),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self._form.set_values({"rungs": "\n".join(self._desk.office.ladders.own())})

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        self._form.flush()
        return True

    def _save(self) -> None:
        try:
            rungs = str(self._form.values()["rungs"]).splitlines()
            if tuple(rung.strip() for rung in rungs if rung.strip()) != (
                self._desk.office.ladders.own()
            ):
                self._desk.office.ladders.set_own(rungs)
        except CouncilError as error:
            self._form.rows["rungs"].show_error(error.message)
