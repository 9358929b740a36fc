"""Allowances and expenses: kinds with their amount and source, and claims from asked to paid."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.documents.readers import read_bytes
from desktop.domain import money
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.means import Claim, ClaimKind
from desktop.models.store import Store
from desktop.services.attention import Notice
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import means_out
from desktop.services.members.rows_budget import known
from desktop.services.members.rows_means import ClaimKindRow, ClaimRow
from desktop.services.records import fill, needed, rows, to_row

NORM = "claims_paid"
"""The agreed time in which a claim is paid."""

_RECEIPT_LIMIT = 10_000_000
_RECEIPTS = ((b"%PDF", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8", ".jpg"))
"""How a paper that can be a receipt begins, and how its name ends."""


class Means:
    """Read and change claims and their kinds."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def kinds(self, *, used: bool = True) -> list[ClaimKindRow]:
        """Return the kinds by name; without *used* also those of the past."""
        with self._store.reading() as session:
            found = rows(session, ClaimKindRow, select(ClaimKind).order_by(ClaimKind.name))
        return [kind for kind in found if kind.used or not used]

    def keep_kind(
        self,
        kind: int | None,
        name: str,
        amount: str,
        unit: str,
        source: str,
        *,
        used: bool = True,
        budget: str = "allowances",
    ) -> int:
        """Add a kind, or change *kind*; *amount* as it was typed. Return its number.

        *budget* is the part of the budget that pays for it.

        Raises CouncilError without a source: an amount without agreement is not the app's to make.
        """
        values: dict[str, Any] = {
            "name": needed(name, "name"),
            "amount": None if unit == "cost" else money.read_euros(amount),
            "unit": unit,
            "source": source.strip(),
            "used": used,
            "budget": known(budget),
        }
        if not values["source"]:
            raise CouncilError(tr("Where is this agreed? For example: article 6."), "source")
        with self._store.changing(tr("Change an allowance")) as session:
            found = session.get(ClaimKind, kind) if kind else None
            if found is None:
                found = ClaimKind(**values)
                session.add(found)
            fill(found, values)
            session.flush()
            return found.id

    def remove_kind(self, kind: int) -> None:
        """Throw a kind away that nobody claimed yet; raises CouncilError otherwise.

        The kind says which part of the budget paid: without it the account would not be right.
        """
        with self._store.changing(tr("Throw an allowance away")) as session:
            found = session.get(ClaimKind, kind)
            if found:
                if session.scalar(select(Claim.id).filter_by(kind_id=kind).limit(1)):
                    told = tr(
                        "Members claimed “{name}” already, so it has to stay for the account "
                        "of the money. Take the tick away at “{tick}”, then nobody claims it any "
                        "more.",
                        name=found.name,
                        tick=tr("Members can claim this now"),
                    )
                    raise CouncilError(told)
                remove(session, found)

    def claims(
        self, *, member: int | None = None, year: int | None = None, state: str = ""
    ) -> list[ClaimRow]:
        """Return claims, newest first; of one member, year or state when asked."""
        query = select(Claim).order_by(Claim.on.desc(), Claim.id.desc())
        if member is not None:
            query = query.where(Claim.member_id == member)
        if year is not None:
            query = query.where(Claim.on >= date(year, 1, 1), Claim.on <= date(year, 12, 31))
        with self._store.reading() as session:
            found = rows(session, ClaimRow, query)
        return [claim for claim in found if not state or claim.state == state]

    def claim(self, claim: int) -> ClaimRow:
        """Return one claim; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            return to_row(ClaimRow, _get(session, claim))

    def total(self, kind: int, units: str, cost: str) -> tuple[float, int]:
        """Return units and cents of a claim from what was typed; raises CouncilError."""
        found = next((one for one in self.kinds(used=False) if one.id == kind), None)
        if found is None:
            raise CouncilError(tr("Choose what it is for."), "kind_id")
        if found.amount is None:
            return 1.0, money.read_euros(cost, "cost")
        many = money.read_number(units, "units")
        return many, round(found.amount * many)

    def ask(self, member: int, kind: int, on: date, units: str, cost: str, note: str = "") -> int:
        """Hand in a claim; *units* and *cost* as they were typed. Return its number."""
        many, cents = self.total(kind, units, cost)
        if not cents:
            raise CouncilError(tr("Fill in how much it is."), "cost")
        with self._store.changing(tr("Hand in a claim")) as session:
            if session.get(Member, member) is None:
                raise CouncilError(tr("Choose a member."), "member_id")
            name = session.get_one(ClaimKind, kind).name
            claim = Claim(
                member_id=member,
                name=name,
                on=on,
                amount=cents,
                kind_id=kind,
                units=many,
                note=note.strip(),
            )
            session.add(claim)
            session.flush()
            return claim.id

    def attach(self, claim: int, path: Path) -> None:
        """Keep the receipt at *path* (PDF, PNG or JPEG, at most 10 MB) with a claim."""
        _name, data = read_bytes(path)
        if len(data) > _RECEIPT_LIMIT or not _ending(data):
            raise CouncilError(tr("Choose a PDF or a photo of at most 10 MB."), "receipt")
        with self._store.changing(tr("Keep a receipt")) as session:
            _get(session, claim).receipt = self._store.keep(session, data)

    def receipt(self, claim: int) -> tuple[str, bytes]:
        """Return a name and the bytes of the receipt of *claim*; raises CouncilError."""
        found = self.claim(claim)
        if not found.receipt:
            raise CouncilError(tr("There is no receipt with this claim."))
        data = self._store.kept(found.receipt)
        return tr("Receipt {n}", n=claim) + _ending(data), data

    def agree(self, claims: list[int], today: date) -> None:
        """Say that *claims* are all right."""
        with self._store.changing(tr("Agree with a claim")) as session:
            for one in (_get(session, number) for number in claims):
                _refuse_when_over(one)
                one.agreed = one.agreed or today

    def pay(self, claims: list[int], today: date) -> None:
        """Say that *claims* were paid today; raises CouncilError before they were agreed."""
        with self._store.changing(tr("Pay a claim")) as session:
            for one in (_get(session, number) for number in claims):
                _refuse_when_over(one)
                if one.agreed is None:
                    raise CouncilError(tr("Agree with this claim first."))
                one.paid = today

    def refuse(self, claim: int, why: str) -> None:
        """Refuse a claim with the reason in one sentence, which the member gets to read."""
        if not why.strip():
            raise CouncilError(tr("Say in one sentence why not."), "refused")
        with self._store.changing(tr("Refuse a claim")) as session:
            found = _get(session, claim)
            _refuse_when_over(found)
            found.refused, found.agreed = why.strip(), None

    def reopen(self, claim: int) -> None:
        """Bring a refused claim back to where it was handed in."""
        with self._store.changing(tr("Look at a claim again")) as session:
            _get(session, claim).refused = ""

    def remove(self, claim: int) -> None:
        """Throw a claim away; undo brings it back. What was paid stays."""
        with self._store.changing(tr("Throw a claim away")) as session:
            found = _get(session, claim)
            if found.paid:
                raise CouncilError(tr("What was paid stays in the overview of the year."))
            remove(session, found)

    def late(self, today: date) -> list[ClaimRow]:
        """Return the claims that should have been paid by the agreed term; none without one."""
        term = self._council.term(NORM)
        if term is None:
            return []
        waiting = [one for one in self.claims() if one.state in ("claimed", "agreed")]
        return [one for one in waiting if term.after(one.on) < today]

    def save_form(self, today: date, folder: Path) -> list[Path]:
        """Write the empty claim form with the agreed amounts as Word and PDF."""
        document = means_out.claim_form(
            self.kinds(), self._council.profile().name, self._council.logo(), today
        )
        return write_both(document, folder / safe_name(document.title))

    def save_question(self, today: date, folder: Path) -> list[Path]:
        """Write the paper to ask the benefits officer first, as Word and PDF."""
        document = means_out.question(
            self.kinds(), self._council.profile().name, self._council.logo(), today
        )
        return write_both(document, folder / safe_name(document.title))

    def save_overview(self, member: int, year: int, today: date, folder: Path) -> list[Path]:
        """Write what *member* claimed in *year* as Word and PDF."""
        name = next((one.name for one in self._council.members() if one.id == member), "")
        document = means_out.year_overview(
            needed(name, "member_id"),
            year,
            self.claims(member=member, year=year),
            self._council.profile().name,
            self._council.logo(),
            today,
        )
        return write_both(document, folder / safe_name(document.title))

    def notices(self, today: date) -> Iterator[Notice]:
        """Give one notice when members wait too long for their money."""
        late, term = self.late(today), self._council.term(NORM)
        if late and term:
            yield Notice(
                trn("{n} claim waits to be paid", "{n} claims wait to be paid", len(late)),
                tr("Agreed is: within {term} ({source}).", term=term.words, source=term.source),
                tr("too late"),
                "late",
                tr("Look"),
                "members",
                "late",
                due=min(term.after(one.on) for one in late),
                place="claims",
            )


def _get(session: Session, claim: int) -> Claim:
    found = session.get(Claim, claim)
    if found is None:
        raise CouncilError(tr("This claim is gone."))
    return found


def _refuse_when_over(claim: Claim) -> None:
    if claim.paid:
        raise CouncilError(tr("This claim was paid already."))
    if claim.refused:
        raise CouncilError(tr("This claim was refused. Look at it again first."))


def _ending(data: bytes) -> str:
    return next((ending for begin, ending in _RECEIPTS if data.startswith(begin)), "")
