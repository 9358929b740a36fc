"""Handing over (overdracht): what a leaving member does, who takes it, and what is still open."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.documents.document import Document
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.members import Handover, HandoverPoint
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members.handover_look import look, points_of
from desktop.services.members.handover_out import report
from desktop.services.members.handover_points import Change, held, move
from desktop.services.members.own_material import how_it_stands
from desktop.services.members.rows_handover import FREE, HandoverRow
from desktop.services.records import fill


class Handovers:
    """Read and change handovers; receiving a thing really moves it."""

    def __init__(self, store: Store, council: CouncilDesk, dossiers: Dossiers) -> None:
        self._store, self._council, self._dossiers = store, council, dossiers

    def all(self) -> list[HandoverRow]:
        """Return every handover; those that are not finished first, then the newest."""
        with self._store.reading() as session:
            found = [look(session, one) for one in session.scalars(select(Handover))]
        return sorted(found, key=lambda one: (one.finished is not None, -one.id))

    def handover(self, handover: int) -> HandoverRow:
        """Return one handover; raises CouncilError when it is gone."""
        found = next((one for one in self.all() if one.id == handover), None)
        if found is None:
            raise CouncilError(tr("This handover is gone."))
        return found

    def of_member(self, member: int) -> HandoverRow | None:
        """Return the handover of *member* that is not finished, else the last one."""
        return next((one for one in self.all() if one.member_id == member), None)

    def start(self, member: int, today: date) -> int:
        """Gather what *member* holds; return the number of the handover.

        A handover that runs already is gathered again: what came since is added.
        """
        with self._store.changing(tr("Start a handover")) as session:
            person = session.get(Member, member)
            if person is None:
                raise CouncilError(tr("This member is no longer in the file."), "member")
            query = select(Handover).where(
                Handover.member_id == member, Handover.finished.is_(None)
            )
            record = session.scalar(query)
            if record is None:
                record = Handover(name=person.name, started=today, member_id=member)
                session.add(record)
                session.flush()
            _gather(session, record, person)
            return record.id

    def add(self, handover: int, kind: str, title: str) -> int:
        """Add a point in own words (agreement, place or lesson); return its number."""
        if not title.strip():
            raise CouncilError(tr("Write in one sentence what it is about."), "title")
        with self._store.changing(tr("Add to a handover")) as session:
            record = session.get_one(Handover, handover)
            record.finished = None
            point = HandoverPoint(
                handover_id=handover,
                title=title.strip(),
                kind=kind if kind in FREE else FREE[0],
                position=len(points_of(session, handover)),
                receiver_id=record.receiver_id,
            )
            session.add(point)
            session.flush()
            return point.id

    def change(self, point: int, values: Mapping[str, Any]) -> None:
        """Change the words of a point, or what to know about it; a title is needed."""
        if "title" in values and not str(values["title"]).strip():
            raise CouncilError(tr("Write in one sentence what it is about."), "title")
        merge = f"handover-point:{point}:{'+'.join(sorted(values))}"
        with self._store.changing(tr("Change a handover"), merge=merge) as session:
            fill(session.get_one(HandoverPoint, point), dict(values))

    def drop(self, point: int) -> None:
        """Take a point out of the handover; the thing itself stays where it is."""
        with self._store.changing(tr("Take something out of a handover")) as session:
            found = session.get(HandoverPoint, point)
            if found:
                remove(session, found)

    def remove(self, handover: int) -> None:
        """Throw a handover away; what was received stays with who received it."""
        with self._store.changing(tr("Throw a handover away")) as session:
            found = session.get(Handover, handover)
            if found:
                remove(session, found)

    def give(self, point: int, receiver: int | None) -> None:
        """Say who takes *point*, and that it was told; nothing moves yet.

        Raises CouncilError without a receiver, or when that is the one who leaves.
        """
        with self._store.changing(tr("Hand something over")) as session:
            _give(session, session.get_one(HandoverPoint, point), receiver)

    def give_all(self, handover: int, receiver: int | None) -> int:
        """Give every point that is still open to *receiver*, as one act; return how many."""
        with self._store.changing(tr("Hand everything over")) as session:
            record = session.get_one(Handover, handover)
            record.receiver_id = receiver
            open_ones = [one for one in points_of(session, handover) if one.state == "open"]
            for one in open_ones:
                _give(session, one, receiver)
            return len(open_ones)

    def receive(self, point: int, today: date) -> None:
        """Confirm that the receiver took *point*: the dossier, action or contact really moves."""
        self._receive(tr("Receive what was handed over"), lambda one: one.id == point, today)

    def receive_all(self, handover: int, today: date) -> int:
        """Confirm every point that was handed over, as one act; return how many."""
        return self._receive(
            tr("Receive everything that was handed over"),
            lambda one: one.handover_id == handover and one.state == "handed",
            today,
        )

    def take_back(self, point: int) -> None:
        """Make a point open again that nobody confirmed yet."""
        with self._store.changing(tr("Hand something over")) as session:
            found = session.get_one(HandoverPoint, point)
            if found.state == "handed":
                found.state, found.receiver_id = "open", None

    def _receive(self, label: str, wanted: Callable[[HandoverPoint], bool], today: date) -> int:
        with self._store.changing(label) as session:
            found = [one for one in session.scalars(select(HandoverPoint)) if wanted(one)]
            for one in found:
                record = session.get_one(Handover, one.handover_id)
                receiver = session.get(Member, one.receiver_id or 0)
                if receiver is None:
                    raise CouncilError(tr("Choose who takes it over first."), "receiver_id")
                giver = session.get(Member, record.member_id or 0)
                move(session, one, Change(giver, receiver, today))
                one.state = "confirmed"
                session.flush()
                if all(p.state == "confirmed" for p in points_of(session, record.id)):
                    record.finished = today
            return len(found)

    def report(self, handover: int, today: date) -> Document:
        """Return the handover on paper, with how each dossier stands *today*."""
        row = self.handover(handover)
        name, logo = self._council.profile().name, self._council.logo()
        stands = {
            line.dossier.id: " ".join(how_it_stands(line, today))
            for line in self._dossiers.lines(today)
        }
        points = tuple(
            replace(one, note=" ".join(filter(None, (stands.get(one.record or 0), one.note))))
            if one.kind == "dossier"
            else one
            for one in row.points
        )
        told = replace(row, points=points)
        return report(told, name, logo, today, gone=row.is_gone(today))

    def save_report(self, handover: int, today: date, folder: Path) -> list[Path]:
        """Write the handover for Word and as PDF into *folder*."""
        document = self.report(handover, today)
        return write_both(document, folder / safe_name(document.title))


def _gather(session: Session, record: Handover, member: Member) -> None:
    here = points_of(session, record.id)
    known = {(one.kind, one.record) for one in here}
    for place, one in enumerate(held(session, member), len(here)):
        if (one.kind, one.record) not in known:
            point = HandoverPoint(
                handover_id=record.id,
                title=one.title,
                position=place,
                kind=one.kind,
                note=one.note,
                record=one.record,
            )
            session.add(point)
    session.flush()


def _give(session: Session, point: HandoverPoint, receiver: int | None) -> None:
    person = session.get(Member, receiver or 0)
    if person is None:
        raise CouncilError(tr("Choose who takes it over."), "receiver_id")
    record = session.get_one(Handover, point.handover_id)
    if record.member_id == receiver:
        raise CouncilError(tr("Choose somebody else: {name} leaves.", name=person.name))
    point.receiver_id, point.state = receiver, "handed"
