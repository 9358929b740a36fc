"""Meetings: which advices the next meeting should discuss or adopt, and what was decided."""

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.advice.rows import DossierLine
from desktop.ui.boxes import Box, Item, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, columns, head, row
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier

_FOR_MEETING = ("drafting", "discussing")
_SHOWN = 8


class MeetingsPage(Page):
    """What waits for a meeting, and the decisions on advice so far."""

    area = "meetings"
    tables = frozenset({"dossier", "decision"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def build(self) -> list[Item]:
        today = self._desk.today()
        lines = self._desk.office.dossiers.lines(today)
        waiting = [line for line in lines if line.dossier.state in _FOR_MEETING]
        return [
            head(tr("Meetings"), tr("These advices wait for a meeting of your council.")),
            columns(self._waiting(waiting), self._decided()),
        ]

    def _waiting(self, waiting: list[DossierLine]) -> Box:
        if not waiting:
            return card(tr("For the next meeting"), text(tr("No advice waits for a decision.")))
        return card(tr("For the next meeting"), *ruled(*(self._row(line) for line in waiting)))

    def _row(self, line: DossierLine) -> Row:
        number = line.dossier.id
        due = line.due
        why = tr("Needed before {date}.", date=long_date(due)) if due else line.dossier.kind_words
        return row(
            line.dossier.title,
            why,
            icon="decision",
            act=button(tr("Record"), lambda: open_dossier(self._desk, number, "decision")),
        )

    def _decided(self) -> Box:
        decisions = self._desk.office.dossiers.decisions()[:_SHOWN]
        if not decisions:
            return card(tr("Decided"), text(tr("Nothing was decided yet."), tone="muted"))
        rows: list[Row] = []
        for dossier, decision in decisions:
            votes = tr(
                "{yes} for, {no} against, {blank} abstained",
                yes=decision.votes_for,
                no=decision.votes_against,
                blank=decision.abstained,
            )
            when = long_date(decision.decided_on)
            rows.append(row(dossier.title, f"{when}: {votes}", icon="done"))
        return card(tr("Decided"), *ruled(*rows))
