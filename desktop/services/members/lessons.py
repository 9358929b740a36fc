"""Lessons: those that come with the app and the council's own, who finished one, and on paper."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.domain.errors import CouncilError
from desktop.domain.lesson_file import read_lesson
from desktop.domain.lessons import Lesson
from desktop.i18n import tr
from desktop.language.glossary import Explained, explain
from desktop.models.links import remove
from desktop.models.onboarding import LessonDone, OwnLesson
from desktop.models.store import Store
from desktop.resources import resource, text
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import lesson_out
from desktop.services.members.lesson_out import Booklet
from desktop.services.members.lesson_writing import LessonWriting
from desktop.services.members.ours import OurCouncil, Ours

EXAMPLE = "onboarding/example-lesson.toml"
_LARGEST = 200_000  # bytes


@dataclass(frozen=True)
class LessonRow:
    """A lesson in a list."""

    key: str
    title: str
    minutes: int
    goal: str
    own: bool
    """The council made it itself."""


class Lessons:
    """Read lessons, tick them off, add and remove the council's own."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ours = OurCouncil(store)
        self.writing = LessonWriting(store)

    def all(self) -> list[LessonRow]:
        """Return every lesson: those of the app in their order, then the council's own."""
        own = {one.key for one in self._own()}
        return [
            LessonRow(one.key, one.title, one.minutes, one.goal, one.key in own)
            for one in self._lessons()
        ]

    def lesson(self, key: str) -> Lesson:
        """Return one lesson; raises CouncilError when it is no longer there."""
        found = next((one for one in self._lessons() if one.key == key), None)
        if found is None:
            raise CouncilError(tr("This lesson is no longer there."))
        return found

    def finish(self, member_id: int, key: str, on: date) -> None:
        """Note that a member finished a lesson on the day *on*; the first time counts."""
        title = self.lesson(key).title
        with self._store.changing(tr("Lesson read: {title}", title=title)) as session:
            if session.scalar(_of(member_id).where(LessonDone.lesson == key)) is None:
                session.add(LessonDone(member_id=member_id, lesson=key, on=on))

    def done(self, member_id: int) -> dict[str, date]:
        """Return which lessons the member finished, and when: key → day."""
        with self._store.reading() as session:
            return {one.lesson: one.on for one in session.scalars(_of(member_id))}

    def next(self, key: str, member_id: int | None = None) -> LessonRow | None:
        """Return the lesson that comes after *key*; for a member the next one not finished."""
        rows = self.all()
        place = next((n for n, one in enumerate(rows) if one.key == key), -1)
        done = self.done(member_id) if member_id is not None else {}
        return next((one for one in rows[place + 1 :] if one.key not in done), None)

    def hard_words(self, lesson: Lesson) -> list[Explained]:
        """Return the hard words of *lesson* with their meaning."""
        found = [explain(word) for word in lesson.words]
        return [one for one in found if one]

    def ours(self, kind: str, today: date) -> Ours:
        """Return what the file of the council says about *kind*."""
        return self._ours.tell(kind, today)

    # ---- the council's own lessons

    def read_file(self, path: Path) -> tuple[Lesson, str]:
        """Return the lesson in the file at *path* with its text, to look at; nothing is kept.

        Raises CouncilError with one sentence when it is no lesson that can be added.
        """
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else None
        except OSError as error:
            raise CouncilError(tr("This file cannot be opened."), "lesson") from error
        if data is None:
            raise CouncilError(tr("This file is too large for a lesson."), "lesson")
        try:
            toml = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise CouncilError(
                tr("This file is no plain text. Save it as text (UTF-8)."), "lesson"
            ) from error
        return self.check(toml), toml

    def check(self, toml: str) -> Lesson:
        """Return the lesson in *toml*; raises CouncilError when it cannot be added."""
        lesson = read_lesson(toml)
        if any(lesson.key == one.key for one in built_in()):
            raise CouncilError(
                tr("The app has a lesson with the key “{key}”. Choose another.", key=lesson.key),
                "lesson",
            )
        unknown = next((word for word in lesson.words if explain(word) is None), None)
        if unknown:
            raise CouncilError(
                tr("The word list of the app does not know “{word}”. Leave it out.", word=unknown),
                "lesson",
            )
        return lesson

    def add_own(self, toml: str) -> str:
        """Keep a lesson of the council; one with the same key is replaced. Return its key."""
        lesson = self.check(toml)
        with self._store.changing(tr("Lesson added: {title}", title=lesson.title)) as session:
            own = _own(session, lesson.key)
            if own is None:
                session.add(OwnLesson(key=lesson.key, content=toml))
            else:
                own.content = toml
        return lesson.key

    def remove_own(self, key: str) -> None:
        """Take a lesson of the council away; undo brings it back."""
        with self._store.changing(tr("Lesson removed")) as session:
            own = _own(session, key)
            if own is not None:
                remove(session, own)

    def save_example(self, folder: Path) -> Path:
        """Write the example of a lesson into *folder*, to begin an own lesson with."""
        from desktop.services.letters.files import LetterFile, save_files

        name = safe_name(tr("Example of an own lesson") + ".toml")
        data = text(EXAMPLE).encode("utf-8")
        return save_files(folder, [LetterFile(name, data, "text/plain")])[0]

    # ---- on paper

    def booklet(self, today: date, key: str = "", *, large: bool = False) -> Booklet:
        """Return one lesson, or all of them, ready to write on paper; *large* in large print."""
        lessons = [self.lesson(key)] if key else self._lessons()
        pages = tuple(
            lesson_out.Page(
                lesson,
                tuple((one.term, one.meaning) for one in self.hard_words(lesson)),
                {part.ours: self.ours(part.ours, today) for part in lesson.parts if part.ours},
            )
            for lesson in lessons
        )
        council = CouncilDesk(self._store)
        return Booklet(pages, council.profile().name, council.logo(), today, large)

    def _lessons(self) -> list[Lesson]:
        return [*built_in(), *self._own()]

    def _own(self) -> list[Lesson]:
        with self._store.reading() as session:
            contents = session.scalars(select(OwnLesson.content).order_by(OwnLesson.id)).all()
        # A lesson that an older app took may miss what a newer one wants: then it stays away.
        return [lesson for toml in contents if (lesson := _readable(toml)) is not None]


@cache
def built_in() -> tuple[Lesson, ...]:
    """Return the lessons that come with the app, in their order."""
    paths = resource("onboarding/lessons").glob("*.toml")
    lessons = [read_lesson(path.read_text("utf-8")) for path in paths]
    return tuple(sorted(lessons, key=lambda one: (one.place, one.key)))


def save_booklet(made: Booklet, folder: Path) -> list[Path]:
    """Write the booklet for Word and as PDF into *folder*; safe beside the window.

    Raises CouncilError when the folder cannot be written to.
    """
    document = lesson_out.document(made)
    return write_both(document, folder / safe_name(document.title))


def save_samples(lessons: Lessons, folder: Path, today: date) -> list[Path]:
    """Write all lessons as a booklet, and one lesson in large print, to show what comes out."""
    made = [lessons.booklet(today), lessons.booklet(today, "hoe-een-advies-loopt", large=True)]
    return [path for one in made for path in save_booklet(one, folder)]


def _readable(toml: str) -> Lesson | None:
    try:
        return read_lesson(toml)
    except CouncilError:
        return None


def _own(session: Session, key: str) -> OwnLesson | None:
    return session.scalar(select(OwnLesson).where(OwnLesson.key == key))


def _of(member_id: int) -> Select[LessonDone]:
    return select(LessonDone).where(LessonDone.member_id == member_id)
