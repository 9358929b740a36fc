"""The road of a candidate: from interested to member, and how long the data may stay.

States follow the recruitment pipeline of the analyses (Regioplan 6.D D4, ombudsman F16).
"""

from datetime import date

from desktop.domain.errors import CouncilError
from desktop.domain.terms import Term
from desktop.i18n import tr

STATES = (
    "interested",
    "planned",
    "met",
    "trying",
    "proposed",
    "waiting",
    "appointed",
    "stopped",
)
ENDED = frozenset({"appointed", "stopped"})
VACANCY_STATES = ("draft", "open", "filled", "stopped")

_NEXT: dict[str, tuple[str, ...]] = {
    "interested": ("planned", "met", "waiting", "stopped"),
    "planned": ("met", "waiting", "stopped"),
    "met": ("trying", "proposed", "waiting", "stopped"),
    "trying": ("proposed", "met", "waiting", "stopped"),
    "proposed": ("appointed", "trying", "waiting", "stopped"),
    "waiting": ("planned", "met", "trying", "proposed", "stopped"),
    "appointed": (),
    "stopped": ("interested",),
}


def next_states(state: str) -> tuple[str, ...]:
    """Return where a candidate can go from *state*; the first one is the usual way."""
    return _NEXT[state]


def check_step(state: str, wanted: str, *, trial: bool, met: date | None) -> None:
    """Raise CouncilError when a candidate in *state* cannot go to *wanted* yet.

    Without a *trial* meeting nobody goes along, and nobody is proposed without having *met*.
    """
    if wanted not in _NEXT[state]:
        raise CouncilError(tr("This step does not follow from where it stands now."))
    if wanted == "trying" and not trial:
        raise CouncilError(tr("Choose the meeting to try first."), "trial_id")
    if wanted == "proposed" and met is None:
        raise CouncilError(tr("Fill in when you met first."), "met")


def proposed_end(last_contact: date, term: Term | None) -> date | None:
    """Return until when the data may stay by the council's own *term*, or None without one."""
    return term.after(last_contact) if term and term.unit not in ("persons", "times") else None


def may_go(keep_until: date | None, today: date) -> bool:
    """Tell whether the data of a candidate must go: the agreed day has passed."""
    return keep_until is not None and keep_until < today
