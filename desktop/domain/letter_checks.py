"""What to look at once more before a letter goes out; the app advises, it never stops anyone."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.personal_data import PersonalData, find_personal_data
from desktop.domain.voting import Vote
from desktop.i18n import tr, trn

WINDOW_LINES = 5
"""Lines of address that fit in the window of an envelope (28 mm)."""


@dataclass(frozen=True)
class Quote:
    """``text`` at ``start`` in a part of the letter, and what could stand there instead."""

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
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Every text of the letter by its part."""
    appendices: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    """Names of the papers in the dossier."""
    known_names: Collection[str] = ()
    own: Collection[str] = ()
    """What the council may always show: its own contact data, signatories and addressees."""
    person_word: str = "inwoner"
    unshown: str = ""
    """Signs that the PDF cannot show well."""


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
        *_signs(facts),
        _level(facts),
    )


def _good(key: str, place: str, words: str, why: str = "") -> Check:
    return Check(key, True, words, why, place)


def _look(key: str, place: str, words: str, why: str, quotes: tuple[Quote, ...] = ()) -> Check:
    return Check(key, False, words, why, place, quotes)


def _addressee(facts: LetterFacts) -> Check:
    if not facts.addresses or not all(facts.addresses):
        words = tr("To whom does this letter go?")
        return _look("addressee", "letter", words, tr("Choose an addressee."))
    longest = max(len(lines) for lines in facts.addresses)
    if longest > WINDOW_LINES:
        why = tr("It has {n} lines; {room} fit.", n=longest, room=WINDOW_LINES)
        return _look("addressee", "letter", tr("The address is too long for the window"), why)
    why = trn("One letter", "{n} letters, one for each addressee", len(facts.addresses))
    return _good("addressee", "letter", tr("The address is there"), why)


def _date(facts: LetterFacts) -> Check:
    if facts.dated and facts.today and facts.dated < facts.today:
        why = tr("Put the day on it that you send the letter.")
        return _look("date", "letter", tr("The date of the letter has passed"), why)
    return _good("date", "letter", tr("The letter has a date"))


def _advices(facts: LetterFacts) -> Iterator[Check]:
    total = len(facts.advices)
    if not total:
        why = tr("Say in at least one recommendation what must change.")
        yield _look("advices", "draft", tr("There is no advice in this letter"), why)
        return
    lacking = [why for advice in facts.advices if (why := _lacking(advice))]
    if lacking:
        words = tr("Not every recommendation says what, who and when")
        yield _look("advices", "draft", words, " ".join(lacking))
    else:
        words = tr("Every recommendation says what, who and when")
        yield _good("advices", "draft", words, tr("{n} of {total}", n=total, total=total))
    if [advice.number for advice in facts.advices] != list(range(1, total + 1)):
        words = tr("The recommendations are not numbered in order")
        yield _look("numbers", "draft", words, tr("Give them the numbers 1 to {n}.", n=total))


def _lacking(advice: AdviceLine) -> str:
    told = (
        (tr("what"), advice.what),
        (tr("by whom"), advice.by_whom),
        (tr("when"), advice.by_when),
    )
    missing = ", ".join(word for word, text in told if not text.strip())
    if not missing:
        return ""
    return tr("Recommendation {number} does not say: {words}.", number=advice.number, words=missing)


def _questions(facts: LetterFacts) -> Iterator[Check]:
    total = len(facts.questions)
    unsettled = [str(number) for number, settled in facts.questions if not settled]
    if unsettled:
        words = trn(
            "Question {numbers} has no answer yet",
            "Questions {numbers} have no answer yet",
            len(unsettled),
            numbers=", ".join(unsettled),
        )
        why = tr("Answer it, or say why you leave it open.")
        yield _look("questions", "questions", words, why)
    elif total:
        words = tr("Every question has an answer, or is left open on purpose")
        yield _good("questions", "questions", words, tr("{n} of {total}", n=total, total=total))


def _heard(facts: LetterFacts) -> Check:
    if facts.heard and facts.not_heard:
        words = tr("The letter says who was heard and who was not")
        why = tr("Not heard: {names}", names=", ".join(facts.not_heard))
        return _good("heard", "heard", words, why)
    if facts.heard:
        words = tr("Whom did you not speak with?")
    elif facts.not_heard:
        words = tr("Whom did you speak with?")
    else:
        words = tr("Whom did you speak with, and whom not?")
    why = tr("A reader trusts an advice more that says both.")
    return _look("heard", "heard", words, why)


def _reply(facts: LetterFacts) -> Check:
    if facts.reply_by and facts.today and facts.reply_by <= facts.today:
        words = tr("The date for the answer has passed")
        return _look("reply", "letter", words, tr("Choose a later date."))
    if facts.reply_by:
        return _good("reply", "letter", tr("The letter asks for an answer by a date"))
    if facts.reply_agreed:
        why = tr("A term was agreed. Put the date in the letter.")
        return _look("reply", "letter", tr("By when do you want an answer?"), why)
    why = tr("No term was agreed. You can choose a date yourself.")
    return _good("reply", "letter", tr("The letter asks kindly for an answer"), why)


def _decision(facts: LetterFacts) -> Check:
    vote = facts.vote
    if vote is None:
        why = tr("Record how the council decided: date, members present and votes.")
        return _look("decision", "decision", tr("The advice has not been adopted yet."), why)
    why = tr(
        "{present} of {members} present, {votes} in favour",
        present=vote.present,
        members=vote.members,
        votes=vote.votes_for,
    )
    if facts.written_round:
        return _good("decision", "decision", tr("Decided in a written round"), why)
    if not vote.quorum_reached:
        why = tr("{counts}. {quorum} are needed.", counts=why, quorum=vote.quorum)
        return _look("decision", "decision", tr("Too few members were there to decide"), why)
    words = tr("Decided with enough members") if vote.quorum else tr("Decided by the council")
    return _good("decision", "decision", words, why)


def _appendices(facts: LetterFacts) -> Check:
    total = len(facts.appendices)
    unknown = tuple(
        Quote(match[0], section, match.start())
        for section, text in facts.texts.items()
        for match in re.finditer(r"(?i)\bbijlagen?\s+(\d{1,2})\b", text)
        if not 1 <= int(match[1]) <= total
    )
    if unknown:
        words = tr("The letter names an appendix that is not there")
        why = trn("There is {n} appendix.", "There are {n} appendices.", total)
        return _look("appendices", "letter", words, why, unknown)
    papers = {plain_name(name) for name in facts.papers}
    lost = [name for name in facts.appendices if plain_name(name) not in papers]
    if lost:
        why = tr("Add it to the letter yourself: {names}", names="; ".join(lost))
        return _look("appendices", "letter", tr("Not every appendix is in the dossier"), why)
    words = tr("All appendices are there") if total else tr("There are no appendices")
    return _good("appendices", "letter", words, "; ".join(facts.appendices))


def plain_name(name: str) -> str:
    """Return the name of a paper to compare with: without ending, capitals or double spaces."""
    stem = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", name.strip())
    return " ".join(stem.casefold().split())


def _privacy(facts: LetterFacts) -> Check:
    quotes = tuple(
        Quote(found.text, section, found.start, replacement(found, facts.person_word), found.reason)
        for section, text in facts.texts.items()
        for found in find_personal_data(text, facts.known_names, facts.own)
    )
    if not quotes:
        return _good("privacy", "draft", tr("No personal data were found"))
    words = trn("Something points to a person", "{n} things point to a person", len(quotes))
    why = tr("Is this a resident? Then leave it out. Is it public? Then it may stay.")
    return _look("privacy", "draft", words, why, quotes)


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


def _signs(facts: LetterFacts) -> Iterator[Check]:
    if facts.unshown:
        words = tr("The PDF cannot show these signs well: {signs}", signs=" ".join(facts.unshown))
        why = tr("Word does show them. Write them in Dutch letters if you send the PDF.")
        yield _look("signs", "draft", words, why)


def _level(facts: LetterFacts) -> Check:
    if facts.level is None:
        why = tr("The text is too short for an estimate.")
        return _good("level", "draft", tr("Readability"), why)
    why = tr("Estimated level {level}, goal {goal}", level=facts.level, goal=facts.goal)
    if facts.level > facts.goal:
        return _look("level", "draft", tr("The text is harder to read than you want"), why)
    return _good("level", "draft", tr("Readable for everyone"), why)
