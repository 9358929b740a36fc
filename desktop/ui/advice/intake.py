"""Know what is asked: the questions, the influence, what is fixed and open, and who decides."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.advice.rows import DossierView
from desktop.services.choices import choices
from desktop.services.council import Named
from desktop.ui.advice.measures import term_bar, time_words
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.kit import card, columns, head, primary
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier


class IntakePage(Page):
    """Fields that save themselves; the side shows the time and what is still missing."""

    area = "advice"
    tables = frozenset({"dossier", "question", "norm"})

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._ladders = desk.office.ladders
        self._view = self._look()
        self._side = Box(gap=8)
        self._forms = [self._facts(), self._influence(), self._room(), self._about()]
        for form in self._forms:
            form.changed.connect(self._save)

    def build(self) -> list[Item]:
        facts, influence, room, about = self._forms
        self._side = Box(gap=8)
        self._show_side()
        done = primary(tr("Ready"), self._done, "saved")
        return [
            head(
                tr("Know what is asked"),
                tr("Fill in what you know. Ask the municipality about the rest."),
                over=f"{self._view.dossier.reference}, {self._view.dossier.title}",
            ),
            columns(
                [
                    card(tr("The question"), facts),
                    card(tr("Your influence"), influence),
                    card(tr("What can still change?"), room),
                    card(tr("What is it about, and who gets the letter?"), about),
                    beside(done, ...),
                ],
                [card(tr("Asked in time?"), self._side)],
            ),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; a field being typed in keeps its words."""
        self._view = self._look()
        for form in self._forms:
            form.set_values(self._values())
        self._show_side()

    def first_focus(self) -> QWidget | None:
        return self._forms[0].first()

    def leave(self) -> bool:
        return may_leave(*self._forms)

    def _look(self) -> DossierView:
        return self._desk.office.dossiers.view(self._dossier, self._desk.today())

    def _facts(self) -> Form:
        form = Form()
        form.add_row(tr("Name of the advice"), line("title"))
        form.add_row(tr("Asked by"), line("requester"))
        form.add_pair(
            (tr("Kind"), choice("kind", list(choices("kind").items()))),
            (tr("Their reference"), line("request_reference")),
        )
        form.add_row(
            tr("Their questions"), lines("questions", rows=4), tr("One question on each line.")
        )
        form.add_pair(
            (tr("Received on"), date_line("received")),
            (tr("Advice needed by"), date_line("reply_by")),
        )
        form.add_pair(
            (tr("Decision on"), date_line("decision_on")),
            (tr("Who decides?"), line("decision_by")),
        )
        form.set_values(self._values())
        return form

    def _influence(self) -> Form:
        form = Form()
        blank = [("", tr("Not known yet"))]
        form.add_row(
            tr("How far is the municipality?"),
            choice("phase", blank + list(choices("phase").items())),
        )
        rungs = blank + list(self._ladders.rungs(self._view.dossier.ladder).items())
        form.add_pair(
            (tr("Influence they offer"), choice("level_offered", rungs)),
            (tr("Influence you want"), choice("level_wished", rungs)),
        )
        form.add_row(
            tr("Which ladder do you use?"), choice("ladder", list(self._ladders.ladders().items()))
        )
        form.set_values(self._values())
        return form

    def _room(self) -> Form:
        form = Form()
        form.add_row(tr("What is fixed?"), lines("fixed", rows=2), tr("By law, budget or promise."))
        form.add_row(tr("What can still change?"), lines("changeable", rows=2))
        form.add_row(tr("What do you not know yet?"), lines("unknown", rows=2))
        form.add_row(
            tr("What happens with your advice?"),
            lines("outcome", rows=2),
            tr("Who reads it, and what do they do with it?"),
        )
        form.add_row(tr("When do you hear what was done with it?"), date_line("feedback_on"))
        form.set_values(self._values())
        return form

    def _about(self) -> Form:
        council = self._desk.office.council
        form = Form()
        self._ticks: dict[str, list[tuple[int, Tick]]] = {
            "domain": _ticks(council.domains(), "domain"),
            "municipality": _ticks(council.municipalities(), "municipality"),
            "addressee": [
                (row.id, Tick(row.name, row.attention, f"addressee_{row.id}"))
                for row in council.addressees()
            ],
        }
        for ticks in self._ticks.values():
            for _number, tick in ticks:
                form.add_row(tick.accessibleName(), tick)
        if not any(self._ticks.values()):
            form.add(text(tr("Add addressees and fields of policy at Our council."), tone="muted"))
        form.set_values(self._values())
        return form

    def _values(self) -> dict[str, Any]:
        view = self._view
        values: dict[str, Any] = dict(vars(view.dossier))
        values["questions"] = "\n".join(question.text for question in view.questions)
        for kind, chosen in (
            ("domain", view.domain_ids),
            ("municipality", view.municipality_ids),
            ("addressee", view.addressee_ids),
        ):
            for number, _tick in getattr(self, "_ticks", {}).get(kind, ()):
                values[f"{kind}_{number}"] = number in chosen
        return values

    def _save(self) -> None:
        values: dict[str, Any] = {}
        for form in self._forms:
            values |= form.readable()
        try:
            self._keep(values)
        except CouncilError as error:
            self._refused(error)

    def _refused(self, error: CouncilError) -> None:
        form = next((f for f in self._forms if error.field in f.rows), self._forms[0])
        form.point_out(error)

    def _keep(self, values: dict[str, Any]) -> None:
        dossiers = self._desk.office.dossiers
        questions = [part.strip() for part in values.pop("questions").splitlines() if part.strip()]
        if questions != [question.text for question in self._view.questions]:
            dossiers.set_questions(self._dossier, questions)
        for kind, set_them, before in (
            ("domain", dossiers.set_domains, self._view.domain_ids),
            ("municipality", dossiers.set_municipalities, self._view.municipality_ids),
            ("addressee", self._keep_addressees, self._view.addressee_ids),
        ):
            chosen = [n for n, _tick in self._ticks[kind] if values.pop(f"{kind}_{n}")]
            if set(chosen) != set(before):
                set_them(self._dossier, chosen)
        changed = {
            key: value
            for key, value in values.items()
            if value != getattr(self._view.dossier, key, value)
        }
        keep(changed, partial(dossiers.change, self._dossier), self._refused)

    def _keep_addressees(self, dossier: int, chosen: list[int]) -> None:
        self._desk.office.dossiers.set_addressees(dossier, chosen, self._view.copy_ids)

    def _show_side(self) -> None:
        bar = term_bar(self._view.time)
        items: list[Item] = [bar] if bar else []
        items.append(text(time_words(self._view.time), "small", "muted"))
        step = next((s for s in self._view.next_steps if s.state == "drafting"), None)
        if step and step.missing:
            items += [8, text(tr("Before you write"), "h3")]
            items += [text(lack.words) for lack in step.missing]
        offered, wished = self._view.dossier.level_offered, self._view.dossier.level_wished
        rungs = list(self._ladders.rungs(self._view.dossier.ladder))
        if offered in rungs and wished in rungs and rungs.index(offered) < rungs.index(wished):
            items.append(text(tr("You want more influence than they offer. Talk about it first.")))
        if not self._view.dossier.changeable.strip():
            items.append(text(tr("Nothing stands at what can still change. Ask that first.")))
        self._side.show_items(items)

    def _done(self) -> None:
        if not self.leave():
            return
        dossiers = self._desk.office.dossiers
        view = self._look()
        if view.dossier.state in ("announced", "received", "initiative"):
            self._desk.attempt(lambda: dossiers.move(self._dossier, "intake", self._desk.today()))
        self._desk.window.back()
        if not isinstance(self._desk.window.page, Page) or not _is_dossier(self._desk.window.page):
            open_dossier(self._desk, self._dossier)


def _is_dossier(page: Page) -> bool:
    from desktop.ui.advice.dossier import DossierPage

    return isinstance(page, DossierPage)


def _ticks(named: list[Named], kind: str) -> list[tuple[int, Tick]]:
    return [(row.id, Tick(row.name, "", f"{kind}_{row.id}")) for row in named]
