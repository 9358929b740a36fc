"""Enough members, and never more votes than members who are there."""

from dataclasses import dataclass

from desktop.domain.errors import CouncilError
from desktop.i18n import tr


@dataclass(frozen=True)
class Vote:
    """A vote, counted."""

    present: int
    members: int
    quorum: int | None
    """Members that must be there, or None when nothing was agreed."""
    votes_for: int
    votes_against: int
    abstained: int

    @property
    def quorum_reached(self) -> bool:
        """Whether enough members were there; without an agreed number that is always so."""
        return self.quorum is None or self.present >= self.quorum

    @property
    def cast(self) -> int:
        """Votes for, against and abstained together."""
        return self.votes_for + self.votes_against + self.abstained


def check(vote: Vote) -> None:
    """Raise CouncilError when *vote* cannot be right."""
    counts = (vote.present, vote.members, vote.votes_for, vote.votes_against, vote.abstained)
    if min(counts) < 0:
        raise CouncilError(tr("A number cannot be less than zero."), "votes_for")
    if vote.present > vote.members:
        raise CouncilError(tr("There are more members present than the council has."), "present")
    if vote.cast > vote.present:
        raise CouncilError(
            tr(
                "There are {cast} votes, but {present} members were present.",
                cast=vote.cast,
                present=vote.present,
            ),
            "votes_for",
        )
