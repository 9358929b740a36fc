"""What a lesson is: short parts to read, one picture, and check questions with kind feedback."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from desktop.i18n import tr

PictureKind: TypeAlias = Literal["steps", "circle", "ladder", "balance", "hub", "timeline"]
PICTURES: tuple[PictureKind, ...] = ("steps", "circle", "ladder", "balance", "hub", "timeline")
OURS = ("dossier", "norms", "meeting", "people", "rules", "history", "ladder", "level")
"""What the app can tell from the council's own file under a part."""
STATUSES = (
    "wet",
    "verdrag",
    "toelichting",
    "verordening",
    "werkafspraak",
    "aanbeveling",
    "eigen_standpunt",
)
QUESTIONS = 3
PARTS = (2, 12)
PIECES = (2, 9)
"""Of a picture: fewer is no picture, more is too small to read."""
MINUTES = (3, 20)
MOST_WORDS = 80
"""Of the text of one part: what fits on a screen and in one breath of a voice that reads aloud."""
READ_A_MINUTE = 110
"""Words: somebody who reads with some effort, or hears it read aloud (100 to 130)."""
MINUTES_A_QUESTION = 1.0
MINUTES_A_PICTURE = 1.0

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True)
class Piece:
    """A thing in a picture: its name, a few words about it, and its place or its arrow."""

    name: str
    words: str = ""
    side: str = ""
    """In a balance ``left`` or ``right``; around a hub ``to``, ``from`` or ``both``: the arrow."""


@dataclass(frozen=True)
class Picture:
    """A diagram as data; ``kind`` says how the app draws it."""

    kind: PictureKind
    title: str
    pieces: tuple[Piece, ...]
    middle: str = ""
    left: str = ""
    right: str = ""
    part: int = 1

    @property
    def says(self) -> str:
        """The facts of the picture in words: for a screen reader and as alternative text."""
        lines = [_ended(self.title)]
        if self.kind == "balance":
            for title, side in ((self.left, "left"), (self.right, "right")):
                found = [one for one in self.pieces if one.side == side]
                lines.append(f"{title}: {', '.join(map(_piece, found))}.")
            return " ".join(lines)
        if self.middle:
            lines.append(tr("In the middle: {name}.", name=self.middle))
        lines += [
            _ended(f"{number}. {_piece(one)}") for number, one in enumerate(self.pieces, start=1)
        ]
        return " ".join(lines)


@dataclass(frozen=True)
class Legal:
    """A statement about a rule, with what kind of rule it is and where it stands."""

    text: str
    status: str
    source: str


@dataclass(frozen=True)
class Part:
    """One screen of a lesson; blank lines in ``text`` make paragraphs."""

    heading: str
    text: str
    legal: tuple[Legal, ...] = ()
    ours: str = ""
    """One of ``OURS``, or empty."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, a paragraph at a time."""
        blocks = re.split(r"\n\s*\n", self.text.strip())
        return tuple(" ".join(block.split()) for block in blocks)


@dataclass(frozen=True)
class Answer:
    """A possible answer with the kind words that follow it."""

    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A check question; it comes after part number ``part``."""

    text: str
    answers: tuple[Answer, ...]
    part: int


@dataclass(frozen=True)
class Source:
    """Where the facts come from, and on which day somebody looked there."""

    title: str
    seen: date


@dataclass(frozen=True)
class Lesson:
    """A whole lesson."""

    key: str
    title: str
    minutes: int
    goal: str
    parts: tuple[Part, ...]
    picture: Picture
    questions: tuple[Question, ...]
    sources: tuple[Source, ...]
    words: tuple[str, ...] = ()
    """Hard words, explained by the word list of the app."""
    place: int = 999
    """Its place in the list."""

    def asked_after(self, part: int) -> tuple[Question, ...]:
        """Return the questions after part number *part*, counted from 1."""
        return tuple(one for one in self.questions if one.part == part)


def count_words(text: str) -> int:
    """Return how many words *text* has."""
    return len(_WORD.findall(text))


def texts(lesson: Lesson) -> list[str]:
    """Return everything of *lesson* that is read, in order."""
    said = [lesson.title, lesson.goal]
    for number, part in enumerate(lesson.parts, start=1):
        said += [part.heading, *part.paragraphs, *(one.text for one in part.legal)]
        if lesson.picture.part == number:
            said.append(lesson.picture.title)
            for one in lesson.picture.pieces:
                said += [one.name, one.words]
        for question in lesson.asked_after(number):
            said.append(question.text)
            for answer in question.answers:
                said += [answer.text, answer.feedback]
    return [text for text in said if text]


def minutes_needed(lesson: Lesson) -> int:
    """Return how long *lesson* takes: reading, a minute a question, a minute for the picture."""
    reading = count_words(" ".join(texts(lesson))) / READ_A_MINUTE
    return round(reading + MINUTES_A_QUESTION * len(lesson.questions) + MINUTES_A_PICTURE)


def _piece(piece: Piece) -> str:
    return f"{piece.name}: {piece.words}".rstrip(".") if piece.words else piece.name


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
