"""Reads minutes of before the app: date, who was there, items, decisions, votes and actions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from desktop.domain.dutch_dates import find_dates
from desktop.domain.old_agreed import OldAction, OldDecision, read_actions, read_decisions
from desktop.domain.old_attendance import PRESENCE, Someone, only_presence, read_people
from desktop.domain.old_tables import cells_of, untable

_HEADING = re.compile(
    r"^(?P<style>#{0,4})\s*(?:agendapunt\s+)?(?P<number>[1-9][0-9]?)(?P<part>[a-z]?)(?P<mark>[.):]?)\s+"
    r"(?:agendapunt\s+[0-9]+\s*[:.]\s*)?(?P<title>\S.{1,158})$",
    re.I,
)
_LINK = re.compile(r"\[([^][\n]{0,500})\]\([^)\n]{0,500}\)(?:\))?")
_MINUTES = re.compile(r"\b(?P<minutes>[0-9]{1,3})\s*(?:min\b|minuten\b|')", re.I)
_LABELS = ("betreft", "onderwerp", "vergadering", "overleg", "titel")
_KINDS = {
    "opening": r"(?:opening|aftrap|welkom)\b",
    "agenda": r"(?:vaststell\w* (?:van de )?agenda|agenda\b)",
    "notices": r"mededeling",
    "mail": r"(?:ingekomen|uitgegane|verzonden|post\b)",
    "minutes": r"(?:(?:vaststell\w* )?(?:verslag|notulen)\b)",
    "actions": r"(?:actie\w*|besluiten- en actie|openstaande acties)",
    "other": r"(?:w\.?v\.?t\.?t\.?k|wat verder ter)",
    "round": r"rondvraag",
    "closing": r"(?:af)?sluiting",
}
"""How the fixed items begin, by the kind of item they are."""
_LONGEST_TITLE = 120
_HEAD_LINES = 14
_MOST_SERIES = 60
"""Lists in the text that begin with 1 and could be the items; each is read once."""
_SHORT_TITLE = 20
"""Signs; "W.v.t.t.k." ends with a full stop and is a heading all the same."""


@dataclass(frozen=True)
class OldItem:
    """An item with its text (Markdown)."""

    number: str
    title: str
    text: str = ""
    minutes: int = 0
    """Planned length, when the agenda said it."""

    @property
    def kind(self) -> str:
        """The kind of fixed item it is (opening, minutes, round …); empty for any other."""
        words = self.title.strip()
        return next((k for k, begin in _KINDS.items() if re.match(begin, words, re.I)), "")


@dataclass(frozen=True)
class OldMinutes:
    """All that was recognised; a person confirms it before it is kept."""

    title: str
    day: date | None
    people: tuple[Someone, ...] = ()
    items: tuple[OldItem, ...] = ()
    decisions: tuple[OldDecision, ...] = ()
    actions: tuple[OldAction, ...] = ()


@dataclass(frozen=True)
class _Found:
    """A line that looks like the heading of an item."""

    place: int
    number: int
    match: re.Match[str]

    @property
    def look(self) -> tuple[str, str]:
        """How the number is written: with how many # before it, and what behind it."""
        return self.match["style"], self.match["mark"]


def read_minutes(text: str, today: date) -> OldMinutes:
    """Return what *text* (old minutes, an agenda or an action list) seems to say.

    Dates without a year are taken near the day of the meeting, or near *today*.
    """
    raw = [line.rstrip() for line in text.replace("\r", "").split("\n")]
    lines, listed = untable(raw, _day(raw, today) or today)
    start, items = _items(lines)
    day = _day(lines[: start or None], today)
    people = read_people(lines[:start])
    near = day or today
    decisions: list[OldDecision] = []
    actions: list[OldAction] = listed
    names = [one.name for one in people]
    parts = items or [OldItem("", "", "\n".join(lines[start:]))]
    for item in parts:
        for line in _with_title(item):
            decisions += read_decisions(line, item.number)
            actions += read_actions(line, item.number, names, near)
    return OldMinutes(
        title=_title(lines),
        day=day,
        people=tuple(people),
        items=tuple(items),
        decisions=tuple(decisions),
        actions=tuple(dict.fromkeys(actions)),
    )


def _title(lines: Sequence[str]) -> str:
    first = next((line for line in lines if line.strip(" #*-=|:\t")), "")
    if PRESENCE.match(first):
        return ""
    cells = [cell.strip(" #*-=|") for cell in cells_of(first)]
    if cells[1:] and cells[0].strip(":").casefold() in _LABELS:
        cells = cells[1:]
    return shorten(" ".join(cells), _LONGEST_TITLE, placeholder="…")


def _day(lines: Sequence[str], today: date) -> date | None:
    """Return the day of the meeting: the first whole date at the top."""
    for line in [line for line in lines if line.strip()][:_HEAD_LINES]:
        for found in find_dates(line, today):
            if found.value and re.search(r"[0-9]{4}", line[found.start : found.end]):
                return found.value
    return None


def _items(lines: Sequence[str]) -> tuple[int, list[OldItem]]:
    """Return where the items begin, and the items.

    Of several series (an agenda first, or a list within an item) the longest one counts, and of
    equally long ones the one that says most.
    """
    chains: list[list[_Found]] = []
    for place, line in enumerate(lines):
        match = _HEADING.match(_LINK.sub(r"\1", line))
        if match is not None and _is_title(match["title"].rstrip()):
            _attach(chains, _Found(place, int(match["number"]), match))
    if not chains:
        return len(lines) if only_presence(lines) else _HEAD_LINES, []
    read = [_chain(lines, chain, _end(lines, chain, chains)) for chain in chains]
    best = max(
        range(len(read)), key=lambda n: (len(read[n]), sum(len(item.text) for item in read[n]))
    )
    return chains[best][0].place, read[best]


def _attach(chains: list[list[_Found]], found: _Found) -> None:
    """Put *found* behind the longest series of its own look that it follows, or begin one."""
    lettered = bool(found.match["part"])
    fitting = [
        chain
        for chain in chains
        if found.number == chain[-1].number + 1 or (lettered and found.number == chain[-1].number)
    ]
    if fitting:
        max(
            fitting, key=lambda chain: (chain[-1].look == found.look, len(chain), -chain[0].place)
        ).append(found)
    elif found.number == 1 and len(chains) < _MOST_SERIES:
        chains.append([found])


def _end(lines: Sequence[str], chain: Sequence[_Found], chains: Sequence[list[_Found]]) -> int:
    """Return where the last item of *chain* ends: where a series as long as this one begins."""
    later = [other[0].place for other in chains if other[0].place > chain[-1].place]
    longer = [other[0].place for other in chains if len(other) >= len(chain)]
    return min((place for place in later if place in longer), default=len(lines))


def _is_title(words: str) -> bool:
    """Tell whether *words* are a heading and not an item of a list within the text."""
    closing = re.match(r"(?:opening|rondvraag|sluiting|afsluiting)\b", words, re.I)
    short = len(words) <= _SHORT_TITLE
    return bool(closing) or short or not words.endswith((";", ",", "."))


def _chain(lines: Sequence[str], chain: Sequence[_Found], end: int) -> list[OldItem]:
    result: list[OldItem] = []
    ends = [found.place for found in chain[1:]] + [end]
    for found, until in zip(chain, ends, strict=True):
        body = "\n".join(lines[found.place + 1 : until]).strip()
        title, *rest = re.split(r"\s{3,}|\t", found.match["title"].strip(" *#-"), maxsplit=1)
        said = _MINUTES.search(" ".join(rest))
        minutes = int(said["minutes"]) if said else 0
        number = f"{found.number}{found.match['part'].lower()}"
        result.append(OldItem(number, title, body, minutes))
    return result


def _with_title(item: OldItem) -> list[str]:
    lines = [line.strip() for line in item.text.split("\n") if line.strip()]
    return [item.title, *lines] if item.title else lines
