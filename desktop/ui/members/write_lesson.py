"""Write a lesson of the council itself: what is in it, what it still lacks, how it reads."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.members.lesson_writing import Lack
from desktop.services.members.written_lesson import WrittenLesson
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import card, columns, head, next_step, primary, quiet
from desktop.ui.members.lesson_measure import measure_card
from desktop.ui.members.write_piece import PartPage, PicturePage, QuestionPage
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList


class WriteLessonPage(KeptPage[WrittenLesson]):
    """A lesson that is being written; *look* opens it as members see it."""

    area = "members"
    tables = frozenset({"own_lesson", "setting"})

    def __init__(self, desk: Desk, key: str, look: Callable[[], object]) -> None:
        self._key, self._show_it = key, look
        self._writing = desk.office.lessons.writing
        form = Form()
        form.add_row(tr("Name of the lesson"), line("title"))
        form.add_row(tr("What does a member learn, in one sentence?"), written(desk, "goal", 2))
        form.add_row(
            tr("Where do the facts come from?"), lines("sources", 2), tr("One on each line.")
        )
        form.add_row(
            tr("Hard words in the lesson"),
            lines("words", 2),
            tr("One on each line. The explanation comes from the word list."),
            optional=True,
        )
        super().__init__(desk, form)

    def now(self) -> WrittenLesson:
        return self._writing.written(self._key)

    def around(self, now: WrittenLesson) -> object:
        return now

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – words or a number
        self._writing.change(self._key, "lesson", **fields)

    def parts(self, now: WrittenLesson) -> list[Item]:
        lacks = self._writing.lacks(self._key)
        about = card(tr("What is it about?"), self._form)
        left: list[Item] = [about, self._parts(now, lacks), self._checks(now, lacks)]
        words = self._writing.text(self._key)
        title = now.title or tr("A new lesson")
        return [head(title), self._next(lacks), columns(left, [measure_card(self._desk, words)])]

    def first_focus(self) -> QWidget | None:
        lacks = self._writing.lacks(self._key)
        return (
            self._form.first() if lacks and lacks[0].place == "lesson" else Page.first_focus(self)
        )

    def _next(self, lacks: tuple[Lack, ...]) -> Box:
        away = quiet(tr("Throw the lesson away"), self._remove)
        if not lacks:
            look = primary(tr("Look at the lesson"), self._show_it, "lesson")
            why = tr("Members find it with the lessons. You can go on changing it.")
            return next_step(tr("The lesson is whole"), why, look, away, over=tr("Ready"))
        why = tr("No member sees the lesson yet. That comes when it is whole.")
        go_on = primary(tr("Go on"), partial(self._open, lacks[0].place), "next")
        return next_step(lacks[0].words, why, go_on, away, over=tr("Still to do"))

    def _parts(self, lesson: WrittenLesson, lacks: tuple[Lack, ...]) -> Box:
        places = [f"part:{place}" for place in range(len(lesson.parts))]
        names = [part.heading or tr("No heading yet") for part in lesson.parts]
        found = self._list(tr("Parts"), places, names, lacks)
        more = quiet(tr("Add a part"), self._add, "add")
        return card(tr("Parts"), found, beside(more, ...))

    def _checks(self, lesson: WrittenLesson, lacks: tuple[Lack, ...]) -> Box:
        places = ["picture", *(f"question:{place}" for place in range(len(lesson.questions)))]
        picture = tr("Picture: {title}", title=lesson.picture.title or "–")
        asked = (
            tr("Question {number}: {text}", number=number, text=one.text or "–")
            for number, one in enumerate(lesson.questions, 1)
        )
        title = tr("Picture and questions")
        return card(title, self._list(title, places, [picture, *asked], lacks))

    def _list(
        self, spoken: str, places: list[str], names: list[str], lacks: tuple[Lack, ...]
    ) -> RowList[str]:
        named = dict(zip(places, names, strict=True))
        lacking = {lack.place: lack.words for lack in lacks}

        def face(place: str) -> Face:
            words = lacking.get(place, "")
            state = (tr("not whole yet"), "warning") if words else (tr("whole"), "success")
            return Face(named[place], "", "adviseren", state=state, act=tr("Change"))

        found = RowList[str](spoken, face)
        found.show_rows(places)
        found.opened.connect(self._open)
        return found

    def _open(self, place: str) -> None:
        page = piece_page(self._desk, self._key, place)
        if page:
            self._desk.window.open_page(page)
        else:
            target = self._form.first()
            if target:
                target.setFocus()
                self.bring_into_view(target)

    def _add(self) -> None:
        self._open(f"part:{self._writing.add_part(self._key)}")

    def _remove(self) -> None:
        self._form.flush()
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.lessons.remove_own(self._key)):
            self._desk.told_gone(tr("The lesson is taken away."))


def piece_page(desk: Desk, key: str, place: str) -> Page | None:
    """Return the page where what is at *place* (see Lack) is written; None for the lesson."""
    kind, _, number = place.partition(":")
    if kind == "lesson":
        return None
    make = {"part": PartPage, "question": QuestionPage, "picture": PicturePage}[kind]
    return make(desk, key, int(number or 0))
