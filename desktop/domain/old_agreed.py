"""Reads what was agreed from a line of old minutes: decisions, votes and actions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.dutch_dates import find_dates
from desktop.domain.old_attendance import POLITE

_DECISION = re.compile(
    r"\bbesluit(?:en)?(?:\s+(?P<number>[A-Z]?-?[0-9]{4}[-/][0-9]{1,3}|[0-9]{1,4}))?\s*:\s*"
    r"(?P<text>.+)$",
    re.I,
)
_DECIDES = re.compile(r"(?P<text>\bDe (?:raad|vergadering|leden) besluit(?:en)?\b[^.]{1,1500}\.)")
_PIECE = re.compile(r"[^.!?]+")
_BECOMES = re.compile(r"\b(?:wordt|worden|is|zijn)\b", re.I)
_SETTLED = re.compile(r"\b(?:vastgesteld|aangenomen|goedgekeurd)\b", re.I)
_ROUTINE = re.compile(r"\b(?:agenda|verslag|notulen|lijst|kennisgeving)", re.I)
"""Adopting the agenda or the last minutes is no decision for the list."""
_VOTE = re.compile(
    r"(?P<yes>[0-9]{1,2})\s+(?:stemmen\s+)?voor,?\s+(?:en\s+)?(?P<no>[0-9]{1,2})\s+tegen"
    r"(?:,?\s+(?:en\s+)?(?P<blank>[0-9]{1,2})\s+onthouding(?:en)?)?",
    re.I,
)
_LISTED = re.compile(r"^[-*•\s]*(?P<number>20[0-9]{9}|A-[0-9]{4}-[0-9]{2,4})\s+(?P<text>\S.*)$")
_NEW = re.compile(r"\(\s*nieuw\s*:\s*(?P<number>[\w-]+)\s*(?:,\s*(?P<who>[^)]+))?\)", re.I)
_ACTION = re.compile(
    r"<?\bactie(?:punt)?(?:\s+(?P<number>[A-Z]?-?[0-9][\w-]*))?\s*[:>]\s*(?P<text>.+)$", re.I
)
_ENDED = re.compile(r"\b(?:is afgerond|afgehandeld|is gereed|is klaar|gaat van de lijst)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])(?<!\bmw\. )(?<!\bdhr\. )")


@dataclass(frozen=True)
class OldDecision:
    """A decision found in item *item* (its number); votes when they were counted."""

    text: str
    number: str = ""
    item: str = ""
    votes: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class OldAction:
    """An action with its own number, when it had one."""

    text: str
    number: str = ""
    owner: str = ""
    due: date | None = None
    item: str = ""
    done: bool = False


def read_decisions(line: str, item: str) -> list[OldDecision]:
    """Return the decision in *line* of *item*, with its vote when it was counted."""
    votes = _VOTE.search(line)
    counted = None
    if votes:
        counted = (int(votes["yes"]), int(votes["no"]), int(votes["blank"] or 0))
    found = _DECISION.search(line)
    if found:
        text = _capital(_SENTENCE.split(_NEW.sub("", found["text"]).strip())[0])
        return [OldDecision(text, found["number"] or "", item, counted)]
    decides = _DECIDES.search(line)
    if decides:
        return [OldDecision(decides["text"], "", item, counted)]
    if counted:
        return [OldDecision(line.lstrip("-*• "), "", item, counted)]
    settled = _settled(line)
    if settled and not _ROUTINE.search(settled):
        return [OldDecision(_capital(settled), "", item)]
    return []


def _settled(line: str) -> str:
    """Return the first sentence of *line* that says that something is adopted, or ""."""
    for piece in _PIECE.finditer(line):
        becomes = _BECOMES.search(piece.group())
        if not becomes or line[piece.end() : piece.end() + 1] != ".":
            continue
        if _SETTLED.search(piece.group(), becomes.end()):
            return f"{piece.group()}."
    return ""


def read_actions(line: str, item: str, names: Sequence[str], near: date) -> list[OldAction]:
    """Return the actions in *line* of *item*; *names* are those present, *near* the day."""
    listed = _LISTED.match(line)
    if listed:
        text = _capital(listed["text"])
        return [_action(text, listed["number"], "", item, names, near)]
    result = [
        _action(_before(line, found), found["number"], found["who"] or "", item, names, near)
        for found in _NEW.finditer(line)
    ]
    if result:
        return result
    found = _ACTION.search(line)
    if found is None:
        return []
    who = POLITE.sub("", found["text"].strip(" ."))
    if len(who.split()) <= 3 and any(who in name for name in names):
        text = _DECISION.sub(lambda match: match["text"], line[: found.start()]).strip()
        return [_action(text or line, found["number"] or "", who, item, names, near)]
    return [_action(_capital(found["text"]), found["number"] or "", "", item, names, near)]


def _before(line: str, found: re.Match[str]) -> str:
    """Return the last sentence before the mark "(nieuw: …)"."""
    told = line[: found.start()].strip(" -*•")
    sentences = [part for part in _SENTENCE.split(told) if part.strip()]
    words = sentences[-1] if sentences else told
    return _capital(words.partition(": ")[2] if ": " in words else words)


def _action(
    text: str, number: str, who: str, item: str, names: Sequence[str], near: date
) -> OldAction:
    due = next((found.value for found in find_dates(text, near) if found.value), None)
    return OldAction(
        text=text.strip(" >"),
        number=number,
        owner=who.strip() or _owner(text, names),
        due=due,
        item=item,
        done=bool(_ENDED.search(text)),
    )


def _owner(text: str, names: Sequence[str]) -> str:
    """Return who of *names* the sentence speaks about, by first name or surname."""
    said: list[str] = []
    for name in names:
        parts = name.split()
        for part in (parts[0], parts[-1]):
            if len(part) > 2 and re.search(rf"\b{re.escape(part)}\b", text):
                said.append(part)
                break
    return ", ".join(said[:3])


def _capital(words: str) -> str:
    words = words.strip(" -*•>")
    return words[:1].upper() + words[1:]
