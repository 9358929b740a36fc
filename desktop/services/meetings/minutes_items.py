"""The items in minutes: their words, decisions with votes, actions and promises."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.documents.document import Block, Heading, Pairs, Paragraph, Run, Runs, Together, runs
from desktop.documents.markdown import blocks
from desktop.domain.dutch_dates import in_words, long_date
from desktop.i18n import tr, trn
from desktop.services.choices import words as choice
from desktop.services.letters.phrases import capital
from desktop.services.meetings.kinds import words as kind_words
from desktop.services.meetings.minutes_look import ItemMinutes, MinutesView
from desktop.services.meetings.rows import ActionRow, DecisionRow
from desktop.services.records import listed

_LABEL = 15
"""Signs that fit in the label column, as in "Besluit 2026-07"."""


@dataclass(frozen=True)
class Paper:
    """What every document of the council needs besides its own words."""

    council: str
    logo: bytes | None = None
    quorum: int | None = None
    roles: tuple[tuple[str, str], ...] = ()
    """Name and role of every member."""
    names: str = "role"
    """How a public version names the person an action is for."""

    def public_owner(self, owner: str) -> str:
        """Return the people *owner* names ("Henk, Bea") as a paper for everyone names them."""
        if self.names == "name":
            return owner.strip()
        if self.names == "none":
            return ""
        say = self.role_of if self.names == "role" else self.initials_of
        return capital(listed([say(name) for name in _people(owner)]))

    def initials_of(self, name: str) -> str:
        """Return the initials of *name*, of the whole name when a first name names a member."""
        wanted = name.strip().casefold()
        known = (member for member, _role in self.roles if member.split()[0].casefold() == wanted)
        return "".join(f"{word[0]}." for word in next(known, name).split())

    def role_of(self, name: str) -> str:
        """Return the role of *name*, also when only the first name is given."""
        wanted = name.strip().casefold()
        for member, role in self.roles:
            if wanted and wanted in (member.casefold(), member.split()[0].casefold()):
                return choice("role", role).lower()
        return tr("a member")


def item_blocks(part: ItemMinutes, view: MinutesView, paper: Paper, *, public: bool) -> list[Block]:
    """Return one item as the style of these minutes wants it; a closed one only by its number."""
    item = part.item
    number = f"{item.number}. " if item.number else ""
    if public and not part.public:
        words = tr("Item {number}: closed", number=item.number) if number else tr("Closed item")
        return [Heading(words, item=True)]
    style = view.meeting.minutes_style
    agreed = results(part, view, paper, public=public)
    if style == "decisions" and not agreed.items:
        return []
    heading = Heading(f"{number}{item.title}", item=True)
    told = _told(part, public=public) if style != "decisions" else []
    if style == "extensive":
        told = [*_asked(part, public=public), *told]
    after: list[Block] = [agreed] if agreed.items else []
    content = [*told, *after]
    if not content:
        return [heading]
    return [Together((heading, *content))] if len(told) <= 1 else [heading, *content]


def _told(part: ItemMinutes, *, public: bool) -> list[Block]:
    """Return the text of the item, who left the room, and that it was carried over."""
    found: list[Block] = list(blocks(part.item.notes, 3))
    if part.away:
        who = listed(list(part.away)) if not public else capital(in_words(len(part.away)))
        found.insert(0, Paragraph(runs(_away(who, len(part.away), public=public))))
    if part.item.state == "carried" and not part.item.notes.strip():
        words = tr("This item goes to a next meeting.")
        reason = part.item.state_reason.strip()
        if reason and not public:
            words = f"{words} {capital(reason).rstrip('.')}."
        found.append(Paragraph(runs(words)))
    return found


def _away(who: str, count: int, *, public: bool) -> str:
    """Say who left the room because of another interest; a public version names nobody."""
    if public:
        return trn(
            "{who} member has another interest here and leaves the room for this item.",
            "{who} members have another interest here and leave the room for this item.",
            count,
            who=who,
        )
    return trn(
        "{who} has another interest here and leaves the room for this item.",
        "{who} have another interest here and leave the room for this item.",
        count,
        who=who,
    )


def _asked(part: ItemMinutes, *, public: bool) -> list[Block]:
    """Return what the agenda said about an item: purpose, question and papers."""
    item = part.item
    papers = [one.name for one in part.papers if not (public and one.internal)]
    given = [
        (tr("Purpose"), kind_words("purpose", item.purpose)),
        (tr("Owner"), "" if public else item.owner),
        (tr("Question"), item.question),
        (tr("Papers"), listed(papers)),
    ]
    kept = tuple((label, runs(words)) for label, words in given if words.strip())
    return [Pairs(kept)] if kept else []


def results(part: ItemMinutes, view: MinutesView, paper: Paper, *, public: bool = False) -> Pairs:
    """Return decisions, votes, other opinions, actions and promises with their own numbers."""
    names = {one.id: one.name for one in view.attendance}
    found: list[tuple[str, Runs]] = []
    for decision in part.decisions:
        found.append(_numbered(tr("Decision"), decision.number, decision.text))
        found += _vote(decision, names, public=public)
    for action in part.actions:
        found.append(_numbered(tr("Action"), action.number, _action(action, paper, public=public)))
    for promise in part.promises:
        due = long_date(promise.due) if promise.due else ""
        words = _with_owner(promise.by_whom.strip(), promise.text, due)
        found.append(_numbered(tr("Promise"), promise.number, words))
    return Pairs(tuple(found), "outcome")


def _numbered(kind: str, number: str, words: str) -> tuple[str, Runs]:
    """Return "Actie 44" with its words; a long number stands before the words instead."""
    label = f"{kind} {number}"
    if len(label) <= _LABEL:
        return label, runs(words)
    return kind, (Run(f"{number}  ", bold=True), Run(words))


def _vote(
    decision: DecisionRow, names: Mapping[int, str], *, public: bool
) -> Iterable[tuple[str, Runs]]:
    if decision.voted:
        yield tr("Result of the vote"), runs(vote_words(decision))
        named = "" if public else by_name_words(decision, names)
        if named:
            yield tr("By name"), runs(named)
    if decision.minority_view.strip():
        yield tr("Other opinion"), runs(decision.minority_view)


def vote_words(decision: DecisionRow) -> str:
    """Return the result of a vote: "6 voor, 1 tegen, 0 onthoudingen. Zeven leden stemden."."""
    cast = decision.votes_for + decision.votes_against + decision.abstained
    told = tr(
        "{yes} for, {no} against, {blank} abstained.",
        yes=decision.votes_for,
        no=decision.votes_against,
        blank=decision.abstained,
    )
    voted = trn("{n} member voted.", "{n} members voted.", cast)
    return f"{told} {voted}"


def by_name_words(decision: DecisionRow, names: Mapping[int, str]) -> str:
    """Return who voted what, when that was asked for; *names* by number of the attendance list."""
    known: dict[str, str] = json.loads(decision.by_name) if decision.by_name else {}
    told = {"for": tr("for"), "against": tr("against"), "abstain": tr("abstained")}
    return ", ".join(
        f"{names.get(int(key), key)}: {told.get(how, how)}" for key, how in known.items()
    )


def _action(action: ActionRow, paper: Paper, *, public: bool) -> str:
    owner = action.owner.strip()
    if public:
        owner = paper.public_owner(owner)
    return _with_owner(owner, action.text, long_date(action.due) if action.due else "")


def _people(owner: str) -> list[str]:
    parts = owner.replace(" en ", ",").replace("&", ",").split(",")
    return [part.strip() for part in parts if part.strip()]


def _with_owner(who: str, what: str, due: str) -> str:
    words = f"{who}: {what.strip()}" if who else what.strip()
    if due:
        words = tr("{what}, before {due}", what=words.rstrip(" ."), due=due)
    return words if words.endswith((".", "?", "!")) else f"{words}."
