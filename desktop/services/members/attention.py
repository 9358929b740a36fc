"""What needs attention among the members: terms that end, empty seats, and too few people."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import tenures as rules
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.rows_people import RotaLine
from desktop.services.members.seats import Seats

if TYPE_CHECKING:
    from desktop.services.attention import Notice
    from desktop.services.council import CouncilDesk


def notices(seats: Seats, today: date) -> Iterator["Notice"]:
    """Give a notice for each term that ends within a year, and one for the empty seats.

    A term without a last day says nothing: the app knows no norm of its own.
    """
    from desktop.services.attention import Notice

    for line in (*seats.terms.lapsed(today), *seats.terms.rota(today).lines):
        stage = rules.stage(line.tenure.last_day, today)
        if stage != "far" and line.tenure.ended is None:  # who leaves said so already
            yield _of_term(line, stage, today)
    empty = seats.vacancies(today)
    if empty:
        yield Notice(
            trn("There is {n} empty seat", "There are {n} empty seats", len(empty)),
            ", ".join(seat.name for seat in empty),
            tr("empty"),
            "calm",
            tr("Look"),
            "members",
            "people",
            place="seats",
        )


def few_members(council: "CouncilDesk", today: date) -> Iterator["Notice"]:
    """Give a notice while the council has fewer members than was agreed; without a rule none."""
    from desktop.services.attention import Notice

    norm, many = council.norm("members_minimum"), len(council.members(today))
    if norm is None or many >= norm.amount:
        return
    yield Notice(
        tr("The council has too few members"),
        tr(
            "There are {many}. At least {least} was agreed ({source}).",
            many=many,
            least=norm.amount,
            source=norm.source,
        ),
        tr("too few"),
        "soon",
        tr("Look"),
        "members",
        "search",
        place="vacancies",
    )


def _of_term(line: RotaLine, stage: rules.Stage, today: date) -> "Notice":
    from desktop.services.attention import Notice

    end = line.tenure.last_day or today
    why = (
        tr("Ask whether {name} wants to go on.", name=line.name.partition(" ")[0])
        if line.may_return
        else tr("By your rules this is the last term. Look for somebody new in time.")
    )
    told = {
        "year": tr("within a year"),
        "half": tr("within half a year"),
        "quarter": tr("within three months"),
        "over": tr("is over"),
    }
    return Notice(
        tr("Term of {name} ends on {day}", name=line.name, day=long_date(end)),
        why,
        told[stage],
        "soon" if stage in ("quarter", "over") else "calm",
        tr("Look"),
        "members",
        "people",
        due=end,
        place=f"person:{line.member_id}",
    )
