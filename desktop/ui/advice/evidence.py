"""What the advice rests on, and with whom the council did and did not speak."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.domain.personal_data import find_personal_data
from desktop.i18n import tr, trn
from desktop.services.advice.rows import EvidenceRow, HeardRow
from desktop.services.choices import choices, words
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.buttons import ChoiceCards
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, number
from desktop.ui.kit import button, card, columns, head, message, quiet, row
from desktop.ui.pages import Page


class EvidencePage(Page):
    """Two lists, each with a short form to add to it."""

    area = "advice"
    tables = frozenset({"evidence", "heard_group", "recommendation"})

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        view = desk.office.dossiers.view(dossier, desk.today())
        # Evidence belongs to a recommendation of the draft, as far as there is one.
        self._advice = {item.id: item.number for item in view.recommendations}
        self._claim, self._group = _claim_form(desk, dossier, self._advice), _group_form()
        self._warning = Box()
        self._warned = ""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._claim.rows["claim"].field.setFocus}

    def build(self) -> list[Item]:
        view = self._desk.office.dossiers.view(self._dossier, self._desk.today())
        self._warning = Box(gap=8)
        heard = [group for group in view.heard if group.heard]
        unheard = [group for group in view.heard if not group.heard]
        return [
            head(
                tr("What does it rest on?"),
                tr("Write what people told you. Never write who said it."),
                over=f"{view.dossier.reference}, {view.dossier.title}",
            ),
            columns(
                [
                    card(tr("Evidence"), *self._evidence(view.evidence)),
                    card(tr("Add evidence"), self._warning, self._claim, self._add_claim()),
                ],
                [
                    card(tr("Heard"), *self._groups(heard)),
                    card(tr("Not heard"), *self._groups(unheard)),
                    card(tr("Add a group"), self._group, self._add_group()),
                ],
                (1, 1),
            ),
        ]

    def refresh(self) -> None:
        """Show the lists again; the forms keep their words because they are made once."""
        self.rebuild()

    def first_focus(self) -> QWidget | None:
        return self._claim.rows["claim"].field

    def _evidence(self, evidence: tuple[EvidenceRow, ...]) -> list[Item]:
        if not evidence:
            return [text(tr("Nothing yet. Start with one thing that people told you."))]
        own_only = all(item.kind == "own" for item in evidence)
        rows = ruled(*(self._claim_row(item) for item in evidence))
        if own_only:
            rows.append(
                message(
                    "info",
                    tr("This is your own experience only."),
                    tr("Call it an example, or ask others as well."),
                )
            )
        return rows

    def _claim_row(self, item: EvidenceRow) -> QWidget:
        why = [words("evidence", item.kind)]
        if item.times > 1:
            why.append(trn("heard {n} time", "heard {n} times", item.times))
        why += [item.source] if item.source else []
        why += [long_date(item.dated)] if item.dated else []
        if item.recommendation_id in self._advice:
            why.append(tr("Recommendation {n}", n=self._advice[item.recommendation_id]))
        remove = quiet(tr("Remove"), lambda: self._remove(item.claim, item.id))
        return row(item.claim, " · ".join(why), icon="achterban", act=remove)

    def _groups(self, groups: list[HeardRow]) -> list[Item]:
        if not groups:
            return [text(tr("No group named yet."), tone="muted")]
        return ruled(*(self._group_row(group) for group in groups))

    def _group_row(self, group: HeardRow) -> QWidget:
        people = trn("{n} person", "{n} people", group.people) if group.people else ""
        why = " · ".join(part for part in (people, group.how) if part)
        remove = quiet(tr("Remove"), lambda: self._remove_group(group))
        return row(group.name, why, icon="people", act=remove)

    def _add_claim(self) -> Box:
        return beside(button(tr("Add this"), self._keep_claim, icon="add"), ...)

    def _add_group(self) -> Box:
        return beside(button(tr("Add this group"), self._keep_group, icon="add"), ...)

    def _keep_claim(self) -> None:
        values: dict[str, Any] | None = self._claim.read()
        if values is None or self._points_out(f"{values['claim']}\n{values['source']}"):
            return
        chosen = str(values.pop("recommendation_id", "") or "")
        try:
            self._desk.office.evidence.add(
                self._dossier, **values, recommendation_id=int(chosen) if chosen else None
            )
        except CouncilError as error:
            self._claim.show_error(error)
            return
        for key, value in (("claim", ""), ("source", ""), ("times", 1), ("dated", None)):
            self._claim.set_values({key: value})
        self._claim.rows["claim"].field.setFocus()

    def _points_out(self, written: str) -> bool:
        """Before it is kept, point out personal data once; the user may keep it all the same."""
        names = [member.name for member in self._desk.office.council.members()]
        found = find_personal_data(written, names)
        if not found or self._warned == written:
            self._warning.clear()
            return False
        self._warned = written
        quotes = ", ".join(f"“{item.text}”" for item in found)
        self._warning.show_items(
            [
                message(
                    "warning",
                    tr("This looks like personal data: {quotes}.", quotes=quotes),
                    tr("Take it out, or press Add this once more to keep it."),
                )
            ]
        )
        return True

    def _keep_group(self) -> None:
        values: dict[str, Any] | None = self._group.read()
        if values is None:
            return
        try:
            self._desk.office.evidence.add_group(
                self._dossier,
                values["name"],
                heard=values["heard"] == "yes",
                people=values["people"] or None,
                how=values["how"],
            )
        except CouncilError as error:
            self._group.show_error(error)
            return
        self._group.set_values({"name": "", "people": 0, "how": ""})

    def _remove(self, claim: str, record: int) -> None:
        if self._desk.attempt(lambda: self._desk.office.evidence.remove(record)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=claim))

    def _remove_group(self, group: HeardRow) -> None:
        if self._desk.attempt(lambda: self._desk.office.evidence.remove_group(group.id)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=group.name))


def _claim_form(desk: Desk, dossier: int, advice: Mapping[int, int]) -> Form:
    form = Form()
    form.add_row(tr("What did you hear or find?"), written(desk, "claim", 2, place=dossier))
    form.add_pair(
        (tr("What is it?"), choice("kind", list(choices("evidence").items()))),
        (tr("How many times?"), number("times", 1, 9999)),
    )
    form.add_pair(
        (tr("Where does it come from?"), line("source")),
        (tr("When?"), date_line("dated")),
    )
    if advice:
        pick = [("", tr("Not for one in particular"))]
        pick += [(str(record), tr("Recommendation {n}", n=n)) for record, n in advice.items()]
        form.add_row(tr("For which recommendation?"), choice("recommendation_id", pick))
    form.set_values({"times": 1, "kind": "signal"})
    return form


def _group_form() -> Form:
    form = Form()
    form.add_row(tr("Which group?"), line("name"), tr("For example: young people up to 27 years."))
    ways = [("yes", tr("Heard"), ""), ("no", tr("Not heard"), "")]
    form.add_row(
        tr("Did you speak with them?"), ChoiceCards(tr("Did you speak with them?"), ways, "heard")
    )
    form.add_row(tr("How many people?"), number("people", 0, 99999), optional=True)
    form.add_row(tr("How, or why not?"), line("how"), optional=True)
    form.set_values({"heard": "yes"})
    return form
