"""The road of an advice: its states, and what must be there before each next one.

States and guards follow the state machine "Advice dossier" of the Regioplan analysis (6.K).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.domain.voting import Vote
from desktop.i18n import tr

STATES = (
    "announced",
    "received",
    "initiative",
    "intake",
    "information",
    "consulting",
    "drafting",
    "discussing",
    "adopted",
    "sent",
    "replied",
    "overdue",
    "following",
    "done",
    "too_late",
    "abandoned",
    "withdrawn",
)
ENDED = frozenset({"done", "too_late", "abandoned", "withdrawn"})
STEPS = ("asked", "questions", "draft", "adopt", "send", "reply", "effect")
"""The seven steps on the state line of a dossier."""

_STEP_OF = {
    "announced": 0,
    "received": 0,
    "initiative": 0,
    "intake": 1,
    "information": 1,
    "consulting": 1,
    "drafting": 2,
    "discussing": 3,
    "adopted": 4,
    "sent": 5,
    "overdue": 5,
    "replied": 6,
    "following": 6,
    "done": 7,
}

_NEXT: dict[str, tuple[str, ...]] = {
    "announced": ("received", "intake", "too_late", "abandoned", "withdrawn"),
    "received": ("intake", "too_late", "abandoned", "withdrawn"),
    "initiative": ("intake", "abandoned"),
    "intake": ("information", "consulting", "drafting", "too_late", "abandoned", "withdrawn"),
    "information": ("consulting", "drafting", "too_late", "abandoned", "withdrawn"),
    "consulting": ("information", "drafting", "too_late", "abandoned", "withdrawn"),
    "drafting": (
        "consulting",
        "discussing",
        "adopted",
        "sent",
        "too_late",
        "abandoned",
        "withdrawn",
    ),
    "discussing": ("drafting", "adopted", "sent", "too_late", "abandoned", "withdrawn"),
    "adopted": ("drafting", "sent", "abandoned", "withdrawn"),
    "sent": ("replied", "overdue"),
    "overdue": ("replied",),
    "replied": ("following", "done"),
    "following": ("done",),
    "too_late": ("drafting",),
    "abandoned": ("intake",),
    "withdrawn": ("intake",),
    "done": ("following",),
}


@dataclass(frozen=True)
class Facts:
    """What is known of a dossier, as far as the guards ask."""

    kind: str = "asked"
    phase: str = ""
    level_offered: str = ""
    has_deadline: bool = False
    sections_written: int = 0
    recommendations: tuple[bool, ...] = ()
    """For each recommendation: does it have a final outcome?"""
    recommendations_complete: bool = False
    """Whether every recommendation says what it asks."""
    open_questions: tuple[int, ...] = ()
    """Numbers of the questions that are neither answered nor left open on purpose."""
    vote: Vote | None = None
    written_round: bool = False
    letters: int = 0
    reply_received: bool = False
    feedback_done: bool = False
    closing_reason: str = ""


@dataclass(frozen=True)
class Missing:
    """One thing that stands in the way, and where it can be mended."""

    words: str
    place: str = ""
    """intake, draft, decision, letter, reply or feedback."""


@dataclass(frozen=True)
class Step:
    """A possible next state, with what is still missing for it."""

    state: str
    missing: tuple[Missing, ...] = field(default=())

    @property
    def allowed(self) -> bool:
        """Whether the dossier can go there now."""
        return not self.missing


def step_of(state: str) -> int | None:
    """Return the place of *state* on the line of seven steps (7: all done), None at a side exit."""
    return _STEP_OF.get(state)


def next_steps(state: str, facts: Facts) -> tuple[Step, ...]:
    """Return where the dossier may go from *state*, each with what it lacks."""
    return tuple(
        Step(target, missing(target, facts))
        for target in _NEXT[state]
        # Only a provisional advice goes out without being adopted first.
        if target != "sent" or state == "adopted" or facts.kind == "provisional"
    )


def missing(target: str, facts: Facts) -> tuple[Missing, ...]:
    """Return what is lacking before a dossier may become *target*."""
    guard = {
        "drafting": _for_draft,
        "discussing": _for_discussion,
        "adopted": _for_adoption,
        "sent": _for_sending,
        "replied": _for_reply,
        "done": _for_closing,
        "abandoned": _for_side_exit,
        "withdrawn": _for_side_exit,
        "too_late": _for_side_exit,
    }.get(target)
    return tuple(guard(facts)) if guard else ()


def _for_draft(facts: Facts) -> Iterator[Missing]:
    if facts.kind == "unasked":
        return
    if not facts.phase:
        yield Missing(tr("Say how far the municipality is: the phase."), "intake")
    if not facts.level_offered:
        yield Missing(tr("Say how much influence the municipality offers."), "intake")
    if not facts.has_deadline:
        yield Missing(tr("Fill in by when the advice is needed, or when it is decided."), "intake")


def _for_discussion(facts: Facts) -> Iterator[Missing]:
    if not facts.sections_written and not facts.recommendations:
        yield Missing(tr("Nothing is written yet."), "draft")


def _for_adoption(facts: Facts) -> Iterator[Missing]:
    yield from _for_discussion(facts)
    if facts.vote is None:
        yield Missing(
            tr("Record how the council decided: date, members present and votes."), "decision"
        )
    elif not facts.vote.quorum_reached and not facts.written_round:
        yield Missing(
            tr(
                "There were {present} members. A decision needs {quorum}. Hold a written round.",
                present=facts.vote.present,
                quorum=facts.vote.quorum,
            ),
            "decision",
        )
    elif facts.vote.votes_for <= facts.vote.votes_against:
        yield Missing(tr("There is no majority for this advice."), "decision")


def _for_sending(facts: Facts) -> Iterator[Missing]:
    # A provisional advice goes out as what it is: not adopted (Regioplan analysis, A17).
    if facts.kind == "provisional":
        yield from _for_discussion(facts)
    elif facts.vote is None:
        yield Missing(tr("The advice has not been adopted yet."), "decision")
    else:
        yield from _for_adoption(facts)
    if not facts.letters:
        yield Missing(tr("There is no letter yet. Make the letter first."), "letter")


def _for_reply(facts: Facts) -> Iterator[Missing]:
    if not facts.reply_received:
        yield Missing(tr("Fill in when the reply came."), "reply")


def _for_closing(facts: Facts) -> Iterator[Missing]:
    unanswered = facts.recommendations.count(False)
    if unanswered:
        yield Missing(
            tr("Say for every recommendation what the municipality did with it."), "reply"
        )
    if not facts.feedback_done and not facts.closing_reason.strip():
        yield Missing(
            tr("Tell the people who gave their story what happened, or say why not."), "feedback"
        )


def _for_side_exit(facts: Facts) -> Iterator[Missing]:
    if not facts.closing_reason.strip():
        yield Missing(tr("Write in one sentence why this dossier stops here."), "feedback")
