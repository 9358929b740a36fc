"""The committee that talks with the candidates of a vacancy (selectiecommissie)."""

from dataclasses import dataclass

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.members import CommitteeMember
from desktop.models.store import Store
from desktop.services.records import needed


@dataclass(frozen=True)
class CommitteeRow:
    """Someone in the committee; without ``member_id`` somebody from outside the council."""

    id: int
    name: str
    member_id: int | None


class Committees:
    """Read and change who is in the committee of a vacancy."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, vacancy: int) -> list[CommitteeRow]:
        """Return the committee of *vacancy*, in the order of coming in."""
        query = (
            select(CommitteeMember.id, CommitteeMember.name, Member.id, Member.name)
            .outerjoin(Member, Member.id == CommitteeMember.member_id)
            .where(CommitteeMember.vacancy_id == vacancy)
            .order_by(CommitteeMember.id)
        )
        with self._store.reading() as session:
            return [
                CommitteeRow(number, member_name or name, member)
                for number, name, member, member_name in session.execute(query)
            ]

    def add(self, vacancy: int, *, member: int | None = None, name: str = "") -> None:
        """Add a member, or somebody from outside by *name*; raises CouncilError when already in."""
        name = "" if member else needed(name, "name")
        if any(
            one.member_id == member if member else one.name.casefold() == name.casefold()
            for one in self.of(vacancy)
        ):
            raise CouncilError(tr("This person is in the committee already."), "name")
        with self._store.changing(tr("Add somebody to the committee")) as session:
            session.add(CommitteeMember(vacancy_id=vacancy, member_id=member, name=name))

    def remove(self, person: int) -> None:
        """Take somebody out of the committee; undo brings him or her back."""
        with self._store.changing(tr("Take somebody out of the committee")) as session:
            found = session.get(CommitteeMember, person)
            if found:
                remove(session, found)
