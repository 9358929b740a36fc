"""Write the advice: parts at the left, the paper in the middle, tips at the right."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.advice.drafts import SECTION_KEYS
from desktop.services.advice.rows import DossierView
from desktop.ui.advice.answers import Answers
from desktop.ui.advice.rail import Rail
from desktop.ui.advice.recommendations import Recommendations
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.council_tips import CouncilTips
from desktop.ui.desk import Desk
from desktop.ui.kit import head, primary, quiet
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier
from desktop.ui.writing import WritingDesk

QUESTIONS = "questions"
_RECORDS = ("recommendations", QUESTIONS)


class DraftPage(Page):
    """One part of the draft at a time; everything saves itself."""

    area = "advice"
    tables = frozenset(
        {
            "dossier",
            "section",
            "recommendation",
            "question",
            "question_answer",
            "evidence",
            "setting",
        }
    )
    fills = True

    def __init__(self, desk: Desk, dossier: int, part: str = "") -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        view = self._look()
        self._headings = desk.office.drafts.headings()
        self._parts = [key for key in SECTION_KEYS if key != "appendices"]
        if view.questions:
            self._parts.insert(self._parts.index("request"), QUESTIONS)
        self._parts.append("appendices")
        self._part = part or self._first_unwritten(view)
        goal = desk.office.council.profile().goal_level
        self.paper = WritingDesk(goal=goal)
        self.paper.changed.connect(self._keep)
        CouncilTips(desk, self.paper.adviser, dossier)
        if view.evidence:
            self.paper.add_tool(tr("Insert evidence"), self._insert_evidence, "attach")
        self._records = Box()
        self._rail = Rail(self.open_part)
        self._head, self._middle = Box(), Box()
        self._shown = self._last_kept = ""
        self._keeping = False  # while the page itself writes to the file

    def build(self) -> list[Item]:
        view = self._look()
        self._head, self._middle = Box(), Box()
        self._shown = ""
        self._show_head(view)
        self._fill_rail(view)
        self._show_part(view)
        return [
            self._head,
            beside((self._rail, 0), (self._middle, 1), gap=18, turns=True),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere (undo too); the part being typed in keeps its words."""
        if self._keeping:  # it stands on the paper already; looking again would hold up a key
            return
        self.paper.flush()  # what was typed and not told yet may not make way for what is stored
        if self._desk.waiting.words:
            return
        view = self._look()
        self._fill_rail(view)
        if self._part in _RECORDS:
            self._show_part(view)
        elif not self.paper.writing.hasFocus() or self._undone(view):
            self._load(view)

    def first_focus(self) -> QWidget | None:
        if self._part in _RECORDS:
            return super().first_focus()
        return self.paper.writing

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self._part in _RECORDS:
            return {"print": self._see_letter}
        return {**self.paper.guide.handlers(), "print": self._see_letter}

    def panes(self) -> list[QWidget]:
        return [self._rail, self._middle]

    def leave(self) -> bool:
        self.paper.flush()
        if isinstance(self._records, Recommendations | Answers):
            self._records.flush()
        return not self._desk.window.words_wait()

    def open_part(self, key: str) -> None:
        """Open another part of the draft."""
        if key == self._part or not self.leave():
            return
        self._part = key
        view = self._look()
        self._show_head(view)
        self._fill_rail(view)
        self._show_part(view)
        self.retitled.emit()
        self._desk.window.actions_table.for_page(self.handlers())
        target = self.first_focus()
        if target:
            target.setFocus()

    def _look(self) -> DossierView:
        return self._desk.office.dossiers.view(self._dossier, self._desk.today())

    def _show_head(self, view: DossierView) -> None:
        letter = primary(tr("See the letter"), self._see_letter, "eye")
        versions = quiet(tr("Earlier versions"), self._see_versions, "undo")
        over = tr(
            "{reference}, part {number} of {total}",
            reference=view.dossier.reference,
            number=self._parts.index(self._part) + 1,
            total=len(self._parts),
        )
        self._head.show_items([head(view.dossier.title, "", versions, letter, over=over)])

    def _first_unwritten(self, view: DossierView) -> str:
        return next((key for key in self._parts if not self._written(view, key)), self._parts[0])

    def _written(self, view: DossierView, key: str) -> bool:
        if key == "recommendations":
            return bool(view.recommendations)
        if key == QUESTIONS:
            return all(question.settled for question in view.questions)
        return bool(view.sections.get(key, "").strip())

    def _fill_rail(self, view: DossierView) -> None:
        self._rail.show_parts(
            [(key, self._headings[key], self._written(view, key)) for key in self._parts],
            self._part,
        )

    def _show_part(self, view: DossierView) -> None:
        if self._part == self._shown and self._part in _RECORDS:
            for child in self._middle.findChildren(QWidget):
                if isinstance(child, Recommendations | Answers):
                    child.show_view(view)
            return
        self._shown = self._part
        title = text(self._headings[self._part], "h2")
        hint = text(self._desk.office.drafts.help(self._part), "small", "muted")
        if self._part == "recommendations":
            records = Recommendations(self._desk, self._dossier, view)
        elif self._part == QUESTIONS:
            records = Answers(self._desk, view)
        else:
            self._load(view)
            self._put_paper_away()
            self._records = Box()
            self._middle.show_items([stack(title, hint, gap=2), (self.paper, 1)])
            self.paper.show()
            return
        self._put_paper_away()
        self._records = records
        self._middle.show_items([stack(title, hint, gap=2), (records, 1)])

    def _put_paper_away(self) -> None:
        """Keep the paper with the page, out of sight: else the box would throw it away."""
        self.paper.hide()
        self.paper.setParent(self)

    def _load(self, view: DossierView) -> None:
        written = self._last_kept = view.sections.get(self._part, "")
        if written.strip() != self.paper.markdown().strip() or self._part != self._shown:
            self.paper.load(written)
        self.paper.writing.setAccessibleName(self._headings[self._part])
        others = [words for key, words in view.sections.items() if key != self._part]
        self.paper.set_context("advice", words_elsewhere=len(" ".join(others).split()))

    def _undone(self, view: DossierView) -> bool:
        return view.sections.get(self._part, "").strip() != self._last_kept.strip()

    def _keep(self, markdown: str) -> None:
        part = self._part
        self._keeping = bool(markdown.strip()) == bool(self._last_kept.strip())
        self._last_kept = markdown
        self._desk.attempt(lambda: self._desk.office.drafts.write(self._dossier, part, markdown))
        self._keeping = False

    def _insert_evidence(self) -> None:
        from desktop.ui.advice.pick_evidence import PickEvidencePage

        self.leave()
        self._desk.window.open_page(
            PickEvidencePage(self._desk, self._dossier, self.paper.writing.insert_markdown)
        )

    def _see_letter(self) -> None:
        open_dossier(self._desk, self._dossier, "letter")

    def _see_versions(self) -> None:
        from desktop.ui.advice.versions import VersionsPage

        self.leave()
        self._desk.window.open_page(VersionsPage(self._desk, self._dossier))
