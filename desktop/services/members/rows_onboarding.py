"""What the screens of a new member show, as frozen rows."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.onboarding import Timing
from desktop.i18n import tr


@dataclass(frozen=True)
class StepRow:
    """A step of a programme; ``due`` and ``done`` also know of a moved meeting or a read lesson."""

    id: int
    programme_id: int
    number: int
    """Place in the programme, from 1."""
    title: str
    kind: str
    """read, lesson, meet, task, practice or review."""
    text: str
    """Markdown, with places for what the council has in its file."""
    lesson: str
    minutes: int | None
    due: date | None
    done: date | None
    understood: int | None
    question: str
    item_id: int | None
    meeting_id: int | None
    answer: str

    @property
    def agreed(self) -> bool:
        """Whether the day is an appointment; any other day is only a good moment."""
        return self.meeting_id is not None or self.kind == "review"

    @property
    def waiting_question(self) -> bool:
        """Whether the member asked something that stands on no agenda yet."""
        return bool(self.question.strip()) and self.item_id is None


@dataclass(frozen=True)
class ProgrammeRow:
    """The programme of one new member with all its steps."""

    id: int
    member_id: int
    name: str
    starts: date
    template: str
    buddy_id: int | None
    buddy: str
    reachable: str
    finished: date | None
    certificate: bool
    steps: tuple[StepRow, ...]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done is not None for step in self.steps)

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.finished is not None or self.done == len(self.steps)

    @property
    def next(self) -> StepRow | None:
        """The first step that is still to be done; None when the programme is over."""
        if self.finished:
            return None
        return next((step for step in self.steps if step.done is None), None)

    @property
    def review(self) -> StepRow | None:
        """The talk after three months."""
        return next((step for step in self.steps if step.kind == "review"), None)

    @property
    def first_name(self) -> str:
        """What the member is called: the first word of the name."""
        return self.name.partition(" ")[0]


@dataclass(frozen=True)
class TemplateStep:
    """A step as a template has it."""

    kind: str
    title: str
    text: str = ""
    lesson: str = ""
    minutes: int | None = None
    days: int = 0
    evening: int = 0
    months: int = 0
    meeting: bool = False

    @property
    def timing(self) -> Timing:
        """When it comes."""
        return Timing(self.days, self.evening, self.months, self.meeting)


@dataclass(frozen=True)
class Template:
    """A programme to start from."""

    key: str
    title: str
    about: str
    steps: tuple[TemplateStep, ...]
    own: bool = False
    """Made by this council, so that it can be changed."""


@dataclass(frozen=True)
class WordRow:
    """A hard word with what it means; ``times`` it was looked up or stands in the papers."""

    term: str
    meaning: str
    instead: tuple[str, ...] = ()
    times: int = 0
    last: date | None = None
    known: bool = False

    @property
    def told(self) -> str:
        """The meaning, and what to say instead when that is something else."""
        instead = ", ".join(self.instead)
        if not instead or instead in self.meaning:
            return self.meaning
        return f"{self.meaning} {tr('Instead: {words}', words=instead)}."


@dataclass(frozen=True)
class Told:
    """A name with a few lines about it, as in a booklet."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PracticePoint:
    """What to look at in an answer; *signs* are words that such a sentence often begins with."""

    ask: str
    example: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class PracticeCase:
    """An invented request, hints to write an answer, and a worked example."""

    key: str
    title: str
    intro: str
    sender: str
    letter: str
    hints: tuple[str, ...]
    example: str
    compare: tuple[PracticePoint, ...]
