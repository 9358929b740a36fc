"""Read a paper that is kept in the dossier, and save a copy of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import Shiboken

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.advice.rows import PaperRow
from desktop.services.reading import HardTerm, hardest_terms
from desktop.ui.advice.scrolled import scrolled
from desktop.ui.advice.short_letter import ShortLetterPage
from desktop.ui.boxes import Box, Item, beside, breakable, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, head, message, quiet, row
from desktop.ui.members.words import looked_up
from desktop.ui.pages import Page
from desktop.ui.writing.explained import told_at

_HARD = 4


class PaperPage(Page):
    """The text of one paper; the file itself can be saved anywhere."""

    area = "advice"
    tables = frozenset({"paper"})
    fills = True

    def __init__(self, desk: Desk, dossier: int, paper: int) -> None:
        super().__init__()
        self._desk, self._dossier, self._paper = desk, dossier, paper
        self._words: QPlainTextEdit | None = None

    def build(self) -> list[Item]:
        view = self._desk.office.dossiers.view(self._dossier, self._desk.today())
        paper = next((p for p in view.papers if p.id == self._paper), None)
        if paper is None:
            return [head(tr("This paper is no longer there."))]
        tools = [button(tr("Save a copy"), self._save, icon="file")]
        if paper.kind != "letter":
            tools.append(quiet(tr("Remove"), self._remove))
        told = self._desk.office.intake.paper_text(self._paper)
        self._words = words = QPlainTextEdit()
        words.setReadOnly(True)
        # With a cursor, so that F1 can tell about a word without a mouse.
        by_key = Qt.TextInteractionFlag.TextSelectableByKeyboard
        words.setTextInteractionFlags(by_key | Qt.TextInteractionFlag.TextSelectableByMouse)
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

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"help": self._explain} if self._words else {}

    def _explain(self) -> None:
        if self._words:
            word, meaning = told_at(self._words.textCursor())
            looked_up(self._desk, word)
            self._desk.window.strip.say("info", word, meaning)

    def _measure(self, paper: PaperRow, told: str) -> Box:
        """Show how hard the paper is, the letter that asks a summary, and its hardest words."""
        items: list[Item] = [card(tr("How hard is it?"), text(_level(paper), "strong"))]
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
        terms = Box()
        self._desk.tasks.run(
            lambda: hardest_terms(told),
            lambda found: _show_terms(terms, found) if Shiboken.isValid(terms) else None,
        )
        return stack(*items, terms, ..., gap=16)

    def _ask_summary(self) -> None:
        self._desk.window.open_page(ShortLetterPage(self._desk, self._dossier, "summary"))

    def _save(self) -> None:
        folder = self._desk.choose_folder(tr("Where shall the copy go?"))
        if folder:
            self._desk.attempt(lambda: self._save_in(folder))

    def _save_in(self, folder: Path) -> None:
        path = self._desk.office.intake.save_copy(self._paper, folder)
        self._desk.window.strip.say("success", tr("Saved as {path}", path=breakable(path)))

    def _remove(self) -> None:
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.intake.remove_paper(self._paper)):
            self._desk.told_gone(tr("The paper is removed from the dossier."))


def _level(paper: PaperRow) -> str:
    if paper.level:
        return tr("Estimated level: {level} of 4", level=paper.level)
    return tr("Too short to say")


def _show_terms(place: Box, found: list[HardTerm]) -> None:
    rows = ruled(*(row(term.term, term.meaning, icon="lesson") for term in found))
    if rows:
        more = text(tr("Press F1 on a word in the text for its explanation."), "small", "muted")
        place.show_items([card(tr("Hard words in this paper"), *rows, more)])


def _about(paper: PaperRow) -> str:
    parts = [paper.sender] if paper.sender else []
    if paper.dated:
        parts.append(long_date(paper.dated))
    if paper.pages:
        parts.append(trn("{n} page", "{n} pages", paper.pages))
    return ", ".join(parts)
