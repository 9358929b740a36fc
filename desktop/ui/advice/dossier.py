"""One advice: where it stands, what to do now, the questions, the time and what it rests on."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.domain.dossier import STEPS, Step, step_of
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.advice.rows import DossierView, PaperRow, QuestionRow
from desktop.services.choices import choices, words
from desktop.services.intake import HARD_LEVEL
from desktop.services.records import listed
from desktop.ui.advice.arrival import bring_in
from desktop.ui.advice.closing import close_down
from desktop.ui.advice.measures import day_month, term_bar, time_words
from desktop.ui.advice.next_act import next_act
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.drawn import Steps
from desktop.ui.kit import (
    button,
    card,
    chip,
    columns,
    head,
    message,
    next_step,
    primary,
    quiet,
    row,
)
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier

_EVENTS = 6


class DossierPage(Page):
    """The page of one dossier."""

    area = "advice"
    tables = frozenset(
        {
            "dossier",
            "question",
            "question_answer",
            "recommendation",
            "section",
            "evidence",
            "heard_group",
            "decision",
            "event",
            "paper",
            "letter",
            "norm",
            "addressee",
            "dossier_addressee",
        }
    )

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._all_events = False

    @property
    def dossier(self) -> int:
        """The dossier on this page."""
        return self._dossier

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "open_file": lambda: bring_in(self._desk, dossier=self._dossier),
            "print": lambda: self._go("letter"),
        }

    def build(self) -> list[Item]:
        view = self._desk.office.dossiers.view(self._dossier, self._desk.today())
        dossier = view.dossier
        sub = dossier.reference
        if dossier.requester and dossier.kind != "unasked":
            sub = tr("{reference}, asked by {who}", reference=sub, who=dossier.requester)
        return [
            head(dossier.title, sub, *self._tools(view), over=dossier.kind_words),
            self._state_line(view),
            columns(
                [self._next(view), self._questions(view), self._parts(view)],
                [
                    *([] if view.dossier.kind == "unasked" else [self._time(view)]),
                    self._rests_on(view),
                    self._papers(view),
                    self._timeline(view),
                ],
            ),
        ]

    def _tools(self, view: DossierView) -> list[QWidget]:
        tools: list[QWidget] = [
            button(tr("Change the facts"), lambda: self._go("intake"), icon="adviseren")
        ]
        if not view.dossier.ended and (view.dossier.step or 0) < STEPS.index("reply"):
            tools.append(quiet(tr("Throw away"), self._throw_away))
        return tools

    def _state_line(self, view: DossierView) -> Box:
        step = view.dossier.step
        if step is None:
            why = view.dossier.closing_reason
            return message("info", view.dossier.state_words, why)
        when = _dates(view)
        names = choices("step")
        if view.dossier.kind == "unasked":
            names["asked"] = tr("Own idea")
        return card("", Steps([(names[key], when.get(key, "")) for key in STEPS], step))

    def _next(self, view: DossierView) -> Box:
        act = next_act(view, self._desk.today())
        buttons = []
        if act.place:
            buttons.append(primary(act.button, lambda: self._go(act.place), act.icon))
        elif act.state:
            buttons.append(primary(act.button, lambda: self._move(act.state), act.icon))
        return next_step(act.title, act.why, *buttons)

    def _questions(self, view: DossierView) -> Box:
        if not view.questions:
            return card(
                tr("What is the question?"),
                text(tr("There are no questions yet."), tone="muted"),
                beside(chip(tr("Add questions"), lambda: self._go("intake"), "add"), ...),
            )
        rows = [self._question(question) for question in view.questions]
        return card(tr("What is the question?"), *ruled(*rows))

    def _question(self, question: QuestionRow) -> Box:
        write = None
        if not question.settled:
            write = button(tr("Write"), lambda: self._go("draft"))
        sign = "done" if question.answered else "dash" if question.left_open else "open"
        return row(
            f"{question.number}. {question.text}",
            question_state(question),
            icon=sign,
            tone="success" if question.answered else "muted" if question.left_open else "warning",
            act=write,
        )

    def _parts(self, view: DossierView) -> Box:
        written = sum(bool(words.strip()) for words in view.sections.values())
        draft = trn("{n} part is written", "{n} parts are written", written)
        advice = trn("{n} recommendation", "{n} recommendations", len(view.recommendations))
        decision = view.decision
        adopted = (
            tr(
                "On {date}, {n} votes for",
                date=long_date(decision.decided_on),
                n=decision.votes_for,
            )
            if decision
            else tr("Not yet recorded")
        )
        sent = [letter for letter in view.letters if letter.sent]
        letters = (
            trn("{n} letter was sent", "{n} letters were sent", len(sent))
            if sent
            else tr("Not yet sent")
        )
        parts = [
            ("draft", tr("The draft"), tr("{first}, {second}", first=draft, second=advice), "file"),
            ("decision", tr("The decision of the council"), adopted, "decision"),
            ("letter", tr("The letter"), letters, "letter"),
        ]
        if (view.dossier.step or 0) >= STEPS.index("reply"):
            parts.append(("reply", tr("The answer of the municipality"), _reply(view), "raad"))
        rows = [
            row(what, why, icon=icon, act=button(tr("Open"), lambda place=place: self._go(place)))
            for place, what, why, icon in parts
        ]
        return card(tr("Work on this advice"), *ruled(*rows))

    def _time(self, view: DossierView) -> Box:
        bar = term_bar(view.time)
        items: list[Item] = [bar] if bar else []
        items.append(text(time_words(view.time), "small", "muted"))
        if view.time.late_phase:
            items.append(
                text(tr("The choice has been made. You can still advise on how it is done."))
            )
        if view.time.is_late and not view.dossier.say_late and view.dossier.step is not None:
            items.append(beside(chip(tr("Put this in the letter"), self._say_late, "add"), ...))
        elif view.dossier.say_late:
            items.append(text(tr("This stands in the letter."), "small", "success"))
        items += self._letters_about_time(view)
        return card(tr("Asked in time?"), *items)

    def _letters_about_time(self, view: DossierView) -> list[Item]:
        from desktop.ui.advice.short_letter import ShortLetterPage

        kinds: list[tuple[str, str]] = []
        if view.time.is_late:
            kinds.append(("late", tr("Letter: asked too late")))
        if view.time.verdict == "no_norm":
            kinds.append(("agree-term", tr("Letter: agree on a term")))
        if view.time.verdict == "short":
            kinds.append(("delay", tr("Letter: ask for more time")))
        if any((paper.level or 0) >= HARD_LEVEL for paper in view.papers if paper.kind != "letter"):
            kinds.append(("summary", tr("Letter: ask for a summary")))
        return [
            beside(
                quiet(
                    label,
                    lambda kind=kind: self._desk.window.open_page(
                        ShortLetterPage(self._desk, self._dossier, kind)
                    ),
                    "letter",
                ),
                ...,
            )
            for kind, label in kinds
        ]

    def _rests_on(self, view: DossierView) -> Box:
        counts: dict[str, int] = {}
        for item in view.evidence:
            counts[item.kind] = counts.get(item.kind, 0) + item.times
        rows: list[QWidget] = [
            beside((text(words("evidence", kind)), 1), text(str(n), "strong", wrap=False))
            for kind, n in counts.items()
        ]
        if not rows:
            rows = [text(tr("Nothing yet. What did people tell you?"), tone="muted")]
        unheard = [group.name for group in view.heard if not group.heard]
        tail: list[Item] = []
        if unheard:
            tail.append(row(tr("Not heard: {groups}", groups=", ".join(unheard)), icon="people"))
        act = chip(tr("Evidence and people"), lambda: self._go("evidence"), "add")
        return card(tr("What does it rest on?"), *ruled(*rows), *tail, beside(act, ...))

    def _papers(self, view: DossierView) -> Box:
        rows = [self._paper(paper) for paper in view.papers]
        add = chip(tr("Add a paper"), lambda: bring_in(self._desk, dossier=self._dossier), "attach")
        return card(tr("Papers"), *ruled(*rows), beside(add, ...))

    def _paper(self, paper: PaperRow) -> Box:
        level = tr("estimated level {level} of 4", level=paper.level) if paper.level else ""
        pages = trn("{n} page", "{n} pages", paper.pages) if paper.pages else ""
        why = ", ".join(part for part in (pages, level) if part)
        open_it = quiet(tr("Read"), lambda: self._read(paper))
        return row(paper.name, why, icon="file", act=open_it)

    def _timeline(self, view: DossierView) -> Box:
        events = view.events[::-1]
        shown = events if self._all_events else events[:_EVENTS]
        rows = [
            row(event.text or words("state", event.state), long_date(event.on_date), icon="clock")
            for event in shown
        ]
        tail: list[Item] = []
        if len(shown) < len(events):
            tail = [beside(quiet(tr("Show all"), self._show_events, "open_down"), ...)]
        ways = [step for step in view.next_steps if step.state in ("abandoned", "too_late")]
        if ways:
            stop = quiet(tr("Stop with this advice"), lambda: self._stop(ways))
            tail.append(beside(stop, ...))
        return card(tr("What happened"), *ruled(*rows), *tail)

    def _stop(self, ways: list[Step]) -> None:
        close_down(self._desk, self._dossier, [step.state for step in ways])

    def _show_events(self) -> None:
        self._all_events = True
        self.rebuild()

    def _read(self, paper: PaperRow) -> None:
        from desktop.ui.advice.paper import PaperPage

        self._desk.window.open_page(PaperPage(self._desk, self._dossier, paper.id))

    def _go(self, place: str) -> None:
        open_dossier(self._desk, self._dossier, place)

    def _move(self, state: str) -> None:
        dossiers = self._desk.office.dossiers
        moved = self._desk.attempt(lambda: dossiers.move(self._dossier, state, self._desk.today()))
        if moved and state == "drafting":
            self._go("draft")  # who starts writing wants to write, not to press again

    def _say_late(self) -> None:
        dossiers = self._desk.office.dossiers
        self._desk.attempt(lambda: dossiers.change(self._dossier, say_late=True))

    def _throw_away(self) -> None:
        view = self._desk.office.dossiers.view(self._dossier, self._desk.today())
        self._desk.window.back()
        if self._desk.attempt(lambda: self._desk.office.dossiers.delete(self._dossier)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=view.dossier.title))


def question_state(question: QuestionRow) -> str:
    """Return in a few words whether a question has an answer, and where."""
    if question.answered_by:
        numbers = listed([str(number) for number in question.answered_by])
        return trn(
            "Answer in recommendation {numbers}",
            "Answer in recommendations {numbers}",
            len(question.answered_by),
            numbers=numbers,
        )
    if question.answer.strip():
        return tr("Has an answer in words")
    if question.left_open:
        return tr("Left open: {reason}", reason=question.open_reason)
    return tr("No answer yet")


def _dates(view: DossierView) -> dict[str, str]:
    """Return for each step when it was reached, or when it is due."""
    when: dict[str, date] = {}
    for event in view.events:
        step = step_of(event.state)
        if step is not None:
            when[STEPS[min(step, len(STEPS) - 1)]] = event.on_date
    words_of = {key: day_month(day) for key, day in when.items()}
    now = view.dossier.step
    if now is not None and now < len(STEPS):
        words_of[STEPS[now]] = tr("now")
    ask = next((letter.reply_by for letter in view.letters if letter.reply_by), None)
    if ask and now is not None and now <= STEPS.index("reply"):
        words_of["reply"] = tr("before {date}", date=day_month(ask))
    due = view.time.end
    if due and now is not None and now < STEPS.index("send"):
        words_of["send"] = tr("before {date}", date=day_month(due))
    return words_of


def _reply(view: DossierView) -> str:
    if view.dossier.reply_received:
        return tr("Came on {date}", date=long_date(view.dossier.reply_received))
    return tr("Not yet received")
