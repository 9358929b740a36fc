"""All advices: what runs, with its time, and what is finished."""

from collections.abc import Callable, Mapping

from desktop.i18n import tr, trn
from desktop.services.advice.rows import DossierLine
from desktop.ui.advice.arrival import bring_in
from desktop.ui.advice.measures import state_pill
from desktop.ui.advice.new import NewDossierPage
from desktop.ui.boxes import Box, Item, beside, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, empty, head, primary, quiet, row
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier

_FEW = 6


class AdvicePage(Page):
    """The list of dossiers."""

    area = "advice"
    tables = frozenset({"dossier", "question", "letter", "norm"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all_ended = False

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new, "open_file": lambda: bring_in(self._desk)}

    def build(self) -> list[Item]:
        today = self._desk.today()
        running = self._desk.office.dossiers.lines(today, ended=False)
        ended = self._desk.office.dossiers.lines(today, ended=True)
        if not running and not ended:
            return [self._empty()]
        parts: list[Item] = [
            head(
                tr("Advice"),
                _count(running, ended),
                button(tr("Begin by hand"), self._new, icon="add"),
                primary(tr("Open a letter"), lambda: bring_in(self._desk), "letter"),
            )
        ]
        parts.append(card(tr("Running"), *ruled(*(self._row(line) for line in running))))
        if ended:
            shown = ended if self._all_ended else ended[:_FEW]
            rows = ruled(*(self._row(line) for line in shown))
            more = quiet(tr("Show all"), self._show_all, "open_down")
            tail: list[Item] = [beside(more, ...)] if len(shown) < len(ended) else []
            parts.append(card(tr("Finished"), *rows, *tail))
        return parts

    def _empty(self) -> Box:
        return empty(
            tr("No advice yet"),
            tr("Here stand all your advices: asked, and of your own accord."),
            primary(tr("Open a letter"), lambda: bring_in(self._desk), "letter"),
            button(tr("Begin by hand"), self._new, icon="add"),
        )

    def _row(self, line: DossierLine) -> Row:
        dossier = line.dossier
        state = state_pill(line, self._desk.today())
        why = " · ".join(
            part
            for part in (dossier.reference, dossier.kind_words, dossier.state_words)
            if part and part != state[0]
        )
        number = dossier.id
        return row(
            dossier.title,
            why,
            icon="done" if dossier.ended else "adviseren",
            tone="success" if dossier.state == "done" else "muted",
            state=state,
            act=button(tr("Open"), lambda: open_dossier(self._desk, number)),
        )

    def _new(self) -> None:
        self._desk.window.open_page(NewDossierPage(self._desk))

    def _show_all(self) -> None:
        self._all_ended = True
        self.rebuild()


def _count(running: list[DossierLine], ended: list[DossierLine]) -> str:
    first = trn("{n} advice is running", "{n} advices are running", len(running))
    second = trn("{n} is finished", "{n} are finished", len(ended))
    return tr("{first}, {second}.", first=first, second=second)
