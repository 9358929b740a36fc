"""Say what is not well with the copies: none made, the stick not seen, two versions of the file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.care.synced import Synced
from desktop.services.notice import Notice, Tone

_GRACE = timedelta(days=1)
"""Somebody who starts today is not told about a second place yet."""


@dataclass(frozen=True)
class State:
    """How the copies stand, as it was last looked at."""

    last: datetime | None
    """When the last verified copy was made."""
    second: Path | None
    seen: datetime | None
    """When a copy last reached the second place."""
    trouble: str
    """One sentence: why the last copy could not be made or brought there."""
    synced: Synced


def notices(state: State, since: datetime | None, now: datetime, days: int) -> Iterator[Notice]:
    """Give what is not well; *since* is when the council began, None while it is empty.

    *days* is how long the second place may be without a new copy.
    """
    if state.synced.conflicts:
        yield _notice(
            tr("There are two versions of your file"),
            tr("{service} made a second one. See what to do.", service=_service(state.synced)),
            tr("two versions"),
            "soon",
            now,
        )
    old = timedelta(days=days)
    if since is None:
        return
    # What a clock that was wrong put in the future would keep us silent until that day.
    since = _past(since, now) or datetime.min
    state = replace(state, last=_past(state.last, now), seen=_past(state.seen, now))
    if state.trouble and now - (state.last or since) > old:
        yield _notice(
            tr("There is no fresh copy of your file"), state.trouble, _ago(state.last), "late", now
        )
    elif state.trouble:
        yield _notice(tr("A copy could not be made"), state.trouble, tr("not well"), "soon", now)
    if state.second is None and now - since > _GRACE:
        yield _notice(
            tr("Choose a second place for copies"),
            tr("If the laptop breaks or is stolen, you still have everything."),
            tr("not yet"),
            "calm",
        )
    elif state.second and now - (state.seen or since) > old:
        yield _notice(
            tr("Put the USB stick in the computer"),
            tr("No copy came to {place} lately.", place=str(state.second)),
            _ago(state.seen),
            "soon",
            now,
        )


def _past(at: datetime | None, now: datetime) -> datetime | None:
    """Return *at*, unless it still has to come."""
    return None if at is None or at > now + timedelta(days=1) else at


def _notice(title: str, why: str, state: str, tone: Tone, now: datetime | None = None) -> Notice:
    """Return one notice; with *now* it stands among the things of today."""
    due = now.date() if now else None
    return Notice(title, why, state, tone, tr("Look"), "council", "lock", due=due, place="safety")


def _ago(at: datetime | None) -> str:
    return tr("since {date}", date=long_date(at.date())) if at else tr("never yet")


def _service(synced: Synced) -> str:
    return synced.service or tr("A program that copies folders")
