"""The seats of the council: which there are, who sits on them, and which are empty."""

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desktop.documents.both import write_both
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.links import remove
from desktop.models.members import Seat, Tenure
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.members.rota_out import rota_document
from desktop.services.members.rows_people import SeatRow, SeatView, TenureRow
from desktop.services.members.terms import Terms
from desktop.services.records import fill, needed, rows


class Seats:
    """Read and change the seats."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council
        self.terms = Terms(store, council)

    def seats(self, today: date) -> list[SeatView]:
        """Return the seats that exist *today* in their order, each with its holder."""
        with self._store.reading() as session:
            every = rows(session, SeatRow, select(Seat).order_by(Seat.position, Seat.id))
            names = {member.id: member.name for member in session.scalars(select(Member))}
            tenures = rows(session, TenureRow, select(Tenure).order_by(Tenure.since))
        running = {one.seat_id: one for one in tenures if one.seat_id and one.runs(today)}
        coming = {one.seat_id: one for one in reversed(tenures) if one.since > today}
        found: list[SeatView] = []
        for seat in every:
            if seat.until and seat.until < today:
                continue
            tenure = running.get(seat.id) or coming.get(seat.id)
            member = tenure.member_id if tenure else None
            found.append(SeatView(seat, names.get(member or 0, ""), member, tenure))
        return found

    def vacancies(self, today: date) -> list[SeatRow]:
        """Return the seats that nobody sits on and nobody was appointed to."""
        return [view.row for view in self.seats(today) if view.tenure is None]

    def all(self) -> list[SeatRow]:
        """Return every seat, also those that no longer exist."""
        with self._store.reading() as session:
            return rows(session, SeatRow, select(Seat).order_by(Seat.position, Seat.id))

    def add(self, name: str, **fields: Any) -> int:  # noqa: ANN401 – any column of the seat
        """Add a seat at the end; return its number."""
        with self._store.changing(tr("Add a seat")) as session:
            last = session.scalar(select(func.max(Seat.position)))
            seat = Seat(name=needed(name, "name"), position=(last or 0) + 1, **fields)
            session.add(seat)
            session.flush()
            return seat.id

    def change(self, seat: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a seat; its name cannot be taken away."""
        if "name" in fields:
            fields["name"] = needed(fields["name"], "name")
        with self._store.changing(tr("Change a seat"), merge=f"seat:{seat}") as session:
            fill(session.get_one(Seat, seat), fields)

    def remove(self, seat: int) -> None:
        """Throw a seat away; terms on it stay with their member."""
        with self._store.changing(tr("Throw a seat away")) as session:
            found = session.get(Seat, seat)
            if found:
                remove(session, found)

    def save_rota(self, folder: Path, today: date) -> list[Path]:
        """Write the rota (rooster van aftreden) as Word and PDF in *folder*; return both."""
        document = rota_document(
            self.terms.rota(today),
            self.vacancies(today),
            self._council.profile().name,
            self._council.logo(),
            today,
        )
        return write_both(document, folder / tr("Rota of terms {day}", day=f"{today:%Y-%m-%d}"))
