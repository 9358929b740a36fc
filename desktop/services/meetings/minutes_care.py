"""Look minutes and lists over before they leave: what is missing, and what may be private."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.domain.minutes import Lack
from desktop.domain.personal_data import PersonalData, find_personal_data
from desktop.i18n import tr
from desktop.resources import text
from desktop.services.council import CouncilDesk
from desktop.services.meetings.minutes_items import Paper
from desktop.services.meetings.minutes_look import ItemMinutes, MinutesView
from desktop.services.meetings.rows import ActionRow, DecisionRow

_WITHOUT_WORDS = frozenset({"break"})


@dataclass(frozen=True)
class Pointed:
    """What may be private in a line of a list that everyone may read."""

    row: ActionRow | DecisionRow
    data: PersonalData


def lacks(view: MinutesView) -> list[Lack]:
    """Return what is still missing in *view*, in the order of the minutes."""
    found: list[Lack] = []
    if not any(one.way in ("room", "online") for one in view.attendance):
        found.append(Lack(tr("Note who was there.")))
    for part in view.items:
        item = part.item
        if not _says_something(part) and view.meeting.minutes_style != "decisions":
            found.append(
                Lack(
                    tr("Item {number} has no words yet.", number=item.number or item.title), item.id
                )
            )
        found += [
            Lack(tr("Action {number} has no owner.", number=action.number), item.id)
            for action in part.actions
            if not action.owner.strip()
        ]
        found += [
            Lack(tr("Action {number} has no date.", number=action.number), item.id)
            for action in part.actions
            if action.due is None
        ]
        found += [
            Lack(tr("Promise {number} has no date.", number=promise.number), item.id)
            for promise in part.promises
            if promise.due is None
        ]
    return found


def _says_something(part: ItemMinutes) -> bool:
    results = part.decisions or part.actions or part.promises
    skipped = part.item.state == "carried" or part.item.kind in _WITHOUT_WORDS
    return bool(part.item.notes.strip() or results or skipped)


def private_words(
    view: MinutesView, council: CouncilDesk, paper: Paper, *, public: bool
) -> list[tuple[int, PersonalData]]:
    """Return what may be private, with its agenda item: data of persons, and why someone was away.

    In the public version closed items do not count, because they are not in it; there the name of
    a member in an action does, unless the council names people.
    """
    own = own_words(council)
    own += [one.name for one in view.attendance if one.named_in_public or not public]
    guests = [one.name for one in view.attendance if not one.named_in_public and public]
    found: list[tuple[int, PersonalData]] = []
    for part in view.parts:
        if public and not part.public:
            continue
        for words in _texts(part):
            data = find_personal_data(words, guests, own)
            found += [(part.item.id, one) for one in (*data, *_reasons(words))]
        for action in part.actions if public else ():
            found += [(part.item.id, one) for one in _members(action.text, paper)]
    return found


def private_lines(
    lines: Sequence[ActionRow | DecisionRow], council: CouncilDesk, paper: Paper
) -> list[Pointed]:
    """Return what may be private in the *lines* of a list for everyone, in their order."""
    own = own_words(council)
    found: list[Pointed] = []
    for line in lines:
        data = [*find_personal_data(line.text, (), own), *_reasons(line.text)]
        if isinstance(line, ActionRow):
            data += _members(line.text, paper)
        found += [Pointed(line, one) for one in data]
    return found


def own_words(council: CouncilDesk) -> list[str]:
    """Return what the council may show of itself: its members, addressees and its own address."""
    own = [member.name for member in council.members()]
    for addressee in council.addressees():
        own += [addressee.name, addressee.attention]
    profile = council.profile()
    own += [profile.name, profile.address, profile.email, profile.phone]
    return [words for words in own if words.strip()]


def _members(words: str, paper: Paper) -> Iterator[PersonalData]:
    """Find the members, also by first name, in an action that does not name who does it."""
    if paper.names == "name":
        return
    names = [name for name, _role in paper.roles if name.strip()]
    names += [name.split()[0] for name in names]  # after the whole names: those are found first
    forms = "|".join(re.escape(name) for name in names)
    why = tr("In papers for everyone you do not name who does an action.")
    for match in re.finditer(rf"\b(?:{forms})\b", words) if forms else ():
        yield PersonalData("name", match.start(), match.end(), match.group(), why)


def _texts(part: ItemMinutes) -> list[str]:
    texts = [part.item.title, part.item.notes]
    for decision in part.decisions:
        texts += [decision.text, decision.minority_view]
    texts += [one.text for one in (*part.actions, *part.promises)]
    return [words for words in texts if words.strip()]


@cache
def _reason_words() -> tuple[str, ...]:
    return tuple(tomllib.loads(text("meetings/private.toml"))["reasons"])


def _reasons(words: str) -> list[PersonalData]:
    """Return words that tell why someone is away, or how someone is: never in minutes."""
    said = words.casefold()
    found: list[PersonalData] = []
    for reason in _reason_words():
        start = said.find(reason)
        if start >= 0 and not said[start - 1 : start].isalpha():
            end = start + len(reason)
            why = tr("Minutes never say why someone is away or how someone is.")
            found.append(PersonalData("name", start, end, words[start:end], why))
    return found
