"""The parts of a lesson as somebody fills them in, and how they stand in its file."""

from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from desktop.domain.errors import CouncilError
from desktop.domain.lessons import MOST_WORDS, PIECES, Picture, PictureKind, Piece, count_words
from desktop.i18n import tr
from desktop.language.glossary import explain

Table: TypeAlias = dict[str, Any]

SIMPLE_PICTURES = ("steps", "circle", "ladder", "timeline")
"""The pictures that are one list of things; the others have sides, and are made in a file."""

AGREED = "werkafspraak"
"""The status of a rule that nobody chose one for."""
_SAID = ("text", "feedback")


@dataclass(frozen=True)
class WrittenPart:
    """One screen of the lesson, with at most one rule that stands in it."""

    heading: str
    text: str
    rule: str
    status: str
    rule_source: str

    def too_long(self, number: int) -> str:
        """Say that there is too much on one screen, or nothing."""
        count = count_words(self.text)
        if count <= MOST_WORDS:
            return ""
        return tr(
            "Part {number} has {count} words; make that {most} at most, or two parts.",
            number=number,
            count=count,
            most=MOST_WORDS,
        )


@dataclass(frozen=True)
class WrittenQuestion:
    """A check question: the right answer, one or two others, and kind words after each."""

    text: str
    part: int
    right: str
    right_why: str
    wrong: str
    wrong_why: str
    other: str
    other_why: str

    @property
    def whole(self) -> bool:
        """Whether it can be asked."""
        needed = (self.text, self.right, self.right_why, self.wrong, self.wrong_why)
        return all(needed) and bool(self.other) == bool(self.other_why)


@dataclass(frozen=True)
class WrittenPicture:
    """The picture: its pieces one a line, as ``name: a few words``."""

    kind: str
    title: str
    part: int
    pieces: str

    @property
    def whole(self) -> bool:
        """Whether it can be drawn."""
        return bool(self.title) and PIECES[0] <= len(self.pieces.splitlines()) <= PIECES[1]

    @property
    def drawn(self) -> Picture | None:
        """The picture to draw; None when it is not whole, or has sides that have no field here."""
        if not self.whole or self.kind not in SIMPLE_PICTURES:
            return None
        pieces = tuple(Piece(*_name_and_words(line)) for line in _lines(self.pieces))
        return Picture(cast("PictureKind", self.kind), self.title, pieces, part=self.part)


@dataclass(frozen=True)
class WrittenLesson:
    """A lesson that is being written."""

    key: str
    title: str
    goal: str
    words: str
    """Hard words that are explained beside it, one a line."""
    sources: str
    """Where the facts come from, one a line."""
    parts: tuple[WrittenPart, ...]
    questions: tuple[WrittenQuestion, ...]
    picture: WrittenPicture


def spoken(lesson: WrittenLesson) -> str:
    """Return all that a member reads, a paragraph each."""
    said = [lesson.title, lesson.goal]
    for part in lesson.parts:
        said += [part.heading, part.text, part.rule]
    for one in lesson.questions:
        said += [one.text, one.right, one.right_why, one.wrong, one.wrong_why]
        said += [one.other, one.other_why]
    return "\n\n".join(text for text in (*said, lesson.picture.title) if text)


def part_of(table: Table) -> WrittenPart:
    """Return a part of the file as it is filled in."""
    rule: Table = next(iter(table.get("legal", [])), {})
    return WrittenPart(
        table["heading"],
        table["text"].strip(),
        rule.get("text", ""),
        rule.get("status", AGREED),
        rule.get("source", ""),
    )


def question_of(table: Table) -> WrittenQuestion:
    """Return a question of the file as it is filled in."""
    right = [one for one in table["answer"] if one.get("right")]
    wrong = [one for one in table["answer"] if not one.get("right")]
    first, second, third = [*right[:1], *wrong[:2], {}, {}, {}][:3]
    return WrittenQuestion(
        table["text"],
        table.get("part", 1),
        *(first.get("text", ""), first.get("feedback", "")),
        *(second.get("text", ""), second.get("feedback", "")),
        *(third.get("text", ""), third.get("feedback", "")),
    )


def picture_of(table: Table) -> WrittenPicture:
    """Return the picture of the file as it is filled in."""
    pieces = (
        f"{one['name']}: {one['words']}" if one.get("words") else one["name"]
        for one in table["piece"]
    )
    return WrittenPicture(table["kind"], table["title"], table.get("part", 1), "\n".join(pieces))


def put_in(table: Table, place: str, fields: Table) -> None:
    """Put *fields*, called as in the classes here, into the lesson *table* at *place*.

    Raises CouncilError at a field that cannot be kept. What has no field here stays as it is.
    """
    kind, _, number = place.partition(":")
    try:
        found: Table = table if kind == "lesson" else table[kind]
        if number:
            found = table[kind][int(number)]
    except IndexError as error:
        raise CouncilError(tr("This part of the lesson is no longer there.")) from error
    for name, value in fields.items():
        _PUT[kind](found, name, value)


def _put_lesson(table: Table, name: str, value: Any) -> None:  # noqa: ANN401 – words
    if name == "words":
        table["words"] = _lines(value)
        unknown = next((word for word in table["words"] if explain(word) is None), None)
        if unknown:
            why = tr("The word list of the app does not know “{word}”. Leave it out.", word=unknown)
            raise CouncilError(why, "words")
    elif name == "sources":
        seen = {one["title"]: one["seen"] for one in table["source"]}
        day = max(seen.values())
        table["source"] = [{"title": t, "seen": seen.get(t, day)} for t in _lines(value) or [""]]
    else:
        table[name] = value


def _put_part(table: Table, name: str, value: Any) -> None:  # noqa: ANN401 – words
    column = {"rule": "text", "status": "status", "rule_source": "source"}.get(name)
    if column is None:
        table[name] = value
        return
    rules: list[Table] = table.get("legal") or [{"text": "", "status": AGREED, "source": ""}]
    rules[0][column] = value
    table["legal"] = rules if rules[0]["text"] or rules[0]["source"] else rules[1:]


def _put_question(table: Table, name: str, value: Any) -> None:  # noqa: ANN401 – words or a number
    if name in ("text", "part"):
        table[name] = value
        return
    place = ("right", "wrong", "other").index(name.removesuffix("_why"))
    right = [one for one in table["answer"] if one.get("right")]
    wrong = [one for one in table["answer"] if not one.get("right")]
    answers = [*right[:1], *wrong]
    while len(answers) <= place:
        answers.append({"text": "", "feedback": ""})
    answers[place]["feedback" if name.endswith("_why") else "text"] = value
    table["answer"] = [*answers[:2], *(one for one in answers[2:] if any(map(one.get, _SAID)))]


def _put_picture(table: Table, name: str, value: Any) -> None:  # noqa: ANN401 – words or a number
    if name != "pieces":
        table[name] = value
        return
    sides = [one.get("side", "") for one in table["piece"]]
    pieces: list[Table] = []
    for number, line in enumerate(_lines(value)):
        title, words = _name_and_words(line)
        piece = {"name": title, "words": words}
        side = sides[number] if number < len(sides) else (sides or [""])[-1]
        pieces.append({**piece, "side": side} if side else piece)
    table["piece"] = pieces


_PUT = {
    "lesson": _put_lesson,
    "part": _put_part,
    "question": _put_question,
    "picture": _put_picture,
}


def _name_and_words(line: str) -> tuple[str, str]:
    name, _, words = line.partition(":")
    return name.strip(), words.strip()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
