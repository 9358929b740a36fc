"""What the screens show of data that may go."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ItemRow:
    """One thing of which the agreed time has passed."""

    kind: str
    record: int
    """The member, contact, meeting … it is about; 0 for the history."""
    name: str
    """What it is: "Vergoeding voor Riet"."""
    many: int
    """How many records go."""
    since: str
    """Since when, in words."""
    over: date
    """The last day that it might stay."""
    rule: str
    """The agreed term and where it stands; empty when somebody chose the day."""
    because: str = ""
    """Why it stays until next year; empty when nobody said so."""

    @property
    def key(self) -> str:
        """A name for this thing, the same each time."""
        return f"{self.kind}:{self.record}"
