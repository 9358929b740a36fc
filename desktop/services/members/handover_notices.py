"""What needs attention when members leave: a handover that must begin, or is not ready."""

from collections.abc import Iterator
from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import add
from desktop.i18n import tr, trn
from desktop.services.attention import Notice
from desktop.services.members.handover import Handovers
from desktop.services.members.terms import Terms

SOON_MONTHS = 2
"""So long before the last day a handover should have begun."""


def leaving(handovers: Handovers, terms: Terms, today: date) -> list[tuple[int, str, date]]:
    """Return who leaves within two months and hands nothing over yet: number, name, last day.

    Who may be appointed once more is not leaving; nobody is pushed out by this app.
    """
    known = {one.member_id for one in handovers.all()}
    until = add(today, SOON_MONTHS, "months")
    return [
        (line.member_id, line.name, end)
        for line in terms.rota(today).lines
        if (end := line.tenure.last_day)
        and today <= end <= until
        and (line.tenure.ended or not line.may_return)
        and line.member_id not in known
    ]


def notices(handovers: Handovers, terms: Terms, today: date) -> Iterator[Notice]:
    """Say who leaves without a handover, and what is still open after somebody left."""
    for member, name, end in leaving(handovers, terms, today):
        yield Notice(
            tr("{name} leaves on {day}", name=name, day=long_date(end)),
            tr("Gather in time what {name} does, and who takes it.", name=name.partition(" ")[0]),
            tr("no handover yet"),
            "soon",
            tr("Start the handover"),
            "members",
            "next",
            due=end,
            place=f"hand_over:{member}",
        )
    for row in handovers.all():
        if not row.finished and row.left and row.is_gone(today):
            yield Notice(
                tr("The handover of {name} is not ready", name=row.name),
                trn("{n} point is still open.", "{n} points are still open.", len(row.left)),
                tr("has left"),
                "late",
                tr("Look"),
                "members",
                "next",
                due=row.last_day,
                place=f"handover:{row.id}",
            )
