"""Constituency: what people told the council, and which groups were not heard yet."""

from desktop.i18n import tr, trn
from desktop.services.advice.rows import DossierView
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
        today = self._desk.today()
        dossiers = self._desk.office.dossiers
        views = [dossiers.view(line.dossier.id, today) for line in dossiers.lines(today)]
        told = [view for view in views if view.evidence and not view.dossier.ended]
        unheard = [view for view in views if any(not group.heard for group in view.heard)]
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

    def _told(self, views: list[DossierView]) -> Box:
        rows = [self._claim(view, n) for view in views for n in range(len(view.evidence))]
        if not rows:
            return card(tr("What people told you"), text(tr("Nothing yet."), tone="muted"))
        return card(tr("What people told you"), *ruled(*rows[:_SHOWN]))

    def _claim(self, view: DossierView, place: int) -> Row:
        item = view.evidence[place]
        times = trn("heard {n} time", "heard {n} times", item.times)
        why = f"{words('evidence', item.kind)}, {times}. {view.dossier.title}"
        return row(item.claim, why, icon="achterban", act=self._open(view))

    def _unheard(self, views: list[DossierView]) -> Box:
        rows = [
            row(group.name, view.dossier.title, icon="people", act=self._open(view))
            for view in views
            for group in view.heard
            if not group.heard
        ]
        if not rows:
            return card(tr("Not heard"), text(tr("Nobody is on this list.")))
        return card(tr("Not heard"), *ruled(*rows[:_SHOWN]))

    def _open(self, view: DossierView) -> Button:
        number = view.dossier.id
        return button(tr("Open"), lambda: open_dossier(self._desk, number, "evidence"))
