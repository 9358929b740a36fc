"""What the council learned: trainings of everybody or of one member; and hours, for who wants."""

from typing import Any

from desktop.domain import money
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.ui.boxes import Item, beside, text
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.kit import button, card


class TrainingPage(RecordsPage):
    """The list of trainings with one form, and the way to one's own hours."""

    area = "members"
    tables = frozenset({"training", "member"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _trainings(desk))

    def build(self) -> list[Item]:
        me = own_number(self._desk)
        if me is None:
            return super().build()
        why = text(tr("Only for yourself. Nobody compares members here."), "small")
        go = button(tr("My hours"), self._hours, icon="clock")
        return [*super().build(), card(tr("Do you want to keep your hours?"), why, beside(go, ...))]

    def _hours(self) -> None:
        self._desk.window.open_page(HoursPage(self._desk))


class HoursPage(RecordsPage):
    """The hours of the member at the keyboard, this year; nobody else's."""

    area = "members"
    tables = frozenset({"hours_worked"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _hours(desk, own_number(desk) or 0))

    def build(self) -> list[Item]:
        found = self._desk.office.training.hours(
            own_number(self._desk) or 0, self._desk.today().year
        )
        total = money.number(sum(one.hours for one in found))
        return [*super().build(), text(tr("Together {n} hours.", n=total), "strong")]


def own_number(desk: Desk) -> int | None:
    """Return the number of the member at the keyboard, or None."""
    members, me = desk.office.council.members(), desk.office.store.actor
    return next((one.id for one in members if one.name == me), None)


def _trainings(desk: Desk) -> Records:
    training = desk.office.training

    def form() -> Form:
        members = [(str(one.id), one.name) for one in desk.office.council.members()]
        made = Form()
        made.add_row(tr("What was it about?"), line("topic"))
        made.add_pair(
            (
                tr("For whom?"),
                choice("member_id", [("", tr("The whole council")), *members]),
            ),
            (tr("Which day?"), date_line("on")),
        )
        made.add_row(tr("Who gave it?"), line("provider"), optional=True)
        made.add_pair(
            (tr("How many hours?"), line("hours")), (tr("What did it cost?"), line("cost"))
        )
        made.add_row(tr("What was it good for?"), lines("note", 2), optional=True)
        return made

    def shown() -> list[Shown]:
        names = {one.id: one.name for one in desk.office.council.members()}
        return [
            Shown(
                row.id,
                row.topic,
                " · ".join(
                    part
                    for part in (
                        names.get(row.member_id or 0, tr("The whole council")),
                        long_date(row.on) if row.on else "",
                        row.provider,
                    )
                    if part
                ),
                {
                    **vars(row),
                    "member_id": str(row.member_id or ""),
                    "hours": "" if row.hours is None else money.number(row.hours),
                    "cost": "" if row.cost is None else money.amount(row.cost),
                },
            )
            for row in training.trainings()
        ]

    return Records(
        tr("Trainings"),
        tr("What did you learn, from whom, and was it any good?"),
        tr("Add a training"),
        tr("Nothing yet. What would your council like to learn?"),
        "lesson",
        form,
        shown,
        lambda values: training.keep(None, **values),
        lambda record, values: training.keep(record, **values),
        training.remove,
        _ready,
    )


def _ready(values: dict[str, Any]) -> dict[str, Any]:
    hours, cost = values["hours"], values["cost"]
    return {
        **values,
        "member_id": int(values["member_id"] or 0) or None,
        "hours": money.read_number(hours, "hours") if hours else None,
        "cost": money.read_euros(cost, "cost") if cost else None,
    }


def _hours(desk: Desk, me: int) -> Records:
    training, year = desk.office.training, desk.today().year

    def form() -> Form:
        made = Form()
        made.add_pair((tr("Which day?"), date_line("on")), (tr("How many hours?"), line("hours")))
        made.add_row(tr("What did you do?"), line("what"), optional=True)
        made.set_values({"on": desk.today()})
        return made

    def shown() -> list[Shown]:
        return [
            Shown(
                row.id,
                tr("{n} hours", n=money.number(row.hours)),
                " · ".join(part for part in (long_date(row.on), row.what) if part),
                {"on": row.on, "hours": money.number(row.hours), "what": row.what},
            )
            for row in training.hours(me, year)
        ]

    def keep(record: int | None, values: dict[str, Any]) -> int:
        hours = money.read_number(values["hours"], "hours")
        return training.keep_hours(record, me, values["on"] or desk.today(), hours, values["what"])

    return Records(
        tr("My hours in {year}", year=year),
        tr("Only for yourself. Nobody compares members here."),
        tr("Add hours"),
        tr("Nothing yet."),
        "clock",
        form,
        shown,
        lambda values: keep(None, values),
        keep,
        training.remove_hours,
    )
