"""What was spent stays spent: when a member goes, the money stays in the year, without a name."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.means import Claim, ClaimKind, Spending, Training
from desktop.services.members.rows_budget import known
from desktop.services.members.rows_means import state_of


def keep_spent(session: Session, member: int) -> None:
    """Add the claims and trainings of *member* that count in a budget as other spendings.

    One for each kind and year, on the last of its days: then it tells nothing of the member.
    """
    kinds = {kind.id: kind.budget for kind in session.scalars(select(ClaimKind))}
    found: dict[tuple[str, str, int], list[tuple[date, int]]] = {}
    for claim in session.scalars(select(Claim).filter_by(member_id=member)):
        if state_of(claim.agreed, claim.paid, claim.refused) in ("agreed", "paid"):
            part = known(kinds.get(claim.kind_id or 0, "allowances"))
            found.setdefault((claim.name, part, claim.on.year), []).append((claim.on, claim.amount))
    for one in session.scalars(select(Training).filter_by(member_id=member)):
        if one.on and one.cost:
            key = (one.topic, "training", one.on.year)
            found.setdefault(key, []).append((one.on, one.cost))
    for (what, part, _year), spent in found.items():
        amount, last = sum(cents for _on, cents in spent), max(on for on, _cents in spent)
        session.add(Spending(what=what, on=last, amount=amount, part=part))
