"""How the lists are numbered, and who is named on paper that everybody may read."""

import json
from contextlib import suppress
from datetime import date
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import lists
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.meetings import ActionPoint, MeetingDecision, Promise
from desktop.models.store import Store
from desktop.services.settings import chosen, keep_setting, setting

Numbered = Literal["decision", "action", "promise"]
PUBLIC_NAMES = ("role", "initials", "none", "name")
"""How a paper for everyone names the person an action is for; the role when nothing was chosen."""
_SCHEMES = "list_schemes"
_PUBLIC_NAMES = "public_names"
_TABLES: dict[str, type[MeetingDecision] | type[ActionPoint] | type[Promise]] = {
    "decision": MeetingDecision,
    "action": ActionPoint,
    "promise": Promise,
}


class ListSettings:
    """Read and change what the council chose for its lists."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def schemes(self) -> dict[str, str]:
        """Return how decisions, actions and promises are numbered, by kind."""
        with self._store.reading() as session:
            return schemes(session)

    def set_scheme(self, kind: Numbered, scheme: str) -> None:
        """Set how *kind* is numbered from now on; numbers that were given stay as they are."""
        lists.check_scheme(scheme, kind)
        label = tr("Change how a list is numbered")
        with self._store.changing(label, merge=f"scheme:{kind}") as session:
            keep_setting(session, _SCHEMES, json.dumps(schemes(session) | {kind: scheme}))

    def next_number(self, kind: Numbered, day: date, scheme: str) -> str:
        """Return the number that the next line of *kind* would get with *scheme* on *day*.

        Raises CouncilError when *scheme* cannot give each line its own number.
        """
        lists.check_scheme(scheme, kind)
        with self._store.reading() as session:
            return lists.next_number(scheme, day, session.scalars(select(_TABLES[kind].number)))

    def public_names(self) -> str:
        """Return how papers for everyone name the person an action is for."""
        with self._store.reading() as session:
            return public_names(session)

    def set_public_names(self, how: str) -> None:
        """Choose how papers for everyone name the person an action is for, from now on."""
        if how not in PUBLIC_NAMES:
            raise CouncilError(tr("Choose one from the list."), "public_names")
        with self._store.changing(tr("Choose who is named in public papers")) as session:
            keep_setting(session, _PUBLIC_NAMES, how)


def schemes(session: Session) -> dict[str, str]:
    """Return how decisions, actions and promises are numbered, by kind."""
    found = dict(lists.DEFAULT_SCHEMES)
    for kind, scheme in chosen(session, _SCHEMES, dict[str, Any]()).items():
        with suppress(CouncilError):  # of another version of the app: the usual one goes on
            if kind in found and isinstance(scheme, str):
                lists.check_scheme(scheme)
                found[kind] = scheme
    return found


def public_names(session: Session) -> str:
    """Return how papers for everyone name the person an action is for."""
    chosen = setting(session, _PUBLIC_NAMES)
    return chosen if chosen in PUBLIC_NAMES else PUBLIC_NAMES[0]


def new_number(session: Session, kind: Numbered, day: date) -> str:
    """Return the next number of *kind* for something made on *day*."""
    used = session.scalars(select(_TABLES[kind].number))
    return lists.next_number(schemes(session)[kind], day, used)


def given_number(session: Session, kind: Numbered, number: str, day: date) -> str:
    """Return *number* when it is free, or the next one when it is empty.

    Raises CouncilError when another line has it: a number is for life.
    """
    if not number:
        return new_number(session, kind, day)
    table = _TABLES[kind]
    if session.scalar(select(table.id).where(table.number == number).limit(1)) is not None:
        raise CouncilError(tr("Number {number} is in use already.", number=number), "number")
    return number
