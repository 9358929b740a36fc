"""Bring in what exists: old minutes, agendas and action lists, after a person confirmed them."""

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import find_dates
from desktop.domain.errors import CouncilError
from desktop.domain.old_agreed import OldAction
from desktop.domain.old_attendance import Someone
from desktop.domain.old_minutes import OldMinutes, read_minutes
from desktop.domain.old_tables import read_rows
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    AgendaPaper,
    Attendance,
    Meeting,
    MeetingDecision,
)
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.meetings.lists import new_number

if TYPE_CHECKING:
    from desktop.documents.readers import Paper as ReadPaper

SUFFIXES = (".docx", ".odt", ".pdf", ".txt", ".md", ".csv")
"""What can be brought in."""


_USUAL_MINUTES = 5
_LONGEST = 2_000_000
"""Signs of a paper: minutes of 700 pages."""
_MOST_ROWS = 2000
"""Of a list of actions; items, decisions and actions of minutes stay under it as well."""


@dataclass(frozen=True)
class Known:
    """The places of decisions and actions whose number the council uses already."""

    decisions: frozenset[int] = frozenset()
    actions: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Chosen:
    """What a person confirmed: the places of items, decisions and actions, and the facts."""

    title: str
    day: date | None
    items: Collection[int] = ()
    decisions: Collection[int] = ()
    actions: Collection[int] = ()


class OldPapers:
    """Read papers of before the app and keep what was confirmed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, path: Path, today: date) -> OldMinutes:
        """Return what the file at *path* says; raises CouncilError when unreadable."""
        if path.suffix.casefold() == ".csv":
            return replace(self.read_text(_csv_text(path), today), title=path.stem)
        from desktop.documents.readers import read_file

        found = self.read_text(read_file(path).text, today)
        name = PurePath(path.name).stem.replace("_", " ")
        return replace(found, title=found.title or name, day=found.day or _day_of(name, today))

    def read_text(self, text: str, today: date) -> OldMinutes:
        """Return what *text* (pasted, or of a file) seems to say."""
        if not text.strip():
            raise CouncilError(tr("There is no text in it."), "text")
        if len(text) > _LONGEST:
            raise CouncilError(tr("This is too much at once. Bring it in in parts."), "text")
        listed = action_table(text, today)
        if listed:
            return OldMinutes("", None, actions=tuple(listed))
        return read_minutes(text, today)

    def known(self, found: OldMinutes) -> Known:
        """Return which decisions and actions of *found* have a number that is in use already."""
        with self._store.reading() as session:
            decisions = set(session.scalars(select(MeetingDecision.number)))
            actions = set(session.scalars(select(ActionPoint.number)))
        return Known(
            frozenset(n for n, one in enumerate(found.decisions) if one.number in decisions),
            frozenset(n for n, one in enumerate(found.actions) if one.number in actions),
        )

    def keep(
        self, found: OldMinutes, chosen: Chosen, today: date, original: Path | None = None
    ) -> int | None:
        """Keep what was *chosen* as one action; return the meeting, or None for a bare list.

        An action whose number the council has already is not kept twice; a decision gets a new
        number. The *original* file is kept with the first item, for the members only.
        """
        if not (chosen.items or chosen.decisions or chosen.actions):
            raise CouncilError(tr("Tick at least one thing."))
        paper = read_paper_file(original) if original and chosen.items else None
        with self._store.changing(tr("Bring in an old paper")) as session:
            meeting, items = None, dict[str, int]()
            if chosen.items or chosen.decisions:
                meeting = _meeting(session, chosen, today)
                treated = chosen.day is not None and chosen.day <= today
                items = _items(session, meeting, found, chosen.items, treated=treated)
                _attendance(session, meeting, found.people, items)
                _decisions(session, meeting, found, chosen, items)
            _actions(session, meeting, found, chosen, items, today)
            if paper is not None and items:
                self._original(session, next(iter(items.values())), *paper)
            return meeting

    def _original(self, session: Session, item: int, read: "ReadPaper", data: bytes) -> None:
        """Keep the file as it came, so that anyone can compare it with what was taken from it."""
        paper = Paper(
            name=read.name,
            sha256=self._store.keep(session, data),
            kind="source",
            media_type=read.media_type,
            pages=read.pages,
            size=len(data),
            text=read.text,
            added=datetime.now(),
        )
        session.add(paper)
        session.flush()
        name = tr("Brought in: {name}", name=PurePath(read.name).stem)
        session.add(AgendaPaper(item_id=item, name=name, paper_id=paper.id, internal=True))


def read_paper_file(path: Path) -> "tuple[ReadPaper, bytes]":
    """Return the paper at *path* and its bytes; raises CouncilError when it cannot be read."""
    from desktop.documents.readers import read_bytes, read_paper

    name, data = read_bytes(path)
    return read_paper(name, data), data


def action_table(text: str, today: date) -> list[OldAction]:
    """Return the actions of a table (cells parted by ; , or a tab) with a heading we know."""
    text = text.lstrip("\ufeff \n")
    first = text.split("\n", 1)[0]
    mark = max(";\t,|", key=first.count)
    if not first.count(mark):
        return []
    try:
        rows = list(csv.reader(io.StringIO(text, newline=None), delimiter=mark))
    except csv.Error:  # an ordinary text: behind a loose quote all the rest is one cell
        return []
    found = read_rows(rows, today)
    if len(found) > _MOST_ROWS:
        raise CouncilError(tr("This is too much at once. Bring it in in parts."), "text")
    return found


def _csv_text(path: Path) -> str:
    from desktop.documents.readers import read_bytes
    from desktop.documents.readers.plain import decode, tidy

    return tidy(decode(*read_bytes(path)))


def _day_of(name: str, today: date) -> date | None:
    return next((found.value for found in find_dates(name, today)), None)


def _meeting(session: Session, chosen: Chosen, today: date) -> int:
    """Add the meeting; one that still has to come is planned and has no minutes yet."""
    if chosen.day is None:
        raise CouncilError(tr("Fill in the day of the meeting."), "day")
    past = chosen.day <= today
    record = Meeting(
        title=chosen.title.strip() or tr("Meeting"),
        state="held" if past else "planned",
        starts=datetime.combine(chosen.day, time(12)),
        minutes_state="concept" if past else "",
    )
    session.add(record)
    session.flush()
    return record.id


def _items(
    session: Session,
    meeting: int,
    found: OldMinutes,
    chosen: Collection[int],
    *,
    treated: bool,
) -> dict[str, int]:
    """Add the items and return their keys by number; a lettered one is a part of its own item."""
    keys: dict[str, int] = {}
    for place, item in enumerate(found.items, 1):
        if place - 1 not in chosen:
            continue
        record = AgendaItem(
            title=item.title,
            meeting_id=meeting,
            number=item.number,
            place=place,
            turn=place if treated else None,
            state="treated" if treated else "placed",
            notes=item.text,
            kind=item.kind or "discussion",
            standing=bool(item.kind),
            minutes=item.minutes or _USUAL_MINUTES,
            parent_id=keys.get(item.number.rstrip("abcdefghijklmnopqrstuvwxyz"))
            if item.number[-1:].isalpha()
            else None,
        )
        session.add(record)
        session.flush()
        keys[item.number] = record.id
    return keys


def _attendance(
    session: Session, meeting: int, people: Sequence[Someone], items: dict[str, int]
) -> None:
    members = {member.name.casefold(): member for member in session.scalars(select(Member))}
    for one in people:
        member = members.get(one.name.casefold())
        session.add(
            Attendance(
                meeting_id=meeting,
                name=one.name,
                member_id=member.id if member else None,
                role=member.role if member else one.role,
                way=one.way,
                from_item=items.get(one.first),
                to_item=items.get(one.last),
                # Nobody asked these people yet, so a public version does not name them.
                named_in_public=member is not None,
            )
        )


def _decisions(
    session: Session, meeting: int, found: OldMinutes, chosen: Chosen, items: dict[str, int]
) -> None:
    used = set(session.scalars(select(MeetingDecision.number)))
    for place in sorted(chosen.decisions):
        old = found.decisions[place]
        day = chosen.day or date.today()
        fresh = old.number and old.number not in used
        number = old.number if fresh else new_number(session, "decision", day)
        used.add(number)
        yes, no, blank = old.votes or (0, 0, 0)
        session.add(
            MeetingDecision(
                number=number,
                text=old.text,
                meeting_id=meeting,
                item_id=items.get(old.item),
                voted=old.votes is not None,
                present=yes + no + blank,
                votes_for=yes,
                votes_against=no,
                abstained=blank,
            )
        )
        session.flush()


def _actions(
    session: Session,
    meeting: int | None,
    found: OldMinutes,
    chosen: Chosen,
    items: dict[str, int],
    today: date,
) -> None:
    used = set(session.scalars(select(ActionPoint.number)))
    for place in sorted(chosen.actions):
        old = found.actions[place]
        if old.number and old.number in used:
            continue
        day = chosen.day or today
        record = ActionPoint(
            number=old.number or new_number(session, "action", day),
            text=old.text,
            owner=old.owner,
            due=old.due,
            state="done" if old.done else "open",
            made_on=day,
            closed_on=day if old.done else None,
            meeting_id=meeting,
            item_id=items.get(old.item),
        )
        session.add(record)
        session.flush()
        used.add(record.number)
