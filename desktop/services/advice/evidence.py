"""What an advice rests on, and who was and was not heard."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.domain.dossier import ENDED
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.advice import Dossier, Evidence, HeardGroup
from desktop.models.base import Record
from desktop.models.links import remove
from desktop.models.store import Store
from desktop.services.advice.rows import DossierRow, EvidenceRow, HeardRow
from desktop.services.records import fill, to_row


class EvidenceDesk:
    """Read and change evidence and heard groups of a dossier."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def told(self) -> list[tuple[DossierRow, EvidenceRow]]:
        """Return the evidence of every running advice, newest first, with its dossier."""
        query = select(Dossier, Evidence).join(Evidence, Evidence.dossier_id == Dossier.id)
        with self._store.reading() as session:
            return [
                (to_row(DossierRow, dossier), to_row(EvidenceRow, evidence))
                for dossier, evidence in session.execute(query.order_by(Evidence.id.desc()))
                if dossier.state not in ENDED
            ]

    def not_heard(self) -> list[tuple[DossierRow, HeardRow]]:
        """Return the groups that were not heard, newest first, with their dossier."""
        query = select(Dossier, HeardGroup).join(HeardGroup, HeardGroup.dossier_id == Dossier.id)
        with self._store.reading() as session:
            return [
                (to_row(DossierRow, dossier), to_row(HeardRow, group))
                for dossier, group in session.execute(query.order_by(HeardGroup.id.desc()))
                if not group.heard
            ]

    def add(
        self,
        dossier: int,
        kind: str,
        claim: str,
        source: str = "",
        times: int = 1,
        dated: date | None = None,
        **fields: Any,  # noqa: ANN401 – the recommendation or paper it belongs to
    ) -> int:
        """Add evidence; raises CouncilError without words. *times*: how often it was heard."""
        if not claim.strip():
            raise CouncilError(tr("Write in one sentence what you heard or found."), "claim")
        if times < 1:
            raise CouncilError(tr("Fill in a number of one or more."), "times")
        record = Evidence(
            dossier_id=dossier,
            kind=kind,
            claim=claim.strip(),
            source=source.strip(),
            times=times,
            dated=dated,
            **fields,
        )
        return self._add(tr("Add evidence"), record)

    def add_group(
        self, dossier: int, name: str, *, heard: bool, people: int | None = None, how: str = ""
    ) -> int:
        """Add a group that was heard, or was not."""
        if not name.strip():
            raise CouncilError(tr("Name the group, without names of people."), "name")
        record = HeardGroup(
            dossier_id=dossier, name=name.strip(), heard=heard, people=people, how=how.strip()
        )
        return self._add(tr("Say who was heard"), record)

    def change(self, record: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of evidence."""
        with self._store.changing(tr("Change evidence"), merge=f"evidence:{record}") as session:
            fill(session.get_one(Evidence, record), fields)

    def change_group(self, record: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a heard group."""
        with self._store.changing(tr("Change who was heard"), merge=f"group:{record}") as session:
            fill(session.get_one(HeardGroup, record), fields)

    def remove(self, record: int) -> None:
        """Remove evidence; undo brings it back."""
        self._remove(tr("Remove evidence"), Evidence, record)

    def remove_group(self, record: int) -> None:
        """Remove a heard group; undo brings it back."""
        self._remove(tr("Remove a group"), HeardGroup, record)

    def _add(self, label: str, record: Record) -> int:
        with self._store.changing(label) as session:
            session.add(record)
            session.flush()
            return record.id

    def _remove(self, label: str, kind: type[Record], record: int) -> None:
        with self._store.changing(label) as session:
            found = session.get(kind, record)
            if found:
                remove(session, found)
