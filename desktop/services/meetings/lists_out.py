"""Make the lists as documents: actions, promises and decisions, each with its number for life."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    Title,
    runs,
)
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.letters.phrases import capital
from desktop.services.meetings.minutes_items import Paper, vote_words
from desktop.services.meetings.rows import ActionRow, DecisionRow, MeetingRow, PromiseRow

_WIDTHS = (26.0, 58.0, 28.0, 38.0)
Followed = TypeVar("Followed", ActionRow, PromiseRow)


def action_list(
    actions: Sequence[ActionRow],
    paper: Paper,
    today: date,
    since: date | None,
    *,
    public: bool = False,
) -> Document:
    """Return all open actions (late first), and those that ended after the day *since*.

    A *public* list names people as the council chose, and does not tell how an action ended.
    """
    sub = tr("As it stands on {day}. An action always keeps its own number.", day=long_date(today))
    head = (tr("No."), tr("What"), tr("Who"))
    if public:
        actions = [replace(one, owner=paper.public_owner(one.owner), outcome="") for one in actions]
    body = _followed(actions, head, lambda row: row.owner, today, since)
    body = body or _none(tr("There are no actions."))
    return _document(tr("Action list"), sub, body, paper, today, public=public)


def promise_list(
    promises: Sequence[PromiseRow], paper: Paper, today: date, since: date | None
) -> Document:
    """Return all open promises (late first), and those that ended after the day *since*."""
    sub = tr("As it stands on {day}. A promise always keeps its own number.", day=long_date(today))
    head = (tr("No."), tr("What"), tr("By whom"))
    body = _followed(promises, head, lambda row: row.by_whom, today, since)
    words = tr("There are no promises.")
    return _document(tr("Promise list"), sub, body or _none(words), paper, today)


def decision_list(
    decisions: Sequence[DecisionRow],
    meetings: Sequence[MeetingRow],
    paper: Paper,
    today: date,
    *,
    public: bool = False,
) -> Document:
    """Return *decisions* by meeting, in the order of *meetings*; votes are only counted."""
    body: list[Block] = []
    for meeting in meetings:
        of_meeting = [one for one in decisions if one.meeting_id == meeting.id]
        if of_meeting:
            body.append(Heading(capital(long_date(meeting.starts.date()))))
            body.append(_decisions(of_meeting))
    day = long_date(today)
    sub = (
        tr("As it stands on {day}. What was decided behind closed doors is left out.", day=day)
        if public
        else tr("As it stands on {day}. For members only.", day=day)
    )
    body = body or _none(tr("There are no decisions."))
    return _document(tr("Decision list"), sub, body, paper, today, public=public)


def _decisions(decisions: Sequence[DecisionRow]) -> Table:
    rows = tuple(
        (
            Cell(runs(one.number)),
            Cell(runs(one.text)),
            Cell(runs(vote_words(one) if one.voted else "")),
        )
        for one in decisions
    )
    return Table((tr("No."), tr("Decision"), tr("Result of the vote")), rows, (30.0, 78.0, 42.0))


def is_listed(row: Followed, since: date | None) -> bool:
    """Tell whether *row* stands on its list: it is open, or ended after the day *since*."""
    ended = row.closed_on is not None and (since is None or row.closed_on > since)
    return row.state == "open" or ended


def _followed(
    found: Sequence[Followed],
    head: tuple[str, str, str],
    who: Callable[[Followed], str],
    today: date,
    since: date | None,
) -> list[Block]:
    running = sorted(
        (row for row in found if row.state == "open"), key=lambda row: (row.due or date.max, row.id)
    )
    late = [row for row in running if row.due and row.due < today]
    rest = [row for row in running if row not in late]
    ended = [row for row in found if row.state != "open" and is_listed(row, since)]
    ended.sort(key=lambda row: (row.closed_on or today, row.id))
    body: list[Block] = []
    for title, rows in ((tr("Too late"), late), (tr("Still running"), rest)):
        if rows:
            body.append(Heading(title))
            body.append(
                _table((*head, tr("Ready before")), rows, who, lambda row: _due(row, today))
            )
    if ended:
        title = tr("Ended since {day}", day=long_date(since)) if since else tr("Ended")
        body.append(Heading(title))
        body.append(_table((*head, tr("How it ended")), ended, who, _ended))
    return body


def _table(
    head: tuple[str, ...],
    found: Sequence[Followed],
    who: Callable[[Followed], str],
    last: Callable[[Followed], Cell],
) -> Table:
    rows = tuple(
        (Cell(runs(row.number)), Cell(runs(row.text)), Cell(runs(who(row))), last(row))
        for row in found
    )
    return Table(head, rows, _WIDTHS)


def _due(row: ActionRow | PromiseRow, today: date) -> Cell:
    if row.due is None:
        return Cell(runs(tr("no date agreed")))
    if row.due >= today:
        return Cell(runs(long_date(row.due)))
    days = trn("{n} day late", "{n} days late", (today - row.due).days)
    return Cell((Run(long_date(row.due) + "\n"), Run(days, bold=True)))


def _ended(row: ActionRow | PromiseRow) -> Cell:
    day = long_date(row.closed_on) if row.closed_on else ""
    told = {
        "done": tr("Done on {day}", day=day),
        "kept": tr("Kept on {day}", day=day),
        "broken": tr("Not kept, {day}", day=day),
        "dropped": tr("Dropped on {day}", day=day),
    }[row.state]
    return Cell(runs("\n".join(filter(None, (told, row.outcome.strip())))))


def _none(words: str) -> list[Block]:
    return [Paragraph(runs(words))]


def _document(
    title: str,
    subtitle: str,
    body: Sequence[Block],
    paper: Paper,
    today: date,
    *,
    public: bool = False,
) -> Document:
    day = long_date(today)
    return Document(
        title=f"{title} {day} ({tr('for everyone')})" if public else f"{title} {day}",
        blocks=(Title(title, subtitle=subtitle), *body),
        author=paper.council,
        footer=f"{paper.council}, {title[:1].lower()}{title[1:]} {day}",
        sender_mark=paper.logo,
        state=tr("public version") if public else "",
        as_of=today,
    )
