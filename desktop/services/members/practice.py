"""What a member wrote at a practice case, point by point beside the worked example; no marks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from desktop.language.sentences import paragraphs, sentences
from desktop.services.members.rows_onboarding import PracticeCase


@dataclass(frozen=True)
class Compared:
    """A point to look at: what is asked, the example's sentence, and the member's own one."""

    ask: str
    example: str
    mine: str
    """The first own sentence that looks like it; empty when no words point to one."""


def compare(case: PracticeCase, answer: str) -> list[Compared]:
    """Return each point of *case* with the sentence of *answer* that seems to be about it.

    Only the words of ``signs`` are looked for, so a good sentence can be missed: the screen says
    that it may stand there in other words.
    """
    own = [
        " ".join(answer[first:last][one.start : one.end].split())
        for first, last in paragraphs(answer)
        for one in sentences(answer[first:last])
    ]
    return [
        Compared(point.ask, point.example, next(filter(_finder(point.signs), own), ""))
        for point in case.compare
    ]


def _finder(signs: tuple[str, ...]) -> Callable[[str], object]:
    words = "|".join(re.escape(sign) for sign in signs)
    return re.compile(rf"\b(?:{words})", re.IGNORECASE).search
