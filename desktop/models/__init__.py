"""What the council keeps: tables, the file, its history and its key."""

from desktop.models import (
    advice,
    council,
    history,
    knowledge,
    means,
    meetings,
    members,
    onboarding,
    papers,
)

__all__ = [
    "advice",
    "council",
    "history",
    "knowledge",
    "means",
    "meetings",
    "members",
    "onboarding",
    "papers",
]
