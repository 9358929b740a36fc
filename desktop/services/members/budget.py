"""The budget of the year (werkbudget): what was granted, planned and spent, and what is left."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.domain import money
from desktop.domain.budget import Amounts, Budget, check_year
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.means import BudgetLine, Claim, ClaimKind, Spending, Training
from desktop.models.store import Store
from desktop.services.attention import Notice
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import budget_out
from desktop.services.members.rows_budget import (
    FREE,
    PartRow,
    SpendingRow,
    SpentRow,
    YearView,
    known,
    parts,
)
from desktop.services.members.rows_means import State, state_of
from desktop.services.records import fill, rows, to_row


class BudgetDesk:
    """Read and change the budget lines and the spendings; claims and trainings count along."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def year(self, year: int) -> YearView:
        """Return the budget of *year*; raises CouncilError when it cannot be a year."""
        check_year(year)
        with self._store.reading() as session:
            lines = _lines(session, year)
            claims = _claims(session, year)
            spent = _spent(session, year, claims)
            waiting = [cents for _kind, state, cents in claims if state == "claimed"]
            undated = session.scalars(
                select(Training.id).where(Training.on.is_(None), Training.cost > 0)
            ).all()
            budget = _budget(lines, spent)
            shown = tuple(_row(key, name, lines.get(key), budget) for key, name in parts(free=True))
        return YearView(year, budget, shown, spent, (len(waiting), sum(waiting)), len(undated))

    def is_new(self) -> bool:
        """Tell whether nobody wrote down any amount yet."""
        with self._store.reading() as session:
            found = session.scalar(select(BudgetLine.id).limit(1))
            return found is None and session.scalar(select(Spending.id).limit(1)) is None

    def keep(self, year: int, part: str, granted: str, planned: str, source: str) -> None:
        """Keep the amounts of a part of a year, as they were typed; empty: nobody said one.

        Raises CouncilError at a wrong amount, or when a granted amount has no source.
        """
        check_year(year)
        if part not in dict(parts(free=True)):
            raise CouncilError(tr("Choose a part of the budget."), "part")
        values: dict[str, Any] = {
            "granted": _cents(granted, "granted"),
            "planned": None if part == FREE else _cents(planned, "planned"),
            "source": source.strip(),
        }
        if values["granted"] is None and values["planned"] is None:
            raise CouncilError(tr("Fill in an amount."), "granted")
        if values["granted"] is not None and not values["source"]:
            raise CouncilError(tr("Where does it stand? For example: article 6."), "source")
        with self._store.changing(tr("Change the budget")) as session:
            found = _lines(session, year).get(part)
            if found is None:
                found = BudgetLine(year=year, part=part)
                session.add(found)
            fill(found, values)

    def remove(self, year: int, part: str) -> None:
        """Take the amounts of a part of a year away; what was spent stays."""
        with self._store.changing(tr("Take an amount out of the budget")) as session:
            found = _lines(session, year).get(part)
            if found:
                remove(session, found)

    def can_take_plan(self, year: int) -> bool:
        """Tell whether last year had a plan, and *year* has none yet."""
        with self._store.reading() as session:
            now, before = _lines(session, year), _lines(session, year - 1)
        return not _planned(now) and bool(_planned(before))

    def take_plan(self, year: int) -> None:
        """Begin the plan of *year* with that of the year before; what was granted is not copied."""
        check_year(year)
        with self._store.changing(tr("Take over last year's plan")) as session:
            now = _lines(session, year)
            for part, planned in _planned(_lines(session, year - 1)).items():
                if part not in now:
                    session.add(BudgetLine(year=year, part=part, planned=planned))
                elif now[part].planned is None:
                    now[part].planned = planned

    def spendings(self, year: int) -> list[SpendingRow]:
        """Return the spendings of *year*, newest first."""
        query = _within(Spending, year).order_by(Spending.on.desc(), Spending.id.desc())
        with self._store.reading() as session:
            return rows(session, SpendingRow, query)

    def spending(self, spending: int) -> SpendingRow:
        """Return one spending; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            found = session.get(Spending, spending)
            if found is None:
                raise CouncilError(tr("This spending is gone."))
            return to_row(SpendingRow, found)

    def keep_spending(
        self, spending: int | None, what: str, on: date | None, amount: str, part: str
    ) -> int:
        """Add a spending, or change *spending*; *amount* as it was typed. Return its number."""
        if not what.strip():
            raise CouncilError(tr("Say in a few words what it was for."), "what")
        if on is None:
            raise CouncilError(tr("Fill in the day."), "on")
        check_year(on.year, "on")
        cents = money.read_euros(amount, most=money.MOST_OF_YEAR)
        if not cents:
            raise CouncilError(tr("Fill in how much it is."), "amount")
        values: dict[str, Any] = {"what": what.strip(), "on": on, "amount": cents}
        values["part"] = known(part)
        with self._store.changing(tr("Change a spending")) as session:
            found = session.get_one(Spending, spending) if spending else None
            if found is None:
                found = Spending(**values)
                session.add(found)
            fill(found, values)
            session.flush()
            return found.id

    def remove_spending(self, spending: int) -> None:
        """Throw a spending away; undo brings it back."""
        with self._store.changing(tr("Throw a spending away")) as session:
            found = session.get(Spending, spending)
            if found:
                remove(session, found)

    def save_account(self, year: int, today: date, folder: Path) -> list[Path]:
        """Write the account (verantwoording) of *year* as Word and PDF; it names no member."""
        council = self._council.profile().name
        document = budget_out.account(self.year(year), council, self._council.logo(), today)
        return write_both(document, folder / safe_name(document.title))

    def notices(self, today: date) -> Iterator[Notice]:
        """Give one calm notice when more was spent this year than was granted."""
        view = self.year(today.year)
        if view.is_over:
            yield Notice(
                tr("More is spent than you got"),
                view.told,
                tr("too much"),
                "calm",
                tr("Look"),
                "members",
                "promise",
                place="budget",
            )


_Claim = tuple[int | None, State, int]
"""The kind of a claim, where it stands, and how much it is."""


def _within(kind: type[Any], year: int) -> Any:  # noqa: ANN401 – a query on any kind with a day
    return select(kind).where(kind.on >= date(year, 1, 1), kind.on <= date(year, 12, 31))


def _lines(session: Session, year: int) -> dict[str, BudgetLine]:
    found = session.scalars(select(BudgetLine).where(BudgetLine.year == year))
    return {line.part: line for line in found}


def _planned(lines: dict[str, BudgetLine]) -> dict[str, int]:
    return {part: line.planned for part, line in lines.items() if line.planned is not None}


def _claims(session: Session, year: int) -> list[_Claim]:
    """Return the kind, the state and the amount of every claim of *year*."""
    query = select(Claim.kind_id, Claim.agreed, Claim.paid, Claim.refused, Claim.amount)
    days = date(year, 1, 1), date(year, 12, 31)
    return [
        (kind, state_of(agreed, paid, refused), cents)
        for kind, agreed, paid, refused, cents in session.execute(
            query.where(Claim.on.between(*days))
        )
    ]


def _spent(session: Session, year: int, claims: Sequence[_Claim]) -> tuple[SpentRow, ...]:
    """Return what was spent in *year* per part and way: claims once agreed, trainings, the rest."""
    kinds = {kind.id: kind.budget for kind in session.scalars(select(ClaimKind))}
    found: list[tuple[str, str, int]] = [
        (known(kinds.get(kind or 0, "allowances")), "claims", cents)
        for kind, state, cents in claims
        if state in ("agreed", "paid")
    ]
    found += [
        ("training", "trainings", training.cost)
        for training in session.scalars(_within(Training, year))
        if training.cost
    ]
    found += [
        (known(spending.part), "spendings", spending.amount)
        for spending in session.scalars(_within(Spending, year))
    ]
    result: list[SpentRow] = []
    for part, _name in parts():
        for how in ("claims", "trainings", "spendings"):
            amounts = [cents for where, way, cents in found if (where, way) == (part, how)]
            if amounts:
                result.append(SpentRow(part, how, len(amounts), sum(amounts)))
    return tuple(result)


def _budget(lines: dict[str, BudgetLine], spent: tuple[SpentRow, ...]) -> Budget:
    amounts: dict[str, Amounts] = {}
    for part, _name in parts():
        line = lines.get(part)
        total = sum(one.amount for one in spent if one.part == part)
        amounts[part] = Amounts(line and line.granted, line and line.planned, total)
    free = lines.get(FREE)
    return Budget(amounts, free.granted if free else None)


def _row(key: str, name: str, line: BudgetLine | None, budget: Budget) -> PartRow:
    if key == FREE:
        amounts, state = Amounts(budget.free), None
    else:
        amounts, state = budget.parts[key], budget.state(key)
    return PartRow(key, name, amounts, state, line.source if line else "", line is not None)


def _cents(words: str, field: str) -> int | None:
    return money.read_euros(words, field, money.MOST_OF_YEAR) if words.strip() else None
