"""Begin an advice by hand: asked by word of mouth, or from an idea of the council itself."""

from datetime import date
from typing import Any

from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.ui.boxes import Item, beside
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import button, card, head, primary
from desktop.ui.pages import Page
from desktop.ui.places import page_for


class NewDossierPage(NewPage):
    """A short form; everything but the name can wait."""

    area = "advice"

    def __init__(self, desk: Desk, kind: str = "asked") -> None:
        super().__init__(desk, dossier_form(kind))
        self._form.set_values({"received": desk.today()})

    def build(self) -> list[Item]:
        start = primary(tr("Start the advice"), self.keep, "next")
        stop = button(tr("Cancel"), self._desk.window.back)
        return [
            head(tr("A new advice"), tr("Only the name is needed now. The rest can wait.")),
            card("", self._form),
            beside(start, stop, ...),
        ]

    def add(self, values: dict[str, Any]) -> Page:
        start = self._desk.office.dossiers.start
        return page_for(self._desk, start(today=self._desk.today(), **asked(values)))


def dossier_form(kind: str = "asked") -> Form:
    """Return the form for the first facts of a dossier."""
    form = Form()
    form.add_row(
        tr("What is it about?"),
        line("title"),
        tr("A short name, for example: Special assistance, new rules."),
    )
    form.add_pair(
        (tr("What kind of advice is it?"), choice("kind", list(choices("kind").items()))),
        (tr("Who asks it?"), line("requester")),
    )
    form.add_pair(
        (tr("Received on"), date_line("received")),
        (tr("Advice needed by"), date_line("reply_by")),
        (tr("Decision on"), date_line("decision_on")),
    )
    form.add_row(
        tr("Their questions"),
        lines("questions", rows=4),
        tr("One question on each line. Without questions you can leave this empty."),
        optional=True,
    )
    form.set_values({"kind": kind})
    return form


def asked(values: dict[str, object]) -> dict[str, Any]:
    """Return the *values* of the form the way a dossier wants them."""
    fields: dict[str, Any] = dict(values)
    fields["questions"] = [part for part in str(fields["questions"]).splitlines() if part.strip()]
    for name in ("received", "reply_by", "decision_on"):
        if not isinstance(fields[name], date):
            fields[name] = None
    return fields
