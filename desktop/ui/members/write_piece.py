"""Write one piece of a lesson: a part to read, a check question, or the picture."""

from functools import partial
from typing import Any, ClassVar, TypeAlias

from PySide6.QtWidgets import QWidget

from desktop.domain.lessons import MOST_WORDS
from desktop.i18n import tr
from desktop.services.choices import choices as legal_choices
from desktop.services.members.onboarding_words import words
from desktop.services.members.written_lesson import (
    SIMPLE_PICTURES,
    WrittenLesson,
    WrittenPart,
    WrittenPicture,
    WrittenQuestion,
)
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, head, quiet
from desktop.ui.members.diagram import Diagram

Piece: TypeAlias = WrittenPart | WrittenQuestion | WrittenPicture


class _PiecePage(KeptPage[Piece]):
    """A form on one piece of the lesson; it saves itself."""

    area = "members"
    tables = frozenset({"own_lesson", "setting"})
    kind: ClassVar[str]

    def __init__(self, desk: Desk, key: str, place: int = 0) -> None:
        self._key, self._place = key, place
        self._writing = desk.office.lessons.writing
        form = Form()
        self._fill(form, desk)
        super().__init__(desk, form)

    def now(self) -> Piece:
        return self._piece(self._writing.written(self._key))

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – words or a number
        place = f"{self.kind}:{self._place}" if self.kind != "picture" else self.kind
        self._writing.change(self._key, place, **fields)

    def _fill(self, form: Form, desk: Desk) -> None:
        """Put the fields in the *form*."""
        raise NotImplementedError

    def _piece(self, lesson: WrittenLesson) -> Piece:
        """Return the piece of *lesson* that this page is about."""
        raise NotImplementedError

    def _head(self, title: str) -> Box:
        return head(title, over=self._writing.written(self._key).title)

    def _ready(self) -> Box:
        back = button(tr("Back to the lesson"), self._desk.window.back)
        return beside(back, ...)

    def _part_choice(self) -> QWidget:
        parts = self._writing.written(self._key).parts
        told = [
            (number, tr("Part {number}: {heading}", number=number, heading=part.heading))
            for number, part in enumerate(parts, 1)
        ]
        return choice("part", told)


class PartPage(_PiecePage):
    """A part: what stands on one screen of the lesson."""

    kind = "part"

    def _fill(self, form: Form, desk: Desk) -> None:
        form.add_row(tr("Heading"), line("heading"))
        form.add_row(
            tr("Text"),
            written(desk, "text", 6),
            tr("Write {most} words at most. A blank line makes a new paragraph.", most=MOST_WORDS),
        )
        rule = tr("Is there a rule in it? Write the rule in one sentence")
        form.add_row(rule, written(desk, "rule", 2), optional=True)
        form.add_pair(
            (
                tr("What kind of rule is it?"),
                choice("status", list(legal_choices("legal_status").items())),
            ),
            (tr("Where does the rule stand?"), line("rule_source")),
        )

    def parts(self, now: Piece) -> list[Item]:
        title = tr("Part {number}", number=self._place + 1)
        sort = beside(
            quiet(tr("Move up"), partial(self._move, -1)),
            quiet(tr("Move down"), partial(self._move, 1)),
            quiet(tr("Take this part out"), self._remove),
            ...,
            turns=True,
        )
        return [self._head(title), card("", self._form), self._ready(), sort]

    def _piece(self, lesson: WrittenLesson) -> Piece:
        return lesson.parts[min(self._place, len(lesson.parts) - 1)]

    def _move(self, step: int) -> None:
        self._form.flush()
        place = self._writing.move_part(self._key, self._place, step)
        self._desk.window.replace_page(PartPage(self._desk, self._key, place))

    def _remove(self) -> None:
        self._form.flush()
        if self._desk.attempt(lambda: self._writing.remove_part(self._key, self._place)):
            self._desk.window.back()
            self._desk.told_gone(tr("The part is taken out."))


class QuestionPage(_PiecePage):
    """A check question with its answers."""

    kind = "question"

    def _fill(self, form: Form, desk: Desk) -> None:
        form.add_row(tr("The question"), written(desk, "text", 2))
        form.add_row(tr("After which part?"), self._part_choice())
        kind = tr("Say why in a kind way. Nobody fails here.")
        form.add_row(tr("The right answer"), line("right"))
        form.add_row(tr("What do you say to that?"), written(desk, "right_why", 2), kind)
        form.add_row(tr("An answer that is not right"), line("wrong"))
        form.add_row(tr("What do you say to this one?"), written(desk, "wrong_why", 2), kind)
        form.add_row(tr("A third answer"), line("other"), optional=True)
        say = tr("What do you say to the third answer?")
        form.add_row(say, written(desk, "other_why", 2), optional=True)

    def parts(self, now: Piece) -> list[Item]:
        title = tr("Question {number}", number=self._place + 1)
        return [self._head(title), card("", self._form), self._ready()]

    def _piece(self, lesson: WrittenLesson) -> Piece:
        return lesson.questions[self._place]


class PicturePage(_PiecePage):
    """The picture: a name and a few things, one a line; the app draws it."""

    kind = "picture"

    def _fill(self, form: Form, desk: Desk) -> None:
        kept = self._writing.written(self._key).picture.kind
        kinds = SIMPLE_PICTURES if kept in SIMPLE_PICTURES else (kept,)
        form.add_row(
            tr("What shape?"), choice("kind", [(kind, words("shape", kind)) for kind in kinds])
        )
        form.add_row(tr("Name of the picture"), line("title"))
        form.add_row(tr("With which part?"), self._part_choice())
        form.add_row(
            tr("What is in it?"),
            lines("pieces", 5),
            tr("One thing on each line, such as: Listening: coffee and an open question."),
        )

    def around(self, now: Piece) -> object:
        return now

    def parts(self, now: Piece) -> list[Item]:
        why = text(tr("You give the words; the app draws the picture."), "muted")
        title = tr("The picture of the lesson")
        picture = self._piece(self._writing.written(self._key)).drawn
        drawn = [Diagram(picture)] if picture else []
        return [self._head(title), why, card("", self._form, *drawn), self._ready()]

    def _piece(self, lesson: WrittenLesson) -> WrittenPicture:
        return lesson.picture
