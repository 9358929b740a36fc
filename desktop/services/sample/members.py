"""Write the seats and people of the sample council into the file: terms, tasks, wishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.council import Member
from desktop.models.members import Duty, Expertise, Interest, Seat, Tenure, WorkGroup
from desktop.services.members.duties import named
from desktop.services.members.kinds import as_stored
from desktop.services.sample.writing import Data, Ids, add


@dataclass
class MemberWriter:
    """Puts seats, working groups and what belongs to each member in the file."""

    session: Session
    ids: Ids
    seats: dict[str, int] = field(default_factory=dict[str, int])
    groups: dict[str, int] = field(default_factory=dict[str, int])

    def add(self, data: Data) -> None:
        """Add everything of *data*, whose dates and texts are as they should be."""
        for position, seat in enumerate(data["seat"], 1):
            self.seats[seat["name"]] = add(self.session, Seat(position=position, **seat))
        for group in data["group"]:
            key = group.pop("key")
            self.groups[key] = add(self.session, WorkGroup(**group))
        for person in data["person"]:
            self._person(person)
        self.session.flush()

    def _person(self, values: Data) -> None:
        member = self.ids.members[values.pop("name")]
        self._terms(member, self.seats[values.pop("seat")], values.pop("terms"))
        for duty in values.pop("duty", []):
            group = self.groups[duty.pop("group")] if "group" in duty else None
            duty["name"] = named(duty["name"], group)
            self.session.add(Duty(member_id=member, group_id=group, **duty))
        for subject, domain in values.pop("knows", []):
            domain_id = self.ids.domains[domain] if domain else None
            self.session.add(Expertise(member_id=member, subject=subject, domain_id=domain_id))
        for interest in values.pop("interest", []):
            self.session.add(Interest(member_id=member, **interest))
        self._fill(member, values)

    def _terms(self, member: int, seat: int, terms: Sequence[Sequence[date]]) -> None:
        for number, (since, until) in enumerate(terms, 1):
            tenure = Tenure(member_id=member, seat_id=seat, since=since, until=until, number=number)
            self.session.add(tenure)

    def _fill(self, member: int, values: Mapping[str, Any]) -> None:
        found = self.session.get_one(Member, member)
        found.wishes = as_stored(values.get("wishes", ()))
        found.most_hours = values.get("most_hours")
        for name in ("phone", "address", "about"):
            setattr(found, name, values.get(name, ""))
