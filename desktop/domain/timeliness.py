"""Was the council asked in time? Days given against the council's own minimum."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.domain.terms import Term

LATE_PHASES = frozenset({"decision", "execution", "evaluation"})
"""Policy phases in which the choice itself has been made (agenda and preparation come before)."""

Verdict = Literal["enough", "short", "no_norm", "no_dates"]


@dataclass(frozen=True)
class Timeliness:
    """How much time the council has, and whether that is what was agreed."""

    verdict: Verdict
    start: date | None
    end: date | None
    given: int | None
    """Days from start to end."""
    minimum: int | None
    """Days of the agreed minimum, counted from the same start."""
    minimum_until: date | None
    source: str
    late_phase: bool

    @property
    def short_by(self) -> int:
        """Days that are missing; 0 when there is enough time or when it cannot be said."""
        if self.given is None or self.minimum is None:
            return 0
        return max(0, self.minimum - self.given)

    @property
    def is_late(self) -> bool:
        """Whether the council may say that it was involved too late."""
        return self.verdict == "short" or self.late_phase


def timeliness(
    received: date | None,
    reply_by: date | None,
    decision_on: date | None,
    phase: str,
    minimum: Term | None,
) -> Timeliness:
    """Weigh the days from *received* to the first of both dates against the agreed *minimum*."""
    ends = [day for day in (reply_by, decision_on) if day]
    end = min(ends) if ends else None
    given = max(0, (end - received).days) if received and end else None
    until = minimum.after(received) if minimum and received else None
    needed = (until - received).days if until and received else None
    verdict: Verdict
    if minimum is None:
        verdict = "no_norm"
    elif given is None or needed is None:
        verdict = "no_dates"
    else:
        verdict = "enough" if given >= needed else "short"
    return Timeliness(
        verdict,
        received,
        end,
        given,
        needed,
        until,
        minimum.source if minimum else "",
        phase in LATE_PHASES,
    )
