"""Read a paper that is kept in the dossier, and save a copy of it."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.advice.rows import PaperRow
from desktop.services.reading import hardest_terms
from desktop.ui.advice.scrolled import scrolled
from desktop.ui.advice.short_letter import ShortLetterPage
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, head, message, quiet, row
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
        told = self._desk.office.intake.paper_text(self._paper)
        words = QPlainTextEdit()
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(tr("The text of {name}", name=paper.name))
        words.setPlainText(told or tr("There is no text in this file. Save a copy to look at it."))
        sheet = stack((words, 1), cls="paper", pad=16)
        parts: list[Item] = [head(paper.name, _about(paper), *tools, over=view.dossier.title)]
        if paper.kind == "letter" or not told:
            return [*parts, sheet]
        return [
            *parts,
            beside((sheet, 5), (scrolled(self._measure(paper, told)), 3), gap=20, turns=True),
        ]

    def _measure(self, paper: PaperRow, told: str) -> Box:
        """Show how hard the paper is, the letter that asks a summary, and its hardest words."""
        terms = hardest_terms(told)
        rows = ruled(*(row(term.term, term.meaning, icon="lesson") for term in terms))
        level = (
            tr("Estimated level: {level} of 4", level=paper.level)
            if paper.level
            else tr("Too short to say")
        )
        items: list[Item] = [card(tr("How hard is it?"), text(level, "strong"))]
        if (paper.level or 0) >= _HARD:
            ask = button(tr("Ask for a summary"), self._ask_summary, icon="letter")
            items = [
                message(
                    "warning",
                    tr("This paper is hard to read (level 4 of 4)."),
                    tr("You may ask the municipality for a summary in plain words."),
                    ask,
                )
            ]
        if rows:
            items.append(card(tr("Hard words in this paper"), *rows))
        return stack(*items, ..., gap=16)

    def _ask_summary(self) -> None:
        self._desk.window.open_page(ShortLetterPage(self._desk, self._dossier, "summary"))

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
