"""What needs the council now: one stream that home, agenda and reminders all read."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.rows import DossierLine
from desktop.services.council import CouncilDesk
from desktop.services.notice import SOON, Notice, Tone, time_left

__all__ = ["SOON", "Attention", "Notice", "Tone", "time_left"]


class Attention:
    """Gather the notices of all areas."""

    def __init__(self, council: CouncilDesk, dossiers: Dossiers) -> None:
        self._council = council
        self._dossiers = dossiers
        self._sources: list[Callable[[date], Iterable[Notice]]] = []

    def add(self, source: Callable[[date], Iterable[Notice]]) -> None:
        """Let another area give its notices for a day."""
        self._sources.append(source)

    def notices(self, today: date) -> list[Notice]:
        """Return what needs attention, most pressing first."""
        found = [*self._of_advice(today), *self._of_council()]
        found += [notice for source in self._sources for notice in source(today)]
        return sorted(found, key=lambda n: (n.due is None, n.due or date.max))

    def _of_advice(self, today: date) -> Iterator[Notice]:
        for line in self._dossiers.lines(today, ended=False):
            if line.dossier.state in ("sent", "overdue"):
                yield _reply(line, today)
            elif line.dossier.state in ("replied", "following"):
                yield Notice(
                    tr("{title}: follow what happens", title=_short(line)),
                    tr("Say for every recommendation what the municipality did with it."),
                    tr("answer is in"),
                    "calm",
                    tr("Look"),
                    "advice",
                    "eye",
                    dossier=line.dossier.id,
                    place="reply",
                )
            else:
                yield _work(line, today)

    def _of_council(self) -> Iterator[Notice]:
        if not self._council.norms():
            yield Notice(
                tr("Write down your agreed terms"),
                tr("How much time do you get? When must the municipality answer?"),
                tr("not yet"),
                "calm",
                tr("Fill in"),
                "council",
                "clock",
                place="norms",
            )
        if not self._council.addressees():
            yield Notice(
                tr("To whom do you write?"),
                tr("With an addressee your letters are ready at once."),
                tr("not yet"),
                "calm",
                tr("Fill in"),
                "council",
                "letter",
                place="addressees",
            )
        if len(self._council.members()) <= 1:
            yield Notice(
                tr("Who is in your council?"),
                tr("Add the members. Chair and secretary sign the letters."),
                tr("not yet"),
                "calm",
                tr("Fill in"),
                "council",
                "people",
                place="members",
            )


def _reply(line: DossierLine, today: date) -> Notice:
    state, tone = time_left(line.due, today)
    late = tone == "late"
    return Notice(
        tr("Ask for the answer about {title}", title=_short(line))
        if late
        else tr("Answer about {title}", title=_short(line)),
        tr("The answer was due on {date}.", date=long_date(line.due))
        if late and line.due
        else tr("The municipality answers before {date}.", date=long_date(line.due))
        if line.due
        else tr("No date was agreed for the answer."),
        state,
        tone,
        tr("Look"),
        "advice",
        "late" if late else "clock",
        due=line.due,
        dossier=line.dossier.id,
        place="reply",
    )


def _work(line: DossierLine, today: date) -> Notice:
    state, tone = time_left(line.due, today)
    place, verb, button = _next_work(line)
    return Notice(
        tr("{title}: {verb}", title=_short(line), verb=verb),
        _why(line),
        state,
        tone,
        button,
        "advice",
        "letter" if place == "letter" else "adviseren",
        due=line.due,
        dossier=line.dossier.id,
        place=place,
    )


def _next_work(line: DossierLine) -> tuple[str, str, str]:
    match line.dossier.state:
        case "announced" | "received" | "initiative" | "intake" | "information":
            return "intake", tr("put the questions in a row"), tr("Start")
        case "consulting":
            return "evidence", tr("talk with people"), tr("Go on")
        case "drafting":
            return "draft", tr("write the advice"), tr("Write on")
        case "discussing":
            return "decision", tr("adopt the advice"), tr("Record")
        case _:
            return "letter", tr("send the letter"), tr("Letter")


def _short(line: DossierLine) -> str:
    """Return the name of the advice up to its colon: "Bijzondere bijstand"."""
    return line.dossier.title.partition(":")[0]


def _why(line: DossierLine) -> str:
    if line.unanswered and line.dossier.state in ("drafting", "discussing"):
        return trn(
            "{n} question has no answer yet.", "{n} questions have no answer yet.", line.unanswered
        )
    if line.time.short_by:
        return tr(
            "You got {given} days. Agreed is {minimum} ({source}).",
            given=line.time.given,
            minimum=line.time.minimum,
            source=line.time.source,
        )
    if line.dossier.decision_on:
        return tr("The decision is on {date}.", date=long_date(line.dossier.decision_on))
    return line.dossier.kind_words
