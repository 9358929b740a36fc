"""Who does what: working groups and tasks, with hours as the members estimate them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.members import Duty, WorkGroup
from desktop.models.store import Store
from desktop.services.members.rows_people import DutyRow, GroupRow
from desktop.services.records import fill, needed, rows


class Duties:
    """Read and change working groups and tasks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def groups(self, today: date | None = None) -> list[GroupRow]:
        """Return the working groups by name; with *today* only those that still exist."""
        with self._store.reading() as session:
            found = rows(session, GroupRow, select(WorkGroup).order_by(WorkGroup.name))
        return [one for one in found if not (today and one.until and one.until < today)]

    def duties(self) -> list[DutyRow]:
        """Return every task, oldest first."""
        with self._store.reading() as session:
            return rows(session, DutyRow, Duty)

    def add_group(self, name: str, **fields: Any) -> int:  # noqa: ANN401 – any column of the group
        """Add a working group; return its number."""
        with self._store.changing(tr("Add a working group")) as session:
            group = WorkGroup(name=needed(name, "name"), **fields)
            session.add(group)
            session.flush()
            return group.id

    def change_group(self, group: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a working group."""
        if "name" in fields:
            fields["name"] = needed(fields["name"], "name")
        with self._store.changing(tr("Change a working group"), merge=f"group:{group}") as session:
            fill(session.get_one(WorkGroup, group), fields)

    def remove_group(self, group: int) -> None:
        """Throw a working group away, with the tasks in it."""
        with self._store.changing(tr("Throw a working group away")) as session:
            found = session.get(WorkGroup, group)
            if found:
                remove(session, found)

    def keep(self, duty: int | None, member: int, values: Mapping[str, Any]) -> None:
        """Add a task of *member*, or change *duty*. Hours are per month, as the member says."""
        name = named(str(values["name"]), values.get("group_id"))
        fields: dict[str, Any] = {**values, "name": name}
        hours = fields.get("hours")
        if hours is not None and not 0 < hours <= 200:
            raise CouncilError(tr("Fill in the hours per month, for example 4."), "hours")
        with self._store.changing(tr("Change a task")) as session:
            if duty is None:
                session.add(Duty(member_id=member, **fields))
            else:
                fill(session.get_one(Duty, duty), fields)

    def remove(self, duty: int) -> None:
        """Throw a task away."""
        with self._store.changing(tr("Throw a task away")) as session:
            found = session.get(Duty, duty)
            if found:
                remove(session, found)


def named(name: str, group: int | None) -> str:
    """Return the name of a task; who is in a working group without more is simply a member of it.

    Raises CouncilError when nothing says what the task is.
    """
    if name.strip():
        return name.strip()
    if group is None:
        raise CouncilError(tr("Say what the task is."), "name")
    return tr("taking part")
