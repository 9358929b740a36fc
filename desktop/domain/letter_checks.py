"""What to look at once more before a letter goes out; the app advises, it never stops anyone."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.personal_data import PersonalData, find_personal_data
from desktop.domain.voting import Vote
from desktop.i18n import tr, trn

WINDOW_LINES = 5
"""Lines of address that fit in the window of an envelope (28 mm)."""


@dataclass(frozen=True)
class Quote:
    """A piece of the letter: ``text`` at ``start`` in a part, and what could stand there instead."""

    text: str
    section: str
    """Key of the part: a section, "recommendation:2:why", "question:1:answer", "minority_view"."""
    start: int
    replacement: str = ""
    why: str = ""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    key: str
    ok: bool
    words: str
    """What was found, in a few words."""
    why: str = ""
    """What to do about it, or the count behind it."""
    place: str = ""
    """Where it can be mended: letter, draft, questions, decision, heard."""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class AdviceLine:
    """A recommendation, as far as it matters here: its number and what it says."""

    number: int
    what: str
    by_whom: str
    by_when: str


@dataclass(frozen=True)
class LetterFacts:
    """All that the checks look at."""

    addresses: tuple[tuple[str, ...], ...] = ()
    """The lines of the address of every letter."""
    dated: date | None = None
    today: date | None = None
    advices: tuple[AdviceLine, ...] = ()
    questions: tuple[tuple[int, bool], ...] = ()
    """Number of each question, and whether it is answered or left open on purpose."""
    reply_by: date | None = None
    reply_agreed: bool = False
    """Whether a term for the answer was agreed at all."""
    vote: Vote | None = None
    written_round: bool = False
    heard: tuple[str, ...] = ()
    not_heard: tuple[str, ...] = ()
    level: int | None = None
    """Estimated level of the text, 1 (easy) to 4; None when it is too short to say."""
    goal: int = 2
    texts: Mapping[str, str] | None = None
    """Every text of the letter by its part."""
    appendices: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    """Names of the papers in the dossier."""
    known_names: Collection[str] = ()
    own: Collection[str] = ()
    """What the council may always show: its own contact data, signatories and addressees."""
    person_word: str = "inwoner"


def checks(facts: LetterFacts) -> tuple[Check, ...]:
    """Return everything that was looked at, in the order of the letter; see ``Check.ok``."""
    return (
        _addressee(facts),
        _date(facts),
        *_advices(facts),
        *_questions(facts),
        _heard(facts),
        _reply(facts),
        _decision(facts),
        _appendices(facts),
        _privacy(facts),
        _level(facts),
    )


def _addressee(facts: LetterFacts) -> Check:
    if not facts.addresses or not all(facts.addresses):
        return Check(
            "addressee", False, tr("To whom does this letter go?"), tr("Choose an addressee."), "letter"
        )
    longest = max(len(lines) for lines in facts.addresses)
    if longest > WINDOW_LINES:
        return Check(
            "addressee",
            False,
            tr("The address is too long for the window"),
            tr("It has {n} lines; {room} fit.", n=longest, room=WINDOW_LINES),
            "letter",
        )
    count = len(facts.addresses)
    return Check(
        "addressee",
        True,
        tr("The address is complete"),
        trn("One letter", "{n} letters, one for each addressee", count),
        "letter",
    )


def _date(facts: LetterFacts) -> Check:
    day, today = facts.dated, facts.today
    if day and today and day < today:
        return Check(
            "date",
            False,
            tr("The date of the letter has passed"),
            tr("Put the day on it that you send the letter."),
            "letter",
        )
    return Check("date", True, tr("The letter has a date"), place="letter")


def _advices(facts: LetterFacts) -> Iterator[Check]:
    if not facts.advices:
        yield Check(
            "advices",
            False,
            tr("There is no advice in this letter"),
            tr("Say in at least one recommendation what must change."),
            "draft",
        )
        return
    lacking = [
        (advice.number, lack)
        for advice in facts.advices
        if (lack := [word for word, text in _told(advice) if not text.strip()])
    ]
    total = len(facts.advices)
    if lacking:
        yield Check(
            "advices",
            False,
            tr("Not every recommendation says what, who and when"),
            " ".join(
                tr("Recommendation {number}: {words} is missing.", number=n, words=", ".join(words))
                for n, words in lacking
            ),
            "draft",
        )
    else:
        yield Check(
            "advices",
            True,
            tr("Every recommendation says what, who and when"),
            tr("{n} of {total}", n=total, total=total),
            "draft",
        )
    if [advice.number for advice in facts.advices] != list(range(1, total + 1)):
        yield Check(
            "numbers",
            False,
            tr("The recommendations are not numbered in order"),
            tr("Give them the numbers 1 to {n}.", n=total),
            "draft",
        )


def _told(advice: AdviceLine) -> tuple[tuple[str, str], ...]:
    return (
        (tr("what"), advice.what),
        (tr("by whom"), advice.by_whom),
        (tr("when"), advice.by_when),
    )


def _questions(facts: LetterFacts) -> Iterator[Check]:
    if not facts.questions:
        return
    open_ones = [str(number) for number, settled in facts.questions if not settled]
    total = len(facts.questions)
    if open_ones:
        yield Check(
            "questions",
            False,
            trn(
                "Question {numbers} has no answer yet",
                "Questions {numbers} have no answer yet",
                len(open_ones),
                numbers=", ".join(open_ones),
            ),
            tr("Answer it, or say why you leave it open."),
            "questions",
        )
    else:
        yield Check(
            "questions",
            True,
            tr("Every question has an answer, or is left open on purpose"),
            tr("{n} of {total}", n=total, total=total),
            "questions",
        )


def _heard(facts: LetterFacts) -> Check:
    if facts.heard and facts.not_heard:
        why = tr("Not heard: {names}", names=", ".join(facts.not_heard))
        return Check("heard", True, tr("The letter says who was heard and who was not"), why, "heard")
    if facts.heard:
        words = tr("Who did you not speak with?")
    elif facts.not_heard:
        words = tr("Whom did you speak with?")
    else:
        words = tr("Whom did you speak with, and whom not?")
    why = tr("A reader trusts an advice more that says both.")
    return Check("heard", False, words, why, "heard")


def _reply(facts: LetterFacts) -> Check:
    if facts.reply_by and facts.today and facts.reply_by <= facts.today:
        return Check(
            "reply",
            False,
            tr("The date for the answer has passed"),
            tr("Choose a later date."),
            "letter",
        )
    if facts.reply_by:
        return Check("reply", True, tr("The letter asks for an answer by a date"), place="letter")
    if facts.reply_agreed:
        return Check(
            "reply",
            False,
            tr("By when do you want an answer?"),
            tr("A term was agreed. Put the date in the letter."),
            "letter",
        )
    return Check(
        "reply",
        True,
        tr("The letter asks kindly for an answer"),
        tr("No term was agreed. You can choose a date yourself."),
        "letter",
    )


def _decision(facts: LetterFacts) -> Check:
    vote = facts.vote
    if vote is None:
        why = tr("Record how the council decided: date, members present and votes.")
        return Check("decision", False, tr("The advice has not been adopted yet."), why, "decision")
    counts = tr(
        "{present} of {members} present, {votes} in favour",
        present=vote.present,
        members=vote.members,
        votes=vote.votes_for,
    )
    if not vote.quorum_reached and not facts.written_round:
        words = tr("Too few members were there to decide")
        why = tr("{counts}. {quorum} are needed.", counts=counts, quorum=vote.quorum)
        return Check("decision", False, words, why, "decision")
    if facts.written_round:
        return Check("decision", True, tr("Decided in a written round"), counts, "decision")
    if vote.quorum is None:
        words = tr("Decided by the council")
        return Check("decision", True, words, counts, "decision")
    return Check("decision", True, tr("Decided with enough members"), counts, "decision")


def _appendices(facts: LetterFacts) -> Check:
    total = len(facts.appendices)
    unknown = [
        Quote(match[0], section, match.start())
        for section, text in (facts.texts or {}).items()
        for match in re.finditer(r"(?i)\bbijlagen?\s+(\d{1,2})\b", text)
        if not 1 <= int(match[1]) <= total
    ]
    if unknown:
        words = tr("The letter names an appendix that is not there")
        why = trn("There is {n} appendix.", "There are {n} appendices.", total)
        return Check("appendices", False, words, why, "letter", tuple(unknown))
    papers = {_plain(name) for name in facts.papers}
    lost = [name for name in facts.appendices if _plain(name) not in papers]
    if lost:
        words = tr("Not every appendix is in the dossier")
        why = tr("Add it yourself: {names}", names="; ".join(lost))
        return Check("appendices", False, words, why, "letter")
    if not total:
        return Check("appendices", True, tr("There are no appendices"), place="letter")
    words = tr("All appendices are there")
    return Check("appendices", True, words, "; ".join(facts.appendices), "letter")


def _plain(name: str) -> str:
    stem = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", name.strip())
    return " ".join(stem.casefold().split())


def _privacy(facts: LetterFacts) -> Check:
    quotes = tuple(
        Quote(found.text, section, found.start, replacement(found, facts.person_word), found.reason)
        for section, text in (facts.texts or {}).items()
        for found in find_personal_data(text, facts.known_names, facts.own)
    )
    if not quotes:
        return Check("privacy", True, tr("No personal data were found"), place="draft")
    words = trn("Something points to a person", "{n} things point to a person", len(quotes))
    why = tr("Is this a resident? Then leave it out. Is it public? Then it may stay.")
    return Check("privacy", False, words, why, "draft", quotes)


def replacement(found: PersonalData, person_word: str) -> str:
    """Return what can stand in the letter instead of *found*, such as "een inwoner"."""
    match found.kind:
        case "name" | "official":
            return tr("a {person}", person=person_word)
        case "address" | "postcode":
            return tr("an address in our municipality")
        case "birth_date":
            return tr("a date")
        case _:
            return ""


def _level(facts: LetterFacts) -> Check:
    if facts.level is None:
        why = tr("The text is too short for an estimate.")
        return Check("level", True, tr("Readable for everyone?"), why, "draft")
    why = tr("Estimated level {level}, goal {goal}", level=facts.level, goal=facts.goal)
    if facts.level > facts.goal:
        words = tr("The text is harder to read than you want")
        return Check("level", False, words, why, "draft")
    return Check("level", True, tr("Readable for everyone"), why, "draft")
