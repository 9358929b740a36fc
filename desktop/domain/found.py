"""Something read in a paper, with the words it was read from, so that a person can check it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value and its source: ``quote == texts[part][start:end]``.

    ``part`` is 0 for the letter itself, 1 for its first attachment and so on. An empty quote means
    that the value came with the file (the date of an e-mail), not from its words.
    """

    value: T
    quote: str = ""
    start: int = 0
    end: int = 0
    part: int = 0
