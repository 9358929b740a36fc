"""One lesson: read a short part, look at the picture, answer a question, go on."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.domain.dutch_dates import in_words
from desktop.domain.errors import CouncilError
from desktop.domain.lessons import Lesson, Question
from desktop.i18n import tr, trn
from desktop.services.members.lessons import save_booklet
from desktop.ui.boxes import Box, Item, beside, breakable, text
from desktop.ui.desk import Desk
from desktop.ui.kit import Button, announce, button, card, columns, head, message, primary, quiet
from desktop.ui.members.lesson_parts import (
    QuestionCard,
    part_card,
    sources_card,
    spoken_part,
    words_card,
)
from desktop.ui.members.words import me
from desktop.ui.pages import Page


class LessonPage(Page):
    """A lesson, a part at a time; the last screen ticks it off for the member who reads it."""

    area = "members"
    tables = frozenset({"own_lesson"})

    def __init__(self, desk: Desk, key: str, member_id: int | None = None) -> None:
        super().__init__()
        self._desk, self._key = desk, key
        self._member = member_id if member_id is not None else me(desk)
        self._part = 1
        self._chosen: dict[str, int] = {}
        self._pointed: set[str] = set()
        self._ready = False

    def lesson(self) -> Lesson:
        """Return the lesson on this page; raises CouncilError when it is gone."""
        return self._desk.office.lessons.lesson(self._key)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "print": lambda: self._print(large=False),
        }

    def build(self) -> list[Item]:
        try:
            lesson = self.lesson()
        except CouncilError as error:
            return [head(error.message, "", button(tr("To the lessons"), self._leave))]
        if self._ready:
            return [self._head(lesson, tr("Ready")), *self._finished(lesson)]
        parts = len(lesson.parts)
        over = tr("Part {part} of {parts}, {time}", part=self._part, parts=parts, time=self._time())
        goal = lesson.goal if self._part == 1 else ""
        return [
            *self._above(lesson),
            self._head(lesson, over, goal, *self._steps(parts)),
            columns(self._main(lesson), self._side(lesson)),
        ]

    def _head(self, lesson: Lesson, over: str, sub: str = "", *acts: Button) -> Box:
        return head(lesson.title, sub, *acts, over=over)

    def _above(self, _lesson: Lesson) -> list[Item]:
        """Return what stands above the lesson: nothing, but for one that is not ours yet."""
        return []

    def _steps(self, parts: int) -> list[Button]:
        back = [button(tr("Previous"), lambda: self.go_to(self._part - 1))]
        if self._part == 1:
            back = []
        if self._part < parts:
            return [*back, primary(tr("Go on"), self._go_on, "next")]
        return [*back, *self._end()]

    def _end(self) -> list[Button]:
        if self._member is None:
            return [primary(tr("To the lessons"), self._go_on, "lesson")]
        return [primary(tr("This lesson is done"), self._go_on, "saved")]

    def _main(self, lesson: Lesson) -> list[Item]:
        part = lesson.parts[self._part - 1]
        office, today = self._desk.office, self._desk.today()
        ours = office.lessons.ours(part.ours, today) if part.ours else None
        items: list[Item] = [part_card(lesson, self._part, ours)]
        items += [self._question(question) for question in lesson.asked_after(self._part)]
        return items

    def _question(self, question: Question) -> QuestionCard:
        def note(place: int) -> None:
            self._chosen[question.text] = place
            self.bring_into_view(made.told)

        made = QuestionCard(question, self._chosen.get(question.text), note, self._go_on)
        return made

    def _side(self, lesson: Lesson) -> list[Item]:
        side = words_card(self._desk.office.lessons.hard_words(lesson))
        if self._part == len(lesson.parts):
            side.append(sources_card(lesson))
        if self._part in (1, len(lesson.parts)):
            side.append(self._paper())
        return side

    def _paper(self) -> Box:
        normal = button(tr("Word and PDF"), lambda: self._print(large=False), icon="file")
        large = button(tr("In large print"), lambda: self._print(large=True), icon="file")
        why = tr("You can print this lesson, or let the PDF be read aloud.")
        return card(tr("Rather on paper?"), text(why), beside(normal, ...), beside(large, ...))

    def _time(self) -> str:
        lesson = self.lesson()
        left = lesson.minutes * (len(lesson.parts) - self._part + 1) / len(lesson.parts)
        minutes = max(1, round(left))
        words = in_words(minutes)
        return trn(
            "about {words} minute to go", "about {words} minutes to go", minutes, words=words
        )

    def _go_on(self) -> None:
        """Go to a question that is still open; and otherwise on, so that nobody is held up."""
        for card_ in self.findChildren(QuestionCard):
            words = card_.asks
            if words not in self._chosen and words not in self._pointed:
                self._pointed.add(words)
                card_.focus_target().setFocus(Qt.FocusReason.TabFocusReason)
                self.bring_into_view(card_)
                announce(self, words)
                return
        if self._part < len(self.lesson().parts):
            self.go_to(self._part + 1)
        elif self._member is None:
            self._leave()
        else:
            self._finish()

    def go_to(self, part: int) -> None:
        """Show part number *part* from its top; a screen reader hears its words."""
        lesson = self.lesson()
        self._part = min(max(part, 1), len(lesson.parts))
        self.rebuild()
        target = self.first_focus()
        if target:
            target.setFocus()
            self.bring_into_view(target, from_top=True)
        announce(self, spoken_part(lesson.parts[self._part - 1]))

    def _finish(self) -> None:
        member, today = self._member, self._desk.today()
        if member is None:
            return
        if self._desk.attempt(lambda: self._desk.office.lessons.finish(member, self._key, today)):
            self._ready = True
            self.rebuild()
            target = self.first_focus()
            if target:
                target.setFocus()

    def _finished(self, lesson: Lesson) -> list[Item]:
        following = self._desk.office.lessons.next(self._key, self._member)
        acts = [button(tr("Read it again"), self._again)]
        if following:
            title = tr("Next lesson: {title}", title=following.title)
            acts.insert(0, primary(title, lambda: self._open(following.key), "next"))
            acts.append(quiet(tr("To the lessons"), self._leave))
        else:
            acts.insert(0, primary(tr("To the lessons"), self._leave, "lesson"))
        told = tr("You have read “{title}”. Well done.", title=lesson.title)
        why = tr("You can read it again whenever you like. Questions? Ask your buddy.")
        return [message("success", told, why), beside(*acts, ..., gap=12, turns=True)]

    def _again(self) -> None:
        self._ready = False
        self.go_to(1)

    def _open(self, key: str) -> None:
        self._desk.window.replace_page(LessonPage(self._desk, key, self._member))

    def _leave(self) -> None:
        self._desk.window.back()

    def _print(self, *, large: bool) -> None:
        self._desk.attempt(lambda: print_lessons(self._desk, self._key, large=large))


def print_lessons(desk: Desk, key: str = "", *, large: bool) -> None:
    """Ask for a folder and write one lesson, or all, there; the window stays awake meanwhile."""
    folder = desk.choose_folder(tr("Where shall the lesson go?"))
    if folder is None:
        return
    made = desk.office.lessons.booklet(desk.today(), key, large=large)
    strip = desk.window.strip

    def done(paths: list[Path]) -> None:
        strip.say("success", tr("Saved as {path}", path=breakable(paths[-1])))

    def failed(error: BaseException) -> None:
        if not isinstance(error, CouncilError):
            raise error
        strip.say("warning", error.message)

    strip.say("info", tr("The lesson is being put on paper."))
    desk.tasks.run(lambda: save_booklet(made, folder), done, failed)
