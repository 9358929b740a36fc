"""Decisions, actions and promises across all meetings, numbered for life."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain import lists
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.meetings import ActionPoint, FollowUp, MeetingDecision, Promise
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.list_settings import ListSettings, given_number, new_number
from desktop.services.meetings.rows import ActionRow, DecisionRow, FollowUpRow, PromiseRow
from desktop.services.records import fill, rows, to_row

Followed = Literal["action", "promise"]


class ListsDesk:
    """Read and keep the three lists of the council."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council
        self.settings = ListSettings(store)
        """How the lists are numbered, and who is named in public."""

    def decisions(
        self, *, meeting: int | None = None, item: int | None = None, dossier: int | None = None
    ) -> list[DecisionRow]:
        """Return decisions, newest first; of one meeting or item in the order they were taken."""
        wanted = {"meeting_id": meeting, "item_id": item, "dossier_id": dossier}
        return self._listed(DecisionRow, MeetingDecision, wanted, {})

    def actions(
        self,
        *,
        state: str = "",
        owner: str = "",
        late_on: date | None = None,
        meeting: int | None = None,
        item: int | None = None,
        dossier: int | None = None,
    ) -> list[ActionRow]:
        """Return actions, newest first; only those of *state* or *owner*, or late on a day."""
        wanted = {"meeting_id": meeting, "item_id": item, "dossier_id": dossier}
        words = {"state": state, "owner": owner}
        return self._listed(ActionRow, ActionPoint, wanted, words, late_on)

    def promises(
        self,
        *,
        state: str = "",
        by_whom: str = "",
        late_on: date | None = None,
        meeting: int | None = None,
        item: int | None = None,
        dossier: int | None = None,
    ) -> list[PromiseRow]:
        """Return promises, newest first; only those of *state* or person, or late on a day."""
        wanted = {"meeting_id": meeting, "item_id": item, "dossier_id": dossier}
        words = {"state": state, "by_whom": by_whom}
        return self._listed(PromiseRow, Promise, wanted, words, late_on)

    def action(self, action: int) -> ActionRow:
        """Return one action; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return to_row(ActionRow, get_followed(session, "action", action))

    def promise(self, promise: int) -> PromiseRow:
        """Return one promise; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return to_row(PromiseRow, get_followed(session, "promise", promise))

    def people(self, kind: Followed) -> list[str]:
        """Return everyone an action is for, or who promised something, by name."""
        column = ActionPoint.owner if kind == "action" else Promise.by_whom
        with self._store.reading() as session:
            query = select(column).where(column != "").distinct().order_by(func.lower(column))
            return list(session.scalars(query))

    def add_action(self, text: str, today: date, **fields: Any) -> int:  # noqa: ANN401
        """Add an action made on *today*, with owner, due, meeting_id …; return its id."""
        with self._store.changing(tr("Note an action")) as session:
            return add_action(session, text, today, **fields).id

    def add_promise(self, text: str, today: date, **fields: Any) -> int:  # noqa: ANN401
        """Add a promise made on *today*, with by_whom, due, meeting_id …; return its id."""
        with self._store.changing(tr("Note a promise")) as session:
            return add_promise(session, text, today, **fields).id

    def change(self, kind: Followed, record: int, today: date, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of an action or promise; a new date or person is kept in its history."""
        if "number" in fields or "state" in fields:
            raise AttributeError("number and state have their own acts")
        if not str(fields.get("text", "-")).strip():
            raise CouncilError(tr("Write in one sentence what must happen."), "text")
        place = f"{kind}:{record}:{'+'.join(sorted(fields))}"
        label = tr("Change an action") if kind == "action" else tr("Change a promise")
        with self._store.changing(label, merge=place) as session:
            found = get_followed(session, kind, record)
            if fields.get("text", found.text) != found.text:
                must_be_open(session, found.meeting_id)  # these words stand in the minutes
            for step in _steps(found, fields):
                session.add(_follow_up(kind, record, today, step))
            fill(found, fields)

    def close(
        self,
        kind: Followed,
        record: int,
        state: str,
        on: date,
        outcome: str = "",
        meeting: int | None = None,
    ) -> None:
        """End an action (done, dropped) or a promise (kept, broken, dropped) on a day.

        Raises CouncilError when it is dropped or broken without words on why.
        """
        label = tr("Close an action") if kind == "action" else tr("Close a promise")
        with self._store.changing(label) as session:
            close(session, kind, record, state, on, outcome, meeting)

    def reopen(self, kind: Followed, record: int, on: date, why: str = "") -> None:
        """Put a closed action or promise back on the open list, with the same number."""
        label = tr("Open an action again") if kind == "action" else tr("Open a promise again")
        with self._store.changing(label) as session:
            found = get_followed(session, kind, record)
            found.state, found.closed_on, found.outcome = "open", None, ""
            session.add(_follow_up(kind, record, on, why.strip() or tr("opened again")))

    def follow_up(
        self, kind: Followed, record: int, on: date, text: str, meeting: int | None = None
    ) -> None:
        """Add one line to the history of an action or promise."""
        if not text.strip():
            raise CouncilError(tr("Write in one sentence what happened."), "text")
        with self._store.changing(tr("Note how it goes")) as session:
            get_followed(session, kind, record)
            session.add(_follow_up(kind, record, on, text.strip(), meeting))

    def history(self, kind: Followed, record: int) -> list[FollowUpRow]:
        """Return the life of an action or promise, oldest first."""
        column = FollowUp.action_id if kind == "action" else FollowUp.promise_id
        query = select(FollowUp).where(column == record).order_by(FollowUp.on_date, FollowUp.id)
        with self._store.reading() as session:
            return rows(session, FollowUpRow, query)

    def _listed(
        self,
        row: Any,  # noqa: ANN401
        table: Any,  # noqa: ANN401
        places: Mapping[str, int | None],
        words: Mapping[str, str],
        late_on: date | None = None,
    ) -> list[Any]:
        """Return the rows at *places* and with *words*; what is None or empty does not count."""
        names: Sequence[str] = list(row.__dataclass_fields__)
        # Twenty years of actions: plain columns, no objects to keep track of.
        query = select(*(getattr(table, name) for name in names))
        for name, value in (*places.items(), *words.items()):
            if value is not None and value != "":
                query = query.where(getattr(table, name) == value)
        if late_on is not None:  # the same as ``lists.is_late``
            query = query.where(table.state == "open", table.due < late_on)
        within = places["meeting_id"] is not None or places["item_id"] is not None
        query = query.order_by(table.id if within else table.id.desc())
        with self._store.reading() as session:
            return [row(*values) for values in session.execute(query)]


def add_action(session: Session, text: str, today: date, **fields: Any) -> ActionPoint:  # noqa: ANN401
    """Add an action within a running act."""
    if not text.strip():
        raise CouncilError(tr("Write in one sentence what must happen."), "text")
    number = given_number(session, "action", fields.pop("number", ""), today)
    must_be_open(session, fields.get("meeting_id"))
    action = ActionPoint(number=number, text=text.strip(), made_on=today, **fields)
    session.add(action)
    session.flush()
    return action


def add_promise(session: Session, text: str, today: date, **fields: Any) -> Promise:  # noqa: ANN401
    """Add a promise within a running act; someone outside the council made it."""
    if not text.strip():
        raise CouncilError(tr("Write in one sentence what was promised."), "text")
    if not str(fields.get("by_whom", "")).strip():
        raise CouncilError(tr("Fill in who promised it."), "by_whom")
    number = given_number(session, "promise", fields.pop("number", ""), today)
    must_be_open(session, fields.get("meeting_id"))
    promise = Promise(number=number, text=text.strip(), made_on=today, **fields)
    session.add(promise)
    session.flush()
    return promise


def get_followed(session: Session, kind: Followed, record: int) -> ActionPoint | Promise:
    """Return an action or promise; raises CouncilError when it is gone."""
    found = session.get(ActionPoint if kind == "action" else Promise, record)
    if found is None:
        raise CouncilError(tr("This has been changed since. Look again."))
    return found


def close(
    session: Session,
    kind: Followed,
    record: int,
    state: str,
    on: date,
    outcome: str,
    meeting: int | None = None,
) -> None:
    """End an action or promise within a running act."""
    allowed = lists.ACTION_STATES if kind == "action" else lists.PROMISE_STATES
    if state == "open" or state not in allowed:
        raise ValueError(state)
    if state in ("dropped", "broken") and not outcome.strip():
        raise CouncilError(tr("Say in one sentence why."), "outcome")
    found = get_followed(session, kind, record)
    found.state, found.closed_on, found.outcome = state, on, outcome.strip()
    ends = {
        "done": tr("done"),
        "dropped": tr("dropped"),
        "kept": tr("promise kept"),
        "broken": tr("promise not kept"),
    }
    told = f"{ends[state]}: {outcome.strip()}" if outcome.strip() else ends[state]
    session.add(_follow_up(kind, record, on, told, meeting))


def _steps(found: ActionPoint | Promise, fields: dict[str, Any]) -> list[str]:
    """Return what is worth keeping of a change: another date, another person."""
    steps: list[str] = []
    if "due" in fields and fields["due"] != found.due:
        due: date | None = fields["due"]
        steps.append(tr("new date: {date}", date=long_date(due)) if due else tr("no date any more"))
    for name in ("owner", "by_whom"):
        if name in fields and fields[name] != getattr(found, name) and fields[name]:
            steps.append(tr("now with {name}", name=fields[name]))
    return steps


def _follow_up(
    kind: Followed, record: int, on: date, text: str, meeting: int | None = None
) -> FollowUp:
    field = "action_id" if kind == "action" else "promise_id"
    return FollowUp(on_date=on, text=text, meeting_id=meeting, **{field: record})


__all__ = ["ListsDesk", "add_action", "add_promise", "close", "new_number"]
