"""Know what is asked: the questions, the influence, what is fixed and open, and who decides."""

from collections.abc import Callable
from typing import Any

from desktop.i18n import tr
from desktop.services.advice.rows import DossierView
from desktop.services.choices import choices
from desktop.services.council import CouncilDesk, Named
from desktop.ui.advice.measures import term_bar, time_words
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import card, columns, head, primary
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier


class IntakePage(KeptPage[DossierView]):
    """Fields that save themselves; the side shows the time and what is still missing."""

    area = "advice"
    tables = frozenset({"dossier", "question", "norm"})

    def __init__(self, desk: Desk, dossier: int) -> None:
        self._dossier, self._ladders = dossier, desk.office.ladders
        self._ticks = _all_ticks(desk.office.council)
        self._rungs = {key: choice(key) for key in ("level_offered", "level_wished")}
        super().__init__(desk, _facts(), self._influence(), _room(), self._about())
        self._side = Box(gap=8)

    def now(self) -> DossierView:
        return self._desk.office.dossiers.view(self._dossier, self._desk.today())

    def values(self, now: DossierView) -> dict[str, Any]:
        values = {**vars(now.dossier), "questions": "\n".join(one.text for one in now.questions)}
        chosen = {
            "domain": now.domain_ids,
            "municipality": now.municipality_ids,
            "addressee": now.addressee_ids,
        }
        for kind, ticks in self._ticks.items():
            values |= {f"{kind}_{number}": number in chosen[kind] for number in ticks}
        return values

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        told = values.pop("questions").splitlines()
        lists: dict[str, list[Any]] = {"questions": [one.strip() for one in told if one.strip()]}
        for kind, ticks in self._ticks.items():
            lists[kind] = [number for number in ticks if values.pop(f"{kind}_{number}")]
        return {**values, **lists}

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        dossiers = self._desk.office.dossiers
        keep_list: dict[str, Callable[[int, Any], object]] = {
            "questions": dossiers.set_questions,
            "domain": dossiers.set_domains,
            "municipality": dossiers.set_municipalities,
            "addressee": self._keep_addressees,
        }
        lists = {name: fields.pop(name) for name in keep_list if name in fields}
        if fields:
            dossiers.change(self._dossier, **fields)
        for name, chosen in lists.items():
            keep_list[name](self._dossier, chosen)

    def parts(self, now: DossierView) -> list[Item]:
        facts, influence, room, about = self._forms
        self._side = Box(gap=8)
        self._show_side(now)
        done = primary(tr("Ready"), self._done, "saved")
        return [
            head(
                tr("Know what is asked"),
                tr("Fill in what you know. Ask the municipality about the rest."),
                over=f"{now.dossier.reference}, {now.dossier.title}",
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
        super().refresh()
        self._show_side(self.now())

    def _show(self, now: DossierView) -> None:
        """Show the fields; each ladder has rungs of its own."""
        rungs = [_blank(), *self._ladders.rungs(now.dossier.ladder).items()]
        for field in self._rungs.values():
            field.show_choices(rungs)
        super()._show(now)

    def _influence(self) -> Form:
        form = Form()
        form.add_row(
            tr("How far is the municipality?"),
            choice("phase", [_blank(), *choices("phase").items()]),
        )
        offered, wished = self._rungs.values()
        form.add_pair((tr("Influence they offer"), offered), (tr("Influence you want"), wished))
        form.add_row(
            tr("Which ladder do you use?"), choice("ladder", list(self._ladders.ladders().items()))
        )
        return form

    def _about(self) -> Form:
        form = Form()
        for ticks in self._ticks.values():
            for tick in ticks.values():
                form.add_row(tick.accessibleName(), tick)
        if not any(self._ticks.values()):
            form.add(text(tr("Add addressees and fields of policy at Our council."), tone="muted"))
        return form

    def _keep_addressees(self, dossier: int, chosen: list[int]) -> None:
        self._desk.office.dossiers.set_addressees(dossier, chosen, self.now().copy_ids)

    def _show_side(self, now: DossierView) -> None:
        bar = term_bar(now.time)
        items: list[Item] = [bar] if bar else []
        items.append(text(time_words(now.time), "small", "muted"))
        step = next((s for s in now.next_steps if s.state == "drafting"), None)
        if step and step.missing:
            items += [8, text(tr("Before you write"), "h3")]
            items += [text(lack.words) for lack in step.missing]
        offered, wished = now.dossier.level_offered, now.dossier.level_wished
        rungs = list(self._ladders.rungs(now.dossier.ladder))
        if offered in rungs and wished in rungs and rungs.index(offered) < rungs.index(wished):
            items.append(text(tr("You want more influence than they offer. Talk about it first.")))
        if not now.dossier.changeable.strip():
            items.append(text(tr("Nothing stands at what can still change. Ask that first.")))
        self._side.show_items(items)

    def _done(self) -> None:
        if not self.leave():
            return
        dossiers = self._desk.office.dossiers
        if self.now().dossier.state in ("announced", "received", "initiative"):
            self._desk.attempt(lambda: dossiers.move(self._dossier, "intake", self._desk.today()))
        self._desk.window.back()
        if not isinstance(self._desk.window.page, Page) or not _is_dossier(self._desk.window.page):
            open_dossier(self._desk, self._dossier)


def _blank() -> tuple[str, str]:
    return "", tr("Not known yet")


def _is_dossier(page: Page) -> bool:
    from desktop.ui.advice.dossier import DossierPage

    return isinstance(page, DossierPage)


def _all_ticks(council: CouncilDesk) -> dict[str, dict[int, Tick]]:
    """Return what can be ticked, by kind and by the number of its record."""

    def named(rows: list[Named], kind: str) -> dict[int, Tick]:
        return {row.id: Tick(row.name, "", f"{kind}_{row.id}") for row in rows}

    return {
        "domain": named(council.domains(), "domain"),
        "municipality": named(council.municipalities(), "municipality"),
        "addressee": {
            row.id: Tick(row.name, row.attention, f"addressee_{row.id}")
            for row in council.addressees()
        },
    }


def _facts() -> Form:
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
    return form


def _room() -> Form:
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
    return form
