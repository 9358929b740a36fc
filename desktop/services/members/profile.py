"""The profile of the council (competentieprofiel): who knows and can what, and what nobody can."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.members import ProfileItem, ProfileLevel
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import profile_out
from desktop.services.members.people import People
from desktop.services.members.rows_profile import (
    KINDS,
    Profile,
    ProfileItemRow,
    ProfileLine,
    texts,
)
from desktop.services.records import needed, rows


class Profiles:
    """Read and change the profile; each member fills in for himself or herself."""

    def __init__(self, store: Store, council: CouncilDesk, people: People) -> None:
        self._store, self._council, self._people = store, council, people

    def items(self) -> list[ProfileItemRow]:
        """Return all items: knowledge, skills, attitude, each in its own order."""
        query = select(ProfileItem).order_by(ProfileItem.position, ProfileItem.id)
        with self._store.reading() as session:
            found = rows(session, ProfileItemRow, query)
        return sorted(found, key=lambda one: KINDS.index(one.kind))

    def profile(self, today: date) -> Profile:
        """Return the profile of who is in the council *today*; what former members said is left."""
        members = {view.row.id: view.row.name for view in self._people.people(today)}
        levels: dict[int, dict[int, int]] = {}
        with self._store.reading() as session:
            for one in session.scalars(select(ProfileLevel)):
                levels.setdefault(one.item_id, {})[one.member_id] = one.said
        lines = [
            ProfileLine(item, {one: said[one] for one in members if one in said})
            for item in self.items()
            for said in [levels.get(item.id, {})]
        ]
        filled = frozenset(member for line in lines for member in line.said)
        return Profile(tuple(lines), members, filled)

    def take_start(self) -> None:
        """Add the items of the start list that are not there yet, in one step."""
        with self._store.changing(tr("Start the profile of the council")) as session:
            known = {name.casefold() for name in session.scalars(select(ProfileItem.name))}
            for kind, names in texts()["start"].items():
                for name in names:
                    if name.casefold() not in known:
                        session.add(
                            ProfileItem(name=name, kind=kind, position=_last(session, kind))
                        )
                        session.flush()

    def keep(self, item: int | None, name: str, kind: str) -> int:
        """Add an item, or change *item*; return its number. Raises CouncilError without words."""
        name = needed(name, "name")
        with self._store.changing(tr("Change the profile of the council")) as session:
            found = session.get_one(ProfileItem, item) if item else None
            if found is None:
                found = ProfileItem(name=name, kind=kind, position=_last(session, kind))
                session.add(found)
            found.name, found.kind = name, kind
            session.flush()
            return found.id

    def remove(self, item: int) -> None:
        """Throw an item away with what members said of it; undo brings it back."""
        with self._store.changing(tr("Throw away a point of the profile")) as session:
            found = session.get(ProfileItem, item)
            if found:
                remove(session, found)

    def levels_of(self, member: int) -> dict[int, int]:
        """Return what *member* said: number of the item → level 0–3."""
        query = select(ProfileLevel).where(ProfileLevel.member_id == member)
        with self._store.reading() as session:
            return {one.item_id: one.said for one in session.scalars(query)}

    def say(self, member: int, levels: Mapping[int, int | None]) -> None:
        """Keep what *member* says of each item; None takes an answer back.

        Raises CouncilError when the member or an item is gone.
        """
        act = tr("Fill in the profile")
        with self._store.changing(act, merge=f"profile_level:{member}") as session:
            if session.get(Member, member) is None:
                raise CouncilError(tr("This member is no longer in the file."))
            query = select(ProfileLevel).where(ProfileLevel.member_id == member)
            known = {one.item_id: one for one in session.scalars(query)}
            for item, level in levels.items():
                _say(session, member, item, level, known.get(item))

    def save_paper(self, today: date, folder: Path) -> list[Path]:
        """Write the profile to *folder* as Word and PDF; return the files."""
        name, logo = self._council.profile().name, self._council.logo()
        document = profile_out.paper(self.profile(today), name, logo, today)
        return write_both(document, folder / safe_name(document.title))


def sought(points: Sequence[str], group: str = "") -> tuple[str, str]:
    """Return the heading and the text of a vacancy for somebody who can *points*, of *group*."""
    told = texts()["vacancy"]
    lines = [f"- {point[:1].lower()}{point[1:]}" for point in points]
    parts = ["\n".join([told["who"], *lines])] if lines else []
    if group:
        parts.append(told["group"].format(group=group))
    return told["title"], "\n\n".join([*parts, told["all"]])


def _say(
    session: Session, member: int, item: int, level: int | None, known: ProfileLevel | None
) -> None:
    if level is None:
        if known:
            remove(session, known)
    elif known:
        known.said = level
    elif session.get(ProfileItem, item) is None:
        raise CouncilError(tr("This point of the profile is gone."))
    else:
        session.add(ProfileLevel(member_id=member, item_id=item, said=level))


def _last(session: Session, kind: str) -> int:
    query = select(func.max(ProfileItem.position)).where(ProfileItem.kind == kind)
    return (session.scalar(query) or 0) + 1
