"""Write the contacts of the sample council, and the handover of a member, into the file."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from desktop.models.council import Member
from desktop.models.members import Contact, Handover, HandoverPoint
from desktop.services.members.handover_points import held
from desktop.services.sample.writing import Data, add, pointed


def add_packs(session: Session, members: Mapping[str, int], data: Data) -> None:
    """Add everything of *data*, whose dates are as they should be."""
    for values in data["contact"]:
        session.add(Contact(**pointed(values, holder=members)))
    session.flush()
    told = data["handover"]
    own: list[Data] = told.pop("point")
    member = session.get_one(Member, members[told["member"]])
    handover = add(session, Handover(name=member.name, **pointed(told, member=members)))
    held_now = [vars(one) for one in held(session, member)]
    words = [pointed(one, receiver=members) for one in own]
    for place, values in enumerate([*held_now, *words]):
        session.add(HandoverPoint(handover_id=handover, position=place, **values))
    session.flush()
