"""Write a lesson of the council itself: bit by bit, and it says what it still lacks."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.domain.lesson_file import read_lesson
from desktop.domain.lessons import MINUTES, PARTS, PIECES, QUESTIONS, minutes_needed
from desktop.i18n import tr
from desktop.models.onboarding import OwnLesson
from desktop.models.store import Store
from desktop.services.members.written_lesson import (
    Table,
    WrittenLesson,
    WrittenPart,
    part_of,
    picture_of,
    put_in,
    question_of,
    spoken,
)

_PREFIX = "eigen-les-"


@dataclass(frozen=True)
class Lack:
    """Something that a lesson still needs, and where it is written."""

    words: str
    place: str
    """``lesson``, ``picture``, ``part:0`` or ``question:2``, counted from 0."""


class LessonWriting:
    """Begin a lesson and change it; members see it from the moment that it lacks nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, today: date) -> str:
        """Begin a lesson with nothing in it but its shape; return its key."""
        with self._store.reading() as session:
            known = set(session.scalars(select(OwnLesson.key)))
        key = next(name for n in range(1, len(known) + 2) if (name := f"{_PREFIX}{n}") not in known)
        with self._store.changing(tr("Lesson begun")) as session:
            session.add(OwnLesson(key=key, content=_toml(_blank(key, today))))
        return key

    def written(self, key: str) -> WrittenLesson:
        """Return the lesson as it is now; raises CouncilError when it is gone."""
        table = self._table(key)
        return WrittenLesson(
            key=key,
            title=table["title"],
            goal=table["goal"],
            words="\n".join(table.get("words", [])),
            sources="\n".join(one["title"] for one in table["source"]),
            parts=tuple(map(part_of, table["part"])),
            questions=tuple(map(question_of, table["question"])),
            picture=picture_of(table["picture"]),
        )

    def unfinished(self) -> list[WrittenLesson]:
        """Return the lessons that no member sees yet."""
        with self._store.reading() as session:
            keys = session.scalars(select(OwnLesson.key).order_by(OwnLesson.id)).all()
        return [self.written(key) for key in keys if self.lacks(key)]

    def lacks(self, key: str) -> tuple[Lack, ...]:
        """Return what the lesson still needs, in the order of the screen."""
        table = self._table(key)
        found = _lacking(self.written(key))
        if found:
            return tuple(found)
        try:
            read_lesson(_toml(table))
        except CouncilError as error:
            return (Lack(error.message, "lesson"),)
        return ()

    def text(self, key: str) -> str:
        """Return all that is read in the lesson, a paragraph each, to see how hard it is."""
        return spoken(self.written(key))

    def change(self, key: str, place: str, **fields: Any) -> None:  # noqa: ANN401 – words or a number
        """Put *fields* in the lesson, the part, the question or the picture at *place* (see Lack).

        Raises CouncilError at the field that cannot be kept.
        """

        def act(table: Table) -> None:
            put_in(table, place, fields)

        self._with(key, act, merge=f"own_lesson:{key}:{place}")

    def add_part(self, key: str) -> int:
        """Add an empty part at the end; return its place, counted from 0."""
        self._with(key, lambda table: table["part"].append({"heading": "", "text": ""}))
        return len(self.written(key).parts) - 1

    def remove_part(self, key: str, place: int) -> None:
        """Take a part away; what came after it moves one up, and so do picture and questions."""

        def act(table: Table) -> None:
            if len(table["part"]) == 1:
                raise CouncilError(tr("A lesson has one part or more."))
            del table["part"][place]
            for one in (table["picture"], *table["question"]):
                number = one.get("part", 1)
                one["part"] = max(1, number - 1) if number > place else number

        self._with(key, act)

    def move_part(self, key: str, place: int, step: int) -> int:
        """Move a part one up (-1) or down (1); return where it is now."""
        there = place + step
        if not 0 <= there < len(self.written(key).parts):
            return place

        def act(table: Table) -> None:
            parts = table["part"]
            parts[place], parts[there] = parts[there], parts[place]
            moved = {place + 1: there + 1, there + 1: place + 1}
            for one in (table["picture"], *table["question"]):
                one["part"] = moved.get(one.get("part", 1), one.get("part", 1))

        self._with(key, act)
        return there

    def _table(self, key: str) -> Table:
        with self._store.reading() as session:
            toml = session.scalar(select(OwnLesson.content).where(OwnLesson.key == key))
        if toml is None:
            raise CouncilError(tr("This lesson is no longer there."))
        return tomllib.loads(toml)

    def _with(self, key: str, act: Callable[[Table], object], merge: str = "") -> None:
        table = self._table(key)
        act(table)
        table["minutes"] = _minutes(table)
        with self._store.changing(tr("Lesson changed"), merge=merge) as session:
            own = session.scalar(select(OwnLesson).where(OwnLesson.key == key))
            if own is not None:
                own.content = _toml(table)


def _blank(key: str, today: date) -> Table:
    answers = [{"text": "", "feedback": "", "right": right} for right in (True, False)]
    question = {"text": "", "part": 1}
    return {
        "key": key,
        "title": "",
        "minutes": MINUTES[0],
        "goal": "",
        "words": [],
        "part": [{"heading": "", "text": ""} for _ in range(2)],
        "picture": {"kind": "steps", "title": "", "part": 1, "piece": []},
        "question": [
            {**question, "answer": [dict(one) for one in answers]} for _ in range(QUESTIONS)
        ],
        "source": [{"title": "", "seen": today}],
    }


def _minutes(table: Table) -> int:
    """Return how long the lesson takes, as far as it can be read; nobody need count that."""
    try:
        needed = minutes_needed(read_lesson(_toml(table)))
    except CouncilError:
        needed = MINUTES[0]
    return min(max(needed, MINUTES[0]), MINUTES[1])


def _toml(table: Table) -> str:
    import tomli_w

    return tomli_w.dumps(table, multiline_strings=True)


def _lacking(lesson: WrittenLesson) -> list[Lack]:
    found: list[Lack] = []
    if not lesson.title:
        found.append(Lack(tr("Give the lesson a name."), "lesson"))
    if not lesson.goal:
        found.append(Lack(tr("Say in one sentence what a member learns."), "lesson"))
    for place, part in enumerate(lesson.parts):
        if lack := _part_lacks(part, place + 1):
            found.append(Lack(lack, f"part:{place}"))
    if not PARTS[0] <= len(lesson.parts) <= PARTS[1]:
        words = tr("Write {least} to {most} parts.", **_between(PARTS))
        found.append(Lack(words, "lesson"))
    for place, question in enumerate(lesson.questions):
        if not question.whole:
            words = tr("Question {number} is not whole yet.", number=place + 1)
            found.append(Lack(words, f"question:{place}"))
    if not lesson.picture.whole:
        words = tr("Give the picture a name, and {least} to {most} lines.", **_between(PIECES))
        found.append(Lack(words, "picture"))
    if not lesson.sources:
        found.append(Lack(tr("Say where the facts come from."), "lesson"))
    return found


def _between(numbers: tuple[int, int]) -> dict[str, int]:
    return {"least": numbers[0], "most": numbers[1]}


def _part_lacks(part: WrittenPart, number: int) -> str:
    if not part.heading or not part.text:
        return tr("Part {number} is not whole yet.", number=number)
    if part.rule and not part.rule_source:
        return tr("Say in part {number} where the rule stands.", number=number)
    return part.too_long(number)
