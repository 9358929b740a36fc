"""What do I do now? The one screen for a new member: the next step, the programme, a buddy."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import in_words, long_date, weekday_date
from desktop.i18n import tr, trn
from desktop.services.council import MemberRow
from desktop.services.members.kinds import chosen
from desktop.services.members.own_material import has_material
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow
from desktop.services.records import listed
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, empty, head, message, person, primary, quiet
from desktop.ui.meetings.plan import save_calendar
from desktop.ui.members.booklet import booklet_card
from desktop.ui.members.my_words import WordsPage
from desktop.ui.members.step import TABLES, AskPage, StepPage, clear_card, open_work, when
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

_SHOWN = 6


class NowPage(Page):
    """The home of a new member."""

    area = "members"
    tables = TABLES | {"looked_up", "paper"}

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._all = False

    def build(self) -> list[Item]:
        row = self._desk.office.programmes.of_member(self._member)
        if row is None:
            return [
                empty(
                    tr("No programme yet"),
                    tr("Ask your chair or secretary to make a programme for you."),
                    button(tr("Back"), self._desk.window.back),
                )
            ]
        left: list[Item] = [self._now(row), self._programme(row)]
        last = _to_rate(row)
        if last:
            left.insert(1, clear_card(self._desk, last))
        right: list[Item] = [self._buddy(row)]
        meeting = self._meeting(row)
        right += [meeting] if meeting else []
        right += [self._word(), booklet_card(self._desk, self._member)]
        return [
            head(tr("Welcome, {name}", name=row.first_name), self._sentence(row)),
            columns(left, right),
        ]

    def _sentence(self, row: ProgrammeRow) -> str:
        day = _day(row.starts)
        since = (
            tr("You start on {day}.", day=day)
            if row.starts > self._desk.today()
            else tr("You are a member since {day}.", day=day)
        )
        if not row.done:
            return since
        done = in_words(row.done)
        told = trn(
            "{done} of the {total} steps is done.",
            "{done} of the {total} steps are done.",
            row.done,
            done=done[:1].upper() + done[1:],
            total=in_words(len(row.steps)),
        )
        return f"{since} {told}"

    def _now(self, row: ProgrammeRow) -> Box:
        """Return the one warm block: what to do now, and nothing else."""
        step = row.next
        if step is None:
            return message(
                "success",
                tr("Your programme is done"),
                tr("You know your way now. You can always read everything again."),
            )
        begin = primary(_begin(step), partial(self._begin, row, step), "lesson")
        return stack(
            text(tr("What do I do now?"), "label", "warm"),
            text(_name(step), "h2"),
            text(self._why(row, step)),
            beside(begin, ...),
            gap=8,
            pad=(20, 14, 20, 16),
            cls="warm",
        )

    def _why(self, row: ProgrammeRow, step: StepRow) -> str:
        """Say how long it takes and what it is, in a line or two."""
        material = self._desk.office.programmes.material
        first = next((line for line in step.text.splitlines() if line.strip()), "")
        told = "" if has_material(first) else material.named(first, row, self._desk.today())
        about = trn("About {n} minute.", "About {n} minutes.", step.minutes) if step.minutes else ""
        if step.kind in ("meet", "review"):
            about = f"{when(step, self._desk.today()).rpartition(' · ')[2]}."
            about = about[:1].upper() + about[1:]
        return " ".join(part for part in (about, told) if part)

    def _begin(self, row: ProgrammeRow, step: StepRow) -> None:
        if has_material(step.text):  # there is something of the council itself to read first
            self._open(step)
        else:
            open_work(self._desk, row, step)

    def _programme(self, row: ProgrammeRow) -> Box:
        steps = row.steps if self._all else _around(row)
        found = RowList[StepRow](tr("Your programme"), partial(_face, row, self._desk.today()))
        found.show_rows(steps)
        found.opened.connect(self._open)
        acts: list[Item] = []
        if len(steps) < len(row.steps):
            words = tr("All {n} steps", n=in_words(len(row.steps)))
            acts.append(beside(quiet(words, self._show_all, "open_down"), ...))
        calendar = quiet(tr("In my calendar"), partial(self._calendar, row), "vergaderen")
        side = calendar if row.next else None
        return card(tr("Your programme"), found, *acts, side=side, gap=4)

    def _buddy(self, row: ProgrammeRow) -> Box:
        here = next((m for m in self._members() if m.id == row.buddy_id), None)
        if here is None:
            return card(tr("Your buddy"), text(tr("You get a buddy soon: somebody to call.")))
        told = [_years(here, self._desk.today()), row.reachable, here.phone]
        items: list[Item] = [person(here.name, " ".join(part for part in told if part), 48)]
        step = row.next or row.steps[-1]
        name = here.name.partition(" ")[0]
        ask = button(
            tr("Ask {name} a question", name=name), partial(self._ask, step), icon="achterban"
        )
        return card(tr("Your buddy"), *items, beside(ask, ...))

    def _meeting(self, row: ProgrammeRow) -> Box | None:
        meeting = self._desk.office.programmes.first_meeting(row, self._desk.today())
        if meeting is None:
            return None
        day = weekday_date(meeting.starts.date())
        place = ", ".join(part for part in (meeting.place, meeting.room) if part)
        first = any(step.kind == "meet" and not step.done for step in row.steps)
        told = [f"{place}." if place else "", self._wish()]
        return card(
            tr("Your first meeting") if first else tr("The next meeting"),
            text(
                tr("{day}, {time}", day=day[:1].upper() + day[1:], time=clock(meeting.starts)),
                "strong",
            ),
            text(" ".join(part for part in told if part), "small", "muted"),
            gap=6,
        )

    def _wish(self) -> str:
        """Return what the member asked for, as a sentence; never why."""
        row = self._desk.office.people.person(self._member).row
        asked = [wish.words.lower() for wish in chosen(row.wishes)]
        asked += [row.wish_note] if row.wish_note else []
        return tr("You asked for: {wishes}.", wishes=listed(asked)) if asked else ""

    def _word(self) -> Box:
        learning = self._desk.office.learning
        word = learning.word_of_the_day(self._desk.today(), self._member)
        count = len(learning.council_words())
        label = tr("All {n} words", n=count) if count else tr("My words")
        return card(
            tr("Word of today"),
            stack(text(word.term[:1].upper() + word.term[1:], "strong"), text(word.meaning), gap=2),
            beside(quiet(label, self._words, "lesson"), ...),
            gap=6,
        )

    def _members(self) -> Sequence[MemberRow]:
        return self._desk.office.council.members()

    def _open(self, step: StepRow) -> None:
        self._desk.window.open_page(StepPage(self._desk, step.id))

    def _ask(self, step: StepRow) -> None:
        self._desk.window.open_page(AskPage(self._desk, step.id))

    def _words(self) -> None:
        self._desk.window.open_page(WordsPage(self._desk, self._member))

    def _show_all(self) -> None:
        self._all = True
        self.rebuild()

    def _calendar(self, row: ProgrammeRow) -> None:
        data = self._desk.office.programmes.calendar(row.id, datetime.now())
        save_calendar(self._desk, tr("Steps of {name}", name=row.name), data)


def _face(row: ProgrammeRow, today: date, step: StepRow) -> Face:
    now = row.next is not None and row.next.id == step.id
    icon = "done" if step.done else "now" if now else "open"
    return Face(
        f"{step.number}. {step.title}",
        when(step, today),
        icon=icon,
        tone="muted" if icon == "open" else "accent",
        state=(tr("you are here"), "accent") if now else None,
        plain=not now,
    )


def _around(row: ProgrammeRow) -> Sequence[StepRow]:
    """Return six steps around the one of now."""
    here = row.next.number - 1 if row.next else 0
    first = min(max(here - 2, 0), max(len(row.steps) - _SHOWN, 0))
    return row.steps[first : first + _SHOWN]


def _to_rate(row: ProgrammeRow) -> StepRow | None:
    """Return the step that was done last, when nobody said yet how clear it was."""
    done = [step for step in row.steps if step.done]
    last = max(done, key=lambda step: (step.done, step.number), default=None)
    return last if last and last.understood is None and row.next else None


def _name(step: StepRow) -> str:
    """Return what to do, as a sentence that begins with the doing."""
    if step.kind != "lesson":
        return step.title
    return tr("Read the lesson: {title}", title=step.title[:1].lower() + step.title[1:])


def _begin(step: StepRow) -> str:
    match step.kind:
        case "lesson" if not has_material(step.text):
            return tr("Begin with the lesson")
        case "practice":
            return tr("Begin to practise")
        case _:
            return tr("Look at step {n}", n=step.number)


def _years(member: MemberRow, today: date) -> str:
    """Return how long someone is a member, as people say it."""
    if member.since is None:
        return ""
    years = (today - member.since).days * 4 // 1461
    words = in_words(years)
    return (
        trn(
            "{years} year member.",
            "{years} years member.",
            years,
            years=words[:1].upper() + words[1:],
        )
        if years
        else ""
    )


def _day(day: date) -> str:
    return long_date(day).rpartition(" ")[0]
