"""Names of members: two with the same name cannot be told apart, in no list and no letter."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.services.records import needed


def own_name(session: Session, name: str, member: int | None = None) -> str:
    """Return *name* without spaces around it, for *member* or for somebody new.

    Raises CouncilError when it is empty, or when somebody else in the file is called that.
    """
    name = needed(name, "name")
    known = session.execute(select(Member.id, Member.name))
    if any(key != member and taken.casefold() == name.casefold() for key, taken in known):
        raise CouncilError(
            tr(
                "{name} is in the file already. Is this somebody else? Then add a letter or a "
                "place, so that everybody knows who is meant.",
                name=name,
            ),
            "name",
        )
    return name
