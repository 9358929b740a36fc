"""The one next step of a dossier: what to do now, why, and with which button."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.advice.drafts import SECTION_KEYS
from desktop.services.advice.rows import DossierView


@dataclass(frozen=True)
class NextAct:
    """What to do now: a *place* to go to, or a *state* to bring the dossier to."""

    title: str
    why: str
    button: str = ""
    place: str = ""
    state: str = ""
    icon: str = "next"


def next_act(view: DossierView, today: date) -> NextAct:
    """Return the next step of the dossier."""
    match view.dossier.state:
        case "announced" | "received" | "initiative" | "intake" | "information":
            return _first_look(view)
        case "consulting":
            return NextAct(
                tr("Talk with people"),
                tr("Write down what you hear, and who you have not heard."),
                tr("Add evidence"),
                "evidence",
            )
        case "drafting":
            return _writing(view)
        case "discussing":
            return NextAct(
                tr("Adopt the advice"),
                tr("Write down who was there and how the council decided."),
                tr("Record the decision"),
                "decision",
                icon="decision",
            )
        case "adopted":
            return NextAct(
                tr("Send the letter"),
                tr("Look at the letter and the checks. Then it can go."),
                tr("To the letter"),
                "letter",
                icon="letter",
            )
        case "sent" | "overdue":
            return _waiting(view, today)
        case "replied" | "following":
            return NextAct(
                tr("What did the municipality do?"),
                tr("Say it for every recommendation. Then tell the people who gave their story."),
                tr("Go through the answer"),
                "reply",
            )
        case _:
            return NextAct(tr("This advice is finished"), _ending(view))


def _first_look(view: DossierView) -> NextAct:
    blocked = next((step for step in view.next_steps if step.state == "drafting"), None)
    if view.dossier.state in ("announced", "received", "initiative") or (
        blocked and blocked.missing
    ):
        return NextAct(
            tr("Know what is asked"),
            tr("What is fixed, what is open, and who decides when? Put it in a row."),
            tr("Put it in a row"),
            "intake",
        )
    return NextAct(
        tr("Start writing"),
        tr("You know what is asked. Now write what you think of it."),
        tr("Start writing"),
        state="drafting",
        icon="adviseren",
    )


def _writing(view: DossierView) -> NextAct:
    done = {key for key, words in view.sections.items() if words.strip()}
    if view.recommendations:
        done.add("recommendations")
    unsettled = [question.number for question in view.questions if not question.settled]
    parts = len(SECTION_KEYS)
    if len(done) < parts - 1 or unsettled:
        first = trn(
            "{n} of {total} parts is done.",
            "{n} of {total} parts are done.",
            len(done),
            total=parts,
        )
        second = (
            tr("Question {number} still waits.", number=unsettled[0])
            if unsettled
            else tr("All questions have an answer.")
        )
        return NextAct(
            tr("Write the advice"), f"{first} {second}", tr("Write on"), "draft", icon="adviseren"
        )
    return NextAct(
        tr("Discuss the draft"),
        tr("The draft is complete. Put it before the council."),
        tr("Put it before the council"),
        state="discussing",
    )


def _waiting(view: DossierView, today: date) -> NextAct:
    due = next((letter.reply_by for letter in view.letters if letter.reply_by), None)
    if due is None:
        return NextAct(
            tr("Wait for the answer"),
            tr("No date was agreed for the answer. You asked politely."),
            tr("The answer is in"),
            "reply",
        )
    if due < today:
        return NextAct(
            tr("Ask for the answer"),
            tr("The answer was due on {date}.", date=long_date(due)),
            tr("To the answer"),
            "reply",
            icon="late",
        )
    return NextAct(
        tr("Wait for the answer"),
        tr("The municipality answers before {date}.", date=long_date(due)),
        tr("The answer is in"),
        "reply",
    )


def _ending(view: DossierView) -> str:
    return view.dossier.closing_reason or tr("Everything about it stays findable here.")
