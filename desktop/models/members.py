"""Seats and the people on them: terms, tasks, interests, recruiting, handing over."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


def _member() -> ForeignKey:
    return ForeignKey("member.id", ondelete="CASCADE")


def _someone() -> ForeignKey:
    return ForeignKey("member.id", ondelete="SET NULL")


class Seat(Record):
    """A seat (zetel) of the council; a seat without a running term is a vacancy."""

    __tablename__ = "seat"
    __search__ = ("name", "perspective", "organisation")

    name: Mapped[str]
    """As the council calls it: "Zetel jeugd"."""
    kind: Mapped[str] = mapped_column(default="personal")
    """personal, organisation, perspective or chair: see resources/members/choices.toml."""
    role: Mapped[str] = mapped_column(default="lid")
    perspective: Mapped[str] = mapped_column(default="")
    """Whose view it brings, in the council's words; about the seat, never about the person."""
    organisation: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    until: Mapped[date | None] = mapped_column(default=None)
    """The last day that the seat exists."""


class Tenure(Record):
    """A term (zittingstermijn) of a member, with or without a seat."""

    __tablename__ = "tenure"

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    since: Mapped[date]
    seat_id: Mapped[int | None] = mapped_column(
        ForeignKey("seat.id", ondelete="SET NULL"), default=None, index=True
    )
    number: Mapped[int] = mapped_column(default=1)
    """First, second … term of this member."""
    until: Mapped[date | None] = mapped_column(default=None)
    """Last day by the rules; None: no end was agreed."""
    ended: Mapped[date | None] = mapped_column(default=None)
    """Last day when it ended earlier; never why."""
    appointed_by: Mapped[str] = mapped_column(default="")


class WorkGroup(Record):
    """A working group (werkgroep)."""

    __tablename__ = "work_group"
    __search__ = ("name", "purpose")

    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    until: Mapped[date | None] = mapped_column(default=None)


class Duty(Record):
    """Who does what: a task of a member, in a working group or on its own."""

    __tablename__ = "duty"
    __search__ = ("name",)

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    name: Mapped[str]
    group_id: Mapped[int | None] = mapped_column(
        ForeignKey("work_group.id", ondelete="CASCADE"), default=None, index=True
    )
    hours: Mapped[float | None] = mapped_column(default=None)
    """Per month, as the member estimates."""


class Expertise(Record):
    """What a member knows about and can be asked."""

    __tablename__ = "expertise"
    __search__ = ("subject",)

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    subject: Mapped[str]
    domain_id: Mapped[int | None] = mapped_column(
        ForeignKey("domain.id", ondelete="SET NULL"), default=None
    )


class ProfileItem(Record):
    """Something that the council as a whole wants to know, be able to do, or be like."""

    __tablename__ = "profile_item"
    __search__ = ("name",)

    name: Mapped[str]
    """As a sentence without its person: "Weet hoe de gemeente beslist"."""
    kind: Mapped[str] = mapped_column(default="knowledge")
    """knowledge, skill or attitude."""
    position: Mapped[int] = mapped_column(default=0)


class ProfileLevel(Record):
    """How far a member says to be with something of the profile; never a mark by others."""

    __tablename__ = "profile_level"
    __table_args__ = (UniqueConstraint("item_id", "member_id"), Record.__table_args__)

    item_id: Mapped[int] = mapped_column(ForeignKey("profile_item.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(_member(), index=True)
    said: Mapped[int]
    """0 not yet, 1 a little, 2 well, 3 can teach it to others."""


class Headcount(Record):
    """How many members belong to a group, counted without names: see docs/adr/0013."""

    __tablename__ = "headcount"

    about: Mapped[str]
    """district, age or perspective."""
    name: Mapped[str]
    """The group, in the council's words: "Binnenstad"."""
    position: Mapped[int] = mapped_column(default=0)
    people: Mapped[int | None] = mapped_column(default=None)
    """None: not counted yet."""
    counted: Mapped[date | None] = mapped_column(default=None)
    needed: Mapped[bool] = mapped_column(default=False)
    """The council does not want to be without this group."""


class Interest(Record):
    """Another function (nevenfunctie) of a member, said openly."""

    __tablename__ = "interest"
    __search__ = ("organisation", "function")

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    organisation: Mapped[str]
    function: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    """Words, with commas between, that bring this up at an agenda item."""
    told: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)


class Contact(Record):
    """Someone outside the council whom it works with."""

    __tablename__ = "contact"
    __search__ = ("name", "organisation", "about")

    name: Mapped[str]
    organisation: Mapped[str] = mapped_column(default="")
    function: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    """What for, and what was agreed."""
    holder_id: Mapped[int | None] = mapped_column(_someone(), default=None)
    """The member who keeps in touch."""
    last_contact: Mapped[date | None] = mapped_column(default=None)


class Vacancy(Record):
    """A search for a new member."""

    __tablename__ = "vacancy"
    __search__ = ("title", "profile")

    title: Mapped[str]
    seat_id: Mapped[int | None] = mapped_column(
        ForeignKey("seat.id", ondelete="SET NULL"), default=None
    )
    state: Mapped[str] = mapped_column(default="draft")
    """draft, open, filled or stopped."""
    profile: Mapped[str] = mapped_column(default="")
    """Whom the council looks for, in a few lines of Markdown."""
    offer: Mapped[str] = mapped_column(default="")
    """What a member gets: help, allowance, training. Markdown."""
    channels: Mapped[str] = mapped_column(default="")
    """Where it was made known, one per line."""
    contact: Mapped[str] = mapped_column(default="")
    """Whom to call or mail."""
    opened: Mapped[date | None] = mapped_column(default=None)
    closes: Mapped[date | None] = mapped_column(default=None)
    mixed: Mapped[bool] = mapped_column(default=False)
    """The committee looked whether it is varied itself (gemengd samengesteld)."""


class CommitteeMember(Record):
    """Someone in the committee that talks with the candidates of a vacancy."""

    __tablename__ = "committee_member"
    __table_args__ = (UniqueConstraint("vacancy_id", "member_id"), Record.__table_args__)

    vacancy_id: Mapped[int] = mapped_column(
        ForeignKey("vacancy.id", ondelete="CASCADE"), index=True
    )
    member_id: Mapped[int | None] = mapped_column(_member(), default=None, index=True)
    name: Mapped[str] = mapped_column(default="")
    """Of somebody from outside the council; empty for a member."""


class Candidate(Record):
    """Someone who may want to join. Is erased for good after ``keep_until``."""

    __tablename__ = "candidate"

    vacancy_id: Mapped[int] = mapped_column(
        ForeignKey("vacancy.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    """How the person heard of it."""
    state: Mapped[str] = mapped_column(default="interested")
    """interested, planned, met, trying, proposed, appointed, waiting or stopped."""
    met: Mapped[date | None] = mapped_column(default=None)
    trial_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None
    )
    """The meeting to try."""
    needs: Mapped[str] = mapped_column(default="")
    """What helps this person to take part, in his or her own words; never why."""
    note: Mapped[str] = mapped_column(default="")
    keep_until: Mapped[date | None] = mapped_column(default=None)


class Handover(Record):
    """What a leaving member hands over, and to whom."""

    __tablename__ = "handover"

    name: Mapped[str]
    """Whose work is handed over: stays when the member is erased."""
    started: Mapped[date]
    member_id: Mapped[int | None] = mapped_column(_someone(), default=None, index=True)
    receiver_id: Mapped[int | None] = mapped_column(_someone(), default=None)
    finished: Mapped[date | None] = mapped_column(default=None)


class HandoverPoint(Record):
    """One thing to hand over, from a dossier to a worry."""

    __tablename__ = "handover_point"
    __search__ = ("title", "note")

    handover_id: Mapped[int] = mapped_column(
        ForeignKey("handover.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(default="agreement")
    """dossier, action, promise, contact, task, buddy, agreement, place, lesson or worry."""
    note: Mapped[str] = mapped_column(default="")
    record: Mapped[int | None] = mapped_column(default=None)
    """The number of the dossier, action … or programme (of a buddy) that it is about."""
    receiver_id: Mapped[int | None] = mapped_column(_someone(), default=None)
    state: Mapped[str] = mapped_column(default="open")
    """open, handed (overgedragen) or confirmed (bevestigd)."""
