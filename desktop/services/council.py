"""The council's own data: name, people, addressees, laws and agreed terms."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar, cast

from sqlalchemy import select

from desktop.domain import numbering
from desktop.domain.errors import CouncilError
from desktop.domain.terms import Term, Unit
from desktop.i18n import tr
from desktop.models.base import Record
from desktop.models.council import (
    Addressee,
    Council,
    Domain,
    Member,
    Municipality,
    Norm,
    Ordinance,
)
from desktop.models.history import Action
from desktop.models.links import remove
from desktop.models.store import Store
from desktop.services.records import fill, needed, rows, to_row

Row = TypeVar("Row")
Kind = Literal["member", "addressee", "ordinance", "municipality", "domain"]
_LOGO_LIMIT = 5_000_000
_MOST = 1000
"""No term is longer (in months: eighty years) and no council larger."""


@dataclass(frozen=True)
class CouncilRow:
    """The council as the screens and letters see it."""

    name: str = ""
    kind: str = "sociaal_domein"
    person_word: str = "inwoner"
    address: str = ""
    place: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    logo: str = ""
    reference_scheme: str = numbering.EXAMPLE
    window_left: float | None = 30.0
    window_top: float | None = 50.0
    goal_level: int = 2


@dataclass(frozen=True)
class Named:
    """A municipality or domain: a number and a name."""

    id: int
    name: str


@dataclass(frozen=True)
class MemberRow:
    """A member as shown in lists."""

    id: int
    name: str
    role: str
    email: str
    phone: str
    since: date | None
    until: date | None
    signs: bool


@dataclass(frozen=True)
class AddresseeRow:
    """Someone the council writes to."""

    id: int
    name: str
    municipality_id: int | None
    attention: str
    address: str
    salutation: str
    email: str


@dataclass(frozen=True)
class OrdinanceRow:
    """An ordinance or agreement."""

    id: int
    title: str
    municipality_id: int | None
    status: str
    since: date | None
    note: str


@dataclass(frozen=True)
class NormRow:
    """An agreed term or number with its source."""

    id: int
    kind: str
    amount: int
    unit: str
    source_kind: str
    source: str
    ordinance_id: int | None

    @property
    def term(self) -> Term:
        """The same as a term to count with."""
        return Term(self.amount, cast(Unit, self.unit), self.source)


class CouncilDesk:
    """Read and change the council's own data."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._norms: tuple[NormRow, ...] | None = None
        store.on_change(self._hear)

    def profile(self) -> CouncilRow:
        """Return the council; empty fields in a file that was just made."""
        with self._store.reading() as session:
            council = session.scalar(select(Council))
            return to_row(CouncilRow, council) if council else CouncilRow()

    def change_profile(self, **fields: Any) -> None:  # noqa: ANN401 – any column of the council
        """Change *fields* of the council; raises CouncilError at a wrong value."""
        if "name" in fields and not str(fields["name"]).strip():
            raise CouncilError(tr("Fill in the name of your council."), "name")
        if "reference_scheme" in fields:
            numbering.check_scheme(fields["reference_scheme"])
        with self._store.changing(tr("Change the council's data"), merge="council") as session:
            council = session.scalar(select(Council))
            if council is None:
                session.add(Council(**fields))
            else:
                fill(council, fields)

    def set_logo(self, data: bytes) -> None:
        """Keep the picture *data* (PNG or JPEG, at most 5 MB) as the logo on letters."""
        check_logo(data)
        with self._store.changing(tr("Choose a logo")) as session:
            council = session.scalar(select(Council)) or Council()
            session.add(council)
            council.logo = self._store.keep(session, data)

    def logo(self) -> bytes | None:
        """Return the logo, or None."""
        checksum = self.profile().logo
        return self._store.kept(checksum) if checksum else None

    def municipalities(self) -> list[Named]:
        """Return the municipalities by name."""
        return self._named(Municipality)

    def domains(self) -> list[Named]:
        """Return the fields of policy by name."""
        return self._named(Domain)

    def members(self, on: date | None = None) -> list[MemberRow]:
        """Return the members, chair and secretary first; only those in office *on* that day."""
        order = {"voorzitter": 0, "secretaris": 1, "penningmeester": 2}
        rows = self._rows(Member, MemberRow)
        if on:
            rows = [
                m for m in rows if not ((m.until and m.until < on) or (m.since and m.since > on))
            ]
        return sorted(rows, key=lambda m: (order.get(m.role, 3), m.name))

    def addressees(self) -> list[AddresseeRow]:
        """Return everyone the council writes to."""
        return sorted(self._rows(Addressee, AddresseeRow), key=lambda row: row.name)

    def ordinances(self) -> list[OrdinanceRow]:
        """Return the ordinances and agreements."""
        return self._rows(Ordinance, OrdinanceRow)

    def norms(self) -> list[NormRow]:
        """Return what was agreed; read once until it changes, for each notice asks."""
        if self._norms is None:
            self._norms = tuple(self._rows(Norm, NormRow))
        return list(self._norms)

    def norm(self, kind: str) -> NormRow | None:
        """Return the agreed norm of *kind*, or None: then nothing was agreed."""
        return next((row for row in self.norms() if row.kind == kind), None)

    def term(self, kind: str) -> Term | None:
        """Return the agreed term of *kind*, or None."""
        norm = self.norm(kind)
        return norm.term if norm else None

    def set_norm(
        self,
        kind: str,
        amount: int | None,
        unit: str = "days",
        *,
        source_kind: str = "own_rule",
        source: str = "",
        ordinance_id: int | None = None,
    ) -> None:
        """Agree on *amount* with its source, or take the norm away with None.

        Raises CouncilError without a source: every term says where it comes from.
        """
        if amount is not None:
            check_norm(kind, amount, source)
        with self._store.changing(tr("Change an agreed term")) as session:
            norm = session.scalar(select(Norm).where(Norm.kind == kind))
            if amount is None:
                if norm:
                    remove(session, norm)
                return
            values: dict[str, Any] = {
                "amount": amount,
                "unit": unit,
                "source_kind": source_kind,
                "source": source.strip(),
                "ordinance_id": ordinance_id,
            }
            if norm:
                fill(norm, values)
            else:
                session.add(Norm(kind=kind, **values))

    def add_municipality(self, name: str) -> int:
        """Add a municipality; return its number."""
        return self._add(tr("Add a municipality"), Municipality(name=needed(name, "municipality")))

    def add_domain(self, name: str) -> int:
        """Add a field of policy; return its number."""
        return self._add(tr("Add a field of policy"), Domain(name=needed(name, "domain")))

    def add_member(self, name: str, role: str = "lid", **fields: Any) -> int:  # noqa: ANN401
        """Add a member; return the number."""
        return self._add(tr("Add a member"), Member(name=needed(name, "name"), role=role, **fields))

    def add_addressee(self, name: str, **fields: Any) -> int:  # noqa: ANN401
        """Add someone the council writes to; return the number."""
        return self._add(tr("Add an addressee"), Addressee(name=needed(name, "name"), **fields))

    def add_ordinance(self, title: str, **fields: Any) -> int:  # noqa: ANN401
        """Add an ordinance or agreement; return its number."""
        return self._add(
            tr("Add an ordinance or agreement"),
            Ordinance(title=needed(title, "title"), **fields),
        )

    def change(self, kind: Kind, record: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a record of the council; its name cannot be taken away."""
        for name in {"name", "title"} & set(fields):
            fields[name] = needed(fields[name], name)
        with self._store.changing(
            tr("Change the council's data"), merge=f"{kind}:{record}"
        ) as session:
            fill(session.get_one(_KINDS[kind], record), fields)

    def remove(self, kind: Kind, record: int) -> None:
        """Remove a record of the council; undo brings it back."""
        with self._store.changing(tr("Remove from the council's data")) as session:
            found = session.get(_KINDS[kind], record)
            if found:
                remove(session, found)

    def _hear(self, action: Action) -> None:
        if Norm.__tablename__ in action.tables:
            self._norms = None

    def _add(self, label: str, record: Record) -> int:
        with self._store.changing(label) as session:
            session.add(record)
            session.flush()
            return record.id

    def _named(self, kind: type[Municipality] | type[Domain]) -> list[Named]:
        with self._store.reading() as session:
            return rows(session, Named, select(kind).order_by(kind.name))

    def _rows(self, kind: type[Record], row: type[Row]) -> list[Row]:
        with self._store.reading() as session:
            return rows(session, row, kind)


def check_logo(data: bytes) -> None:
    """Raise CouncilError when *data* is no picture for on a letter."""
    if len(data) > _LOGO_LIMIT or not data.startswith((b"\x89PNG", b"\xff\xd8")):
        raise CouncilError(tr("Choose a picture: PNG or JPEG, at most 5 MB."), "logo")


def check_norm(kind: str, amount: int, source: str) -> None:
    """Raise CouncilError at an *amount* that cannot be, or without *source*."""
    if amount <= 0:
        raise CouncilError(tr("Fill in a number of one or more."), f"{kind}_amount")
    if amount > _MOST:
        raise CouncilError(tr("This number is too large."), f"{kind}_amount")
    if not source.strip():
        raise CouncilError(
            tr("Where does this stand? For example: article 4 of the ordinance."),
            f"{kind}_source",
        )


_KINDS: dict[str, type[Record]] = {
    "member": Member,
    "addressee": Addressee,
    "ordinance": Ordinance,
    "municipality": Municipality,
    "domain": Domain,
}
