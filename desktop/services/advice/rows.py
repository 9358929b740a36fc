"""What the screens of an advice show, as frozen rows."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.dossier import ENDED, Step, step_of
from desktop.domain.timeliness import Timeliness
from desktop.services.choices import words


@dataclass(frozen=True)
class DossierRow:
    """A dossier as every field of it stands."""

    id: int
    title: str
    reference: str
    kind: str
    state: str
    requester: str
    request_reference: str
    requested: date | None
    received: date | None
    reply_by: date | None
    decision_on: date | None
    decision_by: str
    phase: str
    ladder: str
    level_offered: str
    level_wished: str
    fixed: str
    changeable: str
    unknown: str
    outcome: str
    feedback_on: date | None
    owner_id: int | None
    say_late: bool
    reply_received: date | None
    feedback_done: date | None
    closing_reason: str
    created: datetime | None

    @property
    def kind_words(self) -> str:
        """The kind in words."""
        return words("kind", self.kind)

    @property
    def state_words(self) -> str:
        """The state in words."""
        return words("state", self.state)

    @property
    def step(self) -> int | None:
        """Place on the line of seven steps; None after a side exit."""
        return step_of(self.state)

    @property
    def ended(self) -> bool:
        """Whether nothing more happens with it."""
        return self.state in ENDED


@dataclass(frozen=True)
class DossierLine:
    """A dossier in a list, with the time it has."""

    dossier: DossierRow
    time: Timeliness
    due: date | None
    """The next date that matters: our advice, or their answer."""
    questions: int
    unanswered: int


@dataclass(frozen=True)
class QuestionRow:
    """A question of the municipality, with the numbers of the recommendations that answer it."""

    id: int
    number: int
    text: str
    answer: str
    left_open: bool
    open_reason: str
    answered_by: tuple[int, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether it is answered in words or by a recommendation."""
        return bool(self.answer.strip() or self.answered_by)

    @property
    def settled(self) -> bool:
        """Whether it is answered, or left open on purpose."""
        return self.answered or self.left_open


@dataclass(frozen=True)
class RecommendationRow:
    """A recommendation."""

    id: int
    number: int
    what: str
    by_whom: str
    for_whom: str
    by_when: str
    why: str
    alternatives: str
    outcome: str
    outcome_reason: str

    @property
    def complete(self) -> bool:
        """Whether it says what, who and when."""
        return all(part.strip() for part in (self.what, self.by_whom, self.by_when))


@dataclass(frozen=True)
class EvidenceRow:
    """What a claim rests on."""

    id: int
    kind: str
    claim: str
    source: str
    times: int
    dated: date | None
    recommendation_id: int | None
    paper_id: int | None


@dataclass(frozen=True)
class HeardRow:
    """A group that was heard, or not."""

    id: int
    name: str
    heard: bool
    people: int | None
    how: str


@dataclass(frozen=True)
class DecisionRow:
    """How the advice was adopted."""

    decided_on: date
    way: str
    present: int
    members: int
    quorum: int | None
    quorum_source: str
    votes_for: int
    votes_against: int
    abstained: int
    minority_view: str


@dataclass(frozen=True)
class EventRow:
    """Something that happened."""

    id: int
    on_date: date
    state: str
    text: str


@dataclass(frozen=True)
class PaperRow:
    """A paper in the dossier, without its bytes."""

    id: int
    name: str
    sha256: str
    kind: str
    media_type: str
    pages: int | None
    size: int
    sender: str
    dated: date | None
    level: int | None
    added: datetime | None


@dataclass(frozen=True)
class VersionRow:
    """The draft as it was at one moment."""

    id: int
    made: datetime
    label: str
    text: str


@dataclass(frozen=True)
class LetterRow:
    """A letter, made or sent."""

    id: int
    kind: str
    addressee_id: int | None
    reference: str
    subject: str
    recipient: str
    dated: date | None
    reply_by: date | None
    reply_source: str
    signatories: str
    appendices: str
    copies_to: str
    sent: datetime | None
    word_sha256: str
    pdf_sha256: str
    mail_sha256: str


@dataclass(frozen=True)
class DossierView:
    """Everything the page of one dossier shows."""

    dossier: DossierRow
    time: Timeliness
    questions: tuple[QuestionRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    sections: dict[str, str]
    """Section key → Markdown."""
    evidence: tuple[EvidenceRow, ...]
    heard: tuple[HeardRow, ...]
    decision: DecisionRow | None
    events: tuple[EventRow, ...]
    papers: tuple[PaperRow, ...]
    letters: tuple[LetterRow, ...]
    domain_ids: tuple[int, ...]
    municipality_ids: tuple[int, ...]
    addressee_ids: tuple[int, ...]
    copy_ids: tuple[int, ...]
    next_steps: tuple[Step, ...]
