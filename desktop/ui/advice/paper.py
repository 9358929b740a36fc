"""Read a paper that is kept in the dossier, and save a copy of it."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.advice.rows import PaperRow
from desktop.ui.boxes import Item, stack
from desktop.ui.desk import Desk
from desktop.ui.kit import button, head, message, quiet
from desktop.ui.pages import Page

_HARD = 4


class PaperPage(Page):
    """The text of one paper; the file itself can be saved anywhere."""

    area = "advice"
    tables = frozenset({"paper"})
    fills = True

    def __init__(self, desk: Desk, dossier: int, paper: int) -> None:
        super().__init__()
        self._desk, self._dossier, self._paper = desk, dossier, paper

    def build(self) -> list[Item]:
        view = self._desk.office.dossiers.view(self._dossier, self._desk.today())
        paper = next((p for p in view.papers if p.id == self._paper), None)
        if paper is None:
            return [head(tr("This paper is no longer there."))]
        tools = [button(tr("Save a copy"), self._save, icon="file")]
        if paper.kind != "letter":
            tools.append(quiet(tr("Remove"), self._remove))
        parts: list[Item] = [head(paper.name, _about(paper), *tools, over=view.dossier.title)]
        if (paper.level or 0) >= _HARD and paper.kind != "letter":
            parts.append(
                message(
                    "warning",
                    tr("This paper is hard to read (level 4 of 4)."),
                    tr("You may ask the municipality for a summary in plain words."),
                )
            )
        words = QPlainTextEdit()
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(tr("The text of {name}", name=paper.name))
        words.setPlainText(
            self._desk.office.intake.paper_text(self._paper)
            or tr("There is no text in this file. Save a copy to look at it.")
        )
        return [*parts, stack((words, 1), cls="paper", pad=16)]

    def _save(self) -> None:
        folder = self._desk.choose_folder(tr("Where shall the copy go?"))
        if folder:
            self._desk.attempt(lambda: self._save_in(folder))

    def _save_in(self, folder: Path) -> None:
        path = self._desk.office.intake.save_copy(self._paper, folder)
        self._desk.window.strip.say("success", tr("Saved as {path}", path=str(path)))

    def _remove(self) -> None:
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.intake.remove_paper(self._paper)):
            self._desk.told_gone(tr("The paper is removed from the dossier."))


def _about(paper: PaperRow) -> str:
    parts = [paper.sender] if paper.sender else []
    if paper.dated:
        parts.append(long_date(paper.dated))
    if paper.pages:
        parts.append(trn("{n} page", "{n} pages", paper.pages))
    return ", ".join(parts)
