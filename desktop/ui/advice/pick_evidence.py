"""Choose evidence of the dossier to put into the text."""

from collections.abc import Callable

from desktop.i18n import tr, trn
from desktop.services.advice.rows import EvidenceRow
from desktop.services.choices import words
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, head, row
from desktop.ui.pages import Page


class PickEvidencePage(Page):
    """One press puts the claim where the cursor stood."""

    area = "advice"
    tables = frozenset({"evidence"})

    def __init__(self, desk: Desk, dossier: int, insert: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._dossier, self._insert = desk, dossier, insert

    def build(self) -> list[Item]:
        view = self._desk.office.dossiers.view(self._dossier, self._desk.today())
        return [
            head(
                tr("Which evidence?"),
                tr("It comes where your cursor stood. Then make it your own words."),
                over=view.dossier.title,
            ),
            card("", *ruled(*(self._row(item) for item in view.evidence))),
        ]

    def _row(self, item: EvidenceRow) -> Row:
        times = trn("heard {n} time", "heard {n} times", item.times) if item.times > 1 else ""
        why = ", ".join(part for part in (words("evidence", item.kind), times, item.source) if part)
        return row(item.claim, why, act=button(tr("Insert"), lambda: self._pick(item)))

    def _pick(self, item: EvidenceRow) -> None:
        self._desk.window.back()
        self._insert(item.claim)
