"""Constituency: what people told the council, and which groups were not heard yet."""

from desktop.i18n import tr, trn
from desktop.services.advice.rows import DossierRow, EvidenceRow, HeardRow
from desktop.services.choices import words
from desktop.ui.boxes import Box, Item, ruled, text
from desktop.ui.buttons import Button
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, columns, empty, head, primary, row
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier

_SHOWN = 12


class ConstituencyPage(Page):
    """All evidence of the running advices together, and who was and was not heard."""

    area = "constituency"
    tables = frozenset({"dossier", "evidence", "heard_group"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def build(self) -> list[Item]:
        told = self._desk.office.evidence.told()
        unheard = self._desk.office.evidence.not_heard()
        if not told and not unheard:
            return [
                empty(
                    tr("Nobody was heard yet"),
                    tr("Open an advice and write down what people told you, without names."),
                    primary(tr("All advices"), lambda: self._desk.window.show_area("advice")),
                )
            ]
        return [
            head(
                tr("Constituency"),
                tr("What people told you for the running advices, and who you did not hear."),
            ),
            columns([self._told(told)], [self._unheard(unheard)]),
        ]

    def _told(self, told: list[tuple[DossierRow, EvidenceRow]]) -> Box:
        if not told:
            return card(tr("What people told you"), text(tr("Nothing yet."), tone="muted"))
        rows = [self._claim(dossier, item) for dossier, item in told[:_SHOWN]]
        return card(tr("What people told you"), *ruled(*rows))

    def _claim(self, dossier: DossierRow, item: EvidenceRow) -> Row:
        times = trn("heard {n} time", "heard {n} times", item.times)
        why = f"{words('evidence', item.kind)}, {times}. {dossier.title}"
        return row(item.claim, why, icon="achterban", act=self._open(dossier))

    def _unheard(self, unheard: list[tuple[DossierRow, HeardRow]]) -> Box:
        if not unheard:
            return card(tr("Not heard"), text(tr("Nobody is on this list.")))
        rows = [
            row(group.name, dossier.title, icon="people", act=self._open(dossier))
            for dossier, group in unheard[:_SHOWN]
        ]
        return card(tr("Not heard"), *ruled(*rows))

    def _open(self, dossier: DossierRow) -> Button:
        return button(tr("Open"), lambda: open_dossier(self._desk, dossier.id, "evidence"))
