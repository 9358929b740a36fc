"""What may go: the yearly list by the council's own terms. A person decides, never the app."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import terms
from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import Term
from desktop.i18n import tr, trn
from desktop.models import erasing
from desktop.models.base import Record
from desktop.models.council import Member, Setting
from desktop.models.meetings import Attendance
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.care.safety import Safety
from desktop.services.council import CouncilDesk
from desktop.services.members.recruiting import Recruiting
from desktop.services.notice import Notice
from desktop.services.records import needed
from desktop.services.retention import copies
from desktop.services.retention.clearing import ClearUp
from desktop.services.retention.copies import OldCopyRow
from desktop.services.retention.finding import (
    NO_WISHES,
    OF_MEMBER,
    Found,
    Question,
    find,
    guest_name,
)
from desktop.services.retention.kinds import KindRow, kind, kinds
from desktop.services.retention.rows import ItemRow
from desktop.services.settings import chosen, keep_setting

KEPT = "retention.kept"
"""The setting with what stays until next year, and why."""
_LATE_MONTHS = 3
"""So long over its term, Vandaag tells of it outside January too (own working rule)."""


@dataclass(frozen=True)
class _Kept:
    because: str
    until: str
    """The day that it comes back on the list, in ISO form."""


class Retention:
    """Terms per kind of personal data, and the list of what may go."""

    def __init__(
        self,
        store: Store,
        council: CouncilDesk,
        recruiting: Recruiting,
        safety: Safety,
        clear_up: ClearUp,
        path: Path,
    ) -> None:
        self._store, self._council, self._recruiting = store, council, recruiting
        self._safety, self._clear_up, self._path = safety, clear_up, path

    def terms(self) -> list[tuple[KindRow, Term | None]]:
        """Return each kind with its agreed term; None: nothing was agreed, so nothing is told."""
        agreed = {norm.kind: norm.term for norm in self._council.norms()}
        return [(one, agreed.get(one.norm)) for one in kinds()]

    def items(self, today: date) -> list[ItemRow]:
        """Return what may go, kind by kind, the oldest first; what stays this year has a reason."""
        found: list[ItemRow] = []
        with self._store.reading() as session:
            kept = _kept(session)
            for one, term in self.terms():
                rule = f"{term.words} ({term.source})" if term else ""
                things = find(one.key, session, Question(term, today))
                for thing in sorted(things, key=lambda thing: (thing.since, thing.record)):
                    found.append(_row(one, thing, rule, kept, today))
        return found

    def keep(self, item: ItemRow, because: str, today: date) -> None:
        """Let *item* stay until next year; raises CouncilError without a reason."""
        until = date(today.year + 1, 1, 1)
        reason = _Kept(needed(because, "because"), until.isoformat())
        with self._store.changing(tr("Keep something for another year")) as session:
            kept = {**_kept(session), item.key: reason}
            _keep(session, {key: one for key, one in kept.items() if one.until > str(today)})

    def erase(self, items: list[ItemRow], today: date) -> int:
        """Erase for good those of *items* that may still go; return how many. Cannot be undone.

        The history stays until the rest is gone: the copy that is made before it is cleared up
        does not hold the rest then. Raises CouncilError when the disk refuses.
        """
        asked = {item.key for item in items}
        with self._store.reading() as session:
            found = {
                f"{one.key}:{thing.record}": (one.key, thing)
                for one, term in self.terms()
                for thing in find(one.key, session, Question(term, today))
            }
        chosen_now = {key: found[key] for key in found if key in asked}
        things = [thing for key, thing in chosen_now.values() if key != "history"]
        if things:
            self._erase(things, set(chosen_now))
        if len(things) < len(chosen_now):
            self._clear_history(today)
        return len(chosen_now)

    def old_copies(self) -> list[OldCopyRow]:
        """Return the copies from before the last erasing: these still hold what was erased."""
        return copies.old_copies(self._store, self._safety)

    def drop_copy(self, copy: OldCopyRow) -> None:
        """Erase one old copy; a fresh one is made first. Raises CouncilError when it cannot."""
        copies.drop(self._safety, self._path, copy)

    def notices(self, today: date) -> Iterator[Notice]:
        """Give the yearly list in January, and at any time what is long over its term."""
        # Candidates have a notice of their own.
        waiting = [one for one in self.items(today) if not one.because and one.kind != "candidates"]
        long_ago = terms.add(today, -_LATE_MONTHS, "months")
        late = [one for one in waiting if one.over < long_ago]
        if not waiting or not (late or today.month == 1):
            return
        yield Notice(
            tr("Look what may go"),
            trn(
                "Of {n} thing the agreed time has passed. You decide.",
                "Of {n} things the agreed time has passed. You decide.",
                len(waiting),
            ),
            tr("once a year") if not late else tr("long over"),
            "soon" if late else "calm",
            tr("Look"),
            "council",
            "lock",
            place="retention",
        )

    def _erase(self, things: list[Found], keys: set[str]) -> None:
        gone = [place for thing in things for place in thing.gone]
        emptied = [place for thing in things for place in thing.emptied]
        past: list[tuple[type[Record], int]] = [*emptied]
        candidates = [number for table, number in gone if table.__tablename__ == "candidate"]
        with self._store.reading() as session:
            if keys & set(_kept(session)):
                past += [(Setting, session.scalars(_KEPT_ROW).one().id)]

        def before(session: Session) -> None:
            if candidates:
                self._recruiting.keep_totals(session, candidates)
            for table, number in emptied:
                _empty(session.get(table, number))
            kept = _kept(session)
            if keys & set(kept):
                _keep(session, {key: one for key, one in kept.items() if key not in keys})

        erasing.erase(self._store, gone, tr("Data erased after the agreed time"), before, past)

    def _clear_history(self, today: date) -> None:
        term = self._council.term(kind("history").norm)
        if term:
            self._clear_up.clear(term.before(today), today)


_KEPT_ROW = select(Setting).where(Setting.key == KEPT)


def _row(one: KindRow, thing: Found, rule: str, kept: dict[str, _Kept], today: date) -> ItemRow:
    reason = kept.get(f"{one.key}:{thing.record}")
    stays = reason is not None and reason.until > today.isoformat()
    return ItemRow(
        one.key,
        thing.record,
        one.item.replace("{name}", thing.name),
        thing.lines or len(thing.gone) + len(thing.emptied),
        one.since.replace("{date}", long_date(thing.since)),
        thing.over,
        rule,
        reason.because if reason and stays else "",
    )


def _kept(session: Session) -> dict[str, _Kept]:
    told = chosen(session, KEPT, dict[str, dict[str, str]]())
    return {
        key: _Kept(str(one.get("because", "")), str(one.get("until", "")))
        for key, one in told.items()
    }


def _keep(session: Session, kept: dict[str, _Kept]) -> None:
    plain = {key: asdict(one) for key, one in kept.items()}
    keep_setting(session, KEPT, json.dumps(plain, ensure_ascii=False))


def _empty(record: Record | None) -> None:
    """Take out of *record* what may not stay; the rest of it does."""
    match record:
        case Member():
            for name in OF_MEMBER:
                setattr(record, name, "")
            record.wishes, record.most_hours = NO_WISHES, None
        case Paper():
            record.sender = ""
        case Attendance():
            record.name, record.role = guest_name(), ""
        case _:
            pass
