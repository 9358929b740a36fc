"""Write one piece of a lesson: a part to read, a check question, or the picture."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import ClassVar, TypeAlias

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
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line, lines
from desktop.ui.kit import button, card, head, quiet
from desktop.ui.members.diagram import Diagram
from desktop.ui.pages import Page

Piece: TypeAlias = WrittenPart | WrittenQuestion | WrittenPicture


class _PiecePage(Page):
    """A form on one piece of the lesson; it saves itself."""

    area = "members"
    tables = frozenset({"own_lesson", "setting"})
    kind: ClassVar[str]

    def __init__(self, desk: Desk, key: str, place: int = 0) -> None:
        super().__init__()
        self._desk, self._key, self._place = desk, key, place
        self._writing = desk.office.lessons.writing
        self._form = Form()
        self._fill()
        self._form.set_values(self._values())
        self._form.changed.connect(self._save)

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self._form.set_values(self._values())

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _fill(self) -> None:
        """Put the fields in the form."""
        raise NotImplementedError

    def _piece(self, lesson: WrittenLesson) -> Piece:
        """Return the piece of *lesson* that this page is about."""
        raise NotImplementedError

    def _values(self) -> Mapping[str, object]:
        piece = self._piece(self._writing.written(self._key))
        return {name: str(value) for name, value in asdict(piece).items()}

    def _save(self) -> None:
        before = self._values()
        changed = {k: v for k, v in self._form.readable().items() if before[k] != v}
        if "part" in changed:
            changed["part"] = int(str(changed["part"]))
        place = f"{self.kind}:{self._place}" if self.kind != "picture" else self.kind
        keep(changed, partial(self._writing.change, self._key, place), self._form.point_out)

    def _head(self, title: str) -> Box:
        return head(title, over=self._writing.written(self._key).title)

    def _ready(self) -> Box:
        back = button(tr("Back to the lesson"), self._desk.window.back)
        return beside(back, ...)

    def _part_choice(self) -> QWidget:
        parts = self._writing.written(self._key).parts
        told = [
            (str(number), tr("Part {number}: {heading}", number=number, heading=part.heading))
            for number, part in enumerate(parts, 1)
        ]
        return choice("part", told)


class PartPage(_PiecePage):
    """A part: what stands on one screen of the lesson."""

    kind = "part"

    def _fill(self) -> None:
        form = self._form
        form.add_row(tr("Heading"), line("heading"))
        form.add_row(
            tr("Text"),
            written(self._desk, "text", 6),
            tr("Write {most} words at most. A blank line makes a new paragraph.", most=MOST_WORDS),
        )
        rule = tr("Is there a rule in it? Write the rule in one sentence")
        form.add_row(rule, written(self._desk, "rule", 2), optional=True)
        form.add_pair(
            (
                tr("What kind of rule is it?"),
                choice("status", list(legal_choices("legal_status").items())),
            ),
            (tr("Where does the rule stand?"), line("rule_source")),
        )

    def build(self) -> list[Item]:
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

    def _fill(self) -> None:
        form, desk = self._form, self._desk
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

    def build(self) -> list[Item]:
        title = tr("Question {number}", number=self._place + 1)
        return [self._head(title), card("", self._form), self._ready()]

    def _piece(self, lesson: WrittenLesson) -> Piece:
        return lesson.questions[self._place]


class PicturePage(_PiecePage):
    """The picture: a name and a few things, one a line; the app draws it."""

    kind = "picture"

    def __init__(self, desk: Desk, key: str, place: int = 0) -> None:
        super().__init__(desk, key, place)
        self._drawing = Box()
        self._draw()

    def refresh(self) -> None:
        super().refresh()
        self._draw()

    def _draw(self) -> None:
        """Show what the app makes of the words."""
        picture = self._piece(self._writing.written(self._key)).drawn
        self._drawing.show_items([Diagram(picture)] if picture else [])

    def _fill(self) -> None:
        kept = self._writing.written(self._key).picture.kind
        kinds = SIMPLE_PICTURES if kept in SIMPLE_PICTURES else (kept,)
        self._form.add_row(
            tr("What shape?"), choice("kind", [(kind, words("shape", kind)) for kind in kinds])
        )
        self._form.add_row(tr("Name of the picture"), line("title"))
        self._form.add_row(tr("With which part?"), self._part_choice())
        self._form.add_row(
            tr("What is in it?"),
            lines("pieces", 5),
            tr("One thing on each line, such as: Listening: coffee and an open question."),
        )

    def build(self) -> list[Item]:
        why = text(tr("You give the words; the app draws the picture."), "muted")
        title = tr("The picture of the lesson")
        return [self._head(title), why, card("", self._form, self._drawing), self._ready()]

    def _piece(self, lesson: WrittenLesson) -> WrittenPicture:
        return lesson.picture
