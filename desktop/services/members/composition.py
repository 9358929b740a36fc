"""The composition of the council in numbers: counted without names, and what the numbers say.

Which member belongs to which group is never kept: see docs/adr/0013.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.domain import composition as rules
from desktop.domain.composition import Group
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.links import remove
from desktop.models.members import Headcount
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import composition_out
from desktop.services.members.people import People
from desktop.services.members.rows_profile import ABOUTS, HeadcountRow, texts, words
from desktop.services.records import needed, rows


class Composition:
    """Read and change how many members belong to which group."""

    def __init__(self, store: Store, council: CouncilDesk, people: People) -> None:
        self._store, self._council, self._people = store, council, people

    def groups(self) -> list[HeadcountRow]:
        """Return all groups: districts, ages, experience, each in its own order."""
        query = select(Headcount).order_by(Headcount.position, Headcount.id)
        with self._store.reading() as session:
            found = rows(session, HeadcountRow, query)
        return sorted(found, key=lambda one: ABOUTS.index(one.about))

    def take_start(self) -> None:
        """Add the groups of the start list that are not there yet, in one step."""
        told = texts()
        with self._store.changing(tr("Start counting the council")) as session:
            query = select(Headcount.about, Headcount.name)
            known = {(about, name.casefold()) for about, name in session.execute(query)}
            for about, names in told["group"].items():
                for name in names if about in ABOUTS else ():
                    if (about, name.casefold()) not in known:
                        _add(session, about, name, needed=name in told["group"]["needed"])

    def keep(self, group: int | None, about: str, name: str, *, needed_: bool) -> int:
        """Add a group, or change *group*; return its number. Raises CouncilError without a name."""
        name = needed(name, "name")
        with self._store.changing(tr("Change a group")) as session:
            found = session.get_one(Headcount, group) if group else None
            if found is None:
                found = _add(session, about, name, needed=needed_)
            found.about, found.name, found.needed = about, name, needed_
            session.flush()
            return found.id

    def remove(self, group: int) -> None:
        """Throw a group away; undo brings it back."""
        with self._store.changing(tr("Throw a group away")) as session:
            found = session.get(Headcount, group)
            if found:
                remove(session, found)

    def count(self, people: Mapping[int, int | None], today: date) -> None:
        """Keep how many members belong to each group, as counted *today*.

        Raises CouncilError, with the number of the group as its field, when it is more than there
        are members: of one group, of all districts together, or of all ages together.
        """
        members = len(self._people.people(today))
        new = [Group(one.about, one.name, people.get(one.id, one.people)) for one in self.groups()]
        wrong = rules.too_many(new, members)
        if wrong and not members:
            told = tr("There are no members in the file yet. Add them first, and count then.")
            raise CouncilError(told, self._field(wrong))
        if wrong:
            raise CouncilError(_too_many(wrong, members), self._field(wrong))
        with self._store.changing(tr("Count the council")) as session:
            for number, many in people.items():
                found = session.get(Headcount, number)
                if found and (found.people, found.counted) != (many, today):
                    found.people = many
                    found.counted = today if many is not None else None

    def told(self, today: date) -> list[str]:
        """Return what the numbers say, in sentences, the gravest first."""
        rows_ = self.groups()
        groups, said = [one.group for one in rows_], texts()
        found = [
            said["about_one"][one.about].format(group=one.name) for one in rules.missing(groups)
        ]
        only = rules.only_district(groups)
        if only:
            found.append(said["count"]["one_district"].format(group=only))
        if rules.few_young(groups):
            found.append(said["count"]["young"])
        if _is_old(rows_, today):
            found.append(said["count"]["old"])
        return found

    def missing(self) -> list[Group]:
        """Return the groups that the council does not want to be without, and is."""
        return rules.missing([one.group for one in self.groups()])

    def save_papers(self, today: date, folder: Path) -> list[Path]:
        """Write the slip to count with, and the numbers, to *folder*; return the files."""
        name, logo, groups = self._council.profile().name, self._council.logo(), self.groups()
        made = [composition_out.slip(groups, name, today)]
        if any(one.people is not None for one in groups):
            made.append(composition_out.matrix(groups, name, logo, today))
        return [
            path
            for document in made
            for path in write_both(document, folder / safe_name(document.title))
        ]

    def _field(self, wrong: str) -> str:
        """Return the number of the first group that is *wrong*, or whose kind is."""
        return next(str(one.id) for one in self.groups() if wrong in (one.name, one.about))


def _add(session: Session, about: str, name: str, *, needed: bool) -> Headcount:
    query = select(func.max(Headcount.position)).where(Headcount.about == about)
    last = session.scalar(query) or 0
    made = Headcount(about=about, name=name, position=last + 1, needed=needed)
    session.add(made)
    session.flush()
    return made


def _too_many(wrong: str, members: int) -> str:
    if wrong in ABOUTS:
        return trn(
            "Under “{about}” you counted more than the {n} member of the council.",
            "Under “{about}” you counted more than the {n} members of the council.",
            members,
            about=words("about", wrong),
        )
    return trn(
        "The council has {n} member, so this cannot be right.",
        "The council has {n} members, so this cannot be right.",
        members,
    )


def _is_old(groups: list[HeadcountRow], today: date) -> bool:
    days = [one.counted for one in groups if one.counted]
    return bool(days) and (today - max(days)).days > 366
