"""A lesson of the council itself: look at it before it is added, change it, take it away again."""

from desktop.domain.lessons import Lesson, texts
from desktop.i18n import tr
from desktop.ui.boxes import Box, Item, beside
from desktop.ui.desk import Desk
from desktop.ui.kit import button, message, quiet
from desktop.ui.members.lesson import LessonPage
from desktop.ui.members.lesson_measure import measure_card
from desktop.ui.members.write_lesson import WriteLessonPage


class NewLessonPage(LessonPage):
    """How a lesson from a file looks; it is added when the button is pressed."""

    def __init__(self, desk: Desk, lesson: Lesson, toml: str) -> None:
        super().__init__(desk, lesson.key)
        self._new, self._toml = lesson, toml
        self._member = None  # looking at it is not reading it

    def lesson(self) -> Lesson:
        return self._new

    def _above(self, _lesson: Lesson) -> list[Item]:
        return [
            message(
                "info",
                tr("This is what your lesson looks like. It is not in the app yet."),
                tr("Go through all parts. Is something wrong? You can change it once it is added."),
                button(tr("Add to our lessons"), self._add, icon="saved"),
            )
        ]

    def _side(self, lesson: Lesson) -> list[Item]:
        words = "\n\n".join(texts(lesson))
        return [measure_card(self._desk, words), *super()._side(lesson)]

    def _paper(self) -> Box:
        return Box()  # a lesson that is not ours yet is not put on paper

    def _add(self) -> None:
        lessons, strip = self._desk.office.lessons, self._desk.window.strip
        if self._desk.attempt(lambda: lessons.add_own(self._toml)):
            self._desk.window.back()
            strip.say("success", tr("The lesson “{title}” is added.", title=self._new.title))


class OwnLessonPage(LessonPage):
    """A lesson that the council made; it can be changed and taken away."""

    def _side(self, lesson: Lesson) -> list[Item]:
        change = button(tr("Change this lesson"), self._change, icon="adviseren")
        away = quiet(tr("Take this lesson away"), self._remove)
        return [*super()._side(lesson), beside(change, ...), beside(away, ...)]

    def _change(self) -> None:
        self._desk.window.open_page(write_page(self._desk, self._key))

    def _remove(self) -> None:
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.lessons.remove_own(self._key)):
            self._desk.told_gone(tr("The lesson is taken away."))


def write_page(desk: Desk, key: str) -> WriteLessonPage:
    """Return the page where the lesson *key* is written; from there one can look at it."""

    def look() -> None:
        desk.window.open_page(OwnLessonPage(desk, key))

    return WriteLessonPage(desk, key, look)
