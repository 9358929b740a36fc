"""The files of minutes and lists: their names, the kept bytes of adopted ones, the e-mail."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from desktop.documents.document import Document
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.models.council import Council, Member, Norm
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    Meeting,
    MeetingDecision,
    Promise,
)
from desktop.models.papers import StoredFile
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.letters.files import MAIL, PDF, WORD, LetterFile, mail
from desktop.services.meetings import lists_out, minutes_out
from desktop.services.meetings.freezing import frozen_file, pair
from desktop.services.meetings.list_settings import public_names
from desktop.services.meetings.minutes_items import Paper
from desktop.services.meetings.minutes_look import MinutesView
from desktop.services.meetings.rows import ActionRow, DecisionRow, MeetingRow, PromiseRow
from desktop.services.records import rows


def paper(store: Store) -> Paper:
    """Return what documents need of the council."""
    with store.reading() as session:
        return paper_now(session)


def paper_now(session: Session) -> Paper:
    """Return what documents need of the council, as it stands within a running action."""
    known = session.scalar(select(Council))
    quorum = session.scalar(select(Norm.amount).where(Norm.kind == "quorum"))
    logo = None
    if known and known.logo:
        logo = session.scalar(select(StoredFile.data).where(StoredFile.sha256 == known.logo))
    return Paper(
        council=known.name if known else "",
        logo=logo,
        quorum=quorum,
        roles=tuple((one.name, one.role) for one in session.scalars(select(Member))),
        names=public_names(session),
    )


def stem(view: MinutesView, *, public: bool) -> str:
    """Return the name of the files of minutes; it holds no words that anyone can rename."""
    kind = [tr("for everyone") if public else tr("internal, for members only")]
    if not view.adopted:
        kind.append(tr("concept"))
    return safe_name(tr("Minutes {day} ({kind})", day=f"{view.day:%Y-%m-%d}", kind=", ".join(kind)))


def pair_of(
    store: Store, view: MinutesView, made_for: Paper, *, public: bool
) -> tuple[LetterFile, LetterFile]:
    """Return minutes for Word and as PDF: the kept bytes when adopted, else made now."""
    name = stem(view, public=public)
    if view.frozen:
        return (
            LetterFile(f"{name}.docx", frozen_file(store, view.frozen, WORD, public=public), WORD),
            LetterFile(f"{name}.pdf", frozen_file(store, view.frozen, PDF, public=public), PDF),
        )
    return pair(minutes_out.minutes(view, made_for, public=public), name)


def pair_named(document: Document) -> tuple[LetterFile, LetterFile]:
    """Return *document* for Word and as PDF, named by its title."""
    return pair(document, safe_name(document.title))


def mail_to_members(
    view: MinutesView, council: CouncilDesk, attached: Sequence[LetterFile]
) -> LetterFile:
    """Return an e-mail to the members with the concept, that asks for remarks."""
    profile = council.profile()
    members = [member.email for member in council.members(view.day) if member.email]
    day = long_date(view.day)
    paragraphs = [
        tr("Dear members,"),
        tr("Here are the minutes of our meeting of {day}. They are a concept.", day=day),
        tr("Is something wrong, or is something missing? Tell me before the next meeting."),
        tr("Kind regards,") + f"\n{profile.name}",
    ]
    data = mail(
        profile.email,
        ", ".join(members),
        tr("Minutes of {day}: your remarks?", day=day),
        paragraphs,
        attached,
    )
    return LetterFile(stem(view, public=False) + ".eml", data, MAIL)


def action_list(store: Store, made_for: Paper, today: date, *, public: bool = False) -> Document:
    """Return the list of all actions that are open, and what was done since the last meeting.

    For a *public* list: without what came out of closed items, and with people as chosen.
    """
    with store.reading() as session:
        since = _last_meeting(session, today)
        found = _actions(session, public=public)
        return lists_out.action_list(found, made_for, today, since, public=public)


def promise_list(store: Store, made_for: Paper, today: date) -> Document:
    """Return the list of all promises that are open, and how others ended."""
    with store.reading() as session:
        found = rows(session, PromiseRow, Promise)
        return lists_out.promise_list(found, made_for, today, _last_meeting(session, today))


def decision_list(
    store: Store, made_for: Paper, today: date, meeting: int | None, *, public: bool = False
) -> Document:
    """Return the decisions of one meeting, or of all meetings, newest meeting first.

    A *public* list holds nothing of closed items or of meetings behind closed doors.
    """
    with store.reading() as session:
        found = _decisions(session, meeting, public=public)
        meetings = rows(session, MeetingRow, select(Meeting).order_by(Meeting.starts.desc()))
        return lists_out.decision_list(found, meetings, made_for, today, public=public)


def public_lines(
    store: Store, name: str, today: date, meeting: int | None = None
) -> Sequence[ActionRow | DecisionRow]:
    """Return what the list *name* says to everyone; nothing of a list that has no public version.

    It is what ``action_list`` and ``decision_list`` put on paper, to look it over before.
    """
    with store.reading() as session:
        if name == "actions":
            since = _last_meeting(session, today)
            found = _actions(session, public=True)
            return [row for row in found if lists_out.is_listed(row, since)]
        return _decisions(session, meeting, public=True) if name == "decisions" else ()


def _actions(session: Session, *, public: bool) -> list[ActionRow]:
    closed = _closed(session) if public else frozenset[int]()
    return [row for row in rows(session, ActionRow, ActionPoint) if row.item_id not in closed]


def _decisions(session: Session, meeting: int | None, *, public: bool) -> list[DecisionRow]:
    query = select(MeetingDecision).order_by(MeetingDecision.id)
    if meeting is not None:
        query = query.where(MeetingDecision.meeting_id == meeting)
    if public:
        query = query.join(Meeting, Meeting.id == MeetingDecision.meeting_id).where(Meeting.public)
    closed = _closed(session) if public else frozenset[int]()
    return [row for row in rows(session, DecisionRow, query) if row.item_id not in closed]


def _closed(session: Session) -> frozenset[int]:
    """Return the items nobody outside may read about: closed, or of a closed meeting or item."""
    above = aliased(AgendaItem)
    query = (
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id, isouter=True)
        .join(above, above.id == AgendaItem.parent_id, isouter=True)
        .where(or_(~AgendaItem.public, ~Meeting.public, ~above.public))
    )
    return frozenset(session.scalars(query))


def _last_meeting(session: Session, today: date) -> date | None:
    """Return the day of the last meeting of the council before *today*."""
    days = [
        starts.date()
        for starts in session.scalars(
            select(Meeting.starts).where(Meeting.state == "held", Meeting.kind == "own")
        )
    ]
    return max((day for day in days if day < today), default=None)
