"""The council itself: its name, municipalities, laws, people and agreed terms."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.numbering import EXAMPLE
from desktop.models.base import Record


class Council(Record):
    """The council (cliëntenraad, adviesraad); one per file."""

    __tablename__ = "council"

    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="sociaal_domein")
    person_word: Mapped[str] = mapped_column(default="inwoner")
    """inwoner, cliënt or burger: the word used in every letter."""
    address: Mapped[str] = mapped_column(default="")
    """Lines under the name on a letter, one per line."""
    place: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    """sha256 of the logo file, or empty."""
    reference_scheme: Mapped[str] = mapped_column(default=EXAMPLE)
    window_left: Mapped[float | None] = mapped_column(default=30.0)
    """Left edge in mm of the address in a window envelope; None without window."""
    window_top: Mapped[float | None] = mapped_column(default=50.0)
    goal_level: Mapped[int] = mapped_column(default=2)
    """Highest LiNT level (1–4) that the council wants for its own texts."""


class Municipality(Record):
    """A municipality (gemeente) or board the council advises."""

    __tablename__ = "municipality"

    name: Mapped[str]


class Domain(Record):
    """A field of policy (domein): Wmo, youth, work and income."""

    __tablename__ = "domain"

    name: Mapped[str]


class Ordinance(Record):
    """An ordinance or agreement (verordening, convenant) that gives the council its rights."""

    __tablename__ = "ordinance"
    __search__ = ("title", "note")

    title: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(
        ForeignKey("municipality.id", ondelete="SET NULL"), default=None
    )
    status: Mapped[str] = mapped_column(default="verordening")
    """wet, toelichting, verordening, werkafspraak, aanbeveling or eigen_standpunt."""
    since: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")


class Addressee(Record):
    """Someone the council writes to (college, gemeenteraad, bestuur)."""

    __tablename__ = "addressee"
    __search__ = ("name", "attention")

    name: Mapped[str]
    municipality_id: Mapped[int | None] = mapped_column(
        ForeignKey("municipality.id", ondelete="SET NULL"), default=None
    )
    attention: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")


class Member(Record):
    """A member (lid). No health, benefit or diagnosis is ever kept."""

    __tablename__ = "member"
    __search__ = ("name", "role")

    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="lid")
    """voorzitter, secretaris, penningmeester, lid, or the council's own word."""
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
    signs: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    """sha256 of a picture that the member gave, or empty."""
    about: Mapped[str] = mapped_column(default="")
    """What the member tells about himself or herself, for the welcome booklet."""
    wishes: Mapped[str] = mapped_column(default="[]")
    """JSON list of keys of resources/members/choices.toml: how this member wants papers."""
    wish_note: Mapped[str] = mapped_column(default="")
    """A wish in own words; never why."""
    most_hours: Mapped[float | None] = mapped_column(default=None)
    """Hours per month that the member set as the most."""


class Norm(Record):
    """An agreed term or number (norm) with its source; without a row nothing was agreed."""

    __tablename__ = "norm"

    kind: Mapped[str]
    """advice_minimum, reply_term, reminder, quorum, papers_before_meeting, term_length …"""
    amount: Mapped[int]
    unit: Mapped[str] = mapped_column(default="days")
    """days, weeks, months, years, persons, times."""
    source_kind: Mapped[str] = mapped_column(default="own_rule")
    """ordinance, agreement or own_rule."""
    source: Mapped[str] = mapped_column(default="")
    """As people say it: "artikel 4 van de verordening", "werkafspraak 2"."""
    ordinance_id: Mapped[int | None] = mapped_column(
        ForeignKey("ordinance.id", ondelete="SET NULL"), default=None
    )


class Setting(Record):
    """A choice of the council that belongs in its file (hidden hints, own words)."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str] = mapped_column(default="")
    """JSON."""
