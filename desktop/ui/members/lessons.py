"""All lessons: which ones there are, which ones you have read, and the council's own."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop.domain.dutch_dates import in_words, long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.members.lessons import LessonRow
from desktop.services.members.written_lesson import WrittenLesson
from desktop.ui.boxes import Box, Item, beside, breakable, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, head, next_step, primary, quiet
from desktop.ui.members.lesson import LessonPage, print_lessons
from desktop.ui.members.own_lesson import NewLessonPage, OwnLessonPage, write_page
from desktop.ui.members.words import me
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList


class LessonsPage(Page):
    """The lessons for a member; Enter opens one."""

    area = "members"
    tables = frozenset({"lesson_done", "own_lesson", "member"})

    def __init__(self, desk: Desk, member_id: int | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._member = member_id if member_id is not None else me(desk)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": lambda: print_lessons(self._desk, large=False), "new": self._write}

    def build(self) -> list[Item]:
        lessons = self._desk.office.lessons
        rows = lessons.all()
        done = lessons.done(self._member) if self._member is not None else {}
        read = [row for row in rows if row.key in done]
        parts: list[Item] = [head(tr("Lessons"), _progress(len(read), len(rows)))]
        following = next((row for row in rows if row.key not in done), None)
        if following:
            parts.append(self._next(following, started=bool(read)))
        shown = [row for row in rows if not row.own]
        left: list[Item] = [card(tr("Short lessons"), self._list(tr("Short lessons"), shown, done))]
        return [*parts, columns(left, [self._own(rows, done), self._paper()], (3, 2))]

    def _next(self, row: LessonRow, *, started: bool) -> Box:
        words = tr("Next lesson") if started else tr("Begin here")
        act = primary(tr("Read this lesson"), lambda: self._open(row), "lesson")
        return next_step(row.title, f"{row.goal} {_minutes(row)}.", act, over=words)

    def _list(
        self, spoken: str, rows: list[LessonRow], done: Mapping[str, date]
    ) -> RowList[LessonRow]:
        def face(row: LessonRow) -> Face:
            day = done.get(row.key)
            why = tr("read on {day}", day=long_date(day)) if day else _minutes(row)
            if day is None:
                return Face(row.title, why, icon="lesson")
            return Face(row.title, why, icon="done", tone="success", state=(tr("read"), "success"))

        found = RowList[LessonRow](spoken, face)
        found.show_rows(rows)
        found.opened.connect(self._open)
        return found

    def _own(self, rows: list[LessonRow], done: Mapping[str, date]) -> Box:
        title = tr("Lessons of our own council")
        own = [row for row in rows if row.own]
        items: list[Item] = [self._list(title, own, done)] if own else []
        items += self._unfinished()
        items.append(
            text(tr("Do you want to explain something of your own? Write a short lesson."))
        )
        write = button(tr("Write our own lesson"), self._write, icon="add")
        add = quiet(tr("Add a lesson from a file"), self._new, "file")
        example = quiet(tr("Save the example"), self._example, "file")
        return card(title, *items, *(beside(act, ...) for act in (write, add, example)))

    def _unfinished(self) -> list[Item]:
        """Return the lessons that somebody is still writing."""
        lessons = self._desk.office.lessons.writing.unfinished()
        if not lessons:
            return []

        def face(lesson: WrittenLesson) -> Face:
            state = (tr("not whole yet"), "warning")
            return Face(lesson.title or tr("A new lesson"), icon="adviseren", state=state)

        found = RowList[WrittenLesson](tr("Lessons that are being written"), face)
        found.show_rows(lessons)
        found.opened.connect(self._go_on)
        return [found]

    def _write(self) -> None:
        desk = self._desk
        key = desk.office.lessons.writing.begin(desk.today())
        desk.window.open_page(write_page(desk, key))

    def _go_on(self, lesson: WrittenLesson) -> None:
        self._desk.window.open_page(write_page(self._desk, lesson.key))

    def _paper(self) -> Box:
        normal = button(
            tr("All lessons, Word and PDF"),
            lambda: print_lessons(self._desk, large=False),
            icon="file",
        )
        large = button(
            tr("All lessons, large print"),
            lambda: print_lessons(self._desk, large=True),
            icon="file",
        )
        why = tr("A booklet with all lessons, for who rather reads from paper.")
        return card(tr("Rather on paper?"), text(why), beside(normal, ...), beside(large, ...))

    def _open(self, row: LessonRow) -> None:
        kind = OwnLessonPage if row.own else LessonPage
        self._desk.window.open_page(kind(self._desk, row.key, self._member))

    def _new(self) -> None:
        paths = self._desk.choose_files(tr("Which lesson do you want to add?"), (".toml", ".txt"))
        if not paths:
            return
        try:
            lesson, toml = self._desk.office.lessons.read_file(paths[0])
        except CouncilError as error:
            self._desk.window.strip.say("warning", error.message)
            return
        self._desk.window.open_page(NewLessonPage(self._desk, lesson, toml))

    def _example(self) -> None:
        folder = self._desk.choose_folder(tr("Where shall the example go?"))
        if folder:
            self._desk.attempt(
                lambda: self._desk.window.strip.say(
                    "success",
                    tr(
                        "Saved as {path}",
                        path=breakable(self._desk.office.lessons.save_example(folder)),
                    ),
                )
            )


def _minutes(row: LessonRow) -> str:
    return trn("{n} minute", "{n} minutes", row.minutes)


def _progress(read: int, total: int) -> str:
    if not read:
        return tr("Ten minutes each, in plain words. Read them in your own order.")
    if read == total:
        return tr("You have read all lessons.")
    return tr(
        "You have read {read} of the {total} lessons.", read=in_words(read), total=in_words(total)
    )
