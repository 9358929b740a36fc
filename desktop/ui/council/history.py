"""Look back: who did what and when, what it changed, and the bin to bring things back from."""

from datetime import datetime

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.remembering import ActRow, DifferenceRow, ThrownRow
from desktop.ui.boxes import Item, beside, ruled, text
from desktop.ui.council.clearing import ClearUpPage
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line
from desktop.ui.kit import Row, button, card, empty, head, message, quiet, row
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

_ALL_TABLES = frozenset({"member", "dossier", "section", "meeting", "agenda_item", "action_point"})


class HistoryPage(Page):
    """Every action, newest first; Enter shows what it changed."""

    area = "council"
    tables = _ALL_TABLES

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = Form()
        self._words.add_row(tr("Search in the history"), line("words"), optional=True)
        self._words.changed.connect(self._show)
        self._list = RowList[ActRow](tr("What was done"), _face)
        self._list.opened.connect(self._open)
        self._older = button(tr("Show older"), self._show_older)
        self._acts: list[ActRow] = []

    def build(self) -> list[Item]:
        self._show()
        return [
            head(
                tr("History"),
                tr("Who did what, and when. Nobody can change this afterwards unseen."),
            ),
            card("", self._words),
            card("", self._list, beside(self._older, ...)),
            beside(quiet(tr("Clear up the history …"), self._clear_up), ...),
        ]

    def refresh(self) -> None:
        self._show()

    def _show(self) -> None:
        self._acts = self._desk.office.memory.acts(self._search())
        self._fill()

    def _show_older(self) -> None:
        older = self._desk.office.memory.acts(self._search(), self._acts[-1].id)
        self._acts += older
        self._fill(more=bool(older))

    def _fill(self, *, more: bool = True) -> None:
        self._list.show_rows(self._acts)
        self._older.setVisible(more and len(self._acts) >= self._desk.office.memory.PAGE)

    def _open(self, act: ActRow) -> None:
        self._desk.window.open_page(ActPage(self._desk, act))

    def _clear_up(self) -> None:
        self._desk.window.open_page(ClearUpPage(self._desk))

    def _search(self) -> str:
        return str(self._words.values()["words"] or "")


class ActPage(Page):
    """What one action changed, field by field."""

    area = "council"

    def __init__(self, desk: Desk, act: ActRow) -> None:
        super().__init__()
        self._desk, self._act = desk, act

    def build(self) -> list[Item]:
        act = self._act
        parts: list[Item] = [head(act.label, _who_and_when(act.actor, act.at))]
        lines = self._desk.office.memory.differences(act.id)
        if act.emptied:
            parts.append(
                message("info", tr("What this changed was cleared up, or was erased for good."))
            )
        if act.kind == "brought":
            parts.append(
                message("info", tr("This was done on the way, and was brought back later."))
            )
        kinds = list(dict.fromkeys(one.what for one in lines))
        for what in kinds:
            parts.append(card(what, *ruled(*(_line(one) for one in lines if one.what == what))))
        if not lines and len(parts) == 1:
            parts.append(text(tr("There is nothing more to see of this.")))
        return parts

    def refresh(self) -> None:
        """Stay as it is: what was done does not change."""


class BinPage(Page):
    """What was thrown away; one press brings it back with all that hung on it."""

    area = "council"
    tables = _ALL_TABLES

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def build(self) -> list[Item]:
        thrown = self._desk.office.memory.bin()
        if not thrown:
            return [
                empty(
                    tr("The bin is empty"),
                    tr("What you throw away comes here. You can bring it back."),
                )
            ]
        return [
            head(tr("Bin"), tr("What you throw away comes here. You can bring it back.")),
            card("", *ruled(*(self._row(one) for one in thrown))),
        ]

    def _row(self, one: ThrownRow) -> Row:
        parts = [_who_and_when(one.actor, one.at)]
        if one.more:
            parts.append(trn("with {n} part of it", "with {n} parts of it", one.more))
        name = f"{one.what}: {one.name}" if one.name else one.what
        back = button(tr("Put back"), lambda: self._bring_back(one), icon="undo")
        return row(name, " · ".join(parts), act=back)

    def _bring_back(self, one: ThrownRow) -> None:
        if self._desk.attempt(lambda: self._desk.office.memory.bring_back(one.act)):
            self.rebuild()
            self._desk.window.strip.say("success", tr("{name} is back.", name=one.name or one.what))


def _face(act: ActRow) -> Face:
    signs = {
        "undo": (tr("undone"), "plain"),
        "redo": (tr("done again"), "plain"),
        "brought": (tr("on the way"), "plain"),
        "erase": (tr("erased"), "plain"),
    }
    return Face(act.label, _who_and_when(act.actor, act.at), state=signs.get(act.kind))


def _line(one: DifferenceRow) -> Row:
    if not one.field:
        return row(one.after.capitalize())
    return row(one.field, tr("was: {before}. Is now: {after}.", before=one.before, after=one.after))


def _who_and_when(actor: str, at: datetime) -> str:
    when = tr("{date}, {time}", date=long_date(at.date()), time=f"{at.hour}.{at.minute:02}")
    return " · ".join(part for part in (actor, when) if part)
