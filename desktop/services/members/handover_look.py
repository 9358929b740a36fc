"""Read a handover from the file, with the names of who takes what."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.council import Member
from desktop.models.members import Handover, HandoverPoint
from desktop.services.members.rows_handover import HandoverRow, PointRow


def look(session: Session, record: Handover) -> HandoverRow:
    """Return *record* with its points."""
    names = {one.id: one.name for one in session.scalars(select(Member))}
    member = session.get(Member, record.member_id or 0)
    points = [
        replace(_point(one), receiver=names.get(one.receiver_id or 0, ""))
        for one in points_of(session, record.id)
    ]
    return HandoverRow(
        id=record.id,
        name=record.name,
        started=record.started,
        member_id=record.member_id,
        receiver_id=record.receiver_id,
        finished=record.finished,
        last_day=member.until if member else None,
        points=tuple(points),
    )


def _point(one: HandoverPoint) -> PointRow:
    return PointRow(
        id=one.id,
        handover_id=one.handover_id,
        title=one.title,
        position=one.position,
        kind=one.kind,
        note=one.note,
        record=one.record,
        receiver_id=one.receiver_id,
        state=one.state,
    )


def points_of(session: Session, handover: int) -> list[HandoverPoint]:
    """Return the points of *handover* in their order."""
    query = select(HandoverPoint).where(HandoverPoint.handover_id == handover)
    return list(session.scalars(query.order_by(HandoverPoint.position, HandoverPoint.id)))
