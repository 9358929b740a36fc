"""One handover: everything to hand over, who takes it, and what only the leaving member knows."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members.rows_handover import FREE, HandoverRow, PointRow, words
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, columns, head, message, next_step, pill, primary, quiet
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.handovers import counted
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

TONES = {"open": "warning", "handed": "info", "confirmed": "success"}


class HandoverPage(Page):
    """The points at the left; what can be done with all of them at the right."""

    area = "members"
    tables = frozenset(
        {"handover", "handover_point", "member", "dossier", "action_point", "contact", "duty"}
    )

    def __init__(self, desk: Desk, handover: int) -> None:
        super().__init__()
        self._desk, self._handover = desk, handover
        row = self._look()
        self._all, self._own = Form(), Form()
        self._all.add_row(tr("Who takes everything that is open?"), _who(desk, row))
        self._own.add_row(
            tr("What is it?"), choice("kind", [(key, words("free", key)) for key in FREE])
        )
        self._own.add_row(tr("In one sentence"), line("title"))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._print}

    def build(self) -> list[Item]:
        row = self._look()
        last = tr("last day {day}", day=long_date(row.last_day)) if row.last_day else ""
        sub = " · ".join(filter(None, (counted(row), last)))
        own = card(
            tr("What only {name} knows", name=row.first_name),
            self._own,
            beside(button(tr("Add"), self._add, icon="add"), ...),
        )
        right: list[Item] = [*self._everything(row), own, self._end()]
        return [
            head(row.name, sub, over=tr("Handover")),
            *self._next(row),
            columns([self._points(row)], right),
        ]

    def refresh(self) -> None:
        """Show how it stands; what is being typed stays. Raises CouncilError when it is gone."""
        self._look()
        self._all.setParent(None)
        self._own.setParent(None)
        self.rebuild()

    def _look(self) -> HandoverRow:
        return self._desk.office.handovers.handover(self._handover)

    def _next(self, row: HandoverRow) -> list[Item]:
        if not row.points:
            return [message("info", tr("There is nothing to hand over in the file."))]
        if not row.left:
            told = tr("Everything has somebody who takes care of it.")
            return [message("success", tr("The handover is ready"), told)]
        if any(one.state == "handed" for one in row.left):
            act = primary(tr("Everything is received"), self._receive, "done")
            told = tr("Dossiers, actions, contacts and tasks then get their new name.")
            return [next_step(tr("Did everybody receive it?"), told, act)]
        return []

    def _points(self, row: HandoverRow) -> Box:
        shown = RowList[PointRow](tr("What there is"), _face, most=14)
        shown.show_rows(row.points)
        shown.opened.connect(self._open)
        none = text(tr("Nothing here."), tone="muted")
        again = quiet(tr("Gather again"), self._gather, "undo")
        acts: list[Item] = [beside(again, ...)] if row.member_id else []
        return card(tr("What there is"), shown if row.points else none, *acts)

    def _everything(self, row: HandoverRow) -> list[Item]:
        if not any(one.state == "open" for one in row.points):
            return []
        give = button(tr("Hand over what is open"), self._give, icon="next")
        return [card(tr("Everything to one person"), self._all, beside(give, ...))]

    def _end(self) -> Box:
        paper = button(tr("Handover on paper"), self._print, icon="file")
        gone = quiet(tr("Throw the handover away"), self._remove)
        return card(tr("On paper"), beside(paper, ...), beside(gone, ...))

    def _give(self) -> None:
        values: dict[str, Any] | None = self._all.read()
        if values is not None:
            self._try(self._all, partial(self._give_to, values["receiver_id"]))

    def _give_to(self, receiver: int | None) -> None:
        self._desk.office.handovers.give_all(self._handover, receiver)

    def _receive(self) -> None:
        handovers, today = self._desk.office.handovers, self._desk.today()
        self._desk.attempt(lambda: handovers.receive_all(self._handover, today))

    def _gather(self) -> None:
        member, today = self._look().member_id, self._desk.today()
        if member:
            self._desk.attempt(lambda: self._desk.office.handovers.start(member, today))

    def _add(self) -> None:
        values = self._own.read()
        if values is None:
            return
        handovers = self._desk.office.handovers
        kind, title = str(values["kind"]), str(values["title"])
        if self._try(self._own, lambda: handovers.add(self._handover, kind, title)):
            self._own.flush()
            self._own.set_values({"title": ""})

    def _try(self, form: Form, act: Callable[[], object]) -> bool:
        try:
            act()
        except CouncilError as error:
            form.show_error(error)
            return False
        return True

    def _open(self, point: PointRow) -> None:
        self._desk.window.open_page(PointPage(self._desk, self._handover, point.id))

    def _print(self) -> None:
        folder, handovers = members_folder(self._desk), self._desk.office.handovers
        today = self._desk.today()
        if self._desk.attempt(lambda: handovers.save_report(self._handover, today, folder)):
            told_saved(self._desk, folder)

    def _remove(self) -> None:
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.handovers.remove(self._handover)):
            self._desk.told_gone(tr("The handover is thrown away. What was received stays."))


class PointPage(KeptPage[PointRow]):
    """One thing: what to know about it, who takes it, and whether that one has it."""

    area = "members"
    tables = frozenset({"handover", "handover_point", "member"})

    def __init__(self, desk: Desk, handover: int, point: int) -> None:
        self._handovers, self._handover, self._point = desk.office.handovers, handover, point
        one, form, self._to = self.now(), Form(), Form()
        if one.kind in FREE:
            form.add_row(tr("In one sentence"), line("title"))
        worry = one.kind == "worry"
        form.add_row(
            tr("How do you see whether it goes well?")
            if worry
            else tr("What must the next one know about this?"),
            written(desk, "note", 2 if worry else 6),
            tr("Who takes it over looks after half a year and after a year. It becomes an action.")
            if worry
            else "",
            optional=True,
        )
        self._to.add_row(tr("Who takes it over?"), _who(desk, self._row()))
        self._to.set_values({"receiver_id": one.receiver_id})
        super().__init__(desk, form, others=(self._to,))

    def now(self) -> PointRow:
        one = next((one for one in self._row().points if one.id == self._point), None)
        if one is None:
            raise CouncilError(tr("This point is gone."))
        return one

    def around(self, now: PointRow) -> object:
        return now, self._row().name

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._handovers.change(self._point, fields)

    def parts(self, now: PointRow) -> list[Item]:
        over = f"{words('one', now.kind)} · {self._row().name}"
        state = pill(words("state", now.state), TONES[now.state])
        to = card(tr("To whom?"), self._to, stack(*self._acts(now), gap=10))
        return [
            head(now.title, "", state, over=over),
            columns([card("", self._form)], [to], (1, 1)),
        ]

    def first_focus(self) -> QWidget | None:
        return self._to.first()

    def _row(self) -> HandoverRow:
        return self._handovers.handover(self._handover)

    def _acts(self, one: PointRow) -> list[Item]:
        items: list[Item] = []
        if one.state == "handed":
            received = tr("{name} has it", name=one.receiver)
            items.append(beside(button(received, self._receive, icon="done"), ...))
        elif one.state == "confirmed":
            items.append(text(tr("{name} took it over.", name=one.receiver)))
        if one.state != "confirmed":
            give = tr("Hand it over") if one.state == "open" else tr("Somebody else takes it")
            items.append(beside(button(give, self._give, icon="next"), ...))
        gone = quiet(tr("Take it out of the handover"), self._remove)
        return [*items, beside(gone, ...)]

    def _give(self) -> None:
        self._form.flush()
        values: dict[str, Any] | None = self._to.read()
        if values is None:
            return
        try:
            self._handovers.give(self._point, values["receiver_id"])
        except CouncilError as error:
            self._to.show_error(error)

    def _receive(self) -> None:
        today = self._desk.today()
        self._desk.attempt(lambda: self._handovers.receive(self._point, today))

    def _remove(self) -> None:
        title = self.now().title
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._handovers.drop(self._point)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))


def _who(desk: Desk, row: HandoverRow) -> QWidget:
    """Return the list of members who can take something over: not who leaves."""
    people = [
        (one.id, one.name)
        for one in desk.office.council.members(desk.today())
        if one.id != row.member_id
    ]
    return choice("receiver_id", [(None, tr("Nobody yet")), *people])


def _face(one: PointRow) -> Face:
    told = [words("one", one.kind), one.receiver]
    return Face(
        one.title,
        " · ".join(part for part in told if part),
        state=(words("state", one.state), TONES[one.state]),
        act=tr("Open"),
    )
