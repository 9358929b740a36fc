"""One handover: everything to hand over, who takes it, and what only the leaving member knows."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members.rows_handover import FREE, HandoverRow, PointRow, words
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
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
        values = self._all.read()
        if values is not None:
            self._try(self._all, partial(self._give_to, int(str(values["receiver_id"] or 0))))

    def _give_to(self, receiver: int) -> None:
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


class PointPage(Page):
    """One thing: what to know about it, who takes it, and whether that one has it."""

    area = "members"
    tables = frozenset({"handover", "handover_point", "member"})

    def __init__(self, desk: Desk, handover: int, point: int) -> None:
        super().__init__()
        self._desk, self._handover, self._point = desk, handover, point
        self._form, self._to, self._acts = Form(), Form(), Box(gap=10)
        row, one = self._look()
        if one.kind in FREE:
            self._form.add_row(tr("In one sentence"), line("title"))
        worry = one.kind == "worry"
        self._form.add_row(
            tr("How do you see whether it goes well?")
            if worry
            else tr("What must the next one know about this?"),
            written(desk, "note", 2 if worry else 6),
            tr("Who takes it over looks after half a year and after a year. It becomes an action.")
            if worry
            else "",
            optional=True,
        )
        self._to.add_row(tr("Who takes it over?"), _who(desk, row))
        self._form.set_values(self._values(one))
        self._to.set_values({"receiver_id": str(one.receiver_id or "")})
        self._form.changed.connect(self._save)

    def build(self) -> list[Item]:
        row, one = self._look()
        self._show(one)
        over = f"{words('one', one.kind)} · {row.name}"
        state = pill(words("state", one.state), TONES[one.state])
        return [
            head(one.title, "", state, over=over),
            columns([card("", self._form)], [card(tr("To whom?"), self._to, self._acts)], (1, 1)),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self._form.flush()
        for form in (self._form, self._to):
            form.setParent(None)
        self._acts.setParent(None)
        self.rebuild()

    def first_focus(self) -> QWidget | None:
        return self._to.first()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _look(self) -> tuple[HandoverRow, PointRow]:
        row = self._desk.office.handovers.handover(self._handover)
        one = next((one for one in row.points if one.id == self._point), None)
        if one is None:
            raise CouncilError(tr("This point is gone."))
        return row, one

    def _values(self, one: PointRow) -> dict[str, object]:
        values: dict[str, object] = {"note": one.note}
        return {"title": one.title, **values} if one.kind in FREE else values

    def _show(self, one: PointRow) -> None:
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
        self._acts.show_items([*items, beside(gone, ...)])

    def _give(self) -> None:
        values = self._to.read()
        if values is None:
            return
        try:
            receiver = int(str(values["receiver_id"] or 0))
            self._desk.office.handovers.give(self._point, receiver)
        except CouncilError as error:
            self._to.show_error(error)

    def _receive(self) -> None:
        handovers, today = self._desk.office.handovers, self._desk.today()
        self._desk.attempt(lambda: handovers.receive(self._point, today))

    def _save(self) -> None:
        before = self._values(self._look()[1])
        changed = {k: v for k, v in self._form.readable().items() if before[k] != v}
        keep(changed, self._change, self._form.point_out)

    def _change(self, **fields: object) -> None:
        self._desk.office.handovers.change(self._point, fields)

    def _remove(self) -> None:
        title = self._look()[1].title
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.handovers.drop(self._point)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))


def _who(desk: Desk, row: HandoverRow) -> QWidget:
    """Return the list of members who can take something over: not who leaves."""
    people = [
        (str(one.id), one.name)
        for one in desk.office.council.members(desk.today())
        if one.id != row.member_id
    ]
    return choice("receiver_id", [("", tr("Nobody yet")), *people])


def _face(one: PointRow) -> Face:
    told = [words("one", one.kind), one.receiver]
    return Face(
        one.title,
        " · ".join(part for part in told if part),
        state=(words("state", one.state), TONES[one.state]),
        act=tr("Open"),
    )
