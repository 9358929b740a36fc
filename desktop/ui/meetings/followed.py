"""One action or promise: what, who, when, how it goes; or a new one, or a new decision."""

from typing import Any, Literal, cast

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.rows import ActionRow, PromiseRow
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.fields import Lines
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.kit import Row, button, card, columns, head, pill, primary, row
from desktop.ui.meetings.list_words import state_words
from desktop.ui.pages import Page

Followed = Literal["action", "promise"]


class FollowedPage(Page):
    """The life of one line of a list; its number never changes."""

    area = "meetings"
    tables = frozenset({"action_point", "promise", "follow_up"})

    def __init__(
        self,
        desk: Desk,
        kind: str,
        record: int | None,
        meeting: int | None = None,
        item: int | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._kind, self._record = desk, kind, record
        self._meeting, self._item = meeting, item
        self._form = self._fields()
        self._end = self._ending()
        found = self._look()
        self._fixed = self._in_adopted_minutes(found)
        if found is not None:
            self._form.set_values(vars(found))
            self._form.changed.connect(self._keep)
        words = self._form.rows["text"].field
        if self._fixed and isinstance(words, Lines):
            words.setReadOnly(True)

    def build(self) -> list[Item]:
        found = self._look()
        if found is None:
            keep = primary(tr("Keep"), self._add, "saved")
            return [head(_new_title(self._kind)), card("", self._form), beside(keep, ...)]
        state = pill(*state_words(found, self._desk.today()))
        life = card(tr("What happened"), *ruled(*self._history()))
        why = tr("This sentence stands in adopted minutes, so it stays as it is.")
        note: list[Item] = [text(why, "small", "muted")] if self._fixed else []
        left: list[Item] = [card("", self._form, *note), self._closing(found)]
        return [head(found.text, "", state, over=self._over(found)), columns(left, life)]

    def refresh(self) -> None:
        """Keep what is being typed; show the rest as it is now."""
        found = self._look()
        if found is not None:
            self._form.set_values(vars(found))
            self.rebuild(self._form, self._end)

    def first_focus(self) -> QWidget | None:
        return self._form.first() if self._record is None else self._form.rows["text"].field

    def leave(self) -> bool:
        if self._record is not None:
            self._form.flush()
        return True

    def _fields(self) -> Form:
        form = Form()
        words = {
            "action": tr("What must happen?"),
            "promise": tr("What was promised?"),
            "decision": tr("What was decided?"),
        }
        form.add_row(words[self._kind], written(self._desk, "text", 2))
        if self._kind == "action":
            form.add_pair(
                (tr("Who does it?"), line("owner")), (tr("Ready before"), date_line("due"))
            )
        elif self._kind == "promise":
            form.add_pair(
                (tr("Who promised it?"), line("by_whom")), (tr("Ready before"), date_line("due"))
            )
        return form

    def _ending(self) -> Form:
        form = Form()
        ways = {
            "action": [("done", tr("It is done")), ("dropped", tr("It is no longer needed"))],
            "promise": [
                ("kept", tr("The promise was kept")),
                ("broken", tr("The promise was not kept")),
                ("dropped", tr("It is no longer needed")),
            ],
        }
        form.add_row(tr("How did it end?"), choice("state", ways.get(self._kind, [])))
        form.add_row(tr("In one sentence"), line("outcome"), optional=True)
        return form

    def _look(self) -> ActionRow | PromiseRow | None:
        if self._record is None:
            return None
        lists = self._desk.office.lists
        return lists.action(self._record) if self._kind == "action" else lists.promise(self._record)

    def _in_adopted_minutes(self, found: ActionRow | PromiseRow | None) -> bool:
        if found is None or found.meeting_id is None:
            return False
        return self._desk.office.plan.meeting(found.meeting_id).minutes_state == "adopted"

    def _over(self, found: ActionRow | PromiseRow) -> str:
        name = tr("Action") if self._kind == "action" else tr("Promise")
        return f"{name} {found.number}"

    def _history(self) -> list[Row]:
        found = self._look()
        rows: list[Row] = []
        if found and found.made_on:
            rows.append(row(tr("Agreed"), long_date(found.made_on), icon="decision"))
        steps = self._desk.office.lists.history(cast("Followed", self._kind), self._record or 0)
        rows += [row(step.text, long_date(step.on_date), icon="clock") for step in steps]
        return rows

    def _closing(self, found: ActionRow | PromiseRow) -> Box:
        if found.state != "open":
            again = button(tr("Open it again"), self._reopen, icon="undo")
            return card(tr("This has ended"), text(found.outcome or tr("Without a remark.")), again)
        end = primary(tr("Close it"), self._close, "saved")
        return card(tr("Is it finished?"), self._end, beside(end, ...))

    def _keep(self) -> None:
        values: dict[str, Any] | None = self._form.read()
        if values is None or self._record is None:
            return
        kind, record = cast("Followed", self._kind), self._record
        try:
            self._desk.office.lists.change(kind, record, self._desk.today(), **values)
        except CouncilError as error:
            self._form.show_error(error)

    def _add(self) -> None:
        values: dict[str, Any] | None = self._form.read()
        if values is None:
            return
        office, today, words = self._desk.office, self._desk.today(), values.pop("text")
        places = {"meeting_id": self._meeting, "item_id": self._item}
        try:
            if self._kind == "action":
                office.lists.add_action(words, today, **values, **places)
            elif self._kind == "promise":
                office.lists.add_promise(words, today, **values, **places)
            else:
                office.running.deciding.decide(self._item or 0, words, today)
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()

    def _close(self) -> None:
        values: dict[str, Any] | None = self._end.read()
        if values is None or self._record is None:
            return
        self.leave()
        kind, today = cast("Followed", self._kind), self._desk.today()
        try:
            self._desk.office.lists.close(
                kind, self._record, values["state"], today, values["outcome"]
            )
        except CouncilError as error:
            self._end.show_error(error)

    def _reopen(self) -> None:
        kind, today = cast("Followed", self._kind), self._desk.today()
        self._desk.attempt(lambda: self._desk.office.lists.reopen(kind, self._record or 0, today))


def _new_title(kind: str) -> str:
    titles = {
        "action": tr("A new action"),
        "promise": tr("A new promise"),
        "decision": tr("A new decision"),
    }
    return titles[kind]
