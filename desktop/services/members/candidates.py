"""Candidates: from interested to member. Their data stay no longer than the council agreed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.document import Document
from desktop.domain import candidacy
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.meetings import Meeting
from desktop.models.members import Candidate, Seat, Vacancy
from desktop.models.store import Store
from desktop.services.attention import SOON, Notice, time_left
from desktop.services.council import CouncilDesk
from desktop.services.letters.gather import signatories
from desktop.services.members.candidate_letters import LETTERS, Step, letter
from desktop.services.members.recruiting import Recruiting
from desktop.services.members.terms import Terms
from desktop.services.records import fill, needed, rows, to_row

NORM = "keep_candidates"


@dataclass(frozen=True)
class CandidateRow:
    """Someone who may want to join."""

    id: int
    vacancy_id: int
    name: str
    email: str
    phone: str
    source: str
    state: str
    met: date | None
    trial_id: int | None
    needs: str
    note: str
    keep_until: date | None

    @property
    def ways(self) -> tuple[str, ...]:
        """Where this candidate can go from here; the first is the usual way."""
        return candidacy.next_states(self.state)


class Candidates:
    """Read and change candidates."""

    def __init__(
        self, store: Store, council: CouncilDesk, recruiting: Recruiting, terms: Terms
    ) -> None:
        self._store = store
        self._council = council
        self._recruiting = recruiting
        self._terms = terms

    def of(self, vacancy: int) -> list[CandidateRow]:
        """Return the candidates of a vacancy, those who wait for a step first."""
        query = select(Candidate).where(Candidate.vacancy_id == vacancy).order_by(Candidate.id)
        with self._store.reading() as session:
            found = rows(session, CandidateRow, query)
        return sorted(found, key=lambda one: one.state in candidacy.ENDED)

    def candidate(self, candidate: int) -> CandidateRow:
        """Return one candidate; raises CouncilError when the data are gone."""
        with self._store.reading() as session:
            return to_row(CandidateRow, _get(session, candidate))

    def add(self, vacancy: int, name: str, today: date, **fields: Any) -> int:  # noqa: ANN401
        """Add a candidate; return the number. How long the data may stay is counted from today."""
        end = candidacy.proposed_end(today, self._council.term(NORM))
        fields.setdefault("keep_until", end)
        candidate = Candidate(vacancy_id=vacancy, name=needed(name, "name"), **fields)
        with self._store.changing(tr("Add a candidate")) as session:
            session.get_one(Vacancy, vacancy)
            session.add(candidate)
            session.flush()
            return candidate.id

    def change(self, candidate: int, **fields: Any) -> None:  # noqa: ANN401
        """Change *fields* of a candidate; the name cannot be taken away."""
        if "name" in fields:
            fields["name"] = needed(fields["name"], "name")
        with self._store.changing(
            tr("Change a candidate"), merge=f"candidate:{candidate}"
        ) as session:
            fill(_get(session, candidate), fields)

    def step(self, candidate: int, state: str, today: date) -> None:
        """Bring a candidate to *state*; raises CouncilError when something is missing for it.

        Each contact moves the day until which the data may stay, by the council's own term.
        """
        with self._store.changing(tr("A step with a candidate")) as session:
            found = _get(session, candidate)
            if state == "met" and found.met is None:
                found.met = today
            candidacy.check_step(
                found.state, state, trial=found.trial_id is not None, met=found.met
            )
            found.state = state
            end = candidacy.proposed_end(today, self._council.term(NORM))
            found.keep_until = end or found.keep_until

    def appoint(self, candidate: int, since: date, by: str = "") -> int:
        """Make a member of the candidate, with a term on the seat; return the member's number.

        What helps to take part goes along as a wish. The data of the candidate stay until they are
        erased. Raises CouncilError when the seat is taken or the candidate was not proposed.
        """
        with self._store.changing(tr("Appoint a candidate")) as session:
            found = _get(session, candidate)
            candidacy.check_step(found.state, "appointed", trial=True, met=found.met)
            vacancy = session.get_one(Vacancy, found.vacancy_id)
            member = self._terms.take_in(
                session,
                found.name,
                since=since,
                seat=vacancy.seat_id,
                by=by,
                email=found.email,
                phone=found.phone,
                wish_note=found.needs,
            )
            found.state, vacancy.state = "appointed", "filled"
            return member

    def letter(self, candidate: int, today: date) -> Document:
        """Return the letter that goes with where *candidate* stands: nomination, later or thanks.

        Raises CouncilError when no letter goes with it.
        """
        found = self.candidate(candidate)
        if found.state not in LETTERS:
            raise CouncilError(tr("No letter goes with this step."))
        with self._store.reading() as session:
            vacancy = session.get_one(Vacancy, found.vacancy_id)
            seat = session.get(Seat, vacancy.seat_id or 0)
            meeting = session.get(Meeting, found.trial_id or 0)
            tried = meeting.starts.date() if meeting else None
        known = self._council.addressees()
        college = next((one for one in known if "college" in one.name.casefold()), None)
        return letter(
            Step(
                state=found.state,
                name=found.name,
                seat=seat.name if seat else "",
                met=found.met,
                tried=tried if tried and tried < today else None,
                keep_until=found.keep_until,
                term=self._council.term("term_length"),
                council=self._council.profile(),
                logo=self._council.logo(),
                to=college or next(iter(known), None),
                signs=signatories(self._council, today),
                today=today,
            )
        )

    def due(self, today: date) -> list[CandidateRow]:
        """Return the candidates whose data must go: the agreed day has passed."""
        with self._store.reading() as session:
            every = rows(session, CandidateRow, Candidate)
        return [one for one in every if candidacy.may_go(one.keep_until, today)]

    def erase_due(self, today: date) -> int:
        """Erase for good all data that must go; return how many people that were."""
        gone = [one.id for one in self.due(today)]
        if gone:
            self._recruiting.erase(gone)
        return len(gone)

    def term_words(self) -> str:
        """Return how long the data may stay and where that stands, or an empty text."""
        term = self._council.term(NORM)
        return f"{term.words} ({term.source})" if term else ""

    def notices(self, today: date) -> Iterator[Notice]:
        """Give what needs attention: data that must go, and who comes along to a meeting soon."""
        gone = self.due(today)
        if gone:
            yield Notice(
                tr("These data must go"),
                trn(
                    "Of {n} candidate the agreed time has passed.",
                    "Of {n} candidates the agreed time has passed.",
                    len(gone),
                ),
                tr("erase"),
                "late",
                tr("Look"),
                "members",
                "lock",
                due=min(one.keep_until for one in gone if one.keep_until),
                place="candidates",
            )
        with self._store.reading() as session:
            going = select(Candidate.name, Meeting.starts, Candidate.vacancy_id).where(
                Candidate.trial_id == Meeting.id, Candidate.state == "trying"
            )
            coming = list(session.execute(going))
        for name, starts, vacancy in coming:
            day = starts.date()
            if today <= day <= today + SOON:
                state, tone = time_left(day, today)
                yield Notice(
                    tr("{name} comes along to a meeting", name=name),
                    tr("On {day}. Who welcomes this guest?", day=long_date(day)),
                    state,
                    tone,
                    tr("Look"),
                    "members",
                    "people",
                    due=day,
                    place=f"vacancy:{vacancy}",
                )


def _get(session: Session, candidate: int) -> Candidate:
    found = session.get(Candidate, candidate)
    if found is None:
        raise CouncilError(tr("The data of this candidate were erased."))
    return found
