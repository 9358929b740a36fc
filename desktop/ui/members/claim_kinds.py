"""Which allowances and expenses this council knows: each with its amount and where it stands."""

from typing import Any

from desktop.domain import money
from desktop.i18n import tr
from desktop.services.members.rows_budget import parts
from desktop.services.members.rows_means import texts
from desktop.ui.buttons import Tick
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line


class ClaimKindsPage(RecordsPage):
    """The list of kinds with one form."""

    area = "members"
    tables = frozenset({"claim_kind"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _kinds(desk))


def _kinds(desk: Desk) -> Records:
    means = desk.office.means

    def form() -> Form:
        made = Form()
        made.add_row(tr("Name"), line("name"), tr("For example: travel by bus or taxi."))
        made.add_pair(
            (tr("Unit"), choice("unit", list(texts()["unit"].items()))),
            (tr("Amount"), line("amount"), tr("Like 12.50. Not needed for “what it cost”.")),
        )
        made.add_row(
            tr("Where is this agreed?"),
            line("source"),
            tr("An article, a letter or a decision of your council."),
        )
        made.add_row(
            tr("Which part of the budget pays for it?"),
            choice("budget", parts()),
            tr("So that the council sees what was spent this year."),
        )
        in_use = tr("Members can claim this now")
        made.add_row(in_use, Tick(in_use, key="used"))
        made.set_values({"used": True, "budget": "allowances"})
        return made

    def shown() -> list[Shown]:
        return [
            Shown(
                kind.id,
                kind.name,
                " · ".join([kind.words, kind.source, *([] if kind.used else [tr("not any more")])]),
                {
                    **vars(kind),
                    "amount": "" if kind.amount is None else money.amount(kind.amount),
                },
            )
            for kind in means.kinds(used=False)
        ]

    def keep(kind: int | None, values: dict[str, Any]) -> int:
        return means.keep_kind(
            kind,
            values["name"],
            values["amount"],
            values["unit"],
            values["source"],
            used=values["used"],
            budget=values["budget"],
        )

    return Records(
        tr("What was agreed about money"),
        tr("The app has no amounts of its own. Fill in what you agreed, and where it stands."),
        tr("Add an allowance"),
        tr("Nothing yet. Ask what the municipality pays."),
        "decision",
        form,
        shown,
        lambda values: keep(None, values),
        keep,
        means.remove_kind,
    )
