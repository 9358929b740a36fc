"""What can stand between braces in a letter: every place and every condition, for one dossier."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop.domain.dutch_dates import in_words, long_date
from desktop.domain.terms import Term
from desktop.services.advice.rows import (
    DecisionRow,
    DossierView,
    LetterRow,
    PaperRow,
)
from desktop.services.choices import plural
from desktop.services.council import AddresseeRow, CouncilRow, NormRow
from desktop.services.letters import phrases
from desktop.services.letters.blank import blank_letter, blank_view
from desktop.services.letters.templates import letter_words

_YES = "ja"
_HARD_LEVEL = 3
"""From this LiNT level on a paper is called hard to read."""


@dataclass(frozen=True)
class Material:
    """All that a letter is made of."""

    view: DossierView
    council: CouncilRow
    addressee: AddresseeRow | None
    letter: LetterRow
    today: date
    norms: tuple[NormRow, ...] = ()
    logo: bytes | None = None
    known_names: tuple[str, ...] = ()
    """Names of municipalities and places: they keep their capital in a sentence."""
    concept: bool = False

    @property
    def day(self) -> date:
        """The date on the letter."""
        return self.letter.dated or self.today

    def norm(self, kind: str) -> NormRow | None:
        """Return the agreed norm of *kind*, or None."""
        return next((norm for norm in self.norms if norm.kind == kind), None)


def places(material: Material) -> dict[str, str]:
    """Return every place and condition with its words; an empty text when it does not apply."""
    council = material.council
    values = {
        "council": council.name,
        "the_council": phrases.with_article(council.name),
        "place": council.place,
        "person": council.person_word,
        "persons": plural(council.person_word),
        "municipal": "" if council.kind == "aanbieder" else _YES,
        "today": long_date(material.today),
        "date": long_date(material.day),
        "reference": material.letter.reference,
        "addressee": material.addressee.name if material.addressee else "",
    }
    values |= _dossier(material) | _time(material) | _reply(material) | _content(material)
    values |= _decision(material.view.decision) | _sent(material) | _paper(material.view)
    return {name: " ".join(words.split()) for name, words in values.items()}


def _dossier(material: Material) -> dict[str, str]:
    dossier = material.view.dossier
    first = material.view.addressee_ids[:1]
    asker = material.addressee is None or not first or material.addressee.id in first
    return {
        "topic": _topic(material),
        "kind": dossier.kind_words,
        "requester": dossier.requester,
        "request_reference": dossier.request_reference,
        "request_date": _date(dossier.requested or dossier.received),
        "received_date": _date(dossier.received),
        "asked_by": _date(dossier.reply_by),
        "decision_date": _date(dossier.decision_on),
        "decision_by": dossier.decision_by,
        "feedback_date": _date(dossier.feedback_on),
        "to_asker": _flag(asker),
        "say_late": _flag(dossier.say_late),
    } | {f"phase_{name}": _flag(dossier.phase == name) for name in _PHASES}


def _topic(material: Material) -> str:
    """Return the topic as the subject of the letter words it, else that of the dossier."""
    own = re.search(r"(?i)\b(?:advies|zienswijze) over (.+)$", material.letter.subject.strip())
    if own:
        return own[1].rstrip(".")
    return phrases.topic(material.view.dossier.title, material.known_names)


_PHASES = ("agenda", "preparation", "decision", "execution", "evaluation")


def _time(material: Material) -> dict[str, str]:
    time = material.view.time
    norm = material.norm("advice_minimum")
    short = time.verdict == "short"
    return {
        "days_given": "" if time.given is None else phrases.counted(time.given, "day"),
        "short": _flag(short),
        "time_enough": _flag(time.verdict == "enough"),
        "short_by": phrases.counted(time.short_by, "day") if short else "",
        "minimum": phrases.term_words(norm.term if norm else None, time.minimum),
        "minimum_source": norm.source if norm else "",
        "extension_date": _date(time.minimum_until),
        "minimum_own": _flag(norm and norm.source_kind == "own_rule"),
        **_by("minimum", norm),
    }


def _reply(material: Material) -> dict[str, str]:
    norm = material.norm("reply_term")
    source = material.letter.reply_source
    agreed = norm if norm and source == norm.source else None
    return {
        "reply_by": _date(material.letter.reply_by),
        "reply_source": source,
        "reply_term": phrases.term_words(norm.term if norm else None),
        "reply_own": _flag(norm and norm.source_kind == "own_rule"),
        **_by("reply", agreed),
    }


def _by(name: str, norm: NormRow | None) -> dict[str, str]:
    """Say where a norm comes from: a rule of its own is never called an agreement."""
    kind = norm.source_kind if norm else ""
    return {f"{name}_by_{source}": _flag(kind == source) for source in ("agreement", "ordinance")}


def _content(material: Material) -> dict[str, str]:
    view = material.view
    count = len(view.recommendations)
    words: dict[str, str] = letter_words()["count"]
    heading = words["one_advice"] if count == 1 else words["advices"]
    return {
        "has_advices": _flag(count),
        "advice_count": in_words(count) if count else "",
        "advices_heading": heading.format(number=in_words(count)) if count else "",
        "has_questions": _flag(view.questions),
        "heard": _flag([group for group in view.heard if group.heard]),
        "unheard": _flag([group for group in view.heard if not group.heard]),
    }


def _decision(decision: DecisionRow | None) -> dict[str, str]:
    names = ("decided_on", "written_round", "present_of_members", "one_present", "votes")
    if decision is None:
        return dict.fromkeys((*names, "adopted", "quorum_source", "minority_view"), "")
    present, members = decision.present, decision.members
    said: dict[str, str] = letter_words()["vote"]
    who = said["all" if present == members and members > 1 else "some"]
    one = "abstention" if decision.abstained == 1 else "abstentions"
    counts = (
        (decision.votes_for, said["for"]),
        (decision.votes_against, said["against"]),
        (decision.abstained, said[one]),
    )
    reached = decision.quorum is not None and present >= decision.quorum
    return {
        "adopted": _YES,
        "decided_on": _date(decision.decided_on),
        "written_round": _flag(decision.way == "written"),
        "one_present": _flag(present == 1),
        "present_of_members": phrases.capital(
            who.format(present=in_words(present), members=in_words(members))
        )
        if present and members
        else "",
        "votes": phrases.listed([f"{n} {way}" for n, way in counts if n]),
        "quorum_source": decision.quorum_source if reached else "",
        "minority_view": phrases.sentence(decision.minority_view),
    }


def _sent(material: Material) -> dict[str, str]:
    """Return what is known of the advice that was sent before: for a reminder."""
    sent = [
        letter
        for letter in material.view.letters
        if letter.sent and letter.kind.startswith("advice") and letter.id != material.letter.id
    ]
    here = [one for one in sent if one.addressee_id == material.letter.addressee_id] or sent
    due = here[-1].reply_by if here else None
    late = (material.day - due).days if due else 0
    return {
        "sent_date": _date(here[-1].dated) if here else "",
        "due_date": _date(due),
        "overdue": phrases.counted(late, "day") if late > 0 else "",
    }


def _paper(view: DossierView) -> dict[str, str]:
    """Return the paper that is hardest to read: what a summary is asked of."""
    received = [paper for paper in view.papers if paper.kind in ("request", "appendix", "source")]
    paper = max(received, key=_weight, default=None)
    if paper is None:
        return {"paper": "", "paper_pages": "", "paper_hard": ""}
    pages = phrases.counted(paper.pages, "page") if paper.pages else ""
    return {
        "paper": paper.name.rsplit(".", 1)[0],
        "paper_pages": pages,
        "paper_hard": _flag((paper.level or 0) >= _HARD_LEVEL),
    }


def _weight(paper: PaperRow) -> tuple[int, int]:
    return paper.level or 0, paper.pages or 0


def term_of(material: Material, kind: str) -> Term | None:
    """Return the agreed term of *kind*, or None."""
    norm = material.norm(kind) if kind else None
    return norm.term if norm else None


def _date(day: date | None) -> str:
    return long_date(day) if day else ""


def _flag(value: object) -> str:
    return _YES if value else ""


@cache
def known_places() -> frozenset[str]:
    """Return every place and condition that a template may name."""
    return frozenset(
        places(Material(blank_view(), CouncilRow(), None, blank_letter(""), date(2000, 1, 1)))
    )
