"""A new member at home: programme, lessons, words looked up."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


def _member() -> ForeignKey:
    return ForeignKey("member.id", ondelete="CASCADE")


class Programme(Record):
    """The programme (inwerkprogramma) of one new member."""

    __tablename__ = "programme"

    member_id: Mapped[int] = mapped_column(_member(), index=True)
    starts: Mapped[date]
    template: Mapped[str] = mapped_column(default="")
    """Key of the template it was made from."""
    review: Mapped[date | None] = mapped_column(default=None)
    """The talk after three months."""
    buddy_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None
    )
    reachable: Mapped[str] = mapped_column(default="")
    """When and how the buddy can be reached, in plain words."""
    finished: Mapped[date | None] = mapped_column(default=None)
    certificate: Mapped[bool] = mapped_column(default=False)
    """The member wants a certificate."""


class ProgrammeStep(Record):
    """One step: read, meet, do or talk."""

    __tablename__ = "programme_step"
    __search__ = ("title",)

    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(default="read")
    """read, lesson, meet, task, practice or review."""
    text: Mapped[str] = mapped_column(default="")
    """What to do, in Markdown."""
    lesson: Mapped[str] = mapped_column(default="")
    """Key of the lesson, or of the letter that a member practises with."""
    minutes: Mapped[int | None] = mapped_column(default=None)
    due: Mapped[date | None] = mapped_column(default=None)
    done: Mapped[date | None] = mapped_column(default=None)
    understood: Mapped[int | None] = mapped_column(default=None)
    """What the member says: 1 not yet, 2 a little, 3 well."""
    question: Mapped[str] = mapped_column(default="")
    """What the member still wants to know."""
    item_id: Mapped[int | None] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="SET NULL"), default=None
    )
    """The agenda item that the question became."""
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None
    )
    """The meeting to go along to; the step has its date, also when it is moved."""
    answer: Mapped[str] = mapped_column(default="")
    """What the member wrote in a practice case."""


class LessonDone(Record):
    """A lesson that a member finished; never a mark."""

    __tablename__ = "lesson_done"
    __table_args__ = (UniqueConstraint("member_id", "lesson"), Record.__table_args__)

    member_id: Mapped[int] = mapped_column(_member())
    lesson: Mapped[str]
    on: Mapped[date]


class OwnLesson(Record):
    """A lesson that the council made itself, in the form of the lessons of the app."""

    __tablename__ = "own_lesson"

    key: Mapped[str] = mapped_column(unique=True)
    content: Mapped[str]
    """TOML, read by the same reader as resources/onboarding/lessons."""


class LookedUp(Record):
    """A hard word that a member looked up (mijn woorden)."""

    __tablename__ = "looked_up"
    __table_args__ = (UniqueConstraint("member_id", "term"), Record.__table_args__)

    member_id: Mapped[int] = mapped_column(_member())
    term: Mapped[str]
    last: Mapped[date]
    times: Mapped[int] = mapped_column(default=1)
    known: Mapped[bool] = mapped_column(default=False)
    """The member says: I know this one now."""
