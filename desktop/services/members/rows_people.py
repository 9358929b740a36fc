"""What the screens of seats and people show, as frozen rows."""

from dataclasses import dataclass
from datetime import date

from desktop.services.members.kinds import Wish, chosen


@dataclass(frozen=True)
class SeatRow:
    """A seat as every field of it stands."""

    id: int
    name: str
    kind: str
    role: str
    perspective: str
    organisation: str
    position: int
    until: date | None


@dataclass(frozen=True)
class TenureRow:
    """A term as every field of it stands."""

    id: int
    member_id: int
    since: date
    seat_id: int | None
    number: int
    until: date | None
    ended: date | None
    appointed_by: str

    @property
    def last_day(self) -> date | None:
        """The day on which it really ends."""
        return self.ended or self.until

    def runs(self, today: date) -> bool:
        """Tell whether *today* lies in this term."""
        return self.since <= today and (self.last_day is None or today <= self.last_day)


@dataclass(frozen=True)
class GroupRow:
    """A working group as every field of it stands."""

    id: int
    name: str
    purpose: str
    until: date | None


@dataclass(frozen=True)
class DutyRow:
    """A task as every field of it stands."""

    id: int
    member_id: int
    name: str
    group_id: int | None
    hours: float | None


@dataclass(frozen=True)
class ExpertiseRow:
    """A subject that a member can be asked about."""

    id: int
    member_id: int
    subject: str
    domain_id: int | None


@dataclass(frozen=True)
class InterestRow:
    """Another function of a member, as every field of it stands."""

    id: int
    member_id: int
    organisation: str
    function: str
    words: str
    told: date | None
    until: date | None


@dataclass(frozen=True)
class PersonRow:
    """A member as every field of it stands."""

    id: int
    name: str
    role: str
    email: str
    phone: str
    address: str
    since: date | None
    until: date | None
    signs: bool
    photo: str
    about: str
    wishes: str
    wish_note: str
    most_hours: float | None

    @property
    def wished(self) -> tuple[Wish, ...]:
        """What this member asked for."""
        return chosen(self.wishes)

    def is_member(self, today: date) -> bool:
        """Tell whether the member is in office *today*, or still to begin."""
        return self.until is None or self.until >= today


@dataclass(frozen=True)
class PersonView:
    """A member with everything that the council knows of his or her work."""

    row: PersonRow
    seat: SeatRow | None
    tenures: tuple[TenureRow, ...]
    """Oldest first."""
    duties: tuple[DutyRow, ...]
    groups: dict[int, str]
    """Number → name of every working group."""
    expertise: tuple[ExpertiseRow, ...]
    interests: tuple[InterestRow, ...]

    @property
    def tenure(self) -> TenureRow | None:
        """The last term."""
        return self.tenures[-1] if self.tenures else None

    @property
    def hours(self) -> float:
        """Hours per month of all tasks together, as the member estimates."""
        return sum(duty.hours or 0 for duty in self.duties)

    @property
    def over(self) -> float:
        """Hours per month more than the member wanted; 0 without an own maximum."""
        return max(self.hours - self.row.most_hours, 0) if self.row.most_hours else 0


@dataclass(frozen=True)
class SeatView:
    """A seat and who sits on it; without a holder it is a vacancy."""

    row: SeatRow
    holder: str = ""
    member_id: int | None = None
    tenure: TenureRow | None = None


@dataclass(frozen=True)
class RotaLine:
    """One line of the rota (rooster van aftreden)."""

    member_id: int
    name: str
    role: str
    seat: str
    tenure: TenureRow
    may_return: bool
