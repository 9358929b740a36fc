"""What members get and what it costs: trainings, claims, the budget of the year, help asked for."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


def _member() -> ForeignKey:
    return ForeignKey("member.id", ondelete="CASCADE")


class Training(Record):
    """A training or course; of one member, or of the whole council."""

    __tablename__ = "training"
    __search__ = ("topic", "provider", "note")

    topic: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(_member(), default=None, index=True)
    provider: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None] = mapped_column(default=None)
    hours: Mapped[float | None] = mapped_column(default=None)
    cost: Mapped[int | None] = mapped_column(default=None)
    """Euro cents."""
    note: Mapped[str] = mapped_column(default="")
    """What it was good for."""


class ClaimKind(Record):
    """A kind of allowance or expense of this council, with its amount and source."""

    __tablename__ = "claim_kind"

    name: Mapped[str]
    """"Vergoeding per vergadering", "Reiskosten" …"""
    amount: Mapped[int | None] = mapped_column(default=None)
    """Euro cents per unit; None: what was paid."""
    unit: Mapped[str] = mapped_column(default="times")
    """times, km, hours or cost."""
    source: Mapped[str] = mapped_column(default="")
    """Where the amount is agreed."""
    used: Mapped[bool] = mapped_column(default=True)
    budget: Mapped[str] = mapped_column(default="allowances")
    """The part of the budget that pays for it: see resources/members/budget.toml."""


class Claim(Record):
    """A claim (declaratie) of a member: claimed, agreed, paid."""

    __tablename__ = "claim"

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    name: Mapped[str]
    """The kind as it was called when claimed."""
    on: Mapped[date]
    amount: Mapped[int]
    """Euro cents in total."""
    kind_id: Mapped[int | None] = mapped_column(
        ForeignKey("claim_kind.id", ondelete="SET NULL"), default=None
    )
    units: Mapped[float] = mapped_column(default=1.0)
    note: Mapped[str] = mapped_column(default="")
    receipt: Mapped[str] = mapped_column(default="")
    """sha256 of the receipt, or empty."""
    agreed: Mapped[date | None] = mapped_column(default=None)
    paid: Mapped[date | None] = mapped_column(default=None)
    refused: Mapped[str] = mapped_column(default="")
    """Why not, in one sentence; empty when not refused."""


class HoursWorked(Record):
    """Hours that a member wants to keep."""

    __tablename__ = "hours_worked"

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    on: Mapped[date]
    hours: Mapped[float]
    what: Mapped[str] = mapped_column(default="")


class BudgetLine(Record):
    """A part of the budget (werkbudget) of one year: what was granted, and what is planned."""

    __tablename__ = "budget_line"
    __table_args__ = (UniqueConstraint("year", "part"), Record.__table_args__)

    year: Mapped[int]
    part: Mapped[str]
    """training, expertise, meetings, travel, communication, allowances or other."""
    granted: Mapped[int | None] = mapped_column(default=None)
    """Euro cents; None: nobody said an amount."""
    planned: Mapped[int | None] = mapped_column(default=None)
    """Euro cents that the council thinks it needs."""
    source: Mapped[str] = mapped_column(default="")
    """Where the amount was granted: a letter, an article, a decision."""


class Spending(Record):
    """Money that the council spent, other than on claims and trainings."""

    __tablename__ = "spending"
    __search__ = ("what",)

    what: Mapped[str]
    on: Mapped[date]
    amount: Mapped[int]
    """Euro cents."""
    part: Mapped[str] = mapped_column(default="other")
    """The part of the budget that pays for it."""


class SupportNeed(Record):
    """Help (ondersteuning) that the council needs from the municipality, and whether it comes."""

    __tablename__ = "support_need"
    __search__ = ("what", "note")

    what: Mapped[str]
    priority: Mapped[str] = mapped_column(default="minimum")
    """minimum: without it the council cannot do its work; wish: it would help."""
    position: Mapped[int] = mapped_column(default=0)
    asked: Mapped[date | None] = mapped_column(default=None)
    given: Mapped[str] = mapped_column(default="")
    """yes, partly or no; empty while there is no answer."""
    by_whom: Mapped[str] = mapped_column(default="")
    """Who gives it: a function or an organisation."""
    note: Mapped[str] = mapped_column(default="")
    """What was agreed, and where that stands."""
