"""Write the profile of the sample council, its committee, count and theme cards into the file."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.knowledge import ThemeCard
from desktop.models.members import (
    CommitteeMember,
    Headcount,
    ProfileItem,
    ProfileLevel,
    Vacancy,
)
from desktop.services.sample.writing import Data, add, pointed


def add_profile(session: Session, members: Mapping[str, int], data: Data) -> None:
    """Add everything of *data*; the committee is that of the only vacancy."""
    for position, values in enumerate(data["item"], 1):
        levels: dict[str, int] = values.pop("levels")
        item = add(session, ProfileItem(**values, position=position))
        session.add_all(
            ProfileLevel(item_id=item, member_id=members[name], said=level)
            for name, level in levels.items()
        )
    session.add_all(
        Headcount(**values, position=position) for position, values in enumerate(data["group"], 1)
    )
    vacancy, told = session.scalars(select(Vacancy)).one(), data["committee"]
    vacancy.mixed = told["mixed"]
    for name in told["members"]:
        session.add(CommitteeMember(vacancy_id=vacancy.id, member_id=members[name]))
    session.add_all(ThemeCard(**pointed(values, owner=members)) for values in data["card"])
    session.flush()
