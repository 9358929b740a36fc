"""Read a lesson from a file; whatever is wrong with it is told in one sentence."""

import re
import tomllib
from typing import cast

from desktop.domain.errors import CouncilError
from desktop.domain.lessons import (
    MINUTES,
    MOST_WORDS,
    OURS,
    PARTS,
    PICTURES,
    PIECES,
    QUESTIONS,
    STATUSES,
    Answer,
    Legal,
    Lesson,
    Part,
    Picture,
    PictureKind,
    Piece,
    Question,
    Source,
    count_words,
)
from desktop.domain.told_table import ToldTable, mistake
from desktop.i18n import tr

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LINE = re.compile(r"line (\d+)")
_UNKIND = re.compile(r"^\W*(fout|onjuist|verkeerd|nee|helaas)\b", re.IGNORECASE)
_MOST_TEXT = 200_000
_ANSWERS = (2, 4)
_SIDES = {"balance": ("left", "right"), "hub": ("to", "from", "both")}


def read_lesson(toml: str) -> Lesson:
    """Return the lesson in *toml*; raises CouncilError that tells the first mistake."""
    if len(toml) > _MOST_TEXT:
        raise CouncilError(tr("This file is too large for a lesson."), "lesson")
    try:
        data = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        raise CouncilError(
            tr("This lesson cannot be read. Look at line {line} of the file.", line=line[1])
            if line
            else tr("This lesson cannot be read. Start again from the example."),
            "lesson",
        ) from error
    return _lesson(ToldTable(data, tr("the lesson")))


def _lesson(table: ToldTable) -> Lesson:
    table.only(
        *("key", "title", "minutes", "goal", "place", "words"),
        *("part", "picture", "question", "source"),
    )
    key = table.text("key")
    if not _KEY.fullmatch(key):
        raise mistake(tr("Write the key of the lesson in small letters, with dashes."))
    parts = tuple(map(_part, table.tables("part", PARTS, tr("part {number}", number="{number}"))))
    count = len(parts)
    questions = table.tables(
        "question", (QUESTIONS, QUESTIONS), tr("question {number}", number="{number}")
    )
    sources = table.tables("source", (1, 20), tr("source {number}", number="{number}"))
    return Lesson(
        key=key,
        title=table.text("title"),
        minutes=table.number("minutes", *MINUTES),
        goal=table.text("goal"),
        parts=parts,
        picture=_picture(table.table("picture", tr("the picture")), count),
        questions=tuple(_question(one, count) for one in questions),
        sources=tuple(map(_source, sources)),
        words=table.words("words"),
        place=table.number("place", 1, 999, 999),
    )


def _part(table: ToldTable) -> Part:
    table.only("heading", "text", "legal", "ours")
    words = table.text("text")
    count = count_words(words)
    if count > MOST_WORDS:
        raise mistake(
            tr(
                "There are {count} words in {where}; make that {most} at most, or two parts.",
                count=count,
                where=table.where,
                most=MOST_WORDS,
            )
        )
    rules = table.tables("legal", (0, 4), tr("a rule in {where}", where=table.where))
    return Part(
        heading=table.text("heading"),
        text=words,
        legal=tuple(map(_legal, rules)),
        ours=table.one_of("ours", OURS, needed=False),
    )


def _legal(table: ToldTable) -> Legal:
    table.only("text", "status", "source")
    status = table.one_of("status", STATUSES)
    return Legal(table.text("text"), status, table.text("source"))


def _picture(table: ToldTable, parts: int) -> Picture:
    table.only("kind", "title", "part", "piece", "middle", "left", "right")
    kind = cast(PictureKind, table.one_of("kind", PICTURES))
    pieces = table.tables("piece", PIECES, tr("piece {number} of the picture", number="{number}"))
    needs_middle, needs_sides = kind == "hub", kind == "balance"
    return Picture(
        kind=kind,
        title=table.text("title"),
        pieces=tuple(_piece(one, kind) for one in pieces),
        middle=table.text("middle", needed=needs_middle),
        left=table.text("left", needed=needs_sides),
        right=table.text("right", needed=needs_sides),
        part=table.number("part", 1, parts, 1),
    )


def _piece(table: ToldTable, kind: str) -> Piece:
    table.only("name", "words", "side")
    sides = _SIDES.get(kind, ())
    side = table.one_of("side", sides) if sides else table.text("side", needed=False)
    return Piece(table.text("name"), table.text("words", needed=False), side)


def _question(table: ToldTable, parts: int) -> Question:
    table.only("text", "part", "answer")
    where = tr("answer {number} of {where}", number="{number}", where=table.where)
    answers = tuple(map(_answer, table.tables("answer", _ANSWERS, where)))
    if sum(answer.right for answer in answers) != 1:
        raise mistake(tr("One answer of {where} must be right, and only one.", where=table.where))
    return Question(table.text("text"), answers, table.number("part", 1, parts, parts))


def _answer(table: ToldTable) -> Answer:
    table.only("text", "feedback", "right")
    feedback = table.text("feedback")
    if _UNKIND.search(feedback):
        raise mistake(
            tr("The feedback at {where} sounds strict. Say kindly how it is.", where=table.where)
        )
    return Answer(table.text("text"), feedback, table.yes("right"))


def _source(table: ToldTable) -> Source:
    table.only("title", "seen")
    return Source(table.text("title"), table.day("seen"))
