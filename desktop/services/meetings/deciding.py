"""Decide: with or without a vote, by names or counts, and never more votes than people."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dossier import next_steps
from desktop.domain.errors import CouncilError
from desktop.domain.voting import Vote, check
from desktop.i18n import tr
from desktop.models.advice import Decision, Dossier
from desktop.models.council import Setting
from desktop.models.links import remove
from desktop.models.meetings import AgendaItem, Attendance, Meeting, MeetingDecision
from desktop.models.store import Store
from desktop.services.advice import looking
from desktop.services.advice.dossiers import move_dossier
from desktop.services.council import CouncilDesk
from desktop.services.meetings.attendance import present_at
from desktop.services.meetings.freezing import must_be_open
from desktop.services.meetings.lists import new_number
from desktop.services.meetings.rows import DecisionRow
from desktop.services.records import fill, to_row
from desktop.services.settings import chosen

_RULES = "voting_rules"
CHOICES = ("for", "against", "abstain")


@dataclass(frozen=True)
class VotingRules:
    """What the council agreed on voting; without an agreement the chair votes, without proxies."""

    chair_votes: bool = True
    proxies: int = 0
    """How many proxies one member may hold; 0: voting for someone else is not allowed."""
    source: str = ""
    """Where it stands: "artikel 7 van ons huishoudelijk reglement"."""


@dataclass(frozen=True)
class Ballot:
    """A vote as it is handed in: counts, or the choice of each person."""

    votes_for: int = 0
    votes_against: int = 0
    abstained: int = 0
    proxies: int = 0
    """How many of these votes are for someone who is not there."""
    by_name: Mapping[int, str] = field(default_factory=dict[int, str])
    """Line on the attendance list → for, against or abstain; the counts follow from it."""


@dataclass(frozen=True)
class Voters:
    """Who may vote on an item."""

    people: Mapping[int, str]
    """Line on the attendance list → name, of members who are there and vote."""
    absent: Mapping[int, str]
    """The same for members who are not there; they vote only by proxy."""
    present: int
    """Members who are there, with or without a vote."""
    proxies: int
    """The most votes by proxy that can be cast."""


@dataclass(frozen=True)
class Decided:
    """What came of a decision."""

    decision: int
    number: str
    adopted: bool = False
    """Whether the advice of this item is now adopted."""
    missing: str = ""
    """What still stands in the way of adopting the advice, in words."""


class DecidingDesk:
    """Take decisions in a meeting."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def rules(self) -> VotingRules:
        """Return what the council agreed on voting."""
        with self._store.reading() as session:
            return _rules(session)

    def set_rules(self, rules: VotingRules) -> None:
        """Keep what was agreed on voting; raises CouncilError without its source."""
        if rules != VotingRules(source=rules.source) and not rules.source.strip():
            raise CouncilError(
                tr("Where does this stand? For example: article 4 of the ordinance."), "source"
            )
        with self._store.changing(tr("Change an agreed term")) as session:
            setting = session.scalar(select(Setting).where(Setting.key == _RULES))
            value = json.dumps(asdict(rules))
            if setting is None:
                session.add(Setting(key=_RULES, value=value))
            else:
                setting.value = value

    def voters(self, item: int) -> Voters:
        """Return who may vote on *item* now."""
        with self._store.reading() as session:
            return _voters(session, _item(session, item))

    def decide(
        self,
        item: int,
        text: str,
        today: date,
        ballot: Ballot | None = None,
        *,
        minority_view: str = "",
        adopts: bool = False,
    ) -> Decided:
        """Note a decision at *item*; with *ballot* there was a vote.

        With *adopts* the advice of this item takes over the vote and becomes adopted, when
        nothing stands in the way. Raises CouncilError when the vote cannot be right.
        """
        if not text.strip():
            raise CouncilError(tr("Write in one sentence what was decided."), "text")
        with self._store.changing(tr("Note a decision")) as session:
            found = _item(session, item)
            must_be_open(session, found.meeting_id)
            decision = MeetingDecision(
                number=new_number(session, "decision", today),
                text=text.strip(),
                meeting_id=found.meeting_id or 0,
                item_id=item,
                dossier_id=found.dossier_id,
                minority_view=minority_view.strip(),
            )
            self._count(session, found, decision, ballot, today)
            session.add(decision)
            session.flush()
            missing = self._adopt(session, decision, today) if adopts else ""
            done = adopts and not missing
            return Decided(decision.id, decision.number, done, missing)

    def change(self, decision: int, **fields: Any) -> None:  # noqa: ANN401
        """Change the words (text, minority_view) of a decision; its vote and number stay."""
        if set(fields) - {"text", "minority_view"}:
            raise AttributeError(str(sorted(fields)))
        if not str(fields.get("text", "-")).strip():
            raise CouncilError(tr("Write in one sentence what was decided."), "text")
        with self._store.changing(
            tr("Change a decision"), merge=f"meeting_decision:{decision}"
        ) as session:
            fill(_decision(session, decision), fields)

    def withdraw(self, decision: int) -> None:
        """Take away a decision that was noted by mistake; undo brings it back."""
        with self._store.changing(tr("Take a decision away")) as session:
            remove(session, _decision(session, decision))

    def of_item(self, item: int) -> list[DecisionRow]:
        """Return the decisions at *item*, in the order they were taken."""
        query = select(MeetingDecision).where(MeetingDecision.item_id == item)
        with self._store.reading() as session:
            return [
                to_row(DecisionRow, row)
                for row in session.scalars(query.order_by(MeetingDecision.id))
            ]

    def _count(
        self,
        session: Session,
        item: AgendaItem,
        decision: MeetingDecision,
        ballot: Ballot | None,
        today: date,
    ) -> None:
        voters = _voters(session, item)
        decision.present = voters.present
        if ballot is None:
            return
        if ballot.by_name:
            ballot = _counted(ballot.by_name, voters)
        members = max(len(self._council.members(today)), voters.present)
        _check_ballot(ballot, voters, members, self._quorum())
        decision.voted = True
        decision.votes_for, decision.votes_against = ballot.votes_for, ballot.votes_against
        decision.abstained, decision.proxies = ballot.abstained, ballot.proxies
        decision.by_name = json.dumps(ballot.by_name) if ballot.by_name else ""

    def _adopt(self, session: Session, decision: MeetingDecision, today: date) -> str:
        """Let the advice take over the vote; return what still stands in its way, or nothing."""
        if decision.dossier_id is None:
            raise CouncilError(tr("This item has no advice to adopt."), "adopts")
        norm = self._council.norm("quorum")
        fields: dict[str, Any] = {
            "decided_on": today,
            "way": "meeting",
            "present": decision.present,
            "members": max(len(self._council.members(today)), decision.present),
            "quorum": norm.amount if norm else None,
            "quorum_source": norm.source if norm else "",
            "votes_for": decision.votes_for if decision.voted else decision.present,
            "votes_against": decision.votes_against,
            "abstained": decision.abstained,
            "minority_view": decision.minority_view,
        }
        record = session.scalar(select(Decision).where(Decision.dossier_id == decision.dossier_id))
        if record is None:
            session.add(Decision(dossier_id=decision.dossier_id, **fields))
        else:
            fill(record, fields)
        session.flush()
        dossier = session.get_one(Dossier, decision.dossier_id)
        if dossier.state == "adopted":
            return ""
        steps = next_steps(dossier.state, looking.facts(session, dossier))
        step = next((step for step in steps if step.state == "adopted"), None)
        if step is None:
            return tr("The advice is not ready yet to be adopted.")
        if step.missing:
            return step.missing[0].words
        move_dossier(session, dossier.id, "adopted", today)
        return ""

    def _quorum(self) -> int | None:
        norm = self._council.norm("quorum")
        return norm.amount if norm else None


def _check_ballot(ballot: Ballot, voters: Voters, members: int, quorum: int | None) -> None:
    """Raise CouncilError when *ballot* cannot be right."""
    if ballot.proxies < 0 or ballot.proxies > voters.proxies:
        raise CouncilError(
            tr("By your rules there can be at most {most} votes by proxy.", most=voters.proxies)
            if voters.proxies
            else tr("Your council has no rule for votes by proxy."),
            "proxies",
        )
    may = len(voters.people) + ballot.proxies
    cast = ballot.votes_for + ballot.votes_against + ballot.abstained
    vote = Vote(
        may, max(members, may), quorum, ballot.votes_for, ballot.votes_against, ballot.abstained
    )
    if cast > may and ballot.proxies:
        raise CouncilError(
            tr("There are {cast} votes, but {may} can be cast.", cast=cast, may=may), "votes_for"
        )
    check(vote)
    if cast == 0:
        raise CouncilError(tr("Fill in how many members were for or against."), "votes_for")
    if quorum is not None and voters.present < quorum:
        raise CouncilError(
            tr(
                "There are {present} members. {quorum} must be there to decide.",
                present=voters.present,
                quorum=quorum,
            ),
            "votes_for",
        )


def _counted(by_name: Mapping[int, str], voters: Voters) -> Ballot:
    """Return the counts of a vote by name; raises CouncilError for someone without a vote."""
    strangers = set(by_name) - set(voters.people) - set(voters.absent)
    if strangers or set(by_name.values()) - set(CHOICES):
        raise CouncilError(tr("Only members who are there can vote."), "votes_for")
    counts = Counter(by_name.values())
    proxies = len(set(by_name) & set(voters.absent))
    return Ballot(counts["for"], counts["against"], counts["abstain"], proxies, dict(by_name))


def _voters(session: Session, item: AgendaItem) -> Voters:
    meeting = session.get_one(Meeting, item.meeting_id)
    here = present_at(session, meeting.id, item.id)
    rules = _rules(session)
    listed = session.scalars(
        select(Attendance)
        .where(Attendance.meeting_id == meeting.id, Attendance.member_id.is_not(None))
        .order_by(Attendance.id)
    ).all()
    votes = [row for row in listed if rules.chair_votes or not _is_chair(row, meeting)]
    people = {row.id: row.name for row in votes if row.id in here}
    inside = {row.member_id for row in listed if row.id in here}
    absent = {row.id: row.name for row in votes if row.member_id not in inside}
    proxies = min(len({*absent.values()}), rules.proxies * len(people))
    return Voters(people, absent if rules.proxies else {}, len(inside), proxies)


def _is_chair(row: Attendance, meeting: Meeting) -> bool:
    if meeting.chair_id is not None:
        return row.member_id == meeting.chair_id
    return row.role == "voorzitter"


def _rules(session: Session) -> VotingRules:
    kept = chosen(session, _RULES, dict[str, Any]())
    usual = VotingRules()
    known = {
        one.name: kept[one.name]
        for one in fields(VotingRules)
        if type(kept.get(one.name)) is type(getattr(usual, one.name))
    }
    return VotingRules(**known)


def _decision(session: Session, decision: int) -> MeetingDecision:
    """Return the decision to change it."""
    found = session.get_one(MeetingDecision, decision)
    must_be_open(session, found.meeting_id)
    return found


def _item(session: Session, item: int) -> AgendaItem:
    found = session.get(AgendaItem, item)
    if found is None or found.meeting_id is None:
        raise CouncilError(tr("This has been changed since. Look again."))
    return found
