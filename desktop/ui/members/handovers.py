"""Handing over: who leaves, which handovers run, and the start of a new one."""

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.members.rows_handover import HandoverRow
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice
from desktop.ui.kit import button, card, columns, head, primary
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList


class HandoversPage(Page):
    """All handovers; Enter opens one."""

    area = "members"
    tables = frozenset({"handover", "handover_point", "member", "tenure"})

    def __init__(self, desk: Desk, member: int | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._form, self._who = Form(), choice("member", self._people())
        self._form.add_row(
            tr("Whose work?"),
            self._who,
            tr("Dossiers, actions, contacts and tasks are gathered for you."),
        )
        if member is not None:
            self._form.set_values({"member": str(member)})

    def build(self) -> list[Item]:
        found, people = self._desk.office.handovers.all(), self._people()
        self._who.show_choices(people)
        why = tr("What a member does goes to somebody else, one thing at a time.")
        shown: list[Item] = [text(tr("Nothing here."), tone="muted")]
        if found:
            listed = RowList[HandoverRow](tr("Handovers"), _face, most=8)
            listed.show_rows(found)
            listed.opened.connect(self._open)
            shown = [listed]
        start = primary(tr("Gather everything"), self._start, "next")
        new = card(tr("Start a handover"), self._form, beside(start, ...))
        if not people:
            why = tr("There are no members yet, so there is no work to hand over.")
            new = card(tr("Start a handover"), text(why, tone="muted"))
        return [
            head(tr("Handing over"), why),
            columns([card(tr("Handovers"), *shown)], [new], (1, 1)),
        ]

    def refresh(self) -> None:
        """Build the list again; who was chosen stays."""
        self._form.setParent(None)
        self.rebuild()

    def first_focus(self) -> QWidget | None:
        return self._form.first() if self._people() else super().first_focus()

    def _people(self) -> list[tuple[str, str]]:
        return [(str(one.id), one.name) for one in self._desk.office.council.members()]

    def _open(self, row: HandoverRow) -> None:
        from desktop.ui.members.handover import HandoverPage

        self._desk.window.open_page(HandoverPage(self._desk, row.id))

    def _start(self) -> None:
        values = self._form.read()
        if values is None:
            return
        try:
            start_handover(self._desk, int(str(values["member"] or 0)))
        except CouncilError as error:
            self._form.show_error(error)


def start_handover(desk: Desk, member: int) -> None:
    """Gather what *member* does and open the handover; raises CouncilError as ``start``."""
    from desktop.ui.members.handover import HandoverPage

    made = desk.office.handovers.start(member, desk.today())
    desk.window.open_page(HandoverPage(desk, made))


def handover_card(desk: Desk, member: int) -> Box:
    """Return the card with which the work of *member* goes to others."""
    found = desk.office.handovers.of_member(member)
    if found and not found.finished:
        told = trn("{n} point is still open.", "{n} points are still open.", len(found.left))
        words = tr("Go on with the handover")
    else:
        told = tr("For when a member stops, or has too much to do.")
        words = tr("Start the handover")

    def go() -> None:
        desk.attempt(lambda: start_handover(desk, member))

    return card(
        tr("Handing over"), text(told, "small"), beside(button(words, go, icon="next"), ...)
    )


def _face(row: HandoverRow) -> Face:
    told = [counted(row)]
    if row.last_day:
        told.append(tr("last day {day}", day=long_date(row.last_day)))
    state = (tr("ready"), "success") if row.finished else (tr("is running"), "info")
    return Face(row.name, " · ".join(told), "next", state=state, act=tr("Open"))


def counted(row: HandoverRow) -> str:
    """Return how far it is: "3 van de 8 punten bevestigd"."""
    done = len(row.points) - len(row.left)
    return trn(
        "{done} of {n} point confirmed",
        "{done} of {n} points confirmed",
        len(row.points),
        done=done,
    )
