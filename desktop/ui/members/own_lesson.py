"""A lesson of the council itself: look at it before it is added, and take it away again."""

from desktop.domain.lessons import Lesson
from desktop.i18n import tr
from desktop.ui.boxes import Box, Item
from desktop.ui.desk import Desk
from desktop.ui.kit import button, message, quiet
from desktop.ui.members.lesson import LessonPage


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
                tr("Go through all parts. Is something wrong? Change the file and open it again."),
                button(tr("Add to our lessons"), self._add, icon="saved"),
            )
        ]

    def _paper(self) -> Box:
        return Box()  # a lesson that is not ours yet is not put on paper

    def _add(self) -> None:
        lessons, strip = self._desk.office.lessons, self._desk.window.strip
        if self._desk.attempt(lambda: lessons.add_own(self._toml)):
            self._desk.window.back()
            strip.say("success", tr("The lesson “{title}” is added.", title=self._new.title))


class OwnLessonPage(LessonPage):
    """A lesson that the council made; it can be taken away."""

    def _side(self, lesson: Lesson) -> list[Item]:
        return [*super()._side(lesson), quiet(tr("Take this lesson away"), self._remove)]

    def _remove(self) -> None:
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.lessons.remove_own(self._key)):
            self._desk.told_gone(tr("The lesson is taken away."))
