"""The lists for life: actions, promises and decisions of all meetings, to filter and to open."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.lists import is_late
from desktop.i18n import tr, trn
from desktop.services.meetings.notices import LIST_SOON
from desktop.services.meetings.rows import ActionRow, DecisionRow, PromiseRow
from desktop.ui.boxes import Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.fields import Choice
from desktop.ui.form import choice
from desktop.ui.kit import ChoiceCards, button, card, empty, head, primary, quiet
from desktop.ui.meetings.list_words import short_date, state_words
from desktop.ui.meetings.minutes_places import open_followed, open_minutes
from desktop.ui.pages import Page
from desktop.ui.rows import Column, Table

LISTS = ("actions", "promises", "decisions")
_MEASURED = 10
"""Lines that say how wide a column must be; measuring them all takes longer than reading."""
_KIND = {"actions": "action", "promises": "promise"}


class ListsPage(Page):
    """One of the three lists; Enter opens a line."""

    area = "meetings"
    tables = frozenset({"action_point", "promise", "meeting_decision", "follow_up"})

    def __init__(self, desk: Desk, which: str = "actions", state: str = "") -> None:
        super().__init__()
        self._desk, self._which = desk, which
        self._who, self._state = "", state or ("" if which == "decisions" else "open")
        self._found: Sequence[ActionRow | PromiseRow] = ()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"print": self._save}
        if self._which in _KIND:
            found["new"] = self._new
        return found

    def build(self) -> list[Item]:
        names = list_names()
        self._found = self._all()
        pick = ChoiceCards(tr("Which list?"), [(key, names[key], "") for key in LISTS], "list")
        pick.set_value(self._which)
        pick.edited.connect(lambda: self._show(pick.value()))
        tools: list[QWidget] = [
            quiet(tr("Bring in old minutes"), self._bring_in, "attach"),
            button(tr("Make Word and PDF"), self._save, icon="file"),
        ]
        if self._which in _KIND:
            words = tr("New action") if self._which == "actions" else tr("New promise")
            tools.append(primary(words, self._new, "add"))
        settings = quiet(tr("Numbers and names in lists"), self._settings, "settings")
        return [
            head(names[self._which], self._counted(), *tools),
            pick,
            *self._body(),
            beside(settings, ...),
        ]

    def _body(self) -> list[Item]:
        if self._which == "decisions":
            decisions = self._desk.office.lists.decisions()
            if not decisions:
                return [empty(tr("No decisions yet"), tr("What the council decides stands here."))]
            table = Table[DecisionRow](list_names()["decisions"], _decision_columns(), 1)
            table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
            table.rows.show(decisions)
            table.opened.connect(self._open_decision)
            return [card("", table)]
        rows = self._rows()
        columns = _followed_columns(self._which, self._desk.today())
        table = Table[ActionRow | PromiseRow](list_names()[self._which], columns, 1)
        table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        if self._state in ("", "ended"):  # the newest first, and what is open the oldest first
            table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.rows.show(rows)
        table.opened.connect(self._open)
        shown: list[Item] = [table] if rows else [text(tr("Nothing here."), tone="muted")]
        return [card("", self._filters(), *shown)]

    def _open(self, row: ActionRow | PromiseRow) -> None:
        open_followed(self._desk, _KIND[self._which], row.id)

    def _open_decision(self, row: DecisionRow) -> None:
        open_minutes(self._desk, row.meeting_id)

    def _filters(self) -> QWidget:
        kind = "action" if self._which == "actions" else "promise"
        people = self._desk.office.lists.people(kind)
        who = choice("who", [("", tr("Everyone")), *((name, name) for name in people)])
        who.setAccessibleName(tr("Whose?"))
        who.set_value(self._who)
        state = choice(
            "state",
            [
                ("open", tr("Open")),
                ("late", tr("Too late")),
                ("soon", tr("Late or due within a week")),
                ("ended", tr("Ended")),
                ("", tr("All")),
            ],
        )
        state.setAccessibleName(tr("Which ones?"))
        state.set_value(self._state)
        who.activated.connect(lambda: self._filter(who, state))
        state.activated.connect(lambda: self._filter(who, state))
        return beside((state, 1), (who, 1), ..., turns=True)

    def _filter(self, who: Choice, state: Choice) -> None:
        self._who, self._state = str(who.value()), str(state.value())
        self.rebuild()

    def _rows(self) -> Sequence[ActionRow | PromiseRow]:
        return [row for row in self._found if self._wanted(row)]

    def _all(self) -> Sequence[ActionRow | PromiseRow]:
        lists = self._desk.office.lists
        if self._which == "decisions":
            return ()
        state = "" if self._state in ("", "ended") else "open"  # of twenty years most has ended
        if self._which == "actions":
            return lists.actions(state=state, owner=self._who)
        return lists.promises(state=state, by_whom=self._who)

    def _wanted(self, row: ActionRow | PromiseRow) -> bool:
        if self._state == "late":
            return is_late(row.state, row.due, self._desk.today())
        if self._state == "soon":
            soon = self._desk.today() + LIST_SOON + timedelta(days=1)
            return is_late(row.state, row.due, soon)
        if self._state == "ended":
            return row.state != "open"
        return not self._state or row.state == self._state

    def _counted(self) -> str:
        if self._which == "decisions":
            return ""
        late = sum(is_late(row.state, row.due, self._desk.today()) for row in self._found)
        running = sum(row.state == "open" for row in self._found)
        first = trn("{n} is open", "{n} are open", running)
        second = trn("{n} is too late", "{n} are too late", late)
        return tr("{first}, {second}.", first=first, second=second)

    def _show(self, which: str) -> None:
        self._which, self._who = which, ""
        self._state = "" if which == "decisions" else "open"
        self.rebuild()

    def _bring_in(self) -> None:
        from desktop.ui.meetings.bring_in import BringInPage

        self._desk.window.open_page(BringInPage(self._desk))

    def _settings(self) -> None:
        from desktop.ui.meetings.list_settings import ListSettingsPage

        self._desk.window.open_page(ListSettingsPage(self._desk))

    def _new(self) -> None:
        open_followed(self._desk, _KIND[self._which], None)

    def _save(self) -> None:
        from desktop.ui.meetings.list_ready import save_list

        save_list(self._desk, self._which)


def list_names() -> dict[str, str]:
    """Return the names of the three lists."""
    return {
        "actions": tr("Action list"),
        "promises": tr("Promise list"),
        "decisions": tr("Decision list"),
    }


def _followed_columns(which: str, today: date) -> list[Column[ActionRow | PromiseRow]]:
    return [
        Column(tr("No."), lambda row: row.number),
        Column(tr("What"), lambda row: row.text),
        Column(tr("Who") if which == "actions" else tr("By whom"), _person),
        Column(
            tr("Before"),
            lambda row: short_date(row.due, today),
            sorted_by=lambda row: (row.due or date.max).toordinal(),
        ),
        Column(tr("State"), lambda row: state_words(row, today)[0]),
    ]


def _person(row: ActionRow | PromiseRow) -> str:
    return row.owner if isinstance(row, ActionRow) else row.by_whom


def _decision_columns() -> list[Column[DecisionRow]]:
    return [
        Column(tr("No."), lambda row: row.number),
        Column(tr("Decision"), lambda row: row.text),
        Column(
            tr("Result of the vote"),
            lambda row: f"{row.votes_for}–{row.votes_against}" if row.voted else "",
            spoken=_vote_spoken,
        ),
    ]


def _vote_spoken(row: DecisionRow) -> str:
    if not row.voted:
        return ""
    return tr(
        "{yes} for, {no} against, {blank} abstained",
        yes=row.votes_for,
        no=row.votes_against,
        blank=row.abstained,
    )
